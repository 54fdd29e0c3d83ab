//! The site as built: where it is mounted and where its hashed files are. Read from the data block
//! `#warmstart-site` that every page carries.

use std::{collections::BTreeMap, rc::Rc};

use serde::Deserialize;
use serde_json::Value;

/// Name of the element that holds the data block.
const BLOCK_ID: &str = "warmstart-site";

thread_local! {
    static CURRENT: Rc<Site> = Rc::new(read_page().unwrap_or_default());
}

/// Where this build is mounted and where its files are.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Site {
    /// Path under which the site is mounted; begins and ends with `/`.
    pub base: String,
    /// Version of the build.
    pub version: String,
    assets: BTreeMap<String, Value>,
}

impl Site {
    /// The site that this page belongs to. Without a readable data block it is empty, and every
    /// asset address leads nowhere; the loading of that asset then reports the failure.
    #[must_use]
    pub fn current() -> Rc<Self> {
        CURRENT.with(Rc::clone)
    }

    /// Reads a data block.
    ///
    /// # Errors
    /// If the text is no JSON or lacks a field.
    pub fn parse(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    /// Absolute address of a built file, by its unhashed name: `trainer.js`.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        let path = self.assets.get(name).and_then(Value::as_str).unwrap_or(name);
        absolute(path)
    }

    /// Absolute address of a file that keeps its name: `embed/v1/warm-start.js`.
    #[must_use]
    pub fn asset_in_place(&self, path: &str) -> String {
        absolute(&self.link(path))
    }

    /// Whether a file of that unhashed name was built.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.assets.contains_key(name)
    }

    /// A number that the build wrote beside the addresses: `pyodide.bytes`.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<u64> {
        self.assets.get(name)?.as_u64()
    }

    /// Address of a page or file inside the site, from its path without a leading slash:
    /// `practice/` gives `/practice/`, or `/sub/practice/` under a sub-path.
    #[must_use]
    pub fn link(&self, path: &str) -> String {
        let base = if self.base.is_empty() { "/" } else { &self.base };
        format!("{base}{}", path.trim_start_matches('/'))
    }

    /// The part of an address path that lies inside the site, without a leading slash; `None` if
    /// it lies outside.
    #[must_use]
    pub fn inside<'a>(&self, pathname: &'a str) -> Option<&'a str> {
        let base = if self.base.is_empty() { "/" } else { &self.base };
        if pathname == base.trim_end_matches('/') {
            return Some("");
        }
        pathname.strip_prefix(base)
    }

    /// Names the engine that Python snapshots belong to: changes with any of its files.
    #[must_use]
    pub fn engine_key(&self) -> String {
        let part = |name: &str| self.assets.get(name).and_then(Value::as_str).unwrap_or("");
        ["pyodide/", "python.js", "python.zip", "kernels.wasm"].map(part).join("|")
    }
}

fn absolute(path: &str) -> String {
    let origin = web_sys::window().and_then(|window| window.location().origin().ok());
    origin
        .and_then(|origin| web_sys::Url::new_with_base(path, &origin).ok())
        .map_or_else(|| path.to_owned(), |url| url.href())
}

fn read_page() -> Option<Site> {
    let block = web_sys::window()?.document()?.get_element_by_id(BLOCK_ID)?;
    Site::parse(&block.text_content()?).ok()
}

#[cfg(test)]
mod tests {
    use super::Site;

    fn site(base: &str) -> Site {
        let text = format!(
            r#"{{"base":"{base}","version":"0.1.0","assets":{{"trainer.js":"{base}assets/trainer-1.js","pyodide.bytes":135}}}}"#
        );
        Site::parse(&text).unwrap()
    }

    #[test]
    fn links_stay_inside_the_base() {
        assert_eq!(site("/").link("practice/"), "/practice/");
        assert_eq!(site("/sub/path/").link("/labs/"), "/sub/path/labs/");
        assert_eq!(site("/sub/").inside("/sub/practice/iou/"), Some("practice/iou/"));
        assert_eq!(site("/sub/").inside("/sub"), Some(""));
        assert_eq!(site("/sub/").inside("/elsewhere/"), None);
    }

    #[test]
    fn numbers_and_addresses_are_told_apart() {
        assert_eq!(site("/").number("pyodide.bytes"), Some(135));
        assert_eq!(site("/").number("trainer.js"), None);
    }

    #[test]
    fn nonsense_is_refused() {
        assert!(Site::parse("{}").is_err());
        assert!(Site::parse("<html>").is_err());
    }
}
