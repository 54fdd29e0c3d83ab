//! Rules about the sources that no compiler holds.

use std::path::Path;

use anyhow::Result;

use crate::command;
use crate::files;
use crate::project::Project;

/// A file that grows past this is two ideas.
const LONGEST: usize = 350;

/// Endings of sources that people write and read.
const SOURCES: [&str; 6] = ["rs", "js", "mjs", "py", "css", "html"];

/// Marks of unfinished work, written apart so that this file does not hold them.
const UNFINISHED: [&str; 6] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X "),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("#[", "ignore"),
];

/// Places that exist on one machine only.
const MACHINE_PATHS: [&str; 3] =
    [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Use", "rs/")];

/// Every rule that a committed or new file breaks: `path: what is wrong`.
///
/// # Errors
/// When git or the file system refuses.
pub fn problems(project: &Project) -> Result<Vec<String>> {
    let listed = command::output(project.command("git").args([
        "ls-files",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))?;
    let mut problems = Vec::new();
    for path in listed.lines().filter(|path| is_source(path)) {
        let file = project.root().join(path);
        if file.is_file() {
            let text = files::read_text(&file)?;
            problems.extend(check(path, &text).into_iter().map(|what| format!("{path}: {what}")));
        }
    }
    Ok(problems)
}

/// What is wrong with one file.
#[must_use]
pub fn check(path: &str, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let lines = text.lines().count();
    if lines > LONGEST {
        problems.push(format!("{lines} lines, at most {LONGEST}: this is two ideas"));
    }
    if path.ends_with(".rs") && !text.starts_with("//!") {
        problems.push("a module begins with //! and what it is for".to_owned());
    }
    if (path.ends_with("js") || path.ends_with(".css")) && !begins_with_comment(text) {
        problems.push("a file begins with a comment that says what it is for".to_owned());
    }
    for mark in UNFINISHED.into_iter().filter(|mark| text.contains(mark)) {
        problems.push(format!("unfinished: {mark}"));
    }
    for place in MACHINE_PATHS.into_iter().filter(|place| text.contains(place)) {
        problems.push(format!("{place} exists on one machine only"));
    }
    if path.ends_with(".html") {
        problems.extend(refused_by_policy(text).map(|what| format!("the policy refuses {what}")));
    }
    problems
}

fn is_source(path: &str) -> bool {
    let ending = Path::new(path).extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| SOURCES.contains(&ending)) && !path.contains("fixtures/")
}

fn begins_with_comment(text: &str) -> bool {
    text.starts_with("//") || text.starts_with("/*")
}

/// Inline styles, handlers and scripts in a page.
fn refused_by_policy(html: &str) -> impl Iterator<Item = String> + '_ {
    let tags = html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest));
    tags.filter_map(|tag| {
        let has_handler = tag.split_whitespace().any(|word| {
            word.starts_with("on") && word.split_once('=').is_some_and(|(name, _)| name.len() > 2)
        });
        let is_script = tag.starts_with("script") && !tag.contains("src=");
        let runs = is_script && !tag.contains("application/json");
        let has_style = tag.contains(" style=") || tag.trim() == "style";
        (has_handler || runs || has_style).then(|| format!("<{tag}>"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expect(path: &str, text: &str, problem: Option<&str>) {
        let found = check(path, text).join("\n");
        match problem {
            Some(problem) => assert!(found.contains(problem), "{path}: {found}"),
            None => assert_eq!(found, "", "{path}"),
        }
    }

    #[test]
    fn modules_say_what_they_are_for() {
        expect("a.rs", "//! Adds.\nfn add() {}\n", None);
        expect("a.rs", "fn add() {}\n", Some("begins with //!"));
        expect("a.js", "add();\n", Some("begins with a comment"));
    }

    #[test]
    fn files_end_before_they_are_two_ideas() {
        expect("a.py", &"pass\n".repeat(LONGEST), None);
        expect("a.py", &"pass\n".repeat(LONGEST + 1), Some("351 lines"));
    }

    #[test]
    fn unfinished_work_is_found() {
        for mark in UNFINISHED {
            expect("a.rs", &format!("//! Adds.\n// {mark}later\n"), Some("unfinished"));
        }
    }

    #[test]
    fn pages_hold_nothing_inline() {
        expect("a.html", "<script type=\"module\" src=\"a.js\"></script><p>once = on</p>", None);
        expect("a.html", "<script type=\"application/json\">{}</script>", None);
        expect("a.html", "<p style=\"color: red\">", Some("the policy refuses"));
        expect("a.html", "<p onclick=\"go()\">", Some("the policy refuses"));
        expect("a.html", "<script>go()</script>", Some("the policy refuses"));
    }
}
