//! The layer with the weights: every unit a weighted sum of all inputs, plus its bias.

use std::ops::Range;

use super::kernel::{self, Strip};
use super::layer::{Backward, Forward, Layer, Part, Sketch};
use crate::random::Random;

/// How first weights are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Start {
    /// Uniform within √(6 / (inputs + units)): Glorot and Bengio 2010.
    XavierUniform,
    /// Uniform within √(6 / inputs): He et al. 2015, for rectified units.
    HeUniform,
    /// Normal with this standard deviation, whatever the size of the layer.
    Normal(f32),
    /// All 0.
    Zero,
}

/// `units × inputs` weights, row-major (unit by input), then `units` biases.
#[derive(Clone, Debug)]
pub struct Linear {
    inputs: usize,
    units: usize,
    start: Start,
    first_bias: f32,
}

impl Linear {
    /// A layer whose biases start at 0.
    #[must_use]
    pub fn new(inputs: usize, units: usize, start: Start) -> Self {
        Self { inputs, units, start, first_bias: 0.0 }
    }

    /// The same layer with biases that start at another value.
    #[must_use]
    pub fn with_bias(self, first_bias: f32) -> Self {
        Self { first_bias, ..self }
    }

    fn matrix(&self) -> Range<usize> {
        0..self.units * self.inputs
    }
}

impl Layer for Linear {
    fn units(&self, inputs: usize) -> usize {
        assert_eq!(inputs, self.inputs, "a linear layer's inputs are the units before it");
        self.units
    }

    fn forward(&mut self, pass: Forward<'_>) {
        let (matrix, biases) = pass.weights.split_at(self.matrix().end);
        kernel::weigh(matrix, biases, pass.inputs, pass.answers, pass.rows.lanes);
    }

    fn backward(&mut self, pass: Backward<'_>) {
        let lanes = pass.rows.lanes;
        let (matrix, biases) = pass.gradient.split_at_mut(self.matrix().end);
        let whole = Strip::whole(lanes);
        kernel::slopes((pass.deltas, whole), (pass.inputs, whole), matrix, lanes);
        kernel::row_sums((pass.deltas, whole), biases, lanes);
        if let Some(below) = pass.below {
            kernel::pass_down(&pass.weights[self.matrix()], pass.deltas, below, lanes);
        }
    }

    fn boxed(&self) -> Box<dyn Layer> {
        Box::new(self.clone())
    }

    fn sketch(&self) -> Sketch {
        Sketch::Linear { inputs: self.inputs, units: self.units }
    }

    fn weight_count(&self) -> usize {
        self.units * (self.inputs + 1)
    }

    fn start(&self, weights: &mut [f32], random: &mut Random) {
        let (matrix, biases) = weights.split_at_mut(self.matrix().end);
        biases.fill(self.first_bias);
        let within = |fan: usize| (6.0 / fan as f32).sqrt();
        let bound = match self.start {
            Start::XavierUniform => within(self.inputs + self.units),
            Start::HeUniform => within(self.inputs),
            Start::Normal(deviation) => {
                return matrix.fill_with(|| deviation * random.normal());
            }
            Start::Zero => return matrix.fill(0.0),
        };
        matrix.fill_with(|| random.between(-bound, bound));
    }

    fn parts(&self) -> Vec<Part> {
        vec![Part { kind: "linear", all: 0..self.weight_count(), penalised: self.matrix() }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn started(start: Start) -> Vec<f32> {
        let layer = Linear::new(60, 40, start).with_bias(-3.0);
        let mut weights = vec![0.0; layer.weight_count()];
        layer.start(&mut weights, &mut Random::new(1, 0));
        assert!(weights[2400..].iter().all(|&bias| bias == -3.0));
        weights.truncate(2400);
        weights
    }

    #[test]
    fn first_weights_have_the_stated_spread() {
        let check = |start: Start, variance: f32| {
            let weights = started(start);
            let measured = weights.iter().map(|w| w * w).sum::<f32>() / 2400.0;
            assert!((measured - variance).abs() <= 0.06 * variance, "{start:?}: {measured}");
        };
        // A uniform number within ±b has the variance b² / 3.
        check(Start::XavierUniform, 2.0 / 100.0);
        check(Start::HeUniform, 2.0 / 60.0);
        check(Start::Normal(0.5), 0.25);
        check(Start::Zero, 0.0);
    }
}
