//! Every test there is, cheapest first, and one line at the end that counts them.

mod another_numpy;
mod suites;
mod tally;
mod watched;

use std::thread;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::{build, setup, size};
use build::Options;
use suites::Suite;
use tally::Tally;

/// Where the copy of the site for the tests under a sub-path is mounted.
pub const SUB_PATH: &str = "/notes/warmstart/";

/// Sets up, runs every suite, and prints `N passed, N failed` on a line of its own. Native tests run
/// beside what needs the site, because linking a program for the browser keeps one core busy and the
/// others idle; browsers run alone.
///
/// A suite that fails does not keep the others from running; one that needs the built site is left
/// out when it cannot be built.
///
/// # Errors
/// When a test failed, or set-up did.
pub fn run(project: &Project) -> Result<()> {
    setup::for_testing(project)?;
    let mut tally = Tally::default();
    for suite in suites::of_the_source(project) {
        run_suite(suite, &mut tally, show);
    }
    let is_built = thread::scope(|scope| {
        let native = scope.spawn(|| natively(project));
        let is_built = check("building the site", &mut tally, || site(project));
        if is_built {
            for suite in suites::content(project) {
                run_suite(suite, &mut tally, show);
            }
            check("sizes", &mut tally, || size::report(project));
        }
        match native.join() {
            Ok(counted) => tally += counted,
            Err(_) => tally.failed += 1,
        }
        is_built
    });
    if is_built {
        for suite in suites::browsers(project) {
            run_suite(suite, &mut tally, show);
        }
    }
    println!("\n{tally}");
    if tally.failed > 0 {
        bail!("{} failed", tally.failed);
    }
    Ok(())
}

/// The native tests; what a suite prints is shown when it has ended.
fn natively(project: &Project) -> Tally {
    let mut tally = Tally::default();
    for suite in suites::native(project) {
        let mut output = String::new();
        run_suite(suite, &mut tally, |line| {
            output.push_str(line);
            output.push('\n');
        });
        print!("{output}");
    }
    tally
}

/// Shows a line as it comes.
fn show(line: &str) {
    println!("{line}");
}

fn site(project: &Project) -> Result<()> {
    build::compile(project)?;
    build::lay_out(project, &Options::at_root(project))?;
    let at_root = Options::at_root(project);
    let output = suites::sub_path_dist(project);
    build::lay_out(
        project,
        &Options { public_url: SUB_PATH.to_owned(), output, ..at_root.clone() },
    )?;
    let output = another_numpy::dist(project);
    let numpy_wheel = Some(another_numpy::wheel(project)?);
    build::lay_out(project, &Options { output, numpy_wheel, ..at_root })
}

/// A step that counts as one test only when it fails.
fn check(what: &str, tally: &mut Tally, step: impl FnOnce() -> Result<()>) -> bool {
    println!("\n== {what}");
    let start = Instant::now();
    let result = step();
    show(&time(start));
    if let Err(error) = &result {
        eprintln!("error: {error:#}");
        tally.failed += 1;
    }
    result.is_ok()
}

fn run_suite(suite: Suite, tally: &mut Tally, mut show: impl FnMut(&str)) {
    show(&format!("\n== {}", suite.what));
    let start = Instant::now();
    let mut counted = Tally::default();
    let read = |line: &str| {
        show(line);
        counted.read(line);
    };
    match watched::run(suite.command, read) {
        Ok(succeeded) => {
            // Failed without saying how many: did not compile, or is no test runner.
            if !succeeded && counted.failed == 0 {
                counted.failed = 1;
            }
        }
        Err(error) => {
            show(&format!("error: {error:#}"));
            counted.failed += 1;
        }
    }
    show(&time(start));
    *tally += counted;
}

/// Where the time goes.
fn time(start: Instant) -> String {
    format!("({} s)", start.elapsed().as_secs())
}
