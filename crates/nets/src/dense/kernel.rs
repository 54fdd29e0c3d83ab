//! The matrix products of every layer on rows of lanes.
//!
//! A product uses the same part of every row: all of it in a dense layer, one step of time in a
//! recurrent one. Several sums are kept in registers at once, because a row
//! that is loaded is then used for all of them. How many does not change any result: each sum adds up
//! in the order of its row.

use std::array;

use super::narrow;
use crate::lane::{Lane, WIDTH};

/// Rows whose sums are kept side by side.
const UNITS: usize = 4;
/// Lanes of each.
const WIDE: usize = 2;
/// Rows whose slopes are.
const PAIR: usize = 2;

/// The part of rows, one behind the other, that a product uses.
#[derive(Clone, Copy, Debug)]
pub struct Strip {
    /// Lanes from the beginning of a row to that of the next.
    pub stride: usize,
    /// Lanes of a row before the part.
    pub start: usize,
}

impl Strip {
    /// Rows that are used from the beginning.
    pub fn whole(stride: usize) -> Self {
        Self { stride, start: 0 }
    }
}

/// sums ← bias + Σ weight · input, a row of lanes a unit; `matrix` is unit by input.
pub fn weigh(matrix: &[f32], biases: &[f32], inputs: &[Lane], sums: &mut [Lane], lanes: usize) {
    if lanes == narrow::LANES {
        return narrow::weigh(matrix, biases, inputs, sums);
    }
    for (sums, &bias) in sums.chunks_exact_mut(lanes).zip(biases) {
        sums.fill(Lane::splat(bias));
    }
    let strip = Strip::whole(lanes);
    add_product(matrix, (inputs, strip), (sums, strip), lanes);
}

/// below ← Σ over units of weight · delta, a row of lanes an input; `matrix` is unit by input.
pub fn pass_down(matrix: &[f32], deltas: &[Lane], below: &mut [Lane], lanes: usize) {
    if lanes == narrow::LANES {
        return narrow::pass_down(matrix, deltas, below);
    }
    below.fill(Lane::ZERO);
    let strip = Strip::whole(lanes);
    add_transposed(matrix, (deltas, strip), (below, strip), lanes);
}

/// sums ← sums + Σ weight · input; `matrix` is a row of sums by a row of inputs.
pub fn add_product(
    matrix: &[f32],
    (inputs, from): (&[Lane], Strip),
    (sums, to): (&mut [Lane], Strip),
    lanes: usize,
) {
    let width = inputs.len() / from.stride;
    for (matrix, sums) in matrix.chunks(UNITS * width).zip(sums.chunks_mut(UNITS * to.stride)) {
        if matrix.len() == UNITS * width {
            let rows: [&[f32]; UNITS] = array::from_fn(|unit| &matrix[unit * width..][..width]);
            let [a, b, c, d] = rows;
            let weights = || {
                let pairs = a.iter().zip(b).zip(c.iter().zip(d));
                pairs.map(|((&a, &b), (&c, &d))| [a, b, c, d])
            };
            each_lane(weights, (inputs, from), (sums, to), lanes);
        } else {
            for (row, sums) in matrix.chunks_exact(width).zip(sums.chunks_exact_mut(to.stride)) {
                each_lane(|| row.iter().map(|&w| [w]), (inputs, from), (sums, to), lanes);
            }
        }
    }
}

/// sums ← sums + Σ weight · delta; `matrix` is a row of deltas by a row of sums.
pub fn add_transposed(
    matrix: &[f32],
    (deltas, from): (&[Lane], Strip),
    (sums, to): (&mut [Lane], Strip),
    lanes: usize,
) {
    let width = sums.len() / to.stride;
    let blocks = sums.chunks_mut(UNITS * to.stride).zip((0..width).step_by(UNITS));
    for (sums, first) in blocks {
        if first + UNITS <= width {
            let weights = || matrix.chunks_exact(width).map(|row| part::<UNITS>(row, first));
            each_lane(weights, (deltas, from), (sums, to), lanes);
        } else {
            for (sums, at) in sums.chunks_exact_mut(to.stride).zip(first..) {
                let weights = || matrix.chunks_exact(width).map(|row| [row[at]]);
                each_lane(weights, (deltas, from), (sums, to), lanes);
            }
        }
    }
}

/// `N` neighbours of a row.
#[inline(always)]
fn part<const N: usize>(row: &[f32], first: usize) -> [f32; N] {
    let mut part = [0.0; N];
    part.copy_from_slice(&row[first..first + N]);
    part
}

/// `U` sums at once, one of each of `weights` a row.
#[inline(always)]
fn each_lane<const U: usize, Weights: Iterator<Item = [f32; U]>>(
    weights: impl Fn() -> Weights,
    rows: (&[Lane], Strip),
    (sums, to): (&mut [Lane], Strip),
    lanes: usize,
) {
    let mut lane = 0;
    while lane + WIDE <= lanes {
        columns::<U, WIDE>(weights(), rows, (sums, to), lane);
        lane += WIDE;
    }
    while lane < lanes {
        columns::<U, 1>(weights(), rows, (sums, to), lane);
        lane += 1;
    }
}

#[inline(always)]
fn columns<const U: usize, const W: usize>(
    weights: impl Iterator<Item = [f32; U]>,
    (rows, from): (&[Lane], Strip),
    (sums, to): (&mut [Lane], Strip),
    lane: usize,
) {
    let mut kept: [[Lane; W]; U] = array::from_fn(|unit| {
        array::from_fn(|wide| sums[unit * to.stride + to.start + lane + wide])
    });
    for (weights, row) in weights.zip(rows.chunks_exact(from.stride)) {
        let row = &row[from.start + lane..][..W];
        for (kept, weight) in kept.iter_mut().zip(weights) {
            for (sum, &x) in kept.iter_mut().zip(row) {
                *sum += Lane::splat(weight) * x;
            }
        }
    }
    for (sums, kept) in sums.chunks_exact_mut(to.stride).zip(kept) {
        sums[to.start + lane..][..W].copy_from_slice(&kept);
    }
}

/// slopes ← Σ along the rows of delta · input; `slopes` is a row of deltas by a row of inputs.
pub fn slopes(
    (deltas, at): (&[Lane], Strip),
    (inputs, from): (&[Lane], Strip),
    slopes: &mut [f32],
    lanes: usize,
) {
    if [lanes, at.stride, from.stride] == [narrow::LANES; 3] {
        return narrow::slopes(deltas, inputs, slopes);
    }
    let width = inputs.len() / from.stride;
    let blocks = deltas.chunks(PAIR * at.stride).zip(slopes.chunks_mut(PAIR * width));
    for (deltas, slopes) in blocks {
        if slopes.len() == PAIR * width {
            each_input::<PAIR>((deltas, at), (inputs, from), slopes, lanes);
        } else {
            each_input::<1>((deltas, at), (inputs, from), slopes, lanes);
        }
    }
}

/// The slopes of `D` rows of deltas.
#[inline(always)]
fn each_input<const D: usize>(
    deltas: (&[Lane], Strip),
    (inputs, from): (&[Lane], Strip),
    slopes: &mut [f32],
    lanes: usize,
) {
    let width = slopes.len() / D;
    for (rows, first) in inputs.chunks(WIDTH * from.stride).zip((0..width).step_by(WIDTH)) {
        if first + WIDTH <= width {
            let products = products::<D, WIDTH>(deltas, (rows, from), lanes);
            for (slopes, products) in slopes.chunks_exact_mut(width).zip(products) {
                slopes[first..first + WIDTH].copy_from_slice(&Lane::sums(products).0);
            }
        } else {
            for (row, input) in rows.chunks_exact(from.stride).zip(first..) {
                let products = products::<D, 1>(deltas, (row, from), lanes);
                for (slopes, [product]) in slopes.chunks_exact_mut(width).zip(products) {
                    slopes[input] = product.sum();
                }
            }
        }
    }
}

/// Products of `D` rows with `N` others, summed place by place.
#[inline(always)]
fn products<const D: usize, const N: usize>(
    (deltas, at): (&[Lane], Strip),
    (rows, from): (&[Lane], Strip),
    lanes: usize,
) -> [[Lane; N]; D] {
    let deltas: [&[Lane]; D] =
        array::from_fn(|unit| &deltas[unit * at.stride + at.start..][..lanes]);
    let rows: [&[Lane]; N] = array::from_fn(|row| &rows[row * from.stride + from.start..][..lanes]);
    let mut sums = [[Lane::ZERO; N]; D];
    for lane in 0..lanes {
        for (sums, deltas) in sums.iter_mut().zip(deltas) {
            for (sum, row) in sums.iter_mut().zip(rows) {
                *sum += deltas[lane] * row[lane];
            }
        }
    }
    sums
}

/// sums ← Σ along the rows.
pub fn row_sums((rows, at): (&[Lane], Strip), sums: &mut [f32], lanes: usize) {
    if [lanes, at.stride] == [narrow::LANES; 2] {
        return narrow::row_sums(rows, sums);
    }
    for (sum, row) in sums.iter_mut().zip(rows.chunks_exact(at.stride)) {
        let mut lane_sum = Lane::ZERO;
        row[at.start..][..lanes].iter().for_each(|&lane| lane_sum += lane);
        *sum = lane_sum.sum();
    }
}
