//! The performance table: training in the visitors' wasm beside TensorFlow.js, in one run.

use anyhow::Result;

use crate::build;
use crate::command;
use crate::project::Project;
use crate::setup;

/// burn's CPU engines; the site uses the first.
const ENGINES: [&str; 2] = ["ndarray", "flex"];

/// Builds the trainer with each engine and prints a table for each.
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
    Ok(())
}
