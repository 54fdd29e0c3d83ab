//! What the network answers over the plane, and over a set of points.

use super::batch::Batch;
use super::dense::Dense;
use super::points::Point;
use super::shape::Shape;
use crate::dense::Rows;
use crate::dense::statistics::Answers;
use crate::lane::{Lane, lanes_for};

/// Cells along one side of the decision map.
pub const MAP_SIDE: usize = 100;

/// Cells along one side of a unit's map.
pub const UNIT_MAP_SIDE: usize = 24;

/// A unit whose answers over the training points differ by no more than this says nothing.
#[cfg(test)]
const DEAD_RANGE: f32 = 1e-3;

/// Answers in the middle of each cell of a square grid, row by row from the top left.
#[derive(Clone, Debug)]
pub struct Grid {
    net: Dense,
    row: Batch,
    ys: Vec<f32>,
    layers: usize,
}

impl Grid {
    /// A grid of `side`² cells over `-extent..=extent`.
    pub fn new(shape: &Shape, side: usize, extent: f32) -> Self {
        let middle = |cell: usize| extent * ((2 * cell + 1) as f32 / side as f32 - 1.0);
        let xs: Vec<f32> = (0..side).map(middle).collect();
        Self {
            net: Dense::new(shape.clone(), lanes_for(side)),
            row: Batch::of_row(&xs, 0.0),
            ys: (0..side).rev().map(middle).collect(),
            layers: shape.layers().len(),
        }
    }

    /// The network's output in each cell.
    pub fn outputs(&mut self, weights: &[f32]) -> Vec<f32> {
        let side = self.ys.len();
        let mut cells = Vec::with_capacity(side * side);
        for &y in &self.ys {
            self.row.set_y(y);
            self.net.forward(weights, &self.row);
            append(&mut cells, self.net.outputs(), side);
        }
        cells
    }

    /// Each hidden unit's answer in each cell, layer by layer.
    pub fn units(&mut self, weights: &[f32]) -> Vec<Vec<f32>> {
        let (side, lanes) = (self.ys.len(), self.row.lanes());
        let mut maps: Vec<Vec<f32>> = Vec::new();
        for (line, &y) in self.ys.iter().enumerate() {
            self.row.set_y(y);
            self.net.forward(weights, &self.row);
            let hidden = (0..self.layers - 1).map(|layer| self.net.answers(layer));
            for (unit, answers) in hidden.flat_map(|rows| rows.chunks_exact(lanes)).enumerate() {
                if line == 0 {
                    maps.push(Vec::with_capacity(side * side));
                }
                append(&mut maps[unit], answers, side);
            }
        }
        maps
    }
}

fn append(cells: &mut Vec<f32>, row: &[Lane], count: usize) {
    cells.extend(row.iter().flat_map(|lane| lane.0).take(count));
}

/// How well the network does on a fixed set of points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Mean of ½(output − label)².
    pub loss: f32,
    /// Share on the right side, 0 to 1.
    pub accuracy: f32,
}

/// A fixed set of points to answer for.
#[derive(Clone, Debug)]
pub struct Examination {
    net: Dense,
    batch: Batch,
}

impl Examination {
    /// Of these points.
    pub fn new(shape: &Shape, points: &[Point]) -> Self {
        Self { net: Dense::new(shape.clone(), lanes_for(points.len())), batch: Batch::of(points) }
    }

    /// The mean loss alone.
    pub fn loss(&mut self, weights: &[f32]) -> f32 {
        self.net.forward(weights, &self.batch);
        self.net.loss(&self.batch)
    }

    /// Loss and accuracy.
    pub fn score(&mut self, weights: &[f32]) -> Score {
        let loss = self.loss(weights);
        let outputs = self.net.outputs().iter().flat_map(|lane| lane.0);
        let labels = self.batch.labels.iter().flat_map(|lane| lane.0);
        let right =
            outputs.zip(labels).take(self.batch.size()).filter(|(o, y)| (*o > 0.0) == (*y > 0.0));
        Score { loss, accuracy: right.count() as f32 / self.batch.size().max(1) as f32 }
    }

    /// For each hidden layer, what its units answer.
    pub fn answers(&mut self, weights: &[f32], shape: &Shape) -> Vec<Answers> {
        self.net.forward(weights, &self.batch);
        let rows = Rows { lanes: self.batch.lanes(), size: self.batch.size() };
        let hidden = 0..shape.layers().len() - 1;
        hidden.map(|layer| Answers::of(shape.activation, self.net.answers(layer), rows)).collect()
    }

    /// For each hidden layer, the share of units that answer (nearly) the same for every point.
    #[cfg(test)]
    pub fn dead_shares(&mut self, weights: &[f32], hidden: usize) -> Vec<f32> {
        self.net.forward(weights, &self.batch);
        (0..hidden)
            .map(|layer| {
                let units: Vec<&[Lane]> =
                    self.net.answers(layer).chunks_exact(self.batch.lanes()).collect();
                let dead = units.iter().filter(|row| range(row, self.batch.size()) <= DEAD_RANGE);
                dead.count() as f32 / units.len() as f32
            })
            .collect()
    }
}

#[cfg(test)]
fn range(row: &[Lane], count: usize) -> f32 {
    let answers = || row.iter().flat_map(|lane| lane.0).take(count);
    answers().fold(f32::MIN, f32::max) - answers().fold(f32::MAX, f32::min)
}
