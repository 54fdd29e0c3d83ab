//! Matrix products on rows that lie one behind the other.
//!
//! Several sums are kept in registers at once, because a row that is loaded is then used for all of
//! them. Every sum adds up in the order of its inner dimension, however many are kept: one row alone
//! gives the bits that it gives among others.

use std::array;

use super::streamed::{LARGE, add_streamed};
use crate::lane::{Lane, WIDTH};

/// Rows whose sums are kept side by side.
const ROWS: usize = 4;
/// Lanes of each.
const WIDE: usize = 2;

/// out ← x W + bias, where W is inputs by outputs and the outputs are as many as biases.
pub fn affine(x: &[f32], weights: &[f32], bias: &[f32], out: &mut [f32]) {
    out.chunks_exact_mut(bias.len()).for_each(|out| out.copy_from_slice(bias));
    let outputs = bias.len();
    add_product(x, weights.len() / outputs, weights, (out, outputs), outputs);
}

/// gradient of W ← gradient + xᵀ slopes; gradient of biases likewise.
pub fn weight_slopes(x: &[f32], slopes: &[f32], weights: &mut [f32], bias: &mut [f32]) {
    let outputs = bias.len();
    let inputs = weights.len() / outputs;
    add_transposed((x, inputs), 0, slopes, (weights, outputs));
    slopes.chunks_exact(outputs).for_each(|slopes| add_scaled(1.0, slopes, bias));
}

/// below ← slopes Wᵀ, where a row of `slopes` has this many numbers.
pub fn pass_down(weights: &[f32], slopes: &[f32], outputs: usize, below: &mut [f32]) {
    let inputs = weights.len() / outputs;
    let transposed = transposed(weights, outputs);
    below.fill(0.0);
    add_product(slopes, outputs, &transposed, (below, inputs), inputs);
}

/// Columns become rows.
pub fn transposed(matrix: &[f32], columns: usize) -> Vec<f32> {
    let rows = matrix.len() / columns;
    let mut transposed = vec![0.0; matrix.len()];
    for (row, numbers) in matrix.chunks_exact(columns).enumerate() {
        for (column, &number) in numbers.iter().enumerate() {
            transposed[column * rows + row] = number;
        }
    }
    transposed
}

/// out ← out + a b in the first `used` of the columns that a row of `b` and of `out` has; a row of `a`
/// has this many numbers, and as many rows of `b` are used.
pub fn add_product(
    a: &[f32],
    inner: usize,
    b: &[f32],
    (out, columns): (&mut [f32], usize),
    used: usize,
) {
    if b.len() >= LARGE && used == columns {
        return add_streamed(a, inner, b, (out, columns));
    }
    for (a, out) in a.chunks(ROWS * inner).zip(out.chunks_mut(ROWS * columns)) {
        if a.len() == ROWS * inner {
            let [p, q, r, s]: [&[f32]; ROWS] = array::from_fn(|row| &a[row * inner..][..inner]);
            let pairs = p.iter().zip(q).zip(r.iter().zip(s));
            let factors = pairs.map(|((&p, &q), (&r, &s))| [p, q, r, s]);
            tile(factors, b, (out, columns), used);
        } else {
            for (a, out) in a.chunks_exact(inner).zip(out.chunks_exact_mut(columns)) {
                tile(a.iter().map(|&a| [a]), b, (out, columns), used);
            }
        }
    }
}

/// out ← out + aᵀ b, where a row of `a` has this many numbers, and the first column used is `first`.
pub fn add_transposed(
    (a, width): (&[f32], usize),
    first: usize,
    b: &[f32],
    (out, columns): (&mut [f32], usize),
) {
    for (block, out) in out.chunks_mut(ROWS * columns).enumerate() {
        let first = first + ROWS * block;
        if out.len() == ROWS * columns {
            let factors = a.chunks_exact(width).map(|row| array::from_fn(|i| row[first + i]));
            tile::<ROWS>(factors, b, (out, columns), columns);
        } else {
            for (out, column) in out.chunks_exact_mut(columns).zip(first..) {
                tile(a.chunks_exact(width).map(|row| [row[column]]), b, (out, columns), columns);
            }
        }
    }
}

/// `R` rows of `out` at once; `factors` gives what a row of `b` is multiplied by for each.
#[inline(always)]
fn tile<const R: usize>(
    factors: impl Iterator<Item = [f32; R]> + Clone,
    b: &[f32],
    (out, columns): (&mut [f32], usize),
    used: usize,
) {
    let mut at = 0;
    while at + WIDE * WIDTH <= used {
        lanes::<R, WIDE>(factors.clone(), b, (out, columns), at);
        at += WIDE * WIDTH;
    }
    while at + WIDTH <= used {
        lanes::<R, 1>(factors.clone(), b, (out, columns), at);
        at += WIDTH;
    }
    for at in at..used {
        let mut sums: [f32; R] = array::from_fn(|row| out[row * columns + at]);
        for (factors, row) in factors.clone().zip(b.chunks_exact(columns)) {
            for (sum, factor) in sums.iter_mut().zip(factors) {
                *sum += factor * row[at];
            }
        }
        for (row, sum) in sums.into_iter().enumerate() {
            out[row * columns + at] = sum;
        }
    }
}

#[inline(always)]
fn lanes<const R: usize, const W: usize>(
    factors: impl Iterator<Item = [f32; R]>,
    b: &[f32],
    (out, columns): (&mut [f32], usize),
    at: usize,
) {
    let mut sums: [[Lane; W]; R] = array::from_fn(|row| loaded(&out[row * columns + at..]));
    for (factors, row) in factors.zip(b.chunks_exact(columns)) {
        let row: [Lane; W] = loaded(&row[at..]);
        for (sums, factor) in sums.iter_mut().zip(factors) {
            for (sum, &x) in sums.iter_mut().zip(&row) {
                *sum += Lane::splat(factor) * x;
            }
        }
    }
    for (out, sums) in out.chunks_exact_mut(columns).zip(sums) {
        for (out, sum) in out[at..].as_chunks_mut::<WIDTH>().0.iter_mut().zip(sums) {
            *out = sum.0;
        }
    }
}

#[inline(always)]
fn loaded<const W: usize>(numbers: &[f32]) -> [Lane; W] {
    let fours = &numbers.as_chunks::<WIDTH>().0[..W];
    array::from_fn(|lane| Lane(fours[lane]))
}

/// target ← target + factor · source.
#[inline(always)]
pub fn add_scaled(factor: f32, source: &[f32], target: &mut [f32]) {
    for (sum, value) in target.iter_mut().zip(source) {
        *sum += factor * value;
    }
}

/// Σ a b.
#[inline(always)]
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (four_a, rest_a) = a.as_chunks::<WIDTH>();
    let (four_b, rest_b) = b.as_chunks::<WIDTH>();
    let mut sums = Lane::ZERO;
    for (&a, &b) in four_a.iter().zip(four_b) {
        sums += Lane(a) * Lane(b);
    }
    let rest: f32 = rest_a.iter().zip(rest_b).map(|(a, b)| a * b).sum();
    sums.sum() + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    fn numbers(count: usize, random: &mut Random) -> Vec<f32> {
        (0..count).map(|_| random.normal()).collect()
    }

    #[test]
    fn every_size_gives_the_plain_sum_in_order() {
        let mut random = Random::new(1, 0);
        for (rows, inner, columns) in [(1, 1, 1), (4, 3, 8), (5, 7, 13), (9, 16, 30), (6, 5, 4)] {
            let (a, b) =
                (numbers(rows * inner, &mut random), numbers(inner * columns, &mut random));
            let start = numbers(rows * columns, &mut random);
            let mut expected = start.clone();
            for row in 0..rows {
                for column in 0..columns {
                    for k in 0..inner {
                        expected[row * columns + column] +=
                            a[row * inner + k] * b[k * columns + column];
                    }
                }
            }
            let mut found = start.clone();
            add_product(&a, inner, &b, (&mut found, columns), columns);
            assert_eq!(found, expected, "{rows} by {inner} by {columns}");
            let mut found = start;
            add_transposed((&transposed(&a, inner), rows), 0, &b, (&mut found, columns));
            assert_eq!(found, expected, "transposed, {rows} by {inner} by {columns}");
        }
    }

    #[test]
    fn columns_beyond_those_used_stay() {
        let mut out = vec![9.0; 12];
        add_product(&[1.0, 2.0], 1, &[1.0; 6], (&mut out, 6), 5);
        assert_eq!(out, [10.0, 10.0, 10.0, 10.0, 10.0, 9.0, 11.0, 11.0, 11.0, 11.0, 11.0, 9.0]);
    }
}
