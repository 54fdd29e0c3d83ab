//! Polynomials, neighbours and trees against NumPy and scikit-learn
//! (`tests/fixtures/make_classical_fixtures.py`).

use serde_json::Value;

use super::boosting::{Boosting, Pace};
use super::logistic;
use super::neighbours;
use super::polynomial::Basis;
use super::ranking::Ranking;
use super::tree::{Columns, Limits, Tree};
use crate::optimiser::{Optimiser, Rule};

/// In double precision, which the labs' other fixtures do not need.
fn fixture() -> Value {
    serde_json::from_str(include_str!("../../../../tests/fixtures/nets_classical.json")).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|it| it.as_f64().unwrap()).collect()
}

fn sizes(value: &Value) -> Vec<usize> {
    numbers(value).into_iter().map(|it| it as usize).collect()
}

fn assert_close(what: &str, ours: f64, theirs: f64, tolerance: f64) {
    assert!((ours - theirs).abs() <= tolerance, "{what}: {ours} against {theirs}");
}

struct Line {
    fixture: Value,
    x: Vec<f64>,
    y: Vec<f64>,
}

impl Line {
    fn read() -> Self {
        let fixture = fixture()["line"].take();
        let (x, y) = (numbers(&fixture["x"]), numbers(&fixture["y"]));
        Self { fixture, x, y }
    }

    /// Holds answers for every size of `sizes` at every point against `expected`.
    fn check(&self, sizes_of: &str, expected: &str, answers: impl Fn(f64) -> Vec<f64>) {
        let sizes = sizes(&self.fixture[sizes_of]);
        for (place, x) in numbers(&self.fixture["at"]).into_iter().enumerate() {
            let answers = answers(x);
            for (index, &size) in sizes.iter().enumerate() {
                let theirs = self.fixture[expected][index][place].as_f64().unwrap();
                let what = format!("{expected}, {size}, at {x}");
                assert_close(&what, answers[size], theirs, 1e-8);
            }
        }
    }
}

#[test]
fn every_degree_of_one_fit_is_numpys_fit_of_that_degree() {
    let line = Line::read();
    let basis = Basis::on(&line.x, 9);
    let mut coefficients = [0.0; 10];
    basis.fit(&mut line.y.clone(), &mut coefficients);
    line.check("degrees", "polynomials", |x| {
        let mut at = [0.0; 10];
        basis.at(x, &mut at);
        let mut sum = 0.0;
        let terms = at.iter().zip(&coefficients);
        terms
            .map(|(q, c)| {
                sum += q * c;
                sum
            })
            .collect()
    });
}

#[test]
fn neighbours_are_scikit_learns() {
    let line = Line::read();
    let ks: Vec<usize> = (1..=24).collect();
    line.check("ks", "neighbours", |x| {
        let mut means = vec![0.0; 24];
        neighbours::means(&line.x, &line.y, x, &ks, &mut means);
        [vec![f64::NAN], means].concat()
    });
}

#[test]
fn every_depth_of_one_tree_is_scikit_learns_tree_of_that_depth() {
    let line = Line::read();
    let limits = Limits { depth: 9, leaf_rows: 1 };
    let tree = Tree::grow(&Columns::new(vec![line.x.clone()]), &line.y, None, limits);
    line.check("depths", "trees", |x| {
        let mut at = vec![0.0; 10];
        tree.at_depths(x, &mut at);
        at
    });
}

#[test]
fn a_weighted_tree_on_four_columns_is_scikit_learns() {
    let fixture = fixture()["table"].take();
    let columns = fixture["columns"].as_array().unwrap().iter().map(numbers).collect();
    let columns = Columns::new(columns);
    let (target, weights) = (numbers(&fixture["target"]), numbers(&fixture["weights"]));
    let limits = Limits { depth: 4, leaf_rows: 5 };
    let tree = Tree::grow(&columns, &target, Some(&weights), limits);
    assert_eq!(tree.leaves() as u64, fixture["leaves"].as_u64().unwrap());
    for (row, theirs) in numbers(&fixture["answers"]).into_iter().enumerate() {
        let leaf = tree.leaf(|column| columns.value(row, column));
        assert_close(&format!("row {row}"), tree.nodes[leaf].value, theirs, 1e-9);
    }
}

fn flags(value: &Value) -> Vec<bool> {
    numbers(value).into_iter().map(|it| it != 0.0).collect()
}

#[test]
fn areas_and_f1_are_scikit_learns() {
    let fixture = fixture()["two_classes"].take();
    let ranking = Ranking::of(&numbers(&fixture["scores"]), &flags(&fixture["labels"]));
    let number = |name: &str| fixture[name].as_f64().unwrap();
    assert_close("ROC-AUC", ranking.roc_auc(), number("roc_auc"), 1e-12);
    let theirs = number("average_precision");
    assert_close("average precision", ranking.average_precision(), theirs, 1e-12);
    for (threshold, theirs) in
        numbers(&fixture["thresholds"]).into_iter().zip(numbers(&fixture["f1"]))
    {
        assert_close(&format!("F1 at {threshold}"), ranking.at(threshold).f1(), theirs, 1e-12);
    }
}

#[test]
fn every_stage_of_boosting_is_scikit_learns() {
    let fixture = fixture()["two_classes"].take();
    let settings = &fixture["boosting"];
    let size = |name: &str| settings[name].as_u64().unwrap() as usize;
    let limits = Limits { depth: size("depth"), leaf_rows: size("leaf_rows") };
    let columns = fixture["columns"].as_array().unwrap().iter().map(numbers).collect();
    let mut boosting = Boosting::new(
        Columns::new(columns),
        flags(&fixture["labels"]),
        numbers(&fixture["weights"]),
        limits,
        Pace { shrinkage: settings["shrinkage"].as_f64().unwrap(), penalty: 0.0 },
    );
    for (stage, theirs) in settings["log_odds"].as_array().unwrap().iter().enumerate() {
        boosting.grow();
        for (row, theirs) in numbers(theirs).into_iter().enumerate() {
            let what = format!("stage {stage}, row {row}");
            assert_close(&what, boosting.scores()[row], theirs, 1e-9);
        }
    }
}

#[test]
fn descent_on_the_cross_entropy_ends_at_scikit_learns_optimum() {
    let fixture = fixture()["two_classes"].take();
    let columns: Vec<Vec<f64>> =
        fixture["columns"].as_array().unwrap().iter().map(numbers).collect();
    let rows: Vec<f32> =
        (0..240).flat_map(|row| columns.iter().map(move |it| it[row] as f32)).collect();
    let (labels, row_weights) = (flags(&fixture["labels"]), numbers(&fixture["weights"]));
    let (mut weights, mut gradient, mut sums) = ([0.0; 4], [0.0; 4], [0.0; 4]);
    let mut optimiser = Optimiser::new(Rule::Sgd, 4);
    for _ in 0..3000 {
        logistic::gradient(&weights, &rows, &labels, &row_weights, &mut sums, &mut gradient);
        optimiser.update(1.0, &mut weights, &gradient);
    }
    for (index, theirs) in numbers(&fixture["logistic"]).into_iter().enumerate() {
        assert_close(&format!("weight {index}"), f64::from(weights[index]), theirs, 1e-4);
    }
}
