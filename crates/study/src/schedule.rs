//! When an item is due again: FSRS-6 with its default parameters, in whole days.
//!
//! The arithmetic is the crate `fsrs`, by the algorithm's authors. What is ours is the day: reviews
//! happen on days, intervals are whole days of at least one, and there are neither learning steps of
//! minutes nor fuzz. Card, exercise, lab, case and question are scheduled alike.

mod rating;

use std::fmt;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};
use serde::{Deserialize, Serialize};

use crate::Day;

pub use rating::{ExerciseRun, Rating, rate_exercise, rate_share};

/// The share of recall at which an item is due: FSRS's own default.
pub const RETENTION: f32 = 0.9;

/// The longest interval in days, as in the reference implementation: a hundred years.
const LONGEST_INTERVAL: f32 = 36_500.0;

/// What is remembered of an item.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Days until recall has fallen to 90 %.
    pub stability_days: f32,
    /// From 1 (easy) to 10.
    pub difficulty: f32,
    /// The day it was last reviewed.
    pub last_review: Day,
    /// The day it is due again.
    pub due: Day,
}

impl Memory {
    /// The probability that the item is recalled on `day` (FSRS-6's forgetting curve,
    /// `(1 + factor · t / S)^-decay`). Days before the last review count as that day.
    #[must_use]
    pub fn recall(&self, day: Day) -> f32 {
        if self.state().is_err() {
            return 0.0;
        }
        let days = elapsed(self.last_review, day) as f32;
        let state = MemoryState { stability: self.stability_days, difficulty: self.difficulty };
        current_retrievability(state, days, FSRS6_DEFAULT_DECAY)
    }

    /// The forgetting curve for a picture: recall on each day from `from` to `to`, both included.
    #[must_use]
    pub fn curve(&self, from: Day, to: Day) -> Vec<(Day, f32)> {
        (from..=to).map(|day| (day, self.recall(day))).collect()
    }

    fn state(&self) -> Result<MemoryState, Refused> {
        let is_sound = self.stability_days.is_finite()
            && self.stability_days > 0.0
            && (1.0..=10.0).contains(&self.difficulty);
        let state = MemoryState { stability: self.stability_days, difficulty: self.difficulty };
        if is_sound { Ok(state) } else { Err(Refused::Memory) }
    }
}

/// Why nothing was scheduled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The share of recall asked for is outside of 0.7 to 0.97.
    Retention,
    /// What is remembered of the item is not a memory: a number that is not finite, or out of range.
    Memory,
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Retention => "The share of recall to aim for must lie between 0.7 and 0.97.",
            Self::Memory => {
                "What is stored about this item cannot be read as a memory. Start it afresh."
            }
        })
    }
}

impl std::error::Error for Refused {}

/// Says when an item is due again.
#[derive(Clone, Debug)]
pub struct Scheduler {
    fsrs: FSRS,
    retention: f32,
}

impl Default for Scheduler {
    fn default() -> Self {
        Self { fsrs: FSRS::default(), retention: RETENTION }
    }
}

impl Scheduler {
    /// A scheduler that lets recall fall to `retention` before an item is due. Above 0.97 intervals
    /// shrink to a day and the work explodes; below 0.7 most reviews fail (Anki's own limits).
    ///
    /// # Errors
    /// When `retention` is outside of 0.7 to 0.97.
    pub fn new(retention: f32) -> Result<Self, Refused> {
        if !(0.7..=0.97).contains(&retention) {
            return Err(Refused::Retention);
        }
        Ok(Self { retention, ..Self::default() })
    }

    /// The memory after a review on `today`; `None` before the first one. A `today` before the last
    /// review (a clock that was set back) counts as the same day.
    ///
    /// # Errors
    /// When `memory` holds what no review can have left.
    pub fn review(
        &self,
        memory: Option<&Memory>,
        rating: Rating,
        today: Day,
    ) -> Result<Memory, Refused> {
        let place = Rating::ALL.iter().position(|each| *each == rating).unwrap_or_default();
        Ok(self.preview(memory, today)?[place])
    }

    /// What each of the four ratings would lead to, from again to easy.
    ///
    /// # Errors
    /// When `memory` holds what no review can have left.
    pub fn preview(&self, memory: Option<&Memory>, today: Day) -> Result<[Memory; 4], Refused> {
        let state = memory.map(Memory::state).transpose()?;
        let last = memory.map_or(today, |memory| memory.last_review);
        let days = elapsed(last, today);
        let next =
            self.fsrs.next_states(state, self.retention, days).map_err(|_| Refused::Memory)?;
        let day = today.max(last);
        Ok([next.again, next.hard, next.good, next.easy].map(|state| Memory {
            stability_days: state.memory.stability,
            difficulty: state.memory.difficulty,
            last_review: day,
            due: day.saturating_add(whole_days(state.interval)),
        }))
    }
}

/// Whole days, at least one, at most a hundred years.
fn whole_days(interval: f32) -> Day {
    interval.round().clamp(1.0, LONGEST_INTERVAL) as Day
}

fn elapsed(from: Day, to: Day) -> u32 {
    u32::try_from(i64::from(to) - i64::from(from)).unwrap_or(0)
}

#[cfg(test)]
mod tests;
