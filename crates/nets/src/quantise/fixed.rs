//! Multiplying a whole number by a fraction without a fraction: a 31-bit whole number and a shift
//! (Jacob et al. 2018, "Quantization and Training of Neural Networks for Efficient
//! Integer-Arithmetic-Only Inference", section 2.2).

/// A positive factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Multiplier {
    mantissa: i32,
    shift: u32,
}

/// Bits of the mantissa.
const BITS: i32 = 31;

/// A product of 31 and 32 bits shifted further than this is 0.
const SHIFT_MAX: i32 = 62;

impl Multiplier {
    /// The nearest factor to `value`, which is positive and below 2³⁰.
    pub fn of(value: f64) -> Self {
        let (fraction, exponent) = libm::frexp(value);
        let mut mantissa = libm::round(libm::ldexp(fraction, BITS)) as i64;
        let mut shift = BITS - exponent;
        // Rounded up to 1: half of it, twice.
        if mantissa == 1 << BITS {
            mantissa /= 2;
            shift -= 1;
        }
        if shift > SHIFT_MAX {
            return Self { mantissa: 0, shift: 1 };
        }
        Self { mantissa: mantissa as i32, shift: shift.max(1) as u32 }
    }

    /// `whole` times the factor, rounded to the nearest, half way upwards.
    #[inline]
    pub fn apply(self, whole: i32) -> i32 {
        let product = i64::from(whole) * i64::from(self.mantissa);
        ((product + (1 << (self.shift - 1))) >> self.shift) as i32
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_rounded_product(whole in -2_000_000_i32..2_000_000, power in -12.0_f64..0.5) {
            let value = libm::pow(10.0, power);
            let exact = f64::from(whole) * value;
            let got = f64::from(Multiplier::of(value).apply(whole));
            prop_assert!((got - exact).abs() <= 0.5 + 1e-8 * exact.abs(), "{whole} · {value}: {got}");
        }
    }

    #[test]
    fn factors_of_two_are_exact_and_next_to_nothing_is_nothing() {
        assert_eq!(Multiplier::of(0.5).apply(3), 2);
        assert_eq!(Multiplier::of(0.5).apply(-3), -1);
        assert_eq!(Multiplier::of(1.0).apply(-77), -77);
        assert_eq!(Multiplier::of(1e-30).apply(i32::MAX), 0);
        assert_eq!(Multiplier::of(1.0 - 1e-12).apply(1_000_000), 1_000_000);
    }
}
