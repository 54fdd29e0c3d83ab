//! What a head does, in words, computed from its weights.
//!
//! Each pattern is a cell in each row; its share is the mean weight on those cells. The rows where
//! the pattern has no choice (the first token can only look at itself) are left out.

use std::fmt;

/// A pattern that a head may follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// After `>`: the letter to be written next.
    Mirror,
    /// After `>`: the letter just written, where it first stood. An earlier layer has brought the
    /// letter before it there.
    OwnMirror,
    /// After `>`: the letter to be written next, where the word is written in its own order.
    Copy,
    /// After `>`: the letter just written, in the word.
    OwnCopy,
    /// What came after this token last time. An earlier layer has brought the token before it there.
    AfterTwin,
    /// The same token, last time.
    Twin,
    /// The token just before.
    OneBack,
    /// The token two before.
    TwoBack,
    /// The token itself.
    Itself,
    /// The first token.
    First,
    /// After `>`: the `>`.
    Separator,
}

/// The pattern with the largest share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Which pattern, where one holds at least [`CLEAR_SHARE`] of the weight.
    pub pattern: Option<Pattern>,
    /// Its share of the weight (of the strongest pattern, where none is clear), 0 to 1.
    pub share: f32,
}

/// From this share on a pattern is named.
pub const CLEAR_SHARE: f32 = 0.4;

const PATTERNS: [Pattern; 11] = [
    Pattern::Mirror,
    Pattern::OwnMirror,
    Pattern::Copy,
    Pattern::OwnCopy,
    Pattern::AfterTwin,
    Pattern::Twin,
    Pattern::OneBack,
    Pattern::TwoBack,
    Pattern::Itself,
    Pattern::First,
    Pattern::Separator,
];

impl Pattern {
    /// The key that the pattern looks at from `query`, or nothing where it has no choice.
    fn key(self, query: usize, tokens: &[String], separator: Option<usize>) -> Option<usize> {
        let twin = || tokens[..query].iter().rposition(|token| *token == tokens[query]);
        match self {
            Self::Mirror => mirror(query, separator?, 1),
            Self::OwnMirror => mirror(query, separator?, 0),
            Self::Copy => query.checked_sub(separator?).filter(|place| Some(*place) < separator),
            Self::OwnCopy => query.checked_sub(separator? + 1),
            Self::AfterTwin => twin().map(|place| place + 1).filter(|place| *place < query),
            Self::Twin => twin(),
            Self::OneBack => query.checked_sub(1),
            Self::TwoBack => query.checked_sub(2),
            Self::Itself => (query > 0).then_some(query),
            Self::First => (query > 1).then_some(0),
            Self::Separator => separator.filter(|place| query > *place),
        }
    }

    /// Whether it finds a place by what stands there or by what has been written, as tasks need it; the
    /// others are always at the same distance or the same place.
    #[must_use]
    pub fn is_telling(self) -> bool {
        use Pattern::{AfterTwin, Copy, Mirror, OwnCopy, OwnMirror, Twin};
        matches!(self, Mirror | OwnMirror | Copy | OwnCopy | AfterTwin | Twin)
    }

    /// What a head with this pattern does: `reads the word backwards`.
    #[must_use]
    pub fn verb(self) -> &'static str {
        match self {
            Self::Mirror | Self::OwnMirror => "reads the word backwards",
            Self::Copy | Self::OwnCopy => "reads the word in its order",
            Self::AfterTwin => "looks at what came after this token last time",
            Self::Twin => "looks at the same token, last time",
            Self::OneBack => "looks one token back",
            Self::TwoBack => "looks two tokens back",
            Self::Itself => "looks at its own token",
            Self::First => "looks at the first token",
            Self::Separator => "looks at the sign >",
        }
    }
}

/// The place as far before the sign at `end` as `query` is behind it, or `shift` places earlier.
fn mirror(query: usize, end: usize, shift: usize) -> Option<usize> {
    if query < end { None } else { (2 * end).checked_sub(query + shift) }
}

/// Reads one head: `weights` is `tokens.len()` rows of as many columns.
#[must_use]
pub fn read_head(weights: &[f32], tokens: &[String]) -> Reading {
    let separator = tokens.iter().position(|token| token == ">");
    let best = PATTERNS
        .into_iter()
        .filter_map(|pattern| Some((pattern, share(weights, tokens, pattern, separator)?)))
        .reduce(|best, next| if next.1 > best.1 { next } else { best });
    match best {
        Some((pattern, share)) if share >= CLEAR_SHARE => Reading { pattern: Some(pattern), share },
        Some((_, share)) => Reading { pattern: None, share },
        None => Reading { pattern: None, share: 0.0 },
    }
}

/// Mean weight on the pattern's cells; at least two rows are needed for a pattern.
fn share(
    weights: &[f32],
    tokens: &[String],
    pattern: Pattern,
    separator: Option<usize>,
) -> Option<f32> {
    let size = tokens.len();
    let cells = (0..size)
        .filter_map(|query| Some(query * size + pattern.key(query, tokens, separator)?))
        .filter_map(|cell| weights.get(cell))
        .collect::<Vec<_>>();
    (cells.len() >= 2).then(|| cells.iter().copied().sum::<f32>() / cells.len() as f32)
}

impl Reading {
    /// What the head does, without numbers.
    #[must_use]
    pub fn words(self) -> &'static str {
        self.pattern.map_or("spreads its weight", Pattern::verb)
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = 100.0 * self.share;
        match self.pattern {
            Some(pattern) if self.share >= 0.8 => write!(f, "{}: {percent:.0} %", pattern.verb()),
            Some(pattern) => write!(f, "mostly {}: {percent:.0} %", pattern.verb()),
            None => write!(f, "spreads its weight: no pattern holds more than {percent:.0} %"),
        }
    }
}

/// The head that is easiest to read: layer, head and its reading; a telling pattern outranks the
/// others, because it is what tasks need. `None` while no head has a clear pattern.
#[must_use]
pub fn clearest(readings: &[Vec<Reading>]) -> Option<(usize, usize, Reading)> {
    let mut best: Option<(usize, usize, Reading)> = None;
    for (layer, heads) in readings.iter().enumerate() {
        for (head, reading) in heads.iter().enumerate().filter(|(_, r)| r.pattern.is_some()) {
            if best.is_none_or(|(_, _, other)| rank(*reading) > rank(other)) {
                best = Some((layer, head, *reading));
            }
        }
    }
    best
}

fn rank(reading: Reading) -> f32 {
    reading.share + if reading.pattern.is_some_and(Pattern::is_telling) { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    /// A head that puts `share` on `key(query)` and the rest evenly on what it may see.
    fn head(size: usize, share: f32, key: impl Fn(usize) -> usize) -> Vec<f32> {
        let mut weights = vec![0.0; size * size];
        for query in 0..size {
            let rest = (1.0 - share) / (query + 1) as f32;
            weights[query * size..=query * size + query].fill(rest);
            weights[query * size + key(query).min(query)] += share;
        }
        weights
    }

    fn check(text: &str, share: f32, key: impl Fn(usize) -> usize, expect: &str) {
        let tokens = tokens(text);
        let reading = read_head(&head(tokens.len(), share, key), &tokens);
        assert_eq!(reading.to_string(), expect);
    }

    const AFTER_TWIN: &str = "looks at what came after this token last time: 100 %";

    #[test]
    fn patterns_are_told_apart() {
        let mirror = |query: usize| if query >= 6 { 11 - query } else { 0 };
        check("magnet>tenga", 1.0, mirror, "reads the word backwards: 100 %");
        let own = |query: usize| if query >= 6 { 12 - query } else { 0 };
        check("magnet>tenga", 1.0, own, "reads the word backwards: 100 %");
        check("magnet>tenga", 0.9, |q| q.saturating_sub(1), "looks one token back: 92 %");
        check("magnet>tenga", 0.9, |q| q.saturating_sub(2), "looks two tokens back: 92 %");
        check("magnet>tenga", 0.5, |q| q, "mostly looks at its own token: 60 %");
        check("magnet>tenga", 1.0, |_| 0, "looks at the first token: 100 %");
        check("magnet>magne", 1.0, |q| q.saturating_sub(6), "reads the word in its order: 100 %");
        check("rbqxrbqxr", 1.0, |q| q.saturating_sub(3), AFTER_TWIN);
        check(
            "rbqxrbqxr",
            1.0,
            |q| q.saturating_sub(4),
            "looks at the same token, last time: 100 %",
        );
        check("magnet>tenga", 1.0, |q| if q > 6 { 6 } else { 0 }, "looks at the sign >: 100 %");
    }

    #[test]
    fn an_even_head_has_no_pattern() {
        let tokens = tokens("magnet>tenga");
        let reading = read_head(&head(12, 0.0, |q| q), &tokens);
        assert_eq!(reading.pattern, None);
        assert!(reading.to_string().starts_with("spreads its weight"), "{reading}");
    }

    #[test]
    fn without_a_sign_there_is_no_mirror() {
        check("letter", 1.0, |q| q, "looks at its own token: 100 %");
    }

    #[test]
    fn a_text_too_short_has_no_pattern() {
        assert_eq!(read_head(&[1.0], &tokens("a")), Reading { pattern: None, share: 0.0 });
        assert_eq!(read_head(&[], &[]), Reading { pattern: None, share: 0.0 });
    }

    #[test]
    fn the_mirror_is_the_head_to_show() {
        let read = |pattern, share| Reading { pattern: Some(pattern), share };
        let readings = vec![
            vec![read(Pattern::OneBack, 0.99), Reading { pattern: None, share: 0.3 }],
            vec![read(Pattern::Mirror, 0.5), read(Pattern::Itself, 1.0)],
        ];
        assert_eq!(clearest(&readings), Some((1, 0, read(Pattern::Mirror, 0.5))));
        assert_eq!(clearest(&readings[..0]), None);
    }
}
