//! Formulas: read, and compared by their values at the same pseudo-random points.
//!
//! Reading and evaluating is the crate `nanoexpr`; which characters, names and functions there are
//! is decided here, before it, so that what is refused is told in this module's words.

use nanoexpr::{ErrorKind, Evaluator, Functions};

use super::refused::{Reason, Refused};
use crate::random::Random;

/// The functions that a formula may call; `ln` and `log` are the same, `sqrt` is the root.
pub const FUNCTIONS: [&str; 8] = ["exp", "ln", "log", "log2", "sqrt", "abs", "max", "min"];

/// Characters that are read.
const MOST_CHARACTERS: usize = 200;
/// Brackets, calls and operators within each other.
const MOST_DEPTH: usize = 24;
/// Points at which two formulas are compared.
const POINTS: usize = 32;
/// Points at which the reference must have a value, so that agreement means something.
const LEAST_POINTS: usize = 8;
/// Two values agree when they differ by less than this share of the larger one.
const RELATIVE: f64 = 1e-6;
/// The same points for everybody, every time.
const SEED: u64 = 0x57a7_e5ee;

/// A formula that can be evaluated.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    text: String,
    variables: Vec<String>,
}

impl Formula {
    /// Reads `typed` as a formula of these variables. `×`, `·`, `÷` and `−` are read as `*`, `/` and
    /// `-`; `pi` and, where no variable is called so, `e` are constants.
    ///
    /// # Errors
    /// When it cannot be read: what is wrong, and where.
    pub fn parse(typed: &str, variables: &[String]) -> Result<Self, Refused> {
        let text = ascii(typed)?;
        check_names(&text, variables)?;
        let formula = Self { text, variables: variables.to_vec() };
        match formula.evaluate(&vec![1.0; variables.len()]) {
            Ok(_) => Ok(formula),
            Err(error) => match error.kind {
                // Depends on the values: elsewhere it may be fine.
                ErrorKind::DivisionByZero | ErrorKind::Domain | ErrorKind::Overflow => Ok(formula),
                _ => Err(words(error, &formula.text)),
            },
        }
    }

    /// The value for these values of the variables, in the order they were given in.
    ///
    /// # Errors
    /// When there is no finite value: a division by zero, a root of a negative number, an overflow.
    pub fn value(&self, values: &[f64]) -> Result<f64, Refused> {
        self.evaluate(values).map_err(|error| words(error, &self.text))
    }

    /// Whether the formula has values at enough points to compare others with it.
    #[must_use]
    pub fn is_comparable(&self) -> bool {
        let points = points(self.variables.len(), self.depends_on_signs());
        points.iter().filter(|point| self.evaluate(point).is_ok()).count() >= LEAST_POINTS
    }

    /// Roots, products and exponentials are the same everywhere if they are on positive numbers;
    /// these are not.
    fn depends_on_signs(&self) -> bool {
        ["abs", "max", "min"].iter().any(|name| self.text.contains(name))
    }

    fn evaluate(&self, values: &[f64]) -> Result<f64, nanoexpr::Error> {
        let variables = nanoexpr::Variables(|name: &str| {
            let place = self.variables.iter().position(|variable| variable == name);
            place.and_then(|place| values.get(place).copied()).or(match name {
                "pi" => Some(std::f64::consts::PI),
                "e" => Some(std::f64::consts::E),
                _ => None,
            })
        });
        let context = (variables, Functions(call));
        Evaluator::<_>::new(&context).max_depth(MOST_DEPTH).evaluate(&self.text)
    }
}

/// Whether `typed` gives what `expected` gives wherever `expected` has a value, within 1e-6 of the
/// larger one, at 32 points: positive numbers between ¼ and 4, and negative ones too where `expected`
/// tells signs apart. Both must have been read with the same variables in the same order.
#[must_use]
pub fn formulas_agree(expected: &Formula, typed: &Formula) -> bool {
    let mut compared = 0;
    for point in points(expected.variables.len(), expected.depends_on_signs()) {
        let Ok(wanted) = expected.evaluate(&point) else { continue };
        let Ok(got) = typed.evaluate(&point) else { return false };
        if (wanted - got).abs() > RELATIVE * wanted.abs().max(got.abs()) + f64::MIN_POSITIVE {
            return false;
        }
        compared += 1;
    }
    compared >= LEAST_POINTS
}

fn points(variables: usize, with_signs: bool) -> Vec<Vec<f64>> {
    let mut random = Random::new(SEED);
    let mut draw = || {
        let size = libm::exp2(4.0 * random.unit() - 2.0);
        let is_negative = random.unit() < 0.5;
        if with_signs && is_negative { -size } else { size }
    };
    (0..POINTS).map(|_| (0..variables).map(|_| draw()).collect()).collect()
}

fn call(name: &str, arguments: &[f64]) -> Option<Result<f64, ErrorKind>> {
    let value = match (name, arguments) {
        ("exp", [x]) => libm::exp(*x),
        ("ln" | "log", [x]) => libm::log(*x),
        ("log2", [x]) => libm::log2(*x),
        ("sqrt", [x]) => libm::sqrt(*x),
        ("abs", [x]) => x.abs(),
        ("max", [first, rest @ ..]) => rest.iter().fold(*first, |a, b| a.max(*b)),
        ("min", [first, rest @ ..]) => rest.iter().fold(*first, |a, b| a.min(*b)),
        _ if FUNCTIONS.contains(&name) => return Some(Err(ErrorKind::ArgumentCount)),
        _ => return None,
    };
    Some(if value.is_finite() { Ok(value) } else { Err(ErrorKind::Domain) })
}

/// The same text in ASCII, a character for each, so that places stay.
fn ascii(typed: &str) -> Result<String, Refused> {
    let mut text = String::with_capacity(typed.len());
    for (place, letter) in typed.chars().enumerate() {
        if place == MOST_CHARACTERS {
            let reason = Reason::TooLong { most: MOST_CHARACTERS };
            return Err(Refused::at(reason, place, place));
        }
        text.push(match letter {
            '\u{d7}' | '\u{b7}' | '\u{22c5}' => '*',
            '\u{f7}' => '/',
            '\u{2212}' | '\u{2013}' => '-',
            '\t' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
            'a'..='z' | 'A'..='Z' | '0'..='9' => letter,
            '_' | '.' | ',' | '+' | '-' | '*' | '/' | '^' | '(' | ')' | ' ' => letter,
            _ => return Err(Refused::at(Reason::Character(letter), place, place + 1)),
        });
    }
    if text.trim().is_empty() {
        return Err(Refused::at(Reason::Empty, 0, 0));
    }
    Ok(text)
}

/// Every name is a variable, a constant or a called function; no number runs into a name.
fn check_names(text: &str, variables: &[String]) -> Result<(), Refused> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let from = at;
        if bytes[at].is_ascii_digit() || bytes[at] == b'.' {
            at = end_of_number(bytes, at);
            if text[from..at].matches('.').count() > 1 {
                return Err(Refused::at(Reason::Number, from, at));
            }
            if bytes.get(at).is_some_and(|byte| is_name(*byte)) {
                return Err(Refused::at(Reason::MissingOperator, at, at + 1));
            }
        } else if is_name(bytes[at]) {
            at = from + bytes[from..].iter().take_while(|byte| is_name(**byte)).count();
            check_name(text, from, at, variables)?;
        } else {
            at += 1;
        }
    }
    Ok(())
}

fn check_name(text: &str, from: usize, to: usize, variables: &[String]) -> Result<(), Refused> {
    let name = &text[from..to];
    let is_variable = variables.iter().any(|variable| variable == name);
    let is_called = text[to..].trim_start().starts_with('(');
    if is_called && is_variable {
        return Err(Refused::at(Reason::MissingOperator, to, to + 1));
    }
    if is_called {
        let is_known = FUNCTIONS.contains(&name);
        let reason = Reason::UnknownFunction(name.to_owned());
        return if is_known { Ok(()) } else { Err(Refused::at(reason, from, to)) };
    }
    if is_variable || (matches!(name, "pi" | "e") && !variables.is_empty()) || name == "pi" {
        return Ok(());
    }
    let reason = Reason::UnknownVariable { name: name.to_owned(), known: variables.to_vec() };
    Err(Refused::at(reason, from, to))
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Digits, a point, digits, and an exponent if digits follow it.
fn end_of_number(bytes: &[u8], from: usize) -> usize {
    let digits = |from: usize, more: &[u8]| {
        let run = bytes[from..].iter();
        from + run.take_while(|byte| byte.is_ascii_digit() || more.contains(byte)).count()
    };
    let end = digits(from, b".");
    if !matches!(bytes.get(end), Some(b'e' | b'E')) {
        return end;
    }
    let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
    let exponent = end + 1 + sign;
    match bytes.get(exponent) {
        Some(byte) if byte.is_ascii_digit() => digits(exponent, b""),
        _ => end,
    }
}

/// The evaluator's error in this module's words.
fn words(error: nanoexpr::Error, text: &str) -> Refused {
    let (from, to) = (error.span.start, error.span.end);
    let named = || text.get(from..to).unwrap_or_default().to_owned();
    let reason = match error.kind {
        ErrorKind::UnexpectedToken => unexpected(text, from),
        ErrorKind::UnexpectedEnd => Reason::Unfinished,
        ErrorKind::UnclosedParenthesis => Reason::OpenBracket,
        ErrorKind::InvalidNumber | ErrorKind::UnexpectedCharacter => Reason::Number,
        ErrorKind::ArgumentCount | ErrorKind::TooManyArguments => {
            let name = named().chars().take_while(|letter| letter.is_alphanumeric()).collect();
            Reason::Arguments(name)
        }
        ErrorKind::UnknownFunction => Reason::UnknownFunction(named()),
        ErrorKind::UnknownVariable => Reason::UnknownVariable { name: named(), known: Vec::new() },
        ErrorKind::TooDeep | ErrorKind::TooLong => Reason::TooDeep,
        _ => Reason::NotFinite,
    };
    Refused::at(reason, from, to)
}

/// A token that cannot stand where it stands: what is missing, or what is too much.
fn unexpected(text: &str, at: usize) -> Reason {
    let is_operand = |letter: char| letter.is_ascii_alphanumeric() || "_.".contains(letter);
    let before = text[..at].trim_end().chars().last();
    let follows_operand = before.is_some_and(|letter| is_operand(letter) || letter == ')');
    match text[at..].chars().next() {
        Some(letter) if follows_operand && (is_operand(letter) || letter == '(') => {
            Reason::MissingOperator
        }
        Some(letter) if follows_operand => Reason::Character(letter),
        _ => Reason::MissingOperand,
    }
}

#[cfg(test)]
mod tests;
