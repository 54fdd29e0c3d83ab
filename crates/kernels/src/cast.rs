//! Copies of elements in another type.

use crate::element::{Element, Wide};

/// The elements in another type: integers wrap around, floats are rounded, or cut to integers.
pub fn copy<T: Element, U: Element>(values: &[T], out: &mut [U]) {
    for (result, value) in out.iter_mut().zip(values) {
        *result = U::narrow(Wide::from_wide(value.widen()));
    }
}

/// Whether each number is other than zero.
pub fn to_truth<T: Element>(values: &[T], out: &mut [u8]) {
    let zero = T::default();
    for (result, value) in out.iter_mut().zip(values) {
        *result = u8::from(*value != zero);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_wrap_and_floats_round() {
        let mut bytes = [0_u8; 2];
        copy(&[300_i64, -1], &mut bytes);
        assert_eq!(bytes, [44, 255]);
        let mut single = [0.0_f32; 1];
        copy(&[0.1_f64], &mut single);
        assert_eq!(single, [0.1_f32]);
        to_truth(&[0.5, f64::NAN], &mut bytes);
        assert_eq!(bytes, [1, 1]);
    }
}
