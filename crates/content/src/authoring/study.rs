//! What cards, cases and questions have in common: their heads, their sources, their rubrics.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::head::Lines;
use super::reader::{Link, Reader};
use crate::{CasePart, Criterion, See, Seniority};

/// Most characters of a question and of a summary.
const LONGEST: usize = 140;

/// Fields that every item of the study room has, beside its heading's name.
pub struct Shared<'a> {
    /// `question` or `title`.
    pub field: &'static str,
    /// Its text.
    pub title: &'a str,
    /// One sentence.
    pub summary: &'a str,
    /// Of `topics.toml`.
    pub topics: &'a [String],
    /// Time to plan for.
    pub minutes: u16,
}

/// Checks the fields that every item of the study room has.
pub fn check_shared(reader: &mut Reader, file: &Path, lines: &Lines, shared: &Shared<'_>) {
    for (field, text) in [(shared.field, shared.title), ("summary", shared.summary)] {
        let length = text.chars().count();
        let line = lines.of_field(field);
        if text.trim().is_empty() {
            reader.problem(file, line, format!("{field} is empty: write it"));
        } else if length > LONGEST {
            let message = format!("{field} has {length} characters: {LONGEST} at most");
            reader.problem(file, line, message);
        }
    }
    if is_same(shared.title, shared.summary) {
        let message = format!("summary says the {} again: say what the answer is", shared.field);
        reader.problem(file, lines.of_field("summary"), message);
    }
    reader.check_topics(file, lines.of_field("topics"), shared.topics);
    reader.check_minutes(file, lines.of_field("minutes"), shared.minutes);
}

fn is_same(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
    };
    !one.is_empty() && letters(one) == letters(other)
}

/// Links of `see`: to an item of the site, each once. Titles come when everything is read.
pub fn see(reader: &mut Reader, file: &Path, lines: &Lines, targets: &[String]) -> Vec<See> {
    const ROOMS: [&str; 4] = ["/practice/", "/labs/", "/study/", "/attention/"];
    let line = lines.of_field("see");
    let mut found: Vec<See> = Vec::new();
    for target in targets {
        let path = target.trim_start_matches('/').to_owned();
        let address = target.split('#').next().unwrap_or_default();
        let is_item = ROOMS.iter().any(|room| address.starts_with(room))
            && (address == "/attention/" || address.trim_matches('/').contains('/'));
        if !is_item {
            let message = format!(
                "see: {target:?} is no exercise, lab, card, case, question or view of /attention/"
            );
            reader.problem(file, line, message);
        } else if found.iter().any(|it| it.path == path) {
            reader.problem(file, line, format!("see: {target:?} stands there twice"));
        }
        let link = Link { file: file.to_owned(), line: line.unwrap_or(1), target: target.clone() };
        reader.links.push(link);
        found.push(See { path, title: String::new() });
    }
    found
}

/// Sources, each a line of Markdown; at least one where facts are stated.
pub fn sources(
    reader: &mut Reader,
    file: &Path,
    lines: &Lines,
    sources: &[String],
    is_needed: bool,
) -> Vec<String> {
    let line = lines.of_field("sources").unwrap_or(1);
    if is_needed && sources.is_empty() {
        reader.problem(
            file,
            Some(line),
            "sources is empty: name what the facts are checked against",
        );
    }
    let mut written = Vec::new();
    for source in sources {
        let bare = source.split("](http").next().unwrap_or_default();
        if source.split_whitespace().count() < 3 || bare.contains("http") {
            let message = format!("sources: {source:?} is no title with a section: name both");
            reader.problem(file, Some(line), message);
        }
        written.push(reader.inline(file, source, line));
    }
    written
}

/// A line of a rubric as authors write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionFile {
    part: Option<CasePart>,
    level: Seniority,
    points: u8,
    text: String,
}

/// A rubric: at least so many lines, for juniors and for seniors, no line twice.
pub fn rubric(
    reader: &mut Reader,
    file: &Path,
    lines: &Lines,
    (table, least): (&str, usize),
    criteria: Vec<CriterionFile>,
) -> Vec<Criterion> {
    if criteria.len() < least {
        let message = format!("[[{table}]]: {} of them: write at least {least}", criteria.len());
        reader.problem(file, lines.of_field(table), message);
    }
    for (level, name) in [(Seniority::Junior, "junior"), (Seniority::Senior, "senior")] {
        if !criteria.iter().any(|it| it.level == level) {
            let message = format!("[[{table}]]: none has level = \"{name}\": both are asked for");
            reader.problem(file, lines.of_field(table), message);
        }
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut read = Vec::new();
    for (index, criterion) in criteria.into_iter().enumerate() {
        let line = |field| lines.of_field_in(table, index, field);
        if !(1..=3).contains(&criterion.points) {
            let message = format!("points is {}: 1, 2 or 3", criterion.points);
            reader.problem(file, line("points"), message);
        }
        if criterion.text.trim().is_empty() {
            reader.problem(file, line("text"), "text is empty: say what the answer does");
        }
        if seen.insert(criterion.text.clone(), index).is_some() {
            reader.problem(file, line("text"), "text stands there twice");
        }
        let text_html = reader.inline(file, &criterion.text, line("text").unwrap_or(1));
        let CriterionFile { part, level, points, .. } = criterion;
        read.push(Criterion { part, level, points, text_html });
    }
    read
}

/// Addresses of the study room that are no items, by their page: `pages/study-stories.md`.
pub const OWN_PAGES: [&str; 3] = ["stories", "resume", "history"];

/// The address of a page of prose, by the name of its file.
pub fn address_of_page(name: &str) -> String {
    let own = name.strip_prefix("study-").filter(|name| OWN_PAGES.contains(name));
    own.map_or_else(|| name.to_owned(), |name| format!("study/{name}"))
}

/// Reports a slug that two of cards, cases and questions share, or that one of the room's own pages
/// has: their addresses are one.
pub fn check_slugs(reader: &mut Reader) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for folder in ["cards", "cases", "questions"] {
        for name in reader.names(Path::new(folder)) {
            let slug = name.trim_end_matches(".md").to_owned();
            if OWN_PAGES.contains(&slug.as_str()) {
                let message = format!("{slug:?} is a page of the study room: choose another");
                reader.problem(&Path::new(folder).join(&name), None, message);
            }
            if let Some(other) = seen.insert(slug.clone(), folder) {
                let message =
                    format!("{slug:?} is taken by one of {other}/: their addresses are one");
                reader.problem(&Path::new(folder).join(&name), None, message);
            }
        }
    }
}

/// The slug of a Markdown file that is an item.
pub fn slug_of(reader: &mut Reader, file: &Path) -> Option<String> {
    if file.extension().is_none_or(|extension| extension != "md") {
        reader.problem(file, None, "is no item: files here end in .md");
        return None;
    }
    let slug = file.file_stem()?.to_str()?.to_owned();
    reader.check_slug(file, &slug);
    Some(slug)
}
