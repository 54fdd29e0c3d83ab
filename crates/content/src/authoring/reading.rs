//! Prose: pages with a head of their own, and the readings of labs and of the attention page.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::head;
use super::lab;
use super::library::Reading;
use super::reader::Reader;
use super::study;
use crate::{Level, Page};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    title: String,
    description: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct About {
    title: String,
    summary: String,
    level: Level,
    topics: Vec<String>,
    minutes: u16,
    #[serde(default)]
    sources: Vec<String>,
}

/// `pages/<slug>.md`; `study-stories.md` and its like are pages below `study/`.
pub fn read_pages(reader: &mut Reader) -> Vec<Page> {
    let folder = Path::new("pages");
    let names = reader.names(folder);
    names.iter().filter_map(|name| read_page(reader, &folder.join(name))).collect()
}

/// `labs/<slug>/{lab.toml,reading.md}`
pub fn read_labs(reader: &mut Reader) -> Vec<Reading> {
    let folder = Path::new("labs");
    let slugs = reader.names(folder);
    let read = |slug: &String| {
        let folder = folder.join(slug);
        reader.check_slug(&folder, slug);
        let mut reading = read_reading(reader, &folder, "lab.toml", slug, format!("labs/{slug}"))?;
        if reader.is_file(&folder.join("controls.toml")) {
            reading.lab = lab::read(reader, &folder, slug, &reading.page.title);
        }
        Some(reading)
    };
    slugs.iter().filter_map(read).collect()
}

/// `attention/{attention.toml,reading.md}`
pub fn read_attention(reader: &mut Reader) -> Vec<Reading> {
    let folder = Path::new("attention");
    if !reader.is_folder(folder) {
        return Vec::new();
    }
    let reading =
        read_reading(reader, folder, "attention.toml", "attention", "attention".to_owned());
    reading.into_iter().collect()
}

fn read_page(reader: &mut Reader, file: &Path) -> Option<Page> {
    if file.extension().is_none_or(|extension| extension != "md") {
        reader.problem(file, None, "is not a page: pages end in .md");
        return None;
    }
    let slug = file.file_stem()?.to_str()?.to_owned();
    reader.check_slug(file, &slug);
    let headed = head::read::<Head>(reader, file, "title and description")?;
    let Head { title, description } = headed.head;
    reader.check_summary(file, "description", &description);
    let body_html = reader.markdown(file, &headed.body, headed.lines_before);
    let slug = study::address_of_page(&slug);
    Some(Page { slug, title, description, body_html })
}

fn read_reading(
    reader: &mut Reader,
    folder: &Path,
    about: &str,
    slug: &str,
    address: String,
) -> Option<Reading> {
    let about_file: PathBuf = folder.join(about);
    let body = reader.markdown_file(&folder.join("reading.md"));
    let about: About = reader.toml(&about_file)?;
    reader.check_item(&about_file, &about.title, &about.summary, &about.topics, about.minutes);
    let sources = sources(reader, &about_file, &about.sources);
    Some(Reading {
        slug: slug.to_owned(),
        level: about.level,
        topics: about.topics,
        minutes: about.minutes,
        page: Page {
            slug: address,
            title: about.title,
            description: about.summary,
            body_html: format!("{}{sources}", body?),
        },
        lab: None,
    })
}

/// The sources of an item, each a line of Markdown, under a heading; nothing if there are none.
pub fn sources(reader: &mut Reader, file: &Path, sources: &[String]) -> String {
    if sources.is_empty() {
        return String::new();
    }
    let list: String = sources.iter().map(|source| format!("* {source}\n")).collect();
    reader.markdown(file, &format!("## Sources\n\n{list}"), 0)
}
