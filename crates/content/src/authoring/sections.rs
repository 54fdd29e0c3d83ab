//! A text under headings that are laid down: found, in order, none of them empty.

use std::path::Path;

use super::reader::Reader;

/// What stands under a heading.
pub struct Section {
    /// The heading's words.
    pub title: String,
    /// Line of the heading, which is also how many lines come before the text.
    pub line: usize,
    /// The text.
    pub text: String,
}

/// A text, and its sections.
pub struct Divided {
    /// What comes before the first heading.
    pub before: String,
    /// In their order.
    pub sections: Vec<Section>,
}

/// Divides at headings of a level; `text` starts `lines_before` lines into its file.
pub fn divide(text: &str, lines_before: usize, level: usize) -> Divided {
    let mut divided = Divided { before: String::new(), sections: Vec::new() };
    let mut is_in_code = false;
    for (index, line) in text.lines().enumerate() {
        is_in_code ^= is_code_fence(line);
        match heading(line).filter(|(found, _)| *found == level && !is_in_code) {
            Some((_, title)) => divided.sections.push(Section {
                title: title.to_owned(),
                line: lines_before + index + 1,
                text: String::new(),
            }),
            None => {
                let last = divided.sections.last_mut();
                let text = last.map_or(&mut divided.before, |section| &mut section.text);
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    divided
}

/// The sections, if they are exactly these, each with some text and none before them.
pub fn expect<const N: usize>(
    reader: &mut Reader,
    file: &Path,
    divided: Divided,
    lines_before: usize,
    titles: [&str; N],
) -> Option<[Section; N]> {
    if let Some(first) = divided.before.lines().position(|line| !line.trim().is_empty()) {
        let message = format!("there is text before the heading {:?}: move it", titles[0]);
        reader.problem(file, Some(lines_before + first + 1), message);
    }
    let sections = all(reader, file, divided.sections, lines_before, &titles)?;
    sections.try_into().ok()
}

/// The sections, if they have exactly these titles and each some text.
pub fn all(
    reader: &mut Reader,
    file: &Path,
    sections: Vec<Section>,
    lines_before: usize,
    titles: &[&str],
) -> Option<Vec<Section>> {
    let found: Vec<&str> = sections.iter().map(|section| section.title.as_str()).collect();
    if found == titles {
        for section in sections.iter().filter(|section| section.text.trim().is_empty()) {
            let message = format!("nothing stands under {:?}: write it", section.title);
            reader.problem(file, Some(section.line), message);
        }
        return Some(sections);
    }
    let listed = titles.join(", ");
    let mut is_told = false;
    for title in titles.iter().filter(|title| !found.contains(title)) {
        let message = format!("has no heading {title:?}: the headings are {listed}");
        reader.problem(file, Some(lines_before.max(1)), message);
        is_told = true;
    }
    for section in sections.iter().filter(|it| !titles.contains(&it.title.as_str())) {
        let message = format!("has no place for a heading {:?}: they are {listed}", section.title);
        reader.problem(file, Some(section.line), message);
        is_told = true;
    }
    if !is_told {
        let first = sections.iter().zip(titles.iter().map(Some).chain(std::iter::repeat(None)));
        let line = first
            .into_iter()
            .find(|(section, title)| Some(&section.title.as_str()) != *title)
            .map(|(section, _)| section.line);
        let message = format!("the headings are in another order, or twice: {listed}");
        reader.problem(file, line, message);
    }
    None
}

/// Reports every heading: where none may stand.
pub fn refuse_headings(reader: &mut Reader, file: &Path, text: &str, lines_before: usize) {
    let mut is_in_code = false;
    for (index, line) in text.lines().enumerate() {
        is_in_code ^= is_code_fence(line);
        if let Some((_, title)) = heading(line).filter(|_| !is_in_code) {
            let message = format!("no heading may stand here: {title:?}");
            reader.problem(file, Some(lines_before + index + 1), message);
        }
    }
}

fn is_code_fence(line: &str) -> bool {
    line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~")
}

/// Level and words of a heading.
fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let words = line[level..].strip_prefix(' ')?;
    (1..=6).contains(&level).then_some((level, words.trim()))
}
