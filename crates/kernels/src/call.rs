//! One call: its parameters and operands checked, the loop chosen.

use bytemuck::{try_cast_slice, try_cast_slice_mut};

use crate::codes::{Binary, Kernel, Reduction, Type, Unary};
use crate::element::{Element, Wide};
use crate::elementwise::{self, Functions, Grid};
use crate::matmul::{Product, Sizes, Stack, multiply_all};
use crate::reduce::{self, Runs};
use crate::{cast, linalg, sort};

/// Runs `$body` with `$T` as the element type that a [`Type`] names.
macro_rules! with_type {
    ($kind:expr, $T:ident => $body:expr) => {
        match $kind {
            Type::F64 => {
                type $T = f64;
                $body
            }
            Type::F32 => {
                type $T = f32;
                $body
            }
            Type::I64 => {
                type $T = i64;
                $body
            }
            Type::I32 => {
                type $T = i32;
                $body
            }
            Type::U8 => {
                type $T = u8;
                $body
            }
        }
    };
}

/// The parameters of a call, read one after another.
struct Parameters<'a>(&'a [i32]);

impl Parameters<'_> {
    fn next(&mut self) -> Option<i32> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.next()?).ok()
    }

    fn kind(&mut self) -> Option<Type> {
        Type::from_code(self.next()?)
    }

    fn grid<'a, T>(&mut self, data: &'a [T]) -> Option<Grid<'a, T>> {
        Some(Grid { data, start: self.next()?, outer: self.next()?, inner: self.next()? })
    }

    fn stack<'a, T>(&mut self, data: &'a [T]) -> Option<Stack<'a, T>> {
        Some(Stack { data, batch: self.size()?, row: self.size()?, column: self.size()? })
    }
}

/// Runs the call; returns the flags it raised, or `None` when it is not well formed.
///
/// The first parameter is the kernel's number. The last operand is the one that is written; linear
/// algebra alone has several results.
pub fn run(parameters: &[i32], operands: &mut [&mut [u8]]) -> Option<i32> {
    let mut rest = Parameters(parameters);
    let kernel = Kernel::from_code(rest.next()?)?;
    if kernel == Kernel::Linalg {
        return linalg::run(rest.0, operands);
    }
    let (out, inputs) = operands.split_last_mut()?;
    let inputs: Vec<&[u8]> = inputs.iter().map(|input| &**input).collect();
    match kernel {
        Kernel::Binary => binary(rest, &inputs, out),
        Kernel::Unary => unary(rest, &inputs, out),
        Kernel::Reduce => reduction(rest, &inputs, out),
        Kernel::Matmul => product(rest, &inputs, out),
        Kernel::Sort => sorted(rest, out),
        Kernel::Argsort => order(rest, &inputs, out),
        Kernel::Cast => copy(rest, &inputs, out),
        Kernel::Linalg => None,
    }
}

fn read<T: Element>(bytes: &[u8]) -> Option<&[T]> {
    try_cast_slice(bytes).ok()
}

fn written<T: Element>(bytes: &mut [u8]) -> Option<&mut [T]> {
    try_cast_slice_mut(bytes).ok()
}

fn binary(mut rest: Parameters, inputs: &[&[u8]], out: &mut [u8]) -> Option<i32> {
    let operation = Binary::from_code(rest.next()?)?;
    let kind = rest.kind()?;
    with_type!(kind, T => binary_of::<T>(operation, rest, inputs, out))
}

fn binary_of<T: Element<Wide: Functions>>(
    operation: Binary,
    mut rest: Parameters,
    inputs: &[&[u8]],
    out: &mut [u8],
) -> Option<i32> {
    let shape = (rest.size()?, rest.size()?);
    let first = rest.grid(read::<T>(inputs.first()?)?)?;
    let second = rest.grid(read::<T>(inputs.get(1)?)?)?;
    if gives_truth(operation) {
        return elementwise::binary_truth(operation, shape, first, second, out);
    }
    elementwise::binary(operation, shape, first, second, written(out)?)
}

fn gives_truth(operation: Binary) -> bool {
    (Binary::Equal as i32..=Binary::LogicalXor as i32).contains(&(operation as i32))
}

fn unary(mut rest: Parameters, inputs: &[&[u8]], out: &mut [u8]) -> Option<i32> {
    let operation = Unary::from_code(rest.next()?)?;
    let kind = rest.kind()?;
    with_type!(kind, T => unary_of::<T>(operation, rest, inputs, out))
}

fn unary_of<T: Element<Wide: Functions>>(
    operation: Unary,
    mut rest: Parameters,
    inputs: &[&[u8]],
    out: &mut [u8],
) -> Option<i32> {
    let shape = (rest.size()?, rest.size()?);
    let operand = rest.grid(read::<T>(inputs.first()?)?)?;
    if operation as i32 >= Unary::Isnan as i32 {
        return elementwise::unary_truth(operation, shape, operand, out);
    }
    elementwise::unary(operation, shape, operand, written(out)?)
}

fn reduction(mut rest: Parameters, inputs: &[&[u8]], out: &mut [u8]) -> Option<i32> {
    let operation = Reduction::from_code(rest.next()?)?;
    let (source, target) = (rest.kind()?, rest.kind()?);
    let runs = Runs { outer: rest.size()?, length: rest.size()?, inner: rest.size()? };
    with_type!(source, T => {
        let values = read::<T>(inputs.first()?)?;
        if !runs.fit(values.len()) {
            return None;
        }
        match operation {
            Reduction::Sum | Reduction::Product => {
                store(&reduce::combine(operation, values, runs), target, out)
            }
            Reduction::Max | Reduction::Min => {
                copy_into(&reduce::extremes(operation, values, runs), written::<T>(out)?)
            }
            Reduction::Argmax | Reduction::Argmin => {
                copy_into(&reduce::positions(operation, values, runs), written::<i64>(out)?)
            }
            Reduction::Any | Reduction::All => {
                copy_into(&reduce::truths(operation, values, runs), out)
            }
        }
    })
}

fn copy_into<T: Copy>(values: &[T], out: &mut [T]) -> Option<i32> {
    (values.len() == out.len()).then(|| {
        out.copy_from_slice(values);
        0
    })
}

/// Writes wide results in the type of the result: integers stay integers.
fn store<W: Wide>(values: &[W], target: Type, out: &mut [u8]) -> Option<i32> {
    with_type!(target, T => {
        let out = written::<T>(out)?;
        if out.len() != values.len() {
            return None;
        }
        for (result, value) in out.iter_mut().zip(values) {
            *result = T::narrow(Wide::from_wide(*value));
        }
        Some(0)
    })
}

fn product(mut rest: Parameters, inputs: &[&[u8]], out: &mut [u8]) -> Option<i32> {
    match rest.kind()? {
        Type::F64 => product_of::<f64>(rest, inputs, out),
        Type::F32 => product_of::<f32>(rest, inputs, out),
        Type::I64 => product_of::<i64>(rest, inputs, out),
        Type::I32 | Type::U8 => None,
    }
}

fn product_of<T: Product>(mut rest: Parameters, inputs: &[&[u8]], out: &mut [u8]) -> Option<i32> {
    let sizes = Sizes { batch: rest.size()?, m: rest.size()?, k: rest.size()?, n: rest.size()? };
    let a = rest.stack(read::<T>(inputs.first()?)?)?;
    let b = rest.stack(read::<T>(inputs.get(1)?)?)?;
    multiply_all(a, b, sizes, written(out)?)
}

fn sorted(mut rest: Parameters, values: &mut [u8]) -> Option<i32> {
    let kind = rest.kind()?;
    let length = (rest.size()?, rest.size()?).1;
    with_type!(kind, T => sort::sort(written::<T>(values)?, length));
    Some(0)
}

fn order(mut rest: Parameters, inputs: &[&[u8]], out: &mut [u8]) -> Option<i32> {
    let kind = rest.kind()?;
    let length = (rest.size()?, rest.size()?).1;
    let places = written::<i64>(out)?;
    with_type!(kind, T => sort::argsort(read::<T>(inputs.first()?)?, length, places));
    Some(0)
}

fn copy(mut rest: Parameters, inputs: &[&[u8]], out: &mut [u8]) -> Option<i32> {
    let (source, target, to_truth) = (rest.kind()?, rest.kind()?, rest.next()? != 0);
    let input = inputs.first()?;
    with_type!(source, T => {
        let values = read::<T>(input)?;
        if to_truth {
            cast::to_truth(values, out);
            return Some(0);
        }
        with_type!(target, U => cast::copy(values, written::<U>(out)?));
    });
    Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytemuck::{cast_slice, cast_slice_mut};

    fn call(parameters: &[i32], inputs: &[&mut [f64]], out: &mut [f64]) -> Option<i32> {
        let mut copies: Vec<Vec<f64>> = inputs.iter().map(|input| input.to_vec()).collect();
        let mut operands: Vec<&mut [u8]> =
            copies.iter_mut().map(|copy| cast_slice_mut(copy.as_mut_slice())).collect();
        operands.push(cast_slice_mut(out));
        run(parameters, &mut operands)
    }

    #[test]
    fn a_sum_of_two_rows_goes_through() {
        let mut out = [0.0; 2];
        let add = [Kernel::Binary as i32, Binary::Add as i32, 0, 1, 2, 0, 0, 1, 0, 0, 1];
        let raised = call(&add, &[&mut [1.0, 2.0], &mut [3.0, 4.0]], &mut out);
        assert_eq!((raised, out), (Some(0), [4.0, 6.0]));
    }

    #[test]
    fn malformed_calls_are_refused() {
        let mut out = [0.0; 2];
        assert_eq!(call(&[], &[], &mut out), None);
        assert_eq!(call(&[99], &[], &mut out), None);
        assert_eq!(call(&[Kernel::Binary as i32, 0, 0, 1], &[], &mut out), None);
        let reduce = [Kernel::Reduce as i32, 0, 0, 0, 5, 5, 5];
        assert_eq!(call(&reduce, &[&mut [1.0]], &mut out), None);
    }

    #[test]
    fn counts_of_truth_values_are_integers() {
        let mut values = [1_u8, 0, 1, 1];
        let mut out = [0_i64];
        let parameters = [Kernel::Reduce as i32, Reduction::Sum as i32, 4, 2, 1, 4, 1];
        let mut operands: Vec<&mut [u8]> = vec![&mut values, cast_slice_mut(&mut out)];
        assert_eq!(run(&parameters, &mut operands), Some(0));
        assert_eq!(cast_slice::<i64, i64>(&out), [3]);
    }
}
