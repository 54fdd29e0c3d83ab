//! Four numbers side by side: the width of one SIMD register of WebAssembly.
//!
//! Arithmetic on whole lanes is vector instructions (`wide` names them; a compiler that has to find
//! them in loops over arrays does not always) and needs no remainder loop; sums over a row of lanes
//! have one fixed order, so they round the same way everywhere.

use std::ops::{Add, AddAssign, Div, Mul, Sub};

use wide::f32x4;

/// Numbers in a [`Lane`].
pub const WIDTH: usize = 4;

/// Four numbers, each a different point of a batch.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(C, align(16))]
pub struct Lane(pub [f32; WIDTH]);

impl Lane {
    /// Four zeros.
    pub const ZERO: Self = Self([0.0; WIDTH]);

    /// The same number four times.
    #[inline(always)]
    pub fn splat(value: f32) -> Self {
        Self([value; WIDTH])
    }

    /// `f` of each number.
    #[inline(always)]
    pub fn map(self, f: impl Fn(f32) -> f32) -> Self {
        Self([f(self.0[0]), f(self.0[1]), f(self.0[2]), f(self.0[3])])
    }

    /// Each number moved to the nearest end, if it is outside; NaN stays.
    #[inline(always)]
    pub fn clamp(self, low: f32, high: f32) -> Self {
        let (x, low, high) = (f32x4::new(self.0), f32x4::splat(low), f32x4::splat(high));
        let x = x.simd_lt(low).select(low, x);
        Self(x.simd_gt(high).select(high, x).to_array())
    }

    /// The sum of the four, pairs first.
    #[inline(always)]
    pub fn sum(self) -> f32 {
        let [a, b, c, d] = self.0;
        (a + b) + (c + d)
    }

    /// The sums of four lanes, each as [`Lane::sum`] has it.
    #[inline(always)]
    pub fn sums(rows: [Self; WIDTH]) -> Self {
        let place = |i: usize| Self(rows.map(|row| row.0[i]));
        (place(0) + place(1)) + (place(2) + place(3))
    }
}

/// Lanes needed for `count` numbers.
pub fn lanes_for(count: usize) -> usize {
    count.div_ceil(WIDTH)
}

/// `numbers` in lanes, the last one filled up with zeros.
pub fn pack(numbers: impl IntoIterator<Item = f32>) -> Vec<Lane> {
    let mut numbers = numbers.into_iter().peekable();
    let mut lanes = Vec::new();
    while numbers.peek().is_some() {
        lanes.push(Lane([0; WIDTH].map(|_: i32| numbers.next().unwrap_or(0.0))));
    }
    lanes
}

macro_rules! lanewise {
    ($trait:ident, $method:ident, $op:tt) => {
        impl $trait for Lane {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self {
                Self((f32x4::new(self.0) $op f32x4::new(other.0)).to_array())
            }
        }
    };
}

lanewise!(Add, add, +);
lanewise!(Sub, sub, -);
lanewise!(Mul, mul, *);
lanewise!(Div, div, /);

impl From<f32> for Lane {
    #[inline(always)]
    fn from(value: f32) -> Self {
        Self::splat(value)
    }
}

impl AddAssign for Lane {
    #[inline(always)]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_with_zeros_at_the_end() {
        assert_eq!(pack([1.0, 2.0, 3.0, 4.0, 5.0])[1], Lane([5.0, 0.0, 0.0, 0.0]));
        assert!(pack([]).is_empty());
        assert_eq!((lanes_for(0), lanes_for(8), lanes_for(9)), (0, 2, 3));
    }
}
