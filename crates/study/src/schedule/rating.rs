//! From what happened to one of FSRS's four ratings. The thresholds are ours; what each rating means
//! is FSRS's: *again* is forgotten, the other three are degrees of recalled.

use serde::{Deserialize, Serialize};

/// How a review went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rating {
    /// Not recalled.
    Again,
    /// Recalled with effort, or with help.
    Hard,
    /// Recalled.
    Good,
    /// Recalled at once.
    Easy,
}

impl Rating {
    /// All four, from worst to best.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];
}

/// What is known of a solved or given-up exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseRun {
    /// Every case passed in the end.
    pub passed: bool,
    /// The reference was looked at before every case passed.
    pub solution_seen: bool,
    /// Hints taken.
    pub hints: u32,
    /// Runs until every case passed, that one included.
    pub runs: u32,
    /// Time from opening to the passing run, without pauses.
    pub seconds: u32,
    /// The time that the exercise is planned for.
    pub planned_minutes: u16,
}

/// Runs within which a pass still counts as recalled without effort: one to find a slip, one to
/// repair it, one that passes.
const FEW_RUNS: u32 = 3;

/// Failed or solution seen: again. With hints, after more than three runs or beyond the time: hard.
/// At the first run in at most half of the time: easy. Otherwise: good.
#[must_use]
pub fn rate_exercise(run: &ExerciseRun) -> Rating {
    let planned_seconds = u32::from(run.planned_minutes) * 60;
    if !run.passed || run.solution_seen {
        Rating::Again
    } else if run.hints > 0 || run.runs > FEW_RUNS || run.seconds > planned_seconds {
        Rating::Hard
    } else if run.runs <= 1 && run.seconds.saturating_mul(2) <= planned_seconds {
        Rating::Easy
    } else {
        Rating::Good
    }
}

/// By the share of points: of a rubric (cases, questions, mock rounds), or of a lab's questions
/// answered right. Below 40 % again, below 60 % hard, below 85 % good, easy from there. Without any
/// point to get, what was done counts as good.
#[must_use]
pub fn rate_share(points: u32, possible: u32) -> Rating {
    if possible == 0 {
        return Rating::Good;
    }
    // In percent of whole numbers, so that a threshold is met exactly.
    let reaches = |percent: u64| u64::from(points) * 100 >= u64::from(possible) * percent;
    match () {
        () if reaches(85) => Rating::Easy,
        () if reaches(60) => Rating::Good,
        () if reaches(40) => Rating::Hard,
        () => Rating::Again,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUN: ExerciseRun = ExerciseRun {
        passed: true,
        solution_seen: false,
        hints: 0,
        runs: 2,
        seconds: 700,
        planned_minutes: 20,
    };

    fn check(run: ExerciseRun, expect: Rating) {
        assert_eq!(rate_exercise(&run), expect, "{run:?}");
    }

    #[test]
    fn an_exercise_is_rated_by_what_it_took() {
        check(RUN, Rating::Good);
        check(ExerciseRun { runs: 1, seconds: 600, ..RUN }, Rating::Easy);
        check(ExerciseRun { runs: 1, seconds: 601, ..RUN }, Rating::Good);
        check(ExerciseRun { hints: 1, ..RUN }, Rating::Hard);
        check(ExerciseRun { runs: 4, ..RUN }, Rating::Hard);
        check(ExerciseRun { seconds: 1201, ..RUN }, Rating::Hard);
        check(ExerciseRun { passed: false, ..RUN }, Rating::Again);
        check(ExerciseRun { solution_seen: true, runs: 1, ..RUN }, Rating::Again);
        check(ExerciseRun { runs: 1, seconds: u32::MAX, ..RUN }, Rating::Hard);
    }

    #[test]
    fn a_rubric_is_rated_by_its_share() {
        let check = |points, possible, expect| {
            assert_eq!(rate_share(points, possible), expect, "{points} of {possible}");
        };
        check(0, 20, Rating::Again);
        check(7, 20, Rating::Again);
        check(8, 20, Rating::Hard);
        check(12, 20, Rating::Good);
        check(16, 20, Rating::Good);
        check(17, 20, Rating::Easy);
        check(0, 0, Rating::Good);
        check(u32::MAX, u32::MAX, Rating::Easy);
    }
}
