//! `cargo xtask`: set-up, build, serve, test, bench, size, train.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use content::Kind;
use xtask::build::{self, Options};
use xtask::project::Project;
use xtask::server::Server;
use xtask::{bench, check, new, setup, size, test, train};

const USAGE: &str = "\
cargo xtask serve [<option> …]          set up, build, serve on http://127.0.0.1:8080
cargo xtask test                        set up, run every test: native, content, browser
cargo xtask check [<slug> …]            read these items, or all, and run every program of exercises in the engine
cargo xtask build [<option> …]          write the release site to dist/
cargo xtask size                        print the sizes of dist/ against the budgets
cargo xtask bench [<table> …]           print the performance tables: training, numpy, python
cargo xtask new exercise <slug>         make a folder ready to fill
cargo xtask new card|case|question <slug>   the same for the study room
cargo xtask train                       train the models of www/checkpoints/ anew

options of serve and build
  --public-url /path/                   the folder of the host that the site will lie in
  --numpy-wheel FILE                    bundle this NumPy, made for the pinned Pyodide, in place of ours
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
        ["serve", rest @ ..] => serve(&project, &options(&project, rest)?),
        ["build", rest @ ..] => build_site(&project, &options(&project, rest)?),
        ["bench", tables @ ..] => bench::run(&project, tables),
        ["size"] => size::report(&project),
        ["test"] => test::run(&project),
        ["check", slugs @ ..] => {
            check::run(&project, &slugs.iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>())
        }
        ["train"] => train::run(&project),
        ["new", "exercise", slug] => new::exercise(&project, slug),
        ["new", "card", slug] => new::study(&project, Kind::Card, slug),
        ["new", "case", slug] => new::study(&project, Kind::Design, slug),
        ["new", "question", slug] => new::study(&project, Kind::Behavioural, slug),
        _ => bail!("these are the commands:\n{USAGE}"),
    }
}

fn options(project: &Project, words: &[&str]) -> Result<Options> {
    let mut options = Options::at_root(project);
    for pair in words.chunks(2) {
        match pair {
            ["--public-url", path] => options.public_url = (*path).to_owned(),
            ["--numpy-wheel", file] => options.numpy_wheel = Some(file.into()),
            _ => bail!("{} is no option with its value\n{USAGE}", pair.join(" ")),
        }
    }
    Ok(options)
}

fn build_site(project: &Project, options: &Options) -> Result<()> {
    setup::for_building(project)?;
    build::build(project, options)
}

fn serve(project: &Project, options: &Options) -> Result<()> {
    build_site(project, options)?;
    let server = Server::start(&options.output, &options.public_url, PORT)
        .context("the site cannot be served")?;
    println!("serving the site on {}{} (Ctrl+C stops)", server.origin(), options.public_url);
    server.wait();
    Ok(())
}
