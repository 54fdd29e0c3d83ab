//! The wasm that crunches numbers, `trainer` and `kernels`: fast before small, and with SIMD.
//!
//! SIMD is switched on for these two only: the pages must start, and say what is missing, in a
//! browser without it.

use std::path::Path;

use anyhow::Result;

use super::fresh;
use crate::command;
use crate::files;
use crate::project::Project;

/// What the browser runs.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What Rust's wasm target uses by default, and SIMD: wasm-opt has to be told.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Builds both into `target/site/`.
///
/// # Errors
/// When they do not compile.
pub fn programs(project: &Project) -> Result<()> {
    println!("building trainer and kernels");
    compile(project, &["--package", "trainer", "--package", "kernels"])?;
    let built = project.target().join(TARGET).join("numeric");
    let site = project.target().join("site");
    bind(project, &built.join("trainer.wasm"), &site)?;
    files::copy(&site.join("trainer.js"), &site.join("raw").join("trainer.js"))?;
    optimise(project, &site.join("trainer_bg.wasm"), &site.join("trainer.wasm"))?;
    optimise(project, &built.join("kernels.wasm"), &site.join("kernels.wasm"))
}

/// Builds the trainer as the benchmark measures it, with one of burn's CPU engines, into `out`.
///
/// # Errors
/// When it does not compile.
pub fn bench_trainer(project: &Project, engine: &str, out: &Path) -> Result<()> {
    println!("building the trainer for the benchmark, burn's {engine}");
    let features = format!("bench,{engine}");
    compile(project, &["--package", "trainer", "--no-default-features", "--features", &features])?;
    let built = project.target().join(TARGET).join("numeric").join("trainer.wasm");
    let bound = out.join("bound");
    bind(project, &built, &bound)?;
    files::copy(&bound.join("trainer.js"), &out.join("trainer.js"))?;
    optimise(project, &bound.join("trainer_bg.wasm"), &out.join("trainer_bg.wasm"))
}

/// Builds the kernels as visitors get them into `out`.
///
/// # Errors
/// When they do not compile.
pub fn bench_kernels(project: &Project, out: &Path) -> Result<()> {
    println!("building the kernels for the benchmark");
    compile(project, &["--package", "kernels"])?;
    optimise(project, &project.target().join(TARGET).join("numeric").join("kernels.wasm"), out)
}

fn compile(project: &Project, what: &[&str]) -> Result<()> {
    let simd = format!("target.{TARGET}.rustflags=['-Ctarget-feature=+simd128']");
    command::run(
        project
            .command("cargo")
            .args(["build", "--profile", "numeric", "--target", TARGET, "--config", &simd])
            .args(what),
    )
}

/// wasm-bindgen: `trainer.js` and `trainer_bg.wasm`.
fn bind(project: &Project, wasm: &Path, out: &Path) -> Result<()> {
    fresh::unless_made(&out.join("trainer_bg.wasm"), &[wasm.to_path_buf()], "web", || {
        command::run(
            project
                .command("wasm-bindgen")
                .args(["--target", "web", "--no-typescript", "--out-name", "trainer"])
                .arg("--out-dir")
                .arg(out)
                .arg(wasm),
        )
    })
}

fn optimise(project: &Project, from: &Path, to: &Path) -> Result<()> {
    fresh::unless_made(to, &[from.to_path_buf()], &FEATURES.join(" "), || {
        let mut wasm_opt = project.command("wasm-opt");
        command::run(wasm_opt.arg("-O3").args(FEATURES).arg("-o").arg(to).arg(from))
    })
}
