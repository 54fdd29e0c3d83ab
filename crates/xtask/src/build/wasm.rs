//! What comes after the compiler for every wasm file: the JavaScript beside it, and wasm-opt.

use std::path::Path;

use anyhow::Result;

use super::fresh;
use crate::command;
use crate::project::Project;

/// What the browser runs.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What Rust's wasm target uses by default: wasm-opt has to be told.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// wasm-bindgen: `<name>.js` and `<name>_bg.wasm` in `out`.
///
/// # Errors
/// When it fails.
pub fn bind(project: &Project, wasm: &Path, out: &Path, name: &str) -> Result<()> {
    let bound = out.join(format!("{name}_bg.wasm"));
    fresh::unless_made(&bound, &[wasm.to_path_buf()], "web", || {
        command::run(
            project
                .command("wasm-bindgen")
                .args(["--target", "web", "--no-typescript", "--out-name", name])
                .arg("--out-dir")
                .arg(out)
                .arg(wasm),
        )
    })
}

/// wasm-opt with `flags`: the level, and features beyond the default.
///
/// # Errors
/// When it fails.
pub fn optimise(project: &Project, from: &Path, to: &Path, flags: &[&str]) -> Result<()> {
    let settings = [flags, &FEATURES].concat();
    fresh::unless_made(to, &[from.to_path_buf()], &settings.join(" "), || {
        let mut wasm_opt = project.command("wasm-opt");
        command::run(wasm_opt.args(&settings).arg("-o").arg(to).arg(from))
    })
}
