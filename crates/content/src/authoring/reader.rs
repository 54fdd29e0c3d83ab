//! Reads files and remembers what is wrong with them, so that everything is reported at once.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::markdown::{self, Rendered};
use super::problem::Problem;
use super::template::UNFILLED;

/// A link that was found in prose, to be checked once everything is read.
pub struct Link {
    pub file: PathBuf,
    pub line: usize,
    pub target: String,
}

/// Where files are read from, and what was found on the way.
pub struct Reader {
    root: PathBuf,
    base: String,
    topics: BTreeSet<String>,
    problems: Vec<Problem>,
    pub links: Vec<Link>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Topics {
    topics: Vec<String>,
}

impl Reader {
    pub fn new(root: &Path, base: &str) -> Self {
        let mut reader = Self {
            root: root.to_owned(),
            base: base.to_owned(),
            topics: BTreeSet::new(),
            problems: Vec::new(),
            links: Vec::new(),
        };
        let known: Option<Topics> = reader.toml(Path::new("topics.toml"));
        reader.topics = known.map(|known| known.topics.into_iter().collect()).unwrap_or_default();
        reader
    }

    pub fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort();
        self.problems.dedup();
        self.problems
    }

    pub fn problem(&mut self, file: &Path, line: Option<usize>, message: impl Into<String>) {
        self.problems.push(Problem { file: file.to_owned(), line, message: message.into() });
    }

    /// Names in a folder, sorted; names that start with a dot or an underscore are left out.
    pub fn names(&self, folder: &Path) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.root.join(folder)) else { return Vec::new() };
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| !name.starts_with(['.', '_']))
            .collect();
        names.sort();
        names
    }

    pub fn is_folder(&self, path: &Path) -> bool {
        self.root.join(path).is_dir()
    }

    pub fn is_file(&self, path: &Path) -> bool {
        self.root.join(path).is_file()
    }

    /// The text of a file that must be there, must not be empty, and must not be the template's.
    pub fn text(&mut self, file: &Path) -> Option<String> {
        let text = match fs::read_to_string(self.root.join(file)) {
            Ok(text) => text,
            Err(error) => {
                self.problem(file, None, format!("cannot be read ({error}): add this file"));
                return None;
            }
        };
        if text.trim().is_empty() {
            self.problem(file, None, "is empty: write it");
            return None;
        }
        for (index, _) in text.lines().enumerate().filter(|(_, line)| line.contains(UNFILLED)) {
            self.problem(file, Some(index + 1), "is still the template's text: replace this line");
        }
        Some(text)
    }

    /// A TOML file; unknown and missing fields are problems.
    pub fn toml<T: DeserializeOwned>(&mut self, file: &Path) -> Option<T> {
        let text = self.text(file)?;
        self.parse_toml(file, &text, 0)
    }

    /// TOML that starts `lines_before` lines into its file.
    pub fn parse_toml<T: DeserializeOwned>(
        &mut self,
        file: &Path,
        text: &str,
        lines_before: usize,
    ) -> Option<T> {
        match toml::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let line = error.span().map(|span| lines_before + line_of(text, span.start));
                self.problem(file, line, error.message().trim());
                None
            }
        }
    }

    /// A Markdown file as HTML.
    pub fn markdown_file(&mut self, file: &Path) -> Option<String> {
        let text = self.text(file)?;
        Some(self.markdown(file, &text, 0))
    }

    /// Markdown that starts `lines_before` lines into its file, as HTML.
    pub fn markdown(&mut self, file: &Path, text: &str, lines_before: usize) -> String {
        let Rendered { html, links, problems, .. } = markdown::render(text, &self.base);
        for (line, message) in problems {
            self.problem(file, Some(lines_before + line), message);
        }
        self.links.extend(links.into_iter().map(|(line, target)| Link {
            file: file.to_owned(),
            line: lines_before + line,
            target,
        }));
        html
    }

    /// Markdown of one paragraph that starts on this line, as HTML for places where no paragraph may
    /// stand.
    pub fn inline(&mut self, file: &Path, text: &str, line: usize) -> String {
        let html = self.markdown(file, text.trim(), line.saturating_sub(1));
        let inside = html.trim().strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
        match inside.filter(|inside| !inside.contains("<p>")) {
            Some(inside) => inside.to_owned(),
            None => {
                self.problem(file, Some(line), "must be one paragraph: no list, no blank line");
                html
            }
        }
    }

    /// Checks a folder's or file's name as part of an address.
    pub fn check_slug(&mut self, file: &Path, slug: &str) {
        let is_part = |part: &str| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        };
        if !slug.split('-').all(is_part) {
            let message = format!(
                "{slug:?} cannot be part of an address: use lower-case letters, digits and single hyphens"
            );
            self.problem(file, None, message);
        }
    }

    /// Checks the fields that every item has.
    pub fn check_item(
        &mut self,
        file: &Path,
        title: &str,
        summary: &str,
        topics: &[String],
        minutes: u16,
    ) {
        if title.trim().is_empty() {
            self.problem(file, None, "title is empty: write a heading");
        }
        self.check_summary(file, "summary", summary);
        self.check_topics(file, None, topics);
        self.check_minutes(file, None, minutes);
    }

    /// Checks that there are topics, and that each is known.
    pub fn check_topics(&mut self, file: &Path, line: Option<usize>, topics: &[String]) {
        if topics.is_empty() {
            self.problem(file, line, "topics is empty: name at least one from topics.toml");
        }
        for topic in topics {
            if !self.topics.contains(topic) {
                let known: Vec<&str> = self.topics.iter().map(String::as_str).collect();
                let message = format!(
                    "topics: there is no topic {topic:?}; use one of {}, or add it to topics.toml",
                    known.join(", ")
                );
                self.problem(file, line, message);
            }
        }
    }

    /// Checks the time to plan for.
    pub fn check_minutes(&mut self, file: &Path, line: Option<usize>, minutes: u16) {
        if !(1..=180).contains(&minutes) {
            self.problem(file, line, format!("minutes is {minutes}: plan between 1 and 180"));
        }
    }

    /// Checks a sentence for lists and search engines.
    pub fn check_summary(&mut self, file: &Path, field: &str, summary: &str) {
        let length = summary.chars().count();
        if summary.trim().is_empty() {
            self.problem(file, None, format!("{field} is empty: say in one sentence what this is"));
        } else if length > 160 {
            let message = format!(
                "{field} has {length} characters: search engines cut after 160, shorten it"
            );
            self.problem(file, None, message);
        }
    }
}

/// Line of a byte offset, from 1.
pub fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset.min(text.len())].iter().filter(|&&byte| byte == b'\n').count() + 1
}
