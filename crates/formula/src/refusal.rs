//! Why a formula is refused: in words, with the place.

use std::fmt;
use std::ops::Range;

use nanoexpr::{Error, ErrorKind};

use crate::{DEEPEST, FUNCTIONS, LONGEST};

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which characters, from 0; all of them where no single ones are to blame.
    pub place: Range<usize>,
    /// What is wrong and what to do, as the end of a sentence that names the formula.
    pub words: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at character {}: {}", self.place.start + 1, self.words)
    }
}

impl std::error::Error for Refusal {}

/// Refuses what the grammar has no place for before anything is read: it is what the parser below
/// knows besides (comparisons, `!`, `%`), and characters of other keyboards.
pub fn check_characters(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal { place: 0..0, words: "there is nothing yet: type a formula".into() });
    }
    let length = text.chars().count();
    if length > LONGEST {
        let words = format!("{length} characters: a formula has {LONGEST} at most");
        return Err(Refusal { place: LONGEST..length, words });
    }
    for (place, letter) in text.chars().enumerate() {
        let is_known = letter.is_ascii_alphanumeric() || " .+-*/^(),_".contains(letter);
        if !is_known {
            let words = format!("{letter:?} has no meaning here{}", instead(letter));
            return Err(Refusal { place: place..place + 1, words });
        }
    }
    if let Some(place) = text.find("**") {
        return Err(Refusal { place: place..place + 2, words: "a power is written ^".into() });
    }
    match word(text, "mod") {
        Some(place) => Err(Refusal { place, words: "there is no mod here".into() }),
        None => Ok(()),
    }
}

/// Where a word stands by itself.
fn word(text: &str, word: &str) -> Option<Range<usize>> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let places = text.match_indices(word).map(|(start, _)| start..start + word.len());
    let mut alone = places.filter(|place| {
        !text[..place.start].ends_with(is_part) && !text[place.end..].starts_with(is_part)
    });
    alone.next()
}

/// What to type for a character that people reach for.
fn instead(letter: char) -> &'static str {
    match letter {
        '×' | '·' | '⋅' => ": write * for a product",
        '−' | '–' => ": write - for minus",
        '÷' | ':' => ": write / for a division",
        '√' => ": write sqrt(…)",
        '²' => ": write ^2",
        '³' => ": write ^3",
        'π' => ": write pi",
        '|' => ": write abs(…)",
        '[' | ']' | '{' | '}' => ": use round brackets",
        '=' => ": write the right-hand side alone",
        _ => ": write numbers, variables, + - * / ^ and brackets",
    }
}

/// The parser's error in our words.
pub fn of(text: &str, error: Error, variables: &[String]) -> Refusal {
    // Only ASCII comes this far, so bytes are characters.
    let place = error.span.start.min(text.len())..error.span.end.min(text.len());
    let what = text.get(place.clone()).unwrap_or_default();
    let words = match error.kind {
        ErrorKind::UnexpectedEnd => "something is missing at the end".into(),
        ErrorKind::UnclosedParenthesis => "this bracket is never closed".into(),
        ErrorKind::InvalidNumber => format!("{what:?} is no number"),
        ErrorKind::UnknownVariable if is_function(what) => {
            format!("{what} is a function: write {what}(…)")
        }
        ErrorKind::UnknownVariable => unknown(what, variables),
        ErrorKind::UnknownFunction => unknown_function(what, variables),
        ErrorKind::ArgumentCount | ErrorKind::TooManyArguments => {
            "not as many arguments as this function takes".into()
        }
        ErrorKind::DivisionByZero => "a division by zero".into(),
        ErrorKind::Domain => "no number: a root or logarithm of a negative number, or of 0".into(),
        ErrorKind::Overflow => "the value is too large for a number".into(),
        ErrorKind::TooDeep => format!("nested deeper than {DEEPEST} levels"),
        ErrorKind::UnexpectedToken => {
            format!("{what:?} cannot stand here; a product is written with *")
        }
        kind => kind.description().into(),
    };
    Refusal { place, words }
}

fn is_function(name: &str) -> bool {
    FUNCTIONS.iter().any(|(known, _)| *known == name)
}

fn unknown(name: &str, variables: &[String]) -> String {
    let known = match variables {
        [] => "no variables here".to_owned(),
        some => format!("only {}", some.join(", ")),
    };
    format!("{name} is not known: there are {known}; a product is written with *")
}

fn unknown_function(call: &str, variables: &[String]) -> String {
    let name = call.split('(').next().unwrap_or(call).trim();
    if name == "pi" || variables.iter().any(|known| known == name) {
        return format!("{name} is no function: write * between it and the bracket");
    }
    let known: Vec<&str> = FUNCTIONS.iter().map(|(known, _)| *known).collect();
    format!("there is no function {name}: use {}", known.join(", "))
}
