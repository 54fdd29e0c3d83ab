//! The mock loop as a state machine.

mod round;

pub use round::{Round, domain_topics};
