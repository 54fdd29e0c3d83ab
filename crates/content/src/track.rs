//! Tracks: exercises in an order that leads somewhere. One small JSON file for the list of exercises.

use serde::{Deserialize, Serialize};

/// A way through the exercises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// Part of addresses: `four-weeks`.
    pub slug: String,
    /// Heading.
    pub title: String,
    /// Whom it is for and what it leads to, in a sentence.
    pub summary: String,
    /// Its stretches, in order.
    pub parts: Vec<Part>,
}

/// A stretch of a track: a week, a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Heading.
    pub title: String,
    /// Slugs of exercises, in order.
    pub exercises: Vec<String>,
}

impl Track {
    /// Every slug, in order.
    pub fn slugs(&self) -> impl Iterator<Item = &String> {
        self.parts.iter().flat_map(|part| &part.exercises)
    }
}
