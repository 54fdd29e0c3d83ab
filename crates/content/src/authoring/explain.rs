//! `explain.md`: why it works and what it costs, then what an interviewer asks next, as questions
//! with their model answers, so that a page can show them one by one.

use std::path::Path;

use super::lists::{self, Item, items, pair};
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

fn follow_up(reader: &mut Reader, file: &Path, item: &Item) -> Option<FollowUp> {
    let Some((question, answer)) = pair(&item.text) else {
        let message = "is no question with an answer: write `* *Question?* Its model answer.`";
        reader.problem(file, Some(item.lines_before + 1), message);
        return None;
    };
    Some(FollowUp {
        question_html: reader.inline(file, question, item.lines_before + 1),
        answer_html: reader.markdown(file, answer, item.lines_before),
    })
}

/// The follow-ups of a section that holds nothing else.
pub fn follow_ups(
    reader: &mut Reader,
    file: &Path,
    text: &str,
    lines_before: usize,
) -> Vec<FollowUp> {
    let items = lists::whole(reader, file, text, lines_before);
    items.iter().filter_map(|item| follow_up(reader, file, item)).collect()
}
