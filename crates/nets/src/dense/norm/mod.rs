//! Normalisation as a layer: answers are moved and scaled to mean 0 and variance 1, then stretched
//! and moved again by weights that are learned (γ, which starts at 1, and β, at 0).
//!
//! [`BatchNorm`] takes mean and variance of each unit over the batch, [`LayerNorm`] those of each
//! example over the units. Both as PyTorch's `BatchNorm1d` and `LayerNorm` with their defaults.

mod batch;
mod layer;
#[cfg(test)]
mod tests;

pub use batch::BatchNorm;
pub use layer::LayerNorm;

use super::layer::Part;

/// Added to the variance, so that a constant can be divided by its deviation.
const EPSILON: f32 = 1e-5;

/// Mean and variance of each unit of a [`BatchNorm`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments<'a> {
    /// Of the latest batch in training mode: means.
    pub batch_means: &'a [f32],
    /// Of the latest batch in training mode: variances, divided by the number of examples.
    pub batch_variances: &'a [f32],
    /// Moving averages of the means, which inference uses.
    pub running_means: &'a [f32],
    /// Moving averages of the variances, divided by the number of examples less one.
    pub running_variances: &'a [f32],
}

/// γ unit by unit, then β.
fn start(weights: &mut [f32]) {
    let (gammas, betas) = weights.split_at_mut(weights.len() / 2);
    gammas.fill(1.0);
    betas.fill(0.0);
}

fn parts(kind: &'static str, units: usize) -> Vec<Part> {
    vec![Part { kind, all: 0..2 * units, penalised: 0..0 }]
}
