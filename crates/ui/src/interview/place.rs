//! What stands behind the `#` of the room's address: nothing for the loop, else a report, a round to
//! start alone, or the interviewer's sheet.

use study::interview::{Round, Sheet};

/// Where in the room one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The loop, or what comes before it.
    Loop,
    /// A round that somebody was sent to practise.
    Only(Round),
    /// A report that was kept, by the end of its key.
    Report(String),
    /// What the interviewer reads.
    Sheet(Sheet),
    /// A link that is none, or not whole.
    Torn,
}

impl Place {
    /// Reads a fragment, with or without `#`. The name of a heading is the loop.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches('#');
        if let Some(sheet) = Sheet::parse(fragment) {
            return Self::Sheet(sheet);
        }
        let named = |name: &str| fragment.strip_prefix(name)?.strip_prefix('=');
        if let Some(id) = named("report").filter(|it| is_id(it)) {
            return Self::Report(id.to_owned());
        }
        let other = if fragment.contains('=') { Self::Torn } else { Self::Loop };
        named("round").and_then(Round::from_name).map_or(other, Self::Only)
    }

    /// The other way.
    pub fn write(&self) -> String {
        match self {
            Self::Loop | Self::Torn => String::new(),
            Self::Only(round) => format!("round={}", round.name()),
            Self::Report(id) => format!("report={id}"),
            Self::Sheet(sheet) => sheet.to_fragment(),
        }
    }
}

/// Digits, hyphens, and no more of them than a day and a number have.
fn is_id(text: &str) -> bool {
    (1..=20).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit() || it == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_back() {
        let sheet = "sheet=theory&minutes=45&level=junior&items=card/lora";
        for text in ["", "round=ml-coding", "report=20779-2", sheet] {
            assert_eq!(Place::parse(&format!("#{text}")).write(), text);
        }
        for text in ["report=../x", "report=", "round=lunch", "sheet=theory"] {
            assert_eq!(Place::parse(text), Place::Torn, "{text}");
        }
        assert_eq!(Place::parse("#main"), Place::Loop);
    }
}
