//! The settings of one lane: a value a control, by the control's name.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};

/// The value of one control.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// A number; switches are 0 and 1.
    Number(f64),
    /// One of several names, or a text.
    Word(String),
}

/// Everything that determines a lane, by control name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Settings(BTreeMap<String, Value>);

/// Why settings were refused, in words for the visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid(pub String);

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Invalid {}

impl Settings {
    /// The value of a control, if it is set.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// Sets a control.
    pub fn set(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// The same settings with one control set; for defaults and tests.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.set(name, value.into());
        self
    }

    /// Every control and its value, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// A number.
    ///
    /// # Errors
    /// If the control is not set, or to a word.
    pub fn number(&self, name: &str) -> Result<f64, Invalid> {
        match self.get(name) {
            Some(Value::Number(number)) if number.is_finite() => Ok(*number),
            _ => Err(Invalid(format!("The setting “{name}” needs a number."))),
        }
    }

    /// A number within bounds.
    ///
    /// # Errors
    /// If it is missing or out of bounds.
    pub fn within(&self, name: &str, low: f64, high: f64) -> Result<f64, Invalid> {
        let number = self.number(name)?;
        if (low..=high).contains(&number) {
            Ok(number)
        } else {
            Err(Invalid(format!("“{name}” must lie between {low} and {high}; it is {number}.")))
        }
    }

    /// A whole number within bounds.
    ///
    /// # Errors
    /// If it is missing, out of bounds, or has a fraction.
    pub fn count(&self, name: &str, low: usize, high: usize) -> Result<usize, Invalid> {
        let number = self.within(name, low as f64, high as f64)?;
        if number.fract() == 0.0 {
            Ok(number as usize)
        } else {
            Err(Invalid(format!("“{name}” must be a whole number; it is {number}.")))
        }
    }

    /// A word or a text.
    ///
    /// # Errors
    /// If the control is not set, or to a number.
    pub fn word(&self, name: &str) -> Result<&str, Invalid> {
        match self.get(name) {
            Some(Value::Word(word)) => Ok(word),
            _ => Err(Invalid(format!("The setting “{name}” needs a word."))),
        }
    }

    /// The value that goes with a word.
    ///
    /// # Errors
    /// If the word is none of the choices.
    pub fn choice<T: Clone>(&self, name: &str, choices: &[(&str, T)]) -> Result<T, Invalid> {
        let word = self.word(name)?;
        let chosen = choices.iter().find(|(known, _)| *known == word);
        chosen
            .map(|(_, value)| value.clone())
            .ok_or_else(|| Invalid(format!("“{word}” is none of the choices for “{name}”.")))
    }

    /// Whether a switch is on.
    ///
    /// # Errors
    /// If the control is not set, or to a word.
    pub fn flag(&self, name: &str) -> Result<bool, Invalid> {
        Ok(self.number(name)? != 0.0)
    }

    /// The seed of all that is random.
    ///
    /// # Errors
    /// If it is missing or no whole number of 32 bits.
    pub fn seed(&self) -> Result<u32, Invalid> {
        let seed = self.within("seed", 0.0, f64::from(u32::MAX))?;
        if seed.fract() == 0.0 {
            Ok(seed as u32)
        } else {
            Err(Invalid("The seed must be a whole number.".into()))
        }
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Value {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Word(word) => word.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_what_they_are() {
        let settings = Settings::default().with("units", 8.0).with("rule", "adam").with("on", 1.0);
        assert_eq!(settings.count("units", 1, 8), Ok(8));
        assert_eq!(settings.choice("rule", &[("sgd", 0), ("adam", 1)]), Ok(1));
        assert_eq!(settings.flag("on"), Ok(true));
    }

    #[test]
    fn what_does_not_fit_is_refused_in_words() {
        let settings =
            Settings::default().with("units", 2.5).with("rule", "newton").with("seed", -1.0);
        let check = |outcome: Result<usize, Invalid>, words: &str| {
            let reason = outcome.map_or_else(|invalid| invalid.0, |_| String::new());
            assert!(reason.contains(words), "{reason:?} lacks {words:?}");
        };
        check(settings.count("units", 1, 8), "whole number");
        check(settings.count("units", 3, 8), "between 3 and 8");
        check(settings.count("layers", 1, 8), "needs a number");
        check(settings.choice("rule", &[("sgd", 0)]), "none of the choices");
        check(settings.seed().map(|seed| seed as usize), "between 0 and");
    }
}
