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
    /// As in its chart: `train`.
    pub name: String,
    /// As where it stands alone, in a table: `train loss`. No two measures of a lab share it.
    pub full_name: String,
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
        let head = chart.split([':', ',']).next().unwrap_or_default().trim();
        let full_name = if head.contains(name) || name.contains(head) {
            name.to_owned()
        } else {
            format!("{name} {head}")
        };
        Self { id: id.into(), name: name.into(), full_name, chart: chart.into(), better, unit }
    }

    /// With a full name other than the name and what its chart is of.
    #[must_use]
    pub fn called(self, full_name: &str) -> Self {
        Self { full_name: full_name.into(), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_says_what_the_chart_is_of() {
        let full = |name: &str, chart: &str| Measure::loss("id", name, chart).full_name;
        assert_eq!(full("train", "loss: mean cross-entropy"), "train loss");
        assert_eq!(full("test", "average precision"), "test average precision");
        assert_eq!(full("inertia", "inertia: sum of squared distances"), "inertia");
        assert_eq!(full("learning rate", "rate"), "learning rate");
        let measured = Measure::loss("id", "measured", "expected squared error");
        assert_eq!(measured.called("error on new labels").full_name, "error on new labels");
    }
}
