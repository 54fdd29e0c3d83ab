//! Causal attention, query by query over the keys that are kept: one way for all tokens at once and
//! for one more token, so that both give the same bits.

use super::changes::{Ablation, Changes};
use crate::rows::{add_scaled, dot, fall, softmax};

/// What one layer's heads are to look at.
pub struct Attention<'a> {
    pub layer: usize,
    pub heads: usize,
    /// Width of the stream.
    pub width: usize,
    /// Whether scores fall with the distance.
    pub has_distance: bool,
    /// Whether scores that the mask hides are asked for as well.
    pub with_masked: bool,
    /// The place of every token so far.
    pub places: &'a [usize],
    pub changes: &'a Changes,
}

/// What came of it. Rows of scores and shares lie `[head][query][key]`.
pub struct Attended {
    /// q·k / √(width of a head), lowered by the distance; 0 where hidden and not asked for.
    pub scores: Vec<f32>,
    /// Softmax of these, changed where it is to be; 0 where hidden.
    pub shares: Vec<f32>,
    /// Queries by width: values by these shares.
    pub mixed: Vec<f32>,
}

impl Attention<'_> {
    /// The last tokens look at all; a row of `qkv` is a looking token's queries, keys and values, one
    /// of `kept` is any token's keys and values.
    pub fn attend(&self, qkv: &[f32], kept: &[f32]) -> Attended {
        let (width, keys) = (self.width, kept.len() / (2 * self.width));
        let queries = qkv.len() / (3 * width);
        let cells = self.heads * queries * keys;
        let (mut scores, mut shares) = (vec![0.0; cells], vec![0.0; cells]);
        let mut mixed = vec![0.0; queries * width];
        let depth = width / self.heads;
        let cells = scores.chunks_exact_mut(keys).zip(shares.chunks_exact_mut(keys));
        for (index, (scores, shares)) in cells.enumerate() {
            let (head, row) = (index / queries, index % queries);
            let query = keys - queries + row;
            let columns = head * depth..(head + 1) * depth;
            let asking = &qkv[3 * width * row..][columns.clone()];
            let wanted = if self.with_masked { keys } else { query + 1 };
            self.score(head, query, asking, kept, &mut scores[..wanted]);
            let shares = &mut shares[..=query];
            shares.copy_from_slice(&scores[..=query]);
            softmax(shares);
            self.changes.apply(self.layer, head, shares);
            if !self.changes.has(self.layer, head, Ablation::Removed) {
                mix(shares, kept, width, head * depth, &mut mixed[width * row..][columns]);
            }
        }
        Attended { scores, shares, mixed }
    }

    fn score(&self, head: usize, query: usize, asking: &[f32], kept: &[f32], scores: &mut [f32]) {
        let depth = asking.len();
        let scale = scale(depth);
        for (score, token) in scores.iter_mut().zip(kept.chunks_exact(2 * self.width)) {
            *score = scale * dot(asking, &token[head * depth..][..depth]);
        }
        if self.has_distance {
            for (key, score) in scores.iter_mut().enumerate() {
                *score -= lowering(head, self.heads, self.places[query], self.places[key]);
            }
        }
    }
}

/// 1 / √(width of a head).
pub fn scale(depth: usize) -> f32 {
    1.0 / (depth as f32).sqrt()
}

/// How much a score is lowered by the distance between two places.
pub fn lowering(head: usize, heads: usize, query: usize, key: usize) -> f32 {
    fall(head, heads) * query.abs_diff(key) as f32
}

/// Adds the values of one head by their shares.
fn mix(shares: &[f32], kept: &[f32], width: usize, first: usize, mixed: &mut [f32]) {
    for (share, token) in shares.iter().zip(kept.chunks_exact(2 * width)) {
        add_scaled(*share, &token[width + first..][..mixed.len()], mixed);
    }
}
