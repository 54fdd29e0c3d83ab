//! A residual block (He et al. 2016): what comes in is added to what the layers make of it, so that
//! the gradient has a way past them.

use super::layer::{Backward, Forward, Layer, Part, Sketch};
use super::stack::Stack;
use crate::lane::Lane;
use crate::random::Random;

/// x + scale · layers(x)
#[derive(Clone, Debug)]
pub struct Residual {
    layers: Stack,
    scale: f32,
}

impl Residual {
    /// A block around layers that answer as many rows as come in.
    #[must_use]
    pub fn new(inputs: usize, layers: Vec<Box<dyn Layer>>) -> Self {
        Self { layers: Stack::new(inputs, layers), scale: 1.0 }
    }

    /// The same block with its layers' answers multiplied. 1 / √(number of blocks) keeps the size
    /// of what comes out independent of depth, because the variances of all branches add up.
    #[must_use]
    pub fn scaled(self, scale: f32) -> Self {
        Self { scale, ..self }
    }
}

impl Layer for Residual {
    fn units(&self, inputs: usize) -> usize {
        assert_eq!(inputs, self.layers.units(), "a residual block answers as many rows as come in");
        inputs
    }

    fn forward(&mut self, pass: Forward<'_>) {
        self.layers.forward(pass.weights, pass.inputs, pass.rows, pass.mode);
        let branch = pass.inputs.iter().zip(self.layers.outputs());
        let scale = Lane::splat(self.scale);
        for (answer, (&x, &added)) in pass.answers.iter_mut().zip(branch) {
            *answer = x + scale * added;
        }
    }

    fn backward(&mut self, pass: Backward<'_>) {
        let scale = Lane::splat(self.scale);
        let (_, deltas) = self.layers.outputs_and_deltas();
        for (branch, &delta) in deltas.iter_mut().zip(pass.deltas) {
            *branch = scale * delta;
        }
        let Some(below) = pass.below else {
            return self.layers.backward(pass.weights, pass.inputs, pass.gradient, None);
        };
        self.layers.backward(pass.weights, pass.inputs, pass.gradient, Some(&mut *below));
        for (below, &delta) in below.iter_mut().zip(pass.deltas) {
            *below += delta;
        }
    }

    fn boxed(&self) -> Box<dyn Layer> {
        Box::new(self.clone())
    }

    fn sketch(&self) -> Sketch {
        Sketch::Residual { scale: self.scale, layers: self.layers.sketch() }
    }

    fn weight_count(&self) -> usize {
        self.layers.weight_count()
    }

    fn start(&self, weights: &mut [f32], random: &mut Random) {
        self.layers.start(weights, random);
    }

    fn parts(&self) -> Vec<Part> {
        self.layers.parts()
    }

    fn inner(&self) -> Option<&Stack> {
        Some(&self.layers)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Batch, Examples, Head, Linear, Mode, Network, Start, differences, layers};
    use super::*;
    use crate::activation::Activation;

    fn block(scale: f32) -> Residual {
        let layers = layers![Linear::new(4, 4, Start::XavierUniform), Activation::Tanh];
        Residual::new(4, layers).scaled(scale)
    }

    fn batch() -> Batch {
        let mut random = Random::new(5, 0);
        let inputs = (0..4 * 6).map(|_| random.normal()).collect();
        Batch::of(&Examples::classes(4, inputs, &[0, 1, 2, 3, 1, 2], 4))
    }

    #[test]
    fn gradients_agree_with_differences() {
        let layers = layers![block(1.0), block(0.5), Linear::new(4, 4, Start::XavierUniform)];
        let network = Network::new(4, layers, Head::Softmax);
        differences::check(&network, &network.start(&mut Random::new(2, 0)), &batch());
    }

    #[test]
    fn without_weights_everything_passes() {
        let mut network = Network::new(4, layers![block(1.0)], Head::Softmax);
        network.forward(&[0.0; 20], &batch(), Mode::Inference);
        assert_eq!(network.outputs(), batch().inputs);
        let mut kinds = Vec::new();
        network.stack().each_answer(&mut |kind, _, _| kinds.push(kind));
        assert_eq!(kinds, [None, Some(Activation::Tanh), None]);
    }
}
