//! What the Python worker loads: Pyodide as npm ships it, and one archive with our own packages.

use std::io::{Cursor, Write};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};
use zip::{
    CompressionMethod,
    write::{SimpleFileOptions, ZipWriter},
};

use super::assets::Assets;
use super::numpy_wheel::NumpyWheel;
use crate::files;
use crate::project::Project;

/// The files of the npm package that a browser asks for.
const PYODIDE: [&str; 5] = [
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
];

/// Folders under `www/python/`, and the folder of the archive that each becomes.
const PACKAGES: [(&str, &str); 2] = [("harness", ""), ("numpy", "numpy/")];

/// Where the files of a host's wheel lie in the archive; the worker unpacks them before it imports.
const UNPACKED: &str = "unpacked/";

/// Adds Pyodide, its size in bytes, the archive and the kernels of our numpy; `wheel` stands in for
/// our numpy and needs no kernels.
pub fn add(project: &Project, assets: &mut Assets, wheel: Option<&NumpyWheel>) -> Result<()> {
    let package = project.www().join("node_modules").join("pyodide");
    let folder =
        format!("pyodide/{}/", version(&files::read_text(&package.join("package.json"))?)?);
    let mut bytes = 0;
    for file in PYODIDE {
        let content = files::read(&package.join(file))?;
        bytes += content.len();
        assets.write(&format!("{folder}{file}"), content)?;
    }
    assets.name("pyodide/", json!(assets.link(&folder)));
    assets.name("pyodide.bytes", json!(bytes));
    assets.add("python.zip", "assets/", &archive(project, wheel)?)?;
    if wheel.is_none() {
        let kernels = project.target().join("site").join("kernels.wasm");
        assets.add("kernels.wasm", "assets/", &files::read(&kernels)?)?;
    }
    Ok(())
}

fn version(manifest: &str) -> Result<String> {
    let manifest: Value = serde_json::from_str(manifest)?;
    manifest["version"].as_str().map(str::to_owned).context("pyodide names no version")
}

/// The harness and the numpy package, which are imported from there, or the wheel's files.
///
/// Compressed as a whole, which is a seventh smaller than file by file, and not left to the host:
/// few compress a zip archive. The same sources give the same bytes: sorted, and without times.
fn archive(project: &Project, wheel: Option<&NumpyWheel>) -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(zip::DateTime::default());
    for (source, inside) in
        PACKAGES.into_iter().filter(|(source, _)| wheel.is_none() || *source != "numpy")
    {
        let folder = project.www().join("python").join(source);
        for path in files::walk(&folder)? {
            let name = files::relative(&path, &folder);
            if is_shipped(&name) {
                archive.start_file(format!("{inside}{name}"), options)?;
                archive.write_all(&files::read(&path)?)?;
            }
        }
    }
    for (name, content) in wheel.iter().flat_map(|wheel| wheel.files()) {
        archive.start_file(format!("{UNPACKED}{name}"), options)?;
        archive.write_all(content)?;
    }
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&archive.finish()?.into_inner())?;
    Ok(packed.finish()?)
}

/// Modules; not their type hints, which are for editors, nor tests, nor what Python left beside them.
fn is_shipped(name: &str) -> bool {
    let is_python = name.ends_with(".py");
    let file = name.rsplit('/').next().unwrap_or(name);
    let is_test = name.split('/').any(|part| part == "tests") || file.starts_with("test_");
    is_python && !is_test
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ships_modules_and_nothing_else() {
        assert!(is_shipped("warmstart_harness/run.py"));
        assert!(!is_shipped("core/array.pyi"));
        assert!(!is_shipped("tests/test_run.py"));
        assert!(!is_shipped("test_run.py"));
        assert!(!is_shipped("__pycache__/run.cpython-314.pyc"));
    }
}
