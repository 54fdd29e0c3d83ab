//! New items are told what is missing in them, and nothing else.

mod shelf;

use std::fs;

use content::authoring::{
    TemplateFile, card_template, case_template, load, load_study, question_template,
};
use content::{Kind, authoring};
use tempfile::TempDir;

/// The template at `place`, read as part of a library: each of its files has something to fill in.
fn check(place: &str, files: &[TemplateFile]) {
    let folder = TempDir::new().expect("a temporary folder");
    let topics = "topics = [\"transformers\", \"behaviour\", \"system design\"]";
    shelf::write(folder.path(), "topics.toml", topics);
    for file in files {
        shelf::write(folder.path(), &format!("{place}{}", file.path), file.text);
    }
    let told = load(folder.path(), "/").expect_err("it is not filled").to_string();
    for file in files {
        assert!(told.contains(&format!("{place}{}:", file.path)), "{}: {told}", file.path);
    }
    let others = told.lines().skip(1).filter(|line| !line.ends_with("replace this line"));
    assert_eq!(others.collect::<Vec<_>>(), Vec::<&str>::new(), "nothing else is wrong with it");
}

#[test]
fn templates_ask_to_be_filled_and_are_whole() {
    check("cards/", &[TemplateFile { path: "new.md", text: card_template() }]);
    check("questions/", &[TemplateFile { path: "new.md", text: question_template() }]);
    check("cases/new/", &case_template());
}

#[test]
fn one_item_can_be_checked_alone() {
    let folder = TempDir::new().unwrap();
    let root = folder.path();
    shelf::write(root, "topics.toml", "topics = [\"transformers\"]");
    shelf::write(root, shelf::QUESTION, &shelf::question());
    shelf::write(root, "cards/bad.md", "no head");
    assert_eq!(authoring::kind_of(root, "faster"), Some(Kind::Behavioural));
    assert_eq!(authoring::kind_of(root, "slower"), None);
    let kinds = load_study(root, &["faster".to_owned()]).unwrap();
    assert_eq!(kinds, [Kind::Behavioural]);
    assert!(load_study(root, &["bad".to_owned()]).unwrap_err().to_string().contains("no head"));
    let unknown = load_study(root, &["slower".to_owned()]).unwrap_err().to_string();
    assert_eq!(unknown, "there is no card, case or question slower");
    fs::remove_file(root.join(shelf::QUESTION)).unwrap();
    assert_eq!(authoring::kind_of(root, "faster"), None);
}
