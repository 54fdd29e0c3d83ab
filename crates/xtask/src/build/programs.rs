//! The wasm of the pages: `app` around everything, through Trunk, and a program a kind of room, for
//! the site and for frames alike. Small before fast.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::fresh;
use super::rooms::programs;
use super::wasm::{TARGET, bind, optimise};
use crate::command;
use crate::files;
use crate::project::Project;

/// The page that names the app to Trunk.
const APP_PAGE: &str = "www/index.html";

/// Builds all of them into `target/site/`.
///
/// # Errors
/// When they do not compile.
pub fn pages(project: &Project) -> Result<()> {
    println!("building the app and the rooms");
    let built = compile(project)?;
    let site = project.target().join("site");
    let inputs =
        [built.join("app.wasm"), project.root().join(APP_PAGE), project.root().join("Trunk.toml")];
    fresh::unless_made(&site.join("app.wasm"), &inputs, "trunk", || app(project, &site))?;
    for room in programs() {
        let raw = site.join("raw");
        bind(project, &built.join(format!("{room}.wasm")), &raw, room)?;
        let bound = raw.join(format!("{room}_bg.wasm"));
        optimise(project, &bound, &site.join(format!("{room}.wasm")), &["-Oz"])?;
    }
    Ok(())
}

/// Compiles as Trunk does, which then finds the app done. Trunk itself cannot tell whether anything
/// has changed, and would optimise the same wasm again every time.
fn compile(project: &Project) -> Result<PathBuf> {
    command::run(
        project
            .command("cargo")
            .args(["build", "--release", "--offline", "--target", TARGET])
            .args(["--package", "app", "--package", "embed"]),
    )?;
    Ok(project.target().join(TARGET).join("release"))
}

fn app(project: &Project, site: &Path) -> Result<()> {
    let out = project.target().join("trunk").join("app");
    command::run(
        project
            .command("trunk")
            .args(["build", "--release", "--offline", "--skip-version-check", "--log=warn"])
            .arg("--dist")
            .arg(&out)
            .arg(APP_PAGE),
    )?;
    files::copy(&out.join("app.js"), &site.join("raw").join("app.js"))?;
    files::copy(&out.join("app_bg.wasm"), &site.join("app.wasm"))
}
