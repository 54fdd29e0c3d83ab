//! Cards as a text file that Anki imports: notes a line, fields separated by tabs.
//!
//! The header lines are those of Anki's manual, "Importing, Text Files, File Headers" (Anki 2.1.54
//! and later). Fields are HTML; what would end a field or a line is turned into what HTML treats
//! alike, and every field is quoted, so that a quotation mark at its start cannot be taken for the
//! start of a quoted field. The first field is the question: Anki recognises a note by it, so a
//! second import updates notes and keeps their schedule.

use std::fmt::Write as _;

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The front: plain text, as a card's question is.
    pub question: String,
    /// The back: HTML, as the site's pages have it.
    pub answer_html: String,
    /// Topics; a blank within becomes a hyphen, because Anki separates tags by blanks.
    pub tags: Vec<String>,
}

/// The columns of the file, by the names that Anki's importer shows.
const COLUMNS: [&str; 3] = ["Front", "Back", "Tags"];

/// The file: header lines, then a line a note. UTF-8, as Anki asks for.
#[must_use]
pub fn export(deck: &str, notes: &[Note]) -> String {
    let mut text = String::from("#separator:tab\n#html:true\n");
    let deck = one_line(deck);
    if !deck.is_empty() {
        let _ = writeln!(text, "#deck:{deck}");
    }
    let _ = writeln!(text, "#columns:{}", COLUMNS.join("\t"));
    let _ = writeln!(text, "#tags column:{}", COLUMNS.len());
    for note in notes {
        let fields = [
            quoted(&escape_html(&one_line(&note.question))),
            quoted(&one_line(&note.answer_html)),
            quoted(&tags(&note.tags)),
        ];
        text.push_str(&fields.join("\t"));
        text.push('\n');
    }
    text
}

/// Plain text as HTML.
fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Tabs and line ends become blanks, except within `<pre>`, where they become what HTML shows as
/// themselves.
fn one_line(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<pre") {
        let (before, from) = rest.split_at(at);
        let end = from.find("</pre>").unwrap_or(from.len());
        let (block, after) = from.split_at(end);
        text.push_str(&with_blanks(before));
        let block = block.replace("\r\n", "\n").replace(['\n', '\r'], "<br>");
        text.push_str(&block.replace('\t', "&#9;"));
        rest = after;
    }
    text.push_str(&with_blanks(rest));
    text.trim().to_owned()
}

fn with_blanks(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ")
}

/// A field in quotation marks, with those within it doubled.
fn quoted(field: &str) -> String {
    format!("\"{}\"", field.replace('"', "\"\""))
}

fn tags(topics: &[String]) -> String {
    let words: Vec<String> = topics
        .iter()
        .map(|topic| topic.split_whitespace().collect::<Vec<_>>().join("-"))
        .filter(|tag| !tag.is_empty())
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(question: &str, answer: &str, tags: &[&str]) -> Note {
        Note {
            question: question.into(),
            answer_html: answer.into(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        }
    }

    fn check(question: &str, answer: &str, tags: &[&str], expect: &str) {
        let text = export("", &[note(question, answer, tags)]);
        assert_eq!(text.lines().last(), Some(expect));
        assert_eq!(text.lines().count(), 5, "{text}");
    }

    #[test]
    fn the_header_is_that_of_ankis_manual() {
        let text = export("Warmstart::Cards", &[]);
        assert_eq!(
            text,
            "#separator:tab\n#html:true\n#deck:Warmstart::Cards\n\
             #columns:Front\tBack\tTags\n#tags column:3\n"
        );
    }

    #[test]
    fn what_would_end_a_field_or_a_line_is_escaped() {
        check("Why?", "<p>So.</p>", &["vision"], "\"Why?\"\t\"<p>So.</p>\"\t\"vision\"");
        check("a < b & c", "x", &[], "\"a &lt; b &amp; c\"\t\"x\"\t\"\"");
        check("\"Quoted\"", "a\tb\nc\r\nd", &[], "\"\"\"Quoted\"\"\"\t\"a b c d\"\t\"\"");
        check(
            "q",
            "<p>a</p>\n<pre>x\n\ty</pre>\n",
            &[],
            "\"q\"\t\"<p>a</p> <pre>x<br>&#9;y</pre>\"\t\"\"",
        );
        check("#tags:no", "x", &[], "\"#tags:no\"\t\"x\"\t\"\"");
        check("q", "x", &["system design", " ", "NumPy"], "\"q\"\t\"x\"\t\"system-design NumPy\"");
    }

    #[test]
    fn a_block_that_does_not_end_keeps_its_text() {
        check("q", "<pre>a\nb", &[], "\"q\"\t\"<pre>a<br>b\"\t\"\"");
    }

    #[test]
    fn a_reader_of_quoted_tabs_gets_the_fields_back() {
        let notes = [note("a\"b", "c\t\"d\"\ne", &["x y", "z"]), note("#f", "\"", &[])];
        let text = export("d", &notes);
        let rows: Vec<Vec<String>> =
            text.lines().filter(|line| line.starts_with('"')).map(read_row).collect();
        assert_eq!(rows, [vec!["a\"b", "c \"d\" e", "x-y z"], vec!["#f", "\"", ""]]);
    }

    /// Reads a line as RFC 4180 says, with tabs: the way Anki's importer (the crate csv) does.
    fn read_row(line: &str) -> Vec<String> {
        let mut fields = vec![String::new()];
        let (mut quoted, mut letters) = (false, line.chars().peekable());
        while let Some(letter) = letters.next() {
            let last = fields.last_mut().unwrap();
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => {
                    letters.next();
                    last.push('"');
                }
                '"' => quoted = !quoted,
                '\t' if !quoted => fields.push(String::new()),
                _ => last.push(letter),
            }
        }
        fields
    }
}
