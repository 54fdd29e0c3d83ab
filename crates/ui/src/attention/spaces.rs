//! Tokens as labels: spaces and line ends get signs, because a token with its space is another one
//! than without.

use protocol::attention::{Inspection, Model, Written};

/// The token with `␣`, `↵` and `⇥` in the place of what cannot be seen.
#[must_use]
pub fn marked(token: &str) -> String {
    let sign = |letter: char| match letter {
        '\n' => '↵',
        '\t' => '⇥',
        _ if letter.is_whitespace() => '␣',
        _ if letter.is_control() => char::REPLACEMENT_CHARACTER,
        _ => letter,
    };
    token.chars().map(sign).collect()
}

fn mark<'a>(tokens: impl IntoIterator<Item = &'a mut String>) {
    let is_hidden = |letter: char| letter.is_whitespace() || letter.is_control();
    for token in tokens {
        if token.contains(is_hidden) {
            *token = marked(token);
        }
    }
}

/// Marks the tokens of what was seen.
pub fn mark_inspection(seen: &mut Inspection) {
    mark(&mut seen.tokens);
    mark(seen.next.iter_mut().chain(seen.lens.iter_mut().flatten()).map(|it| &mut it.token));
}

/// Marks the vocabulary.
pub fn mark_model(model: &mut Model) {
    mark(&mut model.vocabulary);
}

/// Marks what a token was chosen from; the token itself is text.
pub fn mark_written(written: &mut Written) {
    mark(written.candidates.iter_mut().map(|it| &mut it.token));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_has_a_sign() {
        assert_eq!(marked(" the"), "␣the");
        assert_eq!(marked("\n\t\u{a0}"), "↵⇥␣");
        assert_eq!(marked("\u{7f}"), "\u{fffd}");
        let mut tokens = ["né".to_owned(), "a b".to_owned()];
        mark(&mut tokens);
        assert_eq!(tokens, ["né", "a␣b"]);
    }
}
