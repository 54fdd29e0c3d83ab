//! What is right and wrong with a network that reads digits.

use figures::format::percent;
use figures::{Finding, FindingKind};
use nets::dense::Rows;
use nets::dense::statistics::{self, Answers};
use nets::lane::WIDTH;

use super::design::{CLASSES, Step};
use super::{Reader, places};
use crate::diagnosis::controls::CONVOLUTION;
use crate::diagnosis::{Evidence, Goal, Good, LayerHealth, Places, diagnose};
use crate::history::History;
use crate::tasks::commonest_share;

/// A network that reads training digits this well has learned them.
const GOOD_ACCURACY: f32 = 0.99;

/// Test digits that are lost when they move by one pixel: networks that have seen moved copies lose
/// less than 4 in a hundred, others 30 and more.
const SHIFT_COSTS: f32 = 0.15;

/// Before it reads this much of the test digits, it has other troubles.
const READS: f32 = 0.85;

/// Which measure is what.
const PLACES: Places = Places::new(
    (places::TRAIN_LOSS, places::TEST_LOSS),
    (places::TRAIN_ACCURACY, places::TEST_ACCURACY),
);

/// What this lab's controls can do about it.
const REMEDIES: [(FindingKind, &str); 3] = [
    (
        FindingKind::OverFitting,
        "Train on more digits, on moved copies as well, or with fewer kernels.",
    ),
    (FindingKind::UnderFitting, "Take more kernels, or kernels that see more than one pixel."),
    (FindingKind::Dead, "Lower the learning rate by a factor of 10."),
];

/// Every finding, most important first.
pub(super) fn all(lane: &mut Reader, history: &History) -> Vec<Finding> {
    let now = crate::lab::Lane::measure(lane);
    let layers = health(lane);
    let test_rows = lane.digits.test.len();
    let goal = Goal {
        blind_loss: libm::logf(CLASSES as f32),
        chance: commonest_share(&lane.digits.test),
        good: Good::Accuracy(GOOD_ACCURACY),
    };
    let seen = Evidence::of(
        &lane.training,
        &layers,
        (history, &now),
        PLACES,
        goal,
        test_rows,
        &CONVOLUTION,
    );
    let evidence = Evidence { remedies: &REMEDIES, ..seen };
    let mut findings = diagnose(&evidence);
    let is_dense = matches!(lane.design.steps[0], Step::Dense { .. });
    if let Some(found) = moved(&now, is_dense).filter(|_| evidence.diverged_at_step.is_none()) {
        findings.retain(|finding| finding.kind != FindingKind::Healthy);
        findings.push(found);
    }
    findings
}

/// Every layer with weights: channels count as units, for the corners of a map are often empty.
fn health(lane: &mut Reader) -> Vec<LayerHealth> {
    lane.training.examine(&lane.examined[0]);
    let training = &lane.training;
    let (parts, weights) = (training.parts(), training.weights());
    let norms = statistics::norms(parts, training.gradient());
    let ratios = statistics::update_ratios(parts, training.weights_before(), weights);
    let weighted = lane.design.steps.iter().filter(|step| step.weight_count() > 0);
    let places: Vec<usize> = weighted
        .clone()
        .map(|step| match step {
            Step::Convolution { layer, .. } => layer.outputs().side * layer.outputs().side,
            _ => 1,
        })
        .collect();
    let mut answers = Vec::new();
    training.network().stack().each_answer(&mut |activation, rows, form| {
        if let (Some(activation), Some(places)) = (activation, places.get(answers.len())) {
            let lanes = places * form.lanes;
            answers.push(Answers::of(activation, rows, Rows { lanes, size: lanes * WIDTH }));
        }
    });
    let last = parts.len() - 1;
    let layer = |(index, step): (usize, &Step)| {
        let name = if index == last { "the output".into() } else { format!("layer {}", index + 1) };
        let units = match step {
            Step::Convolution { layer, .. } => layer.outputs().channels,
            Step::Dense { units, .. } => *units,
            Step::Pool { .. } => 0,
        };
        let named = LayerHealth {
            gradient_norm: norms[index],
            update_ratio: ratios[index],
            ..LayerHealth::named(name, units)
        };
        match answers.get(index) {
            Some(answers) if index < last => named.answering(answers),
            _ => named,
        }
    };
    weighted.enumerate().map(layer).collect()
}

/// What a shift by one pixel costs.
fn moved(now: &[f32], is_dense: bool) -> Option<Finding> {
    let (still, shifted) = (now[places::TEST_ACCURACY], now[places::SHIFTED_ACCURACY]);
    if still < READS || still - shifted < SHIFT_COSTS {
        return None;
    }
    let why = if is_dense {
        "Every unit has a weight for each pixel, and what it has learned of one says nothing of the \
         next. Take the convolutional network, or train on moved copies."
    } else {
        "Weights that are the same at every place move the maps along; the dense layer behind them \
         still has a weight a place. Pool, or train on moved copies."
    };
    let text = format!(
        "{} of the test digits are right, and {} when they are moved by one pixel. {why}",
        percent(f64::from(still)),
        percent(f64::from(shifted))
    );
    Some(Finding::new(FindingKind::OverFitting, "It knows places, not shapes", text))
}
