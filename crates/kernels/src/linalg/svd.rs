//! Singular values by Jacobi's method: columns are turned against each other until all are
//! orthogonal; their lengths are then the singular values.
//!
//! It gives small singular values with the accuracy of large ones, and low rank does not disturb it.
//! Turning first by the eigenvectors of `AᴴA`, and reducing tall matrices by QR, leaves few
//! rounds to do.
//!
//! Source: Drmač and Veselić, New fast and accurate Jacobi SVD algorithm, SIAM J. Matrix Anal.
//! Appl. 29 (2008).

use nalgebra::DMatrix;

use super::field::{Field, is_finite, matrix, normalise, store};
use super::householder::factors;
use super::symmetric::ordered;
use super::{FULL, Sizes};

/// Rounds over all pairs of columns after which the attempt is given up; five are usual.
const ROUNDS: usize = 60;

/// Columns shorter than this, beside a largest number near one, count as zero.
const NEGLIGIBLE: f64 = 1e-140;

/// `a = u·diag(values)·vᴴ` with the values descending.
struct Decomposition<T: Field> {
    u: DMatrix<T>,
    values: Vec<f64>,
    v: DMatrix<T>,
}

/// The decomposition of m × n; `k` is [`FULL`] for square unitary matrices. Fails on NaN, infinity.
pub fn svd<T: Field>(
    Sizes { m, n, k }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    if !is_finite(inputs[0]) {
        return false;
    }
    let mut a = matrix::<T>(inputs[0], m, n);
    let scale = normalise(&mut a);
    let full = k == FULL;
    let found = if m < n { tall(a.adjoint(), full) } else { tall(a, full) };
    let Some(Decomposition { mut u, values, mut v }) = found else { return false };
    if m < n {
        (u, v) = (v, u);
    }
    store(&u, outputs[0]);
    for (place, value) in outputs[1].iter_mut().zip(values) {
        *place = value * scale;
    }
    store(&v.adjoint(), outputs[2]);
    true
}

/// The decomposition of a matrix with at least as many rows as columns.
fn tall<T: Field>(a: DMatrix<T>, full: bool) -> Option<Decomposition<T>> {
    let (rows, columns) = a.shape();
    if rows == columns {
        return square(a);
    }
    let (mut q, r) = factors(a, if full { rows } else { columns });
    let inner = square(r.view((0, 0), (columns, columns)).into_owned())?;
    let turned = q.columns(0, columns) * inner.u;
    q.columns_mut(0, columns).copy_from(&turned);
    Some(Decomposition { u: q, ..inner })
}

fn square<T: Field>(mut a: DMatrix<T>) -> Option<Decomposition<T>> {
    let (_, mut v) = ordered(a.ad_mul(&a))?;
    a *= &v;
    turn(&mut a, &mut v)?;
    let lengths: Vec<f64> = a.column_iter().map(|column| column.norm()).collect();
    let mut order: Vec<usize> = (0..lengths.len()).collect();
    order.sort_by(|&i, &j| lengths[j].total_cmp(&lengths[i]));
    let values: Vec<f64> = order.iter().map(|&place| lengths[place]).collect();
    let rank = values.iter().filter(|&&value| value > NEGLIGIBLE).count();
    let mut u = a.select_columns(&order);
    for (mut column, value) in u.column_iter_mut().zip(&values).take(rank) {
        column.unscale_mut(*value);
    }
    if rank < values.len() {
        let basis = factors(u.columns(0, rank).into_owned(), values.len()).0;
        let missing = values.len() - rank;
        u.columns_mut(rank, missing).copy_from(&basis.columns(rank, missing));
    }
    Some(Decomposition { u, values, v: v.select_columns(&order) })
}

/// Turns the columns of `a`, and those of `v` alike, until all pairs are orthogonal.
fn turn<T: Field>(a: &mut DMatrix<T>, v: &mut DMatrix<T>) -> Option<()> {
    let n = a.ncols();
    let limit = f64::EPSILON * (a.nrows() as f64).sqrt();
    for _ in 0..ROUNDS {
        let mut squares: Vec<f64> = a.column_iter().map(|column| column.norm_squared()).collect();
        let mut turned = false;
        for i in 0..n {
            for j in i + 1..n {
                let product = a.column(i).dotc(&a.column(j));
                let overlap = product.modulus();
                let negligible = squares[i].min(squares[j]) <= NEGLIGIBLE * NEGLIGIBLE;
                if negligible || overlap <= limit * squares[i].sqrt() * squares[j].sqrt() {
                    continue;
                }
                turned = true;
                let ratio = (squares[j] - squares[i]) / (2.0 * overlap);
                let tangent = 1.0_f64.copysign(ratio) / (ratio.abs() + ratio.hypot(1.0));
                let phase = product.unscale(overlap).conjugate();
                rotate(a, i, j, tangent, phase);
                rotate(v, i, j, tangent, phase);
                squares[i] = a.column(i).norm_squared();
                squares[j] = a.column(j).norm_squared();
            }
        }
        if !turned {
            return Some(());
        }
    }
    None
}

/// Turns columns `i` and `j`, the latter times `phase`, against each other.
fn rotate<T: Field>(a: &mut DMatrix<T>, i: usize, j: usize, tangent: f64, phase: T) {
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = cosine * tangent;
    let rows = a.nrows();
    let (before, from) = a.as_mut_slice().split_at_mut(j * rows);
    for (x, y) in before[i * rows..][..rows].iter_mut().zip(&mut from[..rows]) {
        let (first, second) = (*x, *y * phase);
        *x = first.scale(cosine) - second.scale(sine);
        *y = first.scale(sine) + second.scale(cosine);
    }
}
