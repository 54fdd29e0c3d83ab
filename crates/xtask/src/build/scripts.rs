//! JavaScript and style sheets through esbuild, into `target/site/`.

use anyhow::Result;

use crate::command;
use crate::project::Project;

/// A name in `target/site/`, and the source that it is bundled from.
const BUNDLES: [(&str, &str); 8] = [
    ("start.js", "www/start.js"),
    ("editor.js", "www/editor/editor.js"),
    ("python.js", "www/python/worker/main.js"),
    ("warm-start.js", "www/embed/warm-start.js"),
    ("main.css", "www/styles/main.css"),
    // What wasm-bindgen wrote is readable; visitors download it minified.
    ("app.js", "target/site/raw/app.js"),
    ("embed.js", "target/site/raw/embed.js"),
    ("trainer.js", "target/site/raw/trainer.js"),
];

/// Bundles and minifies everything that is not Rust.
///
/// # Errors
/// When a source is missing or wrong; esbuild prints where.
pub fn bundle(project: &Project) -> Result<()> {
    println!("bundling scripts and styles");
    command::run(project.command("node").arg("www/fonts/subset.mjs"))?;
    for (name, source) in BUNDLES {
        let source = match source.strip_prefix("target/") {
            Some(built) => project.target().join(built),
            None => project.root().join(source),
        };
        let out = project.target().join("site").join(name);
        command::run(
            project
                .command("esbuild")
                .args(["--bundle", "--minify", "--format=esm", "--target=es2022"])
                .args(["--log-level=warning", "--legal-comments=none"])
                .args(["--loader:.woff2=file", "--asset-names=[name]-[hash]"])
                .arg(format!("--outfile={}", out.display()))
                .arg(source),
        )?;
    }
    Ok(())
}
