//! What an interviewer asks about a project of the candidate's own: drill-down questions in the order
//! in which they deepen, chosen by what the project has.

use serde::{Deserialize, Serialize};

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrillQuestion {
    /// Short and unique: answers are kept by it.
    pub id: String,
    /// How deep the conversation is by then.
    pub stage: Stage,
    /// What a project must have to be asked this; nothing: every project is.
    #[serde(default)]
    pub needs: Vec<Has>,
    /// As it is asked: plain text, in which [`PLACES`] between braces stand for the project's words.
    pub ask: String,
    /// What it probes: plain text.
    pub probes: String,
    /// What is asked next: plain text, two of them.
    pub follow_ups: Vec<String>,
}

/// Names that may stand between braces in a question, with general words for a project that has none
/// of its own.
pub const PLACES: [(&str, &str); 5] = [
    ("name", "this project"),
    ("metric", "your metric"),
    ("before", "the number before"),
    ("after", "the number after"),
    ("stack", "what you built it with"),
];

/// A question with words at its places. What is put there is never read as a place again.
pub fn fill(ask: &str, words: impl Fn(&str, &str) -> String) -> String {
    let mut pieces = ask.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (place, rest) = piece.split_once('}').unwrap_or(("", piece));
        let known = PLACES.into_iter().find(|(name, _)| *name == place);
        filled += &known.map(|(name, general)| words(name, general)).unwrap_or_default();
        filled += rest;
    }
    filled
}

/// A question in general words.
#[must_use]
pub fn general(ask: &str) -> String {
    fill(ask, |_, general| general.to_owned())
}

/// The stages of the conversation, from its opening on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// What it was for, and how success was measured.
    Goal,
    /// What was there before.
    Baseline,
    /// Where the data came from.
    Data,
    /// What was chosen, and against what.
    Model,
    /// How it is known that it works.
    Evaluation,
    /// What it costs to run.
    Serving,
    /// What broke.
    Failure,
    /// What the candidate did, and what the team did.
    OwnPart,
    /// What would be done otherwise.
    Change,
    /// Who could be harmed, and what was kept private.
    Ethics,
}

impl Stage {
    /// All of them, in their order.
    pub const ALL: [Self; 10] = [
        Self::Goal,
        Self::Baseline,
        Self::Data,
        Self::Model,
        Self::Evaluation,
        Self::Serving,
        Self::Failure,
        Self::OwnPart,
        Self::Change,
        Self::Ethics,
    ];

    /// As a heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Goal => "Goal and metric",
            Self::Baseline => "Baseline",
            Self::Data => "Data",
            Self::Model => "Model and alternatives",
            Self::Evaluation => "Evaluation",
            Self::Serving => "Serving, latency and memory",
            Self::Failure => "Failure",
            Self::OwnPart => "Your own part",
            Self::Change => "What you would change",
            Self::Ethics => "Ethics and privacy",
        }
    }
}

/// What a project has: each opens questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Has {
    /// A model was trained.
    Trained,
    /// Data were collected, labelled or cleaned.
    Data,
    /// It ran in production.
    Production,
    /// It ran on a device.
    Device,
    /// People were led.
    Led,
    /// There was an experiment.
    Experiment,
    /// It was built on a language model.
    Language,
    /// It touched what people do or say.
    Personal,
}

impl Has {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::Trained,
        Self::Data,
        Self::Language,
        Self::Production,
        Self::Device,
        Self::Experiment,
        Self::Led,
        Self::Personal,
    ];

    /// As beside its tick.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Trained => "I trained a model",
            Self::Data => "I owned data: collected, labelled or cleaned",
            Self::Production => "It ran in production",
            Self::Device => "It ran on a device",
            Self::Led => "I led people",
            Self::Experiment => "It had an A/B test or another experiment",
            Self::Language => "It was built on a large language model",
            Self::Personal => "It used data about people",
        }
    }
}
