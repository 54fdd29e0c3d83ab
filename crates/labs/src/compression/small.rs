//! The trained network made small: pruned, put on a grid, and asked about the test digits.

use figures::{Invalid, Settings};
use nets::quantise::prune::{smallest_weights, weakest_units};
use nets::quantise::{Dense, Precision, Runner, Scope, Stored};

/// What is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pruning {
    /// Nothing.
    None,
    /// The smallest weights.
    Weights,
    /// The weakest hidden units.
    Units,
}

/// How the network is made small, and which layer is looked at; live.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recipe {
    /// Of the weights.
    pub precision: Precision,
    /// What shares a scale.
    pub scope: Scope,
    /// What is left out.
    pub pruning: Pruning,
    /// How much of it.
    pub share: f32,
}

/// Everything around the networks.
#[derive(Clone, Debug)]
pub struct Digits {
    /// Test digits, row by row.
    pub rows: Vec<f32>,
    /// What they are.
    pub labels: Vec<u8>,
    /// Training digits that say how large answers become.
    pub calibration: Vec<f32>,
}

/// A network made small, and what became of it.
#[derive(Clone, Debug)]
pub struct Small {
    /// Its layers.
    pub layers: Vec<Stored>,
    /// Ready to answer the test digits again.
    pub runner: Runner,
    /// Its answers to them.
    pub classes: Vec<u8>,
}

/// The largest value of a pixel.
const PIXEL_TOP: f32 = 1.0;

/// A hidden layer that is silent on all of the calibration digits has this for its largest answer.
const SILENT_TOP: f32 = 1e-3;

impl Recipe {
    /// Reads the controls.
    ///
    /// # Errors
    /// Which setting cannot be used.
    pub fn new(settings: &Settings) -> Result<Self, Invalid> {
        let precisions =
            [("float", Precision::Float), ("int8", Precision::Int8), ("int4", Precision::Int4)];
        let prunings =
            [("none", Pruning::None), ("weights", Pruning::Weights), ("units", Pruning::Units)];
        Ok(Self {
            precision: settings.choice("precision", &precisions)?,
            scope: settings
                .choice("scales", &[("layer", Scope::Tensor), ("unit", Scope::Channel)])?,
            pruning: settings.choice("prune", &prunings)?,
            share: settings.within("share", 0.0, 99.0)? as f32 / 100.0,
        })
    }

    /// Nothing left out, 32 bits.
    pub fn plain() -> Self {
        let (precision, scope) = (Precision::Float, Scope::Tensor);
        Self { precision, scope, pruning: Pruning::None, share: 0.0 }
    }

    /// Whether it changes anything.
    pub fn is_plain(&self) -> bool {
        self.precision == Precision::Float && (self.pruning == Pruning::None || self.share == 0.0)
    }

    /// In words: `int8, a scale for each unit, 80 % of weights left out`.
    pub fn words(&self) -> String {
        let precision = match self.precision {
            Precision::Float => "32-bit floats",
            Precision::Int8 => "int8",
            Precision::Int4 => "int4",
        };
        let scope = match (self.precision, self.scope) {
            (Precision::Float, _) => "",
            (_, Scope::Tensor) => ", one scale a layer",
            (_, Scope::Channel) => ", one scale a unit",
        };
        let share = (100.0 * self.share).round();
        let pruning = match self.pruning {
            _ if self.share == 0.0 => String::new(),
            Pruning::None => String::new(),
            Pruning::Weights => format!(", {share} % of the weights left out"),
            Pruning::Units => format!(", {share} % of the hidden units left out"),
        };
        format!("{precision}{scope}{pruning}")
    }
}

impl Small {
    /// Makes a trained network small and asks it about the test digits.
    pub fn new(trained: &[Dense], recipe: &Recipe, digits: &Digits) -> Self {
        let mut layers = trained.to_vec();
        match recipe.pruning {
            Pruning::None => {}
            Pruning::Weights => smallest_weights(&mut layers, recipe.share),
            Pruning::Units => weakest_units(&mut layers, recipe.share),
        }
        let tops = tops(&layers, recipe.precision, digits);
        let each = layers.iter().zip(&tops);
        let layers: Vec<Stored> =
            each.map(|(it, &top)| Stored::new(it, recipe.precision, recipe.scope, top)).collect();
        let mut runner = Runner::new(&layers);
        runner.load(&digits.rows);
        runner.run();
        let classes = runner.classes().collect();
        Self { layers, runner, classes }
    }

    /// Share of digits that it names right.
    pub fn accuracy(&self, digits: &Digits) -> f32 {
        agreement(&self.classes, &digits.labels)
    }

    /// Bytes stored.
    pub fn bytes(&self) -> usize {
        self.layers.iter().map(|layer| layer.share().total()).sum()
    }
}

/// Share of places at which two lists are the same.
pub fn agreement(a: &[u8], b: &[u8]) -> f32 {
    let same = a.iter().zip(b).filter(|(a, b)| a == b).count();
    same as f32 / a.len().max(1) as f32
}

/// Largest input of each layer.
fn tops(layers: &[Dense], precision: Precision, digits: &Digits) -> Vec<f32> {
    let mut tops = vec![PIXEL_TOP; layers.len()];
    if precision != Precision::Float {
        let float = |layer| Stored::new(layer, Precision::Float, Scope::Tensor, PIXEL_TOP);
        let mut runner = Runner::new(&layers.iter().map(float).collect::<Vec<_>>());
        runner.load(&digits.calibration);
        runner.run();
        for (top, &reached) in tops[1..].iter_mut().zip(runner.tops()) {
            *top = reached.max(SILENT_TOP);
        }
    }
    tops
}
