//! The JSON Schema of `exercise.toml`, which editors read, says what the reader takes: the same
//! fields, the same names; and every exercise of the project fits it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use content::authoring::load_exercises;
use content::{DtypeRule, EntryKind, Growth, Level, Order};
use serde::Serialize;
use serde_json::Value;
use tempfile::TempDir;

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content")
}

fn schema() -> Value {
    let text = fs::read_to_string(content().join("exercise.schema.json")).expect("the schema");
    serde_json::from_str(&text).expect("JSON")
}

/// What does not fit, with its place. Knows the keywords that the schema uses, and no other.
fn misfits(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut wrong = |is_wrong: bool, what: &str| {
        if is_wrong {
            found.push(format!("{place}: {what}"));
        }
    };
    let mut inside: Vec<String> = Vec::new();
    for (keyword, rule) in schema.as_object().expect("a schema is an object") {
        let length = value.as_str().map(|text| text.chars().count() as u64);
        let count = value.as_array().map(|items| items.len() as u64);
        match keyword.as_str() {
            "$schema" | "title" | "description" | "definitions" | "required" => {}
            "type" => wrong(!is_of_type(value, rule.as_str().expect("a text")), "another type"),
            "const" => wrong(value != rule, "another word"),
            "enum" => wrong(!rule.as_array().expect("a list").contains(value), "not in the list"),
            "minimum" => wrong(value.as_f64() < rule.as_f64(), "too small"),
            "maximum" => wrong(value.as_f64() > rule.as_f64(), "too large"),
            "minLength" => wrong(length < rule.as_u64(), "too short"),
            "maxLength" => wrong(length > rule.as_u64(), "too long"),
            "minItems" => wrong(count < rule.as_u64(), "too few"),
            "maxItems" => wrong(count > rule.as_u64(), "too many"),
            // The one pattern there is: a Python name.
            "pattern" => wrong(!is_name(value.as_str().expect("a text")), "no name"),
            "additionalProperties" | "properties" => {}
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    inside.extend(misfits(root, rule, item, &format!("{place}[{index}]")));
                }
            }
            "$ref" => {
                let pointer = rule.as_str().expect("a text").trim_start_matches('#');
                inside.extend(misfits(
                    root,
                    root.pointer(pointer).expect("a definition"),
                    value,
                    place,
                ));
            }
            "anyOf" => {
                let mut ways = rule.as_array().expect("a list").iter();
                let fits = ways.any(|way| misfits(root, way, value, place).is_empty());
                wrong(!fits, "fits none of the ways");
            }
            other => panic!("the schema uses {other}, which this test does not know"),
        }
    }
    inside.extend(misfitting_fields(root, schema, value, place));
    found.extend(inside);
    found
}

fn misfitting_fields(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let (Some(known), Some(fields)) = (schema["properties"].as_object(), value.as_object()) else {
        return Vec::new();
    };
    assert_eq!(schema["additionalProperties"], false, "{place}: unknown fields are slips");
    let required = schema["required"].as_array().expect("which fields are required");
    let missing =
        required.iter().filter(|name| !fields.contains_key(name.as_str().expect("a text")));
    let mut found: Vec<String> = missing.map(|name| format!("{place}: no {name}")).collect();
    for (name, field) in fields {
        let place = format!("{place}.{name}");
        match known.get(name) {
            Some(schema) => found.extend(misfits(root, schema, field, &place)),
            None => found.push(format!("{place}: unknown")),
        }
    }
    found
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        other => panic!("type {other}"),
    }
}

fn is_name(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.chars().all(is_part) && text.starts_with(|c: char| !c.is_ascii_digit())
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

fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().expect("fields").keys().cloned().collect()
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

fn names<T: Serialize>(all: impl IntoIterator<Item = T>) -> BTreeSet<String> {
    let name = |it| serde_json::to_value(it).expect("a value").as_str().expect("a text").to_owned();
    all.into_iter().map(name).collect()
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
    let topics = fs::read_to_string(content().join("topics.toml")).expect("topics");
    let topics: Value = toml::from_str(&topics).expect("TOML");
    let topics: BTreeSet<String> =
        serde_json::from_value(topics["topics"].clone()).expect("topics");
    assert_eq!(listed("/properties/topics/items/enum"), topics);
}
