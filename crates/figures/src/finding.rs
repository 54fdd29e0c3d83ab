//! What a diagnosis says about a lane, each claim with its number.

use serde::{Deserialize, Serialize};

/// What sort of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FindingKind {
    /// Nothing is wrong.
    Healthy,
    /// Something to know, neither good nor bad.
    Note,
    /// The loss stopped being finite.
    Diverged,
    /// The loss swings instead of settling.
    Unstable,
    /// Gradients or weights grow from layer to layer or from step to step.
    Exploding,
    /// Gradients of early layers are a small part of those of late ones.
    Vanishing,
    /// Units that answer the same whatever comes in.
    Dead,
    /// Units of a layer that are copies of one another, and stay so.
    Symmetric,
    /// Units at the flat ends of their activation.
    Saturated,
    /// The training set itself is not learned.
    UnderFitting,
    /// The training set is learned, and the test set is not.
    OverFitting,
    /// The test result is too good: the answer is among the inputs.
    Leaking,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What sort.
    pub kind: FindingKind,
    /// A few words: `Gradients vanish`.
    pub title: String,
    /// What was seen, with its number, and which setting to change.
    pub text: String,
}

impl Finding {
    /// A finding of these words.
    #[must_use]
    pub fn new(kind: FindingKind, title: &str, text: impl Into<String>) -> Self {
        Self { kind, title: title.to_owned(), text: text.into() }
    }
}
