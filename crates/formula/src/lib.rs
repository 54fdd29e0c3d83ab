//! Formulas as people type them: `n^2*d`, `exp(-x^2/2)`. Read, refused with the place, evaluated.
//!
//! Authors write them as the answer of a card, visitors as theirs; both are held to this one grammar:
//! numbers, declared variables, `pi`, `+ - * /`, `^` (from the right, and before a minus: `-x^2` is
//! `-(x^2)`), brackets, and the functions of [`FUNCTIONS`]. Whether two formulas mean the same is
//! decided elsewhere; nothing here knows of content or pages.

mod refusal;

use nanoexpr::{Context, ErrorKind, Evaluator};

pub use refusal::Refusal;

/// What may be called, and with how many arguments.
pub const FUNCTIONS: [(&str, usize); 7] =
    [("exp", 1), ("ln", 1), ("log2", 1), ("sqrt", 1), ("abs", 1), ("max", 2), ("min", 2)];

/// Most characters of a formula.
pub const LONGEST: usize = 200;

/// Most levels of brackets, calls and operators within each other: bounds the stack.
pub const DEEPEST: usize = 24;

/// Most characters of a variable's name.
pub const LONGEST_NAME: usize = 12;

/// Names with a meaning of their own.
const RESERVED: [&str; 2] = ["pi", "mod"];

/// A formula that can be read and names nothing unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    text: String,
    variables: Vec<String>,
}

impl Formula {
    /// Reads a formula in these variables.
    ///
    /// # Errors
    /// When it cannot be read, is too long or too deep, or names what is not there.
    pub fn parse<S: AsRef<str>>(text: &str, variables: &[S]) -> Result<Self, Refusal> {
        refusal::check_characters(text)?;
        let variables = variables.iter().map(|name| name.as_ref().to_owned()).collect();
        let formula = Self { text: text.to_owned(), variables };
        // Behind a value that is none nothing is looked up: so it is tried at more than one place.
        for start in [1.0, 0.4, 2.3] {
            let step = |place: usize| start + 0.3 * place as f64;
            let values: Vec<f64> = (0..formula.variables.len()).map(step).collect();
            // Only the text decides whether it can be read, never the values.
            if let Err(error) = formula.compute(&values)
                && !is_of_values(error.kind)
            {
                return Err(refusal::of(text, error, &formula.variables));
            }
        }
        Ok(formula)
    }

    /// As it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The declared variables, in the order in which [`Formula::value`] takes their values.
    #[must_use]
    pub fn variables(&self) -> &[String] {
        &self.variables
    }

    /// Its value where the variables have these values.
    ///
    /// # Errors
    /// Where it has none (a division by zero, a root of a negative number), or it is too large.
    pub fn value(&self, values: &[f64]) -> Result<f64, Refusal> {
        self.compute(values).map_err(|error| refusal::of(&self.text, error, &self.variables))
    }

    fn compute(&self, values: &[f64]) -> Result<f64, nanoexpr::Error> {
        let names = Names { variables: &self.variables, values };
        Evaluator::<_, 2>::new(&names).max_depth(DEEPEST).evaluate(&self.text)
    }
}

/// Checks the name of a variable.
///
/// # Errors
/// What is wrong with it, in words.
pub fn check_name(name: &str) -> Result<(), String> {
    let is_word = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !is_word || name.len() > LONGEST_NAME {
        return Err(format!(
            "{name:?} cannot name a variable: a letter, then letters, digits or _, \
             {LONGEST_NAME} at most"
        ));
    }
    if RESERVED.contains(&name) || FUNCTIONS.iter().any(|(function, _)| *function == name) {
        return Err(format!("{name:?} has a meaning of its own: use another name"));
    }
    Ok(())
}

/// Whether an error hangs on the values: another place may have none.
fn is_of_values(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::DivisionByZero | ErrorKind::Domain | ErrorKind::Overflow)
}

/// What the words of a formula stand for.
struct Names<'a> {
    variables: &'a [String],
    values: &'a [f64],
}

impl Context<f64> for Names<'_> {
    fn variable(&self, name: &str) -> Option<f64> {
        if name == "pi" {
            return Some(std::f64::consts::PI);
        }
        let place = self.variables.iter().position(|known| known == name)?;
        self.values.get(place).copied()
    }

    /// By `libm`, so that a formula has the same value natively and in every browser.
    fn call(&self, name: &str, arguments: &[f64]) -> Option<Result<f64, ErrorKind>> {
        let within = |is_within: bool, value: f64| {
            if is_within { Ok(value) } else { Err(ErrorKind::Domain) }
        };
        Some(match (name, arguments) {
            ("exp", &[x]) => match libm::exp(x) {
                value if value.is_finite() => Ok(value),
                _ => Err(ErrorKind::Overflow),
            },
            ("ln", &[x]) => within(x > 0.0, libm::log(x)),
            ("log2", &[x]) => within(x > 0.0, libm::log2(x)),
            ("sqrt", &[x]) => within(x >= 0.0, libm::sqrt(x)),
            ("abs", &[x]) => Ok(x.abs()),
            ("max", &[a, b]) => Ok(a.max(b)),
            ("min", &[a, b]) => Ok(a.min(b)),
            _ if FUNCTIONS.iter().any(|(known, _)| *known == name) => Err(ErrorKind::ArgumentCount),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests;
