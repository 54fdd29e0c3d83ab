//! Results of a submission to a verdict, growth fits, recognised mistakes.
//!
//! The Python worker only observes ([`protocol::python::Observation`]); whether what it saw is right
//! is decided here. Everything is structured data: the page chooses the words. The only text made
//! here is a value as Python would write it ([`show`]) and the place of a difference
//! ([`Difference::place`]).
//!
//! There is no DOM here, no worker, no clock, and nothing is run.

mod cause;
mod compare;
mod difference;
mod growth;
mod least_squares;
mod recognise;
mod show;
mod verdict;

pub use cause::{Cause, cause};
pub use compare::{difference, rules};
pub use difference::{Difference, DifferenceKind, Largest, NumericError, Step};
pub use growth::{GrowthFit, fit, fit_space, meets, meets_space};
pub use recognise::recognise;
pub use show::show;
pub use verdict::{CaseVerdict, Status, Verdict, case_verdict, smallest_failing, to_shrink};
