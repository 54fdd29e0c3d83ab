//! The JSON Schemas of `case.toml` and `rubric.toml`, which editors read, say what the reader takes.

mod fits;
mod shelf;

use std::collections::BTreeSet;

use content::calculator::Measure;
use content::{Calculator, CasePart, Domain, Level, Seniority};
use fits::{keys, misfits, names, schema, topics};
use serde_json::Value;

fn check(name: &str, text: &str, expect: &[&str]) {
    let value: Value = toml::from_str(text).expect("TOML");
    let schema = schema(name);
    assert_eq!(misfits(&schema, &schema, &value, "file"), expect);
}

#[test]
fn a_good_case_fits_and_slips_are_seen() {
    let case = shelf::case_toml();
    check("case", case, &[]);
    check("case", &case.replace("\"audio\"", "\"sound\""), &["file.domain: not in the list"]);
    check(
        "case",
        &case.replace("battery_watt_hours", "battery"),
        &["file.calculator[0]: fits none of the ways"],
    );
    check(
        "case",
        &case.replace("\"drift\"", "\"shift\""),
        &["file.calculator[1]: fits none of the ways"],
    );
    let rubric = shelf::rubric();
    check("rubric", &rubric, &[]);
    check(
        "rubric",
        &rubric.replacen("points = 2", "points = 5", 1),
        &["file.criterion[0].points: too large"],
    );
}

/// The fields that the reader names when it meets one that it does not know.
fn fields_of_the_reader(file: &str, text: &str) -> BTreeSet<String> {
    let told = shelf::read(&[(file, text)]).expect_err("slips");
    let line = told.lines().find(|line| line.contains("unknown field")).expect("it is told");
    let list = line.split("expected").nth(1).expect("what was expected");
    list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn schemas_and_reader_know_the_same_fields() {
    let case = shelf::case_toml();
    let schema_of_case = schema("case");
    let slip = format!("slip = 1\n{case}");
    assert_eq!(keys(&schema_of_case["properties"]), fields_of_the_reader(shelf::CASE, &slip));
    let calculator = &schema_of_case["properties"]["calculator"]["items"]["anyOf"][0];
    let slip = case.replace("[[calculator]]", "[[calculator]]\nslip = 1");
    assert_eq!(keys(&calculator["properties"]), fields_of_the_reader(shelf::CASE, &slip));
    let criterion = &schema("rubric")["properties"]["criterion"]["items"];
    let slip = shelf::rubric().replace("[[criterion]]", "[[criterion]]\nslip = 1");
    assert_eq!(keys(&criterion["properties"]), fields_of_the_reader(shelf::RUBRIC, &slip));
}

#[test]
fn schemas_and_types_have_the_same_words() {
    let listed = |name: &str, pointer: &str| -> BTreeSet<String> {
        let schema = schema(name);
        serde_json::from_value(schema.pointer(pointer).expect("a list").clone()).expect("words")
    };
    assert_eq!(listed("case", "/properties/domain/enum"), names(Domain::ALL));
    let levels = names([Level::WarmUp, Level::Core, Level::Stretch]);
    assert_eq!(listed("case", "/properties/level/enum"), levels);
    assert_eq!(listed("case", "/properties/topics/items/enum"), topics());
    let criterion = "/properties/criterion/items/properties";
    assert_eq!(listed("rubric", &format!("{criterion}/part/enum")), names(CasePart::ALL));
    let levels = names([Seniority::Junior, Seniority::Senior]);
    assert_eq!(listed("rubric", &format!("{criterion}/level/enum")), levels);
}

#[test]
fn schemas_and_calculators_have_the_same_inputs() {
    let schema = schema("case");
    let ways = schema["properties"]["calculator"]["items"]["anyOf"].as_array().expect("ways");
    let written: Vec<&str> =
        ways.iter().filter_map(|way| way["properties"]["name"]["const"].as_str()).collect();
    assert_eq!(
        written.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(),
        names(Calculator::ALL)
    );
    for (way, calculator) in ways.iter().zip(Calculator::ALL) {
        let inputs = &way["properties"]["inputs"];
        let fields: Vec<&str> = calculator.fields().iter().map(|field| field.name).collect();
        assert_eq!(inputs["required"], serde_json::json!(fields), "{calculator:?}");
        for field in calculator.fields() {
            let (kind, most) = match field.measure {
                Measure::Shares => ("/definitions/shares", None),
                Measure::Share => ("/definitions/share", None),
                Measure::Amount | Measure::AmountOrNone => ("", Some("number")),
            };
            let rule = &inputs["properties"][field.name];
            match most {
                Some(number) => assert_eq!(rule["type"], number, "{}", field.name),
                None => assert_eq!(rule["$ref"], format!("#{kind}"), "{}", field.name),
            }
        }
    }
}

#[test]
fn every_case_of_the_project_fits() {
    let cases = fits::content().join("cases");
    for folder in std::fs::read_dir(cases).into_iter().flatten() {
        let folder = folder.expect("a folder").path();
        for name in ["case", "rubric"] {
            let text =
                std::fs::read_to_string(folder.join(format!("{name}.toml"))).expect("a file");
            check(name, &text, &[]);
        }
    }
}
