//! What the visitor's code raised, in words: what it is called, what happened, through which calls.

use protocol::python::{CodeError, ErrorKind, Frame, Observation};
use viz::format;

/// What an error is called. The budget's own has no name that Python knows.
pub fn title(error: &CodeError) -> &str {
    match error.kind {
        ErrorKind::StepLimit => "Too many steps",
        _ => &error.name,
    }
}

/// An error: what happened, where, and what to do.
pub fn sentence(error: &CodeError, step_budget: u64) -> String {
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

/// Frames, outermost first, and whether each stands for many of its kind: a recursion's are one.
pub fn frames(frames: &[Frame]) -> Vec<(&Frame, bool)> {
    let runs = frames.chunk_by(PartialEq::eq);
    let shown = runs.flat_map(|run| {
        let is_many = run.len() > 2;
        let kept = if is_many { &run[..1] } else { run };
        kept.iter().map(move |frame| (frame, is_many))
    });
    shown.collect()
}

/// How the cases call the function, where the call itself failed: `iou(a, b)`.
pub fn called_as(error: &CodeError, entry: &str, seen: &Observation) -> Option<String> {
    let is_call = error.name == "TypeError"
        && error.line.is_none()
        && error.message.starts_with(&format!("{entry}()"));
    let names: Vec<&str> = seen.input.iter().map(|(name, _)| name.as_str()).collect();
    // Where there are no names, the input itself shows the calls.
    let are_names = names.iter().all(|name| !name.is_empty() && !name.contains(' '));
    (is_call && are_names).then(|| format!("{entry}({})", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::sample::observation;

    fn raised(kind: ErrorKind, name: &str, message: &str) -> CodeError {
        let (name, message) = (name.into(), message.into());
        CodeError { kind, name, message, line: None, column: None, frames: vec![] }
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
            sentence(&raised, 1000)
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
    fn the_budget_s_own_error_has_a_name_for_people() {
        assert_eq!(title(&raised(ErrorKind::StepLimit, "StepLimit", "")), "Too many steps");
        assert_eq!(title(&raised(ErrorKind::Exception, "KeyError", "")), "KeyError");
    }

    #[test]
    fn the_frames_of_a_recursion_are_one() {
        let lines = |lines: &[u32]| -> Vec<Frame> {
            lines.iter().map(|line| Frame { line: *line, function: "f".into() }).collect()
        };
        let told = |all: &[u32]| -> Vec<(u32, bool)> {
            frames(&lines(all)).iter().map(|(frame, is_many)| (frame.line, *is_many)).collect()
        };
        assert_eq!(told(&[9, 2, 2, 2, 3]), [(9, false), (2, true), (3, false)]);
        assert_eq!(told(&[2, 2]), [(2, false), (2, false)]);
        assert_eq!(told(&[]), []);
    }

    #[test]
    fn a_call_that_does_not_fit_shows_how_it_is_called() {
        let message = "double() takes 0 positional arguments but 1 was given";
        let wrong = raised(ErrorKind::Exception, "TypeError", message);
        let seen = observation("a", 1, 2);
        assert_eq!(called_as(&wrong, "double", &seen).unwrap(), "double(n)");
        assert_eq!(called_as(&wrong, "halve", &seen), None, "a function of the learner's own");
        let inside = CodeError { line: Some(3), ..wrong.clone() };
        assert_eq!(called_as(&inside, "double", &seen), None);
        let calls = Observation { input: vec![(String::new(), "A()".into())], ..seen };
        assert_eq!(called_as(&wrong, "double", &calls), None);
    }
}
