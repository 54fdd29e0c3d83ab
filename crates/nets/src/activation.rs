//! Activations of the small dense networks, by their value and by their slope.

use std::ops::{Add, Div, Mul};

use crate::lane::Lane;

/// What a hidden unit does with its weighted sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// Hyperbolic tangent.
    Tanh,
    /// Rectified linear.
    Relu,
    /// Rectified linear with a slope of 0.01 below 0, so that no unit is ever without one.
    LeakyRelu,
    /// Logistic.
    Sigmoid,
    /// Identity.
    Linear,
}

impl Activation {
    /// Replaces each sum by the unit's answer.
    #[inline]
    pub fn apply(self, sums: &mut [Lane]) {
        match self {
            Self::Tanh => sums.iter_mut().for_each(|z| *z = tanh_of(*z)),
            Self::Relu => sums.iter_mut().for_each(|z| *z = z.map(relu)),
            Self::LeakyRelu => sums.iter_mut().for_each(|z| *z = z.map(leaky)),
            Self::Sigmoid => sums.iter_mut().for_each(|z| *z = sigmoid_of(*z)),
            Self::Linear => {}
        }
    }

    /// Multiplies each delta by the slope at the unit's answer `a` (not at its sum): every one of
    /// them has a slope that the answer determines.
    #[inline]
    pub fn scale_by_slope(self, deltas: &mut [Lane], answers: &[Lane]) {
        let pairs = deltas.iter_mut().zip(answers);
        match self {
            Self::Tanh => pairs.for_each(|(d, &a)| *d = *d * (Lane::splat(1.0) - a * a)),
            Self::Relu => pairs.for_each(|(d, &a)| *d = *d * a.map(|a| f32::from(a > 0.0))),
            Self::LeakyRelu => pairs.for_each(|(d, &a)| *d = *d * a.map(leaky_slope)),
            Self::Sigmoid => pairs.for_each(|(d, &a)| *d = *d * (a * (Lane::splat(1.0) - a))),
            Self::Linear => {}
        }
    }
}

/// Beyond this the rational function below has reached its last value before 1.
const SATURATION: f32 = 7.905_311;

/// Hyperbolic tangent as an odd polynomial of degree 13 over an even one of degree 6 (the
/// coefficients of Eigen's `ptanh`). Absolute error below 5e-7; no branch and no platform function, so
/// it is the same everywhere, for one number or for four. NaN stays NaN.
#[inline]
pub fn tanh(x: f32) -> f32 {
    ratio(x.clamp(-SATURATION, SATURATION))
}

/// [`tanh`] of each number.
#[inline]
pub fn tanh_of(x: Lane) -> Lane {
    ratio(x.clamp(-SATURATION, SATURATION))
}

#[inline(always)]
#[allow(clippy::excessive_precision)]
fn ratio<T>(x: T) -> T
where
    T: Copy + From<f32> + Add<Output = T> + Mul<Output = T> + Div<Output = T>,
{
    let s = x * x;
    let mut odd = s * (-2.760_768_477_423_55e-16).into() + 2.000_187_904_824_77e-13.into();
    odd = s * odd + (-8.604_671_522_137_35e-11).into();
    odd = s * odd + 5.122_297_090_371_14e-8.into();
    odd = s * odd + 1.485_722_357_179_79e-5.into();
    odd = s * odd + 6.372_619_288_754_36e-4.into();
    odd = s * odd + 4.893_524_558_917_86e-3.into();
    let mut even = s * 1.198_258_394_667_02e-6.into() + 1.185_347_056_866_54e-4.into();
    even = s * even + 2.268_434_632_439_00e-3.into();
    even = s * even + 4.893_525_185_543_85e-3.into();
    x * odd / even
}

/// log₂ e, and ln 2 as a short number and the rest.
const LOG2_E: f32 = std::f32::consts::LOG2_E;
const LN_2: (f32, f32) = (0.693_359_4, -2.121_944_4e-4);

/// Added and taken away again, this rounds to whole numbers; its lowest bits then hold the number.
const ROUNDING: f32 = 12_582_912.0;

/// e to each number, with a relative error below 2e-7: 2ⁿ times a polynomial within ±½ ln 2 (the
/// coefficients of Cephes' `expf`). Below −87 it stays at e⁻⁸⁷, above 88 at e⁸⁸; NaN stays NaN.
#[inline]
#[allow(clippy::excessive_precision)]
pub fn exp_of(x: Lane) -> Lane {
    let x = x.clamp(-87.0, 88.0);
    let rounded = x * LOG2_E.into() + ROUNDING.into();
    let n = rounded - ROUNDING.into();
    let r = x - n * LN_2.0.into() - n * LN_2.1.into();
    let mut p = r * 1.987_569_150_0e-4.into() + 1.398_199_950_7e-3.into();
    p = r * p + 8.333_451_907_3e-3.into();
    p = r * p + 4.166_579_589_4e-2.into();
    p = r * p + 1.666_666_545_9e-1.into();
    p = r * p + 5.000_000_120_1e-1.into();
    let power = rounded.map(|it| f32::from_bits((it.to_bits().wrapping_add(127)) << 23));
    (r * r * p + r + 1.0.into()) * power
}

/// Logistic function through [`tanh`]: σ(x) = ½ + ½ tanh(x / 2).
#[inline]
pub fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// [`sigmoid`] of each number.
#[inline]
pub fn sigmoid_of(x: Lane) -> Lane {
    let half = Lane::splat(0.5);
    half + half * tanh_of(half * x)
}

#[inline]
fn relu(x: f32) -> f32 {
    if x < 0.0 { 0.0 } else { x }
}

/// Slope of [`Activation::LeakyRelu`] below 0: PyTorch's default.
pub const LEAK: f32 = 0.01;

#[inline]
fn leaky(x: f32) -> f32 {
    if x < 0.0 { LEAK * x } else { x }
}

#[inline]
fn leaky_slope(answer: f32) -> f32 {
    if answer > 0.0 { 1.0 } else { LEAK }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tanh_stays_within_its_stated_error() {
        let worst = (-200_000..=200_000)
            .map(|i| i as f32 * 1e-4)
            .map(|x| (f64::from(tanh(x)) - f64::from(x).tanh()).abs())
            .fold(0.0, f64::max);
        assert!(worst < 5e-7, "worst error {worst}");
    }

    #[test]
    fn exp_stays_within_its_stated_error() {
        for i in -86_999..=87_999 {
            let x = i as f32 * 1e-3;
            let (found, exact) = (exp_of(Lane::splat(x)).0[0], f64::from(x).exp());
            assert!((f64::from(found) / exact - 1.0).abs() < 2e-7, "e to {x}: {found}");
        }
        assert_eq!(exp_of(Lane::ZERO).0, [1.0; 4]);
        assert!(exp_of(Lane::splat(f32::NAN)).0[0].is_nan());
        assert!(exp_of(Lane::splat(f32::NEG_INFINITY)).0[0] < 1e-37);
    }

    #[test]
    fn tanh_keeps_to_its_range_and_lets_nan_through() {
        for x in [f32::INFINITY, 1e30, 8.0, f32::MIN_POSITIVE, 0.0] {
            assert!(tanh(x) <= 1.0 && tanh(-x) == -tanh(x), "tanh({x}) = {}", tanh(x));
        }
        assert!(tanh(f32::NAN).is_nan() && relu(f32::NAN).is_nan());
    }

    #[test]
    fn slopes_agree_with_differences() {
        use Activation::{LeakyRelu, Linear, Relu, Sigmoid, Tanh};
        for kind in [Tanh, Relu, LeakyRelu, Sigmoid, Linear] {
            for x in [-2.5_f32, -0.7, 0.3, 1.9] {
                let value = |x: f32| {
                    let mut lane = [Lane::splat(x)];
                    kind.apply(&mut lane);
                    lane[0].0[0]
                };
                let mut slope = [Lane::splat(1.0)];
                kind.scale_by_slope(&mut slope, &[Lane::splat(value(x))]);
                let difference = (value(x + 1e-2) - value(x - 1e-2)) / 2e-2;
                assert!((slope[0].0[0] - difference).abs() < 1e-3, "{kind:?} at {x}");
            }
        }
    }
}
