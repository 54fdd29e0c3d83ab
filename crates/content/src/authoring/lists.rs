//! Lists in prose that a page shows item by item: questions with answers, claims with reasons.

use std::path::Path;

use super::reader::Reader;

/// An item of a list.
pub struct Item {
    /// Lines before it in the file.
    pub lines_before: usize,
    /// Its text without bullet and indentation.
    pub text: String,
}

/// The list's items from `start` on, and the line where the list ends.
pub fn items(lines: &[&str], start: usize) -> (Vec<Item>, usize) {
    let mut items: Vec<Item> = Vec::new();
    let mut place = start;
    while let Some(line) = lines.get(place) {
        match (line.strip_prefix("* ").or(line.strip_prefix("- ")), items.last_mut()) {
            (Some(first), _) => items.push(Item { lines_before: place, text: first.to_owned() }),
            (None, Some(item)) if line.starts_with("  ") || line.trim().is_empty() => {
                item.text.push('\n');
                item.text.push_str(line.trim_start());
            }
            (None, None) if line.trim().is_empty() => {}
            _ => break,
        }
        place += 1;
    }
    (items, place)
}

/// The items of a text that is a list and nothing else; `text` starts `lines_before` lines into its
/// file.
pub fn whole(reader: &mut Reader, file: &Path, text: &str, lines_before: usize) -> Vec<Item> {
    let lines: Vec<&str> = text.lines().collect();
    let (mut found, end) = items(&lines, 0);
    if end < lines.len() {
        let message = "is outside the list: start an item with `* `, go on with two spaces";
        reader.problem(file, Some(lines_before + end + 1), message);
    }
    for item in &mut found {
        item.lines_before += lines_before;
    }
    found
}

/// `*Question?* Its answer.`, parted; both have words. Stars within formulas and code are none.
pub fn pair(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('*').filter(|rest| !rest.starts_with('*'))?;
    let mut opened: Option<char> = None;
    for (place, letter) in inside.char_indices() {
        match (opened, letter) {
            (None, '*') => {
                let (first, second) = (inside[..place].trim(), inside[place + 1..].trim());
                return (!first.is_empty() && !second.is_empty()).then_some((first, second));
            }
            (None, '$' | '`') => opened = Some(letter),
            (Some(mark), _) if mark == letter => opened = None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_parted_at_the_end_of_its_emphasis() {
        assert_eq!(pair("*Why?* Because."), Some(("Why?", "Because.")));
        assert_eq!(pair("*Is $a*b$ `c*d`?* No: $a$."), Some(("Is $a*b$ `c*d`?", "No: $a$.")));
        for bad in ["Why? Because.", "*Why?*", "** *", "**Why?** Because.", "*Why", "*$a* b"] {
            assert_eq!(pair(bad), None, "{bad}");
        }
    }
}
