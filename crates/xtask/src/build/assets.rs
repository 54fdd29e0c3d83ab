//! The files of the site and their addresses: everything that a page refers to by name is stored
//! under a name that changes with its content, so that hosts may let browsers keep it for ever.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::names;
use super::rooms::{ROOMS, programs};
use crate::project::Project;
use crate::{files, hash};

/// Compiled files by the name that pages know them by; the rooms' programs come besides.
const COMPILED: [&str; 14] = [
    "app.js",
    "app.wasm",
    "trainer.js",
    "trainer.wasm",
    "lab-trainer.js",
    "lab-trainer.wasm",
    "checkpoint-reader.js",
    "checkpoint-reader.wasm",
    "editor.js",
    "python.js",
    names::FILE,
    "start.js",
    "main.css",
    "icon.svg",
];

/// What has been written so far, and where it will be served.
#[derive(Debug)]
pub struct Assets {
    output: PathBuf,
    base: String,
    addresses: BTreeMap<String, Value>,
}

impl Assets {
    /// Nothing written yet.
    #[must_use]
    pub fn new(output: &Path, base: &str) -> Self {
        Self { output: output.to_path_buf(), base: base.to_owned(), addresses: BTreeMap::new() }
    }

    /// The folder that is being written.
    #[must_use]
    pub fn output(&self) -> &Path {
        &self.output
    }

    /// Where the site will be mounted.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The address of a page or file inside the site.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The address of a file that was added under this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn address(&self, name: &str) -> Result<&str> {
        let address = self.addresses.get(name).and_then(Value::as_str);
        address.with_context(|| format!("nothing was built under the name {name}"))
    }

    /// Writes a file as it is called, and returns its address.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> Result<String> {
        files::write(&self.output.join(path), bytes)?;
        Ok(self.link(path))
    }

    /// Writes a file into a folder under a hashed name, which pages find by `name`.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn add(&mut self, name: &str, folder: &str, bytes: &[u8]) -> Result<String> {
        let file = name.rsplit('/').next().unwrap_or(name);
        let path = self.write_hashed(&format!("{folder}{file}"), bytes)?;
        let address = self.link(&path);
        self.name(name, json!(address));
        Ok(address)
    }

    /// Writes a file under a hashed name, and returns its path inside the site.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn write_hashed(&self, path: &str, bytes: &[u8]) -> Result<String> {
        let hashed = hash::name(path, bytes);
        files::write(&self.output.join(&hashed), bytes)?;
        Ok(hashed)
    }

    /// Makes an address or a number known to every page.
    pub fn name(&mut self, name: &str, value: Value) {
        self.addresses.insert(name.to_owned(), value);
    }

    /// The data block that every page carries.
    #[must_use]
    pub fn data_block(&self, project: &Project) -> Value {
        json!({
            "base": self.base,
            "version": project.version(),
            "rooms": ROOMS,
            "assets": self.addresses,
        })
    }

    /// Adds what the compilers left in `target/site/`: programs, scripts, styles, fonts, the icon.
    ///
    /// # Errors
    /// When one is missing.
    pub fn add_compiled(&mut self, project: &Project) -> Result<()> {
        let site = project.target().join("site");
        for name in COMPILED {
            let folder = if name == "icon.svg" { project.www() } else { site.clone() };
            self.add(name, "assets/", &files::read(&folder.join(name))?)?;
        }
        for room in programs() {
            for file in [format!("{room}.js"), format!("{room}.wasm")] {
                self.add(&file, "assets/", &files::read(&site.join(&file))?)?;
            }
        }
        // The style sheet names its fonts relative to itself, hashed already.
        let styles = files::read_text(&site.join("main.css"))?;
        for font in fonts(&styles) {
            let address = self.write(&format!("assets/{font}"), files::read(&site.join(font))?)?;
            self.name(&unhashed(font), json!(address));
        }
        Ok(())
    }
}

/// The font files that a bundled style sheet refers to.
fn fonts(styles: &str) -> Vec<&str> {
    let addresses = styles.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let names = addresses.map(|address| address.trim_matches('"').trim_start_matches("./"));
    names.filter(|name| name.ends_with(".woff2")).collect()
}

/// `plex-400-ABCDEF.woff2` without its hash.
fn unhashed(file: &str) -> String {
    let ending = file.rsplit('.').next().unwrap_or_default();
    file.rsplit_once('-').map_or_else(|| file.to_owned(), |(stem, _)| format!("{stem}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_fonts_of_a_style_sheet() {
        let styles = r#"@font-face{src:url("./plex-400-XY.woff2") format("woff2")}a{background:url(data:x)}"#;
        assert_eq!(fonts(styles), ["plex-400-XY.woff2"]);
        assert_eq!(unhashed("plex-400-XY.woff2"), "plex-400.woff2");
    }
}
