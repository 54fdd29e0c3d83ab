//! `[[calculator]]` of a case: each known, each field once, each number possible.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;
use toml::{Table, Value};

use super::head::Lines;
use super::reader::Reader;
use crate::calculator::{Calculator, Input, Preset};

/// As authors write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalculatorFile {
    name: Calculator,
    why: String,
    inputs: Table,
}

/// Reads the calculators of a case; two to four of them, none twice.
pub fn read(
    reader: &mut Reader,
    file: &Path,
    lines: &Lines,
    calculators: Vec<CalculatorFile>,
) -> Vec<Preset> {
    if !(2..=4).contains(&calculators.len()) {
        let message = format!("[[calculator]]: {} of them: give 2 to 4", calculators.len());
        reader.problem(file, lines.of_field("calculator"), message);
    }
    let mut seen = BTreeSet::new();
    let mut presets = Vec::new();
    for (index, calculator) in calculators.into_iter().enumerate() {
        let line = |field| lines.of_field_in("calculator", index, field);
        if !seen.insert(calculator.name) {
            reader.problem(file, line("name"), "this calculator stands there twice");
        }
        if calculator.why.trim().is_empty() {
            reader.problem(file, line("why"), "why is empty: ask what it answers here");
        }
        let why_html = reader.inline(file, &calculator.why, line("why").unwrap_or(1));
        let mut wrong = |message: String| reader.problem(file, line("inputs"), message);
        let inputs = read_inputs(calculator.name, &calculator.inputs, &mut wrong);
        presets.push(Preset { name: calculator.name, why_html, inputs });
    }
    presets
}

fn read_inputs(
    calculator: Calculator,
    table: &Table,
    wrong: &mut impl FnMut(String),
) -> Vec<Input> {
    let fields = calculator.fields();
    for name in table.keys().filter(|name| fields.iter().all(|field| field.name != *name)) {
        let known: Vec<&str> = fields.iter().map(|field| field.name).collect();
        wrong(format!("inputs: unknown field {name}; there are {}", known.join(", ")));
    }
    let mut inputs = Vec::new();
    for field in fields {
        let Some(value) = table.get(field.name) else {
            wrong(format!("inputs: {} is missing", field.name));
            continue;
        };
        let values = numbers(value).unwrap_or_default();
        match field.measure.objection(&values) {
            Some(objection) => wrong(format!("inputs: {} {objection}", field.name)),
            None => inputs.push(Input { field: field.name.to_owned(), values }),
        }
    }
    check_drift(&inputs, wrong);
    inputs
}

/// As many shares as bins.
fn check_drift(inputs: &[Input], wrong: &mut impl FnMut(String)) {
    let values = |name: &str| inputs.iter().find(|it| it.field == name).map(|it| &it.values);
    let Some([bins]) = values("bins").map(Vec::as_slice) else { return };
    for name in ["expected", "actual"] {
        if let Some(shares) = values(name)
            && shares.len() as f64 != *bins
        {
            wrong(format!("inputs: {name} has {} shares, and bins is {bins}", shares.len()));
        }
    }
}

fn numbers(value: &Value) -> Option<Vec<f64>> {
    match value {
        Value::Integer(number) => Some(vec![*number as f64]),
        Value::Float(number) => Some(vec![*number]),
        Value::Array(items) => {
            let one = |item: &Value| numbers(item).filter(|it| it.len() == 1).map(|it| it[0]);
            items.iter().map(one).collect()
        }
        _ => None,
    }
}
