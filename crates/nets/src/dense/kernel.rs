//! The three matrix products of a linear layer on rows of lanes.
//!
//! Several sums are kept in registers at once, because a row that is loaded is then used for all of
//! them. How many does not change any result: each sum adds up in the order of its row.

use crate::lane::Lane;

/// Sums side by side.
const UNITS: usize = 4;
/// Lanes of each.
const WIDE: usize = 2;

/// sums ← bias + Σ weight · input, a row of lanes a unit; `matrix` is unit by input.
pub fn weigh(matrix: &[f32], biases: &[f32], inputs: &[Lane], sums: &mut [Lane], lanes: usize) {
    let width = matrix.len() / biases.len().max(1);
    let blocks = biases.chunks(UNITS).zip(matrix.chunks(UNITS * width.max(1)));
    for ((biases, matrix), sums) in blocks.zip(sums.chunks_mut(UNITS * lanes)) {
        let weight = |unit: usize, input: usize| matrix[unit * width + input];
        if let Ok(biases) = <[f32; UNITS]>::try_from(biases) {
            each_row(biases, weight, inputs, sums, lanes);
        } else {
            for (unit, (&bias, sums)) in biases.iter().zip(sums.chunks_mut(lanes)).enumerate() {
                each_row([bias], |_, input| weight(unit, input), inputs, sums, lanes);
            }
        }
    }
}

/// below ← Σ over units of weight · delta, a row of lanes an input; `matrix` is unit by input.
pub fn pass_down(matrix: &[f32], deltas: &[Lane], below: &mut [Lane], lanes: usize) {
    let width = below.len() / lanes.max(1);
    for (block, sums) in below.chunks_mut(UNITS * lanes).enumerate() {
        let first = block * UNITS;
        let weight = |input: usize, unit: usize| matrix[unit * width + first + input];
        if sums.len() == UNITS * lanes {
            each_row([0.0; UNITS], weight, deltas, sums, lanes);
        } else {
            for (input, sums) in sums.chunks_mut(lanes).enumerate() {
                each_row([0.0], |_, unit| weight(input, unit), deltas, sums, lanes);
            }
        }
    }
}

/// sums[u] ← start[u] + Σ weight(u, r) · rows[r], `U` rows of lanes at once.
#[inline(always)]
fn each_row<const U: usize>(
    start: [f32; U],
    weight: impl Fn(usize, usize) -> f32,
    rows: &[Lane],
    sums: &mut [Lane],
    lanes: usize,
) {
    let mut lane = 0;
    while lane + WIDE <= lanes {
        columns::<U, WIDE>(start, &weight, rows, sums, lanes, lane);
        lane += WIDE;
    }
    while lane < lanes {
        columns::<U, 1>(start, &weight, rows, sums, lanes, lane);
        lane += 1;
    }
}

#[inline(always)]
fn columns<const U: usize, const W: usize>(
    start: [f32; U],
    weight: &impl Fn(usize, usize) -> f32,
    rows: &[Lane],
    sums: &mut [Lane],
    lanes: usize,
    lane: usize,
) {
    let mut kept = start.map(|start| [Lane::splat(start); W]);
    for (index, row) in rows.chunks_exact(lanes).enumerate() {
        let Some(Ok(row)) = row.get(lane..lane + W).map(<[Lane; W]>::try_from) else { return };
        for (unit, kept) in kept.iter_mut().enumerate() {
            let weight = Lane::splat(weight(unit, index));
            for (sum, x) in kept.iter_mut().zip(row) {
                *sum += weight * x;
            }
        }
    }
    for (sums, kept) in sums.chunks_exact_mut(lanes).zip(kept) {
        sums[lane..lane + W].copy_from_slice(&kept);
    }
}

/// slopes ← Σ over the batch of delta · input, unit by input.
pub fn slopes(deltas: &[Lane], inputs: &[Lane], slopes: &mut [f32], lanes: usize) {
    let width = inputs.len() / lanes.max(1);
    for (deltas, slopes) in deltas.chunks_exact(lanes).zip(slopes.chunks_exact_mut(width.max(1))) {
        let mut four = slopes.chunks_exact_mut(UNITS);
        let mut rows = inputs.chunks_exact(UNITS * lanes);
        for (slopes, rows) in four.by_ref().zip(rows.by_ref()) {
            slopes.copy_from_slice(&products::<UNITS>(deltas, rows, lanes));
        }
        let rest = rows.remainder().chunks_exact(lanes);
        for (slope, row) in four.into_remainder().iter_mut().zip(rest) {
            [*slope] = products::<1>(deltas, row, lanes);
        }
    }
}

/// Dot products of one row with `N` others.
#[inline(always)]
fn products<const N: usize>(deltas: &[Lane], rows: &[Lane], lanes: usize) -> [f32; N] {
    let mut sums = [Lane::ZERO; N];
    for (lane, &delta) in deltas.iter().enumerate() {
        for (index, sum) in sums.iter_mut().enumerate() {
            *sum += delta * rows[index * lanes + lane];
        }
    }
    sums.map(Lane::sum)
}

/// sums ← Σ over the batch, row by row.
pub fn row_sums(rows: &[Lane], sums: &mut [f32], lanes: usize) {
    for (sum, row) in sums.iter_mut().zip(rows.chunks_exact(lanes)) {
        let mut lane_sum = Lane::ZERO;
        row.iter().for_each(|&lane| lane_sum += lane);
        *sum = lane_sum.sum();
    }
}
