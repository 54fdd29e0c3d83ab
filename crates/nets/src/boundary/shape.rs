//! Sizes of a dense network, where each layer's weights lie in the flat slice, and how they start.

use std::ops::Range;

use crate::activation::Activation;
use crate::random::Random;

/// A network 2 → hidden → 1 over one flat slice: layer by layer, weights row-major (unit by input),
/// then biases.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    layers: Vec<Layer>,
    /// Of the hidden layers; the output is tanh.
    pub activation: Activation,
}

/// One layer's sizes and place.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Inputs of each unit.
    pub inputs: usize,
    /// Units.
    pub units: usize,
    /// Where the layer starts in the flat slice.
    start: usize,
}

impl Layer {
    /// Where `units × inputs` weights lie.
    pub fn weights(&self) -> Range<usize> {
        self.start..self.start + self.units * self.inputs
    }

    /// Where `units` biases lie.
    pub fn biases(&self) -> Range<usize> {
        let start = self.weights().end;
        start..start + self.units
    }

    /// Weights and biases together.
    pub fn all(&self) -> Range<usize> {
        self.start..self.biases().end
    }
}

impl Shape {
    /// A network with these hidden layers.
    pub fn new(hidden: &[usize], activation: Activation) -> Self {
        let mut layers: Vec<Layer> = Vec::new();
        let mut inputs = 2;
        for &units in hidden.iter().chain(&[1]) {
            let start = layers.last().map_or(0, |layer| layer.all().end);
            layers.push(Layer { inputs, units, start });
            inputs = units;
        }
        Self { layers, activation }
    }

    /// The layers, first to last; the last is the output.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Activation of layer `index`.
    pub fn activation_of(&self, index: usize) -> Activation {
        if index + 1 == self.layers.len() { Activation::Tanh } else { self.activation }
    }

    /// Number of weights and biases.
    pub fn count(&self) -> usize {
        self.layers.last().map_or(0, |layer| layer.all().end)
    }

    /// Starting weights: He's uniform bound √(6 / inputs) before ReLU (He et al. 2015), otherwise
    /// Glorot's √(6 / (inputs + units)) (Glorot and Bengio 2010). Biases start at 0.
    pub fn initialise(&self, random: &mut Random) -> Vec<f32> {
        let mut weights = vec![0.0; self.count()];
        for (index, layer) in self.layers.iter().enumerate() {
            let fan = match self.activation_of(index) {
                Activation::Relu => layer.inputs,
                _ => layer.inputs + layer.units,
            };
            let bound = (6.0 / fan as f32).sqrt();
            weights[layer.weights()].fill_with(|| random.between(-bound, bound));
        }
        weights
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_follow_one_another_without_gaps() {
        let shape = Shape::new(&[6, 4], Activation::Tanh);
        assert_eq!(shape.count(), 2 * 6 + 6 + 6 * 4 + 4 + 4 + 1);
        let mut end = 0;
        for layer in shape.layers() {
            assert_eq!(layer.all().start, end);
            end = layer.all().end;
        }
        assert_eq!(end, shape.count());
        assert_eq!(Shape::new(&[], Activation::Relu).count(), 3);
    }

    #[test]
    fn starts_within_its_bound_with_zero_biases() {
        let shape = Shape::new(&[8], Activation::Relu);
        let weights = shape.initialise(&mut Random::new(1, 0));
        let layer = &shape.layers()[0];
        assert!(weights[layer.weights()].iter().all(|w| w.abs() <= 3.0_f32.sqrt() && *w != 0.0));
        assert!(weights[layer.biases()].iter().all(|&b| b == 0.0));
    }
}
