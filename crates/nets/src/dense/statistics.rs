//! Numbers by layer that tell a healthy network from a sick one.

use super::layer::{Part, Rows};
use super::network::Network;
use crate::activation::Activation;
use crate::lane::{Lane, WIDTH};

/// Euclidean norm of each part of a flat slice: of the gradient, of the weights.
#[must_use]
pub fn norms(parts: &[Part], values: &[f32]) -> Vec<f32> {
    parts.iter().map(|part| norm(values[part.all.clone()].iter().copied())).collect()
}

/// ‖after − before‖ / ‖before‖ of each part: how far one update moved each layer, as a share of its
/// weights. Around 0.001 is usual. 0 where nothing moved, infinite where all weights were 0.
#[must_use]
pub fn update_ratios(parts: &[Part], before: &[f32], after: &[f32]) -> Vec<f32> {
    let ratio = |part: &Part| {
        let (before, after) = (&before[part.all.clone()], &after[part.all.clone()]);
        let moved = norm(before.iter().zip(after).map(|(before, after)| after - before));
        if moved == 0.0 { 0.0 } else { moved / norm(before.iter().copied()) }
    };
    parts.iter().map(ratio).collect()
}

fn norm(values: impl Iterator<Item = f32>) -> f32 {
    libm::sqrt(values.map(|it| f64::from(it) * f64::from(it)).sum()) as f32
}

/// What the units of one activation layer answered to the latest batch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answers {
    /// Their activation.
    pub activation: Activation,
    /// Mean of all answers.
    pub mean: f32,
    /// Standard deviation of all answers.
    pub deviation: f32,
    /// Share of units whose slope is 0 for every example, so that nothing can move them: rectified
    /// units that answered 0 each time.
    pub dead_share: f32,
    /// Share of answers at the flat ends of the activation, where its slope is below a twentieth
    /// of its largest.
    pub saturated_share: f32,
    /// Share of units that answered (nearly) the same to every example.
    pub constant_share: f32,
}

/// A unit whose answers differ by no more than this tells no example from another.
const CONSTANT_RANGE: f32 = 1e-3;

/// tanh has a slope of 1 − a², at most 1; below a twentieth of it, |a| is above this.
const TANH_END: f32 = 0.974_679_4;

/// σ has a slope of a (1 − a), at most ¼; the same twentieth, since σ(2x) = ½ + ½ tanh x.
const SIGMOID_END: f32 = 0.5 + 0.5 * TANH_END;

/// Of each activation layer, in order, after a forward pass.
#[must_use]
pub fn answers(network: &Network) -> Vec<Answers> {
    let mut all = Vec::new();
    network.stack().each_answer(&mut |activation, answers, rows| {
        if let Some(activation) = activation {
            all.push(Answers::of(activation, answers, rows));
        }
    });
    all
}

impl Answers {
    /// Of one layer's answers, a row of lanes a unit.
    #[must_use]
    pub fn of(activation: Activation, answers: &[Lane], rows: Rows) -> Self {
        let (mut sum, mut squares) = (0.0, 0.0);
        let (mut dead, mut constant, mut saturated) = (0, 0, 0);
        for row in answers.chunks_exact(rows.lanes.max(1)) {
            let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
            for place in 0..rows.size {
                let answer = row[place / WIDTH].0[place % WIDTH];
                (low, high) = (low.min(answer), high.max(answer));
                sum += f64::from(answer);
                squares += f64::from(answer) * f64::from(answer);
                saturated += usize::from(is_saturated(activation, answer));
            }
            constant += usize::from(high - low <= CONSTANT_RANGE);
            dead += usize::from(activation == Activation::Relu && high <= 0.0);
        }
        let units = answers.len() / rows.lanes.max(1);
        let count = (units * rows.size).max(1);
        let mean = sum / count as f64;
        let share = |part: usize, whole: usize| part as f32 / whole.max(1) as f32;
        Self {
            activation,
            mean: mean as f32,
            deviation: libm::sqrt((squares / count as f64 - mean * mean).max(0.0)) as f32,
            dead_share: share(dead, units),
            saturated_share: share(saturated, count),
            constant_share: share(constant, units),
        }
    }
}

fn is_saturated(activation: Activation, answer: f32) -> bool {
    match activation {
        Activation::Tanh => answer.abs() > TANH_END,
        Activation::Sigmoid => !(1.0 - SIGMOID_END..=SIGMOID_END).contains(&answer),
        Activation::Relu | Activation::LeakyRelu | Activation::Linear => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dense::{Batch, Examples, Head, Linear, Mode, Start, layers};

    /// Two units of this activation with weights and biases as given, on the examples −1, 0, 1.
    fn seen(activation: Activation, weights: [f32; 4]) -> Answers {
        let examples = Examples::values(1, vec![-1.0, 0.0, 1.0], vec![0.0; 3]);
        let layers = layers![Linear::new(1, 2, Start::Zero), activation];
        let mut network = Network::new(1, layers, Head::Squared);
        network.forward(&weights, &Batch::of(&examples), Mode::Inference);
        answers(&network)[0]
    }

    #[test]
    fn dead_saturated_and_constant_units_are_counted() {
        let one_dead = seen(Activation::Relu, [1.0, 1.0, 0.0, -2.0]);
        assert_eq!((one_dead.dead_share, one_dead.constant_share), (0.5, 0.5));
        assert!((one_dead.mean - 1.0 / 6.0).abs() < 1e-6);
        let leaky = seen(Activation::LeakyRelu, [1.0, 1.0, 0.0, -2.0]);
        assert_eq!((leaky.dead_share, leaky.constant_share), (0.0, 0.0));
        // ±3 is beyond the end at 2.18 (1 − tanh² = 0.05), 0 is not; the other unit is at 5.
        let flat = seen(Activation::Tanh, [3.0, 0.0, 0.0, 5.0]);
        assert!((flat.saturated_share - 5.0 / 6.0).abs() < 1e-6);
        assert_eq!((flat.constant_share, flat.dead_share), (0.5, 0.0));
        let sigmoid = seen(Activation::Sigmoid, [6.0, 1.0, 0.0, 0.0]);
        assert!((sigmoid.saturated_share - 2.0 / 6.0).abs() < 1e-6);
    }

    #[test]
    fn norms_and_ratios_are_by_layer() {
        let parts = [
            Part { kind: "linear", all: 0..2, penalised: 0..1 },
            Part { kind: "linear", all: 2..3, penalised: 2..3 },
        ];
        assert_eq!(norms(&parts, &[3.0, 4.0, -2.0]), [5.0, 2.0]);
        let ratios = update_ratios(&parts, &[3.0, 4.0, 0.0], &[3.0, 4.5, 0.0]);
        assert_eq!(ratios, [0.1, 0.0]);
    }
}
