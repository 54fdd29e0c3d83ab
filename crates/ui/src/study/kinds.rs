//! The kinds of items that the study room has, by name.

use content::Kind;

/// All of them, in the order of lists.
pub const KINDS: [Kind; 3] = [Kind::Card, Kind::Design, Kind::Behavioural];

/// What one is called.
pub fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Exercise => "Exercise",
        Kind::Lab => "Lab",
        Kind::Attention => "Attention",
        Kind::Card => "Card",
        Kind::Design => "Case",
        Kind::Behavioural => "Question",
    }
}

/// Several of them, counted: `1 card`, `12 cases`.
pub fn counted(kind: Kind, count: usize) -> String {
    let noun = name(kind).to_ascii_lowercase();
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// As in the address.
pub fn value(kind: Kind) -> &'static str {
    match kind {
        Kind::Design => "case",
        Kind::Behavioural => "question",
        _ => "card",
    }
}

/// The kind of that name.
pub fn of_value(text: &str) -> Option<Kind> {
    KINDS.into_iter().find(|kind| value(*kind) == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_the_address_are_read_back() {
        for kind in KINDS {
            assert_eq!(of_value(value(kind)), Some(kind));
        }
        assert_eq!(of_value("exercise"), None);
        assert_eq!(counted(Kind::Design, 1), "1 case");
        assert_eq!(counted(Kind::Behavioural, 12), "12 questions");
    }
}
