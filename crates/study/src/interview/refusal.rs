//! Why something cannot be done in a loop, in words.

use std::fmt;

use super::session::MOST_TEXT;
use crate::rubric::NoScore;

/// Why something was not done. The session is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The round has not begun.
    NotBegun,
    /// The round has begun already.
    Begun,
    /// The clock does not run.
    NotRunning,
    /// The clock is not paused.
    NotPaused,
    /// The clock is paused: writing would be time for nothing.
    Paused,
    /// The round is not over: hints, answers and scores wait.
    RoundNotOver,
    /// Items are left to score.
    Unmarked(usize),
    /// There is no such item in the round.
    NoTask,
    /// The score cannot be.
    Score(NoScore),
    /// More text than is kept.
    TooLong,
    /// The loop is over.
    Finished,
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::NotBegun => "The round has not begun.",
            Self::Begun => "The round has begun already.",
            Self::NotRunning => "The clock does not run.",
            Self::NotPaused => "The clock is not paused.",
            Self::Paused => "The clock is paused. Go on first.",
            Self::RoundNotOver => "Hints, answers and scores wait until the round is over.",
            Self::Unmarked(count) => {
                let items = figures::format::plural(*count, "item");
                return write!(formatter, "{items} left to score; 0 is a score, too.");
            }
            Self::NoTask => "There is no such item in this round.",
            Self::Score(refused) => return refused.fmt(formatter),
            Self::TooLong => {
                return write!(formatter, "A field holds at most {MOST_TEXT} characters.");
            }
            Self::Finished => "The loop is over.",
        };
        formatter.write_str(words)
    }
}

impl std::error::Error for Refusal {}
