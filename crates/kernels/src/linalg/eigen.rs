//! Eigenvalues and eigenvectors of any square matrix, from its Schur form.
//!
//! A real matrix gives its pairs of complex eigenvalues one after the other, positive imaginary
//! part first, as exact conjugates; each vector has length one and, where it is complex, a largest
//! element that is real.
//!
//! Source: Golub and Van Loan, Matrix Computations, sections 7.5 and 7.6; LAPACK's `geev`.

use nalgebra::{Complex, ComplexField, DMatrix, DVector};

use super::Sizes;
use super::balance::balance;
use super::field::{Field, is_finite, matrix, normalise, store};
use super::schur::Schur;

/// Elements beyond this are scaled down while an eigenvector is computed.
const LARGE: f64 = 1e100;

/// Stands for the size of a zero matrix; the square of its rounding is still above zero.
const SMALL: f64 = 1e-100;

/// Eigenvalues and vectors of n × n, always complex; fails on NaN, infinity, or without convergence.
pub fn eig<T: Schur>(
    Sizes { n, .. }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    if !is_finite(inputs[0]) {
        return false;
    }
    let mut a = matrix::<T>(inputs[0], n, n);
    let scale = normalise(&mut a);
    let balanced = balance(&mut a);
    let Some(form) = T::schur(a) else { return false };
    let is_real = T::FLOATS == 1;
    let values: Vec<Complex<f64>> = form.t.diagonal().iter().copied().collect();
    let mut vectors = DMatrix::zeros(n, n);
    for (place, value) in values.iter().enumerate() {
        if is_real && value.im < 0.0 {
            let partner = vectors.column(place - 1).map(|number: Complex<f64>| number.conj());
            vectors.set_column(place, &partner);
        } else {
            vectors.set_column(place, &(&form.q * backward(&form.t, place)));
        }
    }
    balanced.undo(&mut vectors);
    for (place, value) in values.iter().enumerate() {
        unify(&mut vectors, place, *value, is_real);
    }
    for (value, place) in values.iter().zip(outputs[0].chunks_exact_mut(2)) {
        (value * scale).write(place);
    }
    store(&vectors, outputs[1]);
    true
}

/// The eigenvector of upper triangular `t` for the eigenvalue at `place`.
///
/// A difference of eigenvalues that is lost in rounding is replaced by that rounding, and the
/// vector is scaled down when it grows: a defective matrix gives nearly the same vector again.
fn backward(t: &DMatrix<Complex<f64>>, place: usize) -> DVector<Complex<f64>> {
    let size = t.iter().fold(SMALL, |so_far, number| so_far.max(number.norm1()));
    let smallest = f64::EPSILON * t[(place, place)].norm1().max(size * f64::EPSILON);
    let mut x = DVector::zeros(t.nrows());
    x[place] = Complex::new(1.0, 0.0);
    for row in (0..place).rev() {
        let rest: Complex<f64> = (row + 1..=place).map(|column| t[(row, column)] * x[column]).sum();
        let mut pivot = t[(row, row)] - t[(place, place)];
        if pivot.norm1() < smallest {
            pivot = Complex::new(smallest, 0.0);
        }
        x[row] = -rest / pivot;
        let length = x[row].norm1();
        if length > LARGE {
            x.unscale_mut(length);
        }
    }
    x
}

/// Gives the vector at `place` length one; a real one loses what rounding left of imaginary parts,
/// a complex one of a real matrix is turned until its largest element is real.
fn unify(vectors: &mut DMatrix<Complex<f64>>, place: usize, value: Complex<f64>, is_real: bool) {
    let mut vector = vectors.column_mut(place);
    if is_real && value.im == 0.0 {
        vector.iter_mut().for_each(|number| number.im = 0.0);
    }
    let largest = vector.iter().fold(0.0, |so_far: f64, number| so_far.max(number.norm1()));
    vector.unscale_mut(largest);
    let length = vector.norm();
    vector.unscale_mut(length);
    if value.im == 0.0 && is_real {
        return;
    }
    let place = vector.icamax_full().0;
    let top = vector[place];
    let sign = if is_real { 1.0_f64.copysign(top.re) } else { 1.0 };
    let turn = top.conj().unscale(top.modulus()).scale(sign);
    vector.iter_mut().for_each(|number| *number *= turn);
    vector[place].im = 0.0;
}
