//! The room's words for reports; those that what is taken away has, too, are in `study`.

use figures::format::plural;
use study::interview::Report;
pub use study::interview::words::{domain, level, points, time};

use super::reports::date;

/// What each score of one's own judgement means, from 0.
pub const JUDGEMENTS: [&str; 5] = [
    "Nothing that would carry",
    "Fragments",
    "Half of it",
    "Solid, with slips or help",
    "I would hire for this",
];

/// The heading of a report.
pub fn title(report: &Report) -> String {
    match report.rounds.as_slice() {
        [round] => format!("{}, {}", round.round.title(), date(report)),
        _ => format!("Mock loop, {}", date(report)),
    }
}

/// What sort of loop it was: `5 rounds · Junior or mid · Audio`.
pub fn about(report: &Report) -> String {
    let rounds = plural(report.rounds.len(), "round");
    format!("{rounds} · {} · {}", level(report.seniority), domain(report.domain))
}

/// A report in a line.
pub fn summary(report: &Report) -> String {
    format!("{} · {}", about(report), points(report.total))
}
