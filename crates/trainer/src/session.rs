//! What a session is to the worker, whichever model it trains or reads.

use figures::Settings;
use protocol::attention::checkpoint::{Progress, Refusal};
use protocol::attention::{Look, Order, Written};
use protocol::lab::Language;
use protocol::trainer::{Config, Event};

use crate::source::Source;

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

    /// Looks inside like this from now on.
    ///
    /// # Errors
    /// Why the text cannot be read, in words for the visitor.
    fn look(&mut self, _look: Look) -> Result<(), String> {
        Err("This model reads numbers, not text.".into())
    }

    /// Continues a text; an order of no tokens ends the one before.
    ///
    /// # Errors
    /// Why the text cannot be continued, in words for the visitor.
    fn write(&mut self, _order: Order) -> Result<(), String> {
        Err("This model writes no text.".into())
    }

    /// One more token of the text that is continued, if there is one.
    fn write_on(&mut self) -> Option<Written> {
        None
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

/// Milliseconds that pass.
pub type Clock = Box<dyn Fn() -> f64>;

/// What becomes of a configuration.
pub enum Opened {
    /// The session is there.
    Ready(Box<dyn Session>),
    /// It takes more than one turn.
    Underway(Box<dyn Opening>),
}

impl Opened {
    /// A session that is there.
    pub fn ready(session: impl Session + 'static) -> Self {
        Self::Ready(Box::new(session))
    }
}

/// A session on its way. Dropping it gives back what it holds.
pub trait Opening {
    /// One more piece of the way, short enough to listen to messages afterwards.
    ///
    /// # Errors
    /// Why there will be no session.
    fn go_on(self: Box<Self>) -> Result<Opened, Refusal>;

    /// How far it is.
    fn progress(&self) -> Progress;
}

/// Opens what a program can open, from files that came with the request; lanes are timed by the
/// clock. Otherwise what is wrong with the configuration, in words for the visitor.
pub type Open = fn(Config, Vec<Box<dyn Source>>, Clock) -> Result<Opened, String>;
