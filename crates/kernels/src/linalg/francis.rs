//! The real Schur form, by Francis' steps with two shifts at once.
//!
//! nalgebra's own loses the shifts of eigenvalues that lie close together, and stands still on some
//! orthogonal matrices, so this one follows LAPACK: its tests for what is negligible, its unusual
//! shifts, and its standard form of a block of two.
//!
//! Source: Golub and Van Loan, Matrix Computations, section 7.5; LAPACK's `lahqr` and `lanv2`.

use nalgebra::DMatrix;

const EPSILON: f64 = f64::EPSILON;
/// How many steps an eigenvalue may take, on average, before all are given up.
const STEPS_EACH: usize = 30;
const TINY: f64 = 1e-290;

/// A matrix on its way to quasi-triangular form: `a = q·t·qᵀ` at all times.
pub struct Francis {
    /// Orthogonal.
    pub q: DMatrix<f64>,
    /// Zero below the subdiagonal; at the end, blocks of two stand for pairs of complex eigenvalues.
    pub t: DMatrix<f64>,
}

impl Francis {
    /// Runs the steps; `None` without convergence.
    pub fn iterated(mut self) -> Option<Self> {
        let mut end = self.t.nrows();
        let mut left = STEPS_EACH * self.t.nrows().max(10);
        let mut steps = 0;
        while end > 1 {
            let last = end - 1;
            let first = self.start_of_block(last);
            if first == last {
                end -= 1;
                steps = 0;
            } else if first + 1 == last {
                self.standardise(first);
                end -= 2;
                steps = 0;
            } else {
                steps += 1;
                left = left.checked_sub(1)?;
                self.step(first, last, steps);
            }
        }
        Some(self)
    }

    /// Where the block that ends at `last` begins; a negligible element before it becomes zero.
    fn start_of_block(&mut self, last: usize) -> usize {
        for place in (1..=last).rev() {
            if self.is_negligible(place) {
                self.t[(place, place - 1)] = 0.0;
                return place;
            }
        }
        0
    }

    /// Whether the element of the subdiagonal in row `row` changes no eigenvalue.
    fn is_negligible(&self, row: usize) -> bool {
        let t = &self.t;
        let (above, here) = (t[(row - 1, row - 1)], t[(row, row)]);
        let (below, beside) = (t[(row, row - 1)].abs(), t[(row - 1, row)].abs());
        if below <= TINY {
            return true;
        }
        let mut around = above.abs() + here.abs();
        if around == 0.0 {
            let before = if row > 1 { t[(row - 1, row - 2)].abs() } else { 0.0 };
            around = before + if row + 1 < t.nrows() { t[(row + 1, row)].abs() } else { 0.0 };
        }
        if below > EPSILON * around {
            return false;
        }
        let (larger, smaller) = (below.max(beside), below.min(beside));
        let (apart, own) = ((above - here).abs(), here.abs());
        let size = apart.max(own) + larger;
        smaller * (larger / size) <= TINY.max(EPSILON * (apart.min(own) * (apart.max(own) / size)))
    }

    /// The block of two whose eigenvalues are the shifts.
    fn shifting_block(&self, first: usize, last: usize, steps: usize) -> [f64; 4] {
        let t = &self.t;
        let (size, corner) = match steps % 20 {
            10 => (t[(first + 1, first)].abs() + t[(first + 2, first + 1)].abs(), first),
            0 => (t[(last, last - 1)].abs() + t[(last - 1, last - 2)].abs(), last),
            _ => {
                let above = last - 1;
                return [t[(above, above)], t[(above, last)], t[(last, above)], t[(last, last)]];
            }
        };
        let middle = 0.75 * size + t[(corner, corner)];
        [middle, -0.4375 * size, size, middle]
    }

    fn step(&mut self, first: usize, last: usize, steps: usize) {
        let shifts = shifts(self.shifting_block(first, last, steps));
        let (start, mut v) = self.start_of_step(first, last, shifts);
        for place in start..last {
            let rows = (last - place + 1).min(3);
            if place > start {
                v = [0.0; 3];
                (0..rows).for_each(|row| v[row] = self.t[(place + row, place - 1)]);
            }
            let (reflected, factor) = reflection(&mut v[..rows]);
            if place > start {
                self.t[(place, place - 1)] = reflected;
                (1..rows).for_each(|row| self.t[(place + row, place - 1)] = 0.0);
            } else if start > first {
                self.t[(place, place - 1)] *= 1.0 - factor;
            }
            self.reflect(place, &v[..rows], factor);
        }
    }

    /// Where the step can begin, between two small elements of the subdiagonal, and the first
    /// column of the product of the two shifted matrices there.
    fn start_of_step(
        &self,
        first: usize,
        last: usize,
        [one, two]: [(f64, f64); 2],
    ) -> (usize, [f64; 3]) {
        let t = &self.t;
        let mut start = last - 2;
        loop {
            let (here, next) = (t[(start, start)], t[(start + 1, start + 1)]);
            let size = (here - two.0).abs() + two.1.abs() + t[(start + 1, start)].abs();
            let below = t[(start + 1, start)] / size;
            let mut v = [
                below * t[(start, start + 1)] + (here - one.0) * ((here - two.0) / size)
                    - one.1 * (two.1 / size),
                below * (here + next - one.0 - two.0),
                below * t[(start + 2, start + 1)],
            ];
            let sum: f64 = v.iter().map(|x| x.abs()).sum();
            v.iter_mut().for_each(|x| *x /= sum);
            if start == first {
                return (start, v);
            }
            let around = t[(start - 1, start - 1)].abs() + here.abs() + next.abs();
            let left = t[(start, start - 1)].abs() * (v[1].abs() + v[2].abs());
            if left <= EPSILON * v[0].abs() * around {
                return (start, v);
            }
            start -= 1;
        }
    }

    /// Applies `I − factor·v·vᵀ` to rows and columns from `place` on, and to the columns of `q`.
    fn reflect(&mut self, place: usize, v: &[f64], factor: f64) {
        for column in place..self.t.ncols() {
            let along: f64 = v.iter().zip(place..).map(|(x, row)| x * self.t[(row, column)]).sum();
            for (x, row) in v.iter().zip(place..) {
                self.t[(row, column)] -= factor * along * x;
            }
        }
        for matrix in [&mut self.t, &mut self.q] {
            for row in 0..matrix.nrows() {
                let along: f64 =
                    v.iter().zip(place..).map(|(x, column)| x * matrix[(row, column)]).sum();
                for (x, column) in v.iter().zip(place..) {
                    matrix[(row, column)] -= factor * along * x;
                }
            }
        }
    }

    /// Brings the block of two at `first` to triangular form where its eigenvalues are real, and to
    /// equal diagonal elements where they are not.
    fn standardise(&mut self, first: usize) {
        let second = first + 1;
        let places = [(first, first), (first, second), (second, first), (second, second)];
        let (block, cosine, sine) = standard(places.map(|place| self.t[place]));
        for column in 0..self.t.ncols() {
            let (x, y) = (self.t[(first, column)], self.t[(second, column)]);
            self.t[(first, column)] = cosine * x + sine * y;
            self.t[(second, column)] = cosine * y - sine * x;
        }
        for matrix in [&mut self.t, &mut self.q] {
            for row in 0..matrix.nrows() {
                let (x, y) = (matrix[(row, first)], matrix[(row, second)]);
                matrix[(row, first)] = cosine * x + sine * y;
                matrix[(row, second)] = cosine * y - sine * x;
            }
        }
        for (place, number) in places.into_iter().zip(block) {
            self.t[place] = number;
        }
    }
}

/// Two shifts, real and imaginary parts: a pair of conjugates, or twice the better real one.
fn shifts([a, b, c, d]: [f64; 4]) -> [(f64, f64); 2] {
    let size = a.abs() + b.abs() + c.abs() + d.abs();
    if size == 0.0 {
        return [(0.0, 0.0); 2];
    }
    let [a, b, c, d] = [a, b, c, d].map(|x| x / size);
    let middle = (a + d) / 2.0;
    let determinant = (a - middle) * (d - middle) - b * c;
    let root = determinant.abs().sqrt();
    if determinant >= 0.0 {
        return [(middle * size, root * size), (middle * size, -root * size)];
    }
    let (high, low) = (middle + root, middle - root);
    let better = if (high - d).abs() <= (low - d).abs() { high } else { low };
    [(better * size, 0.0); 2]
}

/// Makes `v` the direction, with `v[0] = 1`, of the reflection that leaves only its first element;
/// returns that element and the factor.
fn reflection(v: &mut [f64]) -> (f64, f64) {
    let below = v[1..].iter().fold(0.0, |so_far: f64, x| so_far.hypot(*x));
    let head = std::mem::replace(&mut v[0], 1.0);
    if below == 0.0 {
        return (head, 0.0);
    }
    let reflected = -head.hypot(below).copysign(head);
    v[1..].iter_mut().for_each(|x| *x /= head - reflected);
    (reflected, (reflected - head) / reflected)
}

/// The standard form of `[a, b, c, d]`, and the cosine and sine of the rotation to it.
fn standard([a, b, c, d]: [f64; 4]) -> ([f64; 4], f64, f64) {
    let differ = |x: f64, y: f64| x.is_sign_negative() != y.is_sign_negative();
    if c == 0.0 || (a == d && b != 0.0 && differ(b, c)) {
        return ([a, b, c, d], 1.0, 0.0);
    }
    if b == 0.0 {
        return ([d, -c, 0.0, a], 0.0, 1.0);
    }
    let half = (a - d) / 2.0;
    let (larger, smaller) = (b.abs().max(c.abs()), b.abs().min(c.abs()));
    let smaller = if differ(b, c) { -smaller } else { smaller };
    let size = half.abs().max(larger);
    let inside = (half / size) * half + (larger / size) * smaller;
    if inside >= 4.0 * EPSILON {
        let z = half + (size.sqrt() * inside.sqrt()).copysign(half);
        let length = c.hypot(z);
        return ([d + z, b - c, 0.0, d - (larger / z) * smaller], z / length, c / length);
    }
    let sum = b + c;
    let length = sum.hypot(a - d);
    let cosine = (0.5 * (1.0 + sum.abs() / length)).sqrt();
    let sine = -(half / (length * cosine)) * 1.0_f64.copysign(sum);
    let [left, right] = [
        [a * cosine + b * sine, c * cosine + d * sine],
        [b * cosine - a * sine, d * cosine - c * sine],
    ];
    let middle = (left[0] * cosine + left[1] * sine + right[1] * cosine - right[0] * sine) / 2.0;
    let (b, c) = (right[0] * cosine + right[1] * sine, left[1] * cosine - left[0] * sine);
    equalised(middle, b, c, cosine, sine)
}

/// A block with equal diagonal elements: complex eigenvalues, or real ones that nearly agree.
fn equalised(middle: f64, b: f64, c: f64, cosine: f64, sine: f64) -> ([f64; 4], f64, f64) {
    if c == 0.0 {
        return ([middle, b, 0.0, middle], cosine, sine);
    }
    if b == 0.0 {
        return ([middle, -c, 0.0, middle], -sine, cosine);
    }
    if b.is_sign_negative() != c.is_sign_negative() {
        return ([middle, b, c, middle], cosine, sine);
    }
    let (over, under) = (b.abs().sqrt(), c.abs().sqrt());
    let apart = (over * under).copysign(c);
    let length = (b + c).abs().sqrt();
    let (x, y) = (over / length, under / length);
    let block = [middle + apart, b - c, 0.0, middle - apart];
    (block, cosine * x - sine * y, cosine * y + sine * x)
}
