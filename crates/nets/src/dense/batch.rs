//! Examples row by row as they come, and batches of them in lanes as the network reads them.

use super::layer::Rows;
use crate::lane::{Lane, WIDTH, lanes_for, pack};

/// Everything that a network may be trained or examined on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Examples {
    /// Features of an example.
    pub width: usize,
    /// Example by example.
    pub inputs: Vec<f32>,
    /// Targets of an example.
    pub outputs: usize,
    /// Example by example.
    pub targets: Vec<f32>,
}

impl Examples {
    /// Examples of `count` classes; the target is 1 at the example's class and 0 elsewhere.
    #[must_use]
    pub fn classes(width: usize, inputs: Vec<f32>, labels: &[u8], count: usize) -> Self {
        let mut targets = vec![0.0; labels.len() * count];
        for (target, &label) in targets.chunks_exact_mut(count).zip(labels) {
            target[usize::from(label)] = 1.0;
        }
        Self { width, inputs, outputs: count, targets }
    }

    /// Examples with one number as the target.
    #[must_use]
    pub fn values(width: usize, inputs: Vec<f32>, targets: Vec<f32>) -> Self {
        Self { width, inputs, outputs: 1, targets }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.inputs.len().checked_div(self.width).unwrap_or(0)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Some examples, feature by feature; places beyond the last one are zero and weigh nothing.
#[derive(Clone, Debug)]
pub struct Batch {
    /// A row a feature.
    pub inputs: Vec<Lane>,
    /// A row an output.
    pub targets: Vec<Lane>,
    /// What each example's loss counts, 1 / size unless it is changed: turns sums into means.
    pub shares: Vec<Lane>,
    rows: Rows,
}

impl Batch {
    /// Room for up to `capacity` of these examples.
    #[must_use]
    pub fn new(examples: &Examples, capacity: usize) -> Self {
        let lanes = lanes_for(capacity);
        let rows = |count: usize| vec![Lane::ZERO; count * lanes];
        Self {
            inputs: rows(examples.width),
            targets: rows(examples.outputs),
            shares: rows(1),
            rows: Rows { lanes, size: 0 },
        }
    }

    /// All of the examples at once.
    #[must_use]
    pub fn of(examples: &Examples) -> Self {
        let mut batch = Self::new(examples, examples.len());
        let all: Vec<u32> = (0..examples.len() as u32).collect();
        batch.fill(examples, &all);
        batch
    }

    /// Replaces the content by the examples at `indices`; at most as many as there is room for.
    pub fn fill(&mut self, examples: &Examples, indices: &[u32]) {
        let lanes = self.rows.lanes;
        if indices.len() != self.rows.size {
            self.rows.size = indices.len();
            let share = 1.0 / indices.len().max(1) as f32;
            let places = 0..lanes * WIDTH;
            self.shares = pack(places.map(|at| if at < indices.len() { share } else { 0.0 }));
            // Places that were taken before and are not now.
            self.inputs.fill(Lane::ZERO);
            self.targets.fill(Lane::ZERO);
        }
        for (place, &index) in indices.iter().enumerate() {
            let put = |rows: &mut [Lane], values: &[f32], width: usize| {
                let values = &values[index as usize * width..][..width];
                for (row, &value) in rows.chunks_exact_mut(lanes).zip(values) {
                    row[place / WIDTH].0[place % WIDTH] = value;
                }
            };
            put(&mut self.inputs, &examples.inputs, examples.width);
            put(&mut self.targets, &examples.targets, examples.outputs);
        }
    }

    /// The form of its rows.
    #[must_use]
    pub fn rows(&self) -> Rows {
        self.rows
    }

    /// Target of an output for the example at `place`.
    #[must_use]
    pub fn target(&self, output: usize, place: usize) -> f32 {
        self.targets[output * self.rows.lanes + place / WIDTH].0[place % WIDTH]
    }

    /// What the loss of the example at `place` counts.
    #[must_use]
    pub fn share(&self, place: usize) -> f32 {
        self.shares[place / WIDTH].0[place % WIDTH]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_holds_its_examples_and_weighs_nothing_else() {
        let inputs = (0..12).map(|it| it as f32).collect();
        let examples = Examples::classes(2, inputs, &[0, 1, 2, 0, 1, 2], 3);
        let mut batch = Batch::of(&examples);
        assert_eq!(batch.rows(), Rows { lanes: 2, size: 6 });
        batch.fill(&examples, &[5, 0, 1]);
        assert_eq!(batch.inputs[..2], [Lane([10.0, 0.0, 2.0, 0.0]), Lane::ZERO]);
        assert_eq!(batch.inputs[2].0, [11.0, 1.0, 3.0, 0.0]);
        assert_eq!((batch.target(2, 0), batch.target(0, 1), batch.target(0, 2)), (1.0, 1.0, 0.0));
        assert_eq!((batch.share(2), batch.share(3)), (1.0 / 3.0, 0.0));
    }
}
