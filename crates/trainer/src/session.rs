//! What a training session is to the worker, whichever model it trains.

use protocol::trainer::{Config, Event};

use crate::attention::AttentionSession;
use crate::boundary::BoundarySession;

/// A model in training.
pub trait Session {
    /// The event that answers `Configure`.
    fn prepared(&self, run: u32) -> Event;

    /// Makes up to `updates` updates; fewer only when the run diverges.
    fn advance(&mut self, updates: u64);

    /// Updates so far.
    fn step(&self) -> u64;

    /// Whether no further update is possible.
    fn has_diverged(&self) -> bool;

    /// Back to the initialisation.
    fn rewind(&mut self);

    /// The event with everything there is to paint at this step.
    fn frame(&mut self, run: u32, going: Going) -> Event;

    /// Looks at this text from now on.
    ///
    /// # Errors
    /// Why the text cannot be read, in words for the visitor.
    fn inspect(&mut self, text: String) -> Result<(), String>;
}

/// How the run goes at the moment of a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Going {
    /// Whether it goes on training.
    pub running: bool,
    /// Updates a second; 0 when paused.
    pub updates_per_second: f32,
}

/// A session for a configuration.
///
/// # Errors
/// What is wrong with the configuration, in words for the visitor.
pub fn open(config: Config) -> Result<Box<dyn Session>, String> {
    Ok(match config {
        Config::Boundary(config) => Box::new(BoundarySession::open(config)?),
        Config::Attention(config) => Box::new(AttentionSession::open(config)?),
    })
}
