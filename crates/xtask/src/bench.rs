//! The performance tables: training in the visitors' wasm beside TensorFlow.js, numpy in the
//! visitors' Python beside lists and, where this machine has it, genuine NumPy, and how long Python
//! takes in the three browsers beside the project's limits.

use std::env;

use anyhow::{Result, bail};

use crate::build::{self, Options};
use crate::command;
use crate::project::Project;
use crate::setup;

/// burn's CPU engines; the site uses the first.
const ENGINES: [&str; 2] = ["ndarray", "flex"];

/// The tables by name, in the order in which they are printed.
const TABLES: [&str; 3] = ["training", "numpy", "python"];

/// Prints the tables of these names, or all if there are none.
///
/// `WARMSTART_NUMPY_PYTHON` names a Python that has NumPy, where `python3` has not.
///
/// # Errors
/// When there is no table of a name, or a build or a measurement fails.
pub fn run(project: &Project, wanted: &[&str]) -> Result<()> {
    if let Some(unknown) = wanted.iter().find(|name| !TABLES.contains(name)) {
        bail!("there is no table {unknown:?}; there are {}", TABLES.join(", "));
    }
    setup::for_building(project)?;
    for table in TABLES.iter().filter(|table| wanted.is_empty() || wanted.contains(table)) {
        match *table {
            "training" => training(project)?,
            "numpy" => numpy(project)?,
            _ => python(project)?,
        }
    }
    Ok(())
}

/// Builds the trainer with each engine and prints a table for each.
fn training(project: &Project) -> Result<()> {
    for engine in ENGINES {
        let folder = project.target().join("bench").join(engine);
        build::bench_trainer(project, engine, &folder)?;
        println!("\nburn's {engine}");
        command::run(project.command("node").arg("tests/bench/training.mjs").arg(&folder))?;
    }
    Ok(())
}

fn numpy(project: &Project) -> Result<()> {
    let kernels = project.target().join("bench").join("kernels.wasm");
    build::bench_kernels(project, &kernels)?;
    println!("\nnumpy");
    let genuine = env::var_os("WARMSTART_NUMPY_PYTHON").unwrap_or_else(|| "python3".into());
    command::run(project.command("node").arg("tests/bench/numpy.mjs").arg(kernels).arg(genuine))
}

/// Builds the site and measures Python in it.
fn python(project: &Project) -> Result<()> {
    setup::for_testing(project)?;
    build::build(project, &Options::at_root(project))?;
    println!("\nPython in the browsers");
    let mut bench = project.command("cargo");
    bench.args(["run", "--quiet", "--package", "browser-tests", "--bin", "python-bench"]);
    command::run(bench.env("WARMSTART_DIST", project.dist()))
}
