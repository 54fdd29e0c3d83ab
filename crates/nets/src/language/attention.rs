//! Causal attention of several heads over words side by side, forwards and backwards.

use super::product::{add_scaled, dot};

/// Sizes of one pass.
#[derive(Clone, Copy, Debug)]
pub struct Heads {
    /// Words.
    pub count: usize,
    /// Tokens of each.
    pub time: usize,
    /// Heads.
    pub heads: usize,
    /// Width of the residual stream.
    pub width: usize,
}

impl Heads {
    fn depth(self) -> usize {
        self.width / self.heads
    }

    /// 1 / √(width of a head).
    pub fn scale(self) -> f32 {
        1.0 / (self.depth() as f32).sqrt()
    }

    /// Numbers of all attention weights: word by word, head by head, query by key.
    pub fn cells(self) -> usize {
        self.count * self.heads * self.time * self.time
    }

    /// Where a token's query (0), key (1) or value (2) of one head begins; `row` counts tokens over
    /// all words.
    fn at(self, row: usize, which: usize, head: usize) -> std::ops::Range<usize> {
        let start = (3 * row + which) * self.width + head * self.depth();
        start..start + self.depth()
    }

    /// Where what a token gathers with one head lies.
    fn gathered(self, row: usize, head: usize) -> std::ops::Range<usize> {
        let start = row * self.width + head * self.depth();
        start..start + self.depth()
    }

    /// Calls `each` with the row of a query, its head, the row of the first token of its word, and
    /// where its attention weights lie.
    fn each(self, mut each: impl FnMut(usize, usize, usize, std::ops::Range<usize>)) {
        for word in 0..self.count {
            for head in 0..self.heads {
                for query in 0..self.time {
                    let first = word * self.time;
                    let start = ((word * self.heads + head) * self.time + query) * self.time;
                    each(first + query, head, first, start..start + query + 1);
                }
            }
        }
    }

    /// Softmax of q·k into `shares`, and the values by these shares into `mixed`.
    pub fn forward(self, qkv: &[f32], shares: &mut [f32], mixed: &mut [f32]) {
        let scale = self.scale();
        mixed.fill(0.0);
        self.each(|row, head, first, cells| {
            let query = &qkv[self.at(row, 0, head)];
            let shares = &mut shares[cells];
            for (key, share) in shares.iter_mut().enumerate() {
                *share = scale * dot(query, &qkv[self.at(first + key, 1, head)]);
            }
            softmax(shares);
            let mixed = &mut mixed[self.gathered(row, head)];
            for (key, share) in shares.iter().enumerate() {
                add_scaled(*share, &qkv[self.at(first + key, 2, head)], mixed);
            }
        });
    }

    /// ∂loss/∂qkv, which is overwritten, from ∂loss/∂mixed.
    pub fn backward(self, qkv: &[f32], shares: &[f32], mixed_slopes: &[f32], slopes: &mut [f32]) {
        let scale = self.scale();
        slopes.fill(0.0);
        let mut share_slopes = vec![0.0; self.time];
        self.each(|row, head, first, cells| {
            let shares = &shares[cells];
            let above = &mixed_slopes[self.gathered(row, head)];
            let mut mean = 0.0;
            for (key, share) in shares.iter().enumerate() {
                let slope = dot(above, &qkv[self.at(first + key, 2, head)]);
                share_slopes[key] = slope;
                mean += share * slope;
                add_scaled(*share, above, &mut slopes[self.at(first + key, 2, head)]);
            }
            for (key, share) in shares.iter().enumerate() {
                let slope = scale * share * (share_slopes[key] - mean);
                let (query, key) = (self.at(row, 0, head), self.at(first + key, 1, head));
                add_scaled(slope, &qkv[key.clone()], &mut slopes[query.clone()]);
                add_scaled(slope, &qkv[query], &mut slopes[key]);
            }
        });
    }
}

/// Scores become shares that add up to 1.
pub fn softmax(scores: &mut [f32]) {
    let highest = scores.iter().fold(f32::MIN, |highest, score| highest.max(*score));
    let mut sum = 0.0;
    for score in &mut *scores {
        *score = libm::expf(*score - highest);
        sum += *score;
    }
    let scale = 1.0 / sum;
    scores.iter_mut().for_each(|share| *share *= scale);
}
