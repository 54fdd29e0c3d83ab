//! Feed-forward networks of any depth on plain slices, with gradients derived by hand: what the
//! labs train when a framework's bookkeeping would cost more than the arithmetic.
//!
//! A [`Network`] is a list of [`Layer`]s and a [`Head`]. Weights and gradient are flat slices that
//! the caller owns, so that every optimiser, hash, histogram and norm works on them as they are:
//!
//! ```
//! use nets::activation::Activation;
//! use nets::dense::{Batch, Examples, Head, Linear, Mode, Network, Start};
//! use nets::optimiser::{Optimiser, Rule};
//! use nets::random::Random;
//!
//! let examples = Examples::classes(2, vec![0.0, 0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 1.0], &[0, 1, 1, 0], 2);
//! let layers = nets::dense::layers![
//!     Linear::new(2, 8, Start::XavierUniform), Activation::Tanh,
//!     Linear::new(8, 2, Start::XavierUniform),
//! ];
//! let mut network = Network::new(2, layers, Head::Softmax);
//! let mut weights = network.start(&mut Random::new(7, 0));
//! let mut gradient = vec![0.0; weights.len()];
//! let mut optimiser = Optimiser::new(Rule::Adam, weights.len());
//! let mut batch = Batch::new(&examples, 4);
//! for _ in 0..300 {
//!     batch.fill(&examples, &[0, 1, 2, 3]);
//!     network.forward(&weights, &batch, Mode::Training);
//!     network.backward(&weights, &batch, &mut gradient);
//!     optimiser.update(0.05, &mut weights, &gradient);
//! }
//! network.forward(&weights, &batch, Mode::Inference);
//! assert!(network.loss(&batch) < 0.1 && network.accuracy(&batch) == 1.0);
//! ```
//!
//! [`Training`] is that loop with batches, schedule and penalties.
//!
//! A kind of layer is a file with one type that implements [`Layer`]: what it answers, how it passes
//! the gradient on, in training and in inference. One that holds others (a residual block) keeps a
//! [`Stack`] and adds its own arithmetic around it. [`parts`](Network::parts) says where each layer's
//! weights lie; [`statistics`] turns these ranges into what a diagnosis needs. One network may see
//! batches of different sizes, so training and examination share it.

mod activate;
mod batch;
#[cfg(test)]
pub(crate) mod differences;
mod dropout;
mod head;
pub(crate) mod kernel;
mod layer;
mod linear;
mod narrow;
mod network;
mod norm;
#[cfg(test)]
mod oracle_tests;
mod residual;
mod stack;
pub mod statistics;
mod training;

pub use batch::{Batch, Examples};
pub use dropout::Dropout;
pub use head::Head;
pub use layer::{Backward, Forward, Layer, Mode, Part, Rows, Sketch};
pub use linear::{Linear, Start};
pub use network::Network;
pub use norm::{BatchNorm, LayerNorm, Moments};
pub use residual::Residual;
pub use stack::Stack;
pub use training::{Descent, Training};

/// A list of layers of different kinds, each boxed: `layers![Linear::new(…), Activation::Relu]`.
#[macro_export]
macro_rules! dense_layers {
    ($($layer:expr),* $(,)?) => {
        vec![$(Box::new($layer) as Box<dyn $crate::dense::Layer>),*]
    };
}
pub use crate::dense_layers as layers;
