//! Eigenvectors of small symmetric matrices: exactly, by Jacobi's rotations, and step by step, by
//! orthogonal iteration.
//!
//! Ours rather than a crate's because a run has to be the same everywhere bit for bit: here is
//! nothing but + − × ÷ and square roots, in one fixed order.

/// Eigenvalues, largest first, and their vectors.
#[derive(Clone, Debug, PartialEq)]
pub struct Eigen {
    /// Descending.
    pub values: Vec<f64>,
    /// Row by row, each of length 1; the entry of largest size in each is positive.
    pub vectors: Vec<f64>,
}

/// A pair is left alone where its entry is this small beside the whole matrix.
const NEGLIGIBLE: f64 = 1e-17;

/// Convergence is quadratic: matrices of 64 rows take eight or nine sweeps.
const SWEEPS_MAX: usize = 40;

/// All eigenvalues and eigenvectors of a symmetric matrix of `size` rows, by cyclic Jacobi
/// rotations (Golub and Van Loan, *Matrix Computations*, 4th edition, section 8.5.5).
#[must_use]
pub fn symmetric(matrix: &[f64], size: usize) -> Eigen {
    let mut a = matrix.to_vec();
    let mut vectors = identity(size);
    let norm = a.iter().map(|entry| entry * entry).sum::<f64>().sqrt();
    for _ in 0..SWEEPS_MAX {
        let mut has_rotated = false;
        for p in 0..size {
            for q in p + 1..size {
                if a[p * size + q].abs() > NEGLIGIBLE * norm {
                    rotate(&mut a, &mut vectors, size, (p, q));
                    has_rotated = true;
                }
            }
        }
        if !has_rotated {
            break;
        }
    }
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|&i, &j| a[j * size + j].total_cmp(&a[i * size + i]));
    let mut sorted: Vec<f64> =
        order.iter().flat_map(|&i| &vectors[i * size..(i + 1) * size]).copied().collect();
    sorted.chunks_exact_mut(size.max(1)).for_each(point_up);
    Eigen { values: order.iter().map(|&i| a[i * size + i]).collect(), vectors: sorted }
}

/// Turns rows and columns p and q so that the entry between them becomes 0.
fn rotate(a: &mut [f64], vectors: &mut [f64], size: usize, (p, q): (usize, usize)) {
    let (app, aqq, apq) = (a[p * size + p], a[q * size + q], a[p * size + q]);
    let half = (aqq - app) / (2.0 * apq);
    let tangent = half.signum() / (half.abs() + (half * half + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    for k in 0..size {
        let (akp, akq) = (a[k * size + p], a[k * size + q]);
        let (turned_p, turned_q) = (cosine * akp - sine * akq, sine * akp + cosine * akq);
        (a[k * size + p], a[p * size + k]) = (turned_p, turned_p);
        (a[k * size + q], a[q * size + k]) = (turned_q, turned_q);
        let (vp, vq) = (vectors[p * size + k], vectors[q * size + k]);
        vectors[p * size + k] = cosine * vp - sine * vq;
        vectors[q * size + k] = sine * vp + cosine * vq;
    }
    a[p * size + p] = app - tangent * apq;
    a[q * size + q] = aqq + tangent * apq;
    (a[p * size + q], a[q * size + p]) = (0.0, 0.0);
}

fn identity(size: usize) -> Vec<f64> {
    (0..size * size).map(|i| f64::from(u8::from(i / size == i % size))).collect()
}

/// Turns a vector around if its entry of largest size is negative: both directions are as right, and
/// pictures should not jump between them.
pub fn point_up(vector: &mut [f64]) {
    let largest =
        vector.iter().copied().fold(0.0, |a: f64, b| if b.abs() > a.abs() { b } else { a });
    if largest < 0.0 {
        vector.iter_mut().for_each(|entry| *entry = -*entry);
    }
}

/// `into` ← matrix · vector.
pub fn multiply(matrix: &[f64], vector: &[f64], into: &mut [f64]) {
    for (entry, row) in into.iter_mut().zip(matrix.chunks_exact(vector.len())) {
        *entry = dot(row, vector);
    }
}

/// Σ a · b.
#[must_use]
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// Makes the rows of `vectors` orthogonal and of length 1, each against those before it, by
/// Gram–Schmidt, twice ("twice is enough": Giraud, Langou and Rozložník 2005). A row that is a
/// combination of those before it becomes 0.
pub fn orthonormalise(vectors: &mut [f64], columns: usize) {
    for row in 0..vectors.len() / columns.max(1) {
        let (before, rest) = vectors.split_at_mut(row * columns);
        let vector = &mut rest[..columns];
        let length_before = dot(vector, vector).sqrt();
        for _ in 0..2 {
            for other in before.chunks_exact(columns) {
                let share = dot(vector, other);
                vector.iter_mut().zip(other).for_each(|(entry, o)| *entry -= share * o);
            }
        }
        let length = dot(vector, vector).sqrt();
        let scale = if length > 1e-14 * length_before { 1.0 / length } else { 0.0 };
        vector.iter_mut().for_each(|entry| *entry *= scale);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    fn random_symmetric(size: usize) -> Vec<f64> {
        let mut random = Random::new(3, 0);
        let mut matrix = vec![0.0; size * size];
        for i in 0..size {
            for j in 0..=i {
                let entry = f64::from(random.normal());
                (matrix[i * size + j], matrix[j * size + i]) = (entry, entry);
            }
        }
        matrix
    }

    #[test]
    fn a_matrix_by_hand() {
        // [[2, 1], [1, 2]] stretches (1, 1) by 3 and (1, −1) by 1.
        let eigen = symmetric(&[2.0, 1.0, 1.0, 2.0], 2);
        assert!((eigen.values[0] - 3.0).abs() < 1e-15 && (eigen.values[1] - 1.0).abs() < 1e-15);
        assert!((eigen.vectors[0] - eigen.vectors[1]).abs() < 1e-15);
        assert!((eigen.vectors[2] + eigen.vectors[3]).abs() < 1e-15);
    }

    #[test]
    fn each_vector_is_only_stretched_and_all_are_orthogonal() {
        for size in [1, 2, 5, 30, 64] {
            let matrix = random_symmetric(size);
            let eigen = symmetric(&matrix, size);
            let mut stretched = vec![0.0; size];
            for (value, vector) in eigen.values.iter().zip(eigen.vectors.chunks_exact(size)) {
                multiply(&matrix, vector, &mut stretched);
                for (ours, entry) in stretched.iter().zip(vector) {
                    assert!((ours - value * entry).abs() < 1e-12, "{size}");
                }
                let length = dot(vector, vector);
                assert!((length - 1.0).abs() < 1e-13, "{size}: {length}");
            }
            let trace: f64 = (0..size).map(|i| matrix[i * size + i]).sum();
            assert!((trace - eigen.values.iter().sum::<f64>()).abs() < 1e-12);
            assert!(eigen.values.is_sorted_by(|a, b| a >= b));
        }
    }

    #[test]
    fn a_matrix_without_anything_has_axes_all_the_same() {
        let eigen = symmetric(&[0.0; 9], 3);
        assert_eq!((eigen.values, eigen.vectors), (vec![0.0; 3], identity(3)));
    }

    #[test]
    fn what_is_orthonormalised_spans_the_same() {
        let mut vectors = vec![3.0, 4.0, 0.0, 3.0, 4.0, 1e-6, 6.0, 8.0, 0.0];
        orthonormalise(&mut vectors, 3);
        let close = |a: &[f64], b: [f64; 3]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9);
        assert!(close(&vectors[..3], [0.6, 0.8, 0.0]), "{vectors:?}");
        assert!(close(&vectors[3..6], [0.0, 0.0, 1.0]), "{vectors:?}");
        assert_eq!(vectors[6..], [0.0; 3], "twice the first row adds nothing");
    }
}
