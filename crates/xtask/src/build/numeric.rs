//! The wasm that crunches numbers, the trainers, the reader of checkpoints and `kernels`: fast before
//! small, and with SIMD.
//!
//! SIMD is switched on for these two only: the pages must start, and say what is missing, in a
//! browser without it.

use std::path::Path;

use anyhow::{Result, ensure};

use super::wasm::{TARGET, bind, optimise};
use crate::command;
use crate::files;
use crate::project::Project;

/// wasm-opt's part of that.
const FAST: [&str; 2] = ["-O3", "--enable-simd"];

/// The workers that train, with burn and for labs whose arithmetic is by hand; and the one that opens
/// trained models from the visitor's disk.
pub const TRAINERS: [&str; 3] = ["trainer", "lab-trainer", "checkpoint-reader"];

/// Crates that a program must be without, though all are built from one crate: whoever opens no
/// checkpoint downloads no tokeniser, and whoever opens one no burn.
const NEVER: [(&str, &str); 3] =
    [("trainer", "tokenizers"), ("lab-trainer", "tokenizers"), ("checkpoint-reader", "burn_")];

/// Builds all into `target/site/`.
///
/// # Errors
/// When they do not compile.
pub fn programs(project: &Project) -> Result<()> {
    println!("building trainers and kernels");
    compile(project, &["--package", "trainer", "--package", "kernels"])?;
    let built = project.target().join(TARGET).join("numeric");
    for (program, never) in NEVER {
        let wasm = files::read(&built.join(format!("{program}.wasm")))?;
        ensure!(!names(&wasm, never), "{program}.wasm has code of {never}");
    }
    let site = project.target().join("site");
    let raw = site.join("raw");
    for program in TRAINERS {
        let wasm = format!("{program}.wasm");
        bind(project, &built.join(&wasm), &raw, program)?;
        optimise(project, &raw.join(format!("{program}_bg.wasm")), &site.join(&wasm), &FAST)?;
    }
    optimise(project, &built.join("kernels.wasm"), &site.join("kernels.wasm"), &FAST)
}

/// Whether a program has code of that crate. The compiler leaves names in; wasm-opt takes them out.
fn names(wasm: &[u8], name: &str) -> bool {
    wasm.windows(name.len()).any(|part| part == name.as_bytes())
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
    bind(project, &built, &bound, "trainer")?;
    files::copy(&bound.join("trainer.js"), &out.join("trainer.js"))?;
    optimise(project, &bound.join("trainer_bg.wasm"), &out.join("trainer_bg.wasm"), &FAST)
}

/// Builds the kernels as visitors get them into `out`.
///
/// # Errors
/// When they do not compile.
pub fn bench_kernels(project: &Project, out: &Path) -> Result<()> {
    println!("building the kernels for the benchmark");
    compile(project, &["--package", "kernels"])?;
    let built = project.target().join(TARGET).join("numeric").join("kernels.wasm");
    optimise(project, &built, out, &FAST)
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
