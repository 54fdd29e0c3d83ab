//! Element types: each computes in a wide type of its kind, `f64` or `i64`.
//!
//! Computing in the wide type and rounding once gives the same result as arithmetic in the narrow
//! one: `f64` has more than twice the digits of `f32`, and integers wrap around when cut.

use bytemuck::Pod;

/// A number as it is stored.
pub trait Element: Pod + PartialOrd + Default {
    /// The type that arithmetic happens in.
    type Wide: Wide;
    /// The stored number in the wide type.
    fn widen(self) -> Self::Wide;
    /// The wide number as it is stored; rounded or wrapped around.
    fn narrow(wide: Self::Wide) -> Self;
}

/// The two types that arithmetic happens in.
pub trait Wide: Copy + PartialOrd + Default {
    /// Zero.
    const ZERO: Self;
    /// One.
    const ONE: Self;
    /// Sum; integers wrap around.
    fn plus(self, other: Self) -> Self;
    /// Product; integers wrap around.
    fn times(self, other: Self) -> Self;
    /// The number as `f64`, rounded when an integer is too long.
    fn to_f64(self) -> f64;
    /// The number as `i64`; fractions are cut.
    fn to_i64(self) -> i64;
    /// The number from either wide type.
    fn from_wide<W: Wide>(value: W) -> Self;
    /// Whether it differs from itself.
    fn is_nan(self) -> bool;
}

impl Wide for f64 {
    const ZERO: Self = 0.0;
    const ONE: Self = 1.0;
    fn plus(self, other: Self) -> Self {
        self + other
    }
    fn times(self, other: Self) -> Self {
        self * other
    }
    fn to_f64(self) -> f64 {
        self
    }
    fn to_i64(self) -> i64 {
        self as i64
    }
    fn from_wide<W: Wide>(value: W) -> Self {
        value.to_f64()
    }
    fn is_nan(self) -> bool {
        self.is_nan()
    }
}

impl Wide for i64 {
    const ZERO: Self = 0;
    const ONE: Self = 1;
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
    fn times(self, other: Self) -> Self {
        self.wrapping_mul(other)
    }
    fn to_f64(self) -> f64 {
        self as f64
    }
    fn to_i64(self) -> i64 {
        self
    }
    fn from_wide<W: Wide>(value: W) -> Self {
        value.to_i64()
    }
    fn is_nan(self) -> bool {
        false
    }
}

macro_rules! element {
    ($($stored:ty => $wide:ty),*) => {$(
        impl Element for $stored {
            type Wide = $wide;
            fn widen(self) -> $wide {
                self as $wide
            }
            fn narrow(wide: $wide) -> Self {
                wide as $stored
            }
        }
    )*};
}

element!(f64 => f64, f32 => f64, i64 => i64, i32 => i64, u8 => i64);
