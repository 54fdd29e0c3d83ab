//! Usual causes of wrong numbers, named when what came back is the right answer in a well-known
//! disguise: transposed, off by one, divided by n − 1 instead of n.
//!
//! A cause is only named if it explains *every* failing case that returned something; a coincidence
//! on one input is no evidence. Whether it is the true cause nobody knows: the page says "looks
//! like".

use protocol::python::{Observation, Outcome, Rules};
use protocol::value::Value;

use crate::compare::difference;
use crate::verdict::{Status, case_verdict};

mod arrangement;
mod numbers;

/// In what way the answers are the right ones in disguise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// NaN or an infinity where a number was expected: an exponential that overflows, 0 / 0.
    NotFinite,
    /// Rows and columns are exchanged.
    Transposed,
    /// Columns add up as rows should, or the other way round.
    WrongAxis,
    /// The right numbers in another shape: an axis was lost or added.
    Reshaped,
    /// Every element is the same one, where they should differ: one object, put in again and again.
    SameElement,
    /// The parts of the tuple are right, and in another order.
    SwappedParts,
    /// The list is the right one backwards.
    Reversed,
    /// One element is missing at an end, or there is one too many.
    OffByOneLength,
    /// Each element stands one place beside where it belongs.
    OffByOnePlace,
    /// Each whole number is too large by one (`1`) or too small (`-1`).
    OffByOne(i8),
    /// Whole numbers where fractions were expected: `//`, or an array of integers.
    IntegerDivision,
    /// Rounded to this many digits.
    Rounded(i32),
    /// The right magnitude with the wrong sign.
    SignFlipped,
    /// One minus the right value.
    Complement,
    /// Squares of the right values: a root is missing.
    Squared,
    /// Roots of the right values.
    Rooted,
    /// A variance (or its root) divided by n − 1 where n belongs, or the other way round.
    OtherVariance,
    /// A logarithm of another base.
    LogBase,
    /// Degrees for radians, or the other way round.
    AngleUnit,
    /// Sums where means were expected, or the other way round.
    SumForMean,
    /// All too large, or too small, by this factor.
    Scaled(f64),
}

/// The cause that explains all failing observations that returned a value; `None` if none does.
#[must_use]
pub fn cause(observations: &[Observation], rules: Rules) -> Option<Cause> {
    let mut parts = Vec::new();
    for seen in observations {
        let Outcome::Returned { value } = &seen.outcome else { continue };
        let failed = case_verdict(seen, rules).status == Status::Failed;
        if failed && seen.mutated.is_empty() {
            differing(&seen.expected, value, rules, &mut parts);
        }
    }
    if parts.is_empty() {
        return None;
    }
    let closeness = numbers::Closeness::of(rules);
    arrangement::not_finite(&parts)
        .or_else(|| arrangement::cause(&parts, rules, closeness))
        .or_else(|| numbers::cause(&parts, closeness))
}

/// The parts of a tuple or dictionary that differ; of anything else the whole. Parts that are
/// right say nothing about what went wrong in the others.
fn differing<'a>(
    expected: &'a Value,
    got: &'a Value,
    rules: Rules,
    parts: &mut Vec<(&'a Value, &'a Value)>,
) {
    if difference(expected, got, rules).is_none() {
        return;
    }
    match (expected, got) {
        (Value::Tuple(e), Value::Tuple(g) | Value::List(g))
            if e.len() == g.len() && !arrangement::is_swapped(e, g, rules) =>
        {
            for (e, g) in e.iter().zip(g) {
                differing(e, g, rules, parts);
            }
        }
        (Value::Dict(e), Value::Dict(g)) if e.len() == g.len() => {
            for ((key, e), (other, g)) in e.iter().zip(g) {
                if key == other {
                    differing(e, g, rules, parts);
                } else {
                    parts.push((expected, got));
                    return;
                }
            }
        }
        _ => parts.push((expected, got)),
    }
}
