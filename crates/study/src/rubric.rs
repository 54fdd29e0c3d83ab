//! Points for what an answer contains: criterion by criterion, or by one's own judgement.

use content::{Criterion, Seniority};
use serde::{Deserialize, Serialize};

/// What was reached of what there was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Score {
    /// Points reached, of `possible`.
    pub points: u32,
    /// Points that this level asks for.
    pub possible: u32,
    /// Points beyond what this level asks for. They are told, and never make up for a missing one.
    pub extra: u32,
}

/// The best that one's own judgement can give: 0 nothing, 1 fragments, 2 half, 3 solid, 4 would hire.
pub const BEST_SELF_SCORE: u8 = 4;

/// Why there is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoScore {
    /// A mark is needed for each criterion.
    Marks {
        /// Marks that came.
        got: usize,
        /// Criteria that there are.
        needed: usize,
    },
    /// One's own score is 0 to 4.
    OutOfRange(u8),
}

impl std::fmt::Display for NoScore {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Marks { got, needed } => {
                write!(formatter, "This rubric has {needed} criteria, and {got} were marked.")
            }
            Self::OutOfRange(score) => {
                write!(formatter, "Your own score goes from 0 to {BEST_SELF_SCORE}, not {score}.")
            }
        }
    }
}

impl std::error::Error for NoScore {}

impl Score {
    /// By criterion: `met` says of each, in order, whether the answer has it. A junior is asked for
    /// the junior criteria, a senior for all.
    ///
    /// # Errors
    /// When there is not one mark a criterion.
    pub fn of(criteria: &[Criterion], met: &[bool], level: Seniority) -> Result<Self, NoScore> {
        if criteria.len() != met.len() {
            return Err(NoScore::Marks { got: met.len(), needed: criteria.len() });
        }
        let mut score = Self::default();
        for (criterion, is_met) in criteria.iter().zip(met) {
            let is_asked = criterion.level <= level;
            let points = u32::from(criterion.points);
            match (is_asked, is_met) {
                (true, true) => score.points += points,
                (false, true) => score.extra += points,
                (_, false) => {}
            }
            score.possible += if is_asked { points } else { 0 };
        }
        Ok(score)
    }

    /// By one's own judgement, from 0 to 4.
    ///
    /// # Errors
    /// When it is more than 4.
    pub fn own(score: u8) -> Result<Self, NoScore> {
        if score > BEST_SELF_SCORE {
            return Err(NoScore::OutOfRange(score));
        }
        Ok(Self { points: score.into(), possible: BEST_SELF_SCORE.into(), extra: 0 })
    }

    /// Points as a share of what is possible; `None` where nothing is.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.possible > 0).then(|| f64::from(self.points) / f64::from(self.possible))
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            points: self.points.saturating_add(other.points),
            possible: self.possible.saturating_add(other.possible),
            extra: self.extra.saturating_add(other.extra),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn criteria() -> Vec<Criterion> {
        [(Seniority::Junior, 2), (Seniority::Senior, 3), (Seniority::Junior, 1)]
            .map(|(level, points)| Criterion {
                part: None,
                level,
                points,
                text_html: "Says so.".into(),
            })
            .to_vec()
    }

    fn check(met: [bool; 3], level: Seniority, points: u32, possible: u32, extra: u32) {
        let score = Score::of(&criteria(), &met, level).unwrap();
        assert_eq!(score, Score { points, possible, extra }, "{met:?} {level:?}");
    }

    #[test]
    fn a_junior_is_asked_for_less_and_gets_the_rest_on_top() {
        check([true, false, true], Seniority::Junior, 3, 3, 0);
        check([false, true, true], Seniority::Junior, 1, 3, 3);
        check([true, false, true], Seniority::Senior, 3, 6, 0);
        check([true, true, true], Seniority::Senior, 6, 6, 0);
        check([false, false, false], Seniority::Senior, 0, 6, 0);
    }

    #[test]
    fn marks_and_own_scores_are_checked() {
        let missing = Score::of(&criteria(), &[true], Seniority::Junior).unwrap_err();
        assert_eq!(missing.to_string(), "This rubric has 3 criteria, and 1 were marked.");
        assert_eq!(Score::own(5).unwrap_err(), NoScore::OutOfRange(5));
        assert_eq!(Score::own(3).unwrap().share(), Some(0.75));
        assert_eq!(Score::default().share(), None);
    }
}
