//! Numbers that are followed over the steps of a run.

use serde::{Deserialize, Serialize};

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Better {
    /// A loss, an error.
    Lower,
    /// An accuracy.
    Higher,
    /// A count that is neither good nor bad.
    Neither,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// As it is.
    Number,
    /// From 0 to 1, written as per cent.
    Share,
    /// Whole things.
    Count,
    /// Bytes.
    Bytes,
}

/// One number that every lane reports at a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Stable name, in files and tests: `train-loss`.
    pub id: String,
    /// As on the page: `train`.
    pub name: String,
    /// Measures of one chart share it, as its title: `loss`.
    pub chart: String,
    /// Which way is better.
    pub better: Better,
    /// How it is written.
    pub unit: Unit,
}

impl Measure {
    /// A measure that is a plain number, the lower the better.
    #[must_use]
    pub fn loss(id: &str, name: &str, chart: &str) -> Self {
        Self::new(id, name, chart, Better::Lower, Unit::Number)
    }

    /// A measure that is a share, the higher the better.
    #[must_use]
    pub fn share(id: &str, name: &str, chart: &str) -> Self {
        Self::new(id, name, chart, Better::Higher, Unit::Share)
    }

    /// Any measure.
    #[must_use]
    pub fn new(id: &str, name: &str, chart: &str, better: Better, unit: Unit) -> Self {
        Self { id: id.into(), name: name.into(), chart: chart.into(), better, unit }
    }
}
