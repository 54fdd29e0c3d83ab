//! Observations to verdicts, and failing observations to a recorded mistake.

use judge::{Status, Verdict, case_verdict, recognise, smallest_failing};
use protocol::python::{CodeError, ErrorKind, FreeOrder, Observation, Origin, Outcome, Rules};
use protocol::value::{Number, Value};

const RULES: Rules = Rules {
    relative: 1e-9,
    absolute: 1e-12,
    free_order: FreeOrder::Nowhere,
    same_dtype: false,
    calls: false,
};

fn float(value: f64) -> Value {
    Value::Float(Number(value))
}

fn seen(name: &str, outcome: Outcome) -> Observation {
    Observation {
        name: name.to_owned(),
        hidden: false,
        input: vec![("a".to_owned(), "(0, 0, 1, 1)".to_owned())],
        expected: float(0.0),
        origin: Origin::Listed,
        stated: None,
        outcome,
        mutated: Vec::new(),
        steps: 7,
    }
}

fn returned(name: &str, value: f64) -> Observation {
    seen(name, Outcome::Returned { value: float(value) })
}

fn raised(name: &str, error: &str, line: u32) -> Observation {
    let error = CodeError {
        kind: ErrorKind::Exception,
        name: error.to_owned(),
        message: "in Python's words".to_owned(),
        line: Some(line),
        column: None,
        frames: Vec::new(),
    };
    seen(name, Outcome::Raised { error })
}

fn mutating(name: &str) -> Observation {
    Observation { mutated: vec!["a".to_owned()], ..returned(name, 0.0) }
}

#[test]
fn a_case_passes_fails_or_ends_in_an_error() {
    let status = |observation| case_verdict(&observation, RULES).status;
    assert_eq!(status(returned("right", 0.0)), Status::Passed);
    assert_eq!(status(returned("wrong", 1.0)), Status::Failed);
    assert_eq!(status(raised("raises", "ValueError", 3)), Status::Error);
    assert_eq!(status(mutating("changes its input")), Status::Failed);
}

#[test]
fn a_verdict_says_why() {
    let wrong = case_verdict(&returned("wrong", 1.0), RULES);
    assert!(wrong.difference.is_some() && wrong.error.is_none() && wrong.mutated.is_empty());
    let error = case_verdict(&raised("raises", "ValueError", 3), RULES);
    assert_eq!(error.error.and_then(|error| error.line), Some(3));
    assert_eq!(error.difference, None);
    let mutated = case_verdict(&mutating("changes its input"), RULES);
    assert_eq!((mutated.mutated, mutated.difference), (vec!["a".to_owned()], None));
}

#[test]
fn cases_add_up() {
    let check = |observations: &[Observation], counts: (usize, usize, usize), status| {
        let cases: Vec<_> = observations.iter().map(|seen| case_verdict(seen, RULES)).collect();
        let verdict = Verdict::of(&cases);
        assert_eq!((verdict.passed, verdict.failed, verdict.errors), counts);
        assert_eq!(verdict.total(), observations.len());
        assert_eq!(verdict.status(), status);
    };
    let (right, wrong) = (returned("right", 0.0), returned("wrong", 1.0));
    let error = raised("raises", "ValueError", 3);
    check(std::slice::from_ref(&right), (1, 0, 0), Status::Passed);
    check(&[right.clone(), wrong.clone(), error.clone()], (1, 1, 1), Status::Failed);
    check(&[right, error], (1, 0, 1), Status::Error);
    check(&[], (0, 0, 0), Status::Error);
    assert_eq!(
        [Status::Passed, Status::Failed, Status::Error].map(Status::label),
        ["passed", "failed", "error"]
    );
}

#[test]
fn the_smallest_failing_case_is_visible_and_short() {
    let long = |mut observation: Observation| {
        observation.input.push(("b".to_owned(), "(2, 2, 3, 3)".to_owned()));
        observation
    };
    let hidden = Observation { hidden: true, ..returned("hidden", 1.0) };
    let cases =
        [returned("right", 0.0), hidden, long(returned("long", 1.0)), returned("short", 1.0)];
    assert_eq!(smallest_failing(&cases, RULES), Some(3));
    assert_eq!(smallest_failing(&cases[..3], RULES), Some(2));
    assert_eq!(smallest_failing(&cases[..2], RULES), Some(1));
    assert_eq!(smallest_failing(&cases[..1], RULES), None);
}

#[test]
fn a_mistake_is_recognised_by_what_it_answers() {
    let failing = [returned("apart", 1.0), returned("far apart", 4.0)];
    let check = |mistakes: &[(usize, Vec<Observation>)], expected| {
        assert_eq!(recognise(&failing, mistakes, RULES), expected);
    };
    let other = (0, vec![returned("apart", 1.0), returned("far apart", 2.0)]);
    let same = (4, vec![returned("far apart", 4.0), returned("apart", 1.0), returned("more", 9.0)]);
    let part = (2, vec![returned("apart", 1.0)]);
    check(&[], None);
    check(std::slice::from_ref(&other), None);
    check(std::slice::from_ref(&part), None);
    check(&[other, part, same], Some(4));
}

#[test]
fn exceptions_and_changed_arguments_are_recognised_too() {
    let check = |failing: Observation, mistake: Observation, expected: bool| {
        let found = recognise(&[failing], &[(3, vec![mistake])], RULES);
        assert_eq!(found, expected.then_some(3));
    };
    check(raised("none", "ZeroDivisionError", 3), raised("none", "ZeroDivisionError", 9), true);
    check(raised("none", "ZeroDivisionError", 3), raised("none", "KeyError", 3), false);
    check(raised("none", "ZeroDivisionError", 3), returned("none", 1.0), false);
    check(mutating("none"), mutating("none"), true);
    check(mutating("none"), returned("none", 0.0), false);
}

#[test]
fn nothing_failing_is_no_mistake() {
    assert_eq!(recognise(&[], &[(0, Vec::new())], RULES), None);
}
