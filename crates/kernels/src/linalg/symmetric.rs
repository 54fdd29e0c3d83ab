//! Hermitian matrices: eigenvalues in ascending order with their vectors, and Cholesky's factor.
//!
//! Only the lower triangle is read, and of the diagonal only the real parts.

use nalgebra::{DMatrix, SymmetricEigen};

use super::Sizes;
use super::field::{Field, matrix, normalise, store};

/// How many steps of the QR iteration an eigenvalue may take, on average, before it is given up.
const STEPS_EACH: usize = 30;

/// The whole matrix that a lower triangle stands for.
fn mirrored<T: Field>(floats: &[f64], n: usize) -> DMatrix<T> {
    let mut a = matrix::<T>(floats, n, n);
    for column in 0..n {
        a[(column, column)] = T::from_real(a[(column, column)].real());
        for row in column + 1..n {
            a[(column, row)] = a[(row, column)].conjugate();
        }
    }
    a
}

/// Eigenvalues, ascending, and the vectors as columns; `None` when they were not found.
pub fn ordered<T: Field>(a: DMatrix<T>) -> Option<(Vec<f64>, DMatrix<T>)> {
    let n = a.nrows();
    let found = SymmetricEigen::try_new(a, f64::EPSILON, STEPS_EACH * n.max(10))?;
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| found.eigenvalues[i].total_cmp(&found.eigenvalues[j]));
    let values = order.iter().map(|&place| found.eigenvalues[place]).collect();
    Some((values, found.eigenvectors.select_columns(&order)))
}

/// Eigenvalues and eigenvectors of n × n: NaN where the matrix has NaN or infinity. Fails without
/// convergence.
pub fn eigh<T: Field>(
    Sizes { n, .. }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    let mut a = mirrored::<T>(inputs[0], n);
    if !a.iter().all(|number| number.is_finite()) {
        outputs.iter_mut().for_each(|output| output.fill(f64::NAN));
        return true;
    }
    let scale = normalise(&mut a);
    let Some((values, vectors)) = ordered(a) else { return false };
    for (place, value) in outputs[0].iter_mut().zip(values) {
        *place = value * scale;
    }
    store(&vectors, outputs[1]);
    true
}

/// The lower triangular factor of n × n, NaN when the matrix has NaN; fails when the matrix is not
/// positive definite.
pub fn cholesky<T: Field>(
    Sizes { n, .. }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    let a = mirrored::<T>(inputs[0], n);
    if a.iter().any(|number| number.modulus().is_nan()) {
        let unknown = T::from_real(f64::NAN);
        store(&DMatrix::from_fn(n, n, |i, j| if i < j { T::zero() } else { unknown }), outputs[0]);
        return true;
    }
    let Some(found) = a.cholesky() else { return false };
    let factor = found.l();
    store(&factor, outputs[0]);
    // A square root that left the real numbers came from a pivot below zero.
    factor.diagonal().iter().all(|pivot| pivot.real() > 0.0 && pivot.imaginary() == 0.0)
}
