//! When a distribution has moved: population-stability index, and how far two samples may differ.

use serde::{Deserialize, Serialize};

use super::field::{Field, Inputs, Limits, Reader, Shape, Trouble};
use super::normal::chi_squared_quantile;
use super::value::Value;
use super::{Description, Formula};

/// Two samples of one feature, and their shares of bins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drift {
    /// Rows of the reference.
    pub rows_reference: f64,
    /// Rows of the live window.
    pub rows_live: f64,
    /// How often an alarm without drift is accepted.
    pub alpha: f64,
    /// Bins.
    pub bins: f64,
    /// The reference's share of each bin.
    pub expected: Vec<f64>,
    /// The live window's share of each bin.
    pub actual: Vec<f64>,
}

/// How far apart they are, and how far chance alone would bring them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DriftResult {
    /// The population-stability index.
    pub psi: f64,
    /// What it exceeds by chance once in 1/alpha windows without drift.
    pub psi_critical: f64,
    /// The largest difference of the two cumulated shares: the Kolmogorov–Smirnov distance as far as
    /// bins show it.
    pub ks_on_bins: f64,
    /// What the distance exceeds by chance once in 1/alpha windows without drift.
    pub ks_critical: f64,
}

/// Shares of bins: tiny ones are allowed, none is zero.
const SHARE: Limits = Limits::positive(1.0);
const DECILES: &[f64] = &[0.1; 10];
const MOVED: &[f64] = &[0.07, 0.08, 0.09, 0.1, 0.1, 0.1, 0.1, 0.11, 0.12, 0.13];

const FIELDS: &[Field] = &[
    Field::number("rows_reference", "Rows of the reference", "", 1e5, Limits::from(10.0, 1e12)),
    Field::number("rows_live", "Rows of the live window", "", 1e4, Limits::from(10.0, 1e12)),
    Field::number("alpha", "Accepted false alarms", "", 0.01, Limits::from(1e-9, 0.2)),
    Field::number("bins", "Bins", "", 10.0, Limits::from(2.0, 100.0)),
    Field {
        key: "expected",
        label: "Shares of the reference",
        unit: "",
        shape: Shape::Numbers(DECILES),
        limits: SHARE,
    },
    Field {
        key: "actual",
        label: "Shares of the live window",
        unit: "",
        shape: Shape::Numbers(MOVED),
        limits: SHARE,
    },
];

pub(super) const DESCRIPTION: Description = Description {
    name: "drift",
    title: "Drift of a feature",
    question: "Has it moved, or is that chance?",
    fields: FIELDS,
    formulas: &[
        Formula {
            text: "PSI = Σ (actual − expected) ln(actual ÷ expected); stable below 0.1, moved \
                   above 0.25",
            source: "Siddiqi, Credit Risk Scorecards, 2006 (the rule of thumb)",
        },
        Formula {
            text: "without drift PSI ÷ (1/n + 1/m) is about chi-squared with bins − 1 degrees of \
                   freedom",
            source: "Yurdakul, Naranjo, Statistical Properties of the Population Stability \
                     Index, Journal of Risk Model Validation 14(4), 2020",
        },
        Formula {
            text: "KS critical = √(−ln(α/2) ÷ 2) · √((n + m) ÷ (n m))",
            source: "Smirnov, Table for Estimating the Goodness of Fit of Empirical \
                     Distributions, Annals of Mathematical Statistics 19(2), 1948; first term of \
                     the limiting series",
        },
    ],
};

impl Drift {
    /// Reads the fields; what is left out has its default.
    ///
    /// # Errors
    /// A field that there is not, or a number for a list.
    pub fn read(inputs: &Inputs) -> Result<Self, Vec<Trouble>> {
        let mut reader = Reader::new(inputs, FIELDS);
        let read = Self {
            rows_reference: reader.number("rows_reference"),
            rows_live: reader.number("rows_live"),
            alpha: reader.number("alpha"),
            bins: reader.number("bins"),
            expected: reader.numbers("expected"),
            actual: reader.numbers("actual"),
        };
        reader.finish(read)
    }

    /// Shares are brought to a sum of exactly 1 first, so that rounded ones can be typed.
    ///
    /// # Errors
    /// What is wrong with which field: a bin without a row (the index would be infinite), shares
    /// that do not add up, another number of shares than of bins.
    pub fn calculate(&self) -> Result<DriftResult, Vec<Trouble>> {
        self.in_range()?;
        let pairs = || normalised(&self.actual).zip(normalised(&self.expected));
        let psi = pairs().map(|(live, reference)| (live - reference) * libm::log(live / reference));
        let (mut difference, mut largest) = (0.0, 0.0f64);
        for (live, reference) in pairs() {
            difference += live - reference;
            largest = largest.max(f64::abs(difference));
        }
        let rows = 1.0 / self.rows_reference + 1.0 / self.rows_live;
        let quantile = chi_squared_quantile(1.0 - self.alpha, self.bins - 1.0);
        Ok(DriftResult {
            psi: psi.sum(),
            psi_critical: quantile * rows,
            ks_on_bins: largest,
            ks_critical: (-libm::log(self.alpha / 2.0) / 2.0).sqrt() * rows.sqrt(),
        })
    }

    fn in_range(&self) -> Result<(), Vec<Trouble>> {
        let numbers = [self.rows_reference, self.rows_live, self.alpha, self.bins];
        let mut troubles: Vec<Trouble> =
            FIELDS.iter().zip(numbers).filter_map(|(field, value)| field.trouble(value)).collect();
        if self.bins.fract() != 0.0 {
            troubles.push(Trouble::new("bins", "Bins must be a whole number."));
        }
        for (field, shares) in FIELDS[4..].iter().zip([&self.expected, &self.actual]) {
            troubles.extend(shares_trouble(field, shares, self.bins));
        }
        if troubles.is_empty() { Ok(()) } else { Err(troubles) }
    }
}

fn shares_trouble(field: &Field, shares: &[f64], bins: f64) -> Option<Trouble> {
    let sum: f64 = shares.iter().sum();
    let words = if shares.len() as f64 != bins {
        format!("{} are {}, for {bins} bins.", field.label, shares.len())
    } else if let Some(place) = shares.iter().position(|share| *share == 0.0) {
        let bin = place + 1;
        format!(
            "{}: bin {bin} has none, so the index is infinite. Merge it with its neighbour.",
            field.label
        )
    } else if let Some(trouble) = shares.iter().find_map(|share| field.trouble(*share)) {
        return Some(trouble);
    } else if (sum - 1.0).abs() > 0.01 {
        format!("{} add up to {}, not to 1.", field.label, figures::format::decimal(sum))
    } else {
        return None;
    };
    Some(Trouble::new(field.key, words))
}

fn normalised(shares: &[f64]) -> impl Iterator<Item = f64> {
    let sum: f64 = shares.iter().sum();
    shares.iter().map(move |share| share / sum)
}

impl DriftResult {
    /// For a form.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        let rule = match self.psi {
            psi if psi < 0.1 => "stable by the rule of thumb",
            psi if psi < 0.25 => "worth a look by the rule of thumb",
            _ => "moved by the rule of thumb",
        };
        let chance = |is_more: bool| {
            if is_more { "more than chance explains" } else { "within what chance explains" }
        };
        let psi_words = format!("{rule}, {}", chance(self.psi > self.psi_critical));
        vec![
            Value::new(
                "psi",
                "Population-stability index",
                "",
                self.psi,
                &format!("({psi_words})"),
            ),
            Value::new(
                "psi_critical",
                "Index by chance",
                "",
                self.psi_critical,
                "is exceeded by chance as often as accepted",
            ),
            Value::new(
                "ks_on_bins",
                "Kolmogorov–Smirnov distance",
                "",
                self.ks_on_bins,
                &format!(
                    "between the bins' borders: {}",
                    chance(self.ks_on_bins > self.ks_critical)
                ),
            ),
            Value::new(
                "ks_critical",
                "Distance by chance",
                "",
                self.ks_critical,
                "is exceeded by chance as often as accepted",
            ),
        ]
    }
}
