//! `cargo xtask`: set-up, build, serve, test, bench, size.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::build::{self, Options};
use xtask::project::Project;
use xtask::server::Server;
use xtask::{bench, check, new, setup, size, test};

const USAGE: &str = "\
cargo xtask serve                       set up, build, serve on http://127.0.0.1:8080
cargo xtask test                        set up, run every test: native, content, browser
cargo xtask check [<slug> …]            run every program of these exercises, or of all, in the engine
cargo xtask build [--public-url /x/]    write the release site to dist/
cargo xtask size                        print the sizes of dist/ against the budgets
cargo xtask bench                       print the performance table, TensorFlow.js beside it
cargo xtask new exercise <slug>         make a folder ready to fill
";

/// Where `serve` answers.
const PORT: u16 = 8080;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<()> {
    let project = Project::find()?;
    match words {
        ["serve"] => serve(&project),
        ["build"] => build_for(&project, "/"),
        ["build", "--public-url", path] => build_for(&project, path),
        ["bench"] => bench::run(&project),
        ["size"] => size::report(&project),
        ["test"] => test::run(&project),
        ["check", slugs @ ..] => {
            check::run(&project, &slugs.iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>())
        }
        ["new", "exercise", slug] => new::exercise(&project, slug),
        _ => bail!("these are the commands:\n{USAGE}"),
    }
}

fn build_for(project: &Project, public_url: &str) -> Result<()> {
    setup::for_building(project)?;
    let at_root = Options::at_root(project);
    build::build(project, &Options { public_url: public_url.to_owned(), ..at_root })
}

fn serve(project: &Project) -> Result<()> {
    build_for(project, "/")?;
    let server = Server::start(&project.dist(), "/", PORT).context("the site cannot be served")?;
    println!("serving the site on {} (Ctrl+C stops)", server.origin());
    server.wait();
    Ok(())
}
