//! Finite differences for any network: the oracle that every kind of layer is held to.

use super::batch::Batch;
use super::layer::Mode;
use super::network::Network;

/// Half the distance between two losses; large, because single precision leaves 1e-7 of each.
const STEP: f32 = 2e-2;

/// What remains of rounding, and of the fifth derivative.
const TOLERANCE: f32 = 1e-4;

/// Holds `∂loss/∂weights` to differences of the loss in training mode, weight by weight. A layer
/// that draws random numbers sees the same ones each time, since every loss is taken on a fresh copy
/// of the network. Not for activations with a kink.
pub fn check(network: &Network, weights: &[f32], batch: &Batch) {
    let loss = |weights: &[f32]| {
        let mut network = network.clone();
        network.forward(weights, batch, Mode::Training);
        network.loss(batch)
    };
    let mut gradient = vec![f32::NAN; weights.len()];
    let mut trained = network.clone();
    trained.forward(weights, batch, Mode::Training);
    trained.backward(weights, batch, &mut gradient);
    let mut moved = weights.to_vec();
    for (index, slope) in gradient.iter().enumerate() {
        let mut difference = |step: f32| {
            moved[index] = weights[index] + step;
            let above = loss(&moved);
            moved[index] = weights[index] - step;
            let below = loss(&moved);
            moved[index] = weights[index];
            (above - below) / (2.0 * step)
        };
        // Richardson: the error of third order cancels.
        let expected = (4.0 * difference(STEP) - difference(2.0 * STEP)) / 3.0;
        assert!(
            (slope - expected).abs() < TOLERANCE,
            "weight {index}: {slope} against {expected} of {network:?}"
        );
    }
}
