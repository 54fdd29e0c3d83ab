//! `questions/<slug>.md` to a [`Question`].

use std::path::Path;

use serde::Deserialize;

use super::card::read_next;
use super::head;
use super::reader::Reader;
use super::sections::{self, Section};
use super::study::{self, CriterionFile, Shared};
use crate::{Level, Question, QuestionKind};

/// The headings, in their order.
const SECTIONS: [&str; 4] = ["What is really asked", "A strong answer", "The trap", "Next"];

/// Fewest follow-ups and lines of the rubric.
const LEAST_FOLLOW_UPS: usize = 3;
const LEAST_CRITERIA: usize = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    question: String,
    summary: String,
    kind: QuestionKind,
    level: Level,
    topics: Vec<String>,
    minutes: u16,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    rubric: Vec<CriterionFile>,
}

/// `questions/`
pub fn read_all(reader: &mut Reader) -> Vec<Question> {
    let folder = Path::new("questions");
    let names = reader.names(folder);
    names.iter().filter_map(|name| read(reader, &folder.join(name))).collect()
}

/// One question; every problem of it is reported, whatever the first.
pub fn read(reader: &mut Reader, file: &Path) -> Option<Question> {
    let slug = study::slug_of(reader, file)?;
    let headed = head::read::<Head>(reader, file, "question, summary and the other fields")?;
    let (head, lines) = (headed.head, headed.lines);
    let shared = Shared {
        field: "question",
        title: &head.question,
        summary: &head.summary,
        topics: &head.topics,
        minutes: head.minutes,
    };
    study::check_shared(reader, file, &lines, &shared);
    let sources_html = study::sources(reader, file, &lines, &head.sources, false);
    let least = ("rubric", LEAST_CRITERIA);
    let rubric = study::rubric(reader, file, &lines, least, head.rubric);
    for (index, _) in rubric.iter().enumerate().filter(|(_, line)| line.part.is_some()) {
        let line = lines.of_field_in("rubric", index, "part");
        reader.problem(file, line, "part belongs to design cases: leave it out");
    }
    let before = headed.lines_before;
    let divided = sections::divide(&headed.body, before, 2);
    let [asked, strong, trap, next] = sections::expect(reader, file, divided, before, SECTIONS)?;
    let mut html = |section: &Section| {
        sections::refuse_headings(reader, file, &section.text, section.line);
        reader.markdown(file, &section.text, section.line)
    };
    let (asked_html, strong_html, trap_html) = (html(&asked), html(&strong), html(&trap));
    Some(Question {
        slug,
        question: head.question,
        summary: head.summary,
        kind: head.kind,
        level: head.level,
        topics: head.topics,
        minutes: head.minutes,
        asked_html,
        strong_html,
        trap_html,
        follow_ups: read_next(reader, file, &next, LEAST_FOLLOW_UPS),
        rubric,
        sources_html,
    })
}
