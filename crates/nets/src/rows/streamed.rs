//! Products with matrices that no cache holds: their numbers are fetched once and in order, whatever
//! the number of rows. Every sum adds up in the order of its inner dimension, so the bits are those of
//! [`super::product`].

use std::array;
use std::ops::Range;

use super::product::add_scaled;
use crate::lane::{Lane, WIDTH};

/// Rows of the matrix that are added in one go.
const DEEP: usize = 8;
/// Columns of which the sums stay near while that happens.
const PANEL: usize = 256;

/// Numbers from which on a matrix is taken to be too large for a cache.
pub const LARGE: usize = 1 << 17;

/// out ← out + a b, where rows of `a` have `inner` numbers, and rows of `b` and `out` so many columns;
/// no more rows of `b` are used than that.
pub fn add_streamed(a: &[f32], inner: usize, b: &[f32], (out, columns): (&mut [f32], usize)) {
    let b = &b[..b.len().min(inner * columns)];
    for first in (0..columns).step_by(PANEL) {
        let panel = first..columns.min(first + PANEL);
        for (block, b) in b.chunks(DEEP * columns).enumerate() {
            let taken = b.len() / columns;
            let rows = a.chunks_exact(inner).zip(out.chunks_exact_mut(columns));
            for (a, out) in rows {
                let factors = &a[DEEP * block..][..taken];
                add_rows(factors, b, columns, panel.clone(), &mut out[panel.clone()]);
            }
        }
    }
}

/// sums ← sums + factors · columns of the panel in as many rows of `b`.
fn add_rows(factors: &[f32], b: &[f32], columns: usize, panel: Range<usize>, sums: &mut [f32]) {
    let row = |index: usize| &b[index * columns..][panel.clone()];
    let Ok(factors) = <&[f32; DEEP]>::try_from(factors) else {
        for (index, &factor) in factors.iter().enumerate() {
            add_scaled(factor, row(index), sums);
        }
        return;
    };
    let rows: [_; DEEP] = array::from_fn(|index| row(index).as_chunks::<WIDTH>());
    let (fours, rest) = sums.as_chunks_mut::<WIDTH>();
    for (at, four) in fours.iter_mut().enumerate() {
        let mut sum = Lane(*four);
        for (factor, (row, _)) in factors.iter().zip(&rows) {
            sum += Lane::splat(*factor) * Lane(row[at]);
        }
        *four = sum.0;
    }
    for (factor, (_, row)) in factors.iter().zip(&rows) {
        add_scaled(*factor, row, rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn every_size_gives_the_plain_sum_in_order() {
        let mut random = Random::new(1, 0);
        let mut numbers =
            |count: usize| -> Vec<f32> { (0..count).map(|_| random.normal()).collect() };
        for (rows, inner, columns) in [(1, 1, 1), (1, 16, 2 * PANEL), (3, 21, PANEL + 7), (2, 5, 3)]
        {
            let (a, b) = (numbers(rows * inner), numbers(inner * columns));
            let mut found = numbers(rows * columns);
            let mut expected = found.clone();
            for (at, sum) in expected.iter_mut().enumerate() {
                let (row, column) = (at / columns, at % columns);
                for k in 0..inner {
                    *sum += a[row * inner + k] * b[k * columns + column];
                }
            }
            let longer = [b, vec![9.0; columns]].concat();
            add_streamed(&a, inner, &longer, (&mut found, columns));
            assert_eq!(found, expected, "{rows} by {inner} by {columns}");
        }
    }
}
