//! One pass through the transformer, stage by stage, for tokens that follow those whose keys and
//! values are kept.

use super::attention::{Attended, Attention};
use super::changes::Changes;
use super::{Mlp, Weights};
use crate::rows::{Turns, gelu_of, sinusoid_at};
use crate::transformer::{Placement, Positions, Sizes};

/// What holds for all blocks of a pass.
pub struct Pass<'a> {
    weights: &'a Weights,
    changes: &'a Changes,
    /// The place of every token so far, those read earlier included.
    places: &'a [usize],
    with_masked: bool,
    /// Of the tokens that are being read.
    turns: Option<Turns>,
}

/// What enters the first block, rows by width.
pub struct Start {
    pub token: Vec<f32>,
    pub place: Option<Vec<f32>>,
    /// Their sum.
    pub stream: Vec<f32>,
}

/// The stages of one block, each rows by so many columns; without an MLP, its stages are empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stages {
    pub norm1: Vec<f32>,
    /// Queries, keys and values, of each all heads; queries and keys turned, if the form turns them.
    pub qkv: Vec<f32>,
    /// `[head][query][key]`.
    pub scores: Vec<f32>,
    /// `[head][query][key]`.
    pub shares: Vec<f32>,
    pub mixed: Vec<f32>,
    pub projected: Vec<f32>,
    pub after_attention: Vec<f32>,
    pub norm2: Vec<f32>,
    pub hidden: Vec<f32>,
    pub activated: Vec<f32>,
    pub lowered: Vec<f32>,
    pub after_mlp: Vec<f32>,
}

impl<'a> Pass<'a> {
    /// For the last `count` of the tokens at these places.
    pub fn new(
        weights: &'a Weights,
        changes: &'a Changes,
        places: &'a [usize],
        count: usize,
        with_masked: bool,
    ) -> Self {
        let Sizes { heads, width, form, .. } = *weights.sizes();
        let read = &places[places.len() - count..];
        let turns = (form.positions == Positions::Rotary)
            .then(|| Turns::at(read.iter().copied(), width / heads));
        Self { weights, changes, places, with_masked, turns }
    }

    /// Token embeddings and what is added to them; `tokens` are as many as the pass was made for.
    pub fn start(&self, tokens: &[u32]) -> Start {
        let Sizes { width, form, .. } = *self.weights.sizes();
        let read = &self.places[self.places.len() - tokens.len()..];
        let token = gathered(self.weights.tokens(), width, tokens.iter().map(|&it| it as usize));
        let place = match (form.positions, self.weights.positions()) {
            (_, Some(table)) => Some(gathered(table, width, read.iter().copied())),
            (Positions::Sinusoidal, None) => Some(sinusoid_at(read.iter().copied(), width)),
            _ => None,
        };
        let stream = place.as_ref().map_or_else(|| token.clone(), |place| sum(&token, place));
        Start { token, place, stream }
    }

    /// One block's stages, from the stream before it. `kept` holds a row of keys and one of values for
    /// each earlier token, and gets those of the present ones.
    pub fn block(&self, layer: usize, stream: &[f32], kept: &mut Vec<f32>) -> Stages {
        let Sizes { width, form, .. } = *self.weights.sizes();
        let block = self.weights.block(layer);
        let is_pre_norm = form.norm == Placement::Before;
        let mut stages = Stages::default();
        if is_pre_norm {
            stages.norm1 = block.norm1.of(stream);
        }
        stages.qkv = block.qkv.of(if is_pre_norm { &stages.norm1 } else { stream });
        self.turn(&mut stages.qkv);
        stages.qkv.chunks_exact(3 * width).for_each(|row| kept.extend_from_slice(&row[width..]));
        let Attended { scores, shares, mixed } = self.attention(layer).attend(&stages.qkv, kept);
        (stages.scores, stages.shares, stages.mixed) = (scores, shares, mixed);
        stages.projected = block.projection.of(&stages.mixed);
        stages.after_attention = self.beside(stream, &stages.projected);
        if !is_pre_norm {
            stages.norm1 = block.norm1.of(&stages.after_attention);
        }
        if let Some(mlp) = block.mlp {
            self.mlp(mlp, &mut stages);
        }
        stages
    }

    fn mlp(&self, mlp: Mlp<'_>, stages: &mut Stages) {
        let is_pre_norm = self.weights.sizes().form.norm == Placement::Before;
        if is_pre_norm {
            stages.norm2 = mlp.norm2.of(&stages.after_attention);
        }
        stages.hidden = mlp.raise.of(if is_pre_norm { &stages.norm2 } else { &stages.norm1 });
        stages.activated = vec![0.0; stages.hidden.len()];
        gelu_of(&stages.hidden, &mut stages.activated);
        stages.lowered = mlp.lower.of(&stages.activated);
        let stream = if is_pre_norm { &stages.after_attention } else { &stages.norm1 };
        stages.after_mlp = self.beside(stream, &stages.lowered);
        if !is_pre_norm {
            stages.norm2 = mlp.norm2.of(&stages.after_mlp);
        }
    }

    /// The stream with what a part adds to it; without residual paths, what the part gives alone.
    fn beside(&self, stream: &[f32], added: &[f32]) -> Vec<f32> {
        if self.weights.sizes().form.has_residual { sum(stream, added) } else { added.to_vec() }
    }

    fn attention(&self, layer: usize) -> Attention<'_> {
        let Sizes { heads, width, form, .. } = *self.weights.sizes();
        Attention {
            layer,
            heads,
            width,
            has_distance: form.positions == Positions::Distance,
            with_masked: self.with_masked,
            places: self.places,
            changes: self.changes,
        }
    }

    fn turn(&self, qkv: &mut [f32]) {
        let width = self.weights.sizes().width;
        let Some(turns) = &self.turns else { return };
        for (index, row) in qkv.chunks_exact_mut(3 * width).enumerate() {
            turns.each(index, &mut row[..2 * width]);
        }
    }
}

impl Stages {
    /// The stream after the block.
    pub fn stream(&self, norm: Placement) -> &[f32] {
        match (norm, self.after_mlp.is_empty()) {
            (Placement::Before, false) => &self.after_mlp,
            (Placement::Before, true) => &self.after_attention,
            (Placement::After, false) => &self.norm2,
            (Placement::After, true) => &self.norm1,
        }
    }
}

/// Some rows of a table.
fn gathered(table: &[f32], width: usize, rows: impl Iterator<Item = usize>) -> Vec<f32> {
    let mut all = Vec::with_capacity(rows.size_hint().0 * width);
    rows.for_each(|row| all.extend_from_slice(&table[row * width..][..width]));
    all
}

fn sum(a: &[f32], b: &[f32]) -> Vec<f32> {
    a.iter().zip(b).map(|(a, b)| a + b).collect()
}
