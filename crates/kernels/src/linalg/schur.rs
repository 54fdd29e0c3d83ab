//! The Schur form of a square matrix, always complex: `a = q·t·qᴴ`, `t` upper triangular.
//!
//! A real matrix goes through its real Schur form, so that its complex eigenvalues are exact
//! conjugates and its real ones real.
//!
//! Source: Golub and Van Loan, Matrix Computations, section 7.5; LAPACK's `lahqr` for the shifts.

use nalgebra::{Complex, ComplexField, DMatrix};

use super::field::Field;
use super::francis::Francis;
use super::householder::hessenberg;

/// How many steps of the QR iteration an eigenvalue may take, on average, before all are given up.
const STEPS_EACH: usize = 30;

/// A field whose matrices have a Schur form here.
pub trait Schur: Field {
    /// The Schur form of a balanced matrix with numbers near one; `None` without convergence.
    fn schur(a: DMatrix<Self>) -> Option<Triangular>;
}

/// A Schur form with complex numbers: `a = q·t·qᴴ`, `t` upper triangular.
pub struct Triangular {
    /// Unitary.
    pub q: DMatrix<Complex<f64>>,
    /// Upper triangular, with the eigenvalues on its diagonal.
    pub t: DMatrix<Complex<f64>>,
}

impl Schur for f64 {
    fn schur(a: DMatrix<f64>) -> Option<Triangular> {
        let (q, t) = hessenberg(a);
        Some(split(&Francis { q, t }.iterated()?))
    }
}

impl Schur for Complex<f64> {
    fn schur(a: DMatrix<Complex<f64>>) -> Option<Triangular> {
        let (q, t) = hessenberg(a);
        Triangular { q, t }.iterated()
    }
}

/// Splits the blocks of two that a real Schur form has for each pair of complex eigenvalues.
fn split(form: &Francis) -> Triangular {
    let mut made =
        Triangular { q: form.q.map(Field::to_complex), t: form.t.map(Field::to_complex) };
    for first in 0..form.t.nrows().saturating_sub(1) {
        let second = first + 1;
        let (middle, b, c) =
            (form.t[(first, first)], form.t[(first, second)], form.t[(second, first)]);
        if c == 0.0 {
            continue;
        }
        let imaginary = b.abs().sqrt() * c.abs().sqrt();
        // The phase of LAPACK's eigenvectors: the larger of the two numbers is positive.
        let sign = if b.abs() >= c.abs() { 1.0 } else { 1.0_f64.copysign(b) };
        let size = sign * imaginary.hypot(c);
        made.rotate(first, Complex::new(imaginary / size, 0.0), Complex::new(0.0, -c / size));
        made.t[(second, first)] = Complex::new(0.0, 0.0);
        made.t[(first, first)] = Complex::new(middle, imaginary);
        made.t[(second, second)] = Complex::new(middle, -imaginary);
    }
    made
}

impl Triangular {
    /// Brings a matrix that is zero below its subdiagonal to triangular form, by QR steps with the
    /// shift nearest to the last element, and now and then another one against standing still.
    fn iterated(mut self) -> Option<Self> {
        let mut last = self.t.nrows() - 1;
        let mut left = STEPS_EACH * self.t.nrows().max(10);
        let mut steps = 0;
        while last > 0 {
            let first = self.start_of_block(last);
            if first == last {
                last -= 1;
                steps = 0;
                continue;
            }
            steps += 1;
            left = left.checked_sub(1)?;
            self.step(first, last, steps % 10 == 0);
        }
        Some(self)
    }

    /// Where the block that ends at `last` begins: the element before it on the subdiagonal is lost
    /// in rounding, and becomes zero.
    fn start_of_block(&mut self, last: usize) -> usize {
        for place in (1..=last).rev() {
            let beside = self.t[(place, place)].norm1() + self.t[(place - 1, place - 1)].norm1();
            if self.t[(place, place - 1)].norm1() <= f64::EPSILON * beside.max(f64::MIN_POSITIVE) {
                self.t[(place, place - 1)] = Complex::new(0.0, 0.0);
                return place;
            }
        }
        0
    }

    fn step(&mut self, first: usize, last: usize, unusual: bool) {
        let t = &self.t;
        let shift = if unusual {
            t[(last, last)] + t[(last, last - 1)].norm1() * 0.75
        } else {
            let (a, d) = (t[(last - 1, last - 1)], t[(last, last)]);
            let half = (a - d) * 0.5;
            let root = (half * half + t[(last - 1, last)] * t[(last, last - 1)]).sqrt();
            let (near, far) = (half + root, half - root);
            d + if near.norm1() < far.norm1() { near } else { far }
        };
        let (mut x, mut y) = (t[(first, first)] - shift, t[(first + 1, first)]);
        for place in first..last {
            let size = x.norm().hypot(y.norm());
            if size > 0.0 {
                self.rotate(place, x / size, y / size);
            }
            if place > first {
                self.t[(place + 1, place - 1)] = Complex::new(0.0, 0.0);
            }
            if place + 1 < last {
                (x, y) = (self.t[(place + 1, place)], self.t[(place + 2, place)]);
            }
        }
    }

    /// Turns rows and columns `first` and the next so that the unit vector `(x, y)` becomes the
    /// first of the two.
    fn rotate(&mut self, first: usize, x: Complex<f64>, y: Complex<f64>) {
        let second = first + 1;
        for matrix in [&mut self.t, &mut self.q] {
            for row in 0..matrix.nrows() {
                let (left, right) = (matrix[(row, first)], matrix[(row, second)]);
                matrix[(row, first)] = left * x + right * y;
                matrix[(row, second)] = right * x.conj() - left * y.conj();
            }
        }
        for column in 0..self.t.ncols() {
            let (above, below) = (self.t[(first, column)], self.t[(second, column)]);
            self.t[(first, column)] = x.conj() * above + y.conj() * below;
            self.t[(second, column)] = x * below - y * above;
        }
    }
}
