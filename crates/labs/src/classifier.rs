//! A dense classifier in training on a [`Task`], and what it comes to: losses, accuracies, the health
//! of its layers, the map of its answers over the plane.

use figures::{Axis, Field, FieldKind, Figure, Group, Panel, Plane};
use nets::activation::tanh;
use nets::dense::{Batch, Descent, Examples, Network, Training};
use nets::random::Random;

use crate::diagnosis::{LayerHealth, of_network};
use crate::tasks::Task;

/// Cells along one side of the map.
const MAP_SIDE: u16 = 40;

/// A network with everything that it is trained and examined on.
#[derive(Clone, Debug)]
pub struct Classifier {
    /// The loop of updates.
    pub training: Training,
    /// All rows to train on.
    pub train: Batch,
    /// All rows to test on.
    pub test: Batch,
}

/// What a classifier comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Mean cross-entropy in nats.
    pub loss: f32,
    /// Share of rows whose most likely class is the right one.
    pub accuracy: f32,
}

impl Classifier {
    /// At step 0.
    #[must_use]
    pub fn new(
        network: Network,
        weights: Vec<f32>,
        task: &Task,
        descent: Descent,
        order: Random,
    ) -> Self {
        let training = Training::new(network, weights, task.train.clone(), descent, order);
        Self { training, train: Batch::of(&task.train), test: Batch::of(&task.test) }
    }

    /// On the training rows and on the test rows, as in inference.
    pub fn scores(&mut self) -> [Score; 2] {
        [&self.train, &self.test].map(|batch| {
            let (loss, accuracy) = self.training.examine(batch);
            Score { loss, accuracy }
        })
    }

    /// Every linear layer after the latest update, with its answers to all training rows.
    pub fn health(&mut self) -> Vec<LayerHealth> {
        self.training.examine(&self.train);
        let Self { training, .. } = self;
        let (before, after) = (training.weights_before(), training.weights());
        of_network(training.network(), training.gradient(), before, after)
    }

    /// The difference of the two classes' chances over the plane, under the points.
    pub fn map(&mut self, task: &Task, says: String) -> Panel {
        let (x, y) = (range(task, 0), range(task, 1));
        let middle = |cell: u16, (low, high): (f32, f32)| {
            low + (high - low) * (f32::from(cell) + 0.5) / f32::from(MAP_SIDE)
        };
        let cells = (0..MAP_SIDE).rev().flat_map(|row| (0..MAP_SIDE).map(move |it| (it, row)));
        let inputs: Vec<f32> =
            cells.flat_map(|(column, row)| [middle(column, x), middle(row, y)]).collect();
        let count = inputs.len() / 2;
        let grid = Batch::of(&Examples::classes(2, inputs, &vec![0; count], 2));
        self.training.examine(&grid);
        let [first, second] = [0, 1].map(|class| {
            let lanes = grid.rows().lanes;
            &self.training.network().outputs()[class * lanes..(class + 1) * lanes]
        });
        let logits = first.iter().zip(second).flat_map(|(a, b)| (*b - *a).0);
        // p − (1 − p) of two classes is the hyperbolic tangent of half the logits' difference.
        let values = logits.take(count).map(|difference| tanh(0.5 * difference)).collect();
        let field = Field { columns: MAP_SIDE, rows: MAP_SIDE, values, kind: FieldKind::Signed };
        let plane = Plane {
            x: Axis::from_to(&task.columns[0], x.0, x.1),
            y: Axis::from_to(&task.columns[1], y.0, y.1),
            is_square: true,
            field: Some(field),
            groups: [0, 1].map(|class| group(task, class)).into(),
            ..Plane::default()
        };
        Panel::new("map", "What the network answers", says, Figure::Plane(plane))
    }
}

fn group(task: &Task, class: u8) -> Group {
    let rows = task.train.inputs.chunks_exact(2).zip(task.train.targets.chunks_exact(2));
    let mine = rows.filter(|(_, target)| target[usize::from(class)] > 0.5);
    Group {
        name: task.classes[usize::from(class)].clone(),
        class,
        points: mine.map(|(row, _)| (row[0], row[1])).collect(),
        ..Group::default()
    }
}

/// What a column covers in training and test rows, and a little more.
fn range(task: &Task, column: usize) -> (f32, f32) {
    let all = [&task.train, &task.test];
    let values = || all.iter().flat_map(|it| it.inputs.iter().skip(column).step_by(2)).copied();
    let low = values().fold(f32::INFINITY, f32::min);
    let high = values().fold(f32::NEG_INFINITY, f32::max);
    let edge = 0.05 * (high - low).max(1e-3);
    (low - edge, high + edge)
}

/// Which rows a network sees in which order, and what its weights start from: streams of the seed.
pub mod streams {
    /// First weights.
    pub const WEIGHTS: u64 = 31;
    /// The order of batches.
    pub const BATCHES: u64 = 32;
    /// What dropout drops.
    pub const DROPOUT: u64 = 33;
}
