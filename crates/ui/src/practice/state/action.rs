//! What can happen in the room.

use protocol::python::Event;

use super::{
    super::{interview, own, parsons},
    Draft,
};
use crate::worker::python::PythonStatus;

/// What can happen in the room.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The visitor typed.
    Type(String),
    /// The text on the device: `true` when it is there.
    Kept(bool),
    /// Another tab wrote a text, or its own cases.
    TypedElsewhere(Draft),
    /// The learner's own cases change.
    Own(own::Edit),
    /// Back to the starter; the text is kept.
    Reset,
    /// The kept text replaces the editor's.
    TakeKept,
    /// The kept text is dropped.
    DropKept,
    /// Run what is in the editor.
    Run,
    /// End the run.
    Stop,
    /// How the engine is.
    Engine(PythonStatus),
    /// What the worker says.
    Hear(Box<Event>),
    /// Show a case's details.
    Select(usize),
    /// Take the next hint.
    Hint,
    /// The reference's lines are put in order.
    Parsons(parsons::Edit),
    /// The lines as they stand become the text; the text is kept.
    TakeLines,
    /// The notes now say this.
    Note(String),
    /// Something happens in an interview.
    Interview(interview::Step),
}

/// An action and the time at which it happens, in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq)]
pub struct At(pub f64, pub Action);
