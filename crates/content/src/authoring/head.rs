//! The head of a Markdown file: TOML between two lines of `+++`, and on which line each field stands.

use std::path::Path;

use serde::de::DeserializeOwned;

use super::reader::Reader;

/// Around the head.
const FENCE: &str = "+++\n";

/// A file with a head, taken apart.
pub struct Headed<T> {
    /// The head's fields.
    pub head: T,
    /// On which lines they stand.
    pub lines: Lines,
    /// What follows.
    pub body: String,
    /// Lines of the file before the body.
    pub lines_before: usize,
}

/// Reads a file whose head holds `fields`, in words for whoever forgot it.
pub fn read<T: DeserializeOwned>(
    reader: &mut Reader,
    file: &Path,
    fields: &str,
) -> Option<Headed<T>> {
    let text = reader.text(file)?;
    let parts = text.strip_prefix(FENCE).and_then(|rest| rest.split_once(FENCE));
    let Some((head, body)) = parts else {
        let message = format!("has no head: start with +++, {fields}, and +++ again");
        reader.problem(file, Some(1), message);
        return None;
    };
    let lines = Lines { text: head.to_owned(), before: 1 };
    let lines_before = 1 + head.lines().count() + 1;
    let head = reader.parse_toml(file, head, 1)?;
    Some(Headed { head, lines, body: body.to_owned(), lines_before })
}

/// The text of some TOML, to find lines in.
pub struct Lines {
    text: String,
    before: usize,
}

impl Lines {
    /// Of a whole file.
    pub fn of(text: &str) -> Self {
        Self { text: text.to_owned(), before: 0 }
    }

    /// The line of a field or of a table of that name.
    pub fn of_field(&self, name: &str) -> Option<usize> {
        self.find(0, |line| is_field(line, name) || is_header(line, name))
    }

    /// The line of a field in the table `[[table]]` of that index, from 0; of its header, if the field
    /// is not there.
    pub fn of_field_in(&self, table: &str, index: usize, name: &str) -> Option<usize> {
        let mut headers = (0..).zip(self.text.lines()).filter(|(_, line)| is_header(line, table));
        let header: usize = headers.nth(index).map(|(place, _)| place)?;
        let next = self.find(header + 1, |line| line.starts_with('['));
        let field = self.find(header + 1, |line| is_field(line, name));
        let field = field.filter(|field| next.is_none_or(|next| *field < next));
        Some(field.unwrap_or(self.before + header + 1))
    }

    fn find(&self, from: usize, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        let found = self.text.lines().skip(from).position(is_it)?;
        Some(self.before + from + found + 1)
    }
}

fn is_field(line: &str, name: &str) -> bool {
    line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='))
}

fn is_header(line: &str, name: &str) -> bool {
    line.trim_end().trim_matches(['[', ']']) == name && line.starts_with('[')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_where_they_stand() {
        let text =
            "title = 1\n\n[check]\nask = 2\n\n[[rubric]]\ntext = 3\n[[rubric]]\npoints = 4\n";
        let lines = Lines { text: text.into(), before: 1 };
        assert_eq!(lines.of_field("title"), Some(2));
        assert_eq!(lines.of_field("check"), Some(4));
        assert_eq!(lines.of_field("ask"), Some(5));
        assert_eq!(lines.of_field("titl"), None);
        assert_eq!(lines.of_field_in("rubric", 0, "text"), Some(8));
        assert_eq!(lines.of_field_in("rubric", 0, "points"), Some(7));
        assert_eq!(lines.of_field_in("rubric", 1, "points"), Some(10));
        assert_eq!(lines.of_field_in("rubric", 2, "points"), None);
    }
}
