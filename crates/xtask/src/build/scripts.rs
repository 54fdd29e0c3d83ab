//! JavaScript and style sheets through esbuild, into `target/site/`.

use std::path::Path;

use anyhow::Result;

use super::numeric::TRAINERS;
use super::rooms::programs;
use crate::command;
use crate::project::Project;

/// A name in `target/site/`, and the source that it is bundled from.
const BUNDLES: [(&str, &str); 5] = [
    ("start.js", "www/start.js"),
    ("editor.js", "www/editor/editor.js"),
    ("python.js", "www/python/worker/main.js"),
    ("warm-start.js", "www/embed/warm-start.js"),
    ("main.css", "www/styles/main.css"),
];

/// Bundles and minifies everything that is not Rust.
///
/// # Errors
/// When a source is missing or wrong; esbuild prints where.
pub fn bundle(project: &Project) -> Result<()> {
    println!("bundling scripts and styles");
    command::run(project.command("node").arg("www/fonts/subset.mjs"))?;
    for (name, source) in BUNDLES {
        minify(project, &project.root().join(source), name)?;
    }
    // What wasm-bindgen wrote is readable; visitors download it minified.
    let raw = project.target().join("site").join("raw");
    for program in programs().into_iter().chain(["app"]).chain(TRAINERS) {
        let script = format!("{program}.js");
        minify(project, &raw.join(&script), &script)?;
    }
    Ok(())
}

fn minify(project: &Project, source: &Path, name: &str) -> Result<()> {
    let out = project.target().join("site").join(name);
    command::run(
        project
            .command("esbuild")
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
            .args(["--log-level=warning", "--legal-comments=none"])
            .args(["--loader:.woff2=file", "--asset-names=[name]-[hash]"])
            .arg(format!("--outfile={}", out.display()))
            .arg(source),
    )
}
