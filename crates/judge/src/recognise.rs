//! Which recorded mistake, if any, explains a submission: the one that answers every failing case
//! in the same wrong way.

use protocol::python::{CodeError, Observation, Outcome, Rules};

use crate::compare::difference;

/// The index of the first mistake whose observations agree with the submission's on every failing
/// case; `None` if no mistake does, or nothing fails.
///
/// `failing` holds the submission's observations that did not pass; each of `mistakes` is an index
/// and what the recorded mistake did on the same cases (others are ignored, a missing one counts
/// against it). Two observations agree if they returned equal values, or raised the same exception,
/// and changed the same arguments.
#[must_use]
pub fn recognise(
    failing: &[Observation],
    mistakes: &[(usize, Vec<Observation>)],
    rules: Rules,
) -> Option<usize> {
    if failing.is_empty() {
        return None;
    }
    let explains = |candidate: &[Observation]| {
        failing.iter().all(|seen| {
            candidate.iter().any(|other| other.name == seen.name && agree(seen, other, rules))
        })
    };
    mistakes.iter().find(|(_, candidate)| explains(candidate)).map(|(index, _)| *index)
}

fn agree(a: &Observation, b: &Observation, rules: Rules) -> bool {
    let same_outcome = match (&a.outcome, &b.outcome) {
        (Outcome::Returned { value }, Outcome::Returned { value: other }) => {
            difference(value, other, rules).is_none()
        }
        (Outcome::Raised { error }, Outcome::Raised { error: other }) => same_error(error, other),
        _ => false,
    };
    same_outcome && a.mutated == b.mutated
}

/// Words and lines depend on how the code is written; the family and the class do not.
fn same_error(a: &CodeError, b: &CodeError) -> bool {
    a.kind == b.kind && a.name == b.name
}
