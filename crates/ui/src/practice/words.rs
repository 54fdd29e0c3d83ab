//! The verdict in words.

use judge::{Difference, DifferenceKind, Largest, NumericError, Step, Verdict, show};
use protocol::python::Observation;
use viz::format;

use super::run::{Ending, Run, Stage};

pub mod errors;

/// The head of the verdict. Before Python is there, nothing runs yet.
pub fn headline(run: &Run, is_python_ready: bool) -> String {
    let Verdict { passed, .. } = run.verdict();
    let total = run.verdict().total();
    match run.ending {
        None if !is_python_ready => "Waiting for Python".into(),
        None => format!("Running, {} done", cases(total)),
        Some(Ending::Judged(_)) if passed == total => format!("All {} pass", cases(total)),
        Some(Ending::Judged(_)) => format!("{passed} of {} pass", cases(total)),
        Some(Ending::Broken) => "The code could not run".into(),
        Some(Ending::Stopped) => format!("Stopped after {}", cases(total)),
        Some(Ending::Lost) => "Python ended unexpectedly".into(),
    }
}

/// What goes on beside the verdict.
pub fn activity(stage: &Stage) -> Option<&'static str> {
    match stage {
        Stage::Recognising(_) => Some("looking for a known mistake"),
        Stage::Shrinking(_) => Some("looking for a smaller input that fails"),
        Stage::Measuring => Some("counting steps"),
        Stage::Checking | Stage::Done => None,
    }
}

/// Hidden cases in the head: `hidden cases: 4 of 5`.
pub fn hidden(run: &Run) -> Option<String> {
    let hidden = run.judged.iter().filter(|case| case.hidden);
    let (mut all, mut passed) = (0, 0);
    for case in hidden {
        all += 1;
        passed += usize::from(case.status == judge::Status::Passed);
    }
    (all > 0).then(|| format!("hidden cases: {passed} of {all}"))
}

/// Hidden cases that are folded away: `6 more hidden cases, 2 of them fail`; without `more` where no
/// other hidden case is in sight.
pub fn folded(statuses: &[judge::Status], is_one_in_sight: bool) -> String {
    let wrong = statuses.iter().filter(|status| **status != judge::Status::Passed).count();
    let noun = if is_one_in_sight { "more hidden case" } else { "hidden case" };
    let count = format::plural(statuses.len(), noun);
    match wrong {
        0 => format!("{count}, all pass"),
        _ if wrong == statuses.len() => format!("{count}, all fail"),
        1 => format!("{count}, 1 fails"),
        _ => format!("{count}, {wrong} fail"),
    }
}

/// What is different, in one sentence.
pub fn difference(difference: &Difference) -> String {
    let place = match difference.place() {
        place if place.is_empty() => String::new(),
        place => format!("At result{place}: "),
    };
    place + &kind(&difference.kind)
}

fn kind(kind: &DifferenceKind) -> String {
    match kind {
        DifferenceKind::Value { expected, got, error, differing, compared, largest } => {
            let off = error.map(distance).unwrap_or_default();
            let count = if *compared > 1 {
                format!("; {differing} of {compared} numbers differ")
            } else {
                String::new()
            };
            let most = largest.as_ref().map(farthest).unwrap_or_default();
            format!(
                "{} instead of {}{off}{count}{most}.",
                short(&show(got)),
                short(&show(expected))
            )
        }
        DifferenceKind::Type { got, .. } if got == "NoneType" => {
            "nothing came back. Is a return missing?".into()
        }
        DifferenceKind::Type { expected, got } => {
            format!("{} instead of {}.", one_of(got), one_of(expected))
        }
        DifferenceKind::Length { expected, got } => {
            format!("{} instead of {expected}.", format::plural(*got, "element"))
        }
        DifferenceKind::Shape { expected, got } => {
            format!("shape {} instead of {}.", shape(got), shape(expected))
        }
        DifferenceKind::Dtype { expected, got } => {
            format!("elements of type {got} instead of {expected}.")
        }
        DifferenceKind::MissingKey { key } => format!("the key {} is missing.", show(key)),
        DifferenceKind::UnexpectedKey { key } => {
            format!("the key {} should not be there.", show(key))
        }
        DifferenceKind::MissingElement { element } => {
            format!("the element {} is missing.", show(element))
        }
        DifferenceKind::UnexpectedElement { element } => {
            format!("the element {} should not be there.", show(element))
        }
    }
}

/// A type's name with its article: `an int`.
fn one_of(type_name: &str) -> String {
    match type_name.chars().next() {
        _ if type_name == "NoneType" => "None".into(),
        _ if type_name == "ndarray" => "an array".into(),
        Some('a' | 'e' | 'i' | 'o' | 'u') => format!("an {type_name}"),
        _ => format!("a {type_name}"),
    }
}

fn farthest(largest: &Largest) -> String {
    format!(", most at {}, by {}", largest.step.written(), format::decimal(largest.error.absolute))
}

fn distance(error: NumericError) -> String {
    if error.absolute.is_finite() {
        format!(", off by {}", format::decimal(error.absolute))
    } else {
        String::new()
    }
}

fn shape(lengths: &[u32]) -> String {
    let parts: Vec<String> = lengths.iter().map(ToString::to_string).collect();
    match parts.as_slice() {
        [one] => format!("({one},)"),
        _ => format!("({})", parts.join(", ")),
    }
}

/// At most 400 characters: whole matrices belong into the picture.
pub fn short(text: &str) -> String {
    const LIMIT: usize = 400;
    if text.chars().count() <= LIMIT {
        return text.to_owned();
    }
    text.chars().take(LIMIT).chain("…".chars()).collect()
}

/// Which call of a class gave the answer that differs: ` This is what call 3, get('a'), gave.`
pub fn call(seen: &Observation, difference: &Difference) -> Option<String> {
    const LIMIT: usize = 60;
    let is_calls = seen.input.iter().all(|(name, _)| name.is_empty());
    let Some(Step::Index(place)) = difference.path.first().filter(|_| is_calls) else {
        return None;
    };
    // The first line of the input makes the object.
    let (_, written) = seen.input.get(place + 1)?;
    let line = written.lines().next()?;
    let is_cut = line.len() < written.len() || line.chars().count() > LIMIT;
    let line: String = line.chars().take(LIMIT).chain(is_cut.then_some('…')).collect();
    Some(format!(" This is what call {}, {line}, gave.", place + 1))
}

/// The name on a case: a hidden one has none until the exercise is solved.
pub fn case_name(seen: &[Observation], index: usize, is_solved: bool) -> String {
    let case = &seen[index];
    if !case.hidden || is_solved {
        return case.name.clone();
    }
    let number = seen[..=index].iter().filter(|other| other.hidden).count();
    format!("hidden {number}")
}

fn cases(count: usize) -> String {
    format::plural(count, "case")
}

#[cfg(test)]
mod tests {
    use protocol::value::Value;

    use super::*;
    use crate::practice::sample::observation;

    fn float(value: f64) -> Value {
        Value::Float(protocol::value::Number(value))
    }

    #[test]
    fn differences_say_where_and_how_far() {
        let check = |path: Vec<Step>, kind, expect: &str| {
            assert_eq!(difference(&Difference { path, kind }), expect);
        };
        let value = DifferenceKind::Value {
            expected: float(0.0),
            got: float(1.0),
            error: Some(NumericError { absolute: 1.0, relative: f64::INFINITY }),
            differing: 1,
            compared: 1,
            largest: None,
        };
        check(vec![], value, "1.0 instead of 0.0, off by 1.");
        let shape = DifferenceKind::Shape { expected: vec![2, 3], got: vec![3] };
        check(vec![Step::Index(1)], shape, "At result[1]: shape (3,) instead of (2, 3).");
        let none = DifferenceKind::Type { expected: "float".into(), got: "NoneType".into() };
        check(vec![], none, "nothing came back. Is a return missing?");
    }

    #[test]
    fn types_have_their_article() {
        let told = |expected: &str, got: &str| {
            let kind = DifferenceKind::Type { expected: expected.into(), got: got.into() };
            difference(&Difference { path: vec![], kind })
        };
        assert_eq!(told("float", "int"), "an int instead of a float.");
        assert_eq!(told("NoneType", "list"), "a list instead of None.");
        assert_eq!(told("ndarray", "list"), "a list instead of an array.");
    }

    #[test]
    fn a_sequence_of_calls_says_which_gave_it() {
        let calls = |lines: &[&str]| Observation {
            input: lines.iter().map(|line| (String::new(), (*line).into())).collect(),
            ..observation("a", 1, 2)
        };
        let at = |path: Vec<Step>| Difference {
            path,
            kind: DifferenceKind::Length { expected: 1, got: 2 },
        };
        let seen = calls(&["LRUCache(2)", "put('a', 1)", "get('a')"]);
        let told = call(&seen, &at(vec![Step::Index(1), Step::Index(0)]));
        assert_eq!(told.unwrap(), " This is what call 2, get('a'), gave.");
        assert_eq!(call(&seen, &at(vec![])), None, "the whole result");
        let long = calls(&["A()", &format!("add({})", "1".repeat(100))]);
        let told = call(&long, &at(vec![Step::Index(0)])).unwrap();
        assert!(told.ends_with("111…, gave.") && told.chars().count() < 100, "{told}");
        let function = observation("a", 1, 2);
        assert_eq!(call(&function, &at(vec![Step::Index(0)])), None);
    }

    #[test]
    fn folded_cases_are_counted() {
        use judge::Status::{Error, Failed, Passed};
        assert_eq!(folded(&[Passed; 5], true), "5 more hidden cases, all pass");
        assert_eq!(folded(&[Passed, Failed], false), "2 hidden cases, 1 fails");
        assert_eq!(folded(&[Error, Failed, Passed], false), "3 hidden cases, 2 fail");
        assert_eq!(folded(&[Error, Failed], false), "2 hidden cases, all fail");
    }

    #[test]
    fn hidden_cases_have_no_name_until_solved() {
        let mut seen = [observation("a", 1, 1), observation("b", 1, 1), observation("c", 1, 1)];
        seen[0].hidden = true;
        seen[2].hidden = true;
        assert_eq!(case_name(&seen, 1, false), "b");
        assert_eq!(case_name(&seen, 2, false), "hidden 2");
        assert_eq!(case_name(&seen, 2, true), "c");
    }
}
