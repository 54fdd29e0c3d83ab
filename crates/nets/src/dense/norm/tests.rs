//! Both norms against PyTorch's, against finite differences, and what is special about each.

use super::{BatchNorm, LayerNorm, Moments};
use crate::activation::Activation;
use crate::dense::{
    Batch, Examples, Head, Layer, Linear, Mode, Network, Start, differences, layers,
};
use crate::fixture::{Fixture, assert_close};
use crate::optimiser::{Optimiser, Rule};
use crate::random::Random;

const INPUTS: usize = 3;
const UNITS: usize = 5;
const CLASSES: usize = 3;

fn network(norm: impl Layer + Clone + 'static) -> Network {
    let layers = layers![
        Linear::new(INPUTS, UNITS, Start::XavierUniform),
        norm.clone(),
        Activation::Tanh,
        Linear::new(UNITS, UNITS, Start::XavierUniform),
        norm,
        Activation::Tanh,
        Linear::new(UNITS, CLASSES, Start::XavierUniform),
    ];
    Network::new(INPUTS, layers, Head::Softmax)
}

fn both() -> [(&'static str, Network); 2] {
    let batch_norm = network(BatchNorm::new(UNITS, 0.1));
    [("batch", batch_norm), ("layer", network(LayerNorm::new(UNITS)))]
}

fn examples(count: usize) -> Examples {
    let mut random = Random::new(5, 0);
    let inputs = (0..INPUTS * count).map(|_| random.normal()).collect();
    let labels: Vec<u8> = (0..count).map(|_| random.below(CLASSES) as u8).collect();
    Examples::classes(INPUTS, inputs, &labels, CLASSES)
}

#[test]
fn losses_gradients_updates_and_moving_averages_are_those_of_pytorch() {
    let fixture = Fixture::parse(include_str!("../../../../../tests/fixtures/nets_norm.json"));
    let labels: Vec<u8> = fixture.indices("labels").iter().map(|&label| label as u8).collect();
    let examples = Examples::classes(INPUTS, fixture.numbers("inputs"), &labels, CLASSES);
    let batch = Batch::of(&examples);
    for (name, mut network) in both() {
        let theirs = fixture.part(name);
        let mut weights = theirs.numbers("weights");
        let mut gradient = vec![f32::NAN; weights.len()];
        // Not Adam: a bias before a batch norm has a slope of 0, and Adam would divide its rounding by
        // its rounding.
        let mut optimiser = Optimiser::new(Rule::Momentum, weights.len());
        for update in 0..5 {
            network.forward(&weights, &batch, Mode::Training);
            network.backward(&weights, &batch, &mut gradient);
            if update == 0 {
                assert_close(name, &[network.loss(&batch)], &[theirs.number("loss")], 1e-6);
                assert_close(name, &gradient, &theirs.numbers("gradient"), 2e-6);
            }
            optimiser.update(0.05, &mut weights, &gradient);
        }
        assert_close(name, &weights, &theirs.numbers("after_five_updates"), 1e-5);
        network.forward(&weights, &batch, Mode::Inference);
        let inference = theirs.number("loss_in_inference");
        assert_close(name, &[network.loss(&batch)], &[inference], 1e-5);
        let mut running = Vec::new();
        network.stack().each_layer(&mut |layer| {
            if let Some(moments) = layer.moments() {
                running.extend([moments.running_means, moments.running_variances].concat());
            }
        });
        assert_close(name, &running, &theirs.numbers("running"), 1e-5);
    }
}

#[test]
fn gradients_agree_with_differences() {
    // Large first weights: a norm bends the more, the smaller what it divides by.
    let network = |norm: Box<dyn Layer>| {
        let mut layers = layers![Linear::new(INPUTS, UNITS, Start::Normal(2.0))];
        layers.push(norm);
        layers.extend(layers![Activation::Tanh, Linear::new(UNITS, CLASSES, Start::XavierUniform)]);
        Network::new(INPUTS, layers, Head::Softmax)
    };
    // 7 and 9 leave places beyond the batch, which must not count.
    for count in [7, 9, 12] {
        let norms = [BatchNorm::new(UNITS, 0.1).boxed(), LayerNorm::new(UNITS).boxed()];
        for network in norms.map(network) {
            let mut weights = network.start(&mut Random::new(2, 0));
            weights[20..30].iter_mut().step_by(3).for_each(|weight| *weight += 0.3);
            differences::check(&network, &weights, &Batch::of(&examples(count)));
        }
    }
}

/// Answers of one norm to rows of two units.
fn answers(norm: impl Layer + 'static, inputs: Vec<f32>, mode: Mode) -> Vec<f32> {
    let count = inputs.len() / 2;
    let mut network = Network::new(2, layers![norm], Head::Squared);
    let batch =
        Batch::of(&Examples { width: 2, inputs, outputs: 2, targets: vec![0.0; 2 * count] });
    network.forward(&[1.0, 1.0, 0.0, 0.5], &batch, mode);
    let rows = network.outputs().chunks_exact(batch.rows().lanes);
    rows.flat_map(|row| row.iter().flat_map(|lane| lane.0).take(count)).collect()
}

#[test]
fn a_batch_of_one_leaves_a_batch_norm_nothing_but_its_beta() {
    let norm = || BatchNorm::new(2, 0.1);
    assert_eq!(answers(norm(), vec![3.0, -8.0], Mode::Training), [0.0, 0.5]);
    // Moving averages that have seen nothing leave the input as it is, but for ε.
    assert_close("start", &answers(norm(), vec![3.0, -8.0], Mode::Inference), &[3.0, -7.5], 1e-4);
    let layer = answers(LayerNorm::new(2), vec![3.0, -8.0], Mode::Training);
    assert_close("layer", &layer, &[1.0, -0.5], 1e-5);
}

#[test]
fn a_batch_of_two_keeps_the_order_alone() {
    let near = answers(BatchNorm::new(2, 0.1), vec![1.0, 0.0, 3.0, 9.0], Mode::Training);
    let far = answers(BatchNorm::new(2, 0.1), vec![1.0, 0.0, 30.0, 90.0], Mode::Training);
    assert_close("order", &near, &[-1.0, 1.0, -0.5, 1.5], 1e-4);
    assert_close("order", &near, &far, 1e-4);
}

#[test]
fn moving_averages_move_by_their_share_in_training_alone() {
    let mut network = Network::new(1, layers![BatchNorm::new(1, 0.25)], Head::Squared);
    let batch = Batch::of(&Examples::values(1, vec![4.0, 8.0, 12.0], vec![0.0; 3]));
    let mut moments = |mode: Mode| {
        network.forward(&[1.0, 0.0], &batch, mode);
        let mut seen = None;
        network.stack().each_layer(&mut |layer| {
            let as_vectors = |it: Moments<'_>| {
                (it.batch_variances[0], it.running_means[0], it.running_variances[0])
            };
            seen = layer.moments().map(as_vectors);
        });
        seen.unwrap()
    };
    assert_eq!(moments(Mode::Inference), (1.0, 0.0, 1.0));
    // Mean 8, variance 32/3, less one example 16.
    let (batch_variance, mean, variance) = moments(Mode::Training);
    assert_close("first", &[batch_variance, mean, variance], &[32.0 / 3.0, 2.0, 4.75], 1e-5);
    assert_eq!(moments(Mode::Inference).1, 2.0);
}
