//! The service worker and its list of files.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::json;

use super::assets::Assets;
use super::rooms::programs;
use crate::project::Project;
use crate::{files, hash};

/// When the service worker stores a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stored {
    /// When it is installed: without it no page opens.
    Always,
    /// When it is installed, unless the visitor asked for less data.
    Ahead,
    /// When a page first asks for it: too heavy to send to people who may never need it.
    OnUse,
}

/// Writes `sw.js`.
///
/// The version stands for every byte of the site, so any change makes a new worker with a cache of
/// its own.
pub fn write(project: &Project, assets: &Assets) -> Result<()> {
    let mut lists: BTreeMap<Stored, Vec<String>> = BTreeMap::new();
    let mut all = String::new();
    for file in files::walk(assets.output())? {
        let path = files::relative(&file, assets.output());
        all += &format!("{path} {}\n", hash::of(&files::read(&file)?));
        lists.entry(when(&path)).or_default().push(address(&path).to_owned());
    }
    let mut list = |stored| lists.remove(&stored).unwrap_or_default();
    let site = json!({
        "version": hash::of(all.as_bytes()),
        "always": list(Stored::Always),
        "ahead": list(Stored::Ahead),
        "onUse": list(Stored::OnUse),
    });
    let script = files::read_text(&project.www().join("sw.js"))?;
    assets.write("sw.js", format!("const SITE = {site};\n{script}"))?;
    Ok(())
}

/// What rooms need besides their programs.
const AHEAD: [&str; 6] = ["trainer", "lab-trainer", "kernels", "editor", "python", "numpy"];

/// What only those need who open a trained model of their own.
const READER: &str = "checkpoint-reader";

/// Hundreds of items, of which a visitor opens a few a day; their list is stored as every page is.
const STUDY: [&str; 4] = ["study/", "content/cards/", "content/cases/", "content/questions/"];

fn when(path: &str) -> Stored {
    let name = path.rsplit('/').next().unwrap_or(path);
    let belongs_to =
        |program: &str| path.starts_with("assets/") && name.starts_with(&format!("{program}-"));
    let is_frame = path.starts_with("embed/") && path != "embed/index.html";
    let is_state = path.starts_with("checkpoints/");
    // What the attention room opens with.
    let is_first_state = is_state && name.starts_with("reverse-");
    let is_study =
        path != "study/index.html" && STUDY.iter().any(|folder| path.starts_with(folder));
    let is_program = AHEAD.into_iter().chain(programs()).any(belongs_to);
    let is_rare =
        is_frame || belongs_to(READER) || (is_state && !is_first_state) || path == "licences.txt";
    if path.starts_with("pyodide/") || is_rare {
        Stored::OnUse
    } else if is_first_state || is_program || is_study {
        Stored::Ahead
    } else {
        Stored::Always
    }
}

/// Folders are asked for by their address, which ends with a slash.
fn address(path: &str) -> &str {
    match path.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_come_first_and_python_only_when_used() {
        let check = |path, expect| assert_eq!(when(path), expect, "{path}");
        check("practice/index.html", Stored::Always);
        check("assets/app-0123456789abcdef.wasm", Stored::Always);
        check("content/exercises/moving-average-0123456789abcdef.json", Stored::Always);
        check("embed/index.html", Stored::Always);
        check("content/pages/embed-0123456789abcdef.json", Stored::Always);
        check("study/index.html", Stored::Always);
        check("interview/index.html", Stored::Always);
        check("assets/interview-0123456789abcdef.wasm", Stored::Ahead);
        check("study/why-positions/index.html", Stored::Ahead);
        check("content/cards/why-positions-0123456789abcdef.json", Stored::Ahead);
        check("content/study-0123456789abcdef.json", Stored::Always);
        check("assets/trainer-0123456789abcdef.wasm", Stored::Ahead);
        check("assets/python-0123456789abcdef.zip", Stored::Ahead);
        check("assets/numpy-0123456789abcdef.json", Stored::Ahead);
        check("assets/exercise-0123456789abcdef.wasm", Stored::Ahead);
        check("assets/attention-0123456789abcdef.js", Stored::Ahead);
        check("checkpoints/reverse-0123456789abcdef.bin", Stored::Ahead);
        check("checkpoints/sort-0123456789abcdef.bin", Stored::OnUse);
        check("assets/checkpoint-reader-0123456789abcdef.wasm", Stored::OnUse);
        check("licences.txt", Stored::OnUse);
        check("embed/v1/frame.html", Stored::OnUse);
        check("embed/0.1.0/warm-start.js", Stored::OnUse);
        check("pyodide/314.0.7/pyodide.asm.wasm", Stored::OnUse);
    }

    #[test]
    fn folders_are_stored_under_their_address() {
        assert_eq!(address("index.html"), "");
        assert_eq!(address("practice/index.html"), "practice/");
        assert_eq!(address("404.html"), "404.html");
        assert_eq!(address("assets/reindex.html"), "assets/reindex.html");
    }
}
