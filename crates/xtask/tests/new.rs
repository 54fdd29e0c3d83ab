//! `cargo xtask new` and `check`, as contributors call them: in a project of their own, so that
//! nothing is written into this one.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// A folder that is a project to xtask.
fn project() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("Trunk.toml"), "").expect("a file");
    let content = folder.path().join("www/content");
    fs::create_dir_all(&content).expect("a folder");
    let topics = "topics = [\"transformers\", \"behaviour\", \"system design\"]";
    fs::write(content.join("topics.toml"), topics).expect("a file");
    folder
}

/// Calls xtask; what it said, and whether it was content.
fn xtask(project: &Path, words: &[&str]) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    let output = command.current_dir(project).args(words).output().expect("xtask starts");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

fn check(kind: &str, file: &str) {
    let folder = project();
    let (is_done, said) = xtask(folder.path(), &["new", kind, "my-first"]);
    assert!(is_done, "{said}");
    assert!(folder.path().join("www/content").join(file).is_file(), "{said}");
    let (is_done, said) = xtask(folder.path(), &["check", "my-first"]);
    assert!(!is_done && said.contains("replace this line"), "{said}");
    // The address is taken, whatever kind comes next.
    for other in ["card", "case", "question"] {
        let (is_done, said) = xtask(folder.path(), &["new", other, "my-first"]);
        assert!(!is_done && said.contains(&format!("there is a {kind} of that name")), "{said}");
    }
}

#[test]
fn new_items_of_the_study_room_are_written_and_told_what_is_missing() {
    check("card", "cards/my-first.md");
    check("case", "cases/my-first/case.toml");
    check("question", "questions/my-first.md");
}

#[test]
fn a_slug_is_part_of_an_address() {
    let (is_done, said) = xtask(project().path(), &["new", "card", "My first"]);
    assert!(!is_done && said.contains("cannot be part of an address"), "{said}");
}
