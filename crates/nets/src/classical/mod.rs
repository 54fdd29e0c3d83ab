//! Models from before networks, exact and small: what a lab fits hundreds of times a second.
//!
//! A more complex polynomial, neighbour average or tree contains the simpler ones, so each of them is
//! fitted once and answers for every complexity up to its own.

pub mod boosting;
pub mod logistic;
pub mod neighbours;
#[cfg(test)]
mod oracle_tests;
pub mod polynomial;
pub mod ranking;
pub mod tree;
