//! What is right and wrong with a lane.

use figures::format::{count, decimal, percent};
use figures::{Finding, FindingKind};
use nets::activation::Activation;

use super::lane::Normalised;
use super::{Norm, at};
use crate::diagnosis::{Evidence, Goal, Good, Places, Setup, diagnose};
use crate::history::History;
use crate::tasks::Kind;

/// Batches up to this size estimate a mean and a variance badly: the relative error of a variance over
/// n rows is about √(2 / n), so 70 % over four.
const SMALL_BATCH: usize = 4;

/// A gap between the two test losses beyond this part of a blind loss, and this factor, is no noise.
const GAP: f32 = 0.15;
const GAP_RATIO: f32 = 1.5;

/// Moving averages that still hold more than this of their first values have not arrived.
const OLD_SHARE: f64 = 0.05;

/// The norm's own troubles, else the usual diagnosis.
pub fn of(lane: &mut Normalised, history: &History, now: &[f32]) -> Vec<Finding> {
    let training = &lane.classifier.training;
    let is_running = training.step() > 0 && !training.has_diverged();
    if is_running && lane.plan.norm == Norm::Batch {
        if lane.plan.batch_size == 1 {
            return vec![one_row(lane, now)];
        }
        if let Some(gap) = gap(lane, now) {
            return vec![gap];
        }
    }
    usual(lane, history, now)
}

fn one_row(lane: &Normalised, now: &[f32]) -> Finding {
    let number = |value: f32| decimal(f64::from(value));
    let text = format!(
        "The mean over a batch of one row is the row itself, so every normalised sum is 0 and every \
         unit answers its β, whatever comes in: as in training, the test loss is {}, where a model that \
         ignores its inputs has {}. In inference the moving averages divide by a variance that went to \
         0, and it is {}. Raise the batch size to 8 or more, or use layer norm.",
        number(now[at::BATCH_LOSS]),
        number(lane.task.blind_loss()),
        number(now[at::TEST_LOSS])
    );
    Finding::new(FindingKind::Dead, "Batch norm sees one row", text)
}

/// Inference does worse than the same network with the statistics of a batch.
fn gap(lane: &Normalised, now: &[f32]) -> Option<Finding> {
    let (running, batch) = (now[at::TEST_LOSS], now[at::BATCH_LOSS]);
    if running - batch <= GAP * lane.task.blind_loss() || running <= GAP_RATIO * batch {
        return None;
    }
    let plan = &lane.plan;
    let step = lane.classifier.training.step();
    let old = libm::pow(1.0 - f64::from(plan.momentum), step as f64);
    let remedy = if old > OLD_SHARE {
        format!(
            "After {} updates the averages still hold {} of the values they started from. Train on, or \
             let each batch count more than {}.",
            count(step),
            percent(old),
            decimal(f64::from(plan.momentum))
        )
    } else if plan.batch_size <= SMALL_BATCH {
        format!(
            "{} rows estimate a variance badly, and the averages are averages of that. Raise the batch \
             size, or use layer norm.",
            plan.batch_size
        )
    } else {
        "The weights move faster than the averages follow: lower the learning rate, or let each batch \
         count more."
            .to_owned()
    };
    let text = format!(
        "The test loss is {} with the moving averages that inference uses, and {} with the statistics \
         of each batch. {remedy}",
        decimal(f64::from(running)),
        decimal(f64::from(batch))
    );
    Some(Finding::new(FindingKind::Unstable, "Inference differs from training", text))
}

/// What a network that fits its training rows puts right.
fn good_accuracy(kind: Kind) -> f32 {
    match kind {
        Kind::Plane => 0.9,
        Kind::Digits => 0.98,
        Kind::Table => 0.85,
    }
}

fn usual(lane: &mut Normalised, history: &History, now: &[f32]) -> Vec<Finding> {
    let layers = lane.classifier.health();
    let training = &lane.classifier.training;
    let evidence = Evidence {
        step: training.step(),
        updates_an_epoch: training.updates_an_epoch(),
        diverged_at_step: training.has_diverged().then(|| training.step()),
        layers: &layers,
        history,
        now,
        places: Places {
            train_loss: at::TRAIN_LOSS,
            test_loss: at::TEST_LOSS,
            train_accuracy: Some(at::TRAIN_ACCURACY),
            test_accuracy: Some(at::TEST_ACCURACY),
        },
        goal: Goal {
            blind_loss: lane.task.blind_loss(),
            good: Good::Accuracy(good_accuracy(lane.task.kind)),
        },
        new_accuracy: None,
        train_rows: lane.task.train.len(),
        test_rows: lane.task.test.len(),
        parameters: training.weights().len(),
        setup: Setup {
            learning_rate: training.learning_rate(),
            is_adaptive: false,
            penalty: 0.0,
            batch_size: lane.plan.batch_size,
            activation: Some(Activation::Relu),
            is_linear: false,
        },
        features: &[],
        shared_rows: 0.0,
        remedies: if lane.plan.norm == Norm::None { &REMEDIES } else { &[] },
    };
    diagnose(&evidence)
}

/// What this lab has to offer.
const REMEDIES: [(FindingKind, &str); 2] = [
    (
        FindingKind::Exploding,
        "Each layer multiplies what it gets. Normalise the sums, or start from smaller weights.",
    ),
    (
        FindingKind::Vanishing,
        "Each layer passes on a part of what it gets. Normalise the sums, or start from larger \
         weights.",
    ),
];
