//! One case's observation to its verdict, and many verdicts to one.

use protocol::python::{CodeError, Observation, Outcome, Rules};

use crate::compare;
use crate::difference::Difference;

/// How a case, or a whole submission, ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// The right value came back and no argument was changed.
    Passed,
    /// A wrong value came back, or an argument was changed.
    Failed,
    /// The code raised, or was ended at its step budget.
    Error,
}

impl Status {
    /// As in `data-status`: `passed`, `failed`, `error`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Error => "error",
        }
    }
}

/// What one case showed.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseVerdict {
    /// The case's name.
    pub name: String,
    /// Whether its input stays hidden until the exercise is solved.
    pub hidden: bool,
    /// How it ended.
    pub status: Status,
    /// How the value differs; `None` if it is right or there is none.
    pub difference: Option<Difference>,
    /// How the learner's own expectation differs from the right answer, if it does.
    pub doubt: Option<Difference>,
    /// Arguments that the code changed without being asked to.
    pub mutated: Vec<String>,
    /// What was raised, with the visitor's own line.
    pub error: Option<CodeError>,
    /// Executed steps.
    pub steps: u64,
}

/// Judges one case.
#[must_use]
pub fn case_verdict(observation: &Observation, rules: Rules) -> CaseVerdict {
    let (difference, error) = match &observation.outcome {
        Outcome::Returned { value } => {
            (compare::difference(&observation.expected, value, rules), None)
        }
        Outcome::Raised { error } => (None, Some(error.clone())),
    };
    let stated = observation.stated.as_ref();
    let doubt = stated.and_then(|it| compare::difference(&observation.expected, it, rules));
    let status = if error.is_some() {
        Status::Error
    } else if difference.is_some() || !observation.mutated.is_empty() {
        Status::Failed
    } else {
        Status::Passed
    };
    CaseVerdict {
        name: observation.name.clone(),
        hidden: observation.hidden,
        status,
        difference,
        doubt,
        mutated: observation.mutated.clone(),
        error,
        steps: observation.steps,
    }
}

/// How many cases ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Right.
    pub passed: usize,
    /// Wrong value, or a changed argument.
    pub failed: usize,
    /// Raised.
    pub errors: usize,
}

impl Verdict {
    /// Counts.
    #[must_use]
    pub fn of(cases: &[CaseVerdict]) -> Self {
        let count = |status| cases.iter().filter(|case| case.status == status).count();
        Self {
            passed: count(Status::Passed),
            failed: count(Status::Failed),
            errors: count(Status::Error),
        }
    }

    /// Number of cases.
    #[must_use]
    pub fn total(self) -> usize {
        self.passed + self.failed + self.errors
    }

    /// Passed if there are cases and all of them pass; failed if any value is wrong; otherwise
    /// (all that is wrong is exceptions, or nothing ran) an error.
    #[must_use]
    pub fn status(self) -> Status {
        match self {
            Self { failed: 0, errors: 0, passed: 1.. } => Status::Passed,
            Self { failed: 0, .. } => Status::Error,
            _ => Status::Failed,
        }
    }
}

/// Position of the case that is the easiest to think about among those that do not pass: visible
/// before hidden, then the one whose input is the shortest to write.
#[must_use]
pub fn smallest_failing(observations: &[Observation], rules: Rules) -> Option<usize> {
    let failing = observations
        .iter()
        .enumerate()
        .filter(|(_, seen)| case_verdict(seen, rules).status != Status::Passed);
    failing
        .min_by_key(|(place, seen)| (seen.hidden, written_length(seen), *place))
        .map(|(place, _)| place)
}

/// Position of the failing case from which the search for a smaller input starts: the one whose
/// input is the shortest to write, hidden or not.
#[must_use]
pub fn to_shrink(observations: &[Observation], rules: Rules) -> Option<usize> {
    let failing = observations
        .iter()
        .enumerate()
        .filter(|(_, seen)| case_verdict(seen, rules).status != Status::Passed);
    failing.min_by_key(|(place, seen)| (written_length(seen), *place)).map(|(place, _)| place)
}

fn written_length(observation: &Observation) -> usize {
    observation.input.iter().map(|(name, value)| name.len() + value.len()).sum()
}
