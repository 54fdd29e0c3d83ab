//! What is typed: the text, another text that must not be lost, the learner's own cases.

use protocol::python::OwnCase;
use serde::{Deserialize, Serialize};

/// The text as it is kept on the device.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// What the editor holds.
    pub text: String,
    /// Another text that must not be lost.
    pub kept: Option<Kept>,
    /// The learner's own cases.
    pub own: Vec<OwnCase>,
}

/// A text beside the editor's, offered until the visitor decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// What it says.
    pub text: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a kept text comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Typed in another tab.
    Tab,
    /// The editor, before it was reset.
    Reset,
}

/// Whether what was typed is on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing typed yet.
    Untouched,
    /// On its way.
    Pending,
    /// There.
    Saved,
    /// Could not be written.
    Failed,
}
