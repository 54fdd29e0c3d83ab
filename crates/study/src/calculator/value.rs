//! Results: a number, its unit, and a sentence that says what it means.

use figures::format::{count, decimal};
use serde::Serialize;

/// One result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Value {
    /// The field of the results' struct.
    pub key: &'static str,
    /// The name on the page.
    pub label: &'static str,
    /// What is counted; empty for plain numbers and shares.
    pub unit: &'static str,
    /// The number, unrounded.
    pub value: f64,
    /// Number, unit and meaning, as one would say it.
    pub words: String,
}

impl Value {
    /// A result that is said as `number unit, meaning`.
    pub(super) fn new(
        key: &'static str,
        label: &'static str,
        unit: &'static str,
        value: f64,
        meaning: &str,
    ) -> Self {
        let words = match (unit, meaning) {
            ("", "") => amount(value),
            ("", meaning) => format!("{} {meaning}", amount(value)),
            (unit, "") => format!("{}\u{a0}{unit}", amount(value)),
            (unit, meaning) => format!("{}\u{a0}{unit} {meaning}", amount(value)),
        };
        Self { key, label, unit, value, words }
    }
}

/// Three significant figures; large numbers in groups of three digits rather than as powers of ten.
pub(super) fn amount(value: f64) -> String {
    if (1e5..1e15).contains(&value) {
        let unit = 10f64.powf(value.log10().floor() - 2.0);
        return count(((value / unit).round() * unit).round() as u64);
    }
    decimal(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_keep_three_figures() {
        let check = |value, expect: &str| assert_eq!(amount(value), expect);
        check(12.345, "12.3");
        check(123_456_789.0, "123\u{a0}000\u{a0}000");
        check(99_999.4, "99999");
        check(0.00001, "1.0e\u{2212}5");
        check(2e15, "2.0e15");
    }
}
