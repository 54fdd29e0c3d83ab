//! What is right and wrong with a lane.

use figures::format::{count, decimal, percent};
use figures::{Finding, FindingKind};
use nets::dense::Part;
use nets::dense::statistics::norms;

use super::lane::Normalised;
use super::{Norm, at};
use crate::diagnosis::controls::NORMALISATION;
use crate::diagnosis::{Evidence, Goal, Good, Places, diagnose};
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
        if lane.plan.batch_size == 2 {
            return vec![two_rows(lane, now)];
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

fn two_rows(lane: &Normalised, now: &[f32]) -> Finding {
    let number = |value: f32| decimal(f64::from(value));
    let training = &lane.classifier.training;
    let is_linear = |part: &&Part| part.kind == "linear";
    let parts: Vec<Part> = training.parts().iter().filter(is_linear).cloned().collect();
    let norms = norms(&parts, training.gradient());
    let text = format!(
        "Of two rows one is above their mean and the other below, so every normalised sum is 1 or −1, \
         however far apart the rows are: which is larger is all that comes through, and no gradient goes \
         back. Its norm was {} at the output in the latest update, and {} in layer 1. The test loss is \
         {}. Raise the batch size to 8 or more, or use layer norm.",
        number(norms[norms.len() - 1]),
        number(norms[0]),
        number(now[at::TEST_LOSS])
    );
    Finding::new(FindingKind::Vanishing, "Batch norm sees two rows", text)
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

/// Which measure is what.
const PLACES: Places =
    Places::new((at::TRAIN_LOSS, at::TEST_LOSS), (at::TRAIN_ACCURACY, at::TEST_ACCURACY));

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
    let good = Good::Accuracy(good_accuracy(lane.task.kind));
    let goal = Goal { blind_loss: lane.task.blind_loss(), chance: lane.task.chance(), good };
    let test_rows = lane.task.test.len();
    let seen =
        Evidence::of(training, &layers, (history, now), PLACES, goal, test_rows, &NORMALISATION);
    let remedies: &[_] = match lane.plan.norm {
        Norm::None => &UNNORMALISED,
        Norm::Layer => &LAYER_NORM,
        Norm::Batch => &[],
    };
    diagnose(&Evidence { remedies, ..seen })
}

/// What this lab has to offer where there is no norm.
const UNNORMALISED: [(FindingKind, &str); 4] = [
    (
        FindingKind::Diverged,
        "Each layer multiplies what it gets. Normalise the sums, start from smaller weights, or lower \
         the learning rate.",
    ),
    (
        FindingKind::Exploding,
        "Each layer multiplies what it gets. Normalise the sums, or start from smaller weights.",
    ),
    (
        FindingKind::Vanishing,
        "Each layer passes on a part of what it gets. Normalise the sums, or start from larger \
         weights.",
    ),
    (
        FindingKind::Dead,
        "Normalise the sums, start with the weights that He proposes, or lower the learning rate.",
    ),
];

/// What it has to offer to layer norm.
const LAYER_NORM: [(FindingKind, &str); 1] = [(
    FindingKind::Dead,
    "Layer norm centres each row over the units, so one unit may be below zero for all rows; batch norm \
     centres each unit over the rows. Lower the learning rate, start from larger weights, or use batch \
     norm.",
)];
