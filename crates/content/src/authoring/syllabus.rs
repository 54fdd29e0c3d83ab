//! `syllabus.toml`: every topic that interviewers ask, and the items that cover it. A topic that
//! nothing covers is a problem, and so is an item that is not there.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::reader::{Reader, line_of};
use crate::syllabus::{ROUNDS, Row, Section};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    section: Vec<SectionFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionFile {
    title: String,
    rows: Vec<Spanned<RowFile>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowFile {
    id: String,
    words: String,
    items: Vec<String>,
}

/// Reads and checks the syllabus; no file, no syllabus.
pub fn read(reader: &mut Reader) -> Vec<Section> {
    let file = Path::new("syllabus.toml");
    if !reader.is_file(file) {
        return Vec::new();
    }
    let Some(text) = reader.text(file) else { return Vec::new() };
    let Some(syllabus) = reader.parse_toml::<File>(file, &text, 0) else { return Vec::new() };
    let known = known(reader);
    let mut ids = BTreeSet::new();
    let mut sections = Vec::new();
    for section in syllabus.section {
        let mut rows = Vec::new();
        for row in section.rows {
            let line = line_of(&text, row.span().start);
            let RowFile { id, words, items } = row.into_inner();
            let mut wrong = |message: String| reader.problem(file, Some(line), message);
            if words.trim().is_empty() {
                wrong(format!("{id}: words is empty: say the topic as it is asked"));
            }
            if items.is_empty() {
                wrong(format!("{id}: nothing covers it: name an item"));
            }
            for item in items.iter().filter(|item| !known.contains(*item)) {
                wrong(format!("{id}: there is no {item:?}"));
            }
            if items.iter().collect::<BTreeSet<_>>().len() < items.len() {
                wrong(format!("{id}: names an item twice"));
            }
            if !ids.insert(id.clone()) {
                wrong(format!("there are two rows {id:?}"));
            }
            rows.push(Row { id, words, items });
        }
        sections.push(Section { title: section.title, rows });
    }
    sections
}

/// By what is there, not by what could be read: a broken item is told once, not here again.
fn known(reader: &Reader) -> BTreeSet<String> {
    let folders = [
        ("exercises", "exercise"),
        ("labs", "lab"),
        ("cards", "card"),
        ("cases", "design"),
        ("questions", "behavioural"),
    ];
    let items = folders.into_iter().flat_map(|(folder, kind)| {
        let names = reader.names(Path::new(folder)).into_iter();
        names.map(move |name| format!("{kind}/{}", name.trim_end_matches(".md")))
    });
    let rounds = ROUNDS.into_iter().map(|round| format!("interview/{round}"));
    let attention = reader.is_folder(Path::new("attention")).then(|| "attention".to_owned());
    items.chain(rounds).chain(attention).collect()
}
