//! The attention page: a small decoder-only transformer, what it learns, and a look inside.

mod descent;
mod inspection;
pub(crate) mod layout;
mod model;
#[cfg(feature = "bench")]
mod noise;
#[cfg(test)]
mod oracle_tests;
mod run;
mod schedule;
mod settings;
mod tasks;
#[cfg(test)]
mod tests;

pub use inspection::Inspection;
#[cfg(feature = "bench")]
pub use noise::Gpt;
pub use run::{ProgressPoint, Run, Snapshot};
pub use settings::Settings;
pub use tasks::Task;
