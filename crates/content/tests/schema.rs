//! The JSON Schema of `exercise.toml`, which editors read, says what the reader takes: the same
//! fields, the same names; and every exercise of the project fits it.

mod fits;

use std::collections::BTreeSet;
use std::fs;

use content::authoring::load_exercises;
use content::{DtypeRule, EntryKind, Growth, Level, Order};
use fits::{content, keys, misfits, names, topics};
use serde_json::Value;
use tempfile::TempDir;

fn schema() -> Value {
    fits::schema("exercise")
}

fn check(text: &str, expect: &[&str]) {
    let value: Value = toml::from_str(text).expect("TOML");
    assert_eq!(misfits(&schema(), &schema(), &value, "file"), expect);
}

const GOOD: &str = "title = \"T\"\nsummary = \"S\"\nlevel = \"core\"\ntopics = [\"graphs\"]\nminutes = 5\n\
    entry = { name = \"f\", kind = \"function\" }\ntolerance = { relative = 1e-9, absolute = 0.0 }\n\
    step_budget = 1000\nseed = 1\n";

#[test]
fn slips_are_seen_where_they_are() {
    check(GOOD, &[]);
    check(&GOOD.replace("minutes", "minuets"), &["file: no \"minutes\"", "file.minuets: unknown"]);
    check(&GOOD.replace("\"core\"", "\"hard\""), &["file.level: not in the list"]);
    check(&GOOD.replace("1000", "10"), &["file.step_budget: too small"]);
    let growth = "growth = { class = \"n^4\", variable = \"n\", sizes = [1, 2, 4] }\n";
    let told = ["file.growth.sizes: too few", "file.growth.class: not in the list"];
    let mut told = told.to_vec();
    told.sort_unstable();
    let value: Value = toml::from_str(&format!("{GOOD}{growth}")).expect("TOML");
    let mut found = misfits(&schema(), &schema(), &value, "file");
    found.sort_unstable();
    assert_eq!(found, told);
    check(
        &format!("{GOOD}picture = {{ kind = \"pie\", title = \"P\" }}\n"),
        &["file.picture: fits none of the ways"],
    );
}

#[test]
fn every_exercise_of_the_project_fits() {
    let root = schema();
    for folder in fs::read_dir(content().join("exercises")).expect("exercises") {
        let file = folder.expect("a folder").path().join("exercise.toml");
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let value: Value = toml::from_str(&text).expect("TOML");
        assert_eq!(
            misfits(&root, &root, &value, &file.display().to_string()),
            Vec::<String>::new()
        );
    }
}

/// The fields that the reader names when it meets one that it does not know.
fn fields_of_the_reader(text: &str) -> BTreeSet<String> {
    let folder = TempDir::new().expect("a folder");
    let exercise = folder.path().join("exercises/one");
    fs::create_dir_all(&exercise).expect("a folder");
    fs::write(folder.path().join("topics.toml"), "topics = [\"graphs\"]").expect("a file");
    fs::write(exercise.join("exercise.toml"), text).expect("a file");
    let told = load_exercises(folder.path(), &["one".to_owned()]).expect_err("slips").to_string();
    let line = told.lines().find(|line| line.contains("unknown")).expect("the slip is told");
    let list = line.split("expected").nth(1).expect("what was expected");
    list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn schema_and_reader_know_the_same_fields() {
    let schema = schema();
    let file = &schema["properties"];
    assert_eq!(keys(file), fields_of_the_reader(&format!("slip = 1\n{GOOD}")));
    let growth = "[growth]\nslip = 1\nclass = \"n\"\n";
    assert_eq!(
        keys(&file["growth"]["properties"]),
        fields_of_the_reader(&format!("{GOOD}{growth}"))
    );
    for picture in file["picture"]["anyOf"].as_array().expect("kinds") {
        let kind = picture["properties"]["kind"]["const"].as_str().expect("a kind");
        let text = format!("{GOOD}[picture]\nkind = \"{kind}\"\nslip = 1\n");
        let mut known = keys(&picture["properties"]);
        known.remove("kind");
        assert_eq!(known, fields_of_the_reader(&text), "{kind}");
    }
    let kinds = file["picture"]["anyOf"].as_array().expect("kinds").iter();
    let kinds: BTreeSet<String> = kinds
        .map(|it| it["properties"]["kind"]["const"].as_str().expect("a text").to_owned())
        .collect();
    assert_eq!(kinds, fields_of_the_reader(&format!("{GOOD}picture = {{ kind = \"slip\" }}\n")));
}

#[test]
fn schema_and_types_have_the_same_words() {
    let schema = schema();
    let listed = |pointer: &str| -> BTreeSet<String> {
        serde_json::from_value(schema.pointer(pointer).expect("a list").clone()).expect("words")
    };
    assert_eq!(
        listed("/definitions/growth/enum"),
        names(Growth::ALL.into_iter().chain(Growth::TWO))
    );
    assert_eq!(
        listed("/properties/level/enum"),
        names([Level::WarmUp, Level::Core, Level::Stretch])
    );
    assert_eq!(
        listed("/properties/order/enum"),
        names([Order::Given, Order::Any, Order::AnyInside])
    );
    assert_eq!(listed("/properties/dtype/enum"), names([DtypeRule::Any, DtypeRule::Exact]));
    let kinds = names([EntryKind::Function, EntryKind::Class]);
    assert_eq!(listed("/properties/entry/properties/kind/enum"), kinds);
    assert_eq!(listed("/properties/topics/items/enum"), topics());
}
