//! Batch norm, layer norm or none: what they do to the sums of each layer, to training with few rows at
//! once, and to inference.

mod findings;
mod lane;
mod panels;
#[cfg(test)]
mod tests;

use figures::{Invalid, Measure, Settings};
use nets::activation::Activation;
use nets::dense::{BatchNorm, Head, Layer, LayerNorm, Linear, Network, Start};

use crate::lab::{Lab, Lane, Language, Source};
use crate::program::{Dense, dense};
use crate::tasks::Task;
use lane::Normalised;

/// The lab.
pub struct Normalisation;

/// Units of every hidden layer.
const UNITS: usize = 32;

/// Index of the measures that a diagnosis is about.
mod at {
    pub const TRAIN_LOSS: usize = 0;
    pub const TEST_LOSS: usize = 1;
    pub const BATCH_LOSS: usize = 2;
    pub const TRAIN_ACCURACY: usize = 3;
    pub const TEST_ACCURACY: usize = 4;
}

/// What stands between sums and activation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Norm {
    None,
    Batch,
    Layer,
}

/// What is set.
#[derive(Clone, Copy, Debug)]
struct Plan {
    norm: Norm,
    layers: usize,
    /// First weights, as a multiple of He's.
    gain: f32,
    batch_size: usize,
    /// Share of a batch's statistics in the moving averages.
    momentum: f32,
    learning_rate: f32,
    seed: u32,
}

impl Plan {
    fn of(settings: &Settings) -> Result<Self, Invalid> {
        let norms = [("none", Norm::None), ("batch", Norm::Batch), ("layer", Norm::Layer)];
        Ok(Self {
            norm: settings.choice("norm", &norms)?,
            layers: settings.count("layers", 1, 12)?,
            gain: settings.within("gain", 0.0, 10.0)? as f32,
            batch_size: settings.count("batch", 1, 128)?,
            momentum: settings.within("momentum", 0.0, 1.0)? as f32,
            learning_rate: settings.within("rate", 0.0, 100.0)? as f32,
            seed: settings.seed()?,
        })
    }

    fn network(&self, task: &Task) -> Network {
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        let mut inputs = task.width();
        for _ in 0..self.layers {
            let deviation = self.gain * (2.0 / inputs as f32).sqrt();
            layers.push(Box::new(Linear::new(inputs, UNITS, Start::Normal(deviation))));
            match self.norm {
                Norm::None => {}
                Norm::Batch => layers.push(Box::new(BatchNorm::new(UNITS, self.momentum))),
                Norm::Layer => layers.push(Box::new(LayerNorm::new(UNITS))),
            }
            layers.push(Box::new(Activation::Relu));
            inputs = UNITS;
        }
        layers.push(Box::new(Linear::new(inputs, task.classes.len(), Start::XavierUniform)));
        Network::new(task.width(), layers, Head::Softmax)
    }
}

impl Lab for Normalisation {
    fn slug(&self) -> &'static str {
        "normalisation"
    }

    fn measures(&self) -> Vec<Measure> {
        vec![
            Measure::loss("train-loss", "train", "loss: mean cross-entropy"),
            Measure::loss("test-loss", "test", "loss: mean cross-entropy"),
            Measure::loss("batch-loss", "test, batch by batch", "loss: mean cross-entropy")
                .called("test loss, batch by batch"),
            Measure::share("train-accuracy", "train", "accuracy"),
            Measure::share("test-accuracy", "test", "accuracy"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        let plan = Plan::of(source.settings)?;
        let lane = Normalised::new(plan, Task::of(&source)?, source.settings);
        Ok(Box::new(lane))
    }

    fn program(&self, source: Source<'_>, step: u64, language: Language) -> Option<String> {
        let (plan, task) = (Plan::of(source.settings).ok()?, Task::of(&source).ok()?);
        let lane = Normalised::new(plan, task, source.settings);
        if lane.has_batch_of_one() {
            return None;
        }
        let what = "A classifier whose layers are normalised, or are not.";
        let training = &lane.classifier.training;
        Some(dense(&Dense { what, training, steps: step, measure: "train-loss" }, language))
    }
}
