//! Optimisers: six update rules with schedules, on losses of two weights whose paths are drawn, and on
//! a network that really learns.

mod network;
mod program;
mod setup;
mod surface;
mod walk;

#[cfg(test)]
mod tests;

use figures::{Better, Invalid, Measure, Unit};

use crate::lab::{Lab, Lane, Language, Source};
use network::Learning;
use setup::{Setup, Task};
use walk::Walk;

/// The lab.
pub struct Optimisers;

/// Index of each measure.
const LOSS: usize = 0;
const TEST_LOSS: usize = 1;

impl Lab for Optimisers {
    fn slug(&self) -> &'static str {
        "optimisers"
    }

    fn measures(&self) -> Vec<Measure> {
        let neither =
            |id: &str, name: &str| Measure::new(id, name, name, Better::Neither, Unit::Number);
        vec![
            Measure::loss("loss", "loss", "loss"),
            // A surface has no second draw of rows: no number there.
            Measure::loss("test-loss", "test", "loss"),
            neither("gradient-norm", "gradient norm"),
            neither("learning-rate", "learning rate"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        let Setup { task, descent, seed } = Setup::read(source)?;
        Ok(match task {
            Task::Surface(ground) => Box::new(Walk::new(ground, descent, seed)),
            Task::Network(problem) => Box::new(Learning::new(*problem, descent, seed)),
        })
    }

    fn program(&self, source: Source<'_>, step: u64, language: Language) -> Option<String> {
        Some(program::write(Setup::read(source).ok()?, step, language))
    }
}
