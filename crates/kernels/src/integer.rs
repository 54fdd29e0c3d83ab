//! Element-wise functions on integers, which wrap around instead of overflowing.

use crate::codes::{Binary, Unary};

/// The function of two integers, or `None` where it gives a truth value or floats.
pub fn binary(operation: Binary) -> Option<fn(i64, i64) -> i64> {
    Some(match operation {
        Binary::Add => i64::wrapping_add,
        Binary::Subtract => i64::wrapping_sub,
        Binary::Multiply => i64::wrapping_mul,
        Binary::FloorDivide => floor_divide,
        Binary::Remainder => remainder,
        Binary::Maximum | Binary::Fmax => i64::max,
        Binary::Minimum | Binary::Fmin => i64::min,
        _ => return None,
    })
}

/// The function of one integer, or `None` where it gives a truth value or floats.
pub fn unary(operation: Unary) -> Option<fn(i64) -> i64> {
    Some(match operation {
        Unary::Negative => i64::wrapping_neg,
        Unary::Absolute => i64::wrapping_abs,
        Unary::Sign => i64::signum,
        Unary::Square => |x| x.wrapping_mul(x),
        Unary::Floor | Unary::Ceil => |x| x,
        _ => return None,
    })
}

/// The quotient rounded down; zero for a zero divisor.
fn floor_divide(x: i64, y: i64) -> i64 {
    if y == 0 {
        return 0;
    }
    let quotient = x.wrapping_div(y);
    let inexact = x.wrapping_rem(y) != 0;
    if inexact && (x < 0) != (y < 0) { quotient - 1 } else { quotient }
}

/// The remainder with the sign of the divisor; zero for a zero divisor.
fn remainder(x: i64, y: i64) -> i64 {
    if y == 0 {
        return 0;
    }
    let cut = x.wrapping_rem(y);
    if cut != 0 && (cut < 0) != (y < 0) { cut + y } else { cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_rounds_down_and_survives_its_edges() {
        assert_eq!((floor_divide(-7, 2), remainder(-7, 2)), (-4, 1));
        assert_eq!((floor_divide(7, -2), remainder(7, -2)), (-4, -1));
        assert_eq!((floor_divide(5, 0), remainder(5, 0)), (0, 0));
        assert_eq!(floor_divide(i64::MIN, -1), i64::MIN);
    }
}
