//! The health of one layer, and how each of its numbers is taken from weights and answers.

use nets::activation::Activation;

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

/// A unit whose answers over all rows differ by no more than this says nothing: a layer behind it
/// would need weights in the thousands to make something of it.
const DEAD_RANGE: f32 = 1e-3;

/// A slope below this part of the activation's largest one lets hardly any gradient through: for
/// tanh that is an answer beyond ±0.975, for a sigmoid one within 0.013 of 0 or 1.
const FLAT_SLOPE: f32 = 0.05;

/// Relative difference up to which two units have the same weights.
const TWIN_TOLERANCE: f32 = 1e-6;

/// Euclidean norm.
#[must_use]
pub fn norm(values: &[f32]) -> f32 {
    let sum: f64 = values.iter().map(|&value| f64::from(value) * f64::from(value)).sum();
    sum.sqrt() as f32
}

/// How large an update is beside the weights that it changes; 0 for weights that are all zero and
/// stay so.
#[must_use]
pub fn update_ratio(before: &[f32], after: &[f32]) -> f32 {
    let pairs = before.iter().zip(after);
    let moved: f64 = pairs.map(|(a, b)| f64::from(b - a) * f64::from(b - a)).sum();
    if moved == 0.0 { 0.0 } else { moved.sqrt() as f32 / norm(before).max(f32::MIN_POSITIVE) }
}

/// Share of units that answer the same for every row; a slice of answers a unit.
#[must_use]
pub fn dead_share<'a>(units: impl Iterator<Item = &'a [f32]>) -> f32 {
    let range = |answers: &[f32]| {
        let high = answers.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        high - answers.iter().copied().fold(f32::INFINITY, f32::min)
    };
    share_of(units, |answers| range(answers) <= DEAD_RANGE)
}

/// Share of answers where the activation is flat. A ReLU's zero is left out: it is meant to be
/// there for some rows, and counts as dead when it is there for all.
#[must_use]
pub fn saturated_share(activation: Activation, answers: impl Iterator<Item = f32>) -> f32 {
    share_of(answers, |answer| match activation {
        Activation::Tanh => 1.0 - answer * answer < FLAT_SLOPE,
        Activation::Sigmoid => 4.0 * answer * (1.0 - answer) < FLAT_SLOPE,
        _ => false,
    })
}

/// Share of units that have a twin: the same incoming weights and bias. `rows` holds a unit's
/// weights each.
#[must_use]
pub fn twin_share(rows: &[&[f32]], biases: &[f32]) -> f32 {
    let same = |a: f32, b: f32| (a - b).abs() <= TWIN_TOLERANCE * a.abs().max(b.abs());
    let unit = |index: usize| rows[index].iter().chain(biases.get(index));
    let are_twins = |a: usize, b: usize| unit(a).zip(unit(b)).all(|(a, b)| same(*a, *b));
    let has_twin = |a: usize| (0..rows.len()).any(|b| a != b && are_twins(a, b));
    share_of(0..rows.len(), has_twin)
}

fn share_of<T>(items: impl Iterator<Item = T>, holds: impl Fn(T) -> bool) -> f32 {
    let (held, all) =
        items.fold((0_u32, 0_u32), |(held, all), item| (held + u32::from(holds(item)), all + 1));
    held as f32 / all.max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn updates_are_measured_beside_the_weights() {
        assert_eq!(update_ratio(&[3.0, 4.0], &[3.0, 4.5]), 0.1);
        assert_eq!(update_ratio(&[0.0], &[0.0]), 0.0);
        assert!(update_ratio(&[0.0], &[0.1]) > 1e30);
    }

    #[test]
    fn a_unit_that_never_changes_its_answer_is_dead() {
        let answers: [&[f32]; 4] =
            [&[0.0, 0.0, 0.0], &[1.0, 1.0, 0.9995], &[0.0, 0.1, 0.0], &[0.0, 2.0, 1.0]];
        assert_eq!(dead_share(answers.into_iter()), 0.5);
        assert_eq!(dead_share(std::iter::empty()), 0.0);
    }

    #[test]
    fn flat_ends_are_those_of_the_activation() {
        let check = |activation, answers: [f32; 4], expect: f32| {
            assert_eq!(saturated_share(activation, answers.into_iter()), expect);
        };
        check(Activation::Tanh, [0.97, 0.98, -0.99, 0.0], 0.5);
        check(Activation::Sigmoid, [0.98, 0.99, 0.005, 0.5], 0.5);
        check(Activation::Relu, [0.0, 0.0, 0.0, 9.0], 0.0);
    }

    #[test]
    fn twins_have_all_their_weights_in_common() {
        let rows: [&[f32]; 3] = [&[0.5, -1.0], &[0.5, -1.0], &[0.5, 1.0]];
        assert_eq!(twin_share(&rows, &[0.0, 0.0, 0.0]), 2.0 / 3.0);
        assert_eq!(twin_share(&rows, &[0.0, 0.1, 0.0]), 0.0);
        assert_eq!(twin_share(&rows[..1], &[0.0]), 0.0);
    }
}
