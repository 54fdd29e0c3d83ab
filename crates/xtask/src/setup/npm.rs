//! Set-up through npm: the packages of `www/package-lock.json`.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Map, Value};

use super::announce;
use crate::command;
use crate::project::Project;

/// Installs the locked packages, unless `node_modules` already holds exactly them.
pub fn packages(project: &Project) -> Result<()> {
    let www = project.www();
    let wanted = read(&www.join("package-lock.json")).unwrap_or_default();
    // npm notes there what it has put into the folder.
    let present = read(&www.join("node_modules").join(".package-lock.json"));
    if present.is_some_and(|present| is_installed(&wanted, &present)) {
        return Ok(());
    }
    announce("installing npm packages from www/package-lock.json");
    // No package needs its install script: esbuild and wasm-opt run as they are unpacked.
    command::run(project.command("npm").current_dir(www).args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
    ]))
}

fn read(path: &Path) -> Option<Map<String, Value>> {
    let lock: Value = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    lock.get("packages")?.as_object().cloned()
}

/// Whether every package is there in its locked form; those for other machines may be missing.
fn is_installed(wanted: &Map<String, Value>, present: &Map<String, Value>) -> bool {
    let of_the_lock = wanted.iter().filter(|(place, _)| !place.is_empty());
    let mut missing = of_the_lock.filter(|(place, package)| {
        let here = present.get(*place).and_then(|package| package.get("integrity"));
        here != package.get("integrity") && !(here.is_none() && is_optional(package))
    });
    missing.next().is_none() && present.keys().all(|place| wanted.contains_key(place))
}

fn is_optional(package: &Value) -> bool {
    package.get("optional").and_then(Value::as_bool).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(present: &Value, expect: bool) {
        let wanted = json!({
            "": { "name": "www" },
            "node_modules/a": { "integrity": "1" },
            "node_modules/b": { "integrity": "2", "optional": true },
        });
        let both = (wanted.as_object().unwrap(), present.as_object().unwrap());
        assert_eq!(is_installed(both.0, both.1), expect, "{present}");
    }

    #[test]
    fn installs_when_anything_differs_from_the_lock() {
        check(&json!({ "node_modules/a": { "integrity": "1" } }), true);
        check(&json!({ "node_modules/a": { "integrity": "0" } }), false);
        check(&json!({}), false);
        let stray = json!({ "node_modules/a": { "integrity": "1" }, "node_modules/c": {} });
        check(&stray, false);
    }
}
