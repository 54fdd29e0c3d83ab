//! What a run is doing, and what can happen to it.

use std::rc::Rc;

use protocol::attention::checkpoint::Opening;
use protocol::attention::look::{Changes, Part};
use protocol::attention::{Config, Order};
use protocol::trainer::Event;

use crate::attention::{fragment::Shared, view::View};

/// What the run is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The visitor's text is waited for.
    Wanting,
    /// A trained state is fetched that these settings lead to.
    Fetching,
    /// The worker is loaded, or builds the model.
    Preparing,
    /// Stands still.
    Paused,
    /// Trains until paused.
    Training,
    /// Trains to this step: a share link, or the way back after the worker was lost.
    Replaying(u64),
    /// The loss of every lane stopped being finite, the first at this step.
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
    /// The worker that reads a checkpoint said something.
    HeardOwn(Event),
    /// It died.
    OwnDied(String),
    /// Files of a checkpoint are handed to a worker.
    OpenOwn(Opening),
    /// The checkpoint is left, or no longer to be read.
    LeaveOwn,
    /// The trained state has come, or cannot be had.
    Fetched(Option<Vec<u8>>),
    /// The visitor chose other settings for the lane in focus.
    Configure(Config),
    /// Other lanes altogether.
    Compare(Vec<Config>),
    /// A copy of the lane in focus, to change.
    AddLane,
    /// This lane is no longer wanted.
    RemoveLane(usize),
    /// Another lane in focus.
    ShowLane(usize),
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
    /// A text of the visitor's to learn.
    Own(Rc<str>),
    /// Other text to look at.
    Type(String),
    /// Look at the weights of this step; otherwise at the present ones.
    LookBack(Option<u64>),
    /// Another head in focus.
    FocusHead(usize, usize),
    /// Another cell of the head in focus.
    FocusCell(usize, usize),
    /// Another view.
    ShowView(View),
    /// Another stage shown in numbers; nothing closes it.
    ShowStage(Option<Part>),
    /// Another cell of that stage: row and column.
    ShowCell(u32, u32),
    /// The model is read with these changes.
    Change(Changes),
    /// The latest change is taken back.
    UndoChange,
    /// Another step of the tour, from 0; nothing closes it.
    ShowTour(Option<u8>),
    /// The text is to be continued; the number is given by the state.
    Write(Order),
    /// No more tokens.
    StopWriting,
}
