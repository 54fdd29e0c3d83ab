//! The parts against the whole, against the formula, and what is said about them.

use figures::{Figure, FindingKind, Settings};

use super::decomposition::Decomposition;
use super::*;

fn settings() -> Settings {
    let settings = Settings::default().with("truth", "sine").with("points", 30.0);
    let settings = settings.with("noise", 0.3).with("places", "even").with("seed", 7.0);
    let settings = settings.with("model", "polynomial").with("degree", 3.0);
    settings.with("k", 5.0).with("depth", 3.0)
}

fn lane(settings: &Settings, sets: usize) -> Resamples {
    let problem = Problem::new(settings).unwrap();
    let model = Model::new(settings, problem.points).unwrap();
    let mut lane = Resamples::new(problem, model);
    (0..sets).for_each(|_| lane.advance());
    lane
}

#[test]
fn three_sets_by_hand() {
    // One place, truth 1, one level; answers 1, 2, 6 and labels 1, 2, 0.
    let mut seen = Decomposition::new(vec![1.0], 1);
    for (answer, label) in [(1.0, 1.0), (2.0, 2.0), (6.0, 0.0)] {
        seen.add(&[answer], &[label], &[0.5]);
    }
    let parts = seen.parts(0);
    // Mean 3, so 4 away from the truth squared; squared deviations 4 + 1 + 9 over 2.
    assert!((parts.variance - 7.0).abs() < 1e-12);
    assert!((parts.bias2 - (4.0 - 7.0 / 3.0)).abs() < 1e-12);
    assert!((parts.noise - 2.0 / 3.0).abs() < 1e-12);
    assert!((parts.error - 12.0).abs() < 1e-12 && (parts.error_se - 12.0).abs() < 1e-12);
    assert!((parts.train_error - 0.5).abs() < 1e-12);
}

#[test]
fn the_sum_is_the_measured_error_within_its_standard_error() {
    for model in ["polynomial", "neighbours", "tree"] {
        for places in ["even", "drawn"] {
            for seed in 1..=3 {
                let settings = settings().with("model", model).with("places", places);
                let lane = lane(&settings.with("seed", f64::from(seed)), 300);
                for level in 0..lane.model.levels.len() {
                    let parts = lane.decomposition.parts(level);
                    let what =
                        format!("{model}, {places}, seed {seed}, {}", lane.model.words(level));
                    assert!(parts.gap() < 3.0, "{what}: {} standard errors", parts.gap());
                    assert!(parts.error_se > 0.0 && parts.error > parts.error_se, "{what}");
                }
            }
        }
    }
}

#[test]
fn measured_parts_are_those_of_the_formula() {
    for (model, noise) in [("polynomial", 0.3), ("polynomial", 1.0), ("neighbours", 0.3)] {
        let lane = lane(&settings().with("model", model).with("noise", noise), 1500);
        let formula = lane.formula.as_ref().unwrap();
        for level in 0..lane.model.levels.len() {
            let (parts, what) = (lane.decomposition.parts(level), lane.model.words(level));
            let (bias2, variance) = (formula.bias2[level], formula.variance[level]);
            // 1500 sets: the standard error of a variance is √(2/1500) of it, 4 %, at a single place.
            let gap = (parts.variance - variance).abs();
            assert!(gap < 0.12 * variance, "{what}: variance {} for {variance}", parts.variance);
            // The mean of the fits is off by the root of variance/1500 at each place.
            let tolerance = 0.01 * variance + 0.2 * libm::sqrt(bias2 * variance);
            let gap = (parts.bias2 - bias2).abs();
            assert!(gap < tolerance, "{what}: bias² {} for {bias2}", parts.bias2);
        }
    }
}

#[test]
fn a_tree_and_drawn_points_have_no_formula() {
    assert!(lane(&settings().with("model", "tree"), 2).formula.is_none());
    assert!(lane(&settings().with("places", "drawn"), 2).formula.is_none());
}

#[test]
fn without_noise_a_polynomial_of_the_truths_degree_is_the_truth() {
    let settings = settings().with("truth", "line").with("noise", 0.0).with("degree", 1.0);
    let parts = lane(&settings, 5).decomposition.parts(1);
    assert!(parts.error < 1e-24 && parts.sum().abs() < 1e-24 && parts.noise == 0.0);
}

#[test]
fn training_sets_do_not_depend_on_the_model() {
    let of = |model: &str| lane(&settings().with("model", model).with("places", "drawn"), 4);
    let (polynomial, tree) = (of("polynomial"), of("tree"));
    assert_eq!((&polynomial.x, &polynomial.y), (&tree.x, &tree.y));
    assert_eq!(polynomial.labels, tree.labels);
}

#[test]
fn each_way_of_being_wrong_is_named_with_its_number() {
    let check = |settings: Settings, kind: FindingKind, words: &[&str]| {
        let lane = &mut lane(&settings, 300);
        let findings = lane.findings(&History::default());
        let chosen = lane.model.words(lane.model.chosen);
        assert_eq!(findings[0].kind, kind, "{chosen}: {}", findings[0].text);
        for words in words {
            assert!(findings[0].text.contains(words), "{chosen}: {}", findings[0].text);
        }
        let is_healthy = kind == FindingKind::Healthy;
        assert_eq!(findings.len(), if is_healthy { 1 } else { 2 }, "{chosen}");
        assert!(findings.iter().any(|it| it.text.contains("within what chance explains")));
    };
    let polynomial = |degree: f64| settings().with("degree", degree);
    check(polynomial(3.0), FindingKind::Healthy, &["degree 3", "± 0.0009"]);
    check(polynomial(1.0), FindingKind::UnderFitting, &["0.196", "67 %", "Set degree 3"]);
    check(polynomial(12.0), FindingKind::OverFitting, &["simpler model", "degree 3"]);
    let neighbours = |k: f64| settings().with("model", "neighbours").with("k", k);
    check(neighbours(1.0), FindingKind::OverFitting, &["off by only 0.", "more neighbours"]);
    check(neighbours(20.0), FindingKind::UnderFitting, &["too far away"]);
    let tree = |depth: f64| settings().with("model", "tree").with("depth", depth);
    check(tree(1.0), FindingKind::UnderFitting, &["Set depth 3"]);
    check(tree(8.0), FindingKind::OverFitting, &["simpler model"]);
    check(tree(3.0), FindingKind::Healthy, &["depth 3"]);
}

#[test]
fn a_few_sets_are_no_ground_for_a_verdict() {
    let findings = lane(&settings(), 19).findings(&History::default());
    assert_eq!(findings.len(), 1);
    assert!(findings[0].kind == FindingKind::Note && findings[0].text.contains("19 training sets"));
}

#[test]
fn fits_that_leave_the_picture_break_their_lines() {
    let wild = settings().with("degree", 12.0).with("places", "drawn").with("points", 15.0);
    let mut lane = lane(&wild, 50);
    let panels = lane.panels(&History::default());
    let Figure::Lines(lines) = &panels[0].figure else { panic!("no lines") };
    let (low, high) = lines.y.range.unwrap();
    let points = || lines.series.iter().flat_map(|series| &series.points);
    assert!(points().all(|(_, y)| y.is_nan() || (low..=high).contains(y)));
    assert!(points().any(|(_, y)| y.is_nan()));
}

#[test]
fn more_neighbours_than_points_are_refused() {
    let settings = settings().with("points", 15.0).with("model", "neighbours").with("k", 16.0);
    let refused = Model::new(&settings, 15).unwrap_err();
    assert!(refused.0.contains("15 points, too few for 16"), "{refused}");
}
