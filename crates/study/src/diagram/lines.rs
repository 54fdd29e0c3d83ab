//! A label as the lines that fit into a box, by about how wide its letters are.

use super::WIDTH;

/// Size of the letters, in pixels.
pub const TEXT: i32 = 14;
/// From one line to the next, in pixels.
pub const LINE: i32 = 18;
/// What a line may take of a box's width.
const ROOM: f64 = (WIDTH - 16) as f64;

/// The lines of a label, broken at spaces, and within a word only where it is too long for a line.
#[must_use]
pub fn wrapped(label: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in label.split_whitespace() {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&joined) <= ROOM {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            if width(&line) + letter_width(letter) > ROOM {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// About how wide a text is, in pixels.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> f64 {
    let share = match letter {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!'
        | ' ' => 0.34,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.92,
        'A'..='Z' => 0.68,
        _ if letter.is_ascii() => 0.58,
        // Latin with accents, Greek and Cyrillic; beyond, letters are about square.
        _ if (letter as u32) < 0x1100 => 0.66,
        _ => 1.05,
    };
    share * f64::from(TEXT)
}
