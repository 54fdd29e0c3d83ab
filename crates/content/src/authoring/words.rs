//! How long a text is, as it would be said aloud.

use std::ops::RangeInclusive;
use std::path::Path;

use super::reader::Reader;
use super::template::UNFILLED;

/// Reports a text that is shorter or longer than it may be. What the template says is told as such.
pub fn check(
    reader: &mut Reader,
    file: &Path,
    line: usize,
    (what, text): (&str, &str),
    range: RangeInclusive<usize>,
) {
    let count = count(text);
    if range.contains(&count) || text.contains(UNFILLED) {
        return;
    }
    let (least, most) = (range.start(), range.end());
    let message = format!("{what} has {count} words: write {least} to {most}");
    reader.problem(file, Some(line), message);
}

/// Words of a text in Markdown; a formula counts as one.
pub fn count(text: &str) -> usize {
    let plain = without(&without(text, "$$"), "$");
    plain.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// A text with one word for what stands between two marks.
fn without(text: &str, mark: &str) -> String {
    let parts = text.split(mark).enumerate();
    parts.map(|(index, part)| if index % 2 == 0 { part } else { "formula" }).collect()
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn a_formula_is_a_word() {
        let check = |text, expect| assert_eq!(count(text), expect, "{text}");
        check("Twelve words are not many - but `these` are *fewer*, I think.", 11);
        check("So $a + b = c$ holds.", 3);
        check("So\n\n$$\na + b = c\n$$\n\nholds.", 3);
        check("", 0);
    }
}
