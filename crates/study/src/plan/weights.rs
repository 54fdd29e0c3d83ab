//! What counts how much for whom, and how long a review takes.

use content::{Kind, Level, Seniority};

use super::Entry;

/// The share of the time for new items that each kind gets. A junior loop decides on coding and
/// fundamentals, a senior one on design and leadership; nothing gets nothing. The numbers are ours.
pub fn share(kind: Kind, seniority: Seniority) -> f32 {
    match (seniority, kind) {
        (Seniority::Junior, Kind::Exercise) => 0.42,
        (Seniority::Junior, Kind::Card) => 0.22,
        (Seniority::Junior, Kind::Design) => 0.14,
        (Seniority::Junior, Kind::Behavioural) => 0.10,
        (Seniority::Senior, Kind::Design) => 0.32,
        (Seniority::Senior, Kind::Card) => 0.22,
        (Seniority::Senior, Kind::Exercise | Kind::Behavioural) => 0.17,
        (_, Kind::Lab) => 0.10,
        (_, Kind::Attention) => 0.02,
    }
}

/// What an item's level is worth: a junior begins with what warms up, a senior need not.
pub fn level(level: Level, seniority: Seniority) -> f32 {
    match (seniority, level) {
        (_, Level::Core) => 1.0,
        (Seniority::Junior, Level::WarmUp) | (Seniority::Senior, Level::Stretch) => 1.1,
        (Seniority::Junior, Level::Stretch) | (Seniority::Senior, Level::WarmUp) => 0.8,
    }
}

/// How long an item takes: in full at first.
pub fn minutes(entry: &Entry) -> u16 {
    match entry.memory {
        Some(_) => review_minutes(entry.item.kind, entry.minutes),
        None => entry.minutes.max(1),
    }
}

/// How long a review takes of what took `minutes` the first time. Of an exercise or a lab, written or
/// set up before, half; of a case, of which the outline is said again, a third.
#[must_use]
pub fn review_minutes(kind: Kind, minutes: u16) -> u16 {
    let parts = match kind {
        Kind::Exercise | Kind::Lab | Kind::Attention => 2,
        Kind::Design => 3,
        Kind::Card | Kind::Behavioural => 1,
    };
    minutes.div_ceil(parts).max(1)
}
