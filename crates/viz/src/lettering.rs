//! How wide words are, before a browser has drawn them.

/// How wide a text is at most, in pixels. An estimate from classes of letters, each as wide as
/// its widest in the site's typeface, so that room kept for a text suffices.
pub fn text_width(text: &str) -> f64 {
    let letter = |letter: char| match letter {
        ' ' | '\u{a0}' => 3.0,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '|' | '\'' | '!' | '[' | ']' => 3.9,
        'f' | 't' | 'r' | '(' | ')' | 'I' | '-' | '/' | '²' => 4.8,
        'a' | 'c' | 'e' | 'g' | 'k' | 's' | 'v' | 'x'..='z' | 'F' | 'J' | 'L' | 'T' | 'Y' => 6.6,
        'm' | 'M' | 'W' | '%' | '@' | '…' | '→' => 11.2,
        'w' => 9.3,
        'A'..='Z' => 8.5,
        // Scripts whose letters fill a square.
        '\u{2e80}'.. => 12.0,
        _ => 7.3,
    };
    text.chars().map(letter).sum()
}

/// A text cut to a width, with an ellipsis where something is missing.
pub fn shortened(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut left = width - text_width("…");
    for letter in text.chars() {
        left -= text_width(letter.encode_utf8(&mut [0; 4]));
        if left < 0.0 {
            break;
        }
        kept.push(letter);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// A text in at most two lines, parted at a space where it is wider than the width, each cut to it.
pub fn in_two_lines(text: &str, width: f64) -> Vec<String> {
    let spaces = text.match_indices(' ').map(|(place, _)| place);
    let mut fitting = spaces.filter(|place| text_width(&text[..*place]) <= width);
    match fitting.next_back().filter(|_| text_width(text) > width) {
        Some(place) => vec![text[..place].to_owned(), shortened(&text[place + 1..], width)],
        None => vec![shortened(text, width)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_fits_stays_whole() {
        assert_eq!(shortened("loss", 100.0), "loss");
        assert_eq!(shortened("petal length", 60.0), "petal le…");
        assert_eq!(shortened("loss", 0.0), "…");
    }

    #[test]
    fn long_names_take_two_lines() {
        assert_eq!(in_two_lines("petal length", 100.0), ["petal length"]);
        assert_eq!(in_two_lines("petal length", 48.0), ["petal", "length"]);
        assert_eq!(in_two_lines("petal length (cm)", 48.0), ["petal", "length…"]);
        assert_eq!(in_two_lines("perplexity", 48.0), ["perple…"]);
    }

    proptest! {
        #[test]
        fn a_cut_text_fits(text in "\\PC{0,30}", width in 12f64..200.0) {
            prop_assert!(text_width(&shortened(&text, width)) <= width);
        }
    }
}
