//! A recurrent layer and its output over a batch of sequences of equal length, forwards and through
//! time backwards.

use super::rows::{Part, Rows, add_product, add_transposed, bias_slopes, slopes};
use super::shape::{Cell, Shape};
use super::{lstm, rnn};
use crate::lane::{Lane, WIDTH};

/// Room for one batch: everything that is computed on the way, so that the way back finds it.
#[derive(Clone, Debug)]
pub(super) struct Room {
    pub shape: Shape,
    pub lanes: usize,
    /// Weighted sums of each step; in an LSTM the gates' answers.
    pub sums: Rows,
    /// h, from before the first step (0) to after the last.
    pub states: Rows,
    /// c of an LSTM, likewise.
    pub cells: Rows,
    /// ∂loss/∂sums.
    pub deltas: Rows,
    /// ∂loss/∂h, at the same places as `states`.
    pub state_slopes: Rows,
    /// ∂loss/∂c of an LSTM.
    pub cell_slopes: Rows,
}

impl Room {
    pub fn new(shape: Shape, steps: usize, lanes: usize) -> Self {
        let by_step = || Rows::new(shape.sums(), steps * lanes);
        let states = || Rows::new(shape.units, (steps + 1) * lanes);
        let cells = if shape.cell == Cell::Lstm { shape.units } else { 0 };
        let cells = || Rows::new(cells, (steps + 1) * lanes);
        Self {
            shape,
            lanes,
            sums: by_step(),
            states: states(),
            cells: cells(),
            deltas: by_step(),
            state_slopes: states(),
            cell_slopes: cells(),
        }
    }

    /// The part of a row that belongs to one step.
    pub fn step(&self, step: usize) -> Part {
        Part { start: step * self.lanes, count: self.lanes }
    }

    /// h and c after every step, from the weighted sums of what comes in.
    pub fn run(&mut self, weights: &[f32], steps: usize) {
        let state_weights = &weights[self.shape.state_weights()];
        for step in 0..steps {
            let now = self.step(step);
            add_product(state_weights, (&self.states, now), (&mut self.sums, now));
            match self.shape.cell {
                Cell::Rnn => rnn::forward(self, step),
                Cell::Lstm => lstm::forward(self, step),
            }
        }
    }

    /// ∂loss/∂sums of every step, last to first, from the deltas of outputs that saw the part `seen`
    /// of the states.
    pub fn run_back(&mut self, weights: &[f32], output: (&Rows, Part), seen: Part, steps: usize) {
        self.state_slopes.clear();
        self.cell_slopes.clear();
        let output_weights = &weights[self.shape.output_weights()];
        add_transposed(output_weights, output, (&mut self.state_slopes, seen));
        let state_weights = &weights[self.shape.state_weights()];
        for step in (0..steps).rev() {
            match self.shape.cell {
                Cell::Rnn => rnn::backward(self, step),
                Cell::Lstm => lstm::backward(self, step),
            }
            let now = self.step(step);
            add_transposed(state_weights, (&self.deltas, now), (&mut self.state_slopes, now));
        }
    }
}

/// The network with room for batches of one size.
#[derive(Clone, Debug)]
pub struct Network {
    steps: usize,
    room: Room,
    /// Softmax of the output, a row a class.
    chances: Rows,
    output_deltas: Rows,
    /// Sum of ln(chance of the right class) over the batch.
    log_chance: f64,
    /// Sequences whose most likely class is the right one.
    right: usize,
}

impl Network {
    /// Room for `batch` sequences of `steps` steps each; `batch` is a multiple of four.
    #[must_use]
    pub fn new(shape: Shape, steps: usize, batch: usize) -> Self {
        assert!(batch.is_multiple_of(WIDTH) && batch > 0 && steps > 0, "{batch} × {steps}");
        let lanes = batch / WIDTH;
        let classes = || Rows::new(shape.outputs, lanes);
        Self {
            steps,
            room: Room::new(shape, steps, lanes),
            chances: classes(),
            output_deltas: classes(),
            log_chance: 0.0,
            right: 0,
        }
    }

    /// Runs over the sequences and compares with the classes. `inputs` has a row a number that comes
    /// in, and in it step after step, the batch in each; `labels` a class a sequence.
    pub fn forward(&mut self, weights: &[f32], inputs: &Rows, labels: &[u8]) {
        let room = &mut self.room;
        let shape = room.shape;
        let all = Part { start: 0, count: self.steps * room.lanes };
        for (sums, &bias) in room.sums.iter_mut().zip(&weights[shape.biases()]) {
            sums.fill(Lane::splat(bias));
        }
        add_product(&weights[shape.input_weights()], (inputs, all), (&mut room.sums, all));
        room.run(weights, self.steps);
        self.answer(weights, labels);
    }

    fn answer(&mut self, weights: &[f32], labels: &[u8]) {
        let room = &self.room;
        let (last, here) = (room.step(self.steps), room.step(0));
        for (sums, &bias) in self.chances.iter_mut().zip(&weights[room.shape.output_biases()]) {
            sums.fill(Lane::splat(bias));
        }
        let output_weights = &weights[room.shape.output_weights()];
        add_product(output_weights, (&room.states, last), (&mut self.chances, here));
        (self.log_chance, self.right) = (0.0, 0);
        let share = 1.0 / labels.len() as f32;
        for (sequence, &label) in labels.iter().enumerate() {
            let place = (sequence / WIDTH, sequence % WIDTH);
            let (log_chance, is_right) = self.compare(place, usize::from(label), share);
            self.log_chance += log_chance;
            self.right += usize::from(is_right);
        }
    }

    /// Softmax of one sequence's outputs, and ∂loss/∂output: chance − 1 for the right class, chance
    /// for the others, over the size of the batch.
    fn compare(&mut self, place: (usize, usize), label: usize, share: f32) -> (f64, bool) {
        let at = |rows: &Rows, class: usize| rows.row(class)[place.0].0[place.1];
        let outputs = 0..self.room.shape.outputs;
        let highest = outputs.clone().map(|it| at(&self.chances, it)).fold(f32::MIN, f32::max);
        let is_right = at(&self.chances, label) >= highest;
        let margin = f64::from(at(&self.chances, label) - highest);
        let mut sum = 0.0;
        for class in outputs.clone() {
            let power = libm::expf(at(&self.chances, class) - highest);
            self.chances.row_mut(class)[place.0].0[place.1] = power;
            sum += power;
        }
        for class in outputs {
            let chance = at(&self.chances, class) / sum;
            self.chances.row_mut(class)[place.0].0[place.1] = chance;
            let hit = if class == label { 1.0 } else { 0.0 };
            self.output_deltas.row_mut(class)[place.0].0[place.1] = (chance - hit) * share;
        }
        (margin - libm::log(f64::from(sum)), is_right)
    }

    /// Overwrites `gradient` with ∂loss/∂weights after [`Network::forward`] on the same batch.
    pub fn backward(&mut self, weights: &[f32], inputs: &Rows, gradient: &mut [f32]) {
        let room = &mut self.room;
        let shape = room.shape;
        let (last, here) = (room.step(self.steps), room.step(0));
        let output = (&self.output_deltas, here);
        slopes(&mut gradient[shape.output_weights()], output, (&room.states, last));
        bias_slopes(&mut gradient[shape.output_biases()], &self.output_deltas, here);
        room.run_back(weights, output, last, self.steps);
        let all = Part { start: 0, count: self.steps * room.lanes };
        slopes(&mut gradient[shape.input_weights()], (&room.deltas, all), (inputs, all));
        slopes(&mut gradient[shape.state_weights()], (&room.deltas, all), (&room.states, all));
        bias_slopes(&mut gradient[shape.biases()], &room.deltas, all);
    }

    /// Mean cross-entropy in nats, after [`Network::forward`].
    #[must_use]
    pub fn loss(&self) -> f32 {
        (-self.log_chance / self.sequences() as f64) as f32
    }

    /// Share of sequences whose most likely class is the right one, after [`Network::forward`].
    #[must_use]
    pub fn accuracy(&self) -> f32 {
        self.right as f32 / self.sequences() as f32
    }

    /// Chance of each class for one sequence, after [`Network::forward`].
    #[must_use]
    pub fn chances(&self, sequence: usize) -> Vec<f32> {
        self.chances.iter().map(|row| row[sequence / WIDTH].0[sequence % WIDTH]).collect()
    }

    /// What one sequence leaves in the units after each step, step by unit: c of an LSTM, h of the
    /// others.
    #[must_use]
    pub fn memory(&self, sequence: usize) -> Vec<f32> {
        let carried = match self.room.shape.cell {
            Cell::Rnn => &self.room.states,
            Cell::Lstm => &self.room.cells,
        };
        let at = |step: usize| step * self.room.lanes + sequence / WIDTH;
        let steps = 1..=self.steps;
        steps
            .flat_map(|step| carried.iter().map(move |row| row[at(step)].0[sequence % WIDTH]))
            .collect()
    }

    /// For each step, the length of ∂loss/∂(what is carried on after it), where the loss is one
    /// sequence's: the root of the mean square over the batch. After [`Network::backward`].
    #[must_use]
    pub fn gradient_by_step(&self) -> Vec<f32> {
        let carried = match self.room.shape.cell {
            Cell::Rnn => &self.room.state_slopes,
            Cell::Lstm => &self.room.cell_slopes,
        };
        let sequences = self.sequences() as f64;
        let length = |step: usize| {
            let part = self.room.step(step);
            let values = carried.iter().flat_map(|row| part.of(row)).flat_map(|lane| lane.0);
            let squares = values.map(|slope| f64::from(slope) * f64::from(slope)).sum::<f64>();
            libm::sqrt(squares * sequences) as f32
        };
        (1..=self.steps).map(length).collect()
    }

    /// Mean answer of the forget gates over units and sequences, by step; empty without them.
    #[must_use]
    pub fn forget_by_step(&self) -> Vec<f32> {
        let Room { shape, sums, .. } = &self.room;
        if shape.cell == Cell::Rnn {
            return Vec::new();
        }
        let count = (shape.units * self.sequences()) as f32;
        let mean = |step: usize| {
            let part = self.room.step(step);
            let rows = (shape.units..2 * shape.units).map(|unit| part.of(sums.row(unit)));
            rows.flatten().map(|lane| lane.sum()).sum::<f32>() / count
        };
        (0..self.steps).map(mean).collect()
    }

    fn sequences(&self) -> usize {
        self.room.lanes * WIDTH
    }
}
