//! What a layer is to the network around it.

use std::fmt;
use std::ops::Range;

use super::norm::Moments;
use super::stack::Stack;
use crate::activation::Activation;
use crate::convolution::{Maps, Pooling, Window};
use crate::lane::Lane;
use crate::random::Random;

/// Whether a layer may behave as it does in training: dropout drops, batch normalisation uses the
/// batch's own statistics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Before an update.
    Training,
    /// For an examination: the answer depends on weights and input alone.
    Inference,
}

/// How a batch lies in memory: unit by unit, a row of lanes each, a point a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// Lanes in a row.
    pub lanes: usize,
    /// Points; places beyond them are filled up, have a delta of 0, and must not count in any
    /// statistic over the batch.
    pub size: usize,
}

/// What a layer computes its answers from and where they go.
pub struct Forward<'a> {
    /// The layer's own weights.
    pub weights: &'a [f32],
    /// A row an input.
    pub inputs: &'a [Lane],
    /// A row a unit, to be overwritten.
    pub answers: &'a mut [Lane],
    /// The form of both.
    pub rows: Rows,
    /// Training or inference.
    pub mode: Mode,
}

/// What a layer passes the gradient back with; `inputs` and `answers` are those of the latest
/// [`Layer::forward`], which was in training mode.
pub struct Backward<'a> {
    /// The layer's own weights.
    pub weights: &'a [f32],
    /// A row an input.
    pub inputs: &'a [Lane],
    /// A row a unit.
    pub answers: &'a [Lane],
    /// ∂loss/∂answers, a row a unit.
    pub deltas: &'a [Lane],
    /// ∂loss/∂weights of the layer's own weights, to be overwritten.
    pub gradient: &'a mut [f32],
    /// ∂loss/∂inputs, to be overwritten; `None` where nobody needs it.
    pub below: Option<&'a mut [Lane]>,
    /// The form of all rows.
    pub rows: Rows,
}

/// Where one layer's weights lie in the flat slice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What sort of layer: `linear`, `batch norm`.
    pub kind: &'static str,
    /// All its weights.
    pub all: Range<usize>,
    /// Those that a penalty or weight decay acts on; biases and scales are left alone.
    pub penalised: Range<usize>,
}

impl Part {
    /// The same part in a slice in which this one's begins at `start`.
    #[must_use]
    pub fn moved(self, start: usize) -> Self {
        let moved = |range: Range<usize>| range.start + start..range.end + start;
        Self { all: moved(self.all), penalised: moved(self.penalised), ..self }
    }
}

/// What a layer is, for those who write it down in another language.
#[derive(Clone, Debug)]
pub enum Sketch {
    /// A [`super::Linear`].
    Linear {
        /// Inputs of each unit.
        inputs: usize,
        /// Units.
        units: usize,
    },
    /// An activation.
    Activation(Activation),
    /// A [`super::Dropout`].
    Dropout {
        /// Chance of each answer to be dropped.
        rate: f32,
        /// What decides it, as it is now.
        random: Random,
    },
    /// A [`super::BatchNorm`].
    BatchNorm {
        /// Units.
        units: usize,
        /// Share that the moving averages take in.
        momentum: f32,
    },
    /// A [`super::LayerNorm`].
    LayerNorm {
        /// Units.
        units: usize,
    },
    /// A [`crate::convolution::Convolution`].
    Convolution {
        /// The maps that it sees.
        inputs: Maps,
        /// Maps that it answers.
        channels: usize,
        /// What slides over them.
        window: Window,
    },
    /// A [`crate::convolution::Pool`].
    Pool {
        /// The maps that it sees.
        inputs: Maps,
        /// Places along one side of a window, and between two of them.
        size: usize,
        /// What is kept of each.
        pooling: Pooling,
    },
    /// A [`super::Residual`] block.
    Residual {
        /// What its layers' answers are multiplied by.
        scale: f32,
        /// Its layers.
        layers: Vec<Sketch>,
    },
}

/// One layer. What it remembers between forward and backward, and its random numbers, it keeps
/// itself; its weights are handed to it.
pub trait Layer: fmt::Debug {
    /// Units, each of which answers a row, for this many input rows.
    fn units(&self, inputs: usize) -> usize;

    /// Answers for a batch.
    fn forward(&mut self, pass: Forward<'_>);

    /// Gradients for the batch of the latest forward pass.
    fn backward(&mut self, pass: Backward<'_>);

    /// A copy in a box, with all it remembers.
    fn boxed(&self) -> Box<dyn Layer>;

    /// What it is.
    fn sketch(&self) -> Sketch;

    /// How many weights it has.
    fn weight_count(&self) -> usize {
        0
    }

    /// Writes its first weights; they are 0 before.
    fn start(&self, _weights: &mut [f32], _random: &mut Random) {}

    /// Where its weights lie, from 0; empty for a layer without any.
    fn parts(&self) -> Vec<Part> {
        Vec::new()
    }

    /// The activation that this layer is, for those who look for dead and saturated units.
    fn activation(&self) -> Option<Activation> {
        None
    }

    /// Mean and variance of each unit, where a layer normalises over the batch.
    fn moments(&self) -> Option<Moments<'_>> {
        None
    }

    /// The layers within this one.
    fn inner(&self) -> Option<&Stack> {
        None
    }
}

impl Clone for Box<dyn Layer> {
    fn clone(&self) -> Self {
        self.boxed()
    }
}
