//! The layer: every output place a weighted sum of a window of all input channels, the same weights
//! at every place. (Cross-correlation, as every library's "convolution".)

use std::ops::Range;

use super::gradient;
use super::window::{Maps, Window};
use crate::dense::{Backward, Forward, Layer, Part, Sketch};
use crate::lane::Lane;
use crate::random::Random;

/// Output channels whose sums are kept in registers at once: an input that is loaded is used for all
/// of them. How many does not change any result.
const CHANNELS: usize = 4;
/// Lanes of each.
const WIDE: usize = 2;

/// `outputs × channels × size × size` weights, then a bias an output channel: PyTorch's order.
#[derive(Clone, Debug)]
pub struct Convolution {
    inputs: Maps,
    outputs: Maps,
    window: Window,
}

impl Convolution {
    /// From these maps to `channels` others; `None` if the window does not fit.
    #[must_use]
    pub fn new(inputs: Maps, channels: usize, window: Window) -> Option<Self> {
        let side = window.positions(inputs.side)?;
        Some(Self { inputs, outputs: Maps { channels, side }, window })
    }

    /// What it answers.
    #[must_use]
    pub fn outputs(&self) -> Maps {
        self.outputs
    }

    /// Products of a weight and a place inside the picture, for one picture.
    #[must_use]
    pub fn multiplications(&self) -> usize {
        let seen: usize =
            (0..self.outputs.side).map(|it| self.window.within(it, self.inputs.side).len()).sum();
        seen * seen * self.inputs.channels * self.outputs.channels
    }

    /// Weights of one output channel.
    fn fan(&self) -> usize {
        self.inputs.channels * self.window.size * self.window.size
    }

    fn matrix(&self) -> Range<usize> {
        0..self.outputs.channels * self.fan()
    }
}

impl Layer for Convolution {
    fn units(&self, inputs: usize) -> usize {
        assert_eq!(inputs, self.inputs.units(), "a convolution's inputs are the units before it");
        self.outputs.units()
    }

    fn forward(&mut self, pass: Forward<'_>) {
        let (matrix, biases) = pass.weights.split_at(self.matrix().end);
        let form = Form { inputs: self.inputs, outputs: self.outputs, window: self.window };
        let plane = self.outputs.side * self.outputs.side * pass.rows.lanes;
        let blocks = pass.answers.chunks_mut(CHANNELS * plane).zip(biases.chunks(CHANNELS));
        for ((answers, biases), matrix) in blocks.zip(matrix.chunks(CHANNELS * self.fan())) {
            let lanes = pass.rows.lanes;
            if let Ok(biases) = <[f32; CHANNELS]>::try_from(biases) {
                form.weigh(biases, matrix, pass.inputs, answers, lanes);
            } else {
                let each = biases.iter().zip(matrix.chunks(self.fan()));
                for ((&bias, matrix), answers) in each.zip(answers.chunks_mut(plane)) {
                    form.weigh([bias], matrix, pass.inputs, answers, lanes);
                }
            }
        }
    }

    fn backward(&mut self, pass: Backward<'_>) {
        let form = Form { inputs: self.inputs, outputs: self.outputs, window: self.window };
        let (matrix, biases) = pass.gradient.split_at_mut(self.matrix().end);
        gradient::slopes(&form, pass.deltas, pass.inputs, matrix, pass.rows.lanes);
        gradient::bias_slopes(&form, pass.deltas, biases, pass.rows.lanes);
        if let Some(below) = pass.below {
            let matrix = &pass.weights[self.matrix()];
            gradient::pass_down(&form, matrix, pass.deltas, below, pass.rows.lanes);
        }
    }

    fn boxed(&self) -> Box<dyn Layer> {
        Box::new(self.clone())
    }

    fn sketch(&self) -> Sketch {
        Sketch::Convolution {
            inputs: self.inputs,
            channels: self.outputs.channels,
            window: self.window,
        }
    }

    fn weight_count(&self) -> usize {
        self.matrix().end + self.outputs.channels
    }

    /// He's uniform bound √(6 / inputs of a unit) (He et al. 2015); biases 0.
    fn start(&self, weights: &mut [f32], random: &mut Random) {
        let bound = (6.0 / self.fan() as f32).sqrt();
        let (matrix, biases) = weights.split_at_mut(self.matrix().end);
        matrix.fill_with(|| random.between(-bound, bound));
        biases.fill(0.0);
    }

    fn parts(&self) -> Vec<Part> {
        vec![Part { kind: "convolution", all: 0..self.weight_count(), penalised: self.matrix() }]
    }
}

/// What slides over what.
pub struct Form {
    /// The maps below.
    pub inputs: Maps,
    /// The maps above.
    pub outputs: Maps,
    /// What each place above sees of those below.
    pub window: Window,
}

impl Form {
    /// answers ← bias + Σ weight · input for `C` output channels, whose weights and answers these are.
    fn weigh<const C: usize>(
        &self,
        biases: [f32; C],
        matrix: &[f32],
        inputs: &[Lane],
        answers: &mut [Lane],
        lanes: usize,
    ) {
        for row in 0..self.outputs.side {
            for column in 0..self.outputs.side {
                let mut lane = 0;
                while lane + WIDE <= lanes {
                    self.place::<C, WIDE>(
                        biases,
                        matrix,
                        inputs,
                        answers,
                        (row, column, lane, lanes),
                    );
                    lane += WIDE;
                }
                while lane < lanes {
                    self.place::<C, 1>(biases, matrix, inputs, answers, (row, column, lane, lanes));
                    lane += 1;
                }
            }
        }
    }

    #[inline(always)]
    fn place<const C: usize, const W: usize>(
        &self,
        biases: [f32; C],
        matrix: &[f32],
        inputs: &[Lane],
        answers: &mut [Lane],
        (row, column, lane, lanes): (usize, usize, usize, usize),
    ) {
        let Window { size, stride, padding } = self.window;
        let fan = matrix.len() / C;
        let columns = self.window.within(column, self.inputs.side);
        let mut sums = biases.map(|bias| [Lane::splat(bias); W]);
        for channel in 0..self.inputs.channels {
            for window_row in self.window.within(row, self.inputs.side) {
                let input_row = row * stride + window_row - padding;
                let first = column * stride + columns.start - padding;
                let start = self.inputs.unit(channel, input_row, first) * lanes + lane;
                let weights = (channel * size + window_row) * size;
                for (step, weight) in (weights + columns.start..weights + columns.end).enumerate() {
                    let at = start + step * lanes;
                    let Some(Ok(row)) = inputs.get(at..at + W).map(<[Lane; W]>::try_from) else {
                        return;
                    };
                    for (index, sums) in sums.iter_mut().enumerate() {
                        let weight = Lane::splat(matrix[index * fan + weight]);
                        sums.iter_mut().zip(row).for_each(|(sum, x)| *sum += weight * x);
                    }
                }
            }
        }
        let plane = self.outputs.side * self.outputs.side * lanes;
        let at = (row * self.outputs.side + column) * lanes + lane;
        for (answers, sums) in answers.chunks_exact_mut(plane).zip(sums) {
            answers[at..at + W].copy_from_slice(&sums);
        }
    }
}
