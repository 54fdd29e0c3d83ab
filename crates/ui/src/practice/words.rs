//! The verdict in words.

use judge::{Difference, DifferenceKind, Largest, NumericError, Verdict, show};
use protocol::python::{CodeError, ErrorKind, Observation};
use viz::format;

use super::run::{Ending, Run, Stage};

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

/// An error: what happened, where, and what to do.
pub fn error(error: &CodeError, step_budget: u64) -> String {
    let place = error.line.map(|line| format!(" on line {line}")).unwrap_or_default();
    match error.kind {
        ErrorKind::Syntax => {
            let message = error.message.trim_end_matches('.');
            format!("Python cannot read the code{place}: {message}.")
        }
        ErrorKind::StepLimit => format!(
            "Still running{place} after {} steps, so it was ended. Usually a loop's condition never becomes false.",
            format::count(step_budget)
        ),
        ErrorKind::Memory => format!(
            "The code ran out of memory{place}. {} Look for what grows with each step, or is built whole where a part would do.",
            error.message
        ),
        ErrorKind::Recursion => format!(
            "The function calls itself too deeply{place}. Is there a case that ends the recursion, and is it reached?"
        ),
        ErrorKind::MissingEntry => error.message.clone(),
        ErrorKind::Exception if error.message.is_empty() => {
            format!("{}{place}, without a message.", error.name)
        }
        ErrorKind::Exception => format!("{}{place}: {}", error.name, error.message),
    }
}

/// A short form of the same for the marked line.
pub fn mark(error: &CodeError) -> String {
    match error.kind {
        ErrorKind::StepLimit => "still running here when the step budget ended".into(),
        _ if error.message.is_empty() => error.name.clone(),
        _ => format!("{}: {}", error.name, error.message),
    }
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
    use judge::Step;
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
    }

    #[test]
    fn errors_say_what_where_and_what_to_do() {
        let told = |kind, message: &str| {
            let name = "E".into();
            let raised = CodeError {
                kind,
                name,
                message: message.into(),
                line: Some(3),
                column: None,
                frames: vec![],
            };
            error(&raised, 1000)
        };
        let memory = told(ErrorKind::Memory, "Python has 512 MB here.");
        assert!(
            memory
                .starts_with("The code ran out of memory on line 3. Python has 512 MB here. Look")
        );
        assert_eq!(told(ErrorKind::Exception, ""), "E on line 3, without a message.");
        assert_eq!(told(ErrorKind::Exception, "why"), "E on line 3: why");
        let nested = told(ErrorKind::Syntax, "This nests too deeply.");
        assert_eq!(nested, "Python cannot read the code on line 3: This nests too deeply.");
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
