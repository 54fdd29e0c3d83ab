//! Element-wise functions on operands that may be strided, reversed, transposed or stretched.

use std::borrow::Cow;

use crate::codes::{Binary, Unary, flags};
use crate::element::{Element, Wide};
use crate::{float, integer};

/// An operand read as a matrix: element (i, j) lies at `start + i·outer + j·inner`.
#[derive(Clone, Copy)]
pub struct Grid<'a, T> {
    /// The memory the elements lie in.
    pub data: &'a [T],
    /// The place of element (0, 0).
    pub start: i32,
    /// From one row to the next; zero repeats a row.
    pub outer: i32,
    /// From one column to the next; zero repeats an element.
    pub inner: i32,
}

impl<'a, T: Copy> Grid<'a, T> {
    /// The elements in order, borrowed where they lie so already; `None` when one lies outside.
    fn in_order(self, rows: usize, columns: usize) -> Option<Cow<'a, [T]>> {
        let count = rows.checked_mul(columns)?;
        let regular = self.inner == 1 && (rows == 1 || self.outer as usize == columns);
        if regular {
            let start = usize::try_from(self.start).ok()?;
            return self.data.get(start..start.checked_add(count)?).map(Cow::Borrowed);
        }
        let mut found = Vec::with_capacity(count);
        for row in 0..rows {
            let mut place = i64::from(self.start) + i64::from(self.outer) * row as i64;
            for _ in 0..columns {
                found.push(*self.data.get(usize::try_from(place).ok()?)?);
                place += i64::from(self.inner);
            }
        }
        Some(Cow::Owned(found))
    }
}

/// What the element functions of a wide type are, and which errors they can raise.
pub trait Functions: Wide {
    /// The function of two numbers; `None` where it gives a truth value.
    fn binary(operation: Binary) -> Option<fn(Self, Self) -> Self>;
    /// The function of one number; `None` where it gives a truth value.
    fn unary(operation: Unary) -> Option<fn(Self) -> Self>;
    /// The flags of one result.
    fn binary_flags(operation: Binary, x: Self, y: Self, result: Self) -> i32;
    /// The flags of one result.
    fn unary_flags(operation: Unary, x: Self, result: Self) -> i32;
    /// The quotient, where the type has one.
    fn over(self, other: Self) -> Self;
    /// The difference; integers wrap around.
    fn less(self, other: Self) -> Self;
    /// Neither infinite nor NaN.
    fn is_finite(self) -> bool;
}

impl Functions for f64 {
    fn binary(operation: Binary) -> Option<fn(f64, f64) -> f64> {
        float::binary(operation)
    }
    fn unary(operation: Unary) -> Option<fn(f64) -> f64> {
        float::unary(operation)
    }
    fn binary_flags(operation: Binary, x: f64, y: f64, result: f64) -> i32 {
        float::binary_flags(operation, x, y, result)
    }
    fn unary_flags(operation: Unary, x: f64, result: f64) -> i32 {
        float::unary_flags(operation, x, result)
    }
    fn over(self, other: f64) -> f64 {
        self / other
    }
    fn less(self, other: f64) -> f64 {
        self - other
    }
    fn is_finite(self) -> bool {
        self.is_finite()
    }
}

impl Functions for i64 {
    fn binary(operation: Binary) -> Option<fn(i64, i64) -> i64> {
        integer::binary(operation)
    }
    fn unary(operation: Unary) -> Option<fn(i64) -> i64> {
        integer::unary(operation)
    }
    fn binary_flags(operation: Binary, _: i64, y: i64, _: i64) -> i32 {
        let pole = matches!(operation, Binary::FloorDivide | Binary::Remainder) && y == 0;
        if pole { flags::DIVIDE } else { 0 }
    }
    fn unary_flags(_: Unary, _: i64, _: i64) -> i32 {
        0
    }
    fn over(self, other: i64) -> i64 {
        if other == 0 { 0 } else { self.wrapping_div(other) }
    }
    fn less(self, other: i64) -> i64 {
        self.wrapping_sub(other)
    }
    fn is_finite(self) -> bool {
        true
    }
}

/// Writes `operation` of every pair to `out`; returns the flags, or `None` when it does not fit.
pub fn binary<T: Element<Wide: Functions>>(
    operation: Binary,
    (rows, columns): (usize, usize),
    first: Grid<T>,
    second: Grid<T>,
    out: &mut [T],
) -> Option<i32> {
    let first = first.in_order(rows, columns)?;
    let second = second.in_order(rows, columns)?;
    if out.len() != first.len() {
        return None;
    }
    match operation {
        Binary::Add => pairs(&first, &second, out, Wide::plus),
        Binary::Subtract => pairs(&first, &second, out, Functions::less),
        Binary::Multiply => pairs(&first, &second, out, Wide::times),
        Binary::Divide => pairs(&first, &second, out, Functions::over),
        _ => pairs(&first, &second, out, T::Wide::binary(operation)?),
    }
    let divides = matches!(operation, Binary::FloorDivide | Binary::Remainder);
    if !divides && all_finite(out) {
        return Some(0);
    }
    let mut raised = 0;
    for ((x, y), result) in first.iter().zip(second.iter()).zip(out.iter()) {
        raised |= T::Wide::binary_flags(operation, x.widen(), y.widen(), result.widen());
    }
    Some(raised)
}

fn pairs<T: Element>(x: &[T], y: &[T], out: &mut [T], f: impl Fn(T::Wide, T::Wide) -> T::Wide) {
    for ((result, x), y) in out.iter_mut().zip(x).zip(y) {
        *result = T::narrow(f(x.widen(), y.widen()));
    }
}

fn all_finite<T: Element<Wide: Functions>>(values: &[T]) -> bool {
    values.iter().all(|value| value.widen().is_finite())
}

/// Writes the truth value of every pair to `out`; `None` when the operation has none.
pub fn binary_truth<T: Element>(
    operation: Binary,
    (rows, columns): (usize, usize),
    first: Grid<T>,
    second: Grid<T>,
    out: &mut [u8],
) -> Option<i32> {
    let first = first.in_order(rows, columns)?;
    let second = second.in_order(rows, columns)?;
    if out.len() != first.len() {
        return None;
    }
    let zero = T::default();
    let test: fn(&T, &T, &T) -> bool = match operation {
        Binary::Equal => |x, y, _| x == y,
        Binary::NotEqual => |x, y, _| x != y,
        Binary::Less => |x, y, _| x < y,
        Binary::LessEqual => |x, y, _| x <= y,
        Binary::Greater => |x, y, _| x > y,
        Binary::GreaterEqual => |x, y, _| x >= y,
        Binary::LogicalAnd => |x, y, zero| x != zero && y != zero,
        Binary::LogicalOr => |x, y, zero| x != zero || y != zero,
        Binary::LogicalXor => |x, y, zero| (x != zero) != (y != zero),
        _ => return None,
    };
    for ((result, x), y) in out.iter_mut().zip(first.iter()).zip(second.iter()) {
        *result = u8::from(test(x, y, &zero));
    }
    Some(0)
}

/// Writes `operation` of every element to `out`; returns the flags, or `None` when it does not fit.
pub fn unary<T: Element<Wide: Functions>>(
    operation: Unary,
    (rows, columns): (usize, usize),
    operand: Grid<T>,
    out: &mut [T],
) -> Option<i32> {
    let values = operand.in_order(rows, columns)?;
    let f = T::Wide::unary(operation)?;
    if out.len() != values.len() {
        return None;
    }
    for (result, x) in out.iter_mut().zip(values.iter()) {
        *result = T::narrow(f(x.widen()));
    }
    if all_finite(out) {
        return Some(0);
    }
    let raised = values.iter().zip(out.iter());
    Some(raised.fold(0, |so_far, (x, result)| {
        so_far | T::Wide::unary_flags(operation, x.widen(), result.widen())
    }))
}

/// Writes the truth value of every element to `out`; `None` when the operation has none.
pub fn unary_truth<T: Element<Wide: Functions>>(
    operation: Unary,
    (rows, columns): (usize, usize),
    operand: Grid<T>,
    out: &mut [u8],
) -> Option<i32> {
    let values = operand.in_order(rows, columns)?;
    if out.len() != values.len() {
        return None;
    }
    let test: fn(T::Wide) -> bool = match operation {
        Unary::Isnan => |x| x.is_nan(),
        Unary::Isinf => |x| !x.is_finite() && !x.is_nan(),
        Unary::Isfinite => |x| x.is_finite(),
        Unary::LogicalNot => |x| x == T::Wide::ZERO,
        _ => return None,
    };
    for (result, x) in out.iter_mut().zip(values.iter()) {
        *result = u8::from(test(x.widen()));
    }
    Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATA: [f64; 6] = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0];

    #[test]
    fn transposed_and_stretched_operands_are_read_in_their_order() {
        let transposed = Grid { data: &DATA, start: 0, outer: 1, inner: 3 };
        let row = Grid { data: &[10.0, 20.0], start: 1, outer: 0, inner: -1 };
        let mut out = [0.0; 6];
        assert_eq!(binary(Binary::Add, (3, 2), transposed, row, &mut out), Some(0));
        assert_eq!(out, [20.0, 13.0, 21.0, 14.0, 22.0, 15.0]);
    }

    #[test]
    fn an_operand_outside_its_memory_is_refused() {
        let beyond = Grid { data: &DATA, start: 3, outer: 0, inner: 1 };
        let mut out = [0.0; 6];
        assert_eq!(unary(Unary::Exp, (1, 6), beyond, &mut out), None);
        let before = Grid { data: &DATA, start: 3, outer: 0, inner: -1 };
        assert_eq!(unary(Unary::Exp, (1, 6), before, &mut out), None);
    }

    #[test]
    fn bytes_wrap_around_and_flags_are_raised() {
        let grid = Grid { data: &[200_u8, 100], start: 0, outer: 0, inner: 1 };
        let mut out = [0_u8; 2];
        assert_eq!(binary(Binary::Add, (1, 2), grid, grid, &mut out), Some(0));
        assert_eq!(out, [144, 200]);
        let ones = Grid { data: &[1.0, 0.0], start: 0, outer: 0, inner: 1 };
        let zeros = Grid { data: &[0.0], start: 0, outer: 0, inner: 0 };
        let mut out = [0.0; 2];
        let raised = binary(Binary::Divide, (1, 2), ones, zeros, &mut out);
        assert_eq!(raised, Some(flags::DIVIDE | flags::INVALID));
    }
}
