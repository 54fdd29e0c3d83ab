//! Linear algebra of stacks of real and complex matrices.
//!
//! Each routine takes whole matrices in row-major order, one matrix of a stack after another, and
//! writes its results in the same way. A complex number is two neighbouring floats.
//!
//! Matrices, LU beyond small ones, Cholesky and the symmetric eigenproblem come from nalgebra. Its
//! QR loses digits far from one, its singular values are wrong for some matrices of low rank, and its
//! Schur form is not always reached; so those are made here: Householder's QR with LAPACK's signs,
//! Jacobi's singular values, and the QR iteration as LAPACK has it.
//!
//! Not here: shapes, broadcasting, dtypes and messages, which are the numpy package's.

mod balance;
mod eigen;
mod field;
mod francis;
mod householder;
mod schur;
mod solve;
mod svd;
mod symmetric;
#[cfg(test)]
mod tests;

use bytemuck::try_cast_slice_mut;
use nalgebra::Complex;

use crate::codes::Routine;
use field::Field;
use schur::Schur;

/// Raised when a matrix of the stack has no answer; its results are NaN.
pub const FAILED: i32 = 1;

/// The sizes of one call; what `m`, `n` and `k` are is said at each routine.
#[derive(Clone, Copy, Debug)]
struct Sizes {
    m: usize,
    n: usize,
    k: usize,
}

/// One routine on one matrix: its inputs, and its results to be written; false when it failed.
type OnOne = fn(Sizes, &[&[f64]], &mut [&mut [f64]]) -> bool;

/// Runs a routine on every matrix of a stack: `[routine, complex, count, m, n, k]`.
///
/// Returns the flags, or `None` when the call is not well formed.
pub fn run(parameters: &[i32], operands: &mut [&mut [u8]]) -> Option<i32> {
    let &[routine, complex, count, m, n, k] = parameters else { return None };
    let size = |number: i32| usize::try_from(number).ok().filter(|&size| size > 0);
    let (count, sizes) = (size(count)?, Sizes { m: size(m)?, n: size(n)?, k: size(k)? });
    let routine = Routine::from_code(routine)?;
    if complex != 0 {
        stack::<Complex<f64>>(routine, count, sizes, operands)
    } else {
        stack::<f64>(routine, count, sizes, operands)
    }
}

/// How many floats each operand of a routine has for one matrix: inputs, then results.
fn lengths<T: Field>(
    routine: Routine,
    Sizes { m, n, k }: Sizes,
) -> Option<(Vec<usize>, Vec<usize>)> {
    let of = |rows: usize, columns: usize| rows.checked_mul(columns)?.checked_mul(T::FLOATS);
    let least = m.min(n);
    Some(match routine {
        Routine::Solve => (vec![of(n, n)?, of(n, k)?], vec![of(n, k)?]),
        Routine::Invert | Routine::Cholesky => (vec![of(n, n)?], vec![of(n, n)?]),
        Routine::Determinant => (vec![of(n, n)?], vec![T::FLOATS, 1]),
        Routine::Eigh => (vec![of(n, n)?], vec![n, of(n, n)?]),
        Routine::Eig => (vec![of(n, n)?], vec![2 * n, n.checked_mul(n)?.checked_mul(2)?]),
        Routine::Qr => {
            let wanted = (least..=m).contains(&k).then_some(k)?;
            (vec![of(m, n)?], vec![of(m, wanted)?, of(wanted, n)?])
        }
        Routine::Reflections => (vec![of(m, n)?], vec![of(m, n)?, of(least, 1)?]),
        Routine::Svd => {
            let (rows, columns) = if k == FULL { (m, n) } else { (least, least) };
            (vec![of(m, n)?], vec![of(m, rows)?, least, of(columns, n)?])
        }
    })
}

/// The `k` of a singular value decomposition with square unitary matrices; 1 is the short one.
const FULL: usize = 2;

fn on_one<T: Schur>(routine: Routine) -> OnOne {
    match routine {
        Routine::Solve => solve::solve::<T>,
        Routine::Invert => solve::invert::<T>,
        Routine::Determinant => solve::determinant::<T>,
        Routine::Cholesky => symmetric::cholesky::<T>,
        Routine::Eigh => symmetric::eigh::<T>,
        Routine::Eig => eigen::eig::<T>,
        Routine::Qr => householder::qr::<T>,
        Routine::Reflections => householder::reflections::<T>,
        Routine::Svd => svd::svd::<T>,
    }
}

fn stack<T: Schur>(
    routine: Routine,
    count: usize,
    sizes: Sizes,
    operands: &mut [&mut [u8]],
) -> Option<i32> {
    let (given, made) = lengths::<T>(routine, sizes)?;
    let mut floats: Vec<&mut [f64]> = operands
        .iter_mut()
        .map(|operand| try_cast_slice_mut(operand).ok())
        .collect::<Option<_>>()?;
    let expected = given.iter().chain(&made);
    if floats.len() != given.len() + made.len()
        || !floats
            .iter()
            .zip(expected)
            .all(|(operand, length)| length.checked_mul(count) == Some(operand.len()))
    {
        return None;
    }
    let (inputs, outputs) = floats.split_at_mut(given.len());
    let routine = on_one::<T>(routine);
    let mut raised = 0;
    for index in 0..count {
        let inputs: Vec<&[f64]> = inputs
            .iter()
            .zip(&given)
            .map(|(all, length)| &all[index * length..][..*length])
            .collect();
        let mut outputs: Vec<&mut [f64]> = outputs
            .iter_mut()
            .zip(&made)
            .map(|(all, length)| &mut all[index * length..][..*length])
            .collect();
        if !routine(sizes, &inputs, &mut outputs) {
            raised = FAILED;
            outputs.iter_mut().for_each(|output| output.fill(f64::NAN));
        }
    }
    Some(raised)
}
