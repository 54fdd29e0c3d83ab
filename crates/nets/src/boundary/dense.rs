//! The dense network on plain slices, with gradients derived by hand.
//!
//! Answers are kept unit by unit, the batch being the inner row of lanes: a layer is then a few
//! multiply-adds on whole rows, and a gradient is a sum along a row.

use super::batch::Batch;
use super::shape::Shape;
use crate::activation::Activation;
use crate::dense::kernel::{self, Strip};
use crate::lane::Lane;

/// Room for the answers and deltas of one batch.
#[derive(Clone, Debug)]
pub struct Dense {
    shape: Shape,
    lanes: usize,
    /// Row of lanes a unit, for each layer.
    answers: Vec<Vec<Lane>>,
    /// ∂loss/∂sum, of the same form.
    deltas: Vec<Vec<Lane>>,
}

impl Dense {
    /// Room for batches of `lanes` lanes.
    pub fn new(shape: Shape, lanes: usize) -> Self {
        let rooms: Vec<Vec<Lane>> =
            shape.layers().iter().map(|layer| vec![Lane::ZERO; layer.units * lanes]).collect();
        Self { shape, lanes, answers: rooms.clone(), deltas: rooms }
    }

    /// Computes every unit's answer. The output's row is the last layer's.
    pub fn forward(&mut self, weights: &[f32], batch: &Batch) {
        for (index, layer) in self.shape.layers().iter().enumerate() {
            let (done, rest) = self.answers.split_at_mut(index);
            let inputs = done.last().map_or(&batch.inputs[..], |answers| answers);
            let (matrix, biases) = (&weights[layer.weights()], &weights[layer.biases()]);
            kernel::weigh(matrix, biases, inputs, &mut rest[0], self.lanes);
            self.shape.activation_of(index).apply(&mut rest[0]);
        }
    }

    /// The answers of layer `index` after [`Dense::forward`], a row of lanes a unit.
    pub fn answers(&self, index: usize) -> &[Lane] {
        &self.answers[index]
    }

    /// The network's output after [`Dense::forward`].
    pub fn outputs(&self) -> &[Lane] {
        self.answers.last().map_or(&[], |answers| answers)
    }

    /// Mean of ½(output − label)² over the batch, after [`Dense::forward`].
    pub fn loss(&self, batch: &Batch) -> f32 {
        let mut sum = Lane::ZERO;
        for ((&o, &label), &share) in self.outputs().iter().zip(&batch.labels).zip(&batch.shares) {
            let error = o - label;
            sum += error * error * share;
        }
        0.5 * sum.sum()
    }

    /// Overwrites `gradient` with ∂loss/∂weights after [`Dense::forward`] on the same batch.
    pub fn backward(&mut self, weights: &[f32], batch: &Batch, gradient: &mut [f32]) {
        self.output_delta(batch);
        let (layers, lanes) = (self.shape.layers(), self.lanes);
        let whole = Strip::whole(lanes);
        for (index, layer) in layers.iter().enumerate().rev() {
            let (before, after) = self.deltas.split_at_mut(index);
            let deltas = &after[0];
            let inputs = if index == 0 { &batch.inputs } else { &self.answers[index - 1] };
            let (matrix, biases) = (layer.weights(), layer.biases());
            kernel::slopes((deltas, whole), (inputs, whole), &mut gradient[matrix.clone()], lanes);
            kernel::row_sums((deltas, whole), &mut gradient[biases], lanes);
            if let Some(below) = before.last_mut() {
                kernel::pass_down(&weights[matrix], deltas, below, lanes);
                self.shape.activation_of(index - 1).scale_by_slope(below, inputs);
            }
        }
    }

    fn output_delta(&mut self, batch: &Batch) {
        let (Some(deltas), Some(outputs)) = (self.deltas.last_mut(), self.answers.last()) else {
            return;
        };
        let targets = batch.labels.iter().zip(&batch.shares);
        for ((delta, &o), (&label, &share)) in deltas.iter_mut().zip(outputs).zip(targets) {
            *delta = (o - label) * share;
        }
        Activation::Tanh.scale_by_slope(deltas, outputs);
    }
}
