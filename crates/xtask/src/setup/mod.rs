//! Everything a fresh machine lacks. Each step says what it does, and does nothing when it is done.

pub mod torch;
pub mod versions;
pub mod wheels;

mod browsers;
mod npm;
mod rust;

use std::fmt::Display;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};

use crate::command;
use crate::project::Project;

/// What building the site needs: the wasm target, Trunk, wasm-bindgen, npm packages.
///
/// # Errors
/// When a step fails; the message says what to install by hand.
pub fn for_building(project: &Project) -> Result<()> {
    require_node(project)?;
    rust::wasm_target(project)?;
    rust::wasm_bindgen(project)?;
    rust::trunk(project)?;
    npm::packages(project)?;
    rust::crates(project)
}

/// What the check of the exercises needs: Node and its packages.
///
/// # Errors
/// When a step fails; the message says what to install by hand.
pub fn for_checking(project: &Project) -> Result<()> {
    require_node(project)?;
    npm::packages(project)
}

/// What the tests need: all that building needs, formatter, linter, three browsers and their drivers,
/// PyTorch, NumPy's own tests. Packages are fetched and unpacked beside what is compiled: the one waits
/// for the network and the disk, the other for the processor.
///
/// # Errors
/// When a step fails; the message says what to install by hand.
pub fn for_testing(project: &Project) -> Result<()> {
    thread::scope(|scope| {
        let packages = scope.spawn(|| {
            browsers::packages(project)?;
            torch::package(project)?;
            wheels::fetch(project)
        });
        for_building(project)?;
        rust::formatter_and_linter(project)?;
        rust::geckodriver(project)?;
        packages.join().map_err(|_| anyhow!("the set-up of packages broke off"))?
    })
}

/// Announces a step that is about to change the machine.
fn announce(step: impl Display) {
    println!("set-up: {step}");
}

fn require_node(project: &Project) -> Result<()> {
    let printed = command::version(&mut project.command("node")).context(
        "Node.js is missing: install version 20 or newer, with npm (https://nodejs.org)",
    )?;
    let major = printed.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    if major.parse::<u32>().is_ok_and(|major| major >= versions::NODE_MAJOR) {
        return Ok(());
    }
    bail!(
        "Node.js {} is too old: version {} or newer is needed",
        printed.trim(),
        versions::NODE_MAJOR
    )
}
