//! `resume/drill.toml`: what is asked about a candidate's own project. Plain text throughout, since a
//! project's words are put into it on the page.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::reader::{Reader, line_of};
use crate::DrillQuestion;
use crate::drill::{PLACES, Stage};

/// Characters of a question, of what it probes, and of what is asked next.
const ASK: RangeInclusive<usize> = 20..=260;
const PROBES: RangeInclusive<usize> = 40..=320;
const FOLLOW_UP: RangeInclusive<usize> = 15..=200;
/// What is asked next, of each.
const FOLLOW_UPS: usize = 2;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    question: Vec<Spanned<DrillQuestion>>,
}

/// Reads and checks the questions, in the order of stages; no file, no questions.
pub fn read(reader: &mut Reader) -> Vec<DrillQuestion> {
    let file = Path::new("resume/drill.toml");
    if !reader.is_file(file) {
        return Vec::new();
    }
    let Some(text) = reader.text(file) else { return Vec::new() };
    let Some(parsed) = reader.parse_toml::<File>(file, &text, 0) else { return Vec::new() };
    let mut ids = BTreeSet::new();
    let mut questions = Vec::new();
    for question in parsed.question {
        let line = line_of(&text, question.span().start);
        let question = question.into_inner();
        reader.check_slug(file, &question.id);
        for message in problems(&question) {
            reader.problem(file, Some(line), format!("{}: {message}", question.id));
        }
        if !ids.insert(question.id.clone()) {
            reader.problem(file, Some(line), format!("there are two questions {:?}", question.id));
        }
        questions.push(question);
    }
    for stage in Stage::ALL {
        if !questions.iter().any(|it| it.stage == stage && it.needs.is_empty()) {
            let message = format!("{}: every project must be asked something", stage.title());
            reader.problem(file, None, message);
        }
    }
    questions.sort_by_key(|it| it.stage);
    questions
}

/// What is wrong with one.
fn problems(question: &DrillQuestion) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut measure = |field: &str, text: &str, fits: &RangeInclusive<usize>| {
        let length = text.chars().count();
        if !fits.contains(&length) {
            wrong.push(format!(
                "{field} has {length} characters: {} to {}",
                fits.start(),
                fits.end()
            ));
        }
        if text.contains('`') || text.contains('<') || text.contains("](") {
            wrong.push(format!("{field} is plain text: no Markdown, no HTML"));
        }
    };
    measure("ask", &question.ask, &ASK);
    measure("probes", &question.probes, &PROBES);
    for follow_up in &question.follow_ups {
        measure("follow_ups", follow_up, &FOLLOW_UP);
    }
    if question.follow_ups.len() != FOLLOW_UPS {
        wrong.push(format!("follow_ups: write {FOLLOW_UPS}"));
    }
    let is_place = |place: &str| {
        place.split_once('}').is_some_and(|(name, _)| PLACES.iter().any(|it| it.0 == name))
    };
    if !question.ask.split('{').skip(1).all(is_place) {
        wrong.push(format!("ask: between braces may stand {}", PLACES.map(|it| it.0).join(", ")));
    }
    let rest = question.follow_ups.iter().chain([&question.probes]);
    if rest.into_iter().any(|text| text.contains('{')) {
        wrong.push("only ask takes the project's words between braces".into());
    }
    wrong
}
