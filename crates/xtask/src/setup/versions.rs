//! Versions of the tools that no manifest or lock file names: each is written here and nowhere else.
//!
//! `wasm-bindgen` comes from `Cargo.lock` (the program must equal the library), npm packages from
//! `www/package.json` and its lock.

use std::fs;

use anyhow::{Context, Result};

use crate::project::Project;

/// The newest Trunk that builds with the workspace's Rust.
pub const TRUNK: &str = "0.21.14";

/// Between WebDriver and Firefox.
pub const GECKODRIVER: &str = "0.37.1";

/// The oldest Node that the npm packages and the content check run on.
pub const NODE_MAJOR: u32 = 20;

/// The version of `wasm-bindgen` that `Cargo.lock` has settled on.
///
/// # Errors
/// When the lock file cannot be read or does not name it.
pub fn wasm_bindgen(project: &Project) -> Result<String> {
    let path = project.root().join("Cargo.lock");
    let lock =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    locked(&lock, "wasm-bindgen").context("Cargo.lock does not name wasm-bindgen")
}

/// The version of a package in the text of a lock file.
fn locked(lock: &str, package: &str) -> Option<String> {
    let heading = format!("name = \"{package}\"\nversion = \"");
    let (_, rest) = lock.split_once(&heading)?;
    rest.split_once('"').map(|(version, _)| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_exactly_the_named_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(lock, "yew"), None);
    }
}
