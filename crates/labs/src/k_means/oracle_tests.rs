//! Clusterings against scikit-learn's from the same first centres
//! (`tests/fixtures/make_table_fixtures.py`).

use figures::Sheet;
use serde_json::Value;

use super::lloyd::{Empty, Lloyd};
use super::quality::{Distances, adjusted_rand_index, contingency};
use crate::datasets;

fn sheet(case: &Value) -> Sheet {
    let sheet = match case["data"].as_str() {
        Some("iris") => datasets::iris(),
        Some("wine") => datasets::wine(),
        _ => datasets::digits(),
    };
    if case["scale"] == true { datasets::standardised(sheet) } else { sheet }
}

fn close(what: &str, ours: f64, theirs: &Value) {
    let theirs = theirs.as_f64().unwrap();
    assert!((ours - theirs).abs() <= 1e-6 * theirs.abs().max(1.0), "{what}: {ours} not {theirs}");
}

fn first_centres(case: &Value, sheet: &Sheet) -> Vec<f64> {
    let rows = case["rows"].as_array().unwrap().iter().map(|row| row.as_u64().unwrap() as usize);
    let mut centres: Vec<f64> =
        rows.flat_map(|row| sheet.row(row).to_vec()).map(f64::from).collect();
    if let Some(far) = case["far"].as_f64() {
        centres.extend(vec![far; sheet.columns.len()]);
    }
    centres
}

#[test]
fn every_clustering_is_that_of_scikit_learn() {
    let text = include_str!("../../../../tests/fixtures/labs_k_means.json");
    let cases: Vec<Value> = serde_json::from_str(text).unwrap();
    assert_eq!(cases.len(), 8);
    for case in &cases {
        let sheet = sheet(case);
        let mut lloyd = Lloyd::new(&sheet, first_centres(case, &sheet), Empty::Moves);
        let mut iterations = 0;
        while iterations == 0 || !lloyd.is_settled() {
            lloyd.iterate(&sheet);
            iterations += 1;
        }
        let name = format!("{} {} {}", case["data"], case["scale"], case["rows"]);
        // Theirs counts the first assignment.
        assert_eq!(Value::from(iterations + 1), case["iterations"], "{name}");
        assert_eq!(Value::from(lloyd.sizes.clone()), case["sizes"], "{name}");
        close(&name, lloyd.inertia(&sheet), &case["inertia"]);
        for (ours, theirs) in lloyd.centre(0).iter().zip(case["centre"].as_array().unwrap()) {
            close(&name, *ours, theirs);
        }
        let each = Distances::of(&sheet).silhouettes(&lloyd.assigned).unwrap();
        for (ours, theirs) in each.iter().zip(case["silhouettes"].as_array().unwrap()) {
            close(&name, *ours, theirs);
        }
        close(&name, each.iter().sum::<f64>() / each.len() as f64, &case["silhouette"]);
        let classes = sheet.classes.len();
        let counts = contingency(&lloyd.assigned, &sheet.labels, lloyd.k(), classes);
        close(&name, adjusted_rand_index(&counts, classes), &case["agreement"]);
    }
}
