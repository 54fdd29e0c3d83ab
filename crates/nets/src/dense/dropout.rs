//! Dropout (Srivastava et al. 2014), inverted: in training each answer is 0 with a chance of `rate`
//! and divided by 1 − `rate` otherwise, so that its mean stays; in inference nothing happens.

use super::layer::{Backward, Forward, Layer, Mode, Sketch};
use crate::lane::{Lane, WIDTH};
use crate::random::Random;

/// A unit an input, dropped example by example.
#[derive(Clone, Debug)]
pub struct Dropout {
    rate: f32,
    random: Random,
    /// 0 or 1 / (1 − rate) for each answer of the latest batch in training mode.
    factors: Vec<Lane>,
}

impl Dropout {
    /// Drops with a chance of `rate`, from 0 to below 1. One number is drawn for each answer, unit
    /// by unit and example by example; it is dropped where the number is below `rate`.
    #[must_use]
    pub fn new(rate: f32, random: Random) -> Self {
        assert!((0.0..1.0).contains(&rate), "a rate of {rate}");
        Self { rate, random, factors: Vec::new() }
    }
}

impl Layer for Dropout {
    fn units(&self, inputs: usize) -> usize {
        inputs
    }

    fn forward(&mut self, pass: Forward<'_>) {
        if pass.mode == Mode::Inference {
            pass.answers.copy_from_slice(pass.inputs);
            return;
        }
        let kept = 1.0 / (1.0 - self.rate);
        self.factors.clear();
        self.factors.resize(pass.inputs.len(), Lane::ZERO);
        for row in self.factors.chunks_exact_mut(pass.rows.lanes) {
            for place in 0..pass.rows.size {
                let is_dropped = self.random.unit() < self.rate;
                row[place / WIDTH].0[place % WIDTH] = if is_dropped { 0.0 } else { kept };
            }
        }
        let inputs = pass.inputs.iter().zip(&self.factors);
        for (answer, (&x, &factor)) in pass.answers.iter_mut().zip(inputs) {
            *answer = x * factor;
        }
    }

    fn backward(&mut self, pass: Backward<'_>) {
        let Some(below) = pass.below else { return };
        for ((below, &delta), &factor) in below.iter_mut().zip(pass.deltas).zip(&self.factors) {
            *below = delta * factor;
        }
    }

    fn boxed(&self) -> Box<dyn Layer> {
        Box::new(self.clone())
    }

    fn sketch(&self) -> Sketch {
        Sketch::Dropout { rate: self.rate, random: self.random.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Batch, Examples, Head, Linear, Network, Start, differences, layers};
    use super::*;
    use crate::activation::Activation;

    /// A layer of ones behind dropout, summed up.
    fn network(rate: f32) -> (Network, Vec<f32>, Batch) {
        let layers = layers![
            Linear::new(1, 50, Start::Zero).with_bias(1.0),
            Dropout::new(rate, Random::new(3, 0)),
            Linear::new(50, 1, Start::Zero),
        ];
        let network = Network::new(1, layers, Head::Squared);
        let mut weights = network.start(&mut Random::new(1, 0));
        weights[100..150].fill(1.0);
        let examples = Examples::values(1, vec![0.0; 200], vec![0.0; 200]);
        (network, weights, Batch::of(&examples))
    }

    fn mean_output(network: &mut Network, weights: &[f32], batch: &Batch, mode: Mode) -> f32 {
        network.forward(weights, batch, mode);
        network.outputs().iter().map(|lane| lane.sum()).sum::<f32>() / 200.0
    }

    #[test]
    fn training_keeps_the_mean_and_inference_everything() {
        for rate in [0.0, 0.2, 0.5, 0.9] {
            let (mut network, weights, batch) = network(rate);
            assert_eq!(mean_output(&mut network, &weights, &batch, Mode::Inference), 50.0);
            // 10,000 draws: the deviation of their mean is 0.5 · √(rate / (1 − rate)).
            let mean = mean_output(&mut network, &weights, &batch, Mode::Training);
            let deviation = 0.5 * (rate / (1.0 - rate)).sqrt();
            assert!((mean - 50.0).abs() <= 3.0 * deviation, "{rate}: {mean}");
        }
    }

    #[test]
    fn each_batch_is_dropped_anew_and_a_copy_goes_on_alike() {
        let (mut network, weights, batch) = network(0.5);
        let mut copy = network.clone();
        let next = |network: &mut Network| {
            network.forward(&weights, &batch, Mode::Training);
            network.outputs().to_vec()
        };
        let first = next(&mut network);
        assert_ne!(first, next(&mut network));
        assert_eq!(first, next(&mut copy));
    }

    #[test]
    fn gradients_pass_where_answers_did() {
        let mut random = Random::new(5, 0);
        let layers = layers![
            Linear::new(2, 5, Start::XavierUniform),
            Activation::Tanh,
            Dropout::new(0.4, Random::new(9, 0)),
            Linear::new(5, 3, Start::XavierUniform),
        ];
        let network = Network::new(2, layers, Head::Softmax);
        let weights = network.start(&mut random);
        let inputs = (0..2 * 7).map(|_| random.normal()).collect();
        let examples = Examples::classes(2, inputs, &[0, 1, 2, 0, 1, 2, 0], 3);
        differences::check(&network, &weights, &Batch::of(&examples));
    }
}
