//! A system-design case as the page reads it: a brief, nine parts, a rubric, calculators.

use serde::{Deserialize, Serialize};

use crate::{Criterion, Level, Preset, See};

/// A system-design case. Fields ending in `_html` are trusted HTML made at build time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Folder name and part of the address; unique among cards, cases and questions.
    pub slug: String,
    /// Heading.
    pub title: String,
    /// One sentence for lists and search engines.
    pub summary: String,
    /// How hard.
    pub level: Level,
    /// For finding and for the plan.
    pub topics: Vec<String>,
    /// Time to plan for.
    pub minutes: u16,
    /// The field that it is from.
    pub domain: Domain,
    /// What the interviewer says to open.
    pub brief_html: String,
    /// All nine, in their order.
    pub parts: Vec<PartText>,
    /// What an answer is scored by.
    pub rubric: Vec<Criterion>,
    /// Calculators with this case's numbers.
    pub calculators: Vec<Preset>,
    /// Where more of it can be seen.
    pub see: Vec<See>,
    /// What the facts were checked against: text within a line each.
    pub sources_html: Vec<String>,
}

/// One part of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartText {
    /// Which.
    pub part: CasePart,
    /// Questions that probe: text within a line each.
    pub prompts_html: Vec<String>,
    /// A model answer, opened afterwards.
    pub answer_html: String,
    /// What goes wrong, and how it would show: text within a line each.
    pub fails_html: Vec<String>,
}

/// The parts of a case, in the order in which they are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CasePart {
    /// What is asked, and what is asked back.
    Requirements,
    /// Where it comes from, how it is cleaned and labelled.
    Data,
    /// Features and embeddings.
    Features,
    /// Which, and why not the others.
    Model,
    /// How it is trained.
    Training,
    /// Offline and online.
    Evaluation,
    /// How it runs.
    Serving,
    /// Drift and retraining.
    Monitoring,
    /// What binds: latency, memory, energy, privacy.
    Limits,
}

impl CasePart {
    /// All, in their order.
    pub const ALL: [Self; 9] = [
        Self::Requirements,
        Self::Data,
        Self::Features,
        Self::Model,
        Self::Training,
        Self::Evaluation,
        Self::Serving,
        Self::Monitoring,
        Self::Limits,
    ];

    /// As headings have it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Requirements => "Requirements",
            Self::Data => "Data",
            Self::Features => "Features",
            Self::Model => "Model",
            Self::Training => "Training",
            Self::Evaluation => "Evaluation",
            Self::Serving => "Serving",
            Self::Monitoring => "Monitoring",
            Self::Limits => "Limits",
        }
    }
}

/// The field that a case is from; a candidate chooses one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Domain {
    /// Text and speech as text.
    Language,
    /// Pictures and video.
    Vision,
    /// Sound.
    Audio,
    /// Series from sensors on the body.
    Health,
    /// What to offer to whom.
    Recommendation,
    /// What models run on, and what watches them.
    Infrastructure,
}

impl Domain {
    /// All, in the order of lists.
    pub const ALL: [Self; 6] = [
        Self::Language,
        Self::Vision,
        Self::Audio,
        Self::Health,
        Self::Recommendation,
        Self::Infrastructure,
    ];
}
