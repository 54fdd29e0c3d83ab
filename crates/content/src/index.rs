//! The list of everything there is: `dist/content/index.json`.

use serde::{Deserialize, Serialize};

use crate::{Domain, QuestionKind};

/// What sort of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A coding exercise.
    Exercise,
    /// A model that trains.
    Lab,
    /// The attention page.
    Attention,
    /// A theory card.
    Card,
    /// A system-design case.
    Design,
    /// A behavioural question.
    Behavioural,
}

/// How hard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Ten minutes, one idea.
    WarmUp,
    /// A phone screen.
    Core,
    /// An onsite round.
    Stretch,
}

/// One line of the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What sort.
    pub kind: Kind,
    /// Unique in its kind; part of the address.
    pub slug: String,
    /// Heading.
    pub title: String,
    /// One sentence for lists and search engines.
    pub summary: String,
    /// For finding and for the plan.
    pub topics: Vec<String>,
    /// How hard.
    pub level: Level,
    /// Time to plan for.
    pub minutes: u16,
    /// The field that a design case is from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<Domain>,
    /// What sort of behavioural question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<QuestionKind>,
    /// Address of the full item, relative to the site's root; hashed.
    pub path: String,
}
