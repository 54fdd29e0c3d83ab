//! Element-wise functions on floats, with NumPy's answers at the edges, and what went wrong.

use crate::codes::{Binary, Unary, flags};

/// The function of two floats, or `None` where it gives a truth value.
pub fn binary(operation: Binary) -> Option<fn(f64, f64) -> f64> {
    Some(match operation {
        Binary::Add => |x, y| x + y,
        Binary::Subtract => |x, y| x - y,
        Binary::Multiply => |x, y| x * y,
        Binary::Divide => |x, y| x / y,
        Binary::FloorDivide => floor_divide,
        Binary::Remainder => remainder,
        Binary::Power => f64::powf,
        Binary::Maximum => |x, y| if x >= y || x.is_nan() { x } else { y },
        Binary::Minimum => |x, y| if x <= y || x.is_nan() { x } else { y },
        Binary::Fmax => |x, y| if x >= y || y.is_nan() { x } else { y },
        Binary::Fmin => |x, y| if x <= y || y.is_nan() { x } else { y },
        Binary::Arctan2 => f64::atan2,
        Binary::Hypot => f64::hypot,
        _ => return None,
    })
}

/// The function of one float, or `None` where it gives a truth value.
pub fn unary(operation: Unary) -> Option<fn(f64) -> f64> {
    Some(match operation {
        Unary::Negative => |x| -x,
        Unary::Absolute => f64::abs,
        Unary::Sign => |x| if x.is_nan() { x } else { f64::from(x > 0.0) - f64::from(x < 0.0) },
        Unary::Square => |x| x * x,
        Unary::Sqrt => f64::sqrt,
        Unary::Exp => f64::exp,
        Unary::Log => f64::ln,
        Unary::Tanh => f64::tanh,
        Unary::Sin => f64::sin,
        Unary::Cos => f64::cos,
        Unary::Expm1 => f64::exp_m1,
        Unary::Log1p => f64::ln_1p,
        Unary::Log2 => f64::log2,
        Unary::Log10 => f64::log10,
        Unary::Reciprocal => |x| 1.0 / x,
        Unary::Floor => f64::floor,
        Unary::Ceil => f64::ceil,
        _ => return None,
    })
}

/// The quotient rounded down, computed from the remainder so that both agree.
fn floor_divide(x: f64, y: f64) -> f64 {
    if y == 0.0 {
        return x / y;
    }
    let quotient = (x - remainder(x, y)) / y;
    let floor = quotient.floor();
    if quotient - floor > 0.5 { floor + 1.0 } else { floor }
}

/// The remainder with the sign of the divisor.
fn remainder(x: f64, y: f64) -> f64 {
    let cut = x % y;
    if cut == 0.0 {
        0.0_f64.copysign(y)
    } else if (cut < 0.0) != (y < 0.0) {
        cut + y
    } else {
        cut
    }
}

/// Which error led from the inputs to a result; none when the result is finite.
pub fn binary_flags(operation: Binary, x: f64, y: f64, result: f64) -> i32 {
    let quiet =
        matches!(operation, Binary::Maximum | Binary::Minimum | Binary::Fmax | Binary::Fmin);
    if result.is_finite() || quiet || x.is_nan() || y.is_nan() {
        return 0;
    }
    if result.is_nan() {
        return flags::INVALID;
    }
    if !x.is_finite() || !y.is_finite() {
        return 0;
    }
    let pole = match operation {
        Binary::Divide | Binary::FloorDivide | Binary::Remainder => y == 0.0,
        Binary::Power => x == 0.0,
        _ => false,
    };
    if pole { flags::DIVIDE } else { flags::OVERFLOW }
}

/// Which error led from the input to a result; none when the result is finite.
pub fn unary_flags(operation: Unary, x: f64, result: f64) -> i32 {
    if result.is_finite() || x.is_nan() {
        return 0;
    }
    if result.is_nan() {
        return flags::INVALID;
    }
    let pole = matches!(
        operation,
        Unary::Log | Unary::Log1p | Unary::Log2 | Unary::Log10 | Unary::Reciprocal
    );
    match (x.is_finite(), pole) {
        (false, _) => 0,
        (true, true) => flags::DIVIDE,
        (true, false) => flags::OVERFLOW,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainder_has_the_sign_of_the_divisor() {
        assert_eq!(remainder(-7.0, 3.0), 2.0);
        assert_eq!(remainder(7.0, -3.0), -2.0);
        assert_eq!(floor_divide(-7.0, 3.0), -3.0);
        assert!(remainder(1.0, 0.0).is_nan());
    }

    #[test]
    fn infinities_name_their_cause() {
        assert_eq!(binary_flags(Binary::Divide, 1.0, 0.0, f64::INFINITY), flags::DIVIDE);
        assert_eq!(binary_flags(Binary::Divide, 0.0, 0.0, f64::NAN), flags::INVALID);
        assert_eq!(binary_flags(Binary::Multiply, 1e300, 1e300, f64::INFINITY), flags::OVERFLOW);
        assert_eq!(binary_flags(Binary::Add, f64::INFINITY, 1.0, f64::INFINITY), 0);
        assert_eq!(unary_flags(Unary::Log, 0.0, f64::NEG_INFINITY), flags::DIVIDE);
        assert_eq!(unary_flags(Unary::Exp, 1000.0, f64::INFINITY), flags::OVERFLOW);
    }
}
