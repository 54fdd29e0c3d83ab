//! Tests of the run's stages.

use protocol::python::{CodeError, ErrorKind, Stream};

use super::*;
use crate::practice::sample::{exercise, observation};

struct Script {
    run: Run,
    exercise: Exercise,
    next_id: u32,
}

impl Script {
    fn new() -> Self {
        Self { run: Run::new(1, "mine".into()), exercise: exercise(), next_id: 2 }
    }

    fn case(&mut self, name: &str, expected: i32, got: i32) -> &mut Self {
        let id = self.run.id;
        self.hear(Event::Case { id, case: observation(name, expected, got) })
    }

    fn finish(&mut self) -> &mut Self {
        let id = self.run.id;
        self.hear(Event::Finished { id, duration_ms: 4.0 })
    }

    fn hear(&mut self, event: Event) -> &mut Self {
        self.run.hear(event, &self.exercise, &mut self.next_id);
        self
    }

    fn wants(&self, source: &str, purpose: Purpose) {
        let job = self.run.job(&self.exercise).unwrap();
        assert_eq!((job.source.as_str(), job.purpose), (source, purpose));
    }
}

#[test]
fn passing_cases_lead_to_growth() {
    let mut script = Script::new();
    script.wants("mine", Purpose::Check { only: None });
    script.case("a", 2, 2).case("b", 4, 4).finish();
    assert_eq!(script.run.ending, Some(Ending::Judged(Status::Passed)));
    script.wants("mine", Purpose::Growth { sizes: vec![vec![1], vec![2], vec![4]] });
    let id = script.run.id;
    for size in [1, 2, 4] {
        let point = GrowthPoint { size, second: None, steps: 3, peak_bytes: 0 };
        script.hear(Event::Growth { id, point });
    }
    script.finish();
    assert!(!script.run.is_busy());
    assert_eq!(script.run.fit.unwrap().class, content::Growth::Constant);
}

#[test]
fn failing_cases_are_explained_by_a_mistake_that_fails_alike() {
    let mut script = Script::new();
    script.case("a", 2, 2).case("b", 6, 9).finish();
    script.wants("squares", Purpose::Check { only: Some(vec!["b".into()]) });
    script.case("b", 6, 9).finish();
    assert_eq!(script.run.mistake, Some(0));
    assert_eq!(script.run.seen.len(), 2, "the mistake's cases are not the visitor's");
}

#[test]
fn a_failing_case_is_made_smaller_at_last() {
    let shrink = |shrunk: Option<Observation>| {
        let mut script = Script::new();
        script.case("a", 2, 2).case("b", 6, 9).finish().case("b", 6, 6).finish();
        let rules = judge::rules(&script.exercise);
        script.wants("mine", Purpose::Shrink { case: "b".into(), rules });
        let id = script.run.id;
        script.hear(Event::Shrunk { id, case: shrunk, tries: 3 }).finish();
        assert!(!script.run.is_busy());
        script.run.shrunk
    };
    let smaller = |input: &str, got| Observation {
        input: vec![("n".into(), input.into())],
        ..observation("b", 6, got)
    };
    assert!(matches!(shrink(Some(smaller("1", 9))), Some(Shrunk::Smaller(_))));
    assert_eq!(shrink(Some(smaller("3", 9))), None, "as large as the case on the screen");
    assert_eq!(shrink(Some(smaller("1", 6))), None, "passes");
    assert_eq!(shrink(None), Some(Shrunk::PassesAlone(1)));
}

#[test]
fn own_cases_that_make_none_are_told() {
    let mut script = Script::new();
    let message = "needs a number".to_owned();
    script.hear(Event::Refused { id: 1, name: "mine".into(), message: message.clone() });
    assert_eq!(script.run.refused, [("mine".to_owned(), message)]);
}

#[test]
fn another_wrong_value_is_not_explained() {
    let mut script = Script::new();
    script.case("b", 6, 7).finish().case("b", 6, 9).finish();
    assert_eq!(script.run.mistake, None);
    assert_eq!(script.run.ending, Some(Ending::Judged(Status::Failed)));
}

#[test]
fn broken_code_ends_the_run() {
    let mut script = Script::new();
    let error = CodeError {
        kind: ErrorKind::Syntax,
        name: "SyntaxError".into(),
        message: "invalid syntax".into(),
        line: Some(1),
        column: Some(3),
        frames: Vec::new(),
    };
    script.hear(Event::Failed { id: 1, error });
    assert_eq!(script.run.ending, Some(Ending::Broken));
    assert!(!script.run.is_busy());
}

#[test]
fn stopping_keeps_what_was_judged() {
    let mut script = Script::new();
    script.case("a", 2, 2);
    script.run.end(Ending::Stopped);
    assert_eq!(script.run.ending.unwrap().label(), "stopped");
    let mut script = Script::new();
    script.case("a", 2, 2).finish();
    script.run.end(Ending::Stopped);
    assert_eq!(script.run.ending.unwrap().label(), "passed");
}

#[test]
fn answers_to_other_jobs_are_not_heard() {
    let mut script = Script::new();
    script.hear(Event::Finished { id: 77, duration_ms: 1.0 });
    assert_eq!(script.run.ending, None);
}

#[test]
fn output_is_kept_up_to_a_limit() {
    let mut script = Script::new();
    for _ in 0..3 {
        let text = "x".repeat(OUTPUT_LIMIT / 2);
        script.hear(Event::Output { id: 1, stream: Stream::Stdout, text });
    }
    let printed = &script.run.output;
    assert_eq!((printed.pieces[0].1.len(), printed.is_cut), (OUTPUT_LIMIT, true));
}
