//! Products of stacks of matrices.

use crate::element::{Element, Wide};

/// One operand of a product: matrix b, element (i, j) lies at `b·batch + i·row + j·column`.
#[derive(Clone, Copy)]
pub struct Stack<'a, T> {
    /// The memory the matrices lie in.
    pub data: &'a [T],
    /// From one matrix to the next; zero repeats one.
    pub batch: usize,
    /// From one row to the next.
    pub row: usize,
    /// From one column to the next.
    pub column: usize,
}

impl<T> Stack<'_, T> {
    /// Whether matrices of this size lie inside the memory.
    fn holds(&self, matrices: usize, rows: usize, columns: usize) -> bool {
        let last = |count: usize, step: usize| (count - 1).checked_mul(step);
        let place = last(matrices, self.batch)
            .zip(last(rows, self.row))
            .zip(last(columns, self.column))
            .and_then(|((a, b), c)| a.checked_add(b)?.checked_add(c));
        place.is_some_and(|place| place < self.data.len())
    }
}

/// How many matrices, and their sizes: (m × k) · (k × n).
#[derive(Clone, Copy)]
pub struct Sizes {
    /// How many products there are.
    pub batch: usize,
    /// Rows of the result.
    pub m: usize,
    /// The length that is summed over.
    pub k: usize,
    /// Columns of the result.
    pub n: usize,
}

/// The matrix product of one pair, by type.
pub trait Product: Element {
    /// Writes the product of matrix `index` of both stacks to `out`, of m·n elements.
    fn multiply(a: Stack<Self>, b: Stack<Self>, sizes: Sizes, index: usize, out: &mut [Self]);
}

macro_rules! product_by_crate {
    ($element:ty, $gemm:path) => {
        impl Product for $element {
            #[allow(unsafe_code)]
            fn multiply(
                a: Stack<Self>,
                b: Stack<Self>,
                Sizes { m, k, n, .. }: Sizes,
                index: usize,
                out: &mut [Self],
            ) {
                let first = &a.data[index * a.batch..];
                let second = &b.data[index * b.batch..];
                let result = &mut out[..m * n];
                let step = |count: usize| count as isize;
                // SAFETY: `multiply_all` has checked with `Stack::holds` that every element (i, j)
                // of both matrices lies inside its slice, which begins at element (0, 0); `result`
                // has m·n elements and borrows nothing of the operands.
                unsafe {
                    $gemm(
                        m,
                        k,
                        n,
                        1.0,
                        first.as_ptr(),
                        step(a.row),
                        step(a.column),
                        second.as_ptr(),
                        step(b.row),
                        step(b.column),
                        0.0,
                        result.as_mut_ptr(),
                        step(n),
                        1,
                    );
                }
            }
        }
    };
}

product_by_crate!(f64, matrixmultiply::dgemm);
product_by_crate!(f32, matrixmultiply::sgemm);

impl Product for i64 {
    fn multiply(a: Stack<Self>, b: Stack<Self>, sizes: Sizes, index: usize, out: &mut [Self]) {
        let (first, second) = (&a.data[index * a.batch..], &b.data[index * b.batch..]);
        for (i, row) in out.chunks_exact_mut(sizes.n).enumerate() {
            row.fill(0);
            for k in 0..sizes.k {
                let factor = first[i * a.row + k * a.column];
                for (j, result) in row.iter_mut().enumerate() {
                    *result = result.plus(factor.times(second[k * b.row + j * b.column]));
                }
            }
        }
    }
}

/// Writes all products to `out`; `None` when an operand does not hold its matrices.
pub fn multiply_all<T: Product>(
    a: Stack<T>,
    b: Stack<T>,
    sizes: Sizes,
    out: &mut [T],
) -> Option<i32> {
    let Sizes { batch, m, k, n } = sizes;
    if batch == 0 || m == 0 || n == 0 || k == 0 || out.len() != batch * m * n {
        return None;
    }
    if !a.holds(batch, m, k) || !b.holds(batch, k, n) {
        return None;
    }
    for (index, result) in out.chunks_exact_mut(m * n).enumerate() {
        T::multiply(a, b, sizes, index, result);
    }
    Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stack_times_one_transposed_matrix() {
        let a: Vec<f64> = (0..12).map(f64::from).collect();
        let b: Vec<f64> = (0..6).map(f64::from).collect();
        let stack = Stack { data: &a, batch: 6, row: 3, column: 1 };
        let transposed = Stack { data: &b, batch: 0, row: 1, column: 3 };
        let mut out = [0.0; 8];
        let sizes = Sizes { batch: 2, m: 2, k: 3, n: 2 };
        assert_eq!(multiply_all(stack, transposed, sizes, &mut out), Some(0));
        assert_eq!(out, [5.0, 14.0, 14.0, 50.0, 23.0, 86.0, 32.0, 122.0]);
    }

    #[test]
    fn floats_and_integers_agree() {
        let floats: Vec<f64> = (0..20).map(f64::from).collect();
        let whole: Vec<i64> = (0..20).collect();
        let sizes = Sizes { batch: 1, m: 4, k: 5, n: 4 };
        let (mut x, mut y) = ([0.0; 16], [0; 16]);
        let a = Stack { data: &floats, batch: 0, row: 5, column: 1 };
        let b = Stack { data: &floats, batch: 0, row: 1, column: 5 };
        multiply_all(a, b, sizes, &mut x);
        let a = Stack { data: &whole, batch: 0, row: 5, column: 1 };
        let b = Stack { data: &whole, batch: 0, row: 1, column: 5 };
        multiply_all(a, b, sizes, &mut y);
        assert_eq!(x.map(|value| value as i64), y);
    }

    #[test]
    fn a_matrix_outside_its_memory_is_refused() {
        let short = Stack { data: &[0.0; 5], batch: 0, row: 3, column: 1 };
        let sizes = Sizes { batch: 1, m: 2, k: 3, n: 1 };
        assert_eq!(multiply_all(short, short, sizes, &mut [0.0; 2]), None);
    }
}
