//! The health of one layer, and how each of its numbers is taken from weights and answers.

use nets::dense::statistics::{self, Answers};
use nets::dense::{Network, Part};

/// One trained layer at one step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayerHealth {
    /// As it is called in sentences: `layer 1`, `the output`.
    pub name: String,
    /// Units, channels or the like.
    pub units: usize,
    /// Euclidean norm of the last gradient.
    pub gradient_norm: f32,
    /// Norm of the last update over the norm of the weights.
    pub update_ratio: f32,
    /// Share of units that answer the same for every row.
    pub dead_share: f32,
    /// Share of answers at the flat ends of the activation.
    pub saturated_share: f32,
    /// Share of units with the same incoming weights as another unit of the layer.
    pub twin_share: f32,
}

/// Relative difference up to which two units have the same weights.
const TWIN_TOLERANCE: f32 = 1e-6;

impl LayerHealth {
    /// A layer of so many units of which nothing is known yet.
    #[must_use]
    pub fn named(name: impl Into<String>, units: usize) -> Self {
        Self { name: name.into(), units, ..Self::default() }
    }

    /// With what its units answered.
    #[must_use]
    pub fn answering(self, answers: &Answers) -> Self {
        let (dead_share, saturated_share) = (answers.constant_share, answers.saturated_share);
        Self { dead_share, saturated_share, ..self }
    }
}

/// The linear layers of a network after a forward pass over the training rows, with the activation
/// that follows each: gradient, weights, and the weights one update later.
#[must_use]
pub fn of_network(
    network: &Network,
    gradient: &[f32],
    weights: &[f32],
    updated: &[f32],
) -> Vec<LayerHealth> {
    let parts: Vec<Part> =
        network.parts().into_iter().filter(|part| part.kind == "linear").collect();
    let norms = statistics::norms(&parts, gradient);
    let ratios = statistics::update_ratios(&parts, weights, updated);
    let answers = statistics::answers(network);
    let layers = parts.iter().enumerate().map(|(index, part)| {
        let (matrix, biases) = weights[part.all.clone()].split_at(part.penalised.len());
        let is_last = index + 1 == parts.len();
        let name = if is_last { "the output".into() } else { format!("layer {}", index + 1) };
        let layer = LayerHealth {
            gradient_norm: norms[index],
            update_ratio: ratios[index],
            twin_share: twin_share(matrix, biases),
            ..LayerHealth::named(name, biases.len())
        };
        match answers.get(index) {
            Some(answers) if !is_last => layer.answering(answers),
            _ => layer,
        }
    });
    layers.collect()
}

/// Share of units that have a twin: the same incoming weights (unit by input) and bias.
#[must_use]
pub fn twin_share(matrix: &[f32], biases: &[f32]) -> f32 {
    let units = biases.len();
    let inputs = matrix.len() / units.max(1);
    let same = |a: f32, b: f32| (a - b).abs() <= TWIN_TOLERANCE * a.abs().max(b.abs());
    let unit = |index: usize| {
        matrix[index * inputs..(index + 1) * inputs].iter().chain(&biases[index..=index])
    };
    let are_twins = |a: usize, b: usize| unit(a).zip(unit(b)).all(|(a, b)| same(*a, *b));
    let has_twin = |a: &usize| (0..units).any(|b| *a != b && are_twins(*a, b));
    (0..units).filter(has_twin).count() as f32 / units.max(1) as f32
}

#[cfg(test)]
mod tests {
    use nets::activation::Activation;
    use nets::dense::{Batch, Examples, Head, Linear, Mode, Start, layers};

    use super::*;

    #[test]
    fn twins_have_all_their_weights_in_common() {
        let matrix = [0.5, -1.0, 0.5, -1.0, 0.5, 1.0];
        assert_eq!(twin_share(&matrix, &[0.0, 0.0, 0.0]), 2.0 / 3.0);
        assert_eq!(twin_share(&matrix, &[0.0, 0.1, 0.0]), 0.0);
        assert_eq!(twin_share(&matrix[..2], &[0.0]), 0.0);
        assert_eq!(twin_share(&[], &[]), 0.0);
    }

    #[test]
    fn each_linear_layer_has_the_numbers_of_its_activation() {
        let examples = Examples::values(1, vec![-1.0, 0.0, 1.0], vec![0.0; 3]);
        let layers = layers![
            Linear::new(1, 2, Start::Zero),
            Activation::Tanh,
            Linear::new(2, 1, Start::Zero)
        ];
        let mut network = Network::new(1, layers, Head::Squared);
        // One unit is at ±3 for two of three rows, the other always at 5.
        let weights = [3.0, 0.0, 0.0, 5.0, 1.0, 0.0, 0.0];
        let gradient = [3.0, 0.0, 0.0, 4.0, 0.5, 0.0, 0.0];
        let updated = [3.0, 0.0, 0.0, 5.0, 1.5, 0.0, 0.0];
        network.forward(&weights, &Batch::of(&examples), Mode::Inference);
        let [first, last] = &of_network(&network, &gradient, &weights, &updated)[..] else {
            panic!("two linear layers");
        };
        assert_eq!((first.name.as_str(), first.units, first.gradient_norm), ("layer 1", 2, 5.0));
        assert_eq!((first.dead_share, first.saturated_share), (0.5, 5.0 / 6.0));
        assert_eq!((last.name.as_str(), last.units, last.dead_share), ("the output", 1, 0.0));
        assert_eq!((first.update_ratio, last.update_ratio), (0.0, 0.5));
    }
}
