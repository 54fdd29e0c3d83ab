//! A whole pass with every stage kept.

use std::borrow::Cow;

use super::block::{Pass, Stages, Start};
use super::{Changes, Part, Step, Weights};
use crate::boundary::Invalid;
use crate::rows::softmax;
use crate::transformer::{Placement, Sizes};

/// What became of a text on its way through the transformer.
///
/// Everything is kept: with heads as many as GPT-2's, scores and shares of n tokens alone are
/// 12 × 12 × 2 × n² numbers.
pub struct Trace {
    sizes: Sizes,
    tokens: Vec<u32>,
    changes: Changes,
    pub(super) places: Vec<usize>,
    pub(super) start: Start,
    pub(super) layers: Vec<Stages>,
    final_norm: Vec<f32>,
    logits: Vec<f32>,
    next: Vec<f32>,
}

/// The numbers of one stage, row-major.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Stage<'a> {
    pub rows: usize,
    pub columns: usize,
    pub values: Cow<'a, [f32]>,
}

impl Trace {
    /// Reads these tokens, with these changes.
    ///
    /// # Errors
    /// [`Invalid`] when there is no token, one that is not of the vocabulary, or a place that the
    /// transformer has not learned; when told places are not as many as the tokens.
    pub fn of(weights: &Weights, tokens: &[u32], changes: &Changes) -> Result<Self, Invalid> {
        let sizes = *weights.sizes();
        let places = changes.places_of(weights, tokens)?;
        let pass = Pass::new(weights, changes, &places, tokens.len(), true);
        let start = pass.start(tokens);
        let mut layers: Vec<Stages> = Vec::with_capacity(sizes.layers);
        for layer in 0..sizes.layers {
            let stream = layers.last().map_or(&start.stream[..], |it| it.stream(sizes.form.norm));
            let stages = pass.block(layer, stream, &mut Vec::new());
            layers.push(stages);
        }
        let stream = layers.last().map_or(&start.stream[..], |it| it.stream(sizes.form.norm));
        let final_norm = weights.final_norm().map_or_else(Vec::new, |norm| norm.of(stream));
        let (tokens, changes) = (tokens.to_vec(), changes.clone());
        let (logits, next) = (Vec::new(), Vec::new());
        let mut trace =
            Self { sizes, tokens, changes, places, start, layers, final_norm, logits, next };
        trace.logits = trace.logits_of(weights, trace.tokens.len() - 1);
        trace.next = trace.logits.clone();
        softmax(&mut trace.next);
        Ok(trace)
    }

    /// Sizes of the transformer that was read.
    pub fn sizes(&self) -> &Sizes {
        &self.sizes
    }

    /// The tokens that were read.
    pub fn tokens(&self) -> &[u32] {
        &self.tokens
    }

    /// What was changed.
    pub fn changes(&self) -> &Changes {
        &self.changes
    }

    /// Every part there is, in the order of computation.
    pub fn parts(&self) -> Vec<Part> {
        Part::all(&self.sizes)
    }

    /// The numbers of a part; none if the transformer has no such part.
    pub fn stage(&self, part: Part) -> Option<Stage<'_>> {
        let (width, vocabulary) = (self.sizes.width, self.sizes.vocabulary);
        match part {
            Part::Token => whole(&self.start.token, width),
            Part::Place => self.start.place.as_ref().and_then(|place| whole(place, width)),
            Part::Start => whole(&self.start.stream, width),
            Part::Block(layer, step) => self.step(self.layers.get(layer)?, step),
            Part::FinalNorm => whole(&self.final_norm, width),
            Part::Logits => whole(&self.logits, vocabulary),
            Part::Next => whole(&self.next, vocabulary),
        }
    }

    /// Scores of one layer before mask and softmax, `[head][query][key]`.
    pub fn scores(&self, layer: usize) -> &[f32] {
        self.layers.get(layer).map_or(&[], |stages| &stages.scores)
    }

    /// Attention weights of one layer, `[head][query][key]`; exactly 0 where the key comes after the
    /// query.
    pub fn shares(&self, layer: usize) -> &[f32] {
        self.layers.get(layer).map_or(&[], |stages| &stages.shares)
    }

    /// Probability of each token after the last one.
    pub fn next(&self) -> &[f32] {
        &self.next
    }

    /// Logits of what follows the token of this row, which is below the number of tokens. Each call is
    /// a product with the whole vocabulary.
    pub fn logits_of(&self, weights: &Weights, row: usize) -> Vec<f32> {
        weights.logits(&self.end()[row * self.sizes.width..][..self.sizes.width])
    }

    /// The stream before a block; after the last one, if there is none of this number.
    pub(super) fn stream(&self, layer: usize) -> &[f32] {
        let before = layer.min(self.layers.len()).checked_sub(1);
        before.map_or(&self.start.stream, |it| self.layers[it].stream(self.sizes.form.norm))
    }

    /// What logits are made of, rows by width.
    pub(super) fn end(&self) -> &[f32] {
        match self.sizes.form.norm {
            Placement::Before => &self.final_norm,
            Placement::After => self.stream(self.sizes.layers),
        }
    }

    fn step<'a>(&self, stages: &'a Stages, step: Step) -> Option<Stage<'a>> {
        let width = self.sizes.width;
        match step {
            Step::Norm1 => whole(&stages.norm1, width),
            Step::Query(head) => self.of_head(&stages.qkv, head, (0, 3)),
            Step::Key(head) => self.of_head(&stages.qkv, head, (1, 3)),
            Step::Value(head) => self.of_head(&stages.qkv, head, (2, 3)),
            Step::Scores(head) => self.square(&stages.scores, head),
            Step::Shares(head) => self.square(&stages.shares, head),
            Step::Mixed(head) => self.of_head(&stages.mixed, head, (0, 1)),
            Step::Projected => whole(&stages.projected, width),
            Step::AfterAttention => whole(&stages.after_attention, width),
            Step::Norm2 => whole(&stages.norm2, width),
            Step::Hidden => whole(&stages.hidden, 4 * width),
            Step::Activated => whole(&stages.activated, 4 * width),
            Step::Lowered => whole(&stages.lowered, width),
            Step::AfterMlp => whole(&stages.after_mlp, width),
        }
    }

    /// One head's columns of one of the parts that rows consist of.
    fn of_head<'a>(
        &self,
        rows: &'a [f32],
        head: usize,
        (part, parts): (usize, usize),
    ) -> Option<Stage<'a>> {
        let Sizes { heads, width, .. } = self.sizes;
        let depth = width / heads;
        let first = part * width + head * depth;
        let row = |row: &'a [f32]| row[first..first + depth].iter().copied();
        let values = || rows.chunks_exact(parts * width).flat_map(row).collect();
        (head < heads).then(|| Stage {
            rows: self.tokens.len(),
            columns: depth,
            values: Cow::Owned(values()),
        })
    }

    /// One head's cells of queries by keys.
    fn square<'a>(&self, cells: &'a [f32], head: usize) -> Option<Stage<'a>> {
        let time = self.tokens.len();
        whole(cells.chunks_exact(time * time).nth(head)?, time)
    }
}

fn whole(values: &[f32], columns: usize) -> Option<Stage<'_>> {
    let rows = values.len() / columns;
    (rows > 0).then_some(Stage { rows, columns, values: Cow::Borrowed(values) })
}
