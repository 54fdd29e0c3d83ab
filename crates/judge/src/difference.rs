//! What is different between two values, and where: data for the page to put into words.

use protocol::value::Value;

use crate::show;

/// The first difference between what was expected and what came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// From the whole result down to the part that differs; empty if it is the whole result.
    pub path: Vec<Step>,
    /// What is different there.
    pub kind: DifferenceKind,
}

impl Difference {
    /// The place as Python would write it after the result's name: `[1][0, 2]`, `['cost']`; empty
    /// for the whole result.
    #[must_use]
    pub fn place(&self) -> String {
        self.path.iter().map(Step::written).collect()
    }
}

/// One step into a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Element of a list or tuple, from 0.
    Index(usize),
    /// Cell of an array, from 0 along each axis.
    Cell(Vec<usize>),
    /// Value of a dictionary under this key.
    Key(Value),
}

impl Step {
    /// As Python would write it: `[1]`, `[0, 2]`, `['cost']`.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Index(index) => format!("[{index}]"),
            Self::Cell(cell) => {
                let parts: Vec<String> = cell.iter().map(ToString::to_string).collect();
                format!("[{}]", parts.join(", "))
            }
            Self::Key(key) => format!("[{}]", show(key)),
        }
    }
}

/// Ways in which two values differ. Type names are Python's: `NoneType`, `bool`, `int`, `float`,
/// `str`, `list`, `tuple`, `dict`, `set`, `ndarray`, or what an object calls its class.
#[derive(Clone, Debug, PartialEq)]
pub enum DifferenceKind {
    /// Comparable, but not equal.
    Value {
        /// At the place of the difference.
        expected: Value,
        /// At the place of the difference.
        got: Value,
        /// For numbers.
        error: Option<NumericError>,
        /// Numbers of the array, or of the list of numbers, that differ; otherwise 1.
        differing: usize,
        /// Numbers of the array or list; otherwise 1.
        compared: usize,
        /// Where among them the difference is largest, if not here.
        largest: Option<Largest>,
    },
    /// Of types that are never equal: text for a number, a list where an array was expected,
    /// nothing where something was expected (`got` is `NoneType`).
    Type {
        /// Python's name.
        expected: String,
        /// Python's name.
        got: String,
    },
    /// A list, tuple or set of another length.
    Length {
        /// Number of elements.
        expected: usize,
        /// Number of elements.
        got: usize,
    },
    /// An array of another shape.
    Shape {
        /// Length along each axis.
        expected: Vec<u32>,
        /// Length along each axis.
        got: Vec<u32>,
    },
    /// An array of truth values where numbers were expected, or the other way round; of another
    /// type at all where the exercise asks for the expected one.
    Dtype {
        /// NumPy's name.
        expected: String,
        /// NumPy's name.
        got: String,
    },
    /// A dictionary lacks a key.
    MissingKey {
        /// The key.
        key: Value,
    },
    /// A dictionary has a key that it should not have.
    UnexpectedKey {
        /// The key.
        key: Value,
    },
    /// A set, or a list without order, lacks an element.
    MissingElement {
        /// The element.
        element: Value,
    },
    /// A set, or a list without order, has an element that it should not have.
    UnexpectedElement {
        /// The element.
        element: Value,
    },
}

/// The largest difference between two arrays or lists of numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Largest {
    /// From the array or list to the number.
    pub step: Step,
    /// How far it is off.
    pub error: NumericError,
}

/// How far a number is off. Not finite if either number is not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumericError {
    /// |got − expected|
    pub absolute: f64,
    /// |got − expected| / |expected|; infinite if zero was expected.
    pub relative: f64,
}

impl NumericError {
    /// The error of `got`.
    #[must_use]
    pub fn between(expected: f64, got: f64) -> Self {
        let absolute = (got - expected).abs();
        Self { absolute, relative: absolute / expected.abs() }
    }
}
