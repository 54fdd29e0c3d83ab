//! What is right and wrong: order, memory, probabilities, and the threshold.

use figures::format::{count, decimal, percent};
use figures::{Finding, FindingKind};
use nets::classical::ranking::Ranking;

use crate::history::History;

use super::quality::{Policy, Quality};
use super::{Scores, measures};

/// Most findings at once.
const FINDINGS_MAX: usize = 3;

/// Below this chance of putting a rare row before another, a model has found next to nothing.
const WEAK_AUC: f64 = 0.7;

/// One column alone that orders the rows this well holds the answer, or was made from it.
const LEAKED_AUC: f64 = 0.995;

/// Average precision lost between training and test rows that is more than the luck of a sample:
/// with 200 rare rows its standard error is about 0.03.
const MEMORISED: f64 = 0.15;

/// It does harm once the test rows have been served better before: a cross-entropy this many times
/// the lowest so far, or an average precision this far below the highest.
const HARM_LOSS: f64 = 1.03;
const HARM_PRECISION: f64 = 0.03;

/// Expecting half as many again as came, or two thirds of them, is no rounding.
const MISCALIBRATED: f64 = 1.5;

/// A threshold that costs a tenth more than need be is worth moving.
const TOO_DEAR: f64 = 1.1;

/// Fewer rare test rows leave every share of them uncertain by more than ten points.
const FEW: u32 = 25;

/// The findings, most important first. The lane has been judged.
pub fn of(lane: &Scores, history: &History) -> Vec<Finding> {
    let Some((train, test)) = &lane.judged else { return Vec::new() };
    if lane.step == 0 {
        let text = format!(
            "Every row has the same score, so the ROC-AUC is {}. {} of {} test rows are {}.",
            decimal(test.ranking.roc_auc()),
            count(u64::from(test.ranking.positives())),
            count(u64::from(test.ranking.positives() + test.ranking.negatives())),
            lane.rare,
        );
        return vec![Finding::new(FindingKind::Note, "Not trained yet", text)];
    }
    let mut found = Vec::new();
    found.extend(leak(lane));
    found.extend(weak(train, lane));
    found.extend(memorised(train, test, lane, history));
    found.extend(silent(test, lane));
    found.extend(miscalibrated(test, lane));
    found.extend(dear(test, &lane.policy));
    found.extend(few(test, lane));
    found.truncate(FINDINGS_MAX);
    if found.is_empty() {
        found.push(healthy(test, lane));
    }
    found
}

fn leak(lane: &Scores) -> Option<Finding> {
    let labels = lane.scorer.train().1;
    let order = |column: usize| {
        let auc = Ranking::of(&lane.scorer.column(column).collect::<Vec<f64>>(), labels).roc_auc();
        (column, auc.max(1.0 - auc))
    };
    let best = (0..lane.columns.len()).map(order).max_by(|a, b| a.1.total_cmp(&b.1));
    let (column, auc) = best.filter(|best| best.1 > LEAKED_AUC)?;
    let text = format!(
        "The column “{}” alone has a ROC-AUC of {}. Ask whether it is known before the answer is; if \
         it is filled in afterwards, leave it out.",
        lane.columns[column],
        decimal(auc),
    );
    Some(Finding::new(FindingKind::Leaking, "One column knows the answer", text))
}

fn weak(train: &Quality, lane: &Scores) -> Option<Finding> {
    let auc = train.ranking.roc_auc();
    if auc >= WEAK_AUC {
        return None;
    }
    let text = format!(
        "After {} updates the ROC-AUC on the training rows is {}; guessing has 0.5. Go on, raise the \
         learning rate, or take trees where a straight line does not fit.",
        count(lane.step),
        decimal(auc),
    );
    Some(Finding::new(FindingKind::UnderFitting, "It hardly orders the rows", text))
}

fn memorised(train: &Quality, test: &Quality, lane: &Scores, history: &History) -> Option<Finding> {
    let (known, new) = (train.ranking.average_precision(), test.ranking.average_precision());
    let lowest_loss = history.lowest(measures::TEST_LOSS).map(|it| f64::from(it.1));
    let best = history.of(measures::AVERAGE_PRECISION).max_by(|a, b| a.1.total_cmp(&b.1))?;
    let is_harmful = lowest_loss.is_some_and(|lowest| test.loss > HARM_LOSS * lowest)
        || new < f64::from(best.1) - HARM_PRECISION;
    if known - new < MEMORISED || !is_harmful {
        return None;
    }
    let remedy = if lane.scorer.is_boosting() {
        "Stop earlier, lower the learning rate, or show it more rare rows; copies are not more."
    } else {
        "There are too few rare rows for so many columns: gather more, or leave columns out."
    };
    let text = format!(
        "Average precision is {} on the training rows and {} on the test rows, where it was {} at \
         step {}: the {} rare rows it was shown are known by heart. {remedy}",
        decimal(known),
        decimal(new),
        decimal(f64::from(best.1)),
        count(best.0),
        train.ranking.positives(),
    );
    Some(Finding::new(FindingKind::OverFitting, "It remembers its rare rows", text))
}

fn silent(test: &Quality, lane: &Scores) -> Option<Finding> {
    let at = test.at(lane.policy.threshold);
    if at.true_positives + at.false_positives > 0 {
        return None;
    }
    let text = format!(
        "No test row has a score of {} or more: none of {} {} is caught, and the accuracy is {} all \
         the same. Lower the threshold to about {}.",
        decimal(lane.policy.threshold),
        test.ranking.positives(),
        lane.rare,
        percent(at.accuracy()),
        decimal(test.cheapest(lane.policy.cost_ratio).0),
    );
    Some(Finding::new(FindingKind::Note, "Nothing is ever found", text))
}

fn miscalibrated(test: &Quality, lane: &Scores) -> Option<Finding> {
    let each = test.expected_each();
    if (1.0 / MISCALIBRATED..=MISCALIBRATED).contains(&each) {
        return None;
    }
    let remedy = if lane.shift.abs() > 0.1 && !lane.policy.is_corrected {
        format!(
            "Balancing raised every log-odds by {}: switch the correction on, or move the threshold \
             instead of balancing.",
            decimal(lane.shift),
        )
    } else {
        "Let it train on; if it stays, calibrate on rows that come as in use.".to_owned()
    };
    let text = format!(
        "The scores expect {} of the rows to be {}, {} are: {} times as many. As an order they still \
         serve, as probabilities not. {remedy}",
        percent(test.mean_probability),
        lane.rare,
        percent(test.base_rate()),
        decimal(each),
    );
    Some(Finding::new(FindingKind::Note, "Scores are no probabilities", text))
}

fn dear(test: &Quality, policy: &Policy) -> Option<Finding> {
    let here = test.cost(&test.at(policy.threshold), policy.cost_ratio);
    let (best, least) = test.cheapest(policy.cost_ratio);
    if here <= TOO_DEAR * least {
        return None;
    }
    let text = format!(
        "With a miss as dear as {} false alarms, a thousand rows cost {} at a threshold of {} and {} \
         at {}. Move the threshold; for true probabilities it belongs at 1 / (1 + {}) = {}.",
        decimal(policy.cost_ratio),
        decimal(here),
        decimal(policy.threshold),
        decimal(least),
        decimal(best),
        decimal(policy.cost_ratio),
        decimal(1.0 / (1.0 + policy.cost_ratio)),
    );
    Some(Finding::new(FindingKind::Note, "Another threshold is cheaper", text))
}

fn few(test: &Quality, lane: &Scores) -> Option<Finding> {
    let rare = test.ranking.positives();
    if rare >= FEW {
        return None;
    }
    let recall = test.at(lane.policy.threshold).recall();
    let error = libm::sqrt(0.25 / f64::from(rare));
    let text = format!(
        "There are {rare} {} to test on: a recall such as {} has a standard error of up to {}. Gather \
         more before you compare models.",
        lane.rare,
        percent(recall),
        percent(error),
    );
    Some(Finding::new(FindingKind::Note, "Few rows to be judged by", text))
}

fn healthy(test: &Quality, lane: &Scores) -> Finding {
    let Scores { policy, rare, .. } = lane;
    let at = test.at(policy.threshold);
    let text = format!(
        "ROC-AUC is {}, average precision {} at a base rate of {}; {} {rare} are expected for each \
         that came; the threshold costs {}, the cheapest {}.",
        decimal(test.ranking.roc_auc()),
        decimal(test.ranking.average_precision()),
        percent(test.base_rate()),
        decimal(test.expected_each()),
        decimal(test.cost(&at, policy.cost_ratio)),
        decimal(test.cheapest(policy.cost_ratio).1),
    );
    Finding::new(FindingKind::Healthy, "Ordered, calibrated, and cut where it is cheap", text)
}
