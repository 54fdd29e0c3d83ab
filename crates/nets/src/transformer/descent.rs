//! One AdamW update with a bound on the gradient's length.

use super::layout::Layout;
use crate::optimiser::Optimiser;

/// The numbers of one update.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Descent {
    /// Learning rate.
    pub rate: f32,
    /// Decoupled weight decay of matrices (Loshchilov and Hutter 2019); norms and biases have none.
    pub decay: f32,
    /// A longer gradient is shortened to this (Pascanu et al. 2013).
    pub longest: f32,
}

impl Descent {
    /// Moves `weights` against `gradient`. `optimiser` is an Adam.
    pub fn step(
        self,
        layout: &Layout,
        optimiser: &mut Optimiser,
        weights: &mut [f32],
        gradient: &mut [f32],
    ) {
        let length = gradient.iter().map(|slope| slope * slope).sum::<f32>().sqrt();
        if length > self.longest {
            let share = self.longest / length;
            gradient.iter_mut().for_each(|slope| *slope *= share);
        }
        for entry in layout.entries().iter().filter(|entry| entry.decays()) {
            let kept = 1.0 - self.rate * self.decay;
            weights[entry.range.clone()].iter_mut().for_each(|weight| *weight *= kept);
        }
        optimiser.update(self.rate, weights, gradient);
    }
}
