//! What is right and wrong with found directions.

use figures::format::{decimal, percent, plural};
use figures::{Finding, FindingKind};

use super::Directions;

/// Above this part of all variance, the first component is one column.
const ONE_COLUMN: f64 = 0.9;

/// Below this, directions are found: three decimals of any share are right.
const FOUND: f64 = 1e-6;

/// Degrees: nobody sees less in a picture.
const TURNED: f64 = 0.1;

/// The next variance is at least this part of the last one wanted: more rows or another sample may
/// swap the two, and each step brings only 2 % of the way.
const NEARLY_EQUAL: f64 = 0.98;

/// Fewer classes told apart than this part of what all columns can do.
const CLASSES_LOST: f64 = 0.8;

/// Steps that are worth waiting for.
const PATIENCE: f64 = 1000.0;

/// Every finding, most important first.
pub(super) fn all(lane: &Directions) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(one_column(lane));
    if lane.behind() > FOUND || lane.angle_off() > TURNED {
        findings.extend(stands_still(lane).or_else(|| on_the_way(lane)));
        return findings;
    }
    findings.extend(nearly_equal(lane));
    findings.extend(classes_lost(lane));
    if findings.is_empty() {
        findings.push(healthy(lane));
    }
    findings
}

fn one_column(lane: &Directions) -> Option<Finding> {
    let (columns, total) = (lane.components.count(), lane.components.total());
    let variance = |column: usize| lane.components.covariance[column * columns + column];
    let largest = (0..columns).max_by(|&a, &b| variance(a).total_cmp(&variance(b)))?;
    let share = variance(largest) / total;
    if lane.is_scaled || share.is_nan() || share < ONE_COLUMN {
        return None;
    }
    let text = format!(
        "“{}” holds {} of the variance of all {columns} columns, and so the first component is that \
         column: {} of its length. In another unit it would be another. Standardise the columns.",
        lane.sheet.columns[largest],
        percent(share),
        decimal(lane.components.axis(0)[largest].abs())
    );
    Some(Finding::new(FindingKind::UnderFitting, "One column is the first component", text))
}

/// Each step shrinks the error of direction i by the ratio of the next eigenvalue to its own.
fn ratio(lane: &Directions) -> f64 {
    let variance = |index: usize| {
        let found = lane.variance_along(lane.wanted(index));
        if lane.is_least { lane.components.total() - found } else { found }
    };
    if lane.components.count() < 2 { 0.0 } else { variance(1) / variance(0) }
}

fn stands_still(lane: &Directions) -> Option<Finding> {
    let angle = lane.angle_off();
    if angle < 45.0 || ratio(lane) > NEARLY_EQUAL || !lane.iteration.has_slowed() {
        return None;
    }
    let text = format!(
        "After {} the first direction hardly moves and is still {}° from the exact one. The start had \
         nothing of it, so there is nothing for the multiplication to make larger but rounding \
         errors, by a factor of {} a step. Start from random directions.",
        plural(lane.step, "step"),
        decimal(angle),
        decimal(1.0 / ratio(lane))
    );
    Some(Finding::new(FindingKind::UnderFitting, "It rests in the wrong place", text))
}

fn on_the_way(lane: &Directions) -> Option<Finding> {
    let (angle, ratio) = (lane.angle_off(), ratio(lane));
    let steps = libm::ceil(libm::log(10.0) / -libm::log(ratio));
    let pace = if steps < PATIENCE {
        format!("about {} for each further decimal", plural(steps.max(1.0) as usize, "step"))
    } else {
        "which is no pace at all".to_owned()
    };
    let text = format!(
        "The first direction is {} from the exact one, and the found ones are {} of the variance \
         off. A step leaves {} of the first one's error, the second eigenvalue over the first: \
         {pace}.",
        degrees(angle),
        percent(lane.behind()),
        percent(ratio)
    );
    Some(Finding::new(FindingKind::Note, "Directions still turn", text))
}

fn nearly_equal(lane: &Directions) -> Option<Finding> {
    let (count, variances) = (lane.count(), &lane.components.variances);
    let next = variances.get(count).filter(|_| !lane.is_least)?;
    let last = variances[count - 1];
    if last <= 0.0 || next / last < NEARLY_EQUAL {
        return None;
    }
    let text = format!(
        "Component {count} has a variance of {} and the next one {}: which of the two is kept is \
         chance, and another sample would turn them. Take one component more, or one less.",
        decimal(last),
        decimal(*next)
    );
    Some(Finding::new(FindingKind::Note, "The cut falls between equals", text))
}

fn classes_lost(lane: &Directions) -> Option<Finding> {
    let (ours, all) = (lane.accuracy(), lane.accuracy_of_all);
    if ours.is_nan() || ours >= CLASSES_LOST * all {
        return None;
    }
    let remedy = if lane.is_least {
        "Keep the directions of most variance, or more of them."
    } else {
        "Take more components, or a method that sees the classes (LDA)."
    };
    let text = format!(
        "Along {} the nearest class mean is right for {} of the rows, with all columns for {}: what \
         tells the classes apart is not where the variance is. PCA has never seen a class. {remedy}",
        plural(lane.count(), "direction"),
        percent(ours),
        percent(all)
    );
    Some(Finding::new(FindingKind::UnderFitting, "The classes are lost", text))
}

/// An angle in words.
pub(super) fn degrees(angle: f64) -> String {
    if angle < 1e-6 {
        "less than a millionth of a degree".into()
    } else {
        format!("{}°", decimal(angle))
    }
}

fn healthy(lane: &Directions) -> Finding {
    let text = format!(
        "After {} the first direction is {} from the exact one, and {} hold{} {} of the variance, as \
         {} as any {} can.",
        plural(lane.step, "step"),
        degrees(lane.angle_off()),
        plural(lane.count(), "direction"),
        if lane.count() == 1 { "s" } else { "" },
        percent(1.0 - lane.lost()),
        if lane.is_least { "little" } else { "much" },
        lane.count()
    );
    Finding::new(FindingKind::Healthy, "The components are found", text)
}
