//! Set-up through rustup and cargo: the wasm target and the programs that `cargo install` builds.

use std::path::Path;

use anyhow::{Context, Result};

use super::{announce, versions};
use crate::command;
use crate::project::Project;

/// What the browser runs.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The standard library for wasm.
pub fn wasm_target(project: &Project) -> Result<()> {
    let libraries = command::output(project.command("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        WASM,
    ]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    announce(format_args!("adding Rust's {WASM} target"));
    // Asked for by name: automatic installs may be switched off.
    command::run(project.command("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("add the {WASM} target to this Rust installation by hand"))
}

/// `cargo fmt` and `cargo clippy`, which minimal installations leave out.
pub fn formatter_and_linter(project: &Project) -> Result<()> {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if command::version(&mut project.command(program)).is_none() {
            announce(format_args!("adding {component}"));
            command::run(project.command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The program that writes the JavaScript beside a wasm file; its version must be the library's.
pub fn wasm_bindgen(project: &Project) -> Result<()> {
    let version = versions::wasm_bindgen(project)?;
    // Without --locked: the lock file inside the published package names a crate version that not
    // every registry has.
    // Optimised, or it would take longer over the programs of the site than over its own.
    install(project, "wasm-bindgen", "wasm-bindgen-cli", &version, "1", &[])
}

/// The program that builds and bundles the pages' wasm.
pub fn trunk(project: &Project) -> Result<()> {
    install(project, "trunk", "trunk", versions::TRUNK, "0", &["--locked"])
}

/// What drives Firefox.
pub fn geckodriver(project: &Project) -> Result<()> {
    install(project, "geckodriver", "geckodriver", versions::GECKODRIVER, "0", &["--locked"])
}

/// Downloads the crates of `Cargo.lock`, so that the build itself needs no network.
pub fn crates(project: &Project) -> Result<()> {
    command::run(project.command("cargo").args(["fetch", "--quiet"]))
}

fn install(
    project: &Project,
    program: &str,
    package: &str,
    version: &str,
    opt_level: &str,
    flags: &[&str],
) -> Result<()> {
    let installed = command::version(&mut project.command(program));
    if installed.is_some_and(|printed| printed.split_whitespace().any(|word| word == version)) {
        return Ok(());
    }
    announce(format_args!("building {package} {version} (a few minutes, once)"));
    let package = format!("{package}@{version}");
    // They work for seconds and are built for minutes: Trunk asks for fat LTO in one unit. What they
    // have in common is built once.
    command::run(
        project
            .command("cargo")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level)
            .env("CARGO_TARGET_DIR", project.target().join("tools"))
            .args(["install", &package])
            .args(flags),
    )
}
