//! A recurrent layer that reads letter by letter: tanh units or LSTM cells.

use super::words::Words;
use super::{Model, Reader};
use crate::activation::{sigmoid, tanh};
use crate::random::Random;
use crate::recurrent::{Cell, EveryStep, Shape, Start};
use crate::rows::dot;

/// The layer, and an output for each letter after each step.
#[derive(Clone, Debug)]
pub struct Recurrent(EveryStep);

impl Recurrent {
    /// A layer of so many units over an alphabet of so many letters, boundary included.
    #[must_use]
    pub fn new(cell: Cell, letters: usize, units: usize) -> Self {
        Self(EveryStep::new(Shape { cell, inputs: letters, units, outputs: letters }))
    }

    /// Where its weights lie.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.0.shape()
    }
}

impl Model for Recurrent {
    fn weight_count(&self) -> usize {
        self.shape().count()
    }

    fn start(&self, random: &mut Random) -> Vec<f32> {
        let shape = self.shape();
        let mut weights = shape.initialise(Start { gain: 1.0, forget_bias: 1.0 }, random);
        // Only one input is ever 1, so its weights need no share of it.
        let scale = (shape.inputs as f32).sqrt() / (shape.units as f32).sqrt();
        weights[shape.input_weights()].iter_mut().for_each(|weight| *weight *= scale);
        weights
    }

    fn forward(&mut self, weights: &[f32], words: &Words) -> &[f32] {
        self.0.forward(weights, &words.tokens, words.time)
    }

    fn backward(&mut self, weights: &[f32], _: &Words, slopes: &[f32], gradient: &mut [f32]) {
        self.0.backward(weights, slopes, gradient);
    }

    fn reader(&self) -> Box<dyn Reader> {
        let shape = self.shape();
        let units = || vec![0.0; shape.units];
        let (sums, scores) = (vec![0.0; shape.sums()], vec![0.0; shape.outputs]);
        Box::new(State { shape, state: units(), cells: units(), sums, scores })
    }
}

/// h, and c of an LSTM.
struct State {
    shape: Shape,
    state: Vec<f32>,
    cells: Vec<f32>,
    sums: Vec<f32>,
    scores: Vec<f32>,
}

impl State {
    fn remember(&mut self) {
        let units = self.shape.units;
        for unit in 0..units {
            let sum = |gate: usize| self.sums[gate * units + unit];
            self.state[unit] = match self.shape.cell {
                Cell::Rnn => tanh(sum(0)),
                Cell::Lstm => {
                    let taken_in = sigmoid(sum(0)) * tanh(sum(2));
                    let cell = sigmoid(sum(1)) * self.cells[unit] + taken_in;
                    self.cells[unit] = cell;
                    sigmoid(sum(3)) * tanh(cell)
                }
            };
        }
    }
}

impl Reader for State {
    fn read(&mut self, weights: &[f32], token: u8) -> &[f32] {
        let shape = self.shape;
        let inputs = weights[shape.input_weights()].chunks_exact(shape.inputs);
        let states = weights[shape.state_weights()].chunks_exact(shape.units);
        let rows = inputs.zip(states).zip(&weights[shape.biases()]);
        for (sum, ((inputs, states), bias)) in self.sums.iter_mut().zip(rows) {
            *sum = bias + inputs[usize::from(token)] + dot(states, &self.state);
        }
        self.remember();
        let rows = weights[shape.output_weights()].chunks_exact(shape.units);
        let rows = rows.zip(&weights[shape.output_biases()]);
        for (score, (row, bias)) in self.scores.iter_mut().zip(rows) {
            *score = bias + dot(row, &self.state);
        }
        &self.scores
    }
}
