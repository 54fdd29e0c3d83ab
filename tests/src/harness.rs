//! Runs the tests: each in each of its browsers, in a fresh profile, one after the other; prints
//! and counts them as `cargo test` does.
//!
//! Arguments are parts of names (`practice`, `firefox`); without one every test runs.

use std::{future::Future, net::SocketAddr, pin::Pin, time::Duration};

use anyhow::{Result, anyhow};

use crate::{
    browser::{Browser, Driver},
    site::Sites,
    visit::Visit,
};

/// Ends a test that hangs in a browser that no longer answers.
const LONGEST: Duration = Duration::from_secs(420);

/// What a test is given.
pub struct Context<'a> {
    /// Which browser.
    pub browser: Browser,
    /// The site and the blog.
    pub sites: &'a Sites,
    driver: &'a Driver,
}

impl Context<'_> {
    /// A visitor with a fresh profile. One at a time: some drivers allow no second window.
    ///
    /// # Errors
    /// If the browser does not start.
    pub async fn visitor(&self) -> Result<Visit> {
        Ok(Visit { driver: self.driver.open(None).await? })
    }

    /// A visitor whose requests to other machines go to a proxy.
    ///
    /// # Errors
    /// If the browser does not start.
    pub async fn visitor_through(&self, proxy: SocketAddr) -> Result<Visit> {
        Ok(Visit { driver: self.driver.open(Some(proxy)).await? })
    }
}

/// The future of a test.
pub type Running<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A test.
pub struct Test {
    /// `module::what_it_shows`.
    pub name: &'static str,
    /// Where it runs.
    pub browsers: &'static [Browser],
    /// What it does with the visitor that it is given.
    pub run: for<'a> fn(&'a Context<'a>, &'a Visit) -> Running<'a>,
}

/// Names a test function and its browsers.
#[macro_export]
macro_rules! test {
    ($module:ident :: $name:ident in $browsers:expr) => {
        $crate::harness::Test {
            name: concat!(stringify!($module), "::", stringify!($name)),
            browsers: $browsers,
            run: |context, visit| Box::pin($module::$name(context, visit)),
        }
    };
}

/// Runs all tests that the arguments name; whether all passed.
///
/// # Errors
/// If the site has not been built.
pub async fn run_all(tests: &[Test]) -> Result<bool> {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with('-')).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|part| name.contains(part));
    let sites = Sites::start()?;
    let (mut passed, mut failures, mut left_out) = (0, 0, 0);
    for browser in Browser::ALL {
        let full = |test: &Test| format!("{} ({})", test.name, browser.name());
        let (chosen, others): (Vec<_>, Vec<_>) = tests
            .iter()
            .filter(|test| test.browsers.contains(browser))
            .partition(|test| is_wanted(&full(test)));
        left_out += others.len();
        if chosen.is_empty() {
            continue;
        }
        let driver = Driver::start(*browser).await?;
        let context = Context { browser: *browser, sites: &sites, driver: &driver };
        for test in chosen {
            let result = run_one(test, &context).await;
            println!("test {} ... {}", full(test), if result.is_ok() { "ok" } else { "FAILED" });
            match result {
                Ok(()) => passed += 1,
                Err(error) => {
                    println!("    {}", format!("{error:#}").replace('\n', "\n    "));
                    failures += 1;
                }
            }
        }
    }
    let word = if failures == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {word}. {passed} passed; {failures} failed; 0 ignored; 0 measured; {left_out} filtered out",
    );
    Ok(failures == 0)
}

/// The visitor is closed whatever happens: the next test's browser must be able to start.
async fn run_one(test: &Test, context: &Context<'_>) -> Result<()> {
    let visit = context.visitor().await?;
    let result = match tokio::time::timeout(LONGEST, (test.run)(context, &visit)).await {
        Ok(result) => result,
        Err(_) => Err(anyhow!("not finished after {} s", LONGEST.as_secs())),
    };
    let closed = visit.driver.quit().await;
    result.and_then(|()| Ok(closed?))
}
