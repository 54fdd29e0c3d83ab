//! Spaced repetition, the plan to the interview date, the mock loop as a state machine, and the
//! calculators of design cases.
//!
//! Pure logic: what day it is, what time it is and what was done before is given by the caller, and
//! what comes back is plain data with words. Nothing here draws, stores, or asks a clock, and the
//! same input gives the same answer: there is no fuzz, and every choice is drawn from a seed.

pub mod anki;
pub mod answer;
pub mod calculator;
pub mod calendar;
pub mod diagram;
pub mod history;
pub mod interview;
pub mod own;
pub mod plan;
mod random;
pub mod recording;
pub mod resume;
pub mod rubric;
pub mod schedule;
pub mod stories;

use serde::{Deserialize, Serialize};

pub use content::Seniority;

/// A calendar day where the visitor is, counted from 1 January 1970, which is day 0.
pub type Day = i32;

/// Which item: a slug is unique in its kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemRef {
    /// What sort of item.
    pub kind: content::Kind,
    /// Part of its address.
    pub slug: String,
}

/// The day of the week of a day: 0 is Monday, 6 is Sunday.
#[must_use]
pub fn weekday(day: Day) -> usize {
    // Day 0 was a Thursday.
    (i64::from(day) + 3).rem_euclid(7) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_follow_the_calendar() {
        let check = |day, expect| assert_eq!(weekday(day), expect, "day {day}");
        check(0, 3); // Thursday, 1 January 1970
        check(-1, 2);
        check(20_454, 3); // Thursday, 1 January 2026
    }
}
