//! Bringing a matrix nearer to triangular and its rows and columns to like sizes before its
//! eigenvalues are sought. Neither rounds a number: eigenvalues that stand alone come out exact.
//!
//! Source: LAPACK's `gebal`; Osborne, On pre-conditioning of matrices, J. ACM 7 (1960).

use nalgebra::DMatrix;

use super::field::Field;

/// Shrinking the sum of row and column by less than this factor is not worth another round.
const WORTHWHILE: f64 = 0.95;

/// How a matrix was balanced: what is needed to turn its eigenvectors back.
pub struct Balance {
    /// Rows and columns that were exchanged, in this order.
    exchanged: Vec<(usize, usize)>,
    /// What each column was multiplied by, and each row divided by.
    scales: Vec<f64>,
}

/// Balances `a` in place.
pub fn balance<T: Field>(a: &mut DMatrix<T>) -> Balance {
    let mut exchanged = Vec::new();
    let high = lone_rows_last(a, &mut exchanged);
    let low = lone_columns_first(a, high, &mut exchanged);
    let scales = alike(a, low, high);
    Balance { exchanged, scales }
}

impl Balance {
    /// Turns eigenvectors of the balanced matrix, as columns, into those of the original.
    pub fn undo<T: Field>(&self, vectors: &mut DMatrix<T>) {
        for (mut row, scale) in vectors.row_iter_mut().zip(&self.scales) {
            row.scale_mut(*scale);
        }
        for &(i, j) in self.exchanged.iter().rev() {
            vectors.swap_rows(i, j);
        }
    }
}

fn exchange<T: Field>(a: &mut DMatrix<T>, i: usize, j: usize, exchanged: &mut Vec<(usize, usize)>) {
    a.swap_columns(i, j);
    a.swap_rows(i, j);
    exchanged.push((i, j));
}

/// Moves each row that is zero beside the diagonal to the end; returns how many come before.
fn lone_rows_last<T: Field>(a: &mut DMatrix<T>, exchanged: &mut Vec<(usize, usize)>) -> usize {
    let mut high = a.nrows();
    loop {
        let before = high;
        for row in (0..a.nrows()).rev() {
            if row < high && (0..high).all(|column| column == row || a[(row, column)].is_zero()) {
                high -= 1;
                exchange(a, row, high, exchanged);
            }
        }
        if high == before || high == 0 {
            return high;
        }
    }
}

/// Moves each column that is zero beside the diagonal to the front; returns how many there are.
fn lone_columns_first<T: Field>(
    a: &mut DMatrix<T>,
    high: usize,
    exchanged: &mut Vec<(usize, usize)>,
) -> usize {
    let mut low = 0;
    loop {
        let before = low;
        for column in 0..high {
            if column >= low && (low..high).all(|row| row == column || a[(row, column)].is_zero()) {
                exchange(a, column, low, exchanged);
                low += 1;
            }
        }
        if low == before || low == high {
            return low;
        }
    }
}

/// Scales rows and columns from `low` to `high` by powers of two until they have like lengths.
fn alike<T: Field>(a: &mut DMatrix<T>, low: usize, high: usize) -> Vec<f64> {
    let mut scales = vec![1.0; a.nrows()];
    let mut settled = false;
    while !settled {
        settled = true;
        for (place, total) in scales.iter_mut().enumerate().take(high).skip(low) {
            let column = a.view((low, place), (high - low, 1)).norm();
            let row = a.view((place, low), (1, high - low)).norm();
            if column == 0.0 || row == 0.0 {
                continue;
            }
            let factor = (row / column).log2().div_euclid(2.0).clamp(-400.0, 400.0).exp2();
            if column * factor + row / factor < WORTHWHILE * (column + row) {
                settled = false;
                *total *= factor;
                a.column_mut(place).scale_mut(factor);
                a.row_mut(place).unscale_mut(factor);
            }
        }
    }
    scales
}
