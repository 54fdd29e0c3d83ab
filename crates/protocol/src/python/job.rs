//! What the page asks of the Python worker: code, cases, and what to do with them.

use serde::{Deserialize, Serialize};

/// One submission, or one reference, or one recorded mistake, on some cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Job {
    /// The code to run; its tracebacks speak of `solution.py`.
    pub source: String,
    /// Text of the exercise's `cases.py`.
    pub cases: String,
    /// Text of the exercise's `solution.py`: gives the expected value where a case states none and
    /// `cases.py` has no `oracle`.
    pub reference: String,
    /// The function or class that the cases use.
    pub entry: Entry,
    /// What to do with them.
    pub purpose: Purpose,
    /// Seed of generated cases.
    pub seed: u32,
    /// Executed lines after which a single case is ended with [`ErrorKind::StepLimit`](super::ErrorKind::StepLimit).
    pub step_budget: u64,
    /// Cases that the learner has written; they run after those of the exercise.
    #[serde(default)]
    pub own: Vec<OwnCase>,
}

/// A case as a learner writes it: Python expressions, evaluated by the engine where `np`, `math`,
/// `inf` and `nan` are names. One that makes no case is answered by [`Event::Refused`](super::Event::Refused).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnCase {
    /// Unique among the job's cases; a name of the exercise's own is taken already.
    pub name: String,
    /// As between the brackets of a call: `[3, 1], k=2`; the whole call will do as well. For a
    /// class one call a line, the construction first: `MovingAverage(3)`, `next(4)`, `next(8)`.
    pub arguments: String,
    /// What the learner expects, if they say so. Judged is against the oracle or the reference; an
    /// expectation that differs from it comes back as [`Observation::stated`](super::Observation::stated).
    pub expected: Option<String>,
}

/// The name that the cases call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// For example `iou` or `MovingAverage`.
    pub name: String,
    /// How it is used.
    pub kind: EntryKind,
}

/// How an entry point is used by the cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Called once a case.
    Function,
    /// Constructed once a case, then its methods are called in order; the result is the list of
    /// what they returned.
    Class,
}

/// What a job is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Purpose {
    /// Run the cases: all of them, or only those named.
    Check {
        /// Names of cases; `None` for all.
        only: Option<Vec<String>>,
    },
    /// Count executed steps on inputs of growing size (`growth(n)` in `cases.py`).
    Growth {
        /// The sizes, growing: the arguments of `growth`, one or two.
        sizes: Vec<Vec<u32>>,
    },
    /// Make the input of a failing case smaller as long as it fails in the same way. Answered by
    /// [`Event::Shrunk`](super::Event::Shrunk).
    Shrink {
        /// Name of the case.
        case: String,
        /// When two values are the same. The engine needs it to go on; what it comes back with is
        /// judged like any case.
        rules: Rules,
    },
}

/// When two values count as equal.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rules {
    /// Share of the expected number.
    pub relative: f64,
    /// In the number's own unit.
    pub absolute: f64,
    /// The order of lists that does not matter.
    pub free_order: FreeOrder,
    /// Whether an array must have the expected type of elements.
    pub same_dtype: bool,
    /// Whether a result is the list of what several calls returned, one after the other.
    pub calls: bool,
}

/// In which lists the order of elements does not matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FreeOrder {
    /// In none.
    #[default]
    Nowhere,
    /// In the list that a call returns.
    Outside,
    /// In that list and in all lists inside it.
    Everywhere,
}
