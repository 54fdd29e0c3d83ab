//! Runs the tests: each in each of its browsers, in a fresh profile; prints and counts them as
//! `cargo test` does. Two browsers are at work at a time, since a page waits more than it computes;
//! what measures the page itself runs before that, alone.
//!
//! Arguments are parts of names (`practice`, `firefox`); without one every test runs.

use std::{
    future::Future,
    net::SocketAddr,
    pin::Pin,
    time::{Duration, Instant},
};

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
    /// Whether nothing else may run beside it.
    pub is_alone: bool,
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
            is_alone: false,
            run: |context, visit| Box::pin($module::$name(context, visit)),
        }
    };
    ($module:ident :: $name:ident alone in $browsers:expr) => {
        $crate::harness::Test {
            is_alone: true,
            ..$crate::test!($module::$name in $browsers)
        }
    };
}

/// Browsers that take turns; the groups run beside each other.
const GROUPS: [&[Browser]; 2] = [&[Browser::Chromium, Browser::Firefox], &[Browser::WebKit]];

/// Runs all tests that the arguments name; whether all passed.
///
/// # Errors
/// If the site has not been built, or a driver does not start.
pub async fn run_all(tests: &[Test]) -> Result<bool> {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|it| !it.starts_with('-')).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|part| name.contains(part));
    let sites = Sites::start()?;
    let every = Browser::ALL.iter().flat_map(|browser| {
        let its = tests.iter().filter(|test| test.browsers.contains(browser));
        its.map(|test| (*browser, test))
    });
    let (chosen, others): (Vec<_>, Vec<_>) =
        every.partition(|(browser, test)| is_wanted(&full_name(test, *browser)));
    let (alone, beside): (Vec<_>, Vec<_>) = chosen.into_iter().partition(|(_, test)| test.is_alone);
    let mut count = run_in_turn(Browser::ALL, &alone, &sites).await?;
    let [one, other] = GROUPS.map(|browsers| run_in_turn(browsers, &beside, &sites));
    let (one, other) = tokio::join!(one, other);
    for more in [one?, other?] {
        count = (count.0 + more.0, count.1 + more.1);
    }
    let ((passed, failed), left_out) = (count, others.len());
    let word = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {word}. {passed} passed; {failed} failed; 0 ignored; 0 measured; {left_out} filtered out",
    );
    Ok(failed == 0)
}

fn full_name(test: &Test, browser: Browser) -> String {
    format!("{} ({})", test.name, browser.name())
}

/// Runs the tests of these browsers, one after the other: how many passed and failed.
async fn run_in_turn(
    browsers: &[Browser],
    tests: &[(Browser, &Test)],
    sites: &Sites,
) -> Result<(usize, usize)> {
    let mut count = (0, 0);
    for browser in browsers {
        let mine: Vec<&Test> =
            tests.iter().filter(|(its, _)| its == browser).map(|(_, test)| *test).collect();
        if mine.is_empty() {
            continue;
        }
        let start = Instant::now();
        let driver = Driver::start(*browser).await?;
        let context = Context { browser: *browser, sites, driver: &driver };
        for test in mine {
            let begun = Instant::now();
            let result = run_one(test, &context).await;
            let word = if result.is_ok() { "ok" } else { "FAILED" };
            let seconds = begun.elapsed().as_secs();
            println!("test {} ... {word} ({seconds} s)", full_name(test, *browser));
            match result {
                Ok(()) => count.0 += 1,
                Err(error) => {
                    println!("    {}", format!("{error:#}").replace('\n', "\n    "));
                    count.1 += 1;
                }
            }
        }
        println!("({}: {} s)", browser.name(), start.elapsed().as_secs());
    }
    Ok(count)
}

/// What Chromium's driver says when the process of a page has died.
const CRASH: &str = "tab crashed";

/// A page whose process died, which no page can make happen on purpose, is given one more chance in
/// a fresh browser, and that is printed. A site that kills it does so again.
async fn run_one(test: &Test, context: &Context<'_>) -> Result<()> {
    match run_once(test, context).await {
        Err(error) if format!("{error:#}").contains(CRASH) => {
            println!("    {}: the browser's {CRASH}; once more", full_name(test, context.browser));
            run_once(test, context).await
        }
        result => result,
    }
}

/// The visitor is closed whatever happens: the next test's browser must be able to start.
async fn run_once(test: &Test, context: &Context<'_>) -> Result<()> {
    let visit = context.visitor().await?;
    let result = match tokio::time::timeout(LONGEST, (test.run)(context, &visit)).await {
        Ok(result) => result,
        Err(_) => Err(anyhow!("not finished after {} s", LONGEST.as_secs())),
    };
    let closed = visit.driver.quit().await;
    result.and_then(|()| Ok(closed?))
}
