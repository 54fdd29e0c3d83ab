//! What is right and wrong with a clustering.

use figures::format::{decimal, percent, plural};
use figures::{Finding, FindingKind};

use super::Clusters;
use super::lloyd::Empty;
use crate::history::History;

/// A result this much above the best of several starts is another local minimum; less is a few rows
/// on a border.
const STUCK: f64 = 1.01;

/// Silhouettes of neighbouring k differ by less than this from one seed to the next.
const MORE_DISTINCT: f64 = 0.05;

/// Above this part of all variance, one column decides alone who is near whom.
const ONE_COLUMN: f64 = 0.9;

/// Below this adjusted Rand index, fewer than about three rows in four are where their class is.
const DISAGREES: f64 = 0.5;

/// Every finding, most important first.
pub(super) fn all(lane: &Clusters, _history: &History) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(empty(lane));
    findings.extend(one_column(lane));
    if !lane.lloyd.is_settled() {
        let changed = match lane.step() {
            0 => "This is the start.".to_owned(),
            _ => format!("{} changed cluster in the last step.", rows(lane.lloyd.changed)),
        };
        findings.push(Finding::new(FindingKind::Note, "Centres still move", changed));
        return findings;
    }
    if findings.iter().all(|finding| finding.kind != FindingKind::Dead) {
        findings.extend(stuck(lane).or_else(|| other_shape(lane)));
        findings.extend(other_k(lane));
    }
    if findings.is_empty() {
        findings.push(healthy(lane));
    }
    findings
}

fn rows(count: usize) -> String {
    plural(count, "row")
}

fn empty(lane: &Clusters) -> Option<Finding> {
    let (step, index) = *lane.emptied.last()?;
    let now = lane.lloyd.sizes.iter().filter(|&&size| size == 0).count();
    if now > 0 && (lane.empty == Empty::Stays || lane.lloyd.is_settled()) {
        let text = format!(
            "{now} of {} centres are nearest to no row, the last of them centre {index} since step \
             {}: they will never move again. Let empty clusters move to the farthest row, start \
             from rows, or take k = {}.",
            lane.lloyd.k(),
            lane.emptied.iter().find(|it| it.1 == index).map_or(step, |it| it.0),
            lane.lloyd.k() - now
        );
        return Some(Finding::new(FindingKind::Dead, "An empty cluster", text));
    }
    let text = format!(
        "At step {step} centre {index} was nearest to no row. The next step put it on the row that \
         was farthest from its own centre, as scikit-learn does. A start from rows (k-means++) \
         avoids this."
    );
    Some(Finding::new(FindingKind::Note, "A cluster was empty", text))
}

fn one_column(lane: &Clusters) -> Option<Finding> {
    let components = &lane.study.components;
    let (columns, total) = (components.count(), components.total());
    let variance = |column: usize| components.covariance[column * columns + column];
    let largest = (0..columns).max_by(|&a, &b| variance(a).total_cmp(&variance(b)))?;
    let share = variance(largest) / total;
    if columns < 2 || lane.is_scaled || share.is_nan() || share < ONE_COLUMN {
        return None;
    }
    let text = format!(
        "“{}” holds {} of the variance of all {columns} columns, so the unit that it is measured in \
         decides which centre is nearest. Standardise the columns.",
        lane.study.sheet.columns[largest],
        percent(share)
    );
    Some(Finding::new(FindingKind::UnderFitting, "One column outweighs the others", text))
}

fn stuck(lane: &Clusters) -> Option<Finding> {
    let (ours, best) = (lane.inertia(), lane.study.best(lane.lloyd.k()).inertia);
    if ours <= STUCK * best {
        return None;
    }
    let text = format!(
        "No row changes its cluster any more, and yet the inertia, {}, is {} above the {} that the \
         best of {} k-means++ starts reaches with the same k. Take k-means++, or another seed, and \
         keep the best of several runs.",
        decimal(ours),
        percent(ours / best - 1.0),
        decimal(best),
        lane.study.starts
    );
    Some(Finding::new(FindingKind::UnderFitting, "Caught in a local minimum", text))
}

fn other_shape(lane: &Clusters) -> Option<Finding> {
    let agreement = lane.agreement();
    if lane.study.sheet.classes.len() != lane.lloyd.k()
        || agreement.is_nan()
        || agreement >= DISAGREES
    {
        return None;
    }
    let text = format!(
        "The inertia is as low as it gets, and the adjusted Rand index with the {} known classes is \
         {}. Lower inertia is not what the classes are about: k-means looks for round groups of \
         similar spread. Take other columns, or a method that follows density or shape.",
        lane.lloyd.k(),
        decimal(agreement)
    );
    Some(Finding::new(FindingKind::UnderFitting, "The classes are no round groups", text))
}

fn other_k(lane: &Clusters) -> Option<Finding> {
    let (best, ours) = (lane.study.most_distinct()?, lane.silhouette());
    let highest = best.silhouette?;
    if best.k == lane.lloyd.k() || highest < ours + MORE_DISTINCT {
        return None;
    }
    let what = if best.k < lane.lloyd.k() {
        "rows lie about as near to a neighbouring cluster as to their own"
    } else {
        "groups that lie apart share a cluster"
    };
    let text = format!(
        "With k = {} the mean silhouette is {}, with {} it is {}: {what}. Try k = {}, and ask what \
         the groups are for.",
        best.k,
        decimal(highest),
        lane.lloyd.k(),
        decimal(ours),
        best.k
    );
    Some(Finding::new(FindingKind::Note, "Another k is more distinct", text))
}

fn healthy(lane: &Clusters) -> Finding {
    let best = lane.study.best(lane.lloyd.k()).inertia;
    let silhouette = lane.silhouette();
    let distinct = if silhouette.is_finite() {
        format!(", and the mean silhouette, {}, is about as high as for any k", decimal(silhouette))
    } else {
        String::new()
    };
    let text = format!(
        "After {} no row changes its cluster any more. The inertia, {}, is at most 1 % above the best \
         of {} starts, {}{distinct}.",
        plural(lane.step(), "step"),
        decimal(lane.inertia()),
        lane.study.starts,
        decimal(best)
    );
    Finding::new(FindingKind::Healthy, "It has converged", text)
}
