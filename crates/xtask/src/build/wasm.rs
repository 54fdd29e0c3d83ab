//! The wasm of the pages, through Trunk: `app` around everything, and `embed`, which holds the
//! rooms, for the site and for frames alike. Small before fast.

use std::path::PathBuf;

use anyhow::Result;

use super::fresh;
use super::numeric::TARGET;
use crate::command;
use crate::files;
use crate::project::Project;

/// A program, and the page that names it to Trunk.
const PROGRAMS: [(&str, &str); 2] = [("app", "www/index.html"), ("embed", "www/embed.html")];

/// Builds both into `target/site/`.
///
/// # Errors
/// When they do not compile.
pub fn pages(project: &Project) -> Result<()> {
    for (program, page) in PROGRAMS {
        println!("building {program}");
        let compiled = compile(project, program)?;
        let inputs = [compiled, project.root().join(page), project.root().join("Trunk.toml")];
        let wasm = project.target().join("site").join(format!("{program}.wasm"));
        fresh::unless_made(&wasm, &inputs, "trunk", || bundle(project, program, page))?;
    }
    Ok(())
}

/// Compiles as Trunk does, which then finds everything done. Trunk itself cannot tell whether
/// anything has changed, and would optimise the same wasm again every time.
fn compile(project: &Project, program: &str) -> Result<PathBuf> {
    let manifest = project.root().join("crates").join(program).join("Cargo.toml");
    command::run(
        project
            .command("cargo")
            .args(["build", "--release", "--offline", "--target", TARGET, "--manifest-path"])
            .arg(manifest),
    )?;
    let built = project.target().join(TARGET).join("release");
    Ok(built.join(format!("{program}.wasm")))
}

fn bundle(project: &Project, program: &str, page: &str) -> Result<()> {
    let out = project.target().join("trunk").join(program);
    command::run(
        project
            .command("trunk")
            .args(["build", "--release", "--offline", "--skip-version-check", "--log=warn"])
            .arg("--dist")
            .arg(&out)
            .arg(page),
    )?;
    let site = project.target().join("site");
    let script = format!("{program}.js");
    files::copy(&out.join(&script), &site.join("raw").join(&script))?;
    files::copy(&out.join(format!("{program}_bg.wasm")), &site.join(format!("{program}.wasm")))
}
