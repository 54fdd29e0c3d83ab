//! The attention page: a small decoder-only transformer, what it learns, and a look inside.

mod descent;
mod dropout;
pub(crate) mod layout;
pub(crate) mod model;
#[cfg(feature = "bench")]
mod noise;
#[cfg(test)]
pub(crate) mod oracle_tests;
mod run;
mod schedule;
mod settings;
mod shipped;
#[cfg(test)]
mod shipped_tests;
mod tasks;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tour_tests;

pub use layout::{Form, Layout, Placement, Positions, Sizes};
#[cfg(feature = "bench")]
pub use noise::Gpt;
pub use run::{ProgressPoint, Run, Sample, Snapshot};
pub use settings::Settings;
pub use shipped::{Shipped, shipped};
pub use tasks::{Corpus, Rewriting, Task};
