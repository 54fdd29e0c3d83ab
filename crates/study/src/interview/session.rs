//! A loop in progress: everything that is kept, so that it survives a reload.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::pick::{Candidate, pick, reference};
use super::round::Round;
use super::setup::{Setup, StartRefused};
use super::sound::is_sound;
use crate::ItemRef;
use crate::rubric::Score;

/// The form in which a session is kept; another one is not read.
const VERSION: u8 = 1;

/// Characters that a field of a round keeps.
pub const MOST_TEXT: usize = 50_000;

/// A loop in progress.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    version: u8,
    /// As it was chosen.
    pub setup: Setup,
    /// Its rounds, in order.
    pub rounds: Vec<RoundRun>,
    /// Which round it is at.
    pub at: usize,
    /// Where in the round it is.
    pub stage: Stage,
}

/// Where in a round the loop is. Times are milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The round has not begun.
    Ready,
    /// The clock runs. Hints and answers are hidden.
    Running {
        /// When it is over.
        deadline_ms: u64,
        /// The latest time that was heard of: a clock set back is not believed.
        seen_ms: u64,
    },
    /// The clock stands. Hints and answers are hidden.
    Paused {
        /// What is left.
        left_ms: u64,
    },
    /// The round is over and is scored; answers may be opened.
    Scoring,
    /// The loop is over.
    Finished,
}

/// A round of the loop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoundRun {
    /// Which.
    pub round: Round,
    /// Its length.
    pub minutes: u16,
    /// What it asks.
    pub tasks: Vec<Task>,
    /// What was noted.
    pub notes: String,
    /// How often the clock was stopped.
    pub pauses: u32,
    /// It has been gone through.
    pub is_over: bool,
    /// Time on the clock, without pauses; 0 before the round is over.
    pub used_ms: u64,
    /// The time ran out.
    pub is_time_up: bool,
}

/// One item of a round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Which.
    pub item: ItemRef,
    /// Its title.
    pub title: String,
    /// What it is about.
    pub topics: Vec<String>,
    /// How long it takes.
    pub minutes: u16,
    /// What was written for it.
    #[serde(default)]
    pub answer: String,
    /// What the answer was worth; `None` until it is scored.
    pub marked: Option<Marked>,
}

/// What an answer was worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Marked {
    /// Points.
    pub score: Score,
    /// Which criteria it met, in their order; nothing for one's own judgement.
    #[serde(default)]
    pub met: Vec<bool>,
    /// Criteria of this level that it did not meet, as plain text.
    pub missed: Vec<String>,
    /// By one's own judgement rather than by criteria.
    pub is_own: bool,
}

/// Why a kept session is not continued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not a session.
    Damaged,
    /// From another version of the site.
    Version(u8),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => formatter.write_str("The kept loop cannot be read. Start a new one."),
            Self::Version(version) => write!(
                formatter,
                "The kept loop is of version {version}, this page reads {VERSION}. Reload the page to go on with it."
            ),
        }
    }
}

impl std::error::Error for Unreadable {}

impl Session {
    /// Starts a loop: picks the items of all its rounds.
    ///
    /// # Errors
    /// When the setup cannot be started, or a round would be empty.
    pub fn start(setup: Setup, pool: &[Candidate]) -> Result<Self, StartRefused> {
        setup.check().map_err(StartRefused::Setup)?;
        let picked = pick(&setup, pool).map_err(StartRefused::Empty)?;
        let rounds = setup.rounds.iter().zip(picked).map(|(length, places)| RoundRun {
            round: length.round,
            minutes: length.minutes,
            tasks: places.into_iter().map(|place| Task::new(&pool[place])).collect(),
            notes: String::new(),
            pauses: 0,
            is_over: false,
            used_ms: 0,
            is_time_up: false,
        });
        let rounds = rounds.collect();
        Ok(Self { version: VERSION, setup, rounds, at: 0, stage: Stage::Ready })
    }

    /// The round it is at.
    #[must_use]
    pub fn round(&self) -> Option<&RoundRun> {
        self.rounds.get(self.at)
    }

    /// What is left on the clock; `None` where none runs or stands.
    #[must_use]
    pub fn left_ms(&self, now_ms: u64) -> Option<u64> {
        match self.stage {
            Stage::Running { deadline_ms, seen_ms } => {
                Some(deadline_ms.saturating_sub(now_ms.max(seen_ms)))
            }
            Stage::Paused { left_ms } => Some(left_ms),
            _ => None,
        }
    }

    /// Reads what was kept. The clock has gone on meanwhile, unless it was paused: the next tick
    /// finds out.
    ///
    /// # Errors
    /// When it is damaged, or of another version.
    pub fn from_json(text: &str) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Versioned {
            version: u8,
        }
        let Versioned { version } = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
        if version != VERSION {
            return Err(Unreadable::Version(version));
        }
        let session: Self = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
        if is_sound(&session) { Ok(session) } else { Err(Unreadable::Damaged) }
    }
}

impl Task {
    fn new(candidate: &Candidate) -> Self {
        Self {
            item: reference(&candidate.item),
            title: candidate.item.title.clone(),
            topics: candidate.item.topics.clone(),
            minutes: candidate.item.minutes,
            answer: String::new(),
            marked: None,
        }
    }
}
