//! Rules about layers: what keeps a gradient from doing its work.

use figures::{Finding, FindingKind};
use nets::activation::Activation;

use super::{Evidence, LayerHealth, Offer, number, outcome, share};

/// A gradient norm beyond this cannot be followed by any usual learning rate; gradients are commonly
/// clipped at a norm of 1 to 5.
const EXPLODING_NORM: f32 = 100.0;

/// A gradient that is this many times as large in the first layer as in the last has grown on its
/// way back, by a factor of two in each of ten layers.
const EXPLODING_RATIO: f32 = 1000.0;

/// Below this ratio the first layer learns five hundred times as slowly as the last. Healthy
/// networks in these labs stay above 1/50.
const VANISHING_RATIO: f32 = 2e-3;

/// A gradient this small at the output says that there is nothing left to learn, and nothing about
/// the way back.
const NO_GRADIENT: f32 = 1e-5;

/// A layer may lose a unit or two and do without; from a third on it is the finding.
const DEAD_SHARE: f32 = 1.0 / 3.0;

/// Where nine answers in ten are at a flat end, at most a tenth of the rows teach the layer
/// anything. Units of a trained network are flat for half the plane: that is how they decide.
const SATURATED_SHARE: f32 = 0.9;

pub(super) fn symmetric(evidence: &Evidence<'_>) -> Option<Finding> {
    let hidden = evidence.layers.split_last()?.1;
    let layer = hidden.iter().find(|layer| layer.units > 1 && layer.twin_share == 1.0)?;
    let remedy = evidence.remedy(FindingKind::Symmetric, || {
        "Start from random weights: nothing else tells the units apart.".into()
    });
    let text = format!(
        "All {} units of {} have the same incoming weights, so they get the same gradient and stay \
         copies: the layer is worth one unit. {remedy}",
        layer.units, layer.name
    );
    Some(Finding::new(FindingKind::Symmetric, "Units are copies of one another", text))
}

pub(super) fn exploding(evidence: &Evidence<'_>) -> Option<Finding> {
    let layers = evidence.layers;
    let largest = layers.iter().max_by(|a, b| a.gradient_norm.total_cmp(&b.gradient_norm))?;
    let (first, last) = (layers.first()?, layers.last()?);
    let has_grown = layers.len() > 2
        && last.gradient_norm > 0.0
        && first.gradient_norm > EXPLODING_RATIO * last.gradient_norm;
    if largest.gradient_norm <= EXPLODING_NORM && !has_grown {
        return None;
    }
    let remedy = evidence.remedy(FindingKind::Exploding, || {
        let ways = evidence.ways(&[
            (Some(Offer::Start), "start from smaller weights"),
            (Some(Offer::Clipping), "clip the gradient"),
        ]);
        format!("{} {ways}", evidence.slower(10.0))
    });
    let text = if has_grown {
        format!(
            "The gradient's norm is {} at {} and {} at {}: it grows on its way back. {remedy}",
            number(last.gradient_norm),
            last.name,
            number(first.gradient_norm),
            first.name
        )
    } else {
        format!(
            "The gradient's norm is {} in {}; a usual one is below 5. {remedy}",
            number(largest.gradient_norm),
            largest.name
        )
    };
    Some(Finding::new(FindingKind::Exploding, "Gradients explode", text))
}

pub(super) fn dead(evidence: &Evidence<'_>) -> Option<Finding> {
    let layer = worst(evidence, |layer| layer.dead_share)?;
    // Copies have been named before; signals that fade on their way forward are constant as well.
    let is_faded = is_bounded(evidence) && is_faint(evidence);
    let is_explained = layer.twin_share == 1.0 || is_faded || evidence.is_crushed();
    let is_harmless = layer.dead_share < 1.0 && (evidence.has_learned() || !evidence.has_settled());
    if layer.dead_share < DEAD_SHARE || is_explained || is_harmless || is_stuck(evidence, layer) {
        return None;
    }
    let units = (layer.dead_share * layer.units as f32).round() as usize;
    let cause = if is_bounded(evidence) {
        "What does not depend on the row can be no reason for an answer."
    } else {
        "A unit that is never above zero has no slope, so no gradient brings it back."
    };
    let remedy = evidence.remedy(FindingKind::Dead, || {
        format!("{} Another seed may help as well.", evidence.slower(10.0))
    });
    let text = format!(
        "{units} of {} units in {} answer the same for every row, and {}. {cause} {remedy}",
        layer.units,
        layer.name,
        evidence.progress()
    );
    Some(Finding::new(FindingKind::Dead, "Dead units", text))
}

pub(super) fn saturated(evidence: &Evidence<'_>) -> Option<Finding> {
    let layer = worst(evidence, |layer| layer.saturated_share)?;
    if !is_stuck(evidence, layer) || evidence.has_learned() {
        return None;
    }
    let remedy = evidence.remedy(FindingKind::Saturated, || {
        let ways = evidence.ways(&[
            (Some(Offer::Start), "start from smaller weights"),
            (Some(Offer::L2), "raise L2"),
        ]);
        format!("{} {ways}", evidence.slower(10.0))
    });
    let text = format!(
        "{} of the answers in {} lie at the flat ends of the activation, where less than a twentieth \
         of the gradient passes, and {}. {remedy}",
        share(layer.saturated_share),
        layer.name,
        evidence.progress()
    );
    Some(Finding::new(FindingKind::Saturated, "Units are saturated", text))
}

pub(super) fn vanishing(evidence: &Evidence<'_>) -> Option<Finding> {
    let (first, last) = (evidence.layers.first()?, evidence.layers.last()?);
    let has_dead = evidence.layers.iter().any(|layer| layer.dead_share == 1.0);
    let is_explained = has_dead && !is_bounded(evidence) || evidence.is_crushed();
    if !is_faint(evidence) || is_explained || evidence.has_learned() {
        return None;
    }
    // Weights that were thrown about end at flat places, and that is not depth's fault.
    if outcome::unstable(evidence).is_some() {
        return None;
    }
    let remedy = evidence.remedy(FindingKind::Vanishing, || {
        let (passes, other) = match evidence.setup.activation {
            Some(Activation::Sigmoid) => {
                ("A sigmoid passes on at most a quarter of it a layer. ", "use tanh or ReLU")
            }
            _ => ("", "try another activation"),
        };
        let ways = evidence.ways(&[
            (Some(Offer::Activation), other),
            (Some(Offer::Layers), "take out layers"),
            (Some(Offer::Start), "start from larger weights"),
        ]);
        format!("{passes}{ways}")
    });
    let text = format!(
        "The gradient's norm is {} at {} and {} at {}, so the first layer hardly learns. {remedy}",
        number(last.gradient_norm),
        last.name,
        number(first.gradient_norm),
        first.name
    );
    Some(Finding::new(FindingKind::Vanishing, "Gradients vanish", text))
}

fn is_bounded(evidence: &Evidence<'_>) -> bool {
    matches!(evidence.setup.activation, Some(Activation::Tanh | Activation::Sigmoid))
}

/// Whether the gradient fades on its way back.
fn is_faint(evidence: &Evidence<'_>) -> bool {
    let norm = |layer: Option<&LayerHealth>| layer.map_or(0.0, |layer| layer.gradient_norm);
    let (first, last) = (norm(evidence.layers.first()), norm(evidence.layers.last()));
    evidence.layers.len() > 2 && last > NO_GRADIENT && first < VANISHING_RATIO * last
}

/// Whether a layer's units are at the limits of their activation.
fn is_stuck(evidence: &Evidence<'_>, layer: &LayerHealth) -> bool {
    is_bounded(evidence) && layer.saturated_share >= SATURATED_SHARE
}

/// The hidden layer where this share is largest; the first of several.
fn worst<'a>(evidence: &Evidence<'a>, of: impl Fn(&LayerHealth) -> f32) -> Option<&'a LayerHealth> {
    let hidden = evidence.layers.split_last()?.1;
    hidden.iter().rev().max_by(|a, b| of(a).total_cmp(&of(b)))
}
