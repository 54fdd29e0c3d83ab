//! What is right and wrong with a lane.

use figures::format::{count, decimal};
use figures::{Finding, FindingKind};

use super::at;
use super::lane::Regularised;
use crate::diagnosis::controls::REGULARISATION;
use crate::diagnosis::{Evidence, Goal, Good, Places, Setup, diagnose};
use crate::history::History;
use crate::tasks::Kind;

/// Which measure is what.
const PLACES: Places =
    Places::new((at::TRAIN_LOSS, at::TEST_LOSS), (at::TRAIN_ACCURACY, at::TEST_ACCURACY));

/// What a network that fits its training rows puts right.
fn good_accuracy(kind: Kind) -> f32 {
    match kind {
        // Noise puts some points on the wrong side.
        Kind::Plane => 0.9,
        Kind::Digits => 0.98,
        Kind::Table => 0.85,
    }
}

/// From here on a penalty empties whole layers within a few thousand steps, so units that answer
/// nothing are its doing.
const CRUSHING_PENALTY: f32 = 0.03;

/// The usual diagnosis, and before it where training was stopped.
pub fn of(lane: &mut Regularised, history: &History, now: &[f32]) -> Vec<Finding> {
    let layers = lane.classifier.health();
    let training = &lane.classifier.training;
    let plan = &lane.plan;
    let penalty = plan.l1.max(plan.l2);
    let lower = format!(
        "The penalty of {} has pulled the weights to zero: lower it to {}.",
        decimal(f64::from(penalty)),
        decimal(f64::from(penalty / 10.0))
    );
    let own = [(FindingKind::Dead, lower.as_str()), (FindingKind::UnderFitting, lower.as_str())];
    let good = Good::Accuracy(good_accuracy(lane.task.kind));
    let goal = Goal { blind_loss: lane.task.blind_loss(), chance: lane.task.chance(), good };
    let test_rows = lane.task.test.len();
    let seen =
        Evidence::of(training, &layers, (history, now), PLACES, goal, test_rows, &REGULARISATION);
    let setup = Setup { penalty, ..seen.setup };
    let remedies: &[_] = if penalty >= CRUSHING_PENALTY { &own } else { &[] };
    let evidence = Evidence { setup, remedies, ..seen };
    let mut found = diagnose(&evidence);
    if let Some(stopped) = stopped(lane) {
        found.insert(0, stopped);
    }
    found
}

fn stopped(lane: &Regularised) -> Option<Finding> {
    let stopping = lane.stopping.as_ref()?;
    let (step, loss) = stopping.ended?;
    let text = format!(
        "The validation loss was lowest at step {}, with {}; {} epochs later, at step {}, it was {}. \
         Training has ended and gone back to the weights of step {}.",
        count(stopping.best_step),
        decimal(f64::from(stopping.best_loss)),
        count(lane.plan.patience),
        count(step),
        decimal(f64::from(loss)),
        count(stopping.best_step),
    );
    Some(Finding::new(FindingKind::Note, "Stopped early", text))
}
