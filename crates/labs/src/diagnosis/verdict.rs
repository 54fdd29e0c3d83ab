//! What is said of a run that nothing is wrong with: that it is on its way, that it is healthy, or that
//! its test rows do not allow to say so.

use figures::format::plural;
use figures::{Finding, FindingKind};

use super::{Evidence, number, share};

/// Test rows from which on an accuracy says something: one row more or less is a twentieth.
const TEST_ROWS_MIN: usize = 20;

pub(super) fn healthy(evidence: &Evidence<'_>) -> Finding {
    let after = plural(evidence.step as usize, "step");
    if !evidence.has_learned() {
        let course = if evidence.has_settled() {
            "the loss has hardly fallen lately; it is early to say why"
        } else {
            "the loss still falls"
        };
        let text = format!("After {after} {}, and {course}.", evidence.progress());
        return Finding::new(FindingKind::Note, "Learning", text);
    }
    if let Some(found) = too_few(evidence).or_else(|| no_better_than_chance(evidence)) {
        return found;
    }
    let gap = (evidence.test_loss() - evidence.loss()).abs();
    let result = match evidence.test_accuracy() {
        Some(accuracy) => format!("{} of the test rows are right", share(accuracy)),
        None => format!("the test loss is {}", number(evidence.test_loss())),
    };
    let dead = evidence.layers.iter().map(|layer| layer.dead_share * layer.units as f32);
    let units = match dead.sum::<f32>().round() as usize {
        0 => "no unit is dead".to_owned(),
        1 => "one unit is dead and not missed".to_owned(),
        many => format!("{many} units are dead and not missed"),
    };
    let text = format!(
        "After {after} {result}, the loss there differs from the training loss by {}, and {units}.",
        number(gap)
    );
    Finding::new(FindingKind::Healthy, "Healthy", text)
}

/// A handful of test rows, whatever they say.
fn too_few(evidence: &Evidence<'_>) -> Option<Finding> {
    let rows = evidence.test_rows;
    if rows >= TEST_ROWS_MIN {
        return None;
    }
    let seen = match evidence.test_accuracy().filter(|_| rows > 0) {
        Some(accuracy) => format!(
            "{} of {} right, and one row more or less is {}",
            share(accuracy),
            plural(rows, "test row"),
            share(1.0 / rows as f32)
        ),
        None => format!("The test has {}", plural(rows, "row")),
    };
    let text = format!(
        "After {} {}. {seen}: too few to judge by. Hold out more rows, or bring more.",
        plural(evidence.step as usize, "step"),
        evidence.progress()
    );
    Some(Finding::new(FindingKind::Note, "Too few test rows", text))
}

/// A test accuracy that a constant answer reaches, up to a standard error.
fn no_better_than_chance(evidence: &Evidence<'_>) -> Option<Finding> {
    let accuracy = evidence.test_accuracy()?;
    let chance = evidence.goal.chance;
    let error = (chance * (1.0 - chance) / evidence.test_rows as f32).sqrt();
    if accuracy > chance + error {
        return None;
    }
    let text = format!(
        "{} of the test rows are right. The commonest class for each of them gets {}, give or take {}: \
         so far nothing has been learned that holds for new rows.",
        share(accuracy),
        share(chance),
        share(error)
    );
    Some(Finding::new(FindingKind::Note, "No better than chance", text))
}
