//! `[check]` of a card: a question whose answer is a number or a formula.

use std::collections::BTreeMap;
use std::path::Path;

use formula::Formula;
use serde::Deserialize;

use super::head::Lines;
use super::reader::Reader;
use crate::card::{Answer, Check, Variable};

/// As authors write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckFile {
    ask: String,
    formula: Option<String>,
    variables: Option<BTreeMap<String, String>>,
    number: Option<f64>,
    tolerance: Option<f64>,
    unit: Option<String>,
}

/// Reads it; nothing if its answer cannot be used.
pub fn read(reader: &mut Reader, file: &Path, lines: &Lines, check: CheckFile) -> Option<Check> {
    if check.ask.trim().is_empty() {
        reader.problem(file, lines.of_field("ask"), "ask is empty: write the question");
    }
    let ask_html = reader.inline(file, &check.ask, lines.of_field("ask").unwrap_or(1));
    let mut wrong = |field: &str, message: String| {
        let line = lines.of_field(field).or(lines.of_field("check"));
        reader.problem(file, line, message);
    };
    let answer = match (check.formula, check.number) {
        (Some(formula), None) => {
            for (field, is_there) in
                [("tolerance", check.tolerance.is_some()), ("unit", check.unit.is_some())]
            {
                if is_there {
                    wrong(field, format!("{field} goes with number, not with formula"));
                }
            }
            read_formula(&formula, check.variables.unwrap_or_default(), &mut wrong)
        }
        (None, Some(number)) => {
            if check.variables.is_some() {
                wrong("variables", "variables go with formula, not with number".into());
            }
            read_number(number, check.tolerance, check.unit, &mut wrong)
        }
        _ => {
            wrong("check", "[check] needs either formula or number".into());
            None
        }
    };
    Some(Check { ask_html, answer: answer? })
}

fn read_number(
    value: f64,
    tolerance: Option<f64>,
    unit: Option<String>,
    wrong: &mut impl FnMut(&str, String),
) -> Option<Answer> {
    if !value.is_finite() || value == 0.0 {
        let message = format!("number is {value}: a share of it is no tolerance, ask for another");
        wrong("number", message);
    }
    let Some(tolerance) = tolerance else {
        wrong("number", "tolerance is missing: say how far off is right, such as 0.01".into());
        return None;
    };
    if !(tolerance > 0.0 && tolerance <= 0.5) {
        wrong("tolerance", format!("tolerance is {tolerance}: a share above 0, 0.5 at most"));
    }
    Some(Answer::Number { value, tolerance, unit: unit.unwrap_or_default() })
}

fn read_formula(
    text: &str,
    variables: BTreeMap<String, String>,
    wrong: &mut impl FnMut(&str, String),
) -> Option<Answer> {
    if variables.is_empty() {
        wrong("formula", "variables is missing: name what the formula speaks of".into());
        return None;
    }
    for (name, meaning) in &variables {
        if let Err(message) = formula::check_name(name) {
            wrong("variables", format!("variables: {message}"));
        }
        if meaning.trim().is_empty() {
            wrong("variables", format!("variables: say what {name} stands for"));
        }
    }
    let names: Vec<&String> = variables.keys().collect();
    let formula = match Formula::parse(text, &names) {
        Ok(formula) => formula,
        Err(refusal) => {
            wrong("formula", format!("formula, {refusal}"));
            return None;
        }
    };
    // A variable that the formula leaves out may be there on purpose: what it is not a function of.
    if !has_a_value(&formula) {
        wrong("formula", "formula: has no value wherever it was tried".into());
    }
    let variables = variables.into_iter().map(|(name, meaning)| Variable { name, meaning });
    Some(Answer::Formula { formula: text.to_owned(), variables: variables.collect() })
}

/// Whether it can be computed somewhere: with shares, with small numbers, with growing and falling
/// ones.
fn has_a_value(formula: &Formula) -> bool {
    let count = formula.variables().len();
    let rising = |from: f64, by: f64| -> Vec<f64> {
        (0..count).map(|index| from + by * index as f64).collect()
    };
    let falling = |from: f64, by: f64| rising(from, by).into_iter().rev().collect();
    let tries: [Vec<f64>; 5] = [
        rising(0.11, 0.07),
        falling(0.13, 0.07),
        rising(1.3, 0.9),
        falling(1.3, 0.9),
        rising(-2.0, 1.3),
    ];
    tries.iter().any(|values| formula.value(values).is_ok())
}
