//! Convolution and pooling as layers of the dense stack, with gradients derived by hand.
//!
//! A picture is a list of units: channel by channel, row by row, a row of lanes each (the batch is
//! the inner array, as everywhere in [`dense`](crate::dense)). So a layer that weighs neighbours is a
//! few multiply-adds on whole rows of lanes, and every other layer of the stack fits around it.

mod convolve;
mod gradient;
#[cfg(test)]
mod oracle_tests;
mod pool;
mod window;

pub use convolve::Convolution;
pub use pool::{Pool, Pooling};
pub use window::{Maps, Window};
