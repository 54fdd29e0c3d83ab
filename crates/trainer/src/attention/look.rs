//! A look inside a transformer, as the page asks for it: `nets::reading` to wire types.

use nets::reading::{self, Part, Step, Trace, Weights, lens, rollout};
use protocol::attention::look as wire;

use super::cell;
use crate::spelling::Spelling;

/// Next tokens that are told.
const NEXT: usize = 8;
/// The likeliest without the changes are told even if the changes made them unlikely.
const NEXT_BEFORE: usize = 4;
/// Next tokens that are told of each layer.
const LENS: usize = 3;
/// Up to so many numbers, those of all stages are told; otherwise only the open one's.
const MOST_NUMBERS: usize = 1 << 16;

/// What is looked at, and with which weights.
pub struct Sight<'a> {
    /// What the page asked for.
    pub look: &'a wire::Look,
    /// Step of the weights.
    pub step: u64,
    /// The weights.
    pub weights: &'a Weights,
    /// The text, read with the changes.
    pub trace: &'a Trace,
    /// Probability of each next token without the changes; nothing if there are none.
    pub unchanged: Option<&'a [f32]>,
    /// The names of tokens.
    pub spelling: &'a dyn Spelling,
    /// What [`lens_of`] says of the trace.
    pub lens: Vec<Vec<wire::Candidate>>,
}

/// The likeliest next tokens if the model ended after the embedding, and after each layer.
pub fn lens_of(
    weights: &Weights,
    trace: &Trace,
    spelling: &dyn Spelling,
) -> Vec<Vec<wire::Candidate>> {
    let ends = lens(weights, trace, trace.tokens().len() - 1);
    ends.iter().map(|shares| candidates(spelling, &highest(shares, LENS), shares)).collect()
}

impl Sight<'_> {
    /// Everything there is to see.
    pub fn inspection(&self) -> wire::Inspection {
        let Self { look, trace, .. } = *self;
        let sizes = trace.sizes();
        let all = |of_layer: fn(&Trace, usize) -> &[f32]| {
            (0..sizes.layers).flat_map(|layer| of_layer(trace, layer)).copied().collect()
        };
        wire::Inspection {
            lane: look.lane,
            step: self.step,
            text: look.text.clone(),
            tokens: trace.tokens().iter().map(|&token| self.spelling.name(token)).collect(),
            layers: sizes.layers as u8,
            heads: sizes.heads as u8,
            changes: look.changes.clone(),
            weights: all(Trace::shares),
            scores: all(Trace::scores),
            next: self.next(),
            lens: self.lens.clone(),
            rollout: rollout(trace),
            stages: self.stages(),
            cell: self.cell(),
        }
    }

    fn next(&self) -> Vec<wire::Candidate> {
        let shares = self.trace.next();
        let mut tokens = highest(shares, NEXT);
        for token in self.unchanged.map(|shares| highest(shares, NEXT_BEFORE)).unwrap_or_default() {
            if !tokens.contains(&token) {
                tokens.push(token);
            }
        }
        let mut found = candidates(self.spelling, &tokens, shares);
        for candidate in &mut found {
            candidate.unchanged = self.unchanged.map(|shares| shares[candidate.index as usize]);
        }
        found
    }

    fn stages(&self) -> Vec<wire::Stage> {
        let parts = self.trace.parts();
        let stages = || parts.iter().filter_map(|&part| Some((part, self.trace.stage(part)?)));
        let is_small = stages().map(|(_, stage)| stage.values.len()).sum::<usize>() <= MOST_NUMBERS;
        stages()
            .map(|(part, stage)| {
                let part = told(part);
                // Scores and shares of all heads are told as a whole.
                let is_square = matches!(part.kind, wire::Kind::Scores | wire::Kind::Shares);
                let is_told = (is_small || self.look.open == Some(part)) && !is_square;
                wire::Stage {
                    part,
                    rows: stage.rows as u32,
                    columns: stage.columns as u32,
                    size: root_mean_square(&stage.values),
                    values: if is_told { stage.values.into_owned() } else { Vec::new() },
                }
            })
            .collect()
    }

    fn cell(&self) -> Option<wire::Cell> {
        let (open, (row, column)) = (self.look.open?, self.look.cell?);
        let part = *self.trace.parts().iter().find(|&&part| told(part) == open)?;
        let stage = self.trace.stage(part)?;
        let (at_row, at_column) = (row as usize, column as usize);
        if at_row >= stage.rows || at_column >= stage.columns {
            return None;
        }
        let found = reading::arithmetic(self.weights, self.trace, part, at_row, at_column)?;
        Some(wire::Cell {
            part: open,
            row,
            column,
            value: stage.values[at_row * stage.columns + at_column],
            arithmetic: cell::told(self.trace.sizes().form, part, found),
        })
    }
}

fn candidates(spelling: &dyn Spelling, tokens: &[usize], shares: &[f32]) -> Vec<wire::Candidate> {
    let candidate = |&token: &usize| wire::Candidate {
        token: spelling.name(token as u32),
        index: token as u32,
        share: shares[token],
        unchanged: None,
    };
    tokens.iter().map(candidate).collect()
}

/// Indices of the largest, the largest first; of equals, the first.
pub fn highest(shares: &[f32], count: usize) -> Vec<usize> {
    let mut best: Vec<usize> = Vec::with_capacity(count + 1);
    for (index, share) in shares.iter().enumerate() {
        if best.len() < count || best.last().is_some_and(|&last| *share > shares[last]) {
            let place = best.partition_point(|&other| shares[other] >= *share);
            best.insert(place, index);
            best.truncate(count);
        }
    }
    best
}

fn root_mean_square(values: &[f32]) -> f32 {
    let sum: f32 = values.iter().map(|value| value * value).sum();
    (sum / values.len().max(1) as f32).sqrt()
}

/// A part by its name on the wire.
pub fn told(part: Part) -> wire::Part {
    use wire::Kind;
    let (kind, layer, head) = match part {
        Part::Token => (Kind::Tokens, 0, 0),
        Part::Place => (Kind::Places, 0, 0),
        Part::Start => (Kind::Start, 0, 0),
        Part::FinalNorm => (Kind::FinalNorm, 0, 0),
        Part::Logits => (Kind::Logits, 0, 0),
        Part::Next => (Kind::Next, 0, 0),
        Part::Block(layer, step) => {
            let (kind, head) = match step {
                Step::Norm1 => (Kind::AttentionNorm, 0),
                Step::Query(head) => (Kind::Query, head),
                Step::Key(head) => (Kind::Key, head),
                Step::Value(head) => (Kind::Value, head),
                Step::Scores(head) => (Kind::Scores, head),
                Step::Shares(head) => (Kind::Shares, head),
                Step::Mixed(head) => (Kind::Mixed, head),
                Step::Projected => (Kind::Projected, 0),
                Step::AfterAttention => (Kind::AfterAttention, 0),
                Step::Norm2 => (Kind::MlpNorm, 0),
                Step::Hidden => (Kind::Hidden, 0),
                Step::Activated => (Kind::Activated, 0),
                Step::Lowered => (Kind::Lowered, 0),
                Step::AfterMlp => (Kind::AfterMlp, 0),
            };
            (kind, layer, head)
        }
    };
    wire::Part { kind, layer: layer as u8, head: head as u8 }
}

/// The page's changes as the reader knows them; swapped tokens are not among them.
pub fn changes(told: &wire::Changes) -> reading::Changes {
    let head = |change: &wire::HeadChange| reading::HeadChange {
        layer: change.layer.into(),
        head: change.head.into(),
        what: match change.fate {
            wire::Fate::Removed => reading::Ablation::Removed,
            wire::Fate::Uniform => reading::Ablation::Uniform,
        },
    };
    let edit = |edit: &wire::Edit| reading::Edit {
        layer: edit.layer.into(),
        head: edit.head.into(),
        query: edit.query.into(),
        key: edit.key.into(),
        weight: edit.weight,
    };
    reading::Changes {
        heads: told.heads.iter().map(head).collect(),
        edits: told.edits.iter().map(edit).collect(),
        places: told.places.as_ref().map(|places| places.iter().map(|&it| it.into()).collect()),
    }
}

/// The tokens with those that were put in the place of others.
pub fn swapped(tokens: &[u32], told: &wire::Changes) -> Vec<u32> {
    let mut tokens = tokens.to_vec();
    for &(place, token) in &told.swaps {
        if let Some(there) = tokens.get_mut(usize::from(place)) {
            *there = token;
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_come_first_and_equals_in_order() {
        assert_eq!(highest(&[0.1, 0.4, 0.1, 0.3, 0.1], 3), [1, 3, 0]);
        assert_eq!(highest(&[0.5], 3), [0]);
        assert_eq!(highest(&[0.2, f32::NAN, 0.3], 2).len(), 2);
    }
}
