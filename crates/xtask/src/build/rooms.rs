//! The kinds of rooms. Each is a program of its own, `crates/embed/src/bin/`, so that a page and a
//! frame download what they show and no more.

/// What the names of a room's items begin with, and its program: the first that fits. One that no room knows is told so
/// by the first.
pub const ROOMS: [(&str, &str); 9] = [
    ("practice/", "exercise"),
    ("labs/", "lab"),
    ("attention", "attention"),
    ("study/stories", "own"),
    ("study/resume", "own"),
    ("study/history", "own"),
    ("study", "study"),
    ("interview", "interview"),
    ("privacy", "privacy"),
];

/// The program that holds an item; nothing for a page that is no room.
#[must_use]
pub fn program(item: &str) -> Option<&'static str> {
    ROOMS.iter().find(|(start, _)| item.starts_with(start)).map(|(_, program)| *program)
}

/// Every program, once.
#[must_use]
pub fn programs() -> Vec<&'static str> {
    let mut programs = ROOMS.map(|(_, program)| program).to_vec();
    programs.dedup();
    programs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_told_from_lists() {
        let check = |item, expect| assert_eq!(program(item), expect, "{item}");
        check("practice/k-means", Some("exercise"));
        check("labs/decision-boundary", Some("lab"));
        check("attention", Some("attention"));
        check("study", Some("study"));
        check("study/history", Some("own"));
        check("study/kv-cache-bytes", Some("study"));
        check("interview", Some("interview"));
        check("privacy", Some("privacy"));
        for list in ["", "practice", "labs"] {
            check(list, None);
        }
    }
}
