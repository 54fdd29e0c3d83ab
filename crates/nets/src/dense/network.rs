//! A stack of layers and the loss at its end.

use super::batch::Batch;
use super::head::Head;
use super::layer::{Layer, Mode, Part};
use super::stack::Stack;
use crate::lane::Lane;
use crate::random::Random;

/// A network over flat slices of weights that the caller keeps.
#[derive(Clone, Debug)]
pub struct Network {
    stack: Stack,
    head: Head,
}

impl Network {
    /// A network on this many features.
    #[must_use]
    pub fn new(inputs: usize, layers: Vec<Box<dyn Layer>>, head: Head) -> Self {
        Self { stack: Stack::new(inputs, layers), head }
    }

    /// How many weights it has.
    #[must_use]
    pub fn weight_count(&self) -> usize {
        self.stack.weight_count()
    }

    /// First weights, layer by layer.
    #[must_use]
    pub fn start(&self, random: &mut Random) -> Vec<f32> {
        let mut weights = vec![0.0; self.weight_count()];
        self.stack.start(&mut weights, random);
        weights
    }

    /// Where each layer's weights lie, in order.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        self.stack.parts()
    }

    /// Answers for a batch.
    pub fn forward(&mut self, weights: &[f32], batch: &Batch, mode: Mode) {
        self.stack.forward(weights, &batch.inputs, batch.rows(), mode);
    }

    /// The last layer's answers after [`Network::forward`], a row an output.
    #[must_use]
    pub fn outputs(&self) -> &[Lane] {
        self.stack.outputs()
    }

    /// Mean loss after [`Network::forward`] on this batch.
    #[must_use]
    pub fn loss(&self, batch: &Batch) -> f32 {
        self.head.loss(self.outputs(), batch)
    }

    /// Share of right answers after [`Network::forward`] on this batch.
    #[must_use]
    pub fn accuracy(&self, batch: &Batch) -> f32 {
        self.head.accuracy(self.outputs(), batch)
    }

    /// Overwrites `gradient` with ∂loss/∂weights after [`Network::forward`] on this batch in
    /// training mode.
    pub fn backward(&mut self, weights: &[f32], batch: &Batch, gradient: &mut [f32]) {
        let (outputs, deltas) = self.stack.outputs_and_deltas();
        self.head.deltas(outputs, batch, deltas);
        self.stack.backward(weights, &batch.inputs, gradient, None);
    }

    /// The loss at its end.
    #[must_use]
    pub fn head(&self) -> Head {
        self.head
    }

    /// The layers.
    #[must_use]
    pub fn stack(&self) -> &Stack {
        &self.stack
    }
}
