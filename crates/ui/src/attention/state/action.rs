//! What a run is doing, and what can happen to it.

use protocol::{attention::Config, trainer::Event};

use crate::attention::fragment::Shared;

/// What the run is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The worker is loaded, or builds the model.
    Preparing,
    /// Stands still.
    Paused,
    /// Trains until paused.
    Training,
    /// Trains to this step: a share link, or the way back after the worker was lost.
    Replaying(u64),
    /// The loss stopped being finite at this step.
    Diverged(u64),
    /// The worker is gone and was not started again.
    Lost(String),
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The worker said something.
    Heard(Event),
    /// The worker died.
    Died(String),
    /// The visitor chose other settings.
    Configure(Config),
    /// Another fragment was opened in the address bar; with the names of the unusable fields.
    Open(Shared, Vec<String>),
    /// Train until paused.
    Train,
    /// Stand still.
    Pause,
    /// One update.
    StepOnce,
    /// Back to the initialisation.
    Rewind,
    /// Start the worker again after it was lost, and train to where it was.
    Recover,
    /// Other text to look at.
    Type(String),
    /// Another head in focus.
    FocusHead(usize, usize),
    /// Another cell in focus.
    FocusCell(usize, usize),
}
