//! Holds the arrows of `ARCHITECTURE.md`: what a crate must never depend on, however long the way.
//!
//! The graph is cargo's own (`cargo tree`), for the browser's target, with the features that each
//! crate is really built with, and without what only build scripts and tests use.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use anyhow::Result;

use crate::command;
use crate::project::Project;

/// A crate, and what must be nowhere below it. A name that ends with `*` stands for all that begin
/// like it.
const NEVER: [(&str, &[&str]); 16] = [
    (
        "checkpoints",
        &["yew*", "web-sys", "gloo*", "idb", "tokio", "content", "labs", "protocol", "ui", "viz"],
    ),
    (
        "content",
        &["yew*", "web-sys", "gloo*", "burn*", "formula", "protocol", "pulldown-*", "toml"],
    ),
    (
        "figures",
        &["yew*", "web-sys", "gloo*", "burn*", "content", "labs", "nets", "protocol", "viz"],
    ),
    ("formula", &["yew*", "web-sys", "gloo*", "burn*", "regex*", "content", "protocol", "ui"]),
    ("labs", &["yew*", "web-sys", "gloo*", "idb", "rayon", "content", "protocol", "ui", "viz"]),
    ("judge", &["yew*", "web-sys", "gloo*", "burn*", "ui", "nets"]),
    ("nets", &["yew*", "web-sys", "gloo*", "idb", "tokio", "rayon", "ui", "viz", "protocol"]),
    ("viz", &["yew*", "web-sys", "gloo*", "burn*", "ui", "protocol"]),
    ("protocol", &["yew*", "web-sys", "gloo*", "burn*", "content", "judge", "nets", "ui"]),
    (
        "study",
        &[
            "yew*",
            "web-sys",
            "gloo*",
            "idb",
            "burn*",
            "tokio",
            "pulldown-*",
            "toml",
            "judge",
            "labs",
            "nets",
            "protocol",
            "ui",
            "viz",
        ],
    ),
    ("trainer", &["yew*", "gloo*", "idb", "ui", "viz", "content", "judge"]),
    ("kernels", &["yew*", "web-sys", "burn*", "content", "nets", "protocol", "ui"]),
    ("ui", &["burn*", "labs", "nets", "yew-router", "pulldown-*", "toml", "xtask"]),
    ("app", &["burn*", "labs", "nets", "pulldown-*", "toml", "xtask"]),
    ("embed", &["burn*", "labs", "nets", "yew-router", "pulldown-*", "toml", "xtask"]),
    ("xtask", &["yew*", "burn*", "ui", "nets"]),
];

/// What depends on what, by crate name.
pub type Graph = BTreeMap<String, BTreeSet<String>>;

/// Every forbidden dependency of the project, as the path that leads to it.
///
/// # Errors
/// When cargo cannot resolve the workspace.
pub fn broken(project: &Project) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for (package, never) in NEVER {
        paths.extend(forbidden(&read(project, package)?, package, never));
    }
    Ok(paths)
}

/// The shortest path from `package` to each of what it must never depend on: `nets -> x -> yew`.
#[must_use]
pub fn forbidden(graph: &Graph, package: &str, never: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::from([package]);
    let mut queue = VecDeque::from([vec![package]]);
    while let Some(path) = queue.pop_front() {
        let Some(below) = path.last().and_then(|last| graph.get(*last)) else { continue };
        for next in below.iter().filter(|next| seen.insert(next)) {
            let longer = [path.as_slice(), &[next.as_str()]].concat();
            if never.iter().any(|pattern| matches(pattern, next)) {
                found.push(longer.join(" -> "));
            } else {
                queue.push_back(longer);
            }
        }
    }
    found
}

/// Reads what `cargo tree --prefix depth` prints: a depth, a name and a version a line.
#[must_use]
pub fn parse(tree: &str) -> Graph {
    let mut graph = Graph::new();
    let mut above: Vec<&str> = Vec::new();
    for line in tree.lines() {
        let name_from = line.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(line.len());
        let (depth, rest) = line.split_at(name_from);
        let (Ok(depth), Some(name)) = (depth.parse(), rest.split_whitespace().next()) else {
            continue;
        };
        above.truncate(depth);
        if let Some(parent) = above.last() {
            graph.entry((*parent).to_owned()).or_default().insert(name.to_owned());
        }
        above.push(name);
    }
    graph
}

fn read(project: &Project, package: &str) -> Result<Graph> {
    // xtask runs here; everything else runs in the browser.
    let target = if package == "xtask" { &[][..] } else { &["--target=wasm32-unknown-unknown"] };
    let tree = command::output(
        project
            .command("cargo")
            .args(["tree", "--quiet", "--edges=normal", "--prefix=depth", "--package", package])
            .args(target),
    )?;
    Ok(parse(&tree))
}

fn matches(pattern: &str, name: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == name, |start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "0nets v0.1.0 (/project/crates/nets)\n\
        1burn v0.22.1\n2burn-core v0.22.1\n3serde v1.0.0\n\
        1charts v1.0.0\n2yew v0.23.0\n3web-sys v0.3.0\n2serde v1.0.0 (*)\n";

    fn check(never: &[&str], expect: &[&str]) {
        assert_eq!(forbidden(&parse(TREE), "nets", never), expect);
    }

    #[test]
    fn a_broken_layer_is_named_with_its_path() {
        check(&["yew*"], &["nets -> charts -> yew"]);
        check(&["web-sys"], &["nets -> charts -> yew -> web-sys"]);
        check(&["burn-*"], &["nets -> burn -> burn-core"]);
        check(&["yew*", "serde"], &["nets -> charts -> serde", "nets -> charts -> yew"]);
    }

    #[test]
    fn a_kept_layer_is_silent() {
        check(&["ui", "burn-wgpu", "ye"], &[]);
    }
}
