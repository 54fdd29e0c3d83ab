//! What is written next: one token drawn or chosen after the other, or the most probable sequence.

mod beams;
mod candidates;

pub use beams::{Beam, Beams};
pub use candidates::{Candidate, Choice, candidates, choose};
