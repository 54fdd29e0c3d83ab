//! Sizes of a recurrent network, where its weights lie in the flat slice, and how they start.

use std::ops::Range;

use crate::random::Random;

/// What carries the state from step to step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// h ← tanh(W x + U h + b)
    Rnn,
    /// Gates decide what a cell forgets, takes in and shows.
    Lstm,
}

impl Cell {
    /// Weighted sums a unit: 1, or input gate, forget gate, candidate and output gate (PyTorch's
    /// order).
    #[must_use]
    pub fn gates(self) -> usize {
        match self {
            Self::Rnn => 1,
            Self::Lstm => 4,
        }
    }
}

/// A network over one flat slice: input weights (gate by unit by input), state weights (gate by unit
/// by unit), biases, output weights, output biases. PyTorch has two biases a sum; here they are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// What a unit is.
    pub cell: Cell,
    /// Numbers that come in at each step.
    pub inputs: usize,
    /// Units.
    pub units: usize,
    /// Classes.
    pub outputs: usize,
}

/// How weights start: normal numbers, the biases at 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// The deviation of input and state weights is this over √(inputs) and √(units); with 1, a
    /// linear state keeps its size on average.
    pub gain: f32,
    /// The bias of the forget gates (Gers et al. 2000; Jozefowicz et al. 2015 recommend 1).
    pub forget_bias: f32,
}

impl Shape {
    /// Weighted sums at each step.
    #[must_use]
    pub fn sums(&self) -> usize {
        self.cell.gates() * self.units
    }

    /// Where the weights of the inputs lie.
    #[must_use]
    pub fn input_weights(&self) -> Range<usize> {
        0..self.sums() * self.inputs
    }

    /// Where the weights of the state lie.
    #[must_use]
    pub fn state_weights(&self) -> Range<usize> {
        let start = self.input_weights().end;
        start..start + self.sums() * self.units
    }

    /// Where the biases lie.
    #[must_use]
    pub fn biases(&self) -> Range<usize> {
        let start = self.state_weights().end;
        start..start + self.sums()
    }

    /// Where the biases of the forget gates lie; nowhere in a network without them.
    #[must_use]
    pub fn forget_biases(&self) -> Range<usize> {
        let biases = self.biases();
        match self.cell {
            Cell::Rnn => biases.end..biases.end,
            Cell::Lstm => biases.start + self.units..biases.start + 2 * self.units,
        }
    }

    /// Where the weights of the output lie.
    #[must_use]
    pub fn output_weights(&self) -> Range<usize> {
        let start = self.biases().end;
        start..start + self.outputs * self.units
    }

    /// Where the biases of the output lie.
    #[must_use]
    pub fn output_biases(&self) -> Range<usize> {
        let start = self.output_weights().end;
        start..start + self.outputs
    }

    /// Number of weights and biases.
    #[must_use]
    pub fn count(&self) -> usize {
        self.output_biases().end
    }

    /// Starting weights. The output's deviation is always 1/√units, so that the gradient arrives at
    /// the last step in the same size whatever the state weights are.
    pub fn initialise(&self, start: Start, random: &mut Random) -> Vec<f32> {
        let mut weights = vec![0.0; self.count()];
        let deviation = |gain: f32, inputs: usize| gain / (inputs as f32).sqrt();
        let parts = [
            (self.input_weights(), deviation(start.gain, self.inputs)),
            (self.state_weights(), deviation(start.gain, self.units)),
            (self.output_weights(), deviation(1.0, self.units)),
        ];
        for (range, deviation) in parts {
            weights[range].fill_with(|| deviation * random.normal());
        }
        weights[self.forget_biases()].fill(start.forget_bias);
        weights
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_follow_one_another_without_gaps() {
        let check = |cell: Cell, count: usize| {
            let shape = Shape { cell, inputs: 4, units: 8, outputs: 3 };
            let parts = [
                shape.input_weights(),
                shape.state_weights(),
                shape.biases(),
                shape.output_weights(),
                shape.output_biases(),
            ];
            assert!(parts.windows(2).all(|pair| pair[0].end == pair[1].start));
            assert_eq!((parts[0].start, shape.count()), (0, count));
        };
        check(Cell::Rnn, 8 * (4 + 8 + 1) + 3 * 9);
        check(Cell::Lstm, 4 * 8 * (4 + 8 + 1) + 3 * 9);
    }

    #[test]
    fn only_forget_gates_start_with_a_bias() {
        let shape = Shape { cell: Cell::Lstm, inputs: 4, units: 8, outputs: 3 };
        let start = Start { gain: 1.0, forget_bias: 2.0 };
        let weights = shape.initialise(start, &mut Random::new(1, 0));
        let biases = &weights[shape.biases()];
        assert_eq!(biases.iter().filter(|bias| **bias == 2.0).count(), 8);
        assert!(weights[shape.forget_biases()].iter().all(|bias| *bias == 2.0));
        assert_eq!(biases.iter().filter(|bias| **bias == 0.0).count(), 24);
    }
}
