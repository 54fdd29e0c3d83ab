//! What is kept about an exercise beside its record, because no list shows it: the reference's lines
//! as they stand, the interview that is going on, and what came of earlier ones.

use content::Growth;
use serde::{Deserialize, Serialize};

use crate::progress::if_readable;

/// Lines and interviews.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attempt {
    /// The reference's lines, once they were asked for.
    #[serde(deserialize_with = "if_readable")]
    pub arrangement: Option<Arrangement>,
    /// The interview that is going on.
    #[serde(deserialize_with = "if_readable")]
    pub interview: Option<Interview>,
    /// Interviews that are over, the last one last.
    #[serde(deserialize_with = "if_readable")]
    pub interviews: Vec<Interviewed>,
}

/// An order of pieces, and how far each is indented.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// Which piece stands at each place.
    pub order: Vec<usize>,
    /// Levels of indentation of the piece at each place, where they are chosen.
    pub levels: Vec<usize>,
    /// Whether indentation is chosen rather than given.
    pub is_indentation_chosen: bool,
}

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
    /// How memory grew, the same.
    pub measured_space: Option<Growth>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_costs_nothing_else() {
        let text = r#"{"arrangement":{"order":[1,0],"levels":[0,0]},"interview":7,"interviews":[{"runs":2,"measured":"n^9"}]}"#;
        let attempt: Attempt = serde_json::from_str(text).unwrap();
        assert_eq!(attempt.arrangement.unwrap().order, [1, 0]);
        assert_eq!((attempt.interview, attempt.interviews), (None, Vec::new()));
    }
}
