//! What a visitor takes away: the lane as a program in PyTorch or burn that makes the same run, with
//! the same rows, first weights, batches and random numbers, and prints what it came to.
//!
//! [`dense`] writes the program of anything that a [`Training`](nets::dense::Training) describes. A
//! lab of another kind puts its own together from the pieces in [`python`] and [`rust`].
//!
//! A program's last line of output is the name of the lab's first measure and its value, as
//! `loss 0.0123456`. `crates/labs/examples/programs.rs` writes the programs of all labs, and the tests
//! run them.

pub mod dense;
mod factor;
mod literal;
pub mod python;
pub mod rust;
#[cfg(test)]
mod tests;

pub use dense::{Beside, Dense, dense, dense_beside, dense_on_first, dense_on_held_out};
