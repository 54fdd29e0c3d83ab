//! `cards/<slug>.md` to a [`Card`].

use std::path::Path;

use serde::Deserialize;

use super::check::{self, CheckFile};
use super::explain::follow_ups;
use super::head;
use super::lists::{self, pair};
use super::reader::Reader;
use super::sections::{self, Section};
use super::study::{self, Shared};
use super::words;
use crate::card::{Step, WeakAnswer};
use crate::{Card, FollowUp, Level};

/// The headings, in their order.
const SECTIONS: [&str; 4] = ["Say it", "Show it", "A weak answer", "Next"];

/// Fewest steps and follow-ups.
const LEAST_STEPS: usize = 2;
const LEAST_FOLLOW_UPS: usize = 2;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    question: String,
    summary: String,
    level: Level,
    topics: Vec<String>,
    minutes: u16,
    #[serde(default)]
    see: Vec<String>,
    #[serde(default)]
    sources: Vec<String>,
    check: Option<CheckFile>,
}

/// `cards/`
pub fn read_all(reader: &mut Reader) -> Vec<Card> {
    let folder = Path::new("cards");
    let names = reader.names(folder);
    names.iter().filter_map(|name| read(reader, &folder.join(name))).collect()
}

/// One card; every problem of it is reported, whatever the first.
pub fn read(reader: &mut Reader, file: &Path) -> Option<Card> {
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
    let see = study::see(reader, file, &lines, &head.see);
    let sources_html = study::sources(reader, file, &lines, &head.sources, true);
    let has_check = head.check.is_some();
    let check = head.check.and_then(|check| check::read(reader, file, &lines, check));

    let before = headed.lines_before;
    let divided = sections::divide(&headed.body, before, 2);
    let [say, show, weak, next] = sections::expect(reader, file, divided, before, SECTIONS)?;
    words::check(reader, file, say.line, ("what is said", &say.text), 60..=120);
    sections::refuse_headings(reader, file, &say.text, say.line);
    let say_html = reader.markdown(file, &say.text, say.line);
    let (show_html, steps) = read_steps(reader, file, &show);
    Some(Card {
        slug,
        question: head.question,
        summary: head.summary,
        level: head.level,
        topics: head.topics,
        minutes: head.minutes,
        say_html,
        show_html,
        steps,
        weak: read_weak(reader, file, &weak),
        follow_ups: read_next(reader, file, &next, LEAST_FOLLOW_UPS),
        // A check that cannot be read is a problem already.
        check: if has_check { Some(check?) } else { None },
        see,
        sources_html,
    })
}

fn read_steps(reader: &mut Reader, file: &Path, show: &Section) -> (String, Vec<Step>) {
    let divided = sections::divide(&show.text, show.line, 3);
    if divided.sections.len() < LEAST_STEPS {
        let message = format!(
            "{} steps: write at least {LEAST_STEPS}, each a ### heading that asks and what answers it",
            divided.sections.len()
        );
        reader.problem(file, Some(show.line), message);
    }
    sections::refuse_headings(reader, file, &divided.before, show.line);
    let before = reader.markdown(file, &divided.before, show.line);
    let mut steps = Vec::new();
    for step in &divided.sections {
        if step.text.trim().is_empty() {
            reader.problem(file, Some(step.line), "nothing answers this step: write it");
        }
        sections::refuse_headings(reader, file, &step.text, step.line);
        steps.push(Step {
            heading_html: reader.inline(file, &step.title, step.line),
            body_html: reader.markdown(file, &step.text, step.line),
        });
    }
    (before, steps)
}

fn read_weak(reader: &mut Reader, file: &Path, section: &Section) -> Vec<WeakAnswer> {
    let items = lists::whole(reader, file, &section.text, section.line);
    if items.is_empty() {
        let message = "no weak answer: write `* *\"What is said.\"* Why it does not carry.`";
        reader.problem(file, Some(section.line), message);
    }
    let mut answers = Vec::new();
    for item in &items {
        let Some((claim, reason)) = pair(&item.text) else {
            let message = "is no answer with its reason: write `* *\"What is said.\"* Why not.`";
            reader.problem(file, Some(item.lines_before + 1), message);
            continue;
        };
        answers.push(WeakAnswer {
            claim_html: reader.inline(file, claim, item.lines_before + 1),
            reason_html: reader.markdown(file, reason, item.lines_before),
        });
    }
    answers
}

/// The follow-ups of a section, at least so many.
pub fn read_next(
    reader: &mut Reader,
    file: &Path,
    section: &Section,
    least: usize,
) -> Vec<FollowUp> {
    let found = follow_ups(reader, file, &section.text, section.line);
    if found.len() < least {
        let message = format!(
            "{} follow-ups: write at least {least}, each `* *Question?* Its answer.`",
            found.len()
        );
        reader.problem(file, Some(section.line), message);
    }
    found
}
