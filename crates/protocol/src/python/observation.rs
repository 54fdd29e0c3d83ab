//! What the Python worker saw: results, errors in terms of the visitor's own lines, counts, remarks.

use serde::{Deserialize, Serialize};

use crate::value::Value;

/// What was seen when one case ran.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Unique in the exercise, written for people: `apart on both axes`.
    pub name: String,
    /// Whether its input stays hidden until the exercise is solved.
    pub hidden: bool,
    /// The input, one line an argument: `("a", "(0, 0, 1, 1)")`; a call has no name: `("", "next(3)")`.
    pub input: Vec<(String, String)>,
    /// Where the case comes from.
    #[serde(default)]
    pub origin: Origin,
    /// What should have come back.
    pub expected: Value,
    /// What the learner expected, where they said so in an [`OwnCase`](super::OwnCase).
    #[serde(default)]
    pub stated: Option<Value>,
    /// What happened.
    pub outcome: Outcome,
    /// Names of arguments that the code changed although the exercise does not ask for it.
    pub mutated: Vec<String>,
    /// Executed steps.
    pub steps: u64,
}

/// Where a case comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Listed in `cases.py`.
    #[default]
    Listed,
    /// Made by `generate(rng)` in `cases.py`.
    Generated,
    /// Written by the learner.
    Own,
    /// Made from a failing case.
    Shrunk,
}

/// What happened when the code was called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "OutcomeFields")]
pub enum Outcome {
    /// It returned.
    Returned {
        /// What.
        value: Value,
    },
    /// It raised.
    Raised {
        /// What.
        error: CodeError,
    },
}

/// What an [`Outcome`] is read from: which field is there says which it is. serde's own reader would
/// look for the kind first, and bring a second reader of both.
#[derive(Deserialize)]
struct OutcomeFields {
    value: Option<Value>,
    error: Option<CodeError>,
}

impl TryFrom<OutcomeFields> for Outcome {
    type Error = &'static str;

    fn try_from(fields: OutcomeFields) -> Result<Self, &'static str> {
        match fields {
            OutcomeFields { value: Some(value), error: None } => Ok(Self::Returned { value }),
            OutcomeFields { value: None, error: Some(error) } => Ok(Self::Raised { error }),
            _ => Err("an outcome has either a value or an error"),
        }
    }
}

/// An error in the visitor's code, in terms of the visitor's own lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeError {
    /// Which family.
    pub kind: ErrorKind,
    /// Python's name: `ZeroDivisionError`.
    pub name: String,
    /// Python's words.
    pub message: String,
    /// Line in the visitor's code, from 1, where it has one.
    pub line: Option<u32>,
    /// Column from 1, for syntax errors.
    pub column: Option<u32>,
    /// The visitor's own frames, outermost first; nothing of the harness.
    pub frames: Vec<Frame>,
}

/// One line of a traceback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// From 1.
    pub line: u32,
    /// `<module>` at the top level.
    pub function: String,
}

/// Families of errors that are shown differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// The source does not compile.
    Syntax,
    /// An ordinary exception.
    Exception,
    /// The step budget ran out: usually a loop without an end.
    StepLimit,
    /// Out of memory.
    Memory,
    /// Recursion too deep.
    Recursion,
    /// The function or class that the cases call is not there.
    MissingEntry,
}

/// What one input of a given size took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrowthPoint {
    /// `n`
    pub size: u32,
    /// `m`, where the exercise has a second variable.
    #[serde(default)]
    pub second: Option<u32>,
    /// Executed lines, plus the cost of built-ins that walk their data.
    pub steps: u64,
    /// Most bytes held at once beyond the input; the result is among them.
    #[serde(default)]
    pub peak_bytes: u64,
}

/// A remark on how the code is written. It never decides whether the code passes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What about.
    pub kind: RemarkKind,
    /// The name in question.
    pub name: String,
    /// From 1.
    pub line: u32,
}

/// What a remark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkKind {
    /// A name of one letter that is no index and no symbol of a formula.
    OneLetterName,
    /// A variable that is set and never read.
    UnusedVariable,
    /// `except:` without a class; the name is empty.
    BareExcept,
    /// A builtin's name is given to something else.
    ShadowedBuiltin,
    /// A default argument that all calls share.
    MutableDefault,
    /// A function of more than 40 lines.
    LongFunction,
}
