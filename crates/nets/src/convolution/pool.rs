//! Pooling: every window of a map becomes one number, its largest or its mean. No weights.

use super::window::{Maps, Window};
use crate::dense::{Backward, Forward, Layer, Sketch};
use crate::lane::{Lane, WIDTH};

/// What is kept of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pooling {
    /// The largest value; the gradient goes to where it came from, the first of several.
    Max,
    /// The mean; the gradient is shared out evenly.
    Average,
}

/// A window without padding over each map.
#[derive(Clone, Debug)]
pub struct Pool {
    inputs: Maps,
    outputs: Maps,
    window: Window,
    pooling: Pooling,
}

impl Pool {
    /// Windows of `size` that touch and do not overlap; rows and columns that are left over at the end
    /// are not seen. `None` if the window does not fit.
    #[must_use]
    pub fn new(inputs: Maps, size: usize, pooling: Pooling) -> Option<Self> {
        let window = Window { size, stride: size, padding: 0 };
        let outputs = Maps { side: window.positions(inputs.side)?, ..inputs };
        Some(Self { inputs, outputs, window, pooling })
    }

    /// What it answers.
    #[must_use]
    pub fn outputs(&self) -> Maps {
        self.outputs
    }

    /// What slides over each map.
    #[must_use]
    pub fn window(&self) -> Window {
        self.window
    }

    /// Calls `each` with every output unit and, in order, the input units that it sees.
    fn each_window(&self, mut each: impl FnMut(usize, &mut dyn Iterator<Item = usize>)) {
        let Window { size, stride, .. } = self.window;
        for channel in 0..self.outputs.channels {
            for row in 0..self.outputs.side {
                for column in 0..self.outputs.side {
                    let at = |it: usize| {
                        let (down, along) = (row * stride + it / size, column * stride + it % size);
                        self.inputs.unit(channel, down, along)
                    };
                    let mut seen = (0..size * size).map(at);
                    each(self.outputs.unit(channel, row, column), &mut seen);
                }
            }
        }
    }
}

impl Layer for Pool {
    fn units(&self, inputs: usize) -> usize {
        assert_eq!(inputs, self.inputs.units(), "pooling's inputs are the units before it");
        self.outputs.units()
    }

    fn forward(&mut self, pass: Forward<'_>) {
        let lanes = pass.rows.lanes;
        let share = Lane::splat(1.0 / (self.window.size * self.window.size) as f32);
        self.each_window(|unit, seen| {
            let answers = &mut pass.answers[unit * lanes..(unit + 1) * lanes];
            answers.fill(match self.pooling {
                Pooling::Max => Lane::splat(f32::NEG_INFINITY),
                Pooling::Average => Lane::ZERO,
            });
            for input in seen {
                let inputs = &pass.inputs[input * lanes..(input + 1) * lanes];
                for (answer, &x) in answers.iter_mut().zip(inputs) {
                    match self.pooling {
                        Pooling::Max => *answer = larger(*answer, x),
                        Pooling::Average => *answer += x * share,
                    }
                }
            }
        });
    }

    fn backward(&mut self, pass: Backward<'_>) {
        let Some(below) = pass.below else { return };
        let lanes = pass.rows.lanes;
        let share = Lane::splat(1.0 / (self.window.size * self.window.size) as f32);
        below.fill(Lane::ZERO);
        let mut left = vec![Lane::ZERO; lanes];
        self.each_window(|unit, seen| {
            let row = unit * lanes..(unit + 1) * lanes;
            left.copy_from_slice(&pass.deltas[row.clone()]);
            for input in seen {
                let place = input * lanes..(input + 1) * lanes;
                let pairs = below[place.clone()].iter_mut().zip(&mut left);
                match self.pooling {
                    Pooling::Average => pairs.for_each(|(below, delta)| *below += *delta * share),
                    Pooling::Max => {
                        let values = pass.inputs[place].iter().zip(&pass.answers[row.clone()]);
                        for ((below, delta), (&x, &answer)) in pairs.zip(values) {
                            take(below, delta, x, answer);
                        }
                    }
                }
            }
        });
    }

    fn boxed(&self) -> Box<dyn Layer> {
        Box::new(self.clone())
    }

    fn sketch(&self) -> Sketch {
        Sketch::Pool { inputs: self.inputs, size: self.window.size, pooling: self.pooling }
    }
}

/// The larger of each pair; a value that is no number stays one, so that divergence is seen.
fn larger(a: Lane, b: Lane) -> Lane {
    let mut larger = a;
    for place in 0..WIDTH {
        if b.0[place] > a.0[place] || b.0[place].is_nan() {
            larger.0[place] = b.0[place];
        }
    }
    larger
}

/// Moves the delta to this input where it is the one that was answered; what is moved is not there
/// for the inputs that follow.
fn take(below: &mut Lane, delta: &mut Lane, x: Lane, answer: Lane) {
    for place in 0..WIDTH {
        if x.0[place] == answer.0[place] {
            below.0[place] += delta.0[place];
            delta.0[place] = 0.0;
        }
    }
}
