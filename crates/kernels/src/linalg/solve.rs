//! What Gaussian elimination with row exchanges gives: solutions, inverses, determinants.

use nalgebra::{DMatrix, Dyn, PermutationSequence};

use super::Sizes;
use super::field::{Field, matrix, store};

/// Up to this size a matrix is eliminated in the order and with the rounding of NumPy's BLAS, so
/// that what it calls singular is singular here. Larger ones are rarely singular to the last bit.
const SMALL: usize = 16;

/// Both triangular factors in one matrix, and how its rows were exchanged.
struct Factors<T: Field> {
    packed: DMatrix<T>,
    exchanges: PermutationSequence<Dyn>,
}

impl<T: Field> Factors<T> {
    fn of(a: DMatrix<T>) -> Self {
        if a.nrows() <= SMALL {
            return Self::small(a);
        }
        let lu = a.lu();
        Self { exchanges: lu.p().clone(), packed: lu.lu_internal().clone() }
    }

    /// Column by column, each sum of products rounded once and subtracted at the end; source:
    /// OpenBLAS's `getf2`.
    fn small(mut a: DMatrix<T>) -> Self {
        let n = a.nrows();
        let mut exchanges = PermutationSequence::identity_generic(Dyn(n));
        for column in 0..n {
            exchanges.permute_rows(&mut a.column_mut(column));
            for row in 1..n {
                let sum = (0..row.min(column))
                    .fold(T::zero(), |sum, k| a[(row, k)].product_plus(a[(k, column)], sum));
                a[(row, column)] -= sum;
            }
            let place = column + a.view((column, column), (n - column, 1)).icamax_full().0;
            if a[(place, column)].is_zero() {
                continue;
            }
            if place != column {
                exchanges.append_permutation(column, place);
                a.columns_mut(0, column + 1).swap_rows(column, place);
            }
            let reciprocal = T::one() / a[(column, column)];
            for row in column + 1..n {
                a[(row, column)] *= reciprocal;
            }
        }
        Self { packed: a, exchanges }
    }

    /// Replaces `b` by the solution; false when a pivot is exactly zero.
    fn solve(&self, b: &mut DMatrix<T>) -> bool {
        self.exchanges.permute_rows(b);
        self.packed.solve_lower_triangular_with_diag_mut(b, T::one())
            && self.packed.solve_upper_triangular_mut(b)
    }
}

/// Solves `a·x = b` for `a` of n × n and `b` of n × k; fails when a pivot is exactly zero.
pub fn solve<T: Field>(
    Sizes { n, k, .. }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    let mut unknown = matrix::<T>(inputs[1], n, k);
    let solved = Factors::of(matrix::<T>(inputs[0], n, n)).solve(&mut unknown);
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
    let solved = Factors::of(matrix::<T>(inputs[0], n, n)).solve(&mut inverse);
    store(&inverse, outputs[0]);
    solved
}

/// The sign of the determinant and the logarithm of its size; zero and −∞ for a singular matrix.
pub fn determinant<T: Field>(
    Sizes { n, .. }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    let lu = Factors::of(matrix::<T>(inputs[0], n, n));
    let mut sign: T = lu.exchanges.determinant();
    let mut log_size = 0.0;
    for pivot in lu.packed.diagonal().iter() {
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
