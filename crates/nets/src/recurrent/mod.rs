//! Recurrent networks on plain slices, with backpropagation through time derived by hand: one layer
//! of tanh units (Elman 1990) or of LSTM cells (Hochreiter and Schmidhuber 1997, with the forget
//! gate of Gers et al. 2000), and a linear output that is read after the last step ([`Network`]) or
//! after each ([`EveryStep`]).
//!
//! [`remember`] is the task that tells the two apart: say at the end which symbol came first.

mod every_step;
mod lstm;
mod network;
pub mod remember;
mod rnn;
mod rows;
mod shape;
#[cfg(test)]
mod tests;

pub use every_step::EveryStep;
pub use network::Network;
pub use rows::Rows;
pub use shape::{Cell, Shape, Start};
