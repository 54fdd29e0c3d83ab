//! A report as text to keep: Markdown for people, JSON for programs.

use std::fmt::Write as _;

use figures::format::percent;

use super::report::{Report, RoundReport, TopicShare};
use super::words::{self, points};
use crate::calendar::iso;

impl Report {
    /// The report as Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut text = format!("# Mock loop, {}\n\n", iso(self.day));
        let (level, domain) = (words::level(self.seniority), words::domain(self.domain));
        let _ = writeln!(text, "{level} · {domain} · {}\n", points(self.total));
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
    let _ = writeln!(text, "{} · {}\n", points(round.score), words::time(round));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(escape("a*b_c [d](e) #"), "a\\*b\\_c \\[d\\](e) \\#");
    }
}
