//! Components against scikit-learn's (`tests/fixtures/make_table_fixtures.py`).

use figures::Sheet;
use serde_json::Value;

use super::Components;
use super::iteration::{Iteration, Method, angle_between};
use crate::datasets;

fn sheet(case: &Value) -> Sheet {
    let sheet = match case["data"].as_str() {
        Some("iris") => datasets::iris(),
        Some("wine") => datasets::wine(),
        _ => datasets::digits(),
    };
    if case["scale"] == true { datasets::standardised(sheet) } else { sheet }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|it| it.as_f64().unwrap()).collect()
}

fn close(what: &str, ours: &[f64], theirs: &[f64]) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    for (ours, theirs) in ours.iter().zip(theirs) {
        let allowed = 1e-6 * theirs.abs().max(1.0);
        assert!((ours - theirs).abs() <= allowed, "{what}: {ours} not {theirs}");
    }
}

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("../../../../tests/fixtures/labs_pca.json")).unwrap()
}

#[test]
fn components_are_those_of_scikit_learn() {
    assert_eq!(cases().len(), 6);
    for case in cases() {
        let what = format!("{} {}", case["data"], case["scale"]);
        let sheet = sheet(&case);
        let components = Components::of(&sheet);
        close(&what, &components.variances, &numbers(&case["variances"]));
        let shares: Vec<f64> =
            components.variances.iter().map(|it| it / components.total()).collect();
        close(&what, &shares, &numbers(&case["shares"]));
        let kept = case["kept"].as_u64().unwrap() as usize;
        // scikit-learn turns the largest entry of each component upwards, as we do.
        close(&what, &components.axes[..kept * components.count()], &numbers(&case["components"]));
        let row = sheet.row(0);
        let place: Vec<f64> =
            (0..kept).map(|it| components.along(row, components.axis(it))).collect();
        close(&what, &place, &numbers(&case["place"]));
        close(&what, &components.reconstruct(row, kept), &numbers(&case["reconstruction"]));
        let lost: f64 = (0..sheet.rows())
            .flat_map(|row| {
                let made = components.reconstruct(sheet.row(row), kept);
                made.into_iter().zip(sheet.row(row).to_vec())
            })
            .map(|(made, value)| (made - f64::from(value)) * (made - f64::from(value)))
            .sum();
        close(&what, &[lost], &[case["lost"].as_f64().unwrap()]);
    }
}

#[test]
fn iteration_ends_at_the_components_of_scikit_learn() {
    for case in cases() {
        let components = Components::of(&sheet(&case));
        let columns = components.count();
        let start: Vec<f64> = (0..3 * columns).map(|i| ((i * i) % 7) as f64 - 2.5).collect();
        for method in [Method::Orthogonal, Method::Power] {
            let matrix = components.covariance.clone();
            let mut iteration = Iteration::new(matrix, columns, start.clone(), method);
            (0..2000).for_each(|_| iteration.advance());
            let theirs = numbers(&case["components"]);
            for (ours, theirs) in
                iteration.vectors.chunks_exact(columns).zip(theirs.chunks_exact(columns))
            {
                let angle = angle_between(ours, theirs);
                assert!(angle < 1e-5, "{} {}: {angle}° {method:?}", case["data"], case["scale"]);
            }
        }
    }
}
