//! An activation as a layer of its own: unit by unit, no weights.

use super::layer::{Backward, Forward, Layer, Sketch};
use crate::activation::Activation;

impl Layer for Activation {
    fn units(&self, inputs: usize) -> usize {
        inputs
    }

    fn forward(&mut self, pass: Forward<'_>) {
        pass.answers.copy_from_slice(pass.inputs);
        self.apply(pass.answers);
    }

    fn backward(&mut self, pass: Backward<'_>) {
        let Some(below) = pass.below else { return };
        below.copy_from_slice(pass.deltas);
        self.scale_by_slope(below, pass.answers);
    }

    fn boxed(&self) -> Box<dyn Layer> {
        Box::new(*self)
    }

    fn sketch(&self) -> Sketch {
        Sketch::Activation(*self)
    }

    fn activation(&self) -> Option<Activation> {
        Some(*self)
    }
}
