//! What Gaussian elimination with row exchanges gives: solutions, inverses, determinants.

use nalgebra::DMatrix;

use super::Sizes;
use super::field::{Field, matrix, store};

/// Solves `a·x = b` for `a` of n × n and `b` of n × k; fails when a pivot is exactly zero.
pub fn solve<T: Field>(
    Sizes { n, k, .. }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    let mut unknown = matrix::<T>(inputs[1], n, k);
    let solved = matrix::<T>(inputs[0], n, n).lu().solve_mut(&mut unknown);
    store(&unknown, outputs[0]);
    solved
}

/// The inverse of a matrix of n × n; fails when a pivot is exactly zero.
pub fn invert<T: Field>(
    Sizes { n, .. }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    let mut inverse = DMatrix::identity(n, n);
    let solved = matrix::<T>(inputs[0], n, n).lu().solve_mut(&mut inverse);
    store(&inverse, outputs[0]);
    solved
}

/// The sign of the determinant and the logarithm of its size; zero and −∞ for a singular matrix.
pub fn determinant<T: Field>(
    Sizes { n, .. }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    let lu = matrix::<T>(inputs[0], n, n).lu();
    let mut sign: T = lu.p().determinant();
    let mut log_size = 0.0;
    for pivot in lu.lu_internal().diagonal().iter() {
        let size = pivot.modulus();
        if size == 0.0 {
            (sign, log_size) = (T::zero(), f64::NEG_INFINITY);
            break;
        }
        sign *= pivot.unscale(size);
        log_size += size.ln();
    }
    sign.write(outputs[0]);
    outputs[1][0] = log_size;
    true
}
