//! Combining runs of elements into one: sums in NumPy's pairwise order, extremes, positions.

use crate::codes::Reduction;
use crate::element::{Element, Wide};

/// Up to this many numbers are added in eight running sums; longer runs are halved.
const BLOCK: usize = 128;

/// The sum in NumPy's order of additions, so that the last digits agree.
pub fn pairwise_sum<T: Element>(values: &[T]) -> T::Wide {
    let count = values.len();
    if count < 8 {
        return values.iter().fold(T::Wide::ZERO, |sum, value| sum.plus(value.widen()));
    }
    if count > BLOCK {
        let half = count / 2 / 8 * 8;
        return pairwise_sum(&values[..half]).plus(pairwise_sum(&values[half..]));
    }
    let mut lanes = [T::Wide::ZERO; 8];
    let chunks = values.chunks_exact(8);
    let rest = chunks.remainder();
    for (number, chunk) in chunks.enumerate() {
        for (lane, value) in lanes.iter_mut().zip(chunk) {
            *lane = if number == 0 { value.widen() } else { lane.plus(value.widen()) };
        }
    }
    let [a, b, c, d, e, f, g, h] = lanes;
    let sum = a.plus(b).plus(c.plus(d)).plus(e.plus(f).plus(g.plus(h)));
    rest.iter().fold(sum, |sum, value| sum.plus(value.widen()))
}

/// Where the first number is that beats all others; the first NaN beats everything.
fn position<T: Element>(run: impl Iterator<Item = T>, beats: fn(&T, &T) -> bool) -> i64 {
    let mut best: Option<(i64, T)> = None;
    for (place, value) in run.enumerate() {
        if value.widen().is_nan() {
            return place as i64;
        }
        if best.is_none_or(|(_, so_far)| beats(&value, &so_far)) {
            best = Some((place as i64, value));
        }
    }
    best.map_or(0, |(place, _)| place)
}

/// The number that beats all others; NaN when there is one.
fn extreme<T: Element>(run: impl Iterator<Item = T>, beats: fn(&T, &T) -> bool) -> T {
    let mut best: Option<T> = None;
    for value in run {
        if value.widen().is_nan() {
            return value;
        }
        if best.is_none_or(|so_far| beats(&value, &so_far)) {
            best = Some(value);
        }
    }
    best.unwrap_or_default()
}

/// The shape of a reduction: element (i, k, j) lies at `(i·length + k)·inner + j`.
#[derive(Clone, Copy)]
pub struct Runs {
    /// How many groups of runs there are.
    pub outer: usize,
    /// How many elements each run has.
    pub length: usize,
    /// How many runs lie side by side in a group.
    pub inner: usize,
}

impl Runs {
    /// Whether this many elements make these runs.
    pub fn fit(&self, count: usize) -> bool {
        let total = self.outer.checked_mul(self.length).and_then(|n| n.checked_mul(self.inner));
        total == Some(count)
    }
}

/// The sum or product of each run, in the order of the runs.
pub fn combine<T: Element>(operation: Reduction, values: &[T], runs: Runs) -> Vec<T::Wide> {
    let product = operation == Reduction::Product;
    let mut results = Vec::with_capacity(runs.outer * runs.inner);
    for group in values.chunks_exact((runs.length * runs.inner).max(1)) {
        if runs.inner == 1 {
            results.push(if product {
                group.iter().fold(T::Wide::ONE, |so_far, value| so_far.times(value.widen()))
            } else {
                pairwise_sum(group)
            });
            continue;
        }
        let first = results.len();
        let start = if product { T::Wide::ONE } else { T::Wide::ZERO };
        results.resize(first + runs.inner, start);
        for row in group.chunks_exact(runs.inner) {
            for (result, value) in results[first..].iter_mut().zip(row) {
                let value = value.widen();
                *result = if product { result.times(value) } else { result.plus(value) };
            }
        }
    }
    results
}

/// Calls `emit` with each run, in order.
fn each_run<T: Element>(values: &[T], runs: Runs, mut emit: impl FnMut(Run<'_, T>)) {
    for group in values.chunks_exact((runs.length * runs.inner).max(1)) {
        for column in 0..runs.inner {
            emit(Run { group, column, inner: runs.inner });
        }
    }
}

struct Run<'a, T> {
    group: &'a [T],
    column: usize,
    inner: usize,
}

impl<T: Copy> Run<'_, T> {
    fn iter(&self) -> impl Iterator<Item = T> + '_ {
        self.group[self.column..].iter().step_by(self.inner).copied()
    }
}

/// The largest or smallest element of each run.
pub fn extremes<T: Element>(operation: Reduction, values: &[T], runs: Runs) -> Vec<T> {
    let beats: fn(&T, &T) -> bool =
        if operation == Reduction::Max { |a, b| a > b } else { |a, b| a < b };
    let mut results = Vec::with_capacity(runs.outer * runs.inner);
    each_run(values, runs, |run| results.push(extreme(run.iter(), beats)));
    results
}

/// Where the largest or smallest element of each run is first.
pub fn positions<T: Element>(operation: Reduction, values: &[T], runs: Runs) -> Vec<i64> {
    let beats: fn(&T, &T) -> bool =
        if operation == Reduction::Argmax { |a, b| a > b } else { |a, b| a < b };
    let mut results = Vec::with_capacity(runs.outer * runs.inner);
    each_run(values, runs, |run| results.push(position(run.iter(), beats)));
    results
}

/// Whether any, or all, elements of each run are true.
pub fn truths<T: Element>(operation: Reduction, values: &[T], runs: Runs) -> Vec<u8> {
    let zero = T::default();
    let any = operation == Reduction::Any;
    let mut results = Vec::with_capacity(runs.outer * runs.inner);
    each_run(values, runs, |run| {
        let found = run.iter().any(|value| (value != zero) == any);
        results.push(u8::from(found == any));
    });
    results
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RUNS: Runs = Runs { outer: 2, length: 3, inner: 2 };

    #[test]
    fn runs_side_by_side_are_told_apart() {
        let values: Vec<i64> = (0..12).collect();
        assert_eq!(combine(Reduction::Sum, &values, RUNS), [6, 9, 24, 27]);
        assert_eq!(extremes(Reduction::Max, &values, RUNS), [4, 5, 10, 11]);
        assert_eq!(positions(Reduction::Argmin, &values, RUNS), [0, 0, 0, 0]);
        assert_eq!(truths(Reduction::All, &values, RUNS), [0, 1, 1, 1]);
    }

    #[test]
    fn nan_wins_every_contest() {
        let values = [1.0, f64::NAN, 3.0];
        let runs = Runs { outer: 1, length: 3, inner: 1 };
        assert!(extremes(Reduction::Max, &values, runs)[0].is_nan());
        assert_eq!(positions(Reduction::Argmin, &values, runs), [1]);
    }

    proptest! {
        #[test]
        fn the_pairwise_sum_is_close_to_the_plain_one(
            values in proptest::collection::vec(-1e3..1e3_f64, 0..1000),
        ) {
            let plain: f64 = values.iter().sum();
            prop_assert!((pairwise_sum(&values) - plain).abs() < 1e-8);
        }
    }
}
