//! A row of lanes a unit, the steps of time one behind the other and in each step the batch: what is
//! the same for all steps is one pass along whole rows, what goes step by step takes a part of each.

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
#[inline]
pub fn add_product(weights: &[f32], source: (&Rows, Part), target: (&mut Rows, Part)) {
    let ((source, from), (target, to)) = (source, target);
    let inputs = weights.len() / (target.values.len() / target.length);
    for (weights, sums) in weights.chunks_exact(inputs).zip(target.iter_mut()) {
        let sums = to.of_mut(sums);
        for (&weight, row) in weights.iter().zip(source.iter()) {
            add_scaled(weight, from.of(row), sums);
        }
    }
}

/// target ← target + Wᵀ · source, on a part of each.
#[inline]
pub fn add_transposed(weights: &[f32], source: (&Rows, Part), target: (&mut Rows, Part)) {
    let ((source, from), (target, to)) = (source, target);
    let units = target.values.len() / target.length;
    for (weights, row) in weights.chunks_exact(units).zip(source.iter()) {
        let deltas = from.of(row);
        for (&weight, sums) in weights.iter().zip(target.iter_mut()) {
            add_scaled(weight, deltas, to.of_mut(sums));
        }
    }
}

/// gradient of W ← Σ along the parts of delta · source.
#[inline]
pub fn slopes(gradient: &mut [f32], deltas: (&Rows, Part), source: (&Rows, Part)) {
    let ((deltas, at), (source, from)) = (deltas, source);
    let inputs = gradient.len() / (deltas.values.len() / deltas.length);
    for (gradient, deltas) in gradient.chunks_exact_mut(inputs).zip(deltas.iter()) {
        for (slope, row) in gradient.iter_mut().zip(source.iter()) {
            let mut sum = Lane::ZERO;
            for (&delta, &value) in at.of(deltas).iter().zip(from.of(row)) {
                sum += delta * value;
            }
            *slope = sum.sum();
        }
    }
}

/// gradient of biases ← Σ along the parts of delta.
pub fn bias_slopes(gradient: &mut [f32], deltas: &Rows, at: Part) {
    for (slope, deltas) in gradient.iter_mut().zip(deltas.iter()) {
        let mut sum = Lane::ZERO;
        at.of(deltas).iter().for_each(|&delta| sum += delta);
        *slope = sum.sum();
    }
}

#[inline(always)]
fn add_scaled(weight: f32, source: &[Lane], target: &mut [Lane]) {
    let weight = Lane::splat(weight);
    for (sum, &value) in target.iter_mut().zip(source) {
        *sum += weight * value;
    }
}
