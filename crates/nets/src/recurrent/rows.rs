//! A row of lanes a unit, the steps of time one behind the other and in each step the batch: what is
//! the same for all steps is one pass along whole rows, what goes step by step takes a part of each.

use crate::dense::kernel::{self, Strip};
use crate::lane::Lane;

/// Rows of equal length.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    length: usize,
    values: Vec<Lane>,
}

impl Rows {
    /// `count` rows of `length` lanes, all 0.
    #[must_use]
    pub fn new(count: usize, length: usize) -> Self {
        Self { length, values: vec![Lane::ZERO; count * length] }
    }

    /// One row.
    #[must_use]
    pub fn row(&self, index: usize) -> &[Lane] {
        &self.values[index * self.length..(index + 1) * self.length]
    }

    /// One row, to be written.
    pub fn row_mut(&mut self, index: usize) -> &mut [Lane] {
        &mut self.values[index * self.length..(index + 1) * self.length]
    }

    /// Every row.
    pub fn iter(&self) -> impl Iterator<Item = &[Lane]> {
        self.values.chunks_exact(self.length)
    }

    /// Every row, to be written.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut [Lane]> {
        self.values.chunks_exact_mut(self.length)
    }

    fn strip(&self, part: Part) -> Strip {
        Strip { stride: self.length, start: part.start }
    }

    /// Sets every number to 0.
    pub fn clear(&mut self) {
        self.values.fill(Lane::ZERO);
    }
}

/// A part of rows: `count` lanes from `start`.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    pub start: usize,
    pub count: usize,
}

impl Part {
    pub fn of(self, row: &[Lane]) -> &[Lane] {
        &row[self.start..self.start + self.count]
    }

    pub fn of_mut(self, row: &mut [Lane]) -> &mut [Lane] {
        &mut row[self.start..self.start + self.count]
    }
}

/// target ← target + W · source, on a part of each.
pub fn add_product(weights: &[f32], source: (&Rows, Part), target: (&mut Rows, Part)) {
    let (from, to) = (source.0.strip(source.1), target.0.strip(target.1));
    let (source, lanes) = (&source.0.values, source.1.count);
    kernel::add_product(weights, (source, from), (&mut target.0.values, to), lanes);
}

/// target ← target + Wᵀ · source, on a part of each.
pub fn add_transposed(weights: &[f32], source: (&Rows, Part), target: (&mut Rows, Part)) {
    let (from, to) = (source.0.strip(source.1), target.0.strip(target.1));
    let (source, lanes) = (&source.0.values, source.1.count);
    kernel::add_transposed(weights, (source, from), (&mut target.0.values, to), lanes);
}

/// gradient of W ← Σ along the parts of delta · source.
pub fn slopes(gradient: &mut [f32], deltas: (&Rows, Part), source: (&Rows, Part)) {
    let (at, from) = (deltas.0.strip(deltas.1), source.0.strip(source.1));
    let (deltas, lanes) = (&deltas.0.values, deltas.1.count);
    kernel::slopes((deltas, at), (&source.0.values, from), gradient, lanes);
}

/// gradient of biases ← Σ along the parts of delta.
pub fn bias_slopes(gradient: &mut [f32], deltas: &Rows, at: Part) {
    kernel::row_sums((&deltas.values, deltas.strip(at)), gradient, at.count);
}
