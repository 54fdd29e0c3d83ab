//! What `cargo xtask test` runs, in order.

use std::path::PathBuf;
use std::process::Command;

use crate::files;
use crate::project::Project;
use crate::setup::{torch, wheels};

/// Packages whose tests train real models, and what else is built over burn: so burn is built once.
const NUMERIC: [&str; 4] = ["nets", "labs", "trainer", "checkpoints"];

/// What they are built with: one build for both of burn's engines, and for the programs of labs.
const NUMERIC_FEATURES: &str = "nets/bench,nets/either,nets/optim";

/// A program that tests something.
#[derive(Debug)]
pub struct Suite {
    /// Printed above its output.
    pub what: &'static str,
    /// How it is started.
    pub command: Command,
}

/// Rules, lints and what runs in any Python.
pub fn of_the_source(project: &Project) -> Vec<Suite> {
    vec![
        suite("rules of the project", cargo(project, &["test", "--package", "xtask"])),
        suite("format", cargo(project, &["fmt", "--all", "--check"])),
        suite("python packages: harness", python(project, "harness")),
        suite("python packages: numpy", python(project, "numpy")),
        suite("lints", {
            let mut clippy = cargo(project, &["clippy", "--workspace", "--all-targets"]);
            clippy.args(["--", "--deny", "warnings"]);
            clippy
        }),
    ]
}

/// Everything else that needs no built site.
pub fn native(project: &Project) -> Vec<Suite> {
    let everything = ["--workspace", "--exclude", "xtask", "--exclude", "browser-tests"];
    let mut native = cargo(project, &["test", "--no-fail-fast"]);
    native.args(everything);
    for package in NUMERIC {
        native.args(["--exclude", package]);
    }
    vec![
        suite("native tests", native),
        suite("native tests: nets, labs, trainer and checkpoints", numeric(project)),
        suite("native tests: the same on burn's other engine", {
            let mut flex = numeric(project);
            flex.env("WARMSTART_ENGINE", "flex");
            // What the tour says is measured once, on the engine that pages carry.
            flex.args(["--", "--skip", "tour_tests"]);
            flex
        }),
        suite("programs that labs export, in PyTorch and burn", programs(project)),
    ]
}

/// What a visitor takes away from a lab, run where a visitor would run it.
fn programs(project: &Project) -> Command {
    let mut python = torch::python(project);
    python.arg("tests/programs/run.py").arg(project.target().join("programs"));
    python
}

/// The Python engine that visitors get, and every exercise in it.
pub fn content(project: &Project) -> Vec<Suite> {
    let mut engine = project.command("node");
    engine.args(["--test", "--test-reporter=tap"]).args(node_tests(project));
    vec![
        suite("python engine and editor", engine),
        suite("NumPy's own tests in the python engine", numpys_own(project)),
        suite("content in the real engine", cargo(project, &["xtask", "check"])),
    ]
}

fn numpys_own(project: &Project) -> Command {
    let mut node = project.command("node");
    node.arg(wheels::tests(project).join("run.mjs"))
        .arg(wheels::folder(project))
        .arg(project.target().join("site").join("kernels.wasm"));
    node
}

/// What only a browser can show.
pub fn browsers(project: &Project) -> Vec<Suite> {
    let mut tests = cargo(project, &["test", "--no-fail-fast", "--package", "browser-tests"]);
    tests
        .env("WARMSTART_DIST", project.dist())
        .env("WARMSTART_SUB_PATH_DIST", sub_path_dist(project))
        .env("WARMSTART_SUB_PATH", super::SUB_PATH);
    vec![suite("browsers", tests)]
}

/// The site once more, laid out for [`super::SUB_PATH`].
pub fn sub_path_dist(project: &Project) -> PathBuf {
    project.target().join("dist-under-sub-path")
}

/// Named one by one: what a folder means to `node --test` depends on Node's version.
fn node_tests(project: &Project) -> Vec<PathBuf> {
    let folders = ["python", "editor"].map(|folder| project.www().join(folder));
    let mut files: Vec<_> =
        folders.iter().flat_map(|folder| files::walk(folder).unwrap_or_default()).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files
}

fn suite(what: &'static str, command: Command) -> Suite {
    Suite { what, command }
}

fn cargo(project: &Project, arguments: &[&str]) -> Command {
    let mut cargo = project.command("cargo");
    // Property tests draw the same cases each time: the same source passes or fails, not the day.
    // A plain `cargo test` draws others.
    cargo.args(arguments).env("PROPTEST_RNG_SEED", "1").env("PROPTEST_MAX_SHRINK_ITERS", "2000");
    cargo
}

/// They train real models, which takes minutes without optimisation.
fn numeric(project: &Project) -> Command {
    let mut tests = cargo(project, &["test", "--no-fail-fast", "--profile", "test-numeric"]);
    for package in NUMERIC {
        tests.args(["--package", package]);
    }
    tests.args(["--features", NUMERIC_FEATURES]);
    tests
}

/// The tests of a package under `www/python/` that run in any Python.
fn python(project: &Project, package: &str) -> Command {
    let folder = project.www().join("python");
    let mut python = project.command("python3");
    python
        .args(["-m", "unittest", "discover", "--start-directory"])
        .arg(folder.join(package).join("tests"))
        .env(
            "PYTHONPATH",
            std::env::join_paths([folder.join("harness"), folder]).unwrap_or_default(),
        )
        .env("PYTHONDONTWRITEBYTECODE", "1");
    python
}
