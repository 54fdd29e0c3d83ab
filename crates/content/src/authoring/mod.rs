//! Reading the folders under `www/content`: one library, or every problem there is.
//!
//! Used by `xtask` at build time and by the content check; never by the page. Nothing is run here:
//! whether a reference passes and a mistake fails is shown by the engine that visitors get.

mod calculators;
mod card;
mod case;
mod check;
mod drill;
mod exercise;
mod explain;
mod fragments;
mod growth;
mod head;
mod items;
mod lab;
mod library;
mod links;
mod lists;
mod markdown;
mod maths;
mod problem;
mod question;
mod reader;
mod reading;
mod sections;
mod see;
mod study;
mod syllabus;
mod template;
mod tracks;
mod words;

use std::path::Path;

pub use library::{Library, Reading};
pub use problem::{Problem, Problems};
pub use template::{TemplateFile, card_template, case_template, question_template, template};

use crate::{Exercise, Kind};
use reader::Reader;

/// Reads everything under `root` (the folder `www/content`). Links within the site, written from the
/// root (`/labs/decision-boundary/`), come out under `base`, which starts and ends with `/`.
///
/// # Errors
///
/// [`Problems`] with every problem found, each with its file, its line or field, and what to do.
pub fn load(root: &Path, base: &str) -> anyhow::Result<Library> {
    let mut reader = Reader::new(root, base);
    study::check_slugs(&mut reader);
    let mut library = Library {
        exercises: exercise::read_all(&mut reader),
        labs: reading::read_labs(&mut reader),
        attention: reading::read_attention(&mut reader),
        cards: card::read_all(&mut reader),
        cases: case::read_all(&mut reader),
        questions: question::read_all(&mut reader),
        pages: reading::read_pages(&mut reader),
        tracks: tracks::read(&mut reader),
        syllabus: syllabus::read(&mut reader),
        drill: drill::read(&mut reader),
    };
    see::name(&mut library);
    fragments::check(&mut reader, &library.labs);
    finish(reader, library)
}

/// Reads some exercises alone, for who is writing one while others are not finished.
///
/// # Errors
///
/// [`Problems`] in these exercises.
pub fn load_exercises(root: &Path, slugs: &[String]) -> anyhow::Result<Vec<Exercise>> {
    let mut reader = Reader::new(root, "/");
    let exercises = exercise::read_some(&mut reader, slugs);
    finish(reader, exercises)
}

/// What of cards, cases and questions has this slug; nothing if none has.
#[must_use]
pub fn kind_of(root: &Path, slug: &str) -> Option<Kind> {
    let is_there = |path: String| root.join(path).exists();
    let places = [
        (Kind::Card, format!("cards/{slug}.md")),
        (Kind::Design, format!("cases/{slug}")),
        (Kind::Behavioural, format!("questions/{slug}.md")),
    ];
    places.into_iter().find(|(_, path)| is_there(path.clone())).map(|(kind, _)| kind)
}

/// Reads some cards, cases and questions alone, for who is writing one while others are not finished.
///
/// # Errors
///
/// [`Problems`] in these items, and a slug that none of them has.
pub fn load_study(root: &Path, slugs: &[String]) -> anyhow::Result<Vec<Kind>> {
    let mut reader = Reader::new(root, "/");
    let mut kinds = Vec::new();
    for slug in slugs {
        let kind = kind_of(root, slug)
            .ok_or_else(|| anyhow::anyhow!("there is no card, case or question {slug}"))?;
        match kind {
            Kind::Card => drop(card::read(&mut reader, Path::new(&format!("cards/{slug}.md")))),
            Kind::Design => drop(case::read(&mut reader, slug)),
            _ => drop(question::read(&mut reader, Path::new(&format!("questions/{slug}.md")))),
        }
        kinds.push(kind);
    }
    finish(reader, kinds)
}

fn finish<T>(mut reader: Reader, read: T) -> anyhow::Result<T> {
    links::check(&mut reader);
    let problems = reader.into_problems();
    if problems.is_empty() { Ok(read) } else { Err(Problems(problems).into()) }
}
