//! Data sets, models and training loops: burn in, plain numbers out.
//!
//! Everything here is a function of a configuration and a seed, bit for bit, on every machine: no
//! clocks, threads, files or browser, no random source but [`random`], and elementary functions
//! either written out or taken from the Rust crate `libm`, never from the platform.
//!
//! * [`boundary`]: points in the plane and a small dense network, on plain slices (burn is its
//!   oracle and its second engine);
//! * [`recurrent`]: RNN and LSTM on plain slices, and the task of remembering the first symbol;
//! * [`classical`]: polynomials, neighbours and trees, and how well scores order rows;
//! * [`convolution`]: convolution and pooling, as layers of [`dense`];
//! * [`dense`]: feed-forward networks of any layers, on plain slices, for the labs;
//! * [`eigen`]: eigenvectors of small symmetric matrices;
//! * [`language`]: models of the next letter, on plain slices;
//! * [`quantise`]: networks in fewer bytes, answering in whole numbers;
//! * [`reading`]: a transformer that is only read, for looks inside, interventions and generation;
//! * [`transformer`]: a decoder-only transformer in burn, its tasks and what its heads look at.

pub mod activation;
#[cfg(feature = "bench")]
pub mod bench;
pub mod boundary;
pub mod classical;
pub mod convolution;
pub mod dense;
pub mod device;
pub mod eigen;
#[cfg(test)]
mod fixture;
mod fused;
pub mod hash;
pub mod history;
pub mod lane;
pub mod language;
pub mod optimiser;
pub mod quantise;
pub mod random;
pub mod reading;
pub mod recurrent;
mod rows;
pub mod schedule;
pub mod transformer;
