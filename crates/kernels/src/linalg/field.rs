//! The two kinds of numbers that matrices hold, and matrices read from floats and written back.

use nalgebra::{Complex, ComplexField, DMatrix};

/// A real or a complex number of 64-bit floats.
pub trait Field: ComplexField<RealField = f64> + Copy {
    /// How many floats a number takes.
    const FLOATS: usize;
    /// The number that these floats are.
    fn read(floats: &[f64]) -> Self;
    /// Writes the number's floats.
    fn write(self, floats: &mut [f64]);
    /// `self·factor + sum`, rounded once where the number is real.
    fn product_plus(self, factor: Self, sum: Self) -> Self;
    /// The number as a complex one.
    fn to_complex(self) -> Complex<f64>;
}

impl Field for f64 {
    const FLOATS: usize = 1;
    fn read(floats: &[f64]) -> Self {
        floats[0]
    }
    fn write(self, floats: &mut [f64]) {
        floats[0] = self;
    }
    fn product_plus(self, factor: Self, sum: Self) -> Self {
        self.mul_add(factor, sum)
    }
    fn to_complex(self) -> Complex<f64> {
        Complex::new(self, 0.0)
    }
}

impl Field for Complex<f64> {
    const FLOATS: usize = 2;
    fn read(floats: &[f64]) -> Self {
        Complex::new(floats[0], floats[1])
    }
    fn write(self, floats: &mut [f64]) {
        floats.copy_from_slice(&[self.re, self.im]);
    }
    fn product_plus(self, factor: Self, sum: Self) -> Self {
        self * factor + sum
    }
    fn to_complex(self) -> Complex<f64> {
        self
    }
}

/// The matrix whose rows follow one another in `floats`.
pub fn matrix<T: Field>(floats: &[f64], rows: usize, columns: usize) -> DMatrix<T> {
    DMatrix::from_row_iterator(rows, columns, floats.chunks_exact(T::FLOATS).map(T::read))
}

/// Writes the matrix row by row.
pub fn store<T: Field>(matrix: &DMatrix<T>, floats: &mut [f64]) {
    let mut places = floats.chunks_exact_mut(T::FLOATS);
    for row in matrix.row_iter() {
        for (number, place) in row.iter().zip(&mut places) {
            number.write(place);
        }
    }
}

/// Whether no number is infinite or NaN.
pub fn is_finite(floats: &[f64]) -> bool {
    floats.iter().all(|number| number.is_finite())
}

/// Brings the largest number near one by a power of two, which loses nothing; returns that power.
pub fn normalise<T: Field>(matrix: &mut DMatrix<T>) -> f64 {
    let largest = matrix.iter().fold(0.0, |so_far: f64, number| so_far.max(number.norm1()));
    if largest == 0.0 {
        return 1.0;
    }
    let exponent = largest.clamp(f64::MIN_POSITIVE, f64::MAX).to_bits() >> 52;
    let scale = f64::from_bits(exponent << 52);
    matrix.iter_mut().for_each(|number| *number = number.unscale(scale));
    scale
}
