//! A NumPy wheel that a host brings, checked against the Pyodide that the site ships.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use zip::ZipArchive;

use crate::files;
use crate::project::Project;

/// The files of the wheel, by their path in `site-packages`.
#[derive(Debug)]
pub struct NumpyWheel {
    files: Vec<(String, Vec<u8>)>,
}

/// What the pinned Pyodide runs: `info` of its lock file.
#[derive(Debug, Deserialize)]
struct Engine {
    abi_version: String,
    arch: String,
    python: String,
}

impl NumpyWheel {
    /// Reads a wheel whose name says that it is NumPy for the pinned Pyodide.
    ///
    /// # Errors
    /// When it is for another engine, or is no wheel of NumPy; the message says which.
    pub fn open(project: &Project, path: &Path) -> Result<Self> {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        engine(project)?.expect(name)?;
        let file = File::open(path).context("there is no such file")?;
        let mut archive = ZipArchive::new(file).context("it is no zip archive")?;
        let mut files = Vec::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index)?;
            if entry.is_file() {
                let path = entry.enclosed_name().context("a path in it leads out of it")?;
                let name = path.to_string_lossy().replace('\\', "/");
                let mut content = Vec::new();
                entry.read_to_end(&mut content)?;
                files.push((name, content));
            }
        }
        ensure!(
            files.iter().any(|(name, _)| name == "numpy/__init__.py"),
            "it holds no numpy/__init__.py"
        );
        files.sort();
        Ok(Self { files })
    }

    /// Paths and contents, sorted by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, content)| (name.as_str(), content.as_slice()))
    }
}

fn engine(project: &Project) -> Result<Engine> {
    #[derive(Deserialize)]
    struct Lock {
        info: Engine,
    }
    let lock = project.www().join("node_modules").join("pyodide").join("pyodide-lock.json");
    Ok(serde_json::from_str::<Lock>(&files::read_text(&lock)?)?.info)
}

impl Engine {
    /// Checks a wheel's file name: `numpy-<version>-<python>-<abi>-<platform>.whl`, with tags that
    /// may each be several, joined by dots (PEP 427 and 425).
    fn expect(&self, name: &str) -> Result<()> {
        let parts: Vec<&str> = name.strip_suffix(".whl").unwrap_or_default().split('-').collect();
        let (["numpy", _, python, abi, platform] | ["numpy", _, _, python, abi, platform]) =
            parts.as_slice()
        else {
            bail!(
                "its name is not that of a NumPy wheel: \
                 numpy-<version>-<python>-<abi>-<platform>.whl"
            );
        };
        let version: String = self.python.split('.').take(2).collect();
        let python_tag = format!("cp{version}");
        let platforms = ["pyemscripten", "pyodide"]
            .map(|system| format!("{system}_{}_{}", self.abi_version, self.arch));
        let has = |tags: &str, fitting: &[&str]| tags.split('.').any(|tag| fitting.contains(&tag));
        let fits = has(python, &[&python_tag, "py3"])
            && has(abi, &[&python_tag, "abi3", "none"])
            && has(platform, &[&platforms[0], &platforms[1], "any"]);
        ensure!(
            fits,
            "it is for {python}-{abi}-{platform}; the pinned Pyodide runs \
             {python_tag}-{python_tag}-{}",
            platforms[0]
        );
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expect(name: &str, problem: Option<&str>) {
        let engine = Engine {
            abi_version: "2026_0".to_owned(),
            arch: "wasm32".to_owned(),
            python: "3.14.2".to_owned(),
        };
        let told = engine.expect(name).err().map(|error| error.to_string()).unwrap_or_default();
        match problem {
            Some(problem) => assert!(told.contains(problem), "{name}: {told}"),
            None => assert_eq!(told, "", "{name}"),
        }
    }

    #[test]
    fn a_wheel_fits_the_engine_or_the_error_says_what_would() {
        expect("numpy-2.4.6-cp314-cp314-pyemscripten_2026_0_wasm32.whl", None);
        expect("numpy-2.4.6-1-cp314-cp314-pyodide_2026_0_wasm32.whl", None);
        expect("numpy-9.9-py2.py3-none-any.whl", None);
        let other = "runs cp314-cp314-pyemscripten_2026_0_wasm32";
        expect("numpy-2.4.6-cp313-cp313-pyemscripten_2026_0_wasm32.whl", Some(other));
        expect("numpy-2.4.6-cp314-cp314-pyemscripten_2025_0_wasm32.whl", Some(other));
        expect("numpy-2.4.6-cp314-cp314-manylinux_2_28_x86_64.whl", Some(other));
        expect("scipy-1.0-cp314-cp314-pyemscripten_2026_0_wasm32.whl", Some("not that of a NumPy"));
        expect("numpy.zip", Some("not that of a NumPy"));
    }
}
