//! `app` and `embed` stand on the same crates. A crate that each asks for with features of its own
//! would be compiled twice, and with it everything above it: minutes of every build.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::command;
use crate::project::Project;

/// Crates below both programs that are not built alike: `web-sys: app alone wants History`.
///
/// # Errors
/// When cargo cannot resolve the workspace.
pub fn built_twice(project: &Project) -> Result<Vec<String>> {
    Ok(differing(("app", &tree(project, "app")?), ("embed", &tree(project, "embed")?)))
}

/// A program's name, and what `cargo tree` prints for it: a crate, its version and features a line.
fn differing(one: (&str, &str), other: (&str, &str)) -> Vec<String> {
    let (features, others) = (features(one.1), features(other.1));
    let mut found = Vec::new();
    for (name, wanted) in &features {
        let Some(here) = others.get(name) else { continue };
        for (program, more, less) in [(one.0, wanted, here), (other.0, here, wanted)] {
            let alone: Vec<_> = more.iter().filter(|name| !less.contains(*name)).copied().collect();
            if !alone.is_empty() {
                found.push(format!("{name}: {program} alone wants {}", alone.join(", ")));
            }
        }
    }
    found
}

fn features(tree: &str) -> BTreeMap<&str, Vec<&str>> {
    let lines = tree.lines().filter_map(|line| line.split_once(" features="));
    lines.map(|(name, features)| (name, features.split(',').collect())).collect()
}

fn tree(project: &Project, program: &str) -> Result<String> {
    let printed = command::output(project.command("cargo").args([
        "tree",
        "--quiet",
        "--edges=normal",
        "--prefix=none",
        "--no-dedupe",
        "--format={p} features={f}",
        "--target=wasm32-unknown-unknown",
        "--package",
        program,
    ]))?;
    Ok(printed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_only_one_of_them_wants() {
        let app = "web-sys v0.3.0 features=Document,History\nyew v0.23.0 features=csr\nrouter v1.0.0 features=a\n";
        let embed = "web-sys v0.3.0 features=Document\nyew v0.23.0 features=csr\n";
        let found = differing(("app", app), ("embed", embed));
        assert_eq!(found, ["web-sys v0.3.0: app alone wants History"]);
        assert!(differing(("app", app), ("app", app)).is_empty());
    }
}
