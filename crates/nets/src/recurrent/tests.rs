//! Losses and gradients against PyTorch's `nn.RNN` and `nn.LSTM` and against finite differences.

use super::remember::{LETTERS, Sequences};
use super::{Cell, Network, Rows, Shape, Start};
use crate::fixture::{Fixture, assert_close};
use crate::lane::{WIDTH, pack};
use crate::optimiser::{Optimiser, Rule};
use crate::random::Random;

const CELLS: [(&str, Cell); 2] = [("rnn", Cell::Rnn), ("lstm", Cell::Lstm)];

/// Numbers by input, step and sequence.
fn rows(values: &[f32], count: usize) -> Rows {
    let length = values.len() / count;
    let mut rows = Rows::new(count, length / WIDTH);
    for (index, row) in values.chunks_exact(length).enumerate() {
        rows.row_mut(index).copy_from_slice(&pack(row.iter().copied()));
    }
    rows
}

#[test]
fn losses_and_gradients_are_those_of_pytorch() {
    let fixture = Fixture::parse(include_str!("../../../../tests/fixtures/nets_recurrent.json"));
    let size = |name: &str| fixture.size(name);
    let inputs = rows(&fixture.numbers("sequences"), size("inputs"));
    let labels: Vec<u8> = fixture.indices("labels").iter().map(|&label| label as u8).collect();
    for (name, cell) in CELLS {
        let theirs = fixture.part(name);
        let shape =
            Shape { cell, inputs: size("inputs"), units: size("units"), outputs: size("classes") };
        let mut network = Network::new(shape, size("steps"), labels.len());
        let mut weights = theirs.numbers("weights");
        let mut gradient = vec![f32::NAN; shape.count()];
        network.forward(&weights, &inputs, &labels);
        network.backward(&weights, &inputs, &mut gradient);
        assert_close(name, &[network.loss()], &[theirs.number("loss")], 1e-6);
        assert_close(name, &gradient, &theirs.numbers("gradient"), 2e-6);
        let by_step = theirs.numbers("gradient_by_step");
        assert_close(name, &network.gradient_by_step(), &by_step, 2e-6);
        let mut optimiser = Optimiser::new(Rule::Adam, shape.count());
        for _ in 0..5 {
            network.forward(&weights, &inputs, &labels);
            network.backward(&weights, &inputs, &mut gradient);
            optimiser.update(0.01, &mut weights, &gradient);
        }
        assert_close(name, &weights, &theirs.numbers("after_five_updates"), 1e-5);
    }
}

#[test]
fn gradients_agree_with_finite_differences() {
    for (name, cell) in CELLS {
        let shape = Shape { cell, inputs: LETTERS, units: 3, outputs: LETTERS };
        let mut random = Random::new(3, 0);
        let start = Start { gain: 1.0, forget_bias: 1.0 };
        let mut weights = shape.initialise(start, &mut random);
        weights.iter_mut().for_each(|weight| *weight += 0.2 * random.normal());
        let mut sequences = Sequences::new(7, 12);
        sequences.draw(&mut random);
        let mut network = Network::new(shape, 7, 12);
        let mut loss_at = |weights: &[f32]| {
            network.forward(weights, &sequences.inputs, &sequences.labels);
            network.loss()
        };
        let mut differences = Vec::new();
        for index in 0..weights.len() {
            let mut moved = weights.clone();
            moved[index] += 3e-3;
            let above = loss_at(&moved);
            moved[index] -= 6e-3;
            differences.push((above - loss_at(&moved)) / 6e-3);
        }
        let mut gradient = vec![f32::NAN; weights.len()];
        network.forward(&weights, &sequences.inputs, &sequences.labels);
        network.backward(&weights, &sequences.inputs, &mut gradient);
        assert_close(name, &gradient, &differences, 5e-4);
    }
}

/// The loss after so many updates of Adam at 0.01 on fresh sequences.
fn trained(cell: Cell, steps: usize, updates: usize) -> (f32, f32) {
    let shape = Shape { cell, inputs: LETTERS, units: 16, outputs: LETTERS };
    let start = Start { gain: 1.0, forget_bias: 1.0 };
    let mut weights = shape.initialise(start, &mut Random::new(7, 1));
    let (mut random, mut sequences) = (Random::new(7, 2), Sequences::new(steps, 32));
    let mut network = Network::new(shape, steps, 32);
    let mut gradient = vec![0.0; shape.count()];
    let mut optimiser = Optimiser::new(Rule::Adam, shape.count());
    for _ in 0..updates {
        sequences.draw(&mut random);
        network.forward(&weights, &sequences.inputs, &sequences.labels);
        network.backward(&weights, &sequences.inputs, &mut gradient);
        optimiser.update(0.01, &mut weights, &gradient);
    }
    (network.loss(), network.accuracy())
}

#[test]
fn both_remember_for_five_steps() {
    for (name, cell) in CELLS {
        let (loss, accuracy) = trained(cell, 5, 600);
        assert!(loss < 0.1 && accuracy > 0.95, "{name}: {loss}, {accuracy}");
    }
}

#[test]
fn the_sums_of_chances_are_1_and_the_gates_are_seen() {
    for (name, cell) in CELLS {
        let shape = Shape { cell, inputs: LETTERS, units: 8, outputs: LETTERS };
        let start = Start { gain: 0.0, forget_bias: 0.0 };
        let weights = shape.initialise(start, &mut Random::new(1, 0));
        let mut sequences = Sequences::new(3, 4);
        sequences.draw(&mut Random::new(1, 1));
        let mut network = Network::new(shape, 3, 4);
        network.forward(&weights, &sequences.inputs, &sequences.labels);
        // Without weights nothing is known: all chances equal, the loss ln 4, every gate half open.
        assert_eq!(network.chances(2), [0.25; LETTERS], "{name}");
        assert!((network.loss() - 4.0_f32.ln()).abs() < 1e-6, "{name}");
        assert_eq!(network.memory(1), [0.0; 24], "{name}");
        let gates = if cell == Cell::Lstm { vec![0.5; 3] } else { Vec::new() };
        assert_eq!(network.forget_by_step(), gates, "{name}");
    }
}
