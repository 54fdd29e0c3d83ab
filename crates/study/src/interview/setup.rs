//! What is chosen before a loop starts.

use std::fmt;

use content::{Domain, Seniority};
use serde::{Deserialize, Serialize};

use super::pick::NothingFits;
use super::round::Round;
use crate::Day;

/// Rounds of one loop at most.
const MOST_ROUNDS: usize = 12;
/// What a round may take, in minutes.
pub(super) const LENGTHS: std::ops::RangeInclusive<u16> = 5..=120;

/// A loop as it is chosen. The same setup and the same pool give the same items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// Junior or mid, senior or staff.
    pub seniority: Seniority,
    /// What the team works on.
    pub domain: Domain,
    /// The rounds in order; one may come twice.
    pub rounds: Vec<RoundLength>,
    /// Which of the equally fresh items are met.
    pub seed: u32,
    /// The day it starts.
    pub today: Day,
}

/// A round and how long it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundLength {
    /// Which.
    pub round: Round,
    /// From 5 to 120.
    pub minutes: u16,
}

/// Why a setup cannot be started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupRefused {
    /// No round, or more than twelve.
    Rounds(usize),
    /// A round shorter than 5 or longer than 120 minutes.
    Length(RoundLength),
    /// A round whose minutes are no whole number.
    NoNumber(Round),
}

impl fmt::Display for SetupRefused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rounds(count) => {
                write!(formatter, "A loop has 1 to {MOST_ROUNDS} rounds, not {count}.")
            }
            Self::Length(RoundLength { round, minutes }) => write!(
                formatter,
                "{}: a round takes {} to {} minutes, not {minutes}.",
                round.title(),
                LENGTHS.start(),
                LENGTHS.end()
            ),
            Self::NoNumber(round) => write!(
                formatter,
                "{}: write the minutes as a whole number from {} to {}.",
                round.title(),
                LENGTHS.start(),
                LENGTHS.end()
            ),
        }
    }
}

impl std::error::Error for SetupRefused {}

/// Why a loop did not start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartRefused {
    /// It was not set up so that it could.
    Setup(SetupRefused),
    /// A round would have been empty.
    Empty(NothingFits),
}

impl fmt::Display for StartRefused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Setup(refused) => refused.fmt(formatter),
            Self::Empty(refused) => refused.fmt(formatter),
        }
    }
}

impl std::error::Error for StartRefused {}

impl Setup {
    /// These rounds with their usual lengths.
    #[must_use]
    pub fn of(
        rounds: &[Round],
        seniority: Seniority,
        domain: Domain,
        seed: u32,
        today: Day,
    ) -> Self {
        let lengths = rounds
            .iter()
            .map(|round| RoundLength { round: *round, minutes: round.minutes(seniority) });
        Self { seniority, domain, rounds: lengths.collect(), seed, today }
    }

    /// Whether it can be started.
    ///
    /// # Errors
    /// What must be changed.
    pub fn check(&self) -> Result<(), SetupRefused> {
        if self.rounds.is_empty() || self.rounds.len() > MOST_ROUNDS {
            return Err(SetupRefused::Rounds(self.rounds.len()));
        }
        match self.rounds.iter().find(|round| !LENGTHS.contains(&round.minutes)) {
            Some(round) => Err(SetupRefused::Length(*round)),
            None => Ok(()),
        }
    }
}
