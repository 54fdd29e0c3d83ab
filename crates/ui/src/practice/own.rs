//! The learner's own cases: Python expressions, kept beside the text and run after the exercise's
//! cases. What is wrong with one of them is said by the engine.

use content::{Entry, EntryKind};
use judge::Status;
use protocol::python::OwnCase;

use super::run::Run;

/// Longest input that a new case is begun with.
const BEGUN_WITH: usize = 200;

/// What can be done with own cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// One more, with these arguments to begin with.
    Add(String),
    /// Other arguments for the one at this place.
    Arguments(usize, String),
    /// Another expected value for the one at this place; empty for none.
    Expected(usize, String),
    /// The one at this place goes.
    Remove(usize),
}

/// Does it.
pub fn apply(own: &mut Vec<OwnCase>, edit: Edit) {
    match edit {
        Edit::Add(arguments) => {
            let name = free_name(own);
            own.push(OwnCase { name, arguments, expected: None });
        }
        Edit::Arguments(place, text) => {
            if let Some(case) = own.get_mut(place) {
                case.arguments = text;
            }
        }
        Edit::Expected(place, text) => {
            if let Some(case) = own.get_mut(place) {
                case.expected = Some(text).filter(|text| !text.trim().is_empty());
            }
        }
        Edit::Remove(place) if place < own.len() => drop(own.remove(place)),
        Edit::Remove(_) => {}
    }
}

/// Those that say something.
pub fn written(own: &[OwnCase]) -> Vec<OwnCase> {
    own.iter().filter(|case| !case.arguments.trim().is_empty()).cloned().collect()
}

/// `my case 3`, the first number that no other has.
fn free_name(own: &[OwnCase]) -> String {
    let name = |number: usize| format!("my case {number}");
    let is_free = |name: &String| own.iter().all(|case| case.name != *name);
    (1..=own.len() + 1).map(name).find(is_free).unwrap_or_else(|| name(own.len() + 1))
}

/// What a new case begins with: the input of the case in focus, to be changed, if it may be seen and
/// is short; else the construction of a class, or nothing.
pub fn beginning(entry: &Entry, run: Option<&Run>, selected: Option<usize>) -> String {
    let seen = run.and_then(|run| {
        let visible = run.seen.iter().find(|seen| !seen.hidden);
        selected.and_then(|index| run.seen.get(index)).filter(|seen| !seen.hidden).or(visible)
    });
    let input = seen.map(|seen| {
        let part = |(name, value): &(String, String)| match name.as_str() {
            "" => value.clone(),
            name => format!("{name}={value}"),
        };
        let parts: Vec<String> = seen.input.iter().map(part).collect();
        parts.join(match entry.kind {
            EntryKind::Function => ", ",
            EntryKind::Class => "\n",
        })
    });
    match (input.filter(|it| it.chars().count() <= BEGUN_WITH), entry.kind) {
        (Some(input), _) => input,
        (None, EntryKind::Function) => String::new(),
        (None, EntryKind::Class) => format!("{}()", entry.name),
    }
}

/// How an own case went in a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome<'a> {
    /// It was not part of the run, or has been changed since.
    NotRun,
    /// It makes no case.
    Refused(&'a str),
    /// It ran.
    Judged(Status),
}

/// How this case went in the run in sight.
pub fn outcome<'a>(case: &OwnCase, run: Option<&'a Run>) -> Outcome<'a> {
    let Some(run) = run.filter(|run| run.own.contains(case)) else { return Outcome::NotRun };
    if let Some((_, message)) = run.refused.iter().find(|(name, _)| *name == case.name) {
        return Outcome::Refused(message);
    }
    let judged = run.judged.iter().find(|judged| judged.name == case.name);
    judged.map_or(Outcome::NotRun, |judged| Outcome::Judged(judged.status))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::sample::{exercise, observation};

    fn after(edits: impl IntoIterator<Item = Edit>) -> Vec<OwnCase> {
        let mut own = Vec::new();
        edits.into_iter().for_each(|edit| apply(&mut own, edit));
        own
    }

    #[test]
    fn cases_are_added_changed_and_removed() {
        let own = after([
            Edit::Add("1".into()),
            Edit::Add(String::new()),
            Edit::Remove(0),
            Edit::Add("3".into()),
            Edit::Arguments(1, "4".into()),
            Edit::Expected(1, "8".into()),
            Edit::Expected(0, " ".into()),
            Edit::Remove(7),
        ]);
        let names: Vec<&str> = own.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(names, ["my case 2", "my case 1"]);
        assert_eq!((own[1].arguments.as_str(), own[1].expected.as_deref()), ("4", Some("8")));
        assert_eq!(own[0].expected, None);
        assert_eq!(written(&own), own[1..]);
    }

    #[test]
    fn a_new_case_begins_with_what_is_in_sight() {
        let entry = exercise().entry;
        assert_eq!(beginning(&entry, None, None), "");
        let class = Entry { name: "Stream".into(), kind: EntryKind::Class };
        assert_eq!(beginning(&class, None, None), "Stream()");
        let mut run = Run::new(1, String::new());
        run.seen = vec![observation("a", 1, 1), observation("b", 1, 1)];
        run.seen[1].input = vec![("n".into(), "7".into()), ("k".into(), "2".into())];
        assert_eq!(beginning(&entry, Some(&run), Some(1)), "n=7, k=2");
        run.seen[1].hidden = true;
        assert_eq!(beginning(&entry, Some(&run), Some(1)), "n=3");
    }

    #[test]
    fn a_case_that_was_changed_since_has_no_outcome() {
        let own = after([Edit::Add("1".into()), Edit::Add("x".into())]);
        let mut run = Run::new(1, String::new());
        run.own.clone_from(&own);
        run.refused = vec![("my case 2".into(), "no number".into())];
        let mut seen = observation("my case 1", 1, 2);
        seen.origin = protocol::python::Origin::Own;
        run.judged = vec![judge::case_verdict(&seen, judge::rules(&exercise()))];
        assert_eq!(outcome(&own[0], Some(&run)), Outcome::Judged(Status::Failed));
        assert_eq!(outcome(&own[1], Some(&run)), Outcome::Refused("no number"));
        let changed = OwnCase { arguments: "2".into(), ..own[0].clone() };
        assert_eq!(outcome(&changed, Some(&run)), Outcome::NotRun);
    }
}
