//! `licences.txt`: whose work a built site contains besides this project's own, and on which terms.
//! Whoever hosts the site hands that work on, and most licences ask that their words go with it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::assets::Assets;
use crate::project::Project;
use crate::{command, files};

/// What is linked into the site's programs.
const PROGRAMS: [&str; 4] = ["app", "embed", "trainer", "kernels"];

/// How files with licences begin.
const NAMES: [&str; 5] = ["licen", "copying", "copyright", "notice", "unlicense"];

const HEAD: &str = "\
The parts from elsewhere that this build of Warmstart contains, with their licences. A number points
to a text below. Pyodide comes as its authors built it, with CPython (PSF License 2.0) inside; its
source is at https://github.com/pyodide/pyodide.
";

/// Somebody else's work.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    /// Name and version.
    name: String,
    /// The licence as its authors name it, by SPDX.
    licence: String,
    /// Its texts.
    texts: Vec<String>,
}

/// Writes the list.
///
/// # Errors
/// When cargo or the lock file of npm cannot be read.
pub fn add(project: &Project, assets: &Assets) -> Result<()> {
    let mut parts = crates(project)?;
    parts.extend(packages(project)?);
    assets.write("licences.txt", print(&parts))?;
    Ok(())
}

/// The crates that are compiled into the programs.
fn crates(project: &Project) -> Result<BTreeSet<Part>> {
    let target = "wasm32-unknown-unknown";
    let mut metadata = project.command("cargo");
    metadata.args(["metadata", "--format-version=1", "--locked", "--filter-platform", target]);
    let metadata: Value = serde_json::from_str(&command::output(&mut metadata)?)?;
    let folders = folders(&metadata);
    let mut parts = BTreeSet::new();
    for program in PROGRAMS {
        let mut tree = project.command("cargo");
        tree.args(["tree", "--locked", "--package", program, "--target", target]);
        tree.args(["--edges=normal,no-proc-macro", "--prefix=none", "--format={p}|{l}"]);
        for (name, licence) in command::output(&mut tree)?.lines().filter_map(crate_of) {
            let texts = folders.get(&name).map(|it| texts(it)).transpose()?.unwrap_or_default();
            parts.insert(Part { name, licence, texts });
        }
    }
    Ok(parts)
}

/// Where each crate lies, by name and version.
fn folders(metadata: &Value) -> BTreeMap<String, PathBuf> {
    let place = |package: &Value| {
        let name = format!("{} {}", package["name"].as_str()?, package["version"].as_str()?);
        Some((name, Path::new(package["manifest_path"].as_str()?).parent()?.to_path_buf()))
    };
    metadata["packages"].as_array().into_iter().flatten().filter_map(place).collect()
}

/// Reads `yew v0.23.0|MIT OR Apache-2.0 (*)`. Crates of this workspace name their folder.
fn crate_of(line: &str) -> Option<(String, String)> {
    let (package, licence) = line.trim_end_matches(" (*)").split_once('|')?;
    let (name, version) = package.split_once(" v")?;
    let is_ours = version.contains(' ');
    (!is_ours).then(|| (format!("{name} {version}"), licence.to_owned()))
}

/// The npm packages whose code or files are bundled.
fn packages(project: &Project) -> Result<BTreeSet<Part>> {
    let www = project.www();
    let lock: Value = serde_json::from_str(&files::read_text(&www.join("package-lock.json"))?)?;
    let entries = lock["packages"].as_object().context("the lock file of npm lists no packages")?;
    let mut parts = BTreeSet::new();
    for (place, package) in entries {
        let Some(name) = place.strip_prefix("node_modules/") else { continue };
        if package["dev"] != true {
            let said = |field: &str| package[field].as_str().unwrap_or("unnamed").to_owned();
            let name = format!("{name} {}", said("version"));
            parts.insert(Part { name, licence: said("license"), texts: texts(&www.join(place))? });
        }
    }
    Ok(parts)
}

/// The licence files of a folder.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("no {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_ascii_lowercase();
        if entry.file_type()?.is_file() && NAMES.iter().any(|it| name.starts_with(it)) {
            paths.push(entry.path());
        }
    }
    paths.sort();
    let read = |path: &PathBuf| Ok(String::from_utf8_lossy(&files::read(path)?).trim().to_owned());
    paths.iter().map(read).collect()
}

/// A line a part, then every text once.
fn print(parts: &BTreeSet<Part>) -> String {
    let mut out = HEAD.to_owned() + "\n";
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all: Vec<&str> = Vec::new();
    for part in parts {
        let _ = write!(out, "{}: {}", part.name, part.licence);
        for text in &part.texts {
            let number = *numbers.entry(text).or_insert_with(|| {
                all.push(text);
                all.len()
            });
            let _ = write!(out, " [{number}]");
        }
        out.push('\n');
    }
    for (place, text) in all.iter().enumerate() {
        let _ = write!(out, "\n\n[{}]\n\n{text}\n", place + 1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_from_elsewhere_are_read() {
        let of = |name: &str, licence: &str| Some((name.to_owned(), licence.to_owned()));
        assert_eq!(crate_of("yew v0.23.0|MIT (*)"), of("yew 0.23.0", "MIT"));
        assert_eq!(crate_of("ui v0.1.0 (/warmstart/crates/ui)|MIT"), None);
        assert_eq!(crate_of(""), None);
    }

    #[test]
    fn a_text_is_printed_once() {
        let part = |name: &str, text: &str| Part {
            name: name.to_owned(),
            licence: "MIT".to_owned(),
            texts: vec![text.to_owned()],
        };
        let out =
            print(&BTreeSet::from([part("a 1", "One"), part("b 2", "Two"), part("c 3", "One")]));
        let body = out.strip_prefix(HEAD).unwrap();
        assert_eq!(
            body,
            "\na 1: MIT [1]\nb 2: MIT [2]\nc 3: MIT [1]\n\n\n[1]\n\nOne\n\n\n[2]\n\nTwo\n"
        );
    }
}
