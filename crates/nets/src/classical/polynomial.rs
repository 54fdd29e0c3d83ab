//! Least squares by polynomials, in a basis that is orthonormal on the points at hand (Forsythe 1957,
//! "Generation and use of orthogonal polynomials for data-fitting with a digital computer").
//!
//! Powers of x are nearly parallel: their normal equations have lost all digits by degree 12. Here
//! the equations are diagonal, and the fit of degree d is the fit of degree d − 1 and one term more.

/// Polynomials of degree 0, 1, 2, …, orthonormal under the sum over the points.
#[derive(Clone, Debug)]
pub struct Basis {
    points: usize,
    /// Value at each point, degree by degree.
    values: Vec<f64>,
    /// α and β of x·q(k) = β(k)·q(k−1) + α(k)·q(k) + β(k+1)·q(k+1); β(k+1) stands with α(k).
    recurrence: Vec<(f64, f64)>,
}

/// A next polynomial shorter than this, beside x·q, is rounding: the points are not different enough.
const DEPENDENT: f64 = 1e-12;

impl Basis {
    /// The basis up to `degree` on `points`. With fewer than `degree` + 1 different points the
    /// polynomials that they cannot determine are 0, and leave the fit of lower degree as it is.
    #[must_use]
    pub fn on(points: &[f64], degree: usize) -> Self {
        let count = points.len();
        let mut values = vec![0.0; count * (degree + 1)];
        values[..count].fill(1.0 / (count.max(1) as f64).sqrt());
        let mut recurrence = Vec::with_capacity(degree);
        let mut beta = 0.0;
        for k in 0..degree {
            let (known, next) = values.split_at_mut(count * (k + 1));
            let last = &known[count * k..];
            let before = if k > 0 { &known[count * (k - 1)..count * k] } else { last };
            let alpha: f64 = points.iter().zip(last).map(|(x, q)| x * q * q).sum();
            let next = &mut next[..count];
            for (i, value) in next.iter_mut().enumerate() {
                *value = (points[i] - alpha) * last[i] - beta * before[i];
            }
            beta = next.iter().map(|it| it * it).sum::<f64>().sqrt();
            if beta < DEPENDENT {
                beta = 0.0;
            }
            let scale = inverse(beta);
            next.iter_mut().for_each(|it| *it *= scale);
            recurrence.push((alpha, beta));
        }
        Self { points: count, values, recurrence }
    }

    /// Coefficients of the least-squares fit, degree by degree, written to `coefficients` (one more
    /// than the degree). `targets` are used up: the residuals of the highest degree stay in them.
    pub fn fit(&self, targets: &mut [f64], coefficients: &mut [f64]) {
        for (values, coefficient) in self.values.chunks_exact(self.points).zip(coefficients) {
            *coefficient = values.iter().zip(&*targets).map(|(q, y)| q * y).sum();
            for (target, q) in targets.iter_mut().zip(values) {
                *target -= *coefficient * q;
            }
        }
    }

    /// The polynomials at any `x`, degree by degree.
    pub fn at(&self, x: f64, into: &mut [f64]) {
        into[0] = 1.0 / (self.points.max(1) as f64).sqrt();
        let (mut before, mut beta) = (0.0, 0.0);
        for (k, &(alpha, next_beta)) in self.recurrence.iter().enumerate() {
            let last = into[k];
            into[k + 1] = ((x - alpha) * last - beta * before) * inverse(next_beta);
            (before, beta) = (last, next_beta);
        }
    }
}

fn inverse(norm: f64) -> f64 {
    if norm > 0.0 { 1.0 / norm } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_basis_is_orthonormal_and_agrees_with_its_recurrence() {
        let points: Vec<f64> = (0..15).map(|i| (f64::from(i) + 0.5) / 15.0).collect();
        let basis = Basis::on(&points, 12);
        let row = |k: usize| &basis.values[k * 15..(k + 1) * 15];
        for a in 0..=12 {
            for b in 0..=12 {
                let product: f64 = row(a).iter().zip(row(b)).map(|(p, q)| p * q).sum();
                let expect = f64::from(u8::from(a == b));
                assert!((product - expect).abs() < 1e-9, "{a}, {b}: {product}");
            }
        }
        let mut at = [0.0; 13];
        for (i, &x) in points.iter().enumerate() {
            basis.at(x, &mut at);
            assert!((0..=12).all(|k| (at[k] - row(k)[i]).abs() < 1e-12), "point {i}");
        }
    }

    #[test]
    fn too_few_different_points_leave_the_lower_degree() {
        let basis = Basis::on(&[0.25, 0.25, 0.75, 0.75], 3);
        let mut coefficients = [0.0; 4];
        basis.fit(&mut [1.0, 3.0, 5.0, 7.0], &mut coefficients);
        let mut at = [0.0; 4];
        basis.at(0.5, &mut at);
        let value: f64 = at.iter().zip(&coefficients).map(|(q, c)| q * c).sum();
        assert!((value - 4.0).abs() < 1e-12, "{value}");
    }
}
