//! Eigenvectors by repeated multiplication: each step stretches every vector along the largest
//! directions, and the smaller ones fade.

use nets::eigen::{dot, multiply, orthonormalise};

/// How several vectors are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// All at once, each kept at right angles to those before it (Golub and Van Loan, section 8.2.4).
    Orthogonal,
    /// One after another: the next begins when the last has come to rest (power iteration with
    /// deflation).
    Power,
}

/// A vector that moves by less than this is found: the angle to its goal is then about a millionth
/// of a degree.
const FOUND: f64 = 1e-8;

/// Vectors on their way.
#[derive(Clone, Debug)]
pub struct Iteration {
    /// Vector by vector, each of length 1, at right angles to one another.
    pub vectors: Vec<f64>,
    method: Method,
    matrix: Vec<f64>,
    columns: usize,
    /// The vector that power iteration is at.
    current: usize,
    /// The vectors one and two steps ago.
    before: [Vec<f64>; 2],
}

impl Iteration {
    /// From these vectors, of `columns` entries each, with a symmetric matrix.
    #[must_use]
    pub fn new(matrix: Vec<f64>, columns: usize, mut vectors: Vec<f64>, method: Method) -> Self {
        orthonormalise(&mut vectors, columns);
        Self { vectors, method, matrix, columns, current: 0, before: [Vec::new(), Vec::new()] }
    }

    /// How vectors are found.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }

    /// One multiplication of every vector, or of the current one.
    pub fn advance(&mut self) {
        self.before.swap(0, 1);
        self.before[0].clone_from(&self.vectors);
        match self.method {
            Method::Orthogonal => {
                let pairs = self.before[0].chunks_exact(self.columns);
                for (vector, into) in pairs.zip(self.vectors.chunks_exact_mut(self.columns)) {
                    multiply(&self.matrix, vector, into);
                }
                self.restore(0);
            }
            Method::Power => {
                let at = self.current * self.columns..(self.current + 1) * self.columns;
                multiply(&self.matrix, &self.before[0][at.clone()], &mut self.vectors[at.clone()]);
                self.restore(self.current);
                let moved = distance(&self.before[0][at.clone()], &self.vectors[at]);
                if moved < FOUND && self.current + 1 < self.vectors.len() / self.columns {
                    self.current += 1;
                }
            }
        }
    }

    /// Whether nothing moves any more, or only the last bit to and fro.
    #[must_use]
    pub fn is_at_rest(&self) -> bool {
        let is_last = (self.current + 1) * self.columns == self.vectors.len();
        (self.method == Method::Orthogonal || is_last) && self.before.contains(&self.vectors)
    }

    /// Whether the first vector moved by less than a thousandth of its length in the last step.
    #[must_use]
    pub fn has_slowed(&self) -> bool {
        let first = ..self.columns;
        !self.before[0].is_empty() && distance(&self.before[0][first], &self.vectors[first]) < 1e-3
    }

    /// Orthonormal again. A vector of which nothing is left (the matrix has fewer directions) is the
    /// one it was before.
    fn restore(&mut self, first: usize) {
        orthonormalise(&mut self.vectors, self.columns);
        let mut has_gap = false;
        for index in first..self.vectors.len() / self.columns {
            let at = index * self.columns..(index + 1) * self.columns;
            if self.vectors[at.clone()].iter().all(|&entry| entry == 0.0) {
                self.vectors[at.clone()].copy_from_slice(&self.before[0][at]);
                has_gap = true;
            }
        }
        if has_gap {
            orthonormalise(&mut self.vectors, self.columns);
        }
    }
}

/// Between the ends of two vectors, or of one and the other's opposite.
fn distance(a: &[f64], b: &[f64]) -> f64 {
    let sign = if dot(a, b) < 0.0 { -1.0 } else { 1.0 };
    let squares = a.iter().zip(b).map(|(a, b)| (a - sign * b) * (a - sign * b));
    squares.sum::<f64>().sqrt()
}

/// Angle between two lines, in degrees: exact for small ones, where the inverse cosine is not.
#[must_use]
pub fn angle_between(a: &[f64], b: &[f64]) -> f64 {
    let along = dot(a, b);
    let across: f64 = a.iter().zip(b).map(|(a, b)| (a - along * b) * (a - along * b)).sum();
    libm::atan2(across.sqrt(), along.abs()).to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MATRIX: [f64; 9] = [4.0, 1.0, 0.0, 1.0, 3.0, 0.5, 0.0, 0.5, 1.0];

    fn run(method: Method, vectors: Vec<f64>, steps: usize) -> Iteration {
        let mut iteration = Iteration::new(MATRIX.to_vec(), 3, vectors, method);
        (0..steps).for_each(|_| iteration.advance());
        iteration
    }

    #[test]
    fn both_methods_end_at_the_exact_vectors() {
        let exact = nets::eigen::symmetric(&MATRIX, 3);
        for method in [Method::Orthogonal, Method::Power] {
            let found = run(method, vec![1.0, 2.0, 3.0, -1.0, 0.0, 1.0], 200);
            for (ours, theirs) in found.vectors.chunks_exact(3).zip(exact.vectors.chunks_exact(3)) {
                assert!(angle_between(ours, theirs) < 1e-6, "{method:?}");
            }
            assert!(found.is_at_rest(), "{method:?}");
        }
    }

    #[test]
    fn the_error_shrinks_by_the_ratio_of_the_eigenvalues() {
        let exact = nets::eigen::symmetric(&MATRIX, 3);
        let ratio = exact.values[1] / exact.values[0];
        let at = |steps| {
            let found = run(Method::Power, vec![1.0, 2.0, 3.0], steps);
            angle_between(&found.vectors, &exact.vectors[..3]).to_radians()
        };
        assert!((at(13) / at(12) - ratio).abs() < 1e-3, "{} {ratio}", at(13) / at(12));
    }

    #[test]
    fn a_matrix_of_one_direction_leaves_the_others_where_they_are() {
        let matrix = vec![1.0, 0.0, 0.0, 0.0];
        let vectors = vec![1.0, 1.0, 1.0, -1.0];
        let mut iteration = Iteration::new(matrix, 2, vectors, Method::Orthogonal);
        (0..3).for_each(|_| iteration.advance());
        let lengths: Vec<f64> = iteration.vectors.chunks_exact(2).map(|it| dot(it, it)).collect();
        assert!(lengths.iter().all(|length| (length - 1.0).abs() < 1e-12), "{lengths:?}");
    }

    #[test]
    fn small_angles_are_exact() {
        assert!((angle_between(&[1.0, 0.0], &[1.0, 1e-9]) - 1e-9_f64.to_degrees()).abs() < 1e-15);
        assert!((angle_between(&[1.0, 0.0], &[0.0, -1.0]) - 90.0).abs() < 1e-12);
        assert_eq!(angle_between(&[1.0, 0.0], &[-1.0, 0.0]), 0.0);
    }
}
