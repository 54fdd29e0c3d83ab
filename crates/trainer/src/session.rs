//! What a training session is to the worker, whichever model it trains.

use figures::Settings;
use protocol::lab::Language;
use protocol::trainer::{Config, Event};

use crate::attention::AttentionSession;
use crate::boundary::BoundarySession;
use crate::lab::LabSession;

/// A model in training.
pub trait Session {
    /// The event that answers `Configure`.
    fn prepared(&self, run: u32) -> Event;

    /// Makes up to `updates` updates; fewer only when the run ends.
    fn advance(&mut self, updates: u64);

    /// Updates so far.
    fn step(&self) -> u64;

    /// Whether no further update is possible: it has diverged, or nothing would change any more.
    fn has_ended(&self) -> bool;

    /// Back to the initialisation.
    fn rewind(&mut self);

    /// The event with everything there is to paint at this step.
    fn frame(&mut self, run: u32, going: Going) -> Event;

    /// Looks at this text from now on.
    ///
    /// # Errors
    /// Why the text cannot be read, in words for the visitor.
    fn inspect(&mut self, _text: String) -> Result<(), String> {
        Err("This model reads numbers, not text.".into())
    }

    /// Takes over settings that change what is looked at and not what is learned, a set a lane.
    fn adjust(&mut self, _lanes: Vec<Settings>) {}

    /// A lane as a program.
    fn program(&self, _lane: usize, _language: Language) -> Option<String> {
        None
    }
}

/// How the run goes at the moment of a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Going {
    /// Whether it goes on training.
    pub running: bool,
    /// Updates a second; 0 when paused.
    pub updates_per_second: f32,
}

/// A session for a configuration; `now_ms` is the clock that lanes are timed by.
///
/// # Errors
/// What is wrong with the configuration, in words for the visitor.
pub fn open(config: Config, now_ms: Box<dyn Fn() -> f64>) -> Result<Box<dyn Session>, String> {
    Ok(match config {
        Config::Boundary(config) => Box::new(BoundarySession::open(config)?),
        Config::Attention(config) => Box::new(AttentionSession::open(config)?),
        Config::Lab(config) => Box::new(LabSession::open(config, now_ms)?),
    })
}
