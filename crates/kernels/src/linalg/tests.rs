//! Every routine held to the laws of its factors, on ordinary, hard and degenerate matrices.

use nalgebra::{Complex, DMatrix};
use proptest::prelude::*;

use super::field::{Field, matrix, store};
use super::{FAILED, FULL, run};
use crate::codes::{Kernel, Routine};

type C = Complex<f64>;

/// Rounding that an n × n factorisation may leave, relative to the largest number.
fn allowed(n: usize) -> f64 {
    3e-14 * n as f64
}

fn floats<T: Field>(a: &DMatrix<T>) -> Vec<f64> {
    let mut made = vec![0.0; a.len() * T::FLOATS];
    store(a, &mut made);
    made
}

/// Runs one routine on one matrix through the same door as Python; returns flags and results.
fn call<T: Field>(
    routine: Routine,
    (m, n, k): (usize, usize, usize),
    inputs: &[&DMatrix<T>],
    lengths: &[usize],
) -> (Option<i32>, Vec<Vec<f64>>) {
    let mut inputs: Vec<Vec<f64>> = inputs.iter().map(|input| floats(input)).collect();
    let mut results: Vec<Vec<f64>> = lengths.iter().map(|&length| vec![0.0; length]).collect();
    let parameters = [routine as i32, i32::from(T::FLOATS == 2), 1, m as i32, n as i32, k as i32];
    let mut operands: Vec<&mut [u8]> = inputs
        .iter_mut()
        .chain(&mut results)
        .map(|floats| bytemuck::cast_slice_mut(floats))
        .collect();
    let flags = run(&parameters, &mut operands);
    (flags, results)
}

fn largest<T: Field>(a: &DMatrix<T>) -> f64 {
    a.iter().fold(0.0, |so_far: f64, number| so_far.max(number.modulus()))
}

/// How far two matrices are apart, beside the largest number of the first.
fn apart<T: Field>(a: &DMatrix<T>, b: &DMatrix<T>) -> f64 {
    let size = largest(a).max(f64::MIN_POSITIVE);
    a.iter().zip(b.iter()).fold(0.0, |so_far: f64, (x, y)| {
        let distance = (x.unscale(size) - y.unscale(size)).modulus();
        if distance.is_nan() { f64::INFINITY } else { so_far.max(distance) }
    })
}

fn not_unitary<T: Field>(q: &DMatrix<T>) -> f64 {
    apart(&DMatrix::identity(q.ncols(), q.ncols()), &q.ad_mul(q))
}

fn check_qr<T: Field>(a: &DMatrix<T>) {
    let (m, n) = a.shape();
    for k in [m.min(n), m] {
        let (flags, made) =
            call(Routine::Qr, (m, n, k), &[a], &[m * k * T::FLOATS, k * n * T::FLOATS]);
        assert_eq!(flags, Some(0));
        let (q, r) = (matrix::<T>(&made[0], m, k), matrix::<T>(&made[1], k, n));
        assert!(apart(a, &(&q * &r)) < allowed(m + n), "a is not q·r: {a}");
        assert!(not_unitary(&q) < allowed(m + n), "q is not unitary: {a}");
        assert!(
            (0..n).all(|j| (j + 1..k).all(|i| r[(i, j)].is_zero())),
            "r is not triangular: {a}"
        );
    }
}

fn check_svd<T: Field>(a: &DMatrix<T>) {
    let (m, n) = a.shape();
    let least = m.min(n);
    for k in [1, FULL] {
        let (rows, columns) = if k == FULL { (m, n) } else { (least, least) };
        let lengths = [m * rows * T::FLOATS, least, columns * n * T::FLOATS];
        let (flags, made) = call(Routine::Svd, (m, n, k), &[a], &lengths);
        assert_eq!(flags, Some(0), "no convergence: {a}");
        let (u, vh) = (matrix::<T>(&made[0], m, rows), matrix::<T>(&made[2], columns, n));
        let mut scaled = u.columns(0, least).into_owned();
        for (mut column, value) in scaled.column_iter_mut().zip(&made[1]) {
            column.scale_mut(*value);
        }
        assert!(apart(a, &(scaled * vh.rows(0, least))) < allowed(m + n), "a is not u·s·vh: {a}");
        assert!(not_unitary(&u) < allowed(m + n), "u is not unitary: {a}");
        assert!(not_unitary(&vh.adjoint()) < allowed(m + n), "v is not unitary: {a}");
        assert!(made[1].windows(2).all(|pair| pair[0] >= pair[1] && pair[1] >= 0.0));
    }
}

fn check_eigh<T: Field>(a: &DMatrix<T>) {
    let n = a.nrows();
    let a = (a + a.adjoint()).scale(0.5);
    let (flags, made) = call(Routine::Eigh, (n, n, 1), &[&a], &[n, n * n * T::FLOATS]);
    assert_eq!(flags, Some(0), "no convergence: {a}");
    let vectors = matrix::<T>(&made[1], n, n);
    let mut scaled = vectors.clone();
    for (mut column, value) in scaled.column_iter_mut().zip(&made[0]) {
        column.scale_mut(*value);
    }
    assert!(apart(&a, &(scaled * vectors.adjoint())) < allowed(n), "a is not v·w·vh: {a}");
    assert!(not_unitary(&vectors) < allowed(n), "v is not unitary: {a}");
    assert!(made[0].windows(2).all(|pair| pair[0] <= pair[1]));
}

fn check_eig<T: Field>(a: &DMatrix<T>) {
    let n = a.nrows();
    let (flags, made) = call(Routine::Eig, (n, n, 1), &[a], &[2 * n, 2 * n * n]);
    assert_eq!(flags, Some(0), "no convergence: {a}");
    let values = matrix::<C>(&made[0], 1, n);
    let vectors = matrix::<C>(&made[1], n, n);
    let a = a.map(Field::to_complex);
    let size = largest(&a).max(f64::MIN_POSITIVE);
    let mut scaled = vectors.clone();
    for (mut column, value) in scaled.column_iter_mut().zip(values.iter()) {
        column *= *value / size;
    }
    let product = a.unscale(size) * &vectors;
    let error = largest(&(product - scaled));
    // Balancing trades this error for exact small eigenvalues: LAPACK leaves as much, up to 1e-11
    // on the worst complex matrix of this list.
    let factor = if T::FLOATS == 1 { 10.0 } else { 300.0 };
    assert!(error < factor * allowed(n), "a·v is not v·w by {error:e}: {a} {values} {vectors}");
    let lengths: Vec<f64> = vectors.column_iter().map(|column| column.norm()).collect();
    assert!(lengths.iter().all(|length| (length - 1.0).abs() < 1e-14), "{lengths:?} {a}");
    let trace: C = a.diagonal().iter().sum();
    assert!((trace - values.sum()).norm() / size < allowed(n * n), "trace: {a}");
}

fn check_solve<T: Field>(a: &DMatrix<T>) {
    let n = a.nrows();
    let b = DMatrix::from_fn(n, 2, |i, j| T::from_real((i + 2 * j) as f64 - 1.5));
    // A matrix with a dominant diagonal is far from singular.
    let a = a + DMatrix::identity(n, n).scale(2.0 * n as f64 * largest(a).max(1.0));
    let one = n * n * T::FLOATS;
    let (flags, made) = call(Routine::Solve, (n, n, 2), &[&a, &b], &[2 * n * T::FLOATS]);
    assert_eq!(flags, Some(0));
    assert!(apart(&b, &(&a * matrix::<T>(&made[0], n, 2))) < allowed(n), "a·x is not b: {a}");
    let (flags, made) = call(Routine::Invert, (n, n, 1), &[&a], &[one]);
    assert_eq!(flags, Some(0));
    let product = &a * matrix::<T>(&made[0], n, n);
    assert!(apart(&DMatrix::identity(n, n), &product) < allowed(n), "a·inverse is not one: {a}");
    let gram = a.ad_mul(&a);
    let (flags, made) = call(Routine::Cholesky, (n, n, 1), &[&gram], &[one]);
    assert_eq!(flags, Some(0));
    let lower = matrix::<T>(&made[0], n, n);
    assert!(apart(&gram, &(&lower * lower.adjoint())) < allowed(n), "not l·lh: {gram}");
    let (_, made) = call(Routine::Determinant, (n, n, 1), &[&a], &[T::FLOATS, 1]);
    let (_, of_gram) = call(Routine::Determinant, (n, n, 1), &[&gram], &[T::FLOATS, 1]);
    assert!((2.0 * made[1][0] - of_gram[1][0]).abs() < 1e-10 * (1.0 + of_gram[1][0].abs()));
    let size = largest(&a).ln().abs() + 1.0;
    assert!(made[1][0].abs() < size * 2.0 * n as f64, "log |det| {}", made[1][0]);
}

fn check_all<T: Field>(a: &DMatrix<T>) {
    check_qr(a);
    check_svd(a);
    if a.is_square() {
        check_eigh(a);
        check_eig(a);
        check_solve(a);
    }
}

/// Matrices that routines are known to fail on, n × n.
fn hard(n: usize) -> Vec<DMatrix<f64>> {
    let below = |i: usize, j: usize| if i == j + 1 { 1.0 } else { 0.0 };
    let wave = |i: usize, j: usize| ((3 * i + 7 * j * j + i * j) as f64 * 0.7).sin();
    vec![
        DMatrix::zeros(n, n),
        DMatrix::identity(n, n),
        DMatrix::from_element(n, n, 1.0),
        DMatrix::from_element(n, n + 1, 1.0),
        DMatrix::from_fn(n, n, |i, j| 1.0 / (i + j + 1) as f64),
        DMatrix::from_fn(n, n, |i, j| if (i + 1) % n == j { 1.0 } else { 0.0 }),
        DMatrix::from_fn(n, n, below),
        DMatrix::from_fn(n, n, |i, j| if i <= j { 1.0 } else { 0.0 }),
        DMatrix::from_fn(n, n, |i, j| if i >= j { 1.0 } else { 0.0 }),
        DMatrix::from_fn(n, n, |i, j| below(i, j) + below(j, i) + if i == j { 2.0 } else { 0.0 }),
        DMatrix::from_fn(n, n, |i, j| (i * n + j) as f64),
        DMatrix::from_fn(n, n + 2, |i, j| wave(i, 1) * wave(j, 2)),
        DMatrix::from_fn(2 * n, n, |i, j| wave(i, 1) * wave(j, 2) + wave(i, 3) * wave(j, 4)),
        DMatrix::from_fn(n, n, |i, j| wave(i, j) * 1e-300),
        DMatrix::from_fn(n, n, |i, j| wave(i, j) * 1e300),
        DMatrix::from_fn(n, n, |i, j| wave(i, j) * 10.0_f64.powi(-2 * j as i32)),
        DMatrix::from_fn(n, n, |i, j| wave(i, j) - wave(j, i)),
        DMatrix::from_fn(n, n, |i, j| wave(i, j) + wave(j, i)),
        DMatrix::from_fn(n, n, |i, j| f64::from(i == j) + 1e-9 * wave(i, j)),
        DMatrix::from_fn(n, n, |i, j| f64::from(i == j) + if j == i + 1 { 1e8 } else { 0.0 }),
    ]
}

#[test]
fn hard_matrices_keep_the_laws() {
    for n in [1, 2, 3, 4, 5, 8, 13, 30] {
        for a in hard(n) {
            let huge = largest(&a) > 1e150 || (largest(&a) < 1e-150 && largest(&a) > 0.0);
            let turned = DMatrix::from_fn(a.nrows(), a.ncols(), |i, j| {
                C::new(a[(i, j)], a[(a.nrows() - 1 - i, j)] * 0.5)
            });
            if huge {
                // Their squares leave the range of floats, in the laws as well.
                check_svd(&a);
                check_svd(&turned);
                continue;
            }
            check_all(&a);
            check_all(&turned);
        }
    }
}

#[test]
fn reflections_have_the_signs_of_lapack() {
    // numpy.linalg.qr([[3, 1], [4, 2]]), and of a triangular matrix, which is left as it is.
    let a = DMatrix::from_row_slice(2, 2, &[3.0, 1.0, 4.0, 2.0]);
    let (_, made) = call(Routine::Qr, (2, 2, 2), &[&a], &[4, 4]);
    for (got, expected) in
        made[0].iter().chain(&made[1]).zip([-0.6, -0.8, -0.8, 0.6, -5.0, -2.2, 0.0, 0.4])
    {
        assert!((got - expected).abs() < 1e-15);
    }
    let upper = DMatrix::from_row_slice(2, 2, &[2.0, 1.0, 0.0, -3.0]);
    let (_, made) = call(Routine::Qr, (2, 2, 2), &[&upper], &[4, 4]);
    assert_eq!(made[0], [1.0, 0.0, 0.0, 1.0]);
    assert_eq!(made[1], [2.0, 1.0, 0.0, -3.0]);
}

#[test]
fn what_has_no_answer_fails_and_is_nan() {
    let singular = DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 2.0, 4.0]);
    let (flags, made) = call(Routine::Invert, (2, 2, 1), &[&singular], &[4]);
    assert_eq!(flags, Some(FAILED));
    assert!(made[0].iter().all(|number| number.is_nan()));
    let (flags, made) = call(Routine::Determinant, (2, 2, 1), &[&singular], &[1, 1]);
    assert_eq!((flags, made), (Some(0), vec![vec![0.0], vec![f64::NEG_INFINITY]]));
    // Singular in NumPy, too: without its order of rounding the last pivot would be 1e-16.
    let counted = DMatrix::from_row_slice(3, 3, &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]);
    assert_eq!(call(Routine::Invert, (3, 3, 1), &[&counted], &[9]).0, Some(FAILED));
    let indefinite = DMatrix::from_row_slice(2, 2, &[1.0, 2.0, 2.0, 1.0]);
    assert_eq!(call(Routine::Cholesky, (2, 2, 1), &[&indefinite], &[4]).0, Some(FAILED));
    let turned = indefinite.map(Field::to_complex);
    assert_eq!(call(Routine::Cholesky, (2, 2, 1), &[&turned], &[8]).0, Some(FAILED));
    let unknown = DMatrix::from_element(2, 2, f64::NAN);
    assert_eq!(call(Routine::Svd, (2, 2, 1), &[&unknown], &[4, 2, 4]).0, Some(FAILED));
    assert_eq!(call(Routine::Eig, (2, 2, 1), &[&unknown], &[4, 8]).0, Some(FAILED));
    let (flags, made) = call(Routine::Eigh, (2, 2, 1), &[&unknown], &[2, 4]);
    assert!(flags == Some(0) && made.concat().iter().all(|number| number.is_nan()));
    let (flags, made) = call(Routine::Cholesky, (2, 2, 1), &[&unknown], &[4]);
    assert!(flags == Some(0) && made[0][0].is_nan() && made[0][1] == 0.0);
}

#[test]
fn malformed_calls_are_refused() {
    let a = DMatrix::<f64>::identity(2, 2);
    assert_eq!(call(Routine::Invert, (2, 2, 1), &[&a], &[3]).0, None);
    assert_eq!(call(Routine::Invert, (2, 3, 1), &[&a], &[9]).0, None);
    assert_eq!(call(Routine::Qr, (2, 2, 1), &[&a], &[2, 2]).0, None);
    assert_eq!(call(Routine::Invert, (2, 0, 1), &[&a], &[0]).0, None);
    let mut one = [0_u8; 8];
    assert_eq!(
        crate::call::run(&[Kernel::Linalg as i32, 99, 0, 1, 1, 1, 1], &mut [&mut one]),
        None
    );
}

/// Small whole numbers make matrices of low rank, with equal rows, zeros and repeated eigenvalues.
fn small() -> impl Strategy<Value = DMatrix<f64>> {
    (1..7_usize, 1..7_usize).prop_flat_map(|(m, n)| {
        proptest::collection::vec(-2..3_i32, m * n).prop_map(move |numbers| {
            DMatrix::from_iterator(m, n, numbers.into_iter().map(f64::from))
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn small_whole_matrices_keep_the_laws(a in small()) {
        check_all(&a);
        let square = a.ad_mul(&a);
        check_all(&square);
        check_all(&DMatrix::from_fn(a.nrows(), a.nrows(), |i, j| a[(i, j % a.ncols())]));
    }

    #[test]
    fn complex_matrices_keep_the_laws(a in small(), b in small()) {
        let (m, n) = (a.nrows().min(b.nrows()), a.ncols().min(b.ncols()));
        check_all(&DMatrix::from_fn(m, n, |i, j| C::new(a[(i, j)], b[(i, j)])));
        check_all(&DMatrix::from_fn(m, m, |i, j| C::new(a[(i, j % n)], b[(j, i % n)])));
    }
}
