//! Models of the sizes that `cargo xtask bench` compares with TensorFlow.js. Feature `bench` only.

use burn::tensor::{Int, Tensor, TensorData, activation, module};

use crate::activation::Activation;
use crate::dense::{Descent, Examples, Head, Layer, Linear, Network, Start, Training};
use crate::device;
use crate::optimiser::{Optimiser, Rule};
use crate::random::Random;
use crate::transformer::Gpt;

const LEARNING_RATE: f32 = 1e-3;

/// A dense classifier in burn: ReLU between the layers, softmax cross-entropy, Adam, always the
/// same batch of noise.
pub struct Classifier {
    sizes: Vec<usize>,
    weights: Vec<f32>,
    gradient: Vec<f32>,
    optimiser: Optimiser,
    inputs: Vec<f32>,
    labels: Vec<i32>,
}

impl Classifier {
    /// For example `[64, 128, 64, 10]`.
    pub fn new(sizes: &[usize], batch: usize) -> Self {
        let mut random = Random::new(1, 0);
        let pairs = sizes.windows(2);
        let mut weights = Vec::new();
        for pair in pairs {
            let deviation = (2.0 / pair[0] as f32).sqrt();
            weights.extend((0..pair[0] * pair[1]).map(|_| deviation * random.normal()));
            weights.extend(vec![0.0; pair[1]]);
        }
        let classes = sizes[sizes.len() - 1];
        Self {
            inputs: (0..batch * sizes[0]).map(|_| random.normal()).collect(),
            labels: (0..batch).map(|_| random.below(classes) as i32).collect(),
            gradient: vec![0.0; weights.len()],
            optimiser: Optimiser::new(Rule::Adam, weights.len()),
            sizes: sizes.to_vec(),
            weights,
        }
    }

    /// One Adam update; the loss before it.
    pub fn step(&mut self) -> f32 {
        let device = device::training();
        let batch = self.labels.len();
        let data = TensorData::new(self.inputs.clone(), [batch, self.sizes[0]]);
        let mut x = Tensor::<2>::from_data(data, &device);
        let (mut at, mut leaves) = (0, Vec::new());
        for pair in self.sizes.windows(2) {
            let mut leaf = |rows: usize, columns: usize| {
                let values = self.weights[at..at + rows * columns].to_vec();
                at += rows * columns;
                let data = TensorData::new(values, [rows, columns]);
                let leaf = Tensor::<2>::from_data(data, &device).require_grad();
                leaves.push(leaf.clone());
                leaf
            };
            let (weight, bias) = (leaf(pair[0], pair[1]), leaf(1, pair[1]));
            let is_last = at == self.weights.len();
            x = module::linear(x, weight, Some(bias.flatten(0, 1)));
            x = if is_last { x } else { activation::relu(x) };
        }
        let labels = TensorData::new(self.labels.clone(), [batch, 1]);
        let labels = Tensor::<2, Int>::from_data(labels, &device);
        let loss = activation::log_softmax(x, 1).gather(1, labels).mean().neg();
        let mut gradients = loss.backward();
        let mut rest = &mut self.gradient[..];
        for leaf in &leaves {
            // Taken out, because one that is shared is copied number by number.
            let slopes = leaf.grad_remove(&mut gradients);
            let Some(data) = slopes.map(Tensor::into_data) else { continue };
            let Ok(values) = data.as_slice::<f32>() else { continue };
            let (target, after) = rest.split_at_mut(values.len());
            target.copy_from_slice(values);
            rest = after;
        }
        self.optimiser.update(LEARNING_RATE, &mut self.weights, &self.gradient);
        loss.into_data().as_slice::<f32>().map_or(f32::NAN, |values| values[0])
    }
}

/// The same classifier on plain slices.
pub struct Slices(Training);

impl Slices {
    /// For example `[64, 128, 64, 10]`.
    pub fn new(sizes: &[usize], batch: usize) -> Self {
        let mut random = Random::new(1, 0);
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        for pair in sizes.windows(2) {
            if !layers.is_empty() {
                layers.push(Box::new(Activation::Relu));
            }
            layers.push(Box::new(Linear::new(pair[0], pair[1], Start::HeUniform)));
        }
        let classes = sizes[sizes.len() - 1];
        let inputs = (0..batch * sizes[0]).map(|_| random.normal()).collect();
        let labels: Vec<u8> = (0..batch).map(|_| random.below(classes) as u8).collect();
        let examples = Examples::classes(sizes[0], inputs, &labels, classes);
        let network = Network::new(sizes[0], layers, Head::Softmax);
        let weights = network.start(&mut random);
        let descent = Descent::new(Rule::Adam, LEARNING_RATE, batch);
        Self(Training::new(network, weights, examples, descent, random))
    }

    /// One Adam update; the loss before it.
    pub fn step(&mut self) -> f32 {
        self.0.update();
        self.0.loss()
    }
}

/// A language model on noise: every place of every sequence is scored.
pub struct LanguageModel(Gpt);

impl LanguageModel {
    /// Two blocks of four heads and a vocabulary of 64.
    pub fn new(width: usize, time: usize, batch: usize) -> Self {
        Self(Gpt::on_noise(width, time, batch))
    }

    /// One AdamW update; the loss before it.
    pub fn step(&mut self) -> f32 {
        self.0.step()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_learn_their_noise_by_heart() {
        let mut slices = Slices::new(&[16, 32, 10], 8);
        let first = slices.step();
        let last = (0..60).map(|_| slices.step()).last();
        assert!(last < Some(0.7 * first), "{first} to {last:?}");
        let mut classifier = Classifier::new(&[16, 32, 10], 8);
        let first = classifier.step();
        let last = (0..60).map(|_| classifier.step()).last();
        assert!(last < Some(0.7 * first), "{first} to {last:?}");
        let mut model = LanguageModel::new(16, 8, 2);
        let first = model.step();
        let last = (0..60).map(|_| model.step()).last();
        assert!(last < Some(0.9 * first), "{first} to {last:?}");
    }
}
