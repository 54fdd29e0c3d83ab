//! The lab: what it says of good and bad settings.

use figures::{Figure, FindingKind, Settings, Sheet};

use crate::experiment::{Experiment, LaneView};

fn settings(data: &str, k: f64, start: &str) -> Settings {
    let settings = Settings::default().with("data", data).with("k", k).with("start", start);
    let settings = settings.with("scale", 0.0).with("seed", 7.0).with("empty", "move");
    let settings = settings.with("view", "components").with("colour", "clusters");
    settings.with("x", 1.0).with("y", 2.0)
}

fn settled(settings: Settings, own: Option<Sheet>) -> LaneView {
    let mut experiment = Experiment::open("k-means", vec![settings], own).unwrap();
    experiment.advance(0, 300);
    let view = experiment.view(0);
    assert!(view.is_done);
    view
}

fn check(settings: Settings, kind: FindingKind, words: &str) {
    let view = settled(settings.clone(), None);
    let first = &view.findings[0];
    assert_eq!(first.kind, kind, "{settings:?}: {:?}", view.findings);
    assert!(first.text.contains(words), "{}", first.text);
}

#[test]
fn a_healthy_run_raises_no_alarm() {
    for case in [settings("blobs", 5.0, "plus"), settings("wine", 3.0, "plus").with("scale", 1.0)] {
        let view = settled(case.clone(), None);
        assert_eq!(view.findings.len(), 1, "{case:?}: {:?}", view.findings);
        assert_eq!(view.findings[0].kind, FindingKind::Healthy);
    }
}

#[test]
fn what_goes_wrong_is_named() {
    let corner = settings("blobs", 5.0, "corner").with("seed", 1.0);
    check(corner, FindingKind::UnderFitting, "best of 10 k-means++ starts");
    check(settings("wine", 3.0, "plus"), FindingKind::UnderFitting, "“proline” holds 99.8");
    check(settings("stretched", 2.0, "plus"), FindingKind::UnderFitting, "adjusted Rand index");
    check(settings("iris", 3.0, "plus"), FindingKind::Note, "Try k = 2");
    let stays = settings("iris", 9.0, "box").with("empty", "stay");
    check(stays, FindingKind::Dead, "nearest to no row");
}

#[test]
fn an_empty_cluster_gets_the_farthest_row() {
    let view = settled(settings("iris", 9.0, "box"), None);
    assert!(view.findings.iter().any(|it| it.text.contains("as scikit-learn does")));
    let Some(Figure::Heat(heat)) = view.panels.last().map(|panel| &panel.figure) else {
        panic!("no table of clusters and classes")
    };
    let sizes = heat.values.chunks_exact(3).map(|row| row.iter().sum::<f32>());
    assert!(sizes.into_iter().all(|size| size > 0.0));
}

#[test]
fn inertia_never_rises() {
    for start in ["plus", "random", "corner", "box"] {
        let view = settled(settings("digits", 10.0, start), None);
        let inertia: Vec<f32> = view.history.iter().map(|(_, values)| values[0]).collect();
        assert!(inertia.is_sorted_by(|a, b| a >= b), "{start}: {inertia:?}");
        assert_eq!(view.panels[1].id, "centres");
    }
}

#[test]
fn a_table_without_classes_and_with_equal_rows_is_no_trouble() {
    let own = Sheet {
        columns: vec!["a".into()],
        values: vec![1.0, 1.0, 1.0, 2.0, 2.0],
        ..Sheet::default()
    };
    let view = settled(settings("own", 4.0, "plus"), Some(own.clone()));
    assert_eq!(view.values[0], 0.0);
    assert!(view.values[2].is_nan() && view.panels.iter().all(|panel| panel.id != "classes"));
    assert!(view.findings[0].text.contains("2 of 4 centres"), "{:?}", view.findings);
    let one = settled(settings("own", 1.0, "random"), Some(own));
    assert!(one.values[1].is_nan() && (one.values[0] - 1.2).abs() < 1e-6);
}

#[test]
fn a_look_changes_nothing_in_the_run() {
    let first = settings("iris", 3.0, "plus");
    let mut experiment = Experiment::open("k-means", vec![first.clone()], None).unwrap();
    experiment.advance(0, 2);
    let before = experiment.view(0);
    let look = first.with("view", "columns").with("x", 3.0).with("y", 64.0);
    experiment.adjust(vec![look.with("colour", "classes")]);
    let after = experiment.view(0);
    assert_eq!(before.weights_hash, after.weights_hash);
    let Figure::Plane(plane) = &after.panels[0].figure else { panic!("no plane") };
    assert_eq!((plane.x.name.as_str(), plane.y.name.as_str()), ("petal length", "petal width"));
    assert_eq!(plane.groups[0].name, "setosa");
}
