//! The matrix products of batches of nine to twelve points: rows of three lanes.
//!
//! Most labs begin with batches of ten and layers of a few units, where looking after the general
//! products' blocks costs more than their arithmetic. Every sum adds up in the order that
//! [`super::kernel`] has.

use crate::lane::{Lane, WIDTH};

/// Lanes of every row.
pub const LANES: usize = 3;

/// One unit's numbers.
type Row = [Lane; LANES];

/// sums ← bias + Σ weight · input.
pub fn weigh(matrix: &[f32], biases: &[f32], inputs: &[Lane], sums: &mut [Lane]) {
    let (inputs, _) = inputs.as_chunks::<LANES>();
    let (sums, _) = sums.as_chunks_mut::<LANES>();
    for ((weights, &bias), sums) in matrix.chunks_exact(inputs.len()).zip(biases).zip(sums) {
        let mut sum = [Lane::splat(bias); LANES];
        for (&weight, input) in weights.iter().zip(inputs) {
            add_times(&mut sum, weight, input);
        }
        *sums = sum;
    }
}

/// below ← Σ over units of weight · delta.
pub fn pass_down(matrix: &[f32], deltas: &[Lane], below: &mut [Lane]) {
    let (deltas, _) = deltas.as_chunks::<LANES>();
    let (below, _) = below.as_chunks_mut::<LANES>();
    let width = below.len();
    for (input, below) in below.iter_mut().enumerate() {
        let mut sum = [Lane::ZERO; LANES];
        for (weights, deltas) in matrix.chunks_exact(width).zip(deltas) {
            add_times(&mut sum, weights[input], deltas);
        }
        *below = sum;
    }
}

#[inline(always)]
fn add_times(sum: &mut Row, weight: f32, row: &Row) {
    for (sum, &x) in sum.iter_mut().zip(row) {
        *sum += Lane::splat(weight) * x;
    }
}

/// slopes ← Σ along the rows of delta · input.
pub fn slopes(deltas: &[Lane], inputs: &[Lane], slopes: &mut [f32]) {
    let (deltas, _) = deltas.as_chunks::<LANES>();
    let (inputs, _) = inputs.as_chunks::<LANES>();
    for (delta, slopes) in deltas.iter().zip(slopes.chunks_exact_mut(inputs.len())) {
        let (fours, rest) = slopes.as_chunks_mut::<WIDTH>();
        let (four_inputs, rest_inputs) = inputs.as_chunks::<WIDTH>();
        for (slopes, inputs) in fours.iter_mut().zip(four_inputs) {
            *slopes = Lane::sums(inputs.each_ref().map(|input| product(delta, input))).0;
        }
        for (slope, input) in rest.iter_mut().zip(rest_inputs) {
            *slope = product(delta, input).sum();
        }
    }
}

/// Products of two rows, summed place by place.
#[inline(always)]
fn product(a: &Row, b: &Row) -> Lane {
    let mut sum = Lane::ZERO;
    for (&a, &b) in a.iter().zip(b) {
        sum += a * b;
    }
    sum
}

/// sums ← Σ along the rows.
pub fn row_sums(rows: &[Lane], sums: &mut [f32]) {
    let (rows, _) = rows.as_chunks::<LANES>();
    for (sum, row) in sums.iter_mut().zip(rows) {
        let mut lane_sum = Lane::ZERO;
        row.iter().for_each(|&lane| lane_sum += lane);
        *sum = lane_sum.sum();
    }
}

#[cfg(test)]
mod tests {
    use super::super::kernel::{self, Strip};
    use super::*;
    use crate::random::Random;

    /// The same rows with a fourth lane of zeros, which the general products take.
    fn widened(rows: &[Lane]) -> Vec<Lane> {
        let with_fourth = |row: &Row| [row[0], row[1], row[2], Lane::ZERO];
        rows.as_chunks().0.iter().flat_map(with_fourth).collect()
    }

    #[test]
    fn the_general_products_give_the_same_bits() {
        let (inputs, units, wide) = (6, 5, LANES + 1);
        let mut random = Random::new(1, 0);
        let mut row = |count: usize| -> Vec<Lane> {
            (0..count * LANES).map(|_| Lane([0; WIDTH].map(|_| random.normal()))).collect()
        };
        let (x, delta) = (row(inputs), row(units));
        let mut numbers = |count: usize| (0..count).map(|_| random.normal()).collect::<Vec<f32>>();
        let (matrix, biases) = (numbers(units * inputs), numbers(units));

        let (mut sums, mut wide_sums) = (delta.clone(), widened(&delta));
        weigh(&matrix, &biases, &x, &mut sums);
        kernel::weigh(&matrix, &biases, &widened(&x), &mut wide_sums, wide);
        let first_three = |rows: &[Lane]| -> Vec<Lane> {
            rows.chunks(wide).flat_map(|row| row[..LANES].to_vec()).collect()
        };
        assert_eq!(sums, first_three(&wide_sums));

        let (mut below, mut wide_below) = (x.clone(), widened(&x));
        pass_down(&matrix, &delta, &mut below);
        kernel::pass_down(&matrix, &widened(&delta), &mut wide_below, wide);
        assert_eq!(below, first_three(&wide_below));

        let mut found = [vec![0.0; units * inputs], vec![0.0; units * inputs]];
        let strip = Strip::whole(wide);
        slopes(&delta, &x, &mut found[0]);
        kernel::slopes((&widened(&delta), strip), (&widened(&x), strip), &mut found[1], wide);
        assert_eq!(found[0], found[1]);

        let mut found = [vec![0.0; units], vec![0.0; units]];
        row_sums(&delta, &mut found[0]);
        kernel::row_sums((&widened(&delta), strip), &mut found[1], wide);
        assert_eq!(found[0], found[1]);
    }
}
