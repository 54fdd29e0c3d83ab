//! Why a typed answer cannot be read, in words and with the place.

use std::fmt;

/// What is wrong with a typed answer, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong.
    pub reason: Reason,
    /// The characters it is about, counted from 0, the end not included; empty where it is about
    /// the end of the input.
    pub from: usize,
    /// See `from`.
    pub to: usize,
}

/// What is wrong with a typed answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing was typed.
    Empty,
    /// More characters than are read.
    TooLong {
        /// How many are read.
        most: usize,
    },
    /// A character that no formula contains.
    Character(char),
    /// A comma within a number: whether it groups or divides, nobody can know.
    Comma,
    /// A name that is not one of the variables.
    UnknownVariable {
        /// As typed.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// A function that there is not.
    UnknownFunction(String),
    /// A function with too many or too few arguments.
    Arguments(String),
    /// A variable, a number or a bracket follows where an operator is needed.
    MissingOperator,
    /// A sign where a number, a name or a bracket is needed.
    MissingOperand,
    /// It ends too early.
    Unfinished,
    /// A bracket that is never closed.
    OpenBracket,
    /// Brackets or operators nested too deep, or too many of them.
    TooDeep,
    /// A number that cannot be read.
    Number,
    /// Not a finite number: a division by zero, a logarithm of what is not positive.
    NotFinite,
}

impl Refused {
    pub(super) fn at(reason: Reason, from: usize, to: usize) -> Self {
        Self { reason, from, to }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.from + 1;
        match &self.reason {
            Reason::Empty => formatter.write_str("Type an answer first."),
            Reason::TooLong { most } => {
                write!(formatter, "At most {most} characters are read. Shorten the answer.")
            }
            Reason::Character(letter) => {
                write!(formatter, "\u{201c}{letter}\u{201d} at place {place} cannot be read here.")
            }
            Reason::Comma => write!(
                formatter,
                "The comma at place {place} can mean two things. Write 1.5 with a point, and \
                 thousands without a mark."
            ),
            Reason::UnknownVariable { name, known } if known.is_empty() => {
                write!(formatter, "\u{201c}{name}\u{201d} at place {place}: a number is asked for.")
            }
            Reason::UnknownVariable { name, known } => write!(
                formatter,
                "\u{201c}{name}\u{201d} at place {place} is not a variable here. There are: {}. \
                 Write a product with *.",
                known.join(", ")
            ),
            Reason::UnknownFunction(name) => write!(
                formatter,
                "\u{201c}{name}\u{201d} at place {place} is not a function here. There are: {}. \
                 Write a product with *.",
                super::FUNCTIONS.join(", ")
            ),
            Reason::Arguments(name) => {
                let needs = if matches!(name.as_str(), "max" | "min") {
                    "at least one argument"
                } else {
                    "exactly one argument"
                };
                write!(formatter, "{name} at place {place} takes {needs}.")
            }
            Reason::MissingOperator => {
                write!(
                    formatter,
                    "An operator is missing before place {place}: + \u{2212} * / or ^."
                )
            }
            Reason::MissingOperand => write!(
                formatter,
                "A number, a variable or a bracket is missing before place {place}."
            ),
            Reason::Unfinished => formatter.write_str("The formula ends too early."),
            Reason::OpenBracket => {
                write!(formatter, "The bracket at place {place} is never closed.")
            }
            Reason::TooDeep => formatter.write_str("This is nested too deep. Write it flatter."),
            Reason::Number => write!(formatter, "The number at place {place} cannot be read."),
            Reason::NotFinite => formatter.write_str(
                "This has no finite value: look for a division by zero or a logarithm of 0.",
            ),
        }
    }
}

impl std::error::Error for Refused {}
