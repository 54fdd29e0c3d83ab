//! Answers of a stored network, a row at a time as on a device: in floats, or in whole numbers from
//! the input's bytes to the last sum.
//!
//! A layer with few weights left walks over those alone; the others are plain loops that a compiler
//! turns into vector instructions.

mod few;
mod float;
mod whole;

use super::stored::{Stored, Weights};
use float::FloatNetwork;
use whole::WholeNetwork;

/// Share of weights left below which a layer is walked weight by weight: a product that has to be
/// looked up takes several times as long as one in a row.
const SPARSE_BELOW: f32 = 0.2;

/// A network ready to answer.
#[derive(Clone, Debug)]
pub struct Runner {
    network: Network,
    outputs: usize,
    /// Row by row after [`Runner::run`].
    logits: Vec<f32>,
}

#[derive(Clone, Debug)]
enum Network {
    Float(FloatNetwork),
    Whole(WholeNetwork),
}

impl Runner {
    /// A runner for layers that follow each other, all floats or all whole numbers; at least one.
    #[must_use]
    pub fn new(layers: &[Stored]) -> Self {
        let is_float = layers.iter().all(|it| matches!(it.weights, Weights::Float(_)));
        let network = if is_float {
            Network::Float(FloatNetwork::new(layers))
        } else {
            Network::Whole(WholeNetwork::new(layers))
        };
        let outputs = layers.last().map_or(0, Stored::units);
        Self { network, outputs, logits: Vec::new() }
    }

    /// Takes in rows of inputs, row by row. Bytes are made of them here where bytes are needed, as a
    /// sensor or a file would deliver them.
    pub fn load(&mut self, rows: &[f32]) {
        let count = match &mut self.network {
            Network::Float(network) => network.load(rows),
            Network::Whole(network) => network.load(rows),
        };
        self.logits.resize(count * self.outputs, 0.0);
    }

    /// Answers every row that was taken in.
    pub fn run(&mut self) {
        for (row, logits) in self.logits.chunks_exact_mut(self.outputs.max(1)).enumerate() {
            match &mut self.network {
                Network::Float(network) => network.answer(row, logits),
                Network::Whole(network) => network.answer(row, logits),
            }
        }
    }

    /// Logits of a row after [`Runner::run`].
    #[must_use]
    pub fn logits(&self, row: usize) -> &[f32] {
        &self.logits[row * self.outputs..(row + 1) * self.outputs]
    }

    /// The most likely class of each row after [`Runner::run`]; the first of equals.
    pub fn classes(&self) -> impl Iterator<Item = u8> + '_ {
        self.logits.chunks_exact(self.outputs.max(1)).map(|logits| {
            let best = (0..logits.len()).rev().max_by(|&a, &b| logits[a].total_cmp(&logits[b]));
            best.unwrap_or(0) as u8
        })
    }

    /// The largest answer of each hidden layer so far, where floats are run: what the next layer's
    /// bytes have to reach.
    #[must_use]
    pub fn tops(&self) -> &[f32] {
        match &self.network {
            Network::Float(network) => network.tops(),
            Network::Whole(_) => &[],
        }
    }
}
