//! QR by reflections, with the signs of LAPACK's `geqrf`.
//!
//! A column is reflected to minus the sign of its leading number times its length, and left as it
//! is when nothing stands below the diagonal.
//!
//! Source: Golub and Van Loan, Matrix Computations, section 5.2; LAPACK's `larfg` for the signs.

use nalgebra::{DMatrix, DVector};

use super::Sizes;
use super::field::{Field, matrix, store};

/// The reflection `I − factor·v·vᴴ` of the rows from `first` on, with `v[0] = 1`.
struct Reflection<T: Field> {
    first: usize,
    factor: T,
    v: DVector<T>,
}

impl<T: Field> Reflection<T> {
    /// Applies the reflection with this factor to the columns from `column` on.
    fn apply(&self, factor: T, columns_of: &mut DMatrix<T>, column: usize) {
        if factor.is_zero() {
            return;
        }
        let rows = self.v.len();
        for place in column..columns_of.ncols() {
            let mut column = columns_of.column_mut(place);
            let mut part = column.rows_mut(self.first, rows);
            let along = self.v.dotc(&part) * factor;
            part.axpy(-along, &self.v, T::one());
        }
    }

    /// Multiplies by the reflection from the right.
    fn apply_from_right(&self, a: &mut DMatrix<T>) {
        let along = a.columns(self.first, self.v.len()) * &self.v;
        for (place, number) in self.v.iter().enumerate() {
            a.column_mut(self.first + place).axpy(
                -(self.factor * number.conjugate()),
                &along,
                T::one(),
            );
        }
    }
}

/// The length of a vector, without overflow on the way; NaN when it holds one.
fn length<'a, T: Field>(numbers: impl Iterator<Item = &'a T> + Clone) -> f64 {
    let largest = numbers.clone().fold(0.0, |so_far: f64, number| so_far.max(number.norm1()));
    if largest == 0.0 {
        return numbers.map(|number| number.norm1()).sum();
    }
    largest * numbers.map(|number| number.unscale(largest).modulus_squared()).sum::<f64>().sqrt()
}

/// The reflection that leaves of `column` from `first` on only its first number, and that number.
fn reflection<T: Field>(column: &[T], first: usize) -> (Reflection<T>, T) {
    let (head, rest) = (column[first], &column[first + 1..]);
    let below = length(rest.iter());
    let mut v = DVector::from_element(column.len() - first, T::one());
    if below == 0.0 && head.imaginary() == 0.0 {
        return (Reflection { first, factor: T::zero(), v }, head);
    }
    let size = head.modulus().hypot(below);
    let reflected = T::from_real(-size.copysign(head.real()));
    // Numbers of size one: the quotient of two tiny complex numbers leaves the range of floats.
    let apart = (head - reflected).unscale(size);
    for (number, source) in v.iter_mut().skip(1).zip(rest) {
        *number = source.unscale(size) / apart;
    }
    let factor = apart.unscale(1.0_f64.copysign(head.real()));
    (Reflection { first, factor, v }, reflected)
}

/// The triangular factor, in place of `a`, and the reflections whose product is the unitary one.
fn reduce<T: Field>(a: &mut DMatrix<T>) -> Vec<Reflection<T>> {
    let (rows, columns) = a.shape();
    let mut found = Vec::with_capacity(rows.min(columns));
    for first in 0..rows.min(columns) {
        let (reflection, head) = reflection(a.column(first).as_slice(), first);
        a[(first, first)] = head;
        a.view_mut((first + 1, first), (rows - first - 1, 1)).fill(T::zero());
        reflection.apply(reflection.factor.conjugate(), a, first + 1);
        found.push(reflection);
    }
    found
}

/// The first `wanted` columns of the product of the reflections.
fn unitary<T: Field>(reflections: &[Reflection<T>], rows: usize, wanted: usize) -> DMatrix<T> {
    let mut q = DMatrix::identity(rows, wanted);
    for reflection in reflections.iter().rev() {
        reflection.apply(reflection.factor, &mut q, reflection.first);
    }
    q
}

/// The unitary factor with `wanted` columns, and the triangular one with as many rows.
pub fn factors<T: Field>(mut a: DMatrix<T>, wanted: usize) -> (DMatrix<T>, DMatrix<T>) {
    let (rows, columns) = a.shape();
    let reflections = reduce(&mut a);
    let q = unitary(&reflections, rows, wanted);
    (q, a.view((0, 0), (wanted, columns)).into_owned())
}

/// A unitary matrix and one that is zero below its subdiagonal: `a = q·h·qᴴ`.
pub fn hessenberg<T: Field>(mut a: DMatrix<T>) -> (DMatrix<T>, DMatrix<T>) {
    let n = a.nrows();
    let mut reflections = Vec::with_capacity(n);
    for first in 1..n.saturating_sub(1) {
        let (reflection, head) = reflection(a.column(first - 1).as_slice(), first);
        a[(first, first - 1)] = head;
        a.view_mut((first + 1, first - 1), (n - first - 1, 1)).fill(T::zero());
        reflection.apply(reflection.factor.conjugate(), &mut a, first);
        reflection.apply_from_right(&mut a);
        reflections.push(reflection);
    }
    (unitary(&reflections, n, n), a)
}

/// QR of m × n with k columns of Q, from min(m, n) up to m.
pub fn qr<T: Field>(
    Sizes { m, n, k }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    let (q, r) = factors(matrix::<T>(inputs[0], m, n), k);
    store(&q, outputs[0]);
    store(&r, outputs[1]);
    true
}

/// What QR of m × n is made of, as LAPACK keeps it: R with each direction below its diagonal, and the
/// factors.
pub fn reflections<T: Field>(
    Sizes { m, n, .. }: Sizes,
    inputs: &[&[f64]],
    outputs: &mut [&mut [f64]],
) -> bool {
    let mut a = matrix::<T>(inputs[0], m, n);
    let found = reduce(&mut a);
    for reflection in &found {
        let first = reflection.first;
        if !reflection.factor.is_zero() {
            a.view_mut((first + 1, first), (m - first - 1, 1))
                .copy_from(&reflection.v.rows(1, m - first - 1));
        }
    }
    store(&a, outputs[0]);
    store(&DMatrix::from_iterator(found.len(), 1, found.iter().map(|one| one.factor)), outputs[1]);
    true
}
