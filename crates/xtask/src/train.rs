//! Trains the runs that come with the site. What they are is said in `nets`, which this crate must not
//! depend on: a program of `nets` trains and writes them.

use anyhow::Result;

use crate::command;
use crate::project::Project;

/// Writes `www/checkpoints/` anew.
///
/// # Errors
/// When the program does not compile or the files cannot be written.
pub fn run(project: &Project) -> Result<()> {
    let mut cargo = project.command("cargo");
    cargo.args(["run", "--package", "nets", "--profile", "test-numeric"]);
    cargo.args(["--example", "checkpoints", "--"]).arg(project.www().join("checkpoints"));
    command::run(&mut cargo)
}
