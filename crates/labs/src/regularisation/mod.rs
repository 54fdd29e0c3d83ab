//! What keeps a network from learning its training rows by heart: L1 and L2, dropout, stopping early,
//! more rows.

mod findings;
mod lane;
mod panels;
mod program;
#[cfg(test)]
mod tests;

use figures::{Better, Invalid, Measure, Settings, Unit};
use nets::activation::Activation;
use nets::dense::{Descent, Dropout, Head, Layer, Linear, Network, Start};
use nets::optimiser::Rule;
use nets::random::Random;

use crate::classifier::streams;
use crate::lab::{Lab, Lane, Language, Source};
use crate::tasks::Task;
use lane::Regularised;

/// The lab.
pub struct Regularisation;

/// Rows of a batch.
const BATCH_SIZE: usize = 20;

/// A weight below this does nothing that anybody would miss: 64 of them on answers of size 1 change a
/// sum by 0.08 if their signs are mixed.
const NEAR_ZERO: f32 = 0.01;

/// Index of the measures that a diagnosis is about.
mod at {
    pub const TRAIN_LOSS: usize = 0;
    pub const TEST_LOSS: usize = 1;
    pub const TRAIN_ACCURACY: usize = 2;
    pub const TEST_ACCURACY: usize = 3;
}

/// What is set.
#[derive(Clone, Copy, Debug)]
struct Plan {
    units: usize,
    layers: usize,
    l1: f32,
    /// Whether L1 takes the form of a threshold after each update instead of a slope before it.
    has_threshold: bool,
    l2: f32,
    dropout: f32,
    /// Epochs without a better validation loss after which training ends; 0 for never.
    patience: u64,
    learning_rate: f32,
    seed: u32,
}

impl Plan {
    fn of(settings: &Settings) -> Result<Self, Invalid> {
        Ok(Self {
            units: settings.count("units", 1, 128)?,
            layers: settings.count("layers", 1, 3)?,
            l1: settings.within("l1", 0.0, 1.0)? as f32,
            has_threshold: settings.choice("l1-step", &[("slope", false), ("threshold", true)])?,
            l2: settings.within("l2", 0.0, 1.0)? as f32,
            dropout: settings.within("dropout", 0.0, 0.9)? as f32,
            patience: settings.count("patience", 0, 1000)? as u64,
            learning_rate: settings.within("rate", 0.0, 10.0)? as f32,
            seed: settings.seed()?,
        })
    }

    fn network(&self, task: &Task) -> Network {
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        let mut inputs = task.width();
        for layer in 0..self.layers {
            layers.push(Box::new(Linear::new(inputs, self.units, Start::HeUniform)));
            layers.push(Box::new(Activation::Relu));
            if self.dropout > 0.0 {
                let random = Random::new(self.seed, streams::DROPOUT + layer as u64);
                layers.push(Box::new(Dropout::new(self.dropout, random)));
            }
            inputs = self.units;
        }
        layers.push(Box::new(Linear::new(inputs, task.classes.len(), Start::XavierUniform)));
        Network::new(task.width(), layers, Head::Softmax)
    }

    fn descent(&self) -> Descent {
        let l1 = if self.has_threshold { 0.0 } else { self.l1 };
        Descent { l1, l2: self.l2, ..Descent::new(Rule::Sgd, self.learning_rate, BATCH_SIZE) }
    }
}

impl Lab for Regularisation {
    fn slug(&self) -> &'static str {
        "regularisation"
    }

    fn measures(&self) -> Vec<Measure> {
        let share = |id: &str, name: &str| {
            Measure::new(id, name, "weights that are small", Better::Neither, Unit::Share)
                .called(&format!("weights {name}"))
        };
        vec![
            Measure::loss("train-loss", "train", "loss: mean cross-entropy"),
            Measure::loss("test-loss", "test", "loss: mean cross-entropy"),
            Measure::share("train-accuracy", "train", "accuracy"),
            Measure::share("test-accuracy", "test", "accuracy"),
            share("near-zero", "below 0.01"),
            share("zero", "exactly 0"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        let plan = Plan::of(source.settings)?;
        Ok(Box::new(Regularised::new(plan, Task::of(&source)?)))
    }

    fn program(&self, source: Source<'_>, step: u64, language: Language) -> Option<String> {
        let plan = Plan::of(source.settings).ok()?;
        let lane = Regularised::new(plan, Task::of(&source).ok()?);
        program::write(&lane, step, language)
    }
}
