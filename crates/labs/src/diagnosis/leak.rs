//! Rules about results that are too good: the answer is among the inputs, or test rows among the
//! training rows.

use figures::{Finding, FindingKind};

use super::{Evidence, Feature, share};

/// A threshold on one input that is right this often is no pattern that a network is needed for.
const ALONE: f32 = 0.97;

/// How far the best input must be ahead of the second best. Classes that lie far apart are told
/// apart by several inputs; a leaked label is in one.
const AHEAD: f32 = 0.1;

/// Rows below which a threshold is right about all of them by chance too often.
const ROWS_MIN: usize = 30;

/// What shuffling the input has to cost in accuracy: a network that can do without it does not lean
/// on it.
const COST: f32 = 0.1;

/// Test rows that are training rows as well, beyond what a few equal measurements explain.
const SHARED_ROWS: f32 = 0.05;

pub(super) fn feature(evidence: &Evidence<'_>) -> Option<Finding> {
    let mut features: Vec<&Feature> = evidence.features.iter().collect();
    features.sort_by(|a, b| b.alone.total_cmp(&a.alone));
    let best = features.first()?;
    let second = features.get(1).map_or(0.5, |feature| feature.alone);
    let test = evidence.test_accuracy()?;
    let is_alone = best.alone >= ALONE && best.alone - second >= AHEAD;
    let is_used = test >= ALONE - AHEAD && test - best.shuffled > COST;
    let rows = evidence.train_rows + evidence.test_rows;
    if !is_alone || !is_used || rows < ROWS_MIN {
        return None;
    }
    let seen = format!(
        "One threshold on {} puts {} of the rows right, the next best input {}. The network leans on \
         it: {} of the test rows are right, and {} once {} is shuffled among them.{}",
        best.name,
        share(best.alone),
        share(second),
        share(test),
        share(best.shuffled),
        best.name,
        on_new_rows(evidence)
    );
    // Of a visitor's rows nobody here knows how they came about.
    if evidence.is_own {
        let text = format!(
            "{seen} So the task is easy, or the label leaks into {0}: ask whether {0} is known before \
             the answer is.",
            best.name
        );
        return Some(Finding::new(FindingKind::Note, "One column decides alone", text));
    }
    let remedy = evidence.remedy(FindingKind::Leaking, || {
        format!(
            "Ask whether {} is known before the answer is; if it is not, take it out.",
            best.name
        )
    });
    let text = format!("{seen} {remedy}");
    Some(Finding::new(FindingKind::Leaking, "The label leaks into an input", text))
}

pub(super) fn rows(evidence: &Evidence<'_>) -> Option<Finding> {
    if evidence.shared_rows < SHARED_ROWS {
        return None;
    }
    let remedy = evidence.remedy(FindingKind::Leaking, || {
        "Take equal rows out before splitting, and split before anything else is computed.".into()
    });
    let text = format!(
        "{} of the test rows are training rows as well, so the test result says how well rows are \
         remembered.{} {remedy}",
        share(evidence.shared_rows),
        on_new_rows(evidence)
    );
    Some(Finding::new(FindingKind::Leaking, "Test rows leak into training", text))
}

fn on_new_rows(evidence: &Evidence<'_>) -> String {
    let accuracies = evidence.new_accuracy.zip(evidence.test_accuracy());
    accuracies.map_or_else(String::new, |(new, test)| {
        format!(" On new rows it is {}, here {}.", share(new), share(test))
    })
}
