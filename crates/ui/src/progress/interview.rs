//! Interviews about one exercise: the one that is going on, and what came of earlier ones.

use content::Growth;
use serde::{Deserialize, Serialize};

/// An interview that is going on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Interview {
    /// When it began, in milliseconds since 1970.
    pub started_ms: f64,
    /// Time that was given.
    pub minutes: u16,
    /// What was said before the first run.
    pub plan: Plan,
    /// Whether that was said for good: from then on code may be run.
    pub is_planned: bool,
    /// Runs so far.
    pub runs: u32,
}

/// What a candidate says before coding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// In their own words.
    pub approach: String,
    /// How steps will grow.
    pub time: Option<Growth>,
    /// How memory will grow, beyond the input.
    pub space: Option<Growth>,
}

/// An interview that is over.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Interviewed {
    /// When it began, in milliseconds since 1970.
    pub started_ms: f64,
    /// How long it took.
    pub duration_ms: f64,
    /// Time that was given.
    pub minutes: u16,
    /// What was said before the first run.
    pub plan: Plan,
    /// Runs in all.
    pub runs: u32,
    /// Cases that passed in the last run.
    pub passed: usize,
    /// Cases of the last run; 0 if there was none.
    pub cases: usize,
    /// How steps grew, where all cases passed and growth is measured.
    pub measured: Option<Growth>,
}
