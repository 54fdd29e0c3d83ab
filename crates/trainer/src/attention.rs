//! Sessions of the attention page.

use protocol::attention as wire;
use protocol::trainer::Event;

use crate::session::{Going, Session};

/// A transformer in training.
pub struct AttentionSession {}

impl AttentionSession {
    /// Prepares data and weights.
    ///
    /// # Errors
    /// Which setting is out of its range.
    pub fn open(_config: wire::Config) -> Result<Self, String> {
        Err("The transformer is not in this build.".into())
    }
}

impl Session for AttentionSession {
    fn prepared(&self, run: u32) -> Event {
        Event::TextRefused { run, reason: String::new() }
    }
    fn advance(&mut self, _updates: u64) {}
    fn step(&self) -> u64 {
        0
    }
    fn has_diverged(&self) -> bool {
        true
    }
    fn rewind(&mut self) {}
    fn frame(&mut self, run: u32, _going: Going) -> Event {
        Event::TextRefused { run, reason: String::new() }
    }
    fn inspect(&mut self, _text: String) -> Result<(), String> {
        Ok(())
    }
}
