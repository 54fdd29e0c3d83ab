//! The performance tables: training in the visitors' wasm beside TensorFlow.js, and numpy in the
//! visitors' Python beside lists and, where this machine has it, genuine NumPy.

use std::env;

use anyhow::Result;

use crate::build;
use crate::command;
use crate::project::Project;
use crate::setup;

/// burn's CPU engines; the site uses the first.
const ENGINES: [&str; 2] = ["ndarray", "flex"];

/// Builds the trainer with each engine and prints a table for each, then the one of numpy.
///
/// `WARMSTART_NUMPY_PYTHON` names a Python that has NumPy, where `python3` has not.
///
/// # Errors
/// When a build or a measurement fails.
pub fn run(project: &Project) -> Result<()> {
    setup::for_building(project)?;
    for engine in ENGINES {
        let folder = project.target().join("bench").join(engine);
        build::bench_trainer(project, engine, &folder)?;
        println!("\nburn's {engine}");
        command::run(project.command("node").arg("tests/bench/training.mjs").arg(&folder))?;
    }
    let kernels = project.target().join("bench").join("kernels.wasm");
    build::bench_kernels(project, &kernels)?;
    println!("\nnumpy");
    let genuine = env::var_os("WARMSTART_NUMPY_PYTHON").unwrap_or_else(|| "python3".into());
    command::run(project.command("node").arg("tests/bench/numpy.mjs").arg(kernels).arg(genuine))
}
