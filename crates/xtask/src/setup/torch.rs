//! PyTorch, which the programs that labs export are run with. Debian's package, never a wheel: it
//! is for the CPU, and a tenth of the size.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use super::{announce, browsers};
use crate::command;
use crate::project::Project;

/// Pythons that may have it; Debian's package serves Debian's own, whatever `python3` is.
const PYTHONS: [&str; 2] = ["python3", "/usr/bin/python3"];

/// The package that brings it.
const PACKAGE: &str = "python3-torch";

/// A Python with PyTorch.
pub fn python(project: &Project) -> Command {
    let found = PYTHONS.iter().find(|python| has_torch(project, python));
    project.command(found.unwrap_or(&PYTHONS[0]))
}

/// Installs PyTorch where no Python has it.
pub fn package(project: &Project) -> Result<()> {
    if PYTHONS.iter().any(|python| has_torch(project, python)) {
        return Ok(());
    }
    let Some(apt) = browsers::apt(project) else {
        bail!(
            "the tests run the programs that labs export with PyTorch: no Python here has it, and \
             there is no apt that this user may run. Install PyTorch 1.13 or later for the python3 on \
             PATH (Debian and Ubuntu: {PACKAGE}; elsewhere https://pytorch.org, the build for the CPU)."
        );
    };
    announce(format_args!("installing {PACKAGE} with apt"));
    command::run(apt().arg("update"))?;
    command::run(apt().args(["install", "--yes", "--no-install-recommends", PACKAGE]))?;
    if PYTHONS.iter().any(|python| has_torch(project, python)) {
        return Ok(());
    }
    bail!("{PACKAGE} is installed, and none of {} can import torch", PYTHONS.join(", "))
}

fn has_torch(project: &Project, python: &str) -> bool {
    let mut import = project.command(python);
    import.args(["-c", "import torch"]).stderr(Stdio::null());
    import.status().is_ok_and(|status| status.success())
}
