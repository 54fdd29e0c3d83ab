//! The mock loop as a state machine: rounds under interview conditions, scored by oneself, with a
//! report of what was strong, what was weak and what to practise next.
//!
//! The time is given with each action, in milliseconds since 1970. A running round has an absolute
//! deadline, so a reload does not stop the clock: whoever comes back after it finds the round over.
//! Only a pause stops it, and pauses are counted. A clock that is set back is not believed: time
//! stands still until it has caught up.

mod choice;
pub mod clock;
mod export;
mod pick;
mod refusal;
mod report;
mod round;
mod session;
mod setup;
mod sheet;
mod sound;
mod text;
mod transition;
pub mod words;

pub use choice::{Choice, Preset};
pub use pick::{Candidate, NothingFits, fits};
pub use refusal::Refusal;
pub use report::{NextItem, Report, RoundReport, TaskReport, TopicShare};
pub use round::{Round, domain_topics};
pub use session::{MOST_TEXT, Marked, RoundRun, Session, Stage, Task, Unreadable};
pub use setup::{RoundLength, Setup, SetupRefused, StartRefused};
pub use sheet::Sheet;
pub use transition::{Action, Marks};

#[cfg(test)]
mod tests;
