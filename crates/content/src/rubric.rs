//! What an answer is scored by: criteria of a design case, lines of a behavioural question.

use serde::{Deserialize, Serialize};

use crate::CasePart;

/// From whom an answer is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Seniority {
    /// From everybody.
    Junior,
    /// What a senior answer adds.
    Senior,
}

/// One thing that earns points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// To which part of a design case it belongs; nothing for a behavioural question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<CasePart>,
    /// From whom it is expected.
    pub level: Seniority,
    /// What it is worth: 1 to 3.
    pub points: u8,
    /// What the answer does: text within a line.
    pub text_html: String,
}

/// What the criteria of this level are worth together. A senior answer is held to all of them.
#[must_use]
pub fn points(criteria: &[Criterion], level: Seniority) -> u32 {
    criteria.iter().filter(|it| it.level <= level).map(|it| u32::from(it.points)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_senior_answer_is_held_to_everything() {
        let criterion = |level, points| Criterion {
            part: None,
            level,
            points,
            text_html: "Says a number.".into(),
        };
        let all = [
            criterion(Seniority::Junior, 2),
            criterion(Seniority::Senior, 3),
            criterion(Seniority::Junior, 1),
        ];
        assert_eq!(points(&all, Seniority::Junior), 3);
        assert_eq!(points(&all, Seniority::Senior), 6);
    }
}
