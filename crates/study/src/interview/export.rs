//! A report as text to keep: Markdown for people, JSON for programs.

use std::fmt::Write as _;

use content::{Domain, Seniority};
use figures::format::{percent, plural};

use super::report::{Report, RoundReport, TopicShare};
use crate::Day;
use crate::rubric::Score;

impl Report {
    /// The report as Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut text = format!("# Mock loop, {}\n\n", date(self.day));
        let level = match self.seniority {
            Seniority::Junior => "Junior or mid",
            Seniority::Senior => "Senior or staff",
        };
        let _ =
            writeln!(text, "{level}. Domain: {}. {}.\n", domain(self.domain), points(self.total));
        for round in &self.rounds {
            add_round(&mut text, round);
        }
        add_topics(&mut text, "Strengths", &self.strengths);
        add_topics(&mut text, "Weak spots", &self.weak);
        if !self.next.is_empty() {
            text.push_str("## Next\n\n");
            for next in &self.next {
                let _ = writeln!(text, "* {}, for {}", escape(&next.title), escape(&next.topic));
            }
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }

    /// The report as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Plain structs, lists and finite numbers: there is nothing that JSON cannot hold.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

fn add_round(text: &mut String, round: &RoundReport) {
    let _ = writeln!(text, "## {}\n", round.round.title());
    let (minutes, seconds) = (round.used_seconds / 60, round.used_seconds % 60);
    let _ = write!(
        text,
        "{}; {minutes}:{seconds:02} of {} minutes",
        points(round.score),
        round.minutes
    );
    if round.is_time_up {
        text.push_str(", time up");
    }
    if round.pauses > 0 {
        let _ = write!(text, ", {}", plural(round.pauses as usize, "pause"));
    }
    text.push_str(".\n\n");
    for task in &round.tasks {
        let score = task.score.map_or_else(|| "not scored".to_owned(), points);
        let _ = writeln!(text, "* **{}**: {score}", escape(&task.title));
        for missed in &task.missed {
            let _ = writeln!(text, "  * missing: {}", escape(missed));
        }
        for line in task.answer.trim().lines() {
            let _ = writeln!(text, "  > {}", escape(line));
        }
    }
    text.push('\n');
    if !round.notes.trim().is_empty() {
        for line in round.notes.trim().lines() {
            let _ = writeln!(text, "> {}", escape(line));
        }
        text.push('\n');
    }
}

fn add_topics(text: &mut String, heading: &str, topics: &[TopicShare]) {
    if topics.is_empty() {
        return;
    }
    let _ = writeln!(text, "## {heading}\n");
    for topic in topics {
        let _ = writeln!(text, "* {}: {}", escape(&topic.topic), percent(topic.share));
    }
    text.push('\n');
}

fn points(score: Score) -> String {
    if score.possible == 0 {
        return "No points yet".into();
    }
    let extra =
        if score.extra > 0 { format!(", {} beyond the level", score.extra) } else { String::new() };
    format!("{} of {}{extra}", score.points, plural(score.possible as usize, "point"))
}

fn domain(domain: Domain) -> &'static str {
    match domain {
        Domain::Language => "language",
        Domain::Vision => "vision",
        Domain::Audio => "audio",
        Domain::Health => "health",
        Domain::Recommendation => "recommendation",
        Domain::Infrastructure => "infrastructure",
    }
}

/// What would be read as Markdown is not.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if "\\`*_[]<>#|".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// `2026-01-05`, by the proleptic Gregorian calendar (Hinnant, *chrono-Compatible Low-Level Date
/// Algorithms*, 2013, `civil_from_days`).
fn date(day: Day) -> String {
    let shifted = i64::from(day) + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_follow_the_calendar() {
        let check = |day, expect: &str| assert_eq!(date(day), expect);
        check(0, "1970-01-01");
        check(-1, "1969-12-31");
        check(11_016, "2000-02-29");
        check(20_458, "2026-01-05");
        check(20_512, "2026-02-28");
        check(20_513, "2026-03-01");
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(escape("a*b_c [d](e) #"), "a\\*b\\_c \\[d\\](e) \\#");
    }
}
