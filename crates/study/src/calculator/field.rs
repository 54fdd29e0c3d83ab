//! Inputs: what a field is called, counts and may be, and what is said when it is not that.

use std::collections::BTreeMap;

use figures::format::decimal;
use serde::{Deserialize, Serialize};

/// What was typed or preset, by field key.
pub type Inputs = BTreeMap<String, Input>;

/// A number or a list of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Input {
    /// One number.
    Number(f64),
    /// Several, as the shares of bins.
    Numbers(Vec<f64>),
}

/// One input of a calculator.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Field {
    /// The name in files: with its unit, as in `battery_watt_hours`.
    pub key: &'static str,
    /// The name on the page.
    pub label: &'static str,
    /// What is counted; empty for plain numbers and shares.
    pub unit: &'static str,
    /// Number or list, with what it starts at.
    pub shape: Shape,
    /// What it may be; of each number of a list.
    pub limits: Limits,
}

/// What is typed into a field, and what it starts at.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// One number.
    Number(f64),
    /// Several numbers.
    Numbers(&'static [f64]),
}

/// What a number may be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Limits {
    /// The smallest.
    pub low: f64,
    /// The largest.
    pub high: f64,
    /// `low` itself is too small.
    pub is_above: bool,
    /// `high` itself is too large.
    pub is_below: bool,
}

impl Limits {
    /// From `low` to `high`, both included.
    pub(super) const fn from(low: f64, high: f64) -> Self {
        Self { low, high, is_above: false, is_below: false }
    }

    /// More than 0, and not so little that a quotient would overflow, up to `high`.
    pub(super) const fn positive(high: f64) -> Self {
        Self::from(1e-6, high)
    }

    /// Between `low` and `high`, neither included.
    pub(super) const fn within(low: f64, high: f64) -> Self {
        Self { low, high, is_above: true, is_below: true }
    }

    fn holds(&self, value: f64) -> bool {
        let is_over = if self.is_above { value > self.low } else { value >= self.low };
        let is_under = if self.is_below { value < self.high } else { value <= self.high };
        is_over && is_under
    }

    fn words(&self) -> String {
        let low = if self.is_above { "above" } else { "at least" };
        let high = if self.is_below { "below" } else { "at most" };
        format!("{low} {} and {high} {}", decimal(self.low), decimal(self.high))
    }
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trouble {
    /// Its key.
    pub field: String,
    /// In words, with what to do.
    pub words: String,
}

impl Trouble {
    pub(super) fn new(field: &str, words: impl Into<String>) -> Self {
        Self { field: field.into(), words: words.into() }
    }
}

impl Field {
    /// A field for one number.
    pub(super) const fn number(
        key: &'static str,
        label: &'static str,
        unit: &'static str,
        default: f64,
        limits: Limits,
    ) -> Self {
        Self { key, label, unit, shape: Shape::Number(default), limits }
    }

    /// What is wrong with `value` here.
    pub(super) fn trouble(&self, value: f64) -> Option<Trouble> {
        let words = if value.is_nan() {
            format!("{} is not a number.", self.label)
        } else if self.limits.holds(value) {
            return None;
        } else {
            let (limits, value) = (self.limits.words(), decimal(value));
            format!("{} must be {limits}; it is {value}.", self.label)
        };
        Some(Trouble::new(self.key, words))
    }
}

/// Reads the numbers of a calculator's fields, and keeps what is wrong.
pub(super) struct Reader<'a> {
    inputs: &'a Inputs,
    fields: &'static [Field],
    troubles: Vec<Trouble>,
}

impl<'a> Reader<'a> {
    pub fn new(inputs: &'a Inputs, fields: &'static [Field]) -> Self {
        let unknown = inputs.keys().filter(|key| fields.iter().all(|field| field.key != **key));
        let troubles =
            unknown.map(|key| Trouble::new(key, format!("There is no input called {key}.")));
        Self { inputs, fields, troubles: troubles.collect() }
    }

    /// The number of a field: given, or its default. What is wrong with it is found by the check of
    /// the whole struct.
    pub fn number(&mut self, key: &str) -> f64 {
        let Some(field) = self.fields.iter().find(|field| field.key == key) else {
            return f64::NAN;
        };
        match (self.inputs.get(key), field.shape) {
            (Some(Input::Number(value)), _) => *value,
            (None, Shape::Number(default)) => default,
            _ => {
                let words = format!("{} must be one number.", field.label);
                self.troubles.push(Trouble::new(field.key, words));
                f64::NAN
            }
        }
    }

    /// The numbers of a field.
    pub fn numbers(&mut self, key: &str) -> Vec<f64> {
        let Some(field) = self.fields.iter().find(|field| field.key == key) else {
            return Vec::new();
        };
        match (self.inputs.get(key), field.shape) {
            (Some(Input::Numbers(values)), _) => values.clone(),
            (None, Shape::Numbers(default)) => default.to_vec(),
            _ => {
                let words = format!("{} must be a list of numbers.", field.label);
                self.troubles.push(Trouble::new(field.key, words));
                Vec::new()
            }
        }
    }

    /// What was read, if all of it could be.
    pub fn finish<T>(self, read: T) -> Result<T, Vec<Trouble>> {
        if self.troubles.is_empty() { Ok(read) } else { Err(self.troubles) }
    }
}

/// A struct of inputs, all numbers, with its fields, defaults, reading and range checks.
macro_rules! inputs {
    ($(#[$doc:meta])* $name:ident {
        $($key:ident: $label:literal, $unit:literal, $default:literal, $limits:expr;)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $(#[doc = concat!($label, ". ", $unit)] pub $key: f64,)*
        }

        impl $name {
            const FIELDS: &'static [$crate::calculator::Field] = &[
                $($crate::calculator::Field::number(
                    stringify!($key), $label, $unit, $default, $limits,
                ),)*
            ];

            /// Reads the fields; what is left out has its default.
            ///
            /// # Errors
            /// A field that there is not, or a list for a number.
            pub fn read(
                inputs: &$crate::calculator::Inputs,
            ) -> Result<Self, Vec<$crate::calculator::Trouble>> {
                let mut reader =
                    $crate::calculator::field::Reader::new(inputs, Self::FIELDS);
                let read = Self { $($key: reader.number(stringify!($key)),)* };
                reader.finish(read)
            }

            /// Every field within its limits.
            fn in_range(&self) -> Result<(), Vec<$crate::calculator::Trouble>> {
                let values = [$(self.$key),*];
                let troubles: Vec<_> = Self::FIELDS
                    .iter()
                    .zip(values)
                    .filter_map(|(field, value)| field.trouble(value))
                    .collect();
                if troubles.is_empty() { Ok(()) } else { Err(troubles) }
            }
        }
    };
}

pub(super) use inputs;
