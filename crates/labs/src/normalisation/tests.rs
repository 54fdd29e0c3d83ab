//! What norms do to training and inference, and that the diagnosis sees what is wrong.

use figures::FindingKind;

use super::*;
use crate::history::History;

fn settings() -> Settings {
    let data = Settings::default().with("data", "digits").with("rows", 320.0).with("noise", 0.1);
    let model = data.with("norm", "batch").with("layers", 4.0).with("gain", 1.0);
    let training = model.with("momentum", 0.1).with("batch", 16.0).with("rate", 0.1);
    training.with("layer", 1.0).with("seed", 8.0)
}

fn lane(settings: &Settings) -> Normalised {
    let source = Source { settings, own: None };
    Normalised::new(Plan::of(settings).unwrap(), Task::of(&source).unwrap(), settings)
}

fn advanced(settings: &Settings, steps: u64) -> Normalised {
    let mut lane = lane(settings);
    (0..steps).for_each(|_| lane.advance());
    lane
}

/// The first finding of what a page would show, its kind and parts of its text.
#[track_caller]
fn check(settings: Settings, steps: u64, kind: FindingKind, words: &[&str]) {
    let mut run = crate::Experiment::open("normalisation", vec![settings], None).unwrap();
    run.advance(0, steps);
    let found = run.view(0).findings;
    assert_eq!(found[0].kind, kind, "{found:?}");
    assert!(words.iter().all(|word| found[0].text.contains(word)), "{found:?}");
    assert!(kind != FindingKind::Healthy || found.len() == 1, "{found:?}");
}

#[test]
fn broken_runs_are_told_by_what_broke_them() {
    use FindingKind::{Dead, Diverged, Unstable, Vanishing};
    let with = |name: &str, value: f64| settings().with(name, value);
    check(with("batch", 1.0), 60, Dead, &["every unit answers its β", "layer norm"]);
    check(with("batch", 2.0), 60, Vanishing, &["1 or −1", "batch size to 8"]);
    check(with("momentum", 0.001), 150, Unstable, &["the averages still hold 86", "than 0.001"]);
    check(with("gain", 10.0).with("norm", "none"), 20, Diverged, &["Normalise the sums"]);
    check(with("gain", 0.1).with("norm", "none"), 100, Dead, &["Normalise the sums"]);
    check(with("rate", 1.0).with("norm", "layer"), 150, Dead, &["centres each row", "batch norm"]);
}

#[test]
fn over_fitting_gets_advice_that_this_lab_can_follow() {
    let few = settings().with("rows", 80.0).with("layers", 2.0).with("norm", "layer");
    check(few, 600, FindingKind::OverFitting, &["Train on more rows, or take out layers."]);
}

#[test]
fn healthy_runs_raise_no_alarm() {
    for norm in ["batch", "layer"] {
        check(settings().with("norm", norm), 200, FindingKind::Healthy, &["of the test rows"]);
    }
}

#[test]
fn training_never_looks_at_the_averages_and_inference_at_nothing_else() {
    let run = |momentum: f64| advanced(&settings().with("momentum", momentum), 40);
    let (mut slow, mut fast) = (run(0.001), run(0.5));
    assert_eq!(slow.classifier.training.weights(), fast.classifier.training.weights());
    let (slow, fast) = (slow.measure(), fast.measure());
    assert_eq!(slow[at::BATCH_LOSS], fast[at::BATCH_LOSS]);
    assert_ne!(slow[at::TEST_LOSS], fast[at::TEST_LOSS]);
}

#[test]
fn only_a_batch_norm_answers_otherwise_in_training() {
    for (norm, differs) in [("none", false), ("layer", false), ("batch", true)] {
        let values = advanced(&settings().with("norm", norm), 40).measure();
        let gap = (values[at::TEST_LOSS] - values[at::BATCH_LOSS]).abs();
        assert_eq!(gap > 1e-4, differs, "{norm}: {values:?}");
    }
}

#[test]
fn a_norm_does_not_see_the_scale_of_the_first_weights() {
    let loss = |norm: &str, gain: f64| {
        lane(&settings().with("norm", norm).with("gain", gain)).batch_loss()
    };
    for norm in ["batch", "layer"] {
        let (small, large) = (loss(norm, 1.0), loss(norm, 10.0));
        assert!((small - large).abs() < 2e-3 * large, "{norm}: {small}, {large}");
    }
    assert!(loss("none", 10.0) > 100.0 * loss("none", 1.0));
}

#[test]
fn the_gradient_of_a_normalised_layer_is_at_right_angles_to_its_weights_and_falls_with_them() {
    // z / deviation does not change with the length of W, so moving along W changes nothing, and the
    // slope goes with 1 / length.
    let first = |gain: f64| {
        let mut lane = lane(&settings().with("gain", gain));
        lane.advance();
        let training = &lane.classifier.training;
        let part = training.parts()[0].penalised.clone();
        let (weights, slopes) =
            (&training.weights_before()[part.clone()], &training.gradient()[part]);
        let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
        let lengths = (dot(weights, weights).sqrt(), dot(slopes, slopes).sqrt());
        (dot(weights, slopes) / (lengths.0 * lengths.1), lengths.1)
    };
    let ((cosine, one), (_, ten)) = (first(1.0), first(10.0));
    assert!(cosine.abs() < 1e-2, "{cosine}");
    assert!((one / ten - 10.0).abs() < 0.2, "{one}, {ten}");
}

#[test]
fn every_norm_has_its_pictures_and_a_look_changes_nothing() {
    let seen = |norm: &str| {
        let settings = settings().with("norm", norm);
        let mut looked = lane(&settings);
        let mut ids = Vec::new();
        for _ in 0..5 {
            looked.advance();
            looked.measure();
            looked.findings(&History::default());
            ids = looked.panels(&History::default()).into_iter().map(|it| it.id).collect();
        }
        assert_eq!(looked.weights_hash(), advanced(&settings, 5).weights_hash(), "{norm}");
        ids
    };
    assert_eq!(seen("batch"), ["sums", "statistics", "company", "gradient"]);
    assert_eq!(seen("layer"), ["sums", "company", "gradient"]);
    assert_eq!(seen("none"), ["sums", "company", "gradient"]);
}

#[test]
fn a_batch_norm_that_pytorch_would_refuse_is_not_written() {
    let program = |settings: &Settings, language: Language| {
        Normalisation.program(Source { settings, own: None }, 10, language)
    };
    for language in [Language::PyTorch, Language::Burn] {
        assert!(program(&settings(), language).is_some_and(|it| it.contains("BatchNorm")));
        assert_eq!(program(&settings().with("batch", 1.0), language), None);
        let layer = settings().with("norm", "layer").with("batch", 1.0);
        assert!(program(&layer, language).is_some_and(|it| it.contains("LayerNorm")));
    }
}
