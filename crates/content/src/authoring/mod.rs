//! Reading the folders under `www/content`: one library, or every problem there is.
//!
//! Used by `xtask` at build time and by the content check; never by the page. Nothing is run here:
//! whether a reference passes and a mistake fails is shown by the engine that visitors get.

mod exercise;
mod explain;
mod growth;
mod lab;
mod library;
mod links;
mod markdown;
mod maths;
mod problem;
mod reader;
mod reading;
mod template;
mod tracks;

use std::path::Path;

pub use library::{Library, Reading};
pub use problem::{Problem, Problems};
pub use template::{TemplateFile, template};

use crate::Exercise;
use reader::Reader;

/// Reads everything under `root` (the folder `www/content`). Links within the site, written from the
/// root (`/labs/decision-boundary/`), come out under `base`, which starts and ends with `/`.
///
/// # Errors
///
/// [`Problems`] with every problem found, each with its file, its line or field, and what to do.
pub fn load(root: &Path, base: &str) -> anyhow::Result<Library> {
    let mut reader = Reader::new(root, base);
    let library = Library {
        exercises: exercise::read_all(&mut reader),
        labs: reading::read_labs(&mut reader),
        attention: reading::read_attention(&mut reader),
        pages: reading::read_pages(&mut reader),
        tracks: tracks::read(&mut reader),
    };
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

fn finish<T>(mut reader: Reader, read: T) -> anyhow::Result<T> {
    links::check(&mut reader);
    let problems = reader.into_problems();
    if problems.is_empty() { Ok(read) } else { Err(Problems(problems).into()) }
}
