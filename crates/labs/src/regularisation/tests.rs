//! Penalties and stopping do what they say, and the diagnosis sees what is wrong.

use figures::{FindingKind, Settings};

use crate::history::History;

use super::*;

fn settings() -> Settings {
    let data = Settings::default().with("data", "moons").with("rows", 40.0).with("noise", 0.3);
    let model = data.with("units", 16.0).with("layers", 2.0).with("dropout", 0.0);
    let penalties = model.with("l1", 0.0).with("l1-step", "slope").with("l2", 0.0);
    penalties.with("patience", 0.0).with("rate", 0.1).with("seed", 7.0)
}

fn lane(settings: &Settings) -> Regularised {
    let source = Source { settings, own: None };
    Regularised::new(Plan::of(settings).unwrap(), Task::of(&source).unwrap())
}

fn advanced(settings: &Settings, steps: u64) -> Regularised {
    let mut lane = lane(settings);
    for _ in 0..steps {
        if !lane.is_done() {
            lane.advance();
        }
    }
    lane
}

/// What a page would show after so many steps.
fn findings(settings: Settings, steps: u64) -> Vec<(FindingKind, String)> {
    let mut run = crate::Experiment::open("regularisation", vec![settings], None).unwrap();
    run.advance(0, steps);
    run.view(0).findings.into_iter().map(|finding| (finding.kind, finding.text)).collect()
}

#[test]
fn a_threshold_moves_every_weight_by_the_same_and_stops_at_zero() {
    let settings = settings().with("l1", 0.5).with("l1-step", "threshold");
    let mut lane = lane(&settings);
    let before = lane.classifier.training.weights().to_vec();
    lane.threshold();
    let after = lane.classifier.training.weights();
    let penalised: Vec<usize> =
        lane.classifier.training.parts().iter().flat_map(|it| it.penalised.clone()).collect();
    let mut zeros = 0;
    for (index, (&before, &after)) in before.iter().zip(after).enumerate() {
        // Rate 0.1 times L1 0.5.
        let expected = if penalised.contains(&index) {
            (before.abs() - 0.05).max(0.0).copysign(before)
        } else {
            before
        };
        assert!((after - expected).abs() < 1e-7, "{before} to {after}");
        zeros += usize::from(penalised.contains(&index) && after == 0.0);
    }
    assert!(zeros > 10 && zeros < penalised.len() / 2, "{zeros} of {}", penalised.len());
}

#[test]
fn both_forms_of_l1_find_the_same_minimum() {
    let settings = settings().with("l1", 0.01);
    let mut slope = advanced(&settings, 4000);
    let mut threshold = advanced(&settings.clone().with("l1-step", "threshold"), 4000);
    let (slope, threshold) = (slope.measure(), threshold.measure());
    for index in [at::TRAIN_LOSS, at::TEST_LOSS] {
        assert!((slope[index] - threshold[index]).abs() < 0.02, "{slope:?}, {threshold:?}");
    }
    assert!((slope[4] - threshold[4]).abs() < 0.05, "{slope:?}, {threshold:?}");
    assert!(slope[5] == 0.0 && threshold[5] > 0.5, "{slope:?}, {threshold:?}");
}

#[test]
fn stopping_goes_back_to_the_best_weights_on_the_validation_rows() {
    let settings = settings().with("units", 64.0);
    let stopped = advanced(&settings.clone().with("patience", 30.0), 3000);
    let stopping = stopped.stopping.as_ref().unwrap();
    let (ended, last_loss) = stopping.ended.unwrap();
    assert!(stopped.is_done() && stopping.best_loss < last_loss);
    assert_eq!(ended - stopping.best_step, 30 * stopped.updates_an_epoch());
    let same = advanced(&settings, stopping.best_step);
    assert_eq!(stopped.classifier.training.weights(), same.classifier.training.weights());
    // No epoch on the way was better.
    let mut again = lane(&settings);
    let validation = nets::dense::Batch::of(&again.task.validation);
    for step in 1..=ended {
        again.advance();
        if step.is_multiple_of(again.updates_an_epoch()) {
            let (loss, _) = again.classifier.training.examine(&validation);
            assert!(loss >= stopping.best_loss, "step {step}: {loss}");
        }
    }
}

#[test]
fn a_stopped_run_says_where() {
    let found = findings(settings().with("units", 64.0).with("patience", 30.0), 3000);
    assert_eq!(found[0].0, FindingKind::Note);
    assert!(found[0].1.contains("lowest at step") && found[0].1.contains("30 epochs later"));
}

#[test]
fn dropout_is_drawn_anew_for_each_update_and_absent_from_measures() {
    let settings = settings().with("dropout", 0.5);
    let mut lane = lane(&settings);
    assert_eq!(lane.measure(), lane.measure());
    let mut without = self::lane(&settings.clone().with("dropout", 0.0));
    assert_eq!(lane.measure(), without.measure(), "the same first weights, the same answers");
    lane.advance();
    without.advance();
    assert_ne!(lane.weights_hash(), without.weights_hash());
}

#[test]
fn few_rows_and_many_weights_are_called_over_fitting() {
    let found = findings(settings().with("rows", 20.0).with("units", 128.0), 1500);
    assert_eq!(found[0].0, FindingKind::OverFitting, "{found:?}");
    assert!(found[0].1.contains("learn 20 rows"), "{found:?}");
}

#[test]
fn many_rows_and_a_small_penalty_are_healthy() {
    let found = findings(settings().with("rows", 320.0).with("l2", 0.003), 1500);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, FindingKind::Healthy, "{found:?}");
}

#[test]
fn a_penalty_that_is_too_strong_is_named() {
    let found = findings(settings().with("l2", 0.1).with("units", 64.0), 3000);
    assert_eq!(found[0].0, FindingKind::UnderFitting, "{found:?}");
    assert!(found[0].1.contains("penalty of 0.1"), "{found:?}");
    let found = findings(settings().with("l2", 0.3), 1500);
    assert_eq!(found[0].0, FindingKind::UnderFitting, "{found:?}");
    assert!(found[0].1.contains("penalty of 0.3") && found[0].1.contains("to 0.03."), "{found:?}");
}

#[test]
fn every_kind_of_data_has_its_picture() {
    let check = |data: &str, first: &str| {
        let mut lane = lane(&settings().with("data", data));
        let ids: Vec<String> =
            lane.panels(&History::default()).into_iter().map(|it| it.id).collect();
        assert_eq!(ids, [first, "paths", "weights"], "{data}");
    };
    check("moons", "map");
    check("digits", "units");
}
