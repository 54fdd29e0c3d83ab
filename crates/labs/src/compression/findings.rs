//! What became of the network: whether it has learned, what making it small has cost, and what it has
//! brought.

use figures::format::{count, fixed, percent};
use figures::{Finding, FindingKind};
use nets::quantise::{Precision, Scope, Weights};

use super::small::{Pruning, Recipe, Small, agreement};
use super::{Compared, Compressed, SPARSE_FROM};

/// Most findings at once.
const FINDINGS_MAX: usize = 3;

/// Below this share of test digits, there is little to lose yet: networks of these sizes come to more
/// than nine in ten.
const LEARNED: f32 = 0.9;

/// Accuracy lost that is worth a word: four of 400 digits, a standard error and a half of the
/// difference where answers are nearly the same.
const LOSS: f32 = 0.01;

/// Answers changed that is worth a word, even where as many are right: two users in a hundred see
/// another answer after the update.
const CHANGED: f32 = 0.02;

/// Bytes that leaving out has to save.
const SAVED: f32 = 0.02;

/// The findings, most important first.
pub fn of(lane: &Compressed, compared: &Compared) -> Vec<Finding> {
    let Compared { float, small, .. } = compared;
    let digits = &lane.digits;
    let (before, after) = (float.accuracy(digits), small.accuracy(digits));
    if before < LEARNED {
        return vec![untrained(lane, before)];
    }
    let mut found = Vec::new();
    if before - after > LOSS {
        found.push(dearer(lane, compared, before, after));
    } else if 1.0 - agreement(&small.classes, &float.classes) > CHANGED {
        found.push(other_answers(compared, before, after));
    }
    found.extend(not_smaller(lane, compared));
    found.truncate(FINDINGS_MAX);
    if found.is_empty() {
        found.push(if lane.recipe.is_plain() {
            nothing_done(float)
        } else {
            healthy(lane, compared, before, after)
        });
    }
    found
}

fn share(value: f32) -> String {
    percent(f64::from(value))
}

fn bytes(small: &Small) -> String {
    count(small.bytes() as u64)
}

fn untrained(lane: &Compressed, accuracy: f32) -> Finding {
    let step = lane.training.step();
    if step > 2 * SPARSE_FROM {
        let text = format!(
            "After {} updates the network itself names {} of the test digits right. Give it more \
             units, another learning rate, or leave out fewer weights in training.",
            count(step),
            share(accuracy),
        );
        return Finding::new(FindingKind::UnderFitting, "There is little to make small", text);
    }
    let text = format!(
        "The network names {} of the test digits right so far. Train it to more than {} before you \
         judge what compressing costs.",
        share(accuracy),
        share(LEARNED),
    );
    Finding::new(FindingKind::Note, "Not trained yet", text)
}

fn dearer(lane: &Compressed, compared: &Compared, before: f32, after: f32) -> Finding {
    let Recipe { precision, scope, pruning, share: left_out } = lane.recipe;
    let remedy = if pruning != Pruning::None && left_out > 0.0 {
        let what = if pruning == Pruning::Units { "units" } else { "weights" };
        let whole = Recipe { pruning: Pruning::None, share: 0.0, ..lane.recipe };
        let alone = Small::new(&compared.trained, &whole, &lane.digits);
        let alone = alone.accuracy(&lane.digits);
        let better = if before - alone > LOSS {
            "the grid costs as well"
        } else {
            "leave out fewer, or leave them out in training, so that the others can make up for them"
        };
        format!("Without leaving {what} out it would be {}: {better}.", share(alone))
    } else {
        let zeros = compared.small.layers.iter().map(|it| it.sparsity()).fold(0.0, f32::max);
        let stored_as = |precision: Precision, scope: Scope| {
            let recipe = Recipe { precision, scope, ..lane.recipe };
            share(Small::new(&compared.trained, &recipe, &lane.digits).accuracy(&lane.digits))
        };
        let each = stored_as(precision, Scope::Channel);
        let int8 = stored_as(Precision::Int8, scope);
        let remedy = match (precision, scope) {
            (Precision::Int4, Scope::Tensor) => {
                format!("With a scale for each unit it would be {each}, as int8 {int8}.")
            }
            (Precision::Int4, Scope::Channel) => format!("As int8 it would be {int8}."),
            _ => format!("With a scale for each unit it would be {each}."),
        };
        format!("In one layer the grid turns {} of the weights into 0. {remedy}", share(zeros))
    };
    let text = format!(
        "As {} the network names {} of the test digits right instead of {}. {remedy}",
        lane.recipe.words(),
        share(after),
        share(before),
    );
    Finding::new(FindingKind::Note, "Smaller, and worse", text)
}

fn other_answers(compared: &Compared, before: f32, after: f32) -> Finding {
    let Compared { float, small, .. } = compared;
    let text = format!(
        "{} of the test digits are right instead of {}, but {} get another answer than before: some \
         that were right are wrong now and the other way round. Look at them before you ship it.",
        share(after),
        share(before),
        share(1.0 - agreement(&small.classes, &float.classes)),
    );
    Finding::new(FindingKind::Note, "As good, and not the same", text)
}

fn not_smaller(lane: &Compressed, compared: &Compared) -> Option<Finding> {
    // What training has left out already is no smaller for being left out again.
    let is_out_already = lane.recipe.share <= lane.sparse_share;
    if lane.recipe.pruning != Pruning::Weights || is_out_already {
        return None;
    }
    let whole = Recipe { pruning: Pruning::None, share: 0.0, ..lane.recipe };
    let whole = Small::new(&compared.trained, &whole, &lane.digits);
    if (compared.small.bytes() as f32) < (1.0 - SAVED) * whole.bytes() as f32 {
        return None;
    }
    let bits = compared.small.layers.first().map_or(32, |layer| match &layer.weights {
        Weights::Float(_) => 32,
        Weights::Whole { precision, .. } => precision.bits(),
    });
    let text = format!(
        "With {} of the weights left out it takes {} bytes, with all of them {}. Where the others \
         are has to be stored, too: a bit for each weight of {bits} bits. Leave out more, or none.",
        share(lane.recipe.share),
        bytes(&compared.small),
        bytes(&whole),
    );
    Some(Finding::new(FindingKind::Note, "Left out, and not smaller", text))
}

fn nothing_done(float: &Small) -> Finding {
    let text = format!(
        "The network takes {} bytes in 32-bit floats. Choose int8: it takes a quarter.",
        bytes(float)
    );
    Finding::new(FindingKind::Note, "Nothing is made small yet", text)
}

fn healthy(lane: &Compressed, compared: &Compared, before: f32, after: f32) -> Finding {
    let Compared { float, small, .. } = compared;
    let text = format!(
        "As {}: {} bytes instead of {}, {} times smaller; {} of the test digits right instead of {}, \
         and {} get the same answer.",
        lane.recipe.words(),
        bytes(small),
        bytes(float),
        fixed(float.bytes() as f64 / small.bytes() as f64, 1),
        share(after),
        share(before),
        share(agreement(&small.classes, &float.classes)),
    );
    Finding::new(FindingKind::Healthy, "Smaller, and as good", text)
}
