//! Whether what was kept can be what this site wrote. Records come back from files that anybody may
//! have written: numbers stay within bounds, texts within lengths, names within what an address holds.

use super::report::{Report, RoundReport, TaskReport};
use super::session::{MOST_TEXT, Marked, RoundRun, Session, Stage, Task};
use crate::ItemRef;
use crate::rubric::Score;

/// Items of one round at most, and lines of one item's rubric.
const MOST_ITEMS: usize = 20;
const MOST_LINES: usize = 200;
/// Characters of a title, a topic, a criterion.
const MOST_LINE: usize = 2_000;
/// Rounds of one loop.
const MOST_ROUNDS: usize = 12;
/// Points of a whole loop.
const MOST_POINTS: u32 = 100_000;

/// Whether a session can be gone on with.
pub fn is_sound(session: &Session) -> bool {
    let Some(round) = session.round() else { return false };
    let length_ms = u64::from(round.minutes) * 60_000;
    let is_clock_sound = match session.stage {
        Stage::Running { deadline_ms, seen_ms } => deadline_ms.saturating_sub(seen_ms) <= length_ms,
        Stage::Paused { left_ms } => left_ms <= length_ms,
        Stage::Ready | Stage::Scoring | Stage::Finished => true,
    };
    let lengths = session.setup.rounds.iter().map(|it| (it.round, it.minutes));
    is_clock_sound
        && session.setup.check().is_ok()
        && session.rounds.iter().map(|it| (it.round, it.minutes)).eq(lengths)
        && session.rounds.iter().all(is_round_sound)
}

/// Whether a report can be shown.
pub fn is_report_sound(report: &Report) -> bool {
    let topics = || report.strengths.iter().chain(&report.weak);
    report.rounds.len() <= MOST_ROUNDS
        && report.rounds.iter().all(is_round_report_sound)
        && is_score_sound(report.total)
        && topics().count() <= MOST_LINES
        && topics().all(|it| is_line(&it.topic) && (0.0..=1.0).contains(&it.share))
        && report.next.len() <= MOST_ITEMS
        && report
            .next
            .iter()
            .all(|it| is_address(&it.item) && is_line(&it.title) && is_line(&it.topic))
}

fn is_round_sound(round: &RoundRun) -> bool {
    is_text(&round.notes)
        && round.tasks.len() <= MOST_ITEMS
        && round.tasks.iter().all(is_task_sound)
        && round.used_ms <= u64::from(round.minutes) * 60_000
}

fn is_task_sound(task: &Task) -> bool {
    is_address(&task.item)
        && is_line(&task.title)
        && task.topics.len() <= MOST_ITEMS
        && task.topics.iter().all(|it| is_line(it))
        && is_text(&task.answer)
        && task.marked.as_ref().is_none_or(is_marked_sound)
}

fn is_marked_sound(marked: &Marked) -> bool {
    is_score_sound(marked.score)
        && marked.met.len() <= MOST_LINES
        && marked.missed.len() <= MOST_LINES
        && marked.missed.iter().all(|it| is_line(it))
}

fn is_round_report_sound(round: &RoundReport) -> bool {
    is_text(&round.notes)
        && is_score_sound(round.score)
        && round.tasks.len() <= MOST_ITEMS
        && round.tasks.iter().all(is_task_report_sound)
}

fn is_task_report_sound(task: &TaskReport) -> bool {
    is_address(&task.item)
        && is_line(&task.title)
        && is_text(&task.answer)
        && task.score.is_none_or(is_score_sound)
        && task.missed.len() <= MOST_LINES
        && task.missed.iter().all(|it| is_line(it))
}

fn is_score_sound(score: Score) -> bool {
    score.points <= score.possible && score.possible <= MOST_POINTS && score.extra <= MOST_POINTS
}

fn is_line(text: &str) -> bool {
    text.len() <= 4 * MOST_LINE
}

fn is_text(text: &str) -> bool {
    text.chars().count() <= MOST_TEXT
}

/// Whether the slug is one that an item can have: small letters, digits and hyphens.
pub fn is_address(item: &ItemRef) -> bool {
    let fits = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
    (1..=100).contains(&item.slug.len()) && item.slug.bytes().all(fits)
}
