//! The same layer with its output read after every step: a score for each class there, and the
//! gradient from all of them at once.

use super::network::Room;
use super::rows::{Part, Rows, add_product, bias_slopes, slopes};
use super::shape::Shape;
use crate::lane::{Lane, WIDTH};

/// The layer with room for the latest batch, of any size.
#[derive(Clone, Debug)]
pub struct EveryStep {
    room: Room,
    steps: usize,
    /// What comes in, in the order of a row: step by step, in it the batch, filled up.
    symbols: Vec<u8>,
    outputs: Rows,
    scores: Vec<f32>,
}

impl EveryStep {
    /// A layer whose inputs are one for the symbol that comes in and 0 for the others.
    #[must_use]
    pub fn new(shape: Shape) -> Self {
        let (room, outputs) = (Room::new(shape, 1, 1), Rows::new(0, 1));
        Self { room, steps: 1, symbols: Vec::new(), outputs, scores: Vec::new() }
    }

    /// Its sizes.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.room.shape
    }

    /// Scores before softmax, sequence by sequence, in it step by step, in it class by class;
    /// `symbols` are sequences of equal length one behind the other.
    pub fn forward(&mut self, weights: &[f32], symbols: &[u8], steps: usize) -> &[f32] {
        let shape = self.room.shape;
        let lanes = (symbols.len() / steps).div_ceil(WIDTH);
        let length = steps * lanes;
        self.room = Room::new(shape, steps, lanes);
        self.steps = steps;
        self.symbols.clear();
        self.symbols.resize(length * WIDTH, 0);
        self.outputs = Rows::new(shape.outputs, length);
        for (place, &symbol) in symbols.iter().enumerate() {
            let (lane, within) = at(place, steps, lanes);
            self.symbols[lane * WIDTH + within] = symbol;
        }
        self.run(weights, length);
        self.scores.resize(symbols.len() * shape.outputs, 0.0);
        for (place, scores) in self.scores.chunks_exact_mut(shape.outputs).enumerate() {
            let (lane, within) = at(place, steps, lanes);
            for (score, row) in scores.iter_mut().zip(self.outputs.iter()) {
                *score = row[lane].0[within];
            }
        }
        &self.scores
    }

    fn run(&mut self, weights: &[f32], length: usize) {
        let room = &mut self.room;
        let (shape, all) = (room.shape, Part { start: 0, count: length });
        let rows = weights[shape.input_weights()].chunks_exact(shape.inputs);
        let rows = rows.zip(&weights[shape.biases()]);
        // One input is 1 and the others 0, so a sum begins with one weight.
        for (sums, (weights, bias)) in room.sums.iter_mut().zip(rows) {
            for (sum, symbols) in sums.iter_mut().zip(self.symbols.as_chunks::<WIDTH>().0) {
                *sum = Lane(symbols.map(|symbol| bias + weights[usize::from(symbol)]));
            }
        }
        room.run(weights, self.steps);
        for (sums, &bias) in self.outputs.iter_mut().zip(&weights[shape.output_biases()]) {
            sums.fill(Lane::splat(bias));
        }
        let after = Part { start: room.lanes, count: length };
        let output = &weights[shape.output_weights()];
        add_product(output, (&room.states, after), (&mut self.outputs, all));
    }

    /// Overwrites `gradient` with ∂loss/∂weights from ∂loss/∂scores of the latest
    /// [`EveryStep::forward`], in the order of its answer.
    pub fn backward(&mut self, weights: &[f32], score_slopes: &[f32], gradient: &mut [f32]) {
        let room = &mut self.room;
        let (shape, lanes, length) = (room.shape, room.lanes, self.steps * room.lanes);
        let all = Part { start: 0, count: length };
        let after = Part { start: lanes, count: length };
        self.outputs.clear();
        for (place, slopes) in score_slopes.chunks_exact(shape.outputs).enumerate() {
            let (lane, within) = at(place, self.steps, lanes);
            for (row, slope) in self.outputs.iter_mut().zip(slopes) {
                row[lane].0[within] = *slope;
            }
        }
        let output = (&self.outputs, all);
        slopes(&mut gradient[shape.output_weights()], output, (&room.states, after));
        bias_slopes(&mut gradient[shape.output_biases()], &self.outputs, all);
        room.run_back(weights, output, after, self.steps);
        let rows = gradient[shape.input_weights()].chunks_exact_mut(shape.inputs);
        for (slopes, deltas) in rows.zip(room.deltas.iter()) {
            slopes.fill(0.0);
            for (delta, symbols) in deltas.iter().zip(self.symbols.as_chunks::<WIDTH>().0) {
                for (delta, &symbol) in delta.0.iter().zip(symbols) {
                    slopes[usize::from(symbol)] += delta;
                }
            }
        }
        slopes(&mut gradient[shape.state_weights()], (&room.deltas, all), (&room.states, all));
        bias_slopes(&mut gradient[shape.biases()], &room.deltas, all);
    }
}

/// Lane of a row, and place within it, of a place of the sequences one behind the other.
fn at(place: usize, steps: usize, lanes: usize) -> (usize, usize) {
    let (sequence, step) = (place / steps, place % steps);
    (step * lanes + sequence / WIDTH, sequence % WIDTH)
}
