//! The four wasm programs: `app` and `embed` through Trunk, small before fast; `trainer` and
//! `kernels` with SIMD, fast before small.

use std::path::Path;

use anyhow::Result;

use super::fresh;
use crate::command;
use crate::files;
use crate::project::Project;

const TARGET: &str = "wasm32-unknown-unknown";

/// What Rust's wasm target uses by default and wasm-opt has to be told.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The site and the frame, into `target/site/`.
pub fn pages(project: &Project) -> Result<()> {
    for (program, page) in [("app", "www/index.html"), ("embed", "www/embed.html")] {
        println!("building {program}");
        let out = project.target().join("trunk").join(program);
        command::run(project.command("trunk").env_remove("NO_COLOR").args([
            "build",
            "--release",
            "--offline",
            "--skip-version-check",
            "--log=warn",
            "--dist",
            &out.to_string_lossy(),
            page,
        ]))?;
        let site = project.target().join("site");
        copy(&out.join(format!("{program}.js")), &site.join("raw").join(format!("{program}.js")))?;
        copy(&out.join(format!("{program}_bg.wasm")), &site.join(format!("{program}.wasm")))?;
    }
    Ok(())
}

/// The worker that trains and the kernels of the Python worker, into `target/site/`.
///
/// SIMD is switched on for these two only: the pages must start, and say what is missing, in a
/// browser without it.
pub fn numeric(project: &Project) -> Result<()> {
    println!("building trainer and kernels");
    let simd = format!("target.{TARGET}.rustflags=['-Ctarget-feature=+simd128']");
    let packages = ["--package", "trainer", "--package", "kernels"];
    command::run(
        project
            .command("cargo")
            .args(["build", "--profile", "numeric", "--target", TARGET, "--config", &simd])
            .args(packages),
    )?;
    let built = project.target().join(TARGET).join("numeric");
    let site = project.target().join("site");
    bind(project, &built.join("trainer.wasm"))?;
    optimise(project, &site.join("trainer_bg.wasm"), &site.join("trainer.wasm"))?;
    optimise(project, &built.join("kernels.wasm"), &site.join("kernels.wasm"))
}

/// wasm-bindgen: the JavaScript beside the trainer.
fn bind(project: &Project, wasm: &Path) -> Result<()> {
    let site = project.target().join("site");
    let bound = site.join("trainer_bg.wasm");
    fresh::unless_made(&bound, &[wasm.to_path_buf()], "web", || {
        command::run(
            project
                .command("wasm-bindgen")
                .args(["--target", "web", "--no-typescript", "--out-name", "trainer"])
                .arg("--out-dir")
                .arg(&site)
                .arg(wasm),
        )?;
        copy(&site.join("trainer.js"), &site.join("raw").join("trainer.js"))
    })
}

fn optimise(project: &Project, from: &Path, to: &Path) -> Result<()> {
    fresh::unless_made(to, &[from.to_path_buf()], &FEATURES.join(" "), || {
        command::run(
            project
                .command("wasm-opt")
                .args(["-O3", "--enable-simd"])
                .args(FEATURES)
                .arg("-o")
                .arg(to)
                .arg(from),
        )
    })
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    files::write(to, files::read(from)?)
}
