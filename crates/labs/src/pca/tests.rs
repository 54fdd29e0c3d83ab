//! The lab: what it says of good and bad settings.

use figures::{Figure, FindingKind, Settings, Sheet};

use crate::experiment::{Experiment, LaneView};

fn settings(data: &str, m: f64) -> Settings {
    let settings = Settings::default().with("data", data).with("m", m).with("keep", "most");
    let settings = settings.with("scale", 0.0).with("seed", 7.0).with("method", "orthogonal");
    let settings = settings.with("start", "random").with("angle", 30.0);
    settings.with("x", 1.0).with("y", 2.0).with("kept", 10.0).with("row", 1.0)
}

fn view(settings: Settings, steps: u64) -> LaneView {
    let mut experiment = Experiment::open("pca", vec![settings], None).unwrap();
    experiment.advance(0, steps);
    experiment.view(0)
}

fn check(settings: Settings, steps: u64, kind: FindingKind, words: &str) {
    let view = view(settings.clone(), steps);
    let found = view.findings.iter().find(|finding| finding.kind == kind);
    let text = found.map_or("", |finding| &finding.text);
    assert!(text.contains(words), "{settings:?}: {:?}", view.findings);
}

#[test]
fn a_healthy_run_raises_no_alarm() {
    let wine = settings("wine", 2.0).with("scale", 1.0);
    for case in [settings("stretched", 2.0), settings("iris", 2.0), wine] {
        let view = view(case.clone(), 200);
        assert_eq!(view.findings.len(), 1, "{case:?}: {:?}", view.findings);
        assert_eq!(view.findings[0].kind, FindingKind::Healthy);
        assert!(view.values[1] < 1e-3 && view.values[2] < 1e-6, "{:?}", view.values);
    }
}

#[test]
fn what_goes_wrong_is_named() {
    check(settings("wine", 2.0), 50, FindingKind::UnderFitting, "“proline” holds 99.8");
    check(settings("stretched", 1.0), 50, FindingKind::UnderFitting, "never seen a class");
    check(settings("digits", 5.0), 3, FindingKind::Note, "for each further decimal");
    let saddle = settings("iris", 1.0).with("start", "second").with("method", "power");
    check(saddle, 4, FindingKind::UnderFitting, "rounding errors, by a factor of 17.4 a step");
}

#[test]
fn directions_never_lose_more_from_step_to_step() {
    for method in ["orthogonal", "power"] {
        let view = view(settings("digits", 4.0).with("method", method), 300);
        let lost: Vec<f32> = view.history.iter().map(|(_, values)| values[0]).collect();
        assert!(lost.windows(2).all(|pair| pair[1] <= pair[0] + 1e-6), "{method}");
    }
}

#[test]
fn a_direction_is_turned_without_touching_the_run() {
    let first = settings("stretched", 2.0);
    let mut experiment = Experiment::open("pca", vec![first.clone()], None).unwrap();
    experiment.advance(0, 3);
    let before = experiment.view(0);
    experiment.adjust(vec![first.with("angle", 36.87)]);
    let after = experiment.view(0);
    assert_eq!(before.weights_hash, after.weights_hash);
    assert_ne!(before.panels[0], after.panels[0]);
    let Figure::Plane(plane) = &after.panels[0].figure else { panic!("no plane") };
    let arrow = |name: &str| plane.arrows.iter().find(|arrow| arrow.name == name).unwrap();
    assert_eq!(arrow("yours").turns.as_deref(), Some("angle"));
    // The clouds were turned by this angle, so the hand is where the component is.
    let (ours, best) = (arrow("yours").to, arrow("PC1").to);
    assert!((ours.0 - best.0).abs() < 0.15 && (ours.1 - best.1).abs() < 0.15, "{ours:?} {best:?}");
}

#[test]
fn all_components_give_the_digit_back() {
    let view = view(settings("digits", 2.0).with("kept", 64.0).with("row", 1797.0), 1);
    let panel = view.panels.iter().find(|panel| panel.id == "reconstruction").unwrap();
    let Figure::Tiles(tiles) = &panel.figure else { panic!("no tiles") };
    assert_eq!(tiles.tiles.len(), 9);
    for row in tiles.tiles.chunks_exact(3) {
        assert!(row[2].values.iter().all(|value| value.abs() < 1e-6));
        assert!(row[0].values.iter().zip(&row[1].values).all(|(a, b)| (a - b).abs() < 1e-6));
    }
}

#[test]
fn tables_without_a_direction_are_refused_in_words() {
    let open = |values: Vec<f32>, columns: &[&str]| {
        let columns = columns.iter().map(|&it| it.into()).collect();
        let own = Sheet { columns, values, ..Sheet::default() };
        let opened = Experiment::open("pca", vec![settings("own", 2.0)], Some(own));
        opened.err().map_or_else(String::new, |refused| refused.0)
    };
    assert!(open(vec![1.0, 2.0, 1.0, 2.0], &["a", "b"]).contains("rows are the same"));
    assert!(open(vec![1.0, 2.0], &["a"]).contains("two columns"));
    assert!(open(vec![1.0, 2.0], &["a", "b"]).contains("two rows"));
    assert_eq!(open(vec![1.0, 2.0, 3.0, 5.0], &["a", "b"]), "");
}

#[test]
fn the_noise_of_the_arithmetic_is_no_measure() {
    let converged = view(settings("stretched", 2.0), 400);
    assert_eq!(converged.values[1..3], [0.0, 0.0], "{:?}", converged.values);
    assert_eq!([6.4e-15, -1e-16, 1e-3].map(super::without_rounding), [0.0, 0.0, 1e-3]);
    assert!(super::without_rounding(f64::NAN).is_nan());
}
