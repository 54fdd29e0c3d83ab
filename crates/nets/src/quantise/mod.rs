//! Networks made small: weights on a grid of whole numbers, weights and units left out, the bytes
//! that are really stored, and answers computed from these in whole numbers.
//!
//! A trained network comes in as [`Dense`] layers of a rectified network. [`prune`] leaves some of it
//! out, [`Stored::new`] puts what is left on a [`Grid`], [`Stored::encode`] writes the bytes, and a
//! [`Runner`] answers.

mod encoding;
mod fixed;
mod grid;
#[cfg(test)]
mod oracle_tests;
pub mod prune;
mod runner;
mod stored;

pub use encoding::{Share, decode};
pub use grid::{Grid, Precision, Scope};
pub use runner::Runner;
pub use stored::{Stored, Weights};

/// A trained layer: every unit a weighted sum of all inputs, plus its bias.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dense {
    /// Inputs of each unit.
    pub inputs: usize,
    /// Unit by input.
    pub weights: Vec<f32>,
    /// One a unit.
    pub biases: Vec<f32>,
}

impl Dense {
    /// Number of units.
    #[must_use]
    pub fn units(&self) -> usize {
        self.biases.len()
    }

    /// Weights that are not 0.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.weights.iter().filter(|weight| **weight != 0.0).count()
    }
}
