//! Every test there is, cheapest first, and one line at the end that counts them.

mod another_numpy;
mod suites;
mod tally;
mod watched;

use std::time::Instant;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::{build, setup, size};
use build::Options;
use suites::Suite;
use tally::Tally;

/// Where the copy of the site for the tests under a sub-path is mounted.
pub const SUB_PATH: &str = "/notes/warmstart/";

/// Sets up, runs every suite, and prints `N passed, N failed` on a line of its own.
///
/// A suite that fails does not keep the others from running; one that needs the built site is left
/// out when it cannot be built.
///
/// # Errors
/// When a test failed, or set-up did.
pub fn run(project: &Project) -> Result<()> {
    setup::for_building(project)?;
    setup::for_testing(project)?;
    let mut tally = Tally::default();
    for suite in suites::before_the_site(project) {
        run_suite(suite, &mut tally);
    }
    if check("building the site", &mut tally, || site(project)) {
        for suite in suites::content(project) {
            run_suite(suite, &mut tally);
        }
        check("sizes", &mut tally, || size::report(project));
        for suite in suites::browsers(project) {
            run_suite(suite, &mut tally);
        }
    }
    println!("\n{tally}");
    if tally.failed > 0 {
        bail!("{} failed", tally.failed);
    }
    Ok(())
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
    print_time(start);
    if let Err(error) = &result {
        eprintln!("error: {error:#}");
        tally.failed += 1;
    }
    result.is_ok()
}

fn run_suite(suite: Suite, tally: &mut Tally) {
    println!("\n== {}", suite.what);
    let start = Instant::now();
    let mut counted = Tally::default();
    match watched::run(suite.command, |line| counted.read(line)) {
        Ok(succeeded) => {
            // Failed without saying how many: did not compile, or is no test runner.
            if !succeeded && counted.failed == 0 {
                counted.failed = 1;
            }
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            counted.failed += 1;
        }
    }
    print_time(start);
    *tally += counted;
}

/// Where the time goes.
fn print_time(start: Instant) {
    println!("({} s)", start.elapsed().as_secs());
}
