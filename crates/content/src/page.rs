//! A page of prose: home, privacy, embed, and the reading that goes with a lab.

use serde::{Deserialize, Serialize};

/// Prose with a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Part of the address; `labs/decision-boundary` for a lab's reading.
    pub slug: String,
    /// For the tab and search engines.
    pub title: String,
    /// One sentence for search engines.
    pub description: String,
    /// Trusted HTML, made from Markdown at build time.
    pub body_html: String,
}
