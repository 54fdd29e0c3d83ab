//! `explain.md`: why it works and what it costs, then what an interviewer asks next, as questions
//! with their model answers, so that a page can show them one by one.

use std::path::Path;

use super::reader::Reader;
use crate::FollowUp;

/// The line after which the questions stand.
const HEADING: &str = "**What an interviewer asks next**";

/// The text before the questions (and after them), and the questions.
pub fn read(reader: &mut Reader, file: &Path) -> Option<(String, Vec<FollowUp>)> {
    let text = reader.text(file)?;
    let lines: Vec<&str> = text.lines().collect();
    let Some(heading) = lines.iter().position(|line| line.trim() == HEADING) else {
        let message = format!(
            "has no line {HEADING}: add it, and after it a list of `* *Question?* Its model answer.`"
        );
        reader.problem(file, None, message);
        return Some((reader.markdown(file, &text, 0), Vec::new()));
    };
    let (items, end) = items(&lines, heading + 1);
    if items.is_empty() {
        let message = "has no question after this line: write `* *Question?* Its model answer.`";
        reader.problem(file, Some(heading + 1), message);
    }
    let follow_ups = items.iter().filter_map(|item| follow_up(reader, file, item)).collect();
    let mut html = reader.markdown(file, &lines[..heading].join("\n"), 0);
    html += &reader.markdown(file, &lines[end..].join("\n"), end);
    Some((html, follow_ups))
}

/// An item of the list: lines before it in the file, and its text without bullet and indentation.
struct Item {
    lines_before: usize,
    text: String,
}

/// The list's items from `start` on, and the line where the list ends.
fn items(lines: &[&str], start: usize) -> (Vec<Item>, usize) {
    let mut items: Vec<Item> = Vec::new();
    let mut place = start;
    while let Some(line) = lines.get(place) {
        match (line.strip_prefix("* ").or(line.strip_prefix("- ")), items.last_mut()) {
            (Some(first), _) => items.push(Item { lines_before: place, text: first.to_owned() }),
            (None, Some(item)) if line.starts_with("  ") || line.trim().is_empty() => {
                item.text.push('\n');
                item.text.push_str(line.trim_start());
            }
            (None, None) if line.trim().is_empty() => {}
            _ => break,
        }
        place += 1;
    }
    (items, place)
}

fn follow_up(reader: &mut Reader, file: &Path, item: &Item) -> Option<FollowUp> {
    let parts = item.text.strip_prefix('*').and_then(|rest| rest.split_once('*'));
    let found =
        parts.filter(|(question, answer)| !question.trim().is_empty() && !answer.trim().is_empty());
    let Some((question, answer)) = found else {
        let message = "is no question with an answer: write `* *Question?* Its model answer.`";
        reader.problem(file, Some(item.lines_before + 1), message);
        return None;
    };
    Some(FollowUp {
        question_html: inline(&reader.markdown(file, question.trim(), item.lines_before)),
        answer_html: reader.markdown(file, answer.trim(), item.lines_before),
    })
}

/// A paragraph's inside, for places where no paragraph may stand.
fn inline(html: &str) -> String {
    let inside = html.trim().strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
    inside.unwrap_or(html).to_owned()
}
