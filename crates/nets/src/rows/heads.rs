//! Causal attention of several heads over sequences side by side, forwards and backwards.

use super::places::{Places, Turns, fall};
use super::product::{add_product, add_transposed, transposed};
use super::softmax::softmax;

/// Rows of scores that are computed together; beyond them, what a query may not see is left out.
const BLOCK: usize = 4;

/// Sizes of one pass.
#[derive(Clone, Copy, Debug)]
pub struct Heads {
    /// Sequences.
    pub count: usize,
    /// Tokens of each.
    pub time: usize,
    /// Heads.
    pub heads: usize,
    /// Width of the residual stream.
    pub width: usize,
    /// What scores know of places; to turn rows, a head's width has to be even.
    pub places: Places,
}

/// One head's rows of one sequence.
struct Rows {
    /// Turned, and scaled by 1 / √(width of a head).
    query: Vec<f32>,
    /// Turned.
    key: Vec<f32>,
    value: Vec<f32>,
}

impl Heads {
    fn depth(self) -> usize {
        self.width / self.heads
    }

    /// 1 / √(width of a head).
    pub fn scale(self) -> f32 {
        1.0 / (self.depth() as f32).sqrt()
    }

    /// Numbers of all attention weights: sequence by sequence, head by head, query by key.
    pub fn cells(self) -> usize {
        self.count * self.heads * self.time * self.time
    }

    /// Every head of every sequence.
    fn each(self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.count).flat_map(move |sequence| (0..self.heads).map(move |head| (sequence, head)))
    }

    /// Where the columns of one head begin in the rows of one sequence, which are `parts` times as wide
    /// as the stream.
    fn columns(self, (sequence, head): (usize, usize), (part, parts): (usize, usize)) -> Columns {
        let stride = parts * self.width;
        let start = sequence * self.time * stride + part * self.width + head * self.depth();
        Columns { start, stride, depth: self.depth(), time: self.time }
    }

    fn turns(self) -> Option<Turns> {
        (self.places == Places::Rotary).then(|| Turns::new(self.time, self.depth()))
    }

    fn rows(self, at: (usize, usize), qkv: &[f32], turns: Option<&Turns>) -> Rows {
        let part = |which| self.columns(at, (which, 3)).read(qkv);
        let (mut query, mut key, value) = (part(0), part(1), part(2));
        if let Some(turns) = turns {
            turns.forward(&mut query);
            turns.forward(&mut key);
        }
        let scale = self.scale();
        query.iter_mut().for_each(|it| *it *= scale);
        Rows { query, key, value }
    }

    /// Lowers the scores of one head by the distance between query and key; the first row is that of
    /// this query.
    fn lower(self, head: usize, first: usize, scores: &mut [f32]) {
        if self.places != Places::Distance {
            return;
        }
        let fall = fall(head, self.heads);
        for (query, scores) in (first..).zip(scores.chunks_exact_mut(self.time)) {
            for (key, score) in scores.iter_mut().enumerate().take(query) {
                *score -= fall * (query - key) as f32;
            }
        }
    }

    /// Softmax of q·k into `shares`, and the values by these shares into `mixed`. A row of `qkv` is a
    /// token's queries, keys and values, of each all heads.
    pub fn forward(self, qkv: &[f32], shares: &mut [f32], mixed: &mut [f32]) {
        let (time, depth, turns) = (self.time, self.depth(), self.turns());
        let mut gathered = vec![0.0; time * depth];
        for (at, shares) in self.each().zip(shares.chunks_exact_mut(time * time)) {
            let Rows { query, key, value } = self.rows(at, qkv, turns.as_ref());
            let key = transposed(&key, depth);
            shares.fill(0.0);
            gathered.fill(0.0);
            for first in (0..time).step_by(BLOCK) {
                let seen = time.min(first + BLOCK);
                let shares = &mut shares[first * time..seen * time];
                let query = &query[first * depth..seen * depth];
                add_product(query, depth, &key, (shares, time), seen);
                self.lower(at.1, first, shares);
                for (row, shares) in shares.chunks_exact_mut(time).enumerate() {
                    let (open, masked) = shares.split_at_mut(first + row + 1);
                    softmax(open);
                    masked.fill(0.0);
                }
                let gathered = &mut gathered[first * depth..seen * depth];
                add_product(shares, time, &value[..seen * depth], (gathered, depth), depth);
            }
            self.columns(at, (0, 1)).write(&gathered, mixed);
        }
    }

    /// ∂loss/∂qkv, which is overwritten, from ∂loss/∂mixed.
    pub fn backward(self, qkv: &[f32], shares: &[f32], mixed_slopes: &[f32], slopes: &mut [f32]) {
        let (time, turns) = (self.time, self.turns());
        for (at, shares) in self.each().zip(shares.chunks_exact(time * time)) {
            let rows = self.rows(at, qkv, turns.as_ref());
            let above = self.columns(at, (0, 1)).read(mixed_slopes);
            let mut found = self.row_slopes(&rows, shares, &above);
            found.query.iter_mut().for_each(|it| *it *= self.scale());
            if let Some(turns) = &turns {
                turns.backward(&mut found.query);
                turns.backward(&mut found.key);
            }
            for (which, found) in [found.query, found.key, found.value].iter().enumerate() {
                self.columns(at, (which, 3)).write(found, slopes);
            }
        }
    }

    /// ∂loss/∂row for one head's rows of one sequence.
    fn row_slopes(self, rows: &Rows, shares: &[f32], above: &[f32]) -> Rows {
        let (time, depth) = (self.time, self.depth());
        let none = || vec![0.0; time * depth];
        let mut slopes = Rows { query: none(), key: none(), value: none() };
        let value = transposed(&rows.value, depth);
        let mut scores = vec![0.0; time * time];
        for first in (0..time).step_by(BLOCK) {
            let seen = time.min(first + BLOCK);
            let (cells, part) = (first * time..seen * time, first * depth..seen * depth);
            let scores = &mut scores[cells.clone()];
            add_product(&above[part.clone()], depth, &value, (scores, time), seen);
            self.through_softmax(&shares[cells], scores);
            let query = &mut slopes.query[part];
            add_product(scores, time, &rows.key[..seen * depth], (query, depth), depth);
        }
        for first in (0..time).step_by(BLOCK) {
            // Queries before a key do not see it.
            let (cells, after) = (first * time.., first * depth..);
            let part = first * depth..depth * time.min(first + BLOCK);
            let scores = (&scores[cells.clone()], time);
            let key = (&mut slopes.key[part.clone()], depth);
            add_transposed(scores, first, &rows.query[after.clone()], key);
            let value = (&mut slopes.value[part], depth);
            add_transposed((&shares[cells], time), first, &above[after], value);
        }
        slopes
    }

    /// Slopes of shares become those of scores.
    fn through_softmax(self, shares: &[f32], slopes: &mut [f32]) {
        let rows = shares.chunks_exact(self.time).zip(slopes.chunks_exact_mut(self.time));
        for (shares, slopes) in rows {
            let mean: f32 = shares.iter().zip(&*slopes).map(|(share, slope)| share * slope).sum();
            for (slope, share) in slopes.iter_mut().zip(shares) {
                *slope = share * (*slope - mean);
            }
        }
    }
}

/// Some columns of some rows.
struct Columns {
    start: usize,
    stride: usize,
    depth: usize,
    time: usize,
}

impl Columns {
    fn read(&self, rows: &[f32]) -> Vec<f32> {
        let mut numbers = Vec::with_capacity(self.time * self.depth);
        for row in 0..self.time {
            numbers.extend_from_slice(&rows[self.start + row * self.stride..][..self.depth]);
        }
        numbers
    }

    fn write(&self, numbers: &[f32], rows: &mut [f32]) {
        for (row, numbers) in numbers.chunks_exact(self.depth).enumerate() {
            rows[self.start + row * self.stride..][..self.depth].copy_from_slice(numbers);
        }
    }
}
