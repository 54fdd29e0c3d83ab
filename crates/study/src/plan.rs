//! What to do on each day until the interview.
//!
//! The days are gone through one by one, as if every planned item went well: what falls due comes
//! first, then what is new, weakest topics first. What is new is shared out among kinds by what the
//! loop decides on: a senior plan gives a third of its time to design, a junior one two fifths to
//! coding. An item of half a day or more would never fit beside reviews; when it is its kind's turn it
//! has its room first. The plan is made afresh from what is remembered whenever it is looked at, so a
//! day that went otherwise needs no repair.
//!
//! **The last review.** An interval that would end on or after the interview is cut short: its review
//! is pulled to the last useful day, the last one before the interview that has minutes. FSRS's curve
//! only falls after a review, so among all days the latest gives the highest recall on the day; what
//! a longer wait would add to stability would only pay off afterwards. (Cepeda et al., *Spacing
//! Effects in Learning: A Temporal Ridgeline of Optimal Retention*, Psychological Science 19(11),
//! 2008: how long to wait between reviews depends on when the test is.) As one day may not hold them
//! all, the weakest keep that day and the others take what room the week before it has left.

mod build;
mod coverage;
mod mocks;
mod phases;
mod topics;
mod weeks;
mod weights;

use std::fmt;

use content::Level;
use serde::{Deserialize, Serialize};

use crate::interview::Round;
use crate::schedule::{Memory, Rating};
use crate::{Day, ItemRef, Seniority};

pub use build::plan;
pub use coverage::{KNOWN, TopicCoverage, coverage};
pub use weeks::{Week, weeks};
pub use weights::review_minutes;

/// An item as the plan sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Which item.
    pub item: ItemRef,
    /// What it is about.
    pub topics: Vec<String>,
    /// How long it takes the first time.
    pub minutes: u16,
    /// How hard it is.
    pub level: Level,
    /// The rows of the syllabus that it covers, by id.
    #[serde(default)]
    pub rows: Vec<String>,
    /// What is remembered of it; `None` while it is new.
    pub memory: Option<Memory>,
    /// How it went the last time.
    pub last: Option<Rating>,
}

/// Who prepares, for when, with how much time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The day it is.
    pub today: Day,
    /// The day of the interview. Nothing is planned on it.
    pub interview: Day,
    /// Minutes a day, Monday first.
    pub weekday_minutes: [u16; 7],
    /// Minutes of today that are gone: what was done today takes its time from what is left.
    pub done_minutes: u16,
    /// Which loop.
    pub seniority: Seniority,
    /// How far the plan looks.
    pub length: Length,
}

/// How many days a plan shows; never beyond the interview, and at most twelve weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Length {
    /// 28 days.
    FourWeeks,
    /// 42 days.
    SixWeeks,
    /// All days until the interview.
    #[default]
    UntilInterview,
}

impl Profile {
    /// Minutes that a day still has.
    pub(crate) fn minutes_on(&self, day: Day) -> u16 {
        let gone = if day == self.today { self.done_minutes } else { 0 };
        self.weekday_minutes[crate::weekday(day)].saturating_sub(gone)
    }
}

/// The days, and what they do not hold.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// Every day from today to the day before the interview.
    pub days: Vec<DayPlan>,
    /// Items longer than the longest of these days.
    pub too_long: Vec<ItemRef>,
    /// New items for which there is no room.
    pub left_out: Vec<ItemRef>,
}

/// One day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DayPlan {
    /// Which day.
    pub day: Day,
    /// Minutes that there are.
    pub minutes: u16,
    /// What to do, in this order: a mock round, reviews, what is new; together no longer than the
    /// minutes, nothing twice.
    pub tasks: Vec<Task>,
}

impl DayPlan {
    /// Minutes that the tasks take.
    #[must_use]
    pub fn planned_minutes(&self) -> u32 {
        self.tasks.iter().map(|task| u32::from(task.minutes)).sum()
    }
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// What.
    pub what: What,
    /// For how long.
    pub minutes: u16,
    /// Why, and why today.
    pub reason: Reason,
}

/// An item, or a round of the mock loop.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// An item.
    Item(ItemRef),
    /// A round of the mock loop, with fresh items of its own.
    Mock(Round),
}

/// Why something is planned. Recall is a probability from 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It was not recalled the last time.
    Failed,
    /// Its interval has ended.
    Due {
        /// Recall on this day.
        recall: f32,
        /// Days since the interval ended.
        days_late: u32,
    },
    /// It is due or new, and its topic is weak.
    WeakTopic {
        /// The weakest of its topics.
        topic: String,
        /// Mean recall of what has been seen of the topic.
        recall: f32,
    },
    /// New, and the first item of a row of the syllabus.
    NewRow {
        /// The row's id.
        row: String,
    },
    /// New, and the first item of a topic.
    NewTopic {
        /// The topic.
        topic: String,
    },
    /// New, and next in its topic.
    New {
        /// The topic of which least is known.
        topic: String,
    },
    /// Its interval would end on or after the interview.
    BeforeTheDay {
        /// Recall on the day of the interview without this review.
        recall: f32,
    },
    /// A round under interview conditions.
    Mock {
        /// Days from here to the interview.
        days_before: u32,
    },
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |recall: &f32| (recall * 100.0).round();
        match self {
            Self::Failed => formatter.write_str("not recalled the last time"),
            Self::Due { recall, days_late: 0 } => {
                write!(formatter, "due: recall {} %", percent(recall))
            }
            Self::Due { recall, days_late } => {
                let late = figures::format::plural(*days_late as usize, "day");
                write!(formatter, "due for {late}: recall {} %", percent(recall))
            }
            Self::WeakTopic { topic, recall } => {
                write!(formatter, "weak topic, {topic}: recall {} %", percent(recall))
            }
            Self::NewRow { .. } => {
                formatter.write_str("new: a row of the syllabus not covered yet")
            }
            Self::NewTopic { topic } => write!(formatter, "new: a first item on {topic}"),
            Self::New { topic } => write!(formatter, "new: more on {topic}"),
            Self::BeforeTheDay { recall } => write!(
                formatter,
                "last review before the day: recall would be {} %",
                percent(recall)
            ),
            Self::Mock { days_before } => {
                let days = figures::format::plural(*days_before as usize, "day");
                write!(formatter, "a mock round, {days} before")
            }
        }
    }
}

/// Why there is no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The interview lies before today.
    InterviewPassed,
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("The interview's date has passed. Set the next one to get a plan.")
    }
}

impl std::error::Error for Refused {}

#[cfg(test)]
mod tests;
