//! Sorting runs of numbers, NaN last, and the order that sorts them.

use std::cmp::Ordering;

use crate::element::{Element, Wide};

/// The order of numbers with NaN behind all others.
fn order<T: Element>(a: &T, b: &T) -> Ordering {
    a.partial_cmp(b).unwrap_or_else(|| a.widen().is_nan().cmp(&b.widen().is_nan()))
}

/// Sorts each run of `length` elements in place.
pub fn sort<T: Element>(values: &mut [T], length: usize) {
    for run in values.chunks_exact_mut(length.max(1)) {
        run.sort_unstable_by(order);
    }
}

/// Writes the order that sorts each run to `out`; equal elements keep theirs.
pub fn argsort<T: Element>(values: &[T], length: usize, out: &mut [i64]) {
    let length = length.max(1);
    for (run, places) in values.chunks_exact(length).zip(out.chunks_exact_mut(length)) {
        for (place, number) in places.iter_mut().zip(0..) {
            *place = number;
        }
        places.sort_by(|&a, &b| order(&run[a as usize], &run[b as usize]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nan_goes_last_in_each_run() {
        let mut values = [f64::NAN, 2.0, 1.0, 3.0, f64::NAN, -1.0];
        sort(&mut values, 3);
        assert_eq!(values[..2], [1.0, 2.0]);
        assert_eq!(values[3..5], [-1.0, 3.0]);
        assert!(values[2].is_nan() && values[5].is_nan());
    }

    proptest! {
        #[test]
        fn the_order_sorts_and_is_stable(values in proptest::collection::vec(0..9_i32, 1..200)) {
            let mut places = vec![0; values.len()];
            argsort(&values, values.len(), &mut places);
            for pair in places.windows(2) {
                let (a, b) = (values[pair[0] as usize], values[pair[1] as usize]);
                prop_assert!(a < b || (a == b && pair[0] < pair[1]));
            }
        }
    }
}
