//! The classes of growth that a solution is measured against.

use serde::{Deserialize, Serialize};

/// How the number of steps grows with the size of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Growth {
    /// 1
    #[serde(rename = "1")]
    Constant,
    /// log n
    #[serde(rename = "log n")]
    Logarithmic,
    /// n
    #[serde(rename = "n")]
    Linear,
    /// n log n
    #[serde(rename = "n log n")]
    Linearithmic,
    /// n²
    #[serde(rename = "n^2")]
    Quadratic,
    /// n³
    #[serde(rename = "n^3")]
    Cubic,
    /// 2ⁿ
    #[serde(rename = "2^n")]
    Exponential,
}

impl Growth {
    /// Every class, slowest growing first.
    pub const ALL: [Self; 7] = [
        Self::Constant,
        Self::Logarithmic,
        Self::Linear,
        Self::Linearithmic,
        Self::Quadratic,
        Self::Cubic,
        Self::Exponential,
    ];

    /// As people write it: `n log n`, `n²`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Constant => "1",
            Self::Logarithmic => "log n",
            Self::Linear => "n",
            Self::Linearithmic => "n log n",
            Self::Quadratic => "n²",
            Self::Cubic => "n³",
            Self::Exponential => "2ⁿ",
        }
    }
}
