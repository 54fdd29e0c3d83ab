//! The attention page: a small decoder-only transformer, what it learns, and a look inside.

mod inspection;
mod layout;
mod model;
mod run;
mod schedule;
mod settings;
mod tasks;
#[cfg(test)]
mod tests;

pub use inspection::Inspection;
pub use run::{ProgressPoint, Run, Snapshot};
pub use settings::Settings;
pub use tasks::Task;
