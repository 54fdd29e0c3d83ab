//! Whether a value fits a JSON Schema, and what schemas and types have in common.

// Each test program uses a part of it.
#![allow(dead_code)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::Value;

pub fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content")
}

/// The schema `<name>.schema.json`.
pub fn schema(name: &str) -> Value {
    let file = content().join(format!("{name}.schema.json"));
    serde_json::from_str(&fs::read_to_string(file).expect("the schema")).expect("JSON")
}

/// What `topics.toml` lists.
pub fn topics() -> BTreeSet<String> {
    let topics = fs::read_to_string(content().join("topics.toml")).expect("topics");
    let topics: Value = toml::from_str(&topics).expect("TOML");
    serde_json::from_value(topics["topics"].clone()).expect("topics")
}

pub fn keys(value: &Value) -> BTreeSet<String> {
    value.as_object().expect("fields").keys().cloned().collect()
}

/// The words that values of a type are written as.
pub fn names<T: Serialize>(all: impl IntoIterator<Item = T>) -> BTreeSet<String> {
    let name = |it| serde_json::to_value(it).expect("a value").as_str().expect("a text").to_owned();
    all.into_iter().map(name).collect()
}

/// What does not fit, with its place. Knows the keywords that the schema uses, and no other.
pub fn misfits(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
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
