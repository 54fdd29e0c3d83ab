//! What can be done when, and what the clock does.

use proptest::prelude::*;

use super::*;
use crate::rubric::{NoScore, Score};

fn begun() -> Session {
    theory().apply(Action::Begin { now_ms: 1000 }).unwrap()
}

fn refused(session: &Session, action: Action, expect: Refusal) {
    assert_eq!(session.apply(action).unwrap_err(), expect);
}

fn reloaded(session: &Session) -> Session {
    Session::from_json(&serde_json::to_string(session).unwrap()).unwrap()
}

fn mark_all(mut session: Session, score: u8) -> Session {
    let tasks = session.round().unwrap().tasks.len();
    for task in 0..tasks {
        session = session.apply(Action::Mark { task, marks: Marks::Own(score) }).unwrap();
    }
    session
}

#[test]
fn a_round_ends_at_its_deadline_reload_or_not() {
    let session = begun();
    assert_eq!(session.left_ms(1000), Some(45 * MINUTE));
    let later = reloaded(&session).apply(Action::Tick { now_ms: 1000 + 44 * MINUTE }).unwrap();
    assert_eq!(later.left_ms(1000 + 44 * MINUTE), Some(MINUTE));
    let due = later.apply(Action::Tick { now_ms: 1000 + 45 * MINUTE }).unwrap();
    assert_eq!(due.stage, Stage::Scoring);
    let over = reloaded(&later).apply(Action::Tick { now_ms: 1000 + 300 * MINUTE }).unwrap();
    assert_eq!(over.stage, Stage::Scoring);
    assert_eq!((over.rounds[0].used_ms, over.rounds[0].is_time_up), (45 * MINUTE, true));
}

#[test]
fn a_pause_does_not_count_and_is_counted() {
    let paused = begun().apply(Action::Pause { now_ms: 1000 + 10 * MINUTE }).unwrap();
    assert_eq!(paused.stage, Stage::Paused { left_ms: 35 * MINUTE });
    // A day later, after a reload.
    let day = 24 * 60 * MINUTE;
    let still = reloaded(&paused).apply(Action::Tick { now_ms: day }).unwrap();
    assert_eq!(still, paused);
    let again = still.apply(Action::Resume { now_ms: day }).unwrap();
    let over = again.apply(Action::FinishRound { now_ms: day + 5 * MINUTE }).unwrap();
    let round = &over.rounds[0];
    assert_eq!((round.used_ms, round.is_time_up, round.pauses), (15 * MINUTE, false, 1));
}

#[test]
fn a_pause_after_the_deadline_finds_the_round_over() {
    let late = begun().apply(Action::Pause { now_ms: 1000 + 46 * MINUTE }).unwrap();
    assert_eq!((late.stage, late.rounds[0].pauses), (Stage::Scoring, 0));
    let late = begun().apply(Action::FinishRound { now_ms: 1000 + 46 * MINUTE }).unwrap();
    assert!(late.rounds[0].is_time_up);
}

#[test]
fn a_clock_set_back_gives_no_time() {
    let session = begun().apply(Action::Tick { now_ms: 1000 + 40 * MINUTE }).unwrap();
    let back = session.apply(Action::Tick { now_ms: 2000 }).unwrap();
    assert_eq!(back.left_ms(2000), Some(5 * MINUTE));
    let over = back.apply(Action::FinishRound { now_ms: 2000 }).unwrap();
    assert_eq!(over.rounds[0].used_ms, 40 * MINUTE);
}

#[test]
fn a_pause_at_the_last_moment_finds_the_round_over() {
    let over = begun().apply(Action::Tick { now_ms: 1000 + 60 * MINUTE }).unwrap();
    assert_eq!(over.stage, Stage::Scoring);
    assert_eq!(over.apply(Action::Pause { now_ms: 1000 + 60 * MINUTE }).unwrap(), over);
}

#[test]
fn what_does_not_fit_the_moment_is_refused() {
    let now_ms = 2000;
    let paused = begun().apply(Action::Pause { now_ms }).unwrap();
    let over = begun().apply(Action::FinishRound { now_ms }).unwrap();
    refused(&theory(), Action::Pause { now_ms }, Refusal::NotBegun);
    refused(&theory(), Action::FinishRound { now_ms }, Refusal::NotBegun);
    refused(&theory(), Action::Note { text: "x".into() }, Refusal::NotBegun);
    refused(&theory(), Action::Next, Refusal::NotBegun);
    refused(&begun(), Action::Begin { now_ms }, Refusal::Begun);
    refused(&begun(), Action::Resume { now_ms }, Refusal::NotPaused);
    refused(&begun(), Action::Finish, Refusal::RoundNotOver);
    refused(&begun(), Action::Mark { task: 0, marks: Marks::Own(4) }, Refusal::RoundNotOver);
    refused(&begun(), Action::Note { text: "x".repeat(50_001) }, Refusal::TooLong);
    refused(&paused, Action::Pause { now_ms }, Refusal::NotRunning);
    refused(&paused, Action::Note { text: "x".into() }, Refusal::Paused);
    refused(&over, Action::Begin { now_ms }, Refusal::Begun);
    refused(&over, Action::Mark { task: 99, marks: Marks::Own(4) }, Refusal::NoTask);
    let marks = Marks::Own(5);
    refused(&over, Action::Mark { task: 0, marks }, Refusal::Score(NoScore::OutOfRange(5)));
    refused(&over, Action::Next, Refusal::Unmarked(over.rounds[0].tasks.len()));
    let end = mark_all(over, 3).apply(Action::Next).unwrap();
    assert_eq!(end.stage, Stage::Finished);
    for action in [Action::Next, Action::Finish, Action::Begin { now_ms }] {
        refused(&end, action, Refusal::Finished);
    }
    assert_eq!(Refusal::Unmarked(2).to_string(), "2 items left to score; 0 is a score, too.");
}

#[test]
fn a_loop_goes_through_all_its_rounds() {
    let mut session = Session::start(whole(), &pool()).unwrap();
    let mut now_ms = 0;
    for at in 0..9 {
        assert_eq!((session.at, session.stage), (at, Stage::Ready));
        session = session.apply(Action::Begin { now_ms }).unwrap();
        let text = format!("Notes on {at}.");
        session = session.apply(Action::Note { text }).unwrap();
        now_ms += 20 * MINUTE;
        session = session.apply(Action::FinishRound { now_ms }).unwrap();
        session = mark_all(reloaded(&session), 4).apply(Action::Next).unwrap();
    }
    assert_eq!(session.stage, Stage::Finished);
    assert!(session.rounds.iter().all(|round| round.used_ms == 20 * MINUTE));
    assert_eq!(session.rounds[8].notes, "Notes on 8.");
}

#[test]
fn a_rubric_keeps_what_was_missed() {
    let criteria: Vec<content::Criterion> = serde_json::from_str(
        r#"[{"level": "junior", "points": 2, "text_html": "A number."},
            {"level": "junior", "points": 1, "text_html": "A unit."},
            {"level": "senior", "points": 3, "text_html": "A budget."}]"#,
    )
    .unwrap();
    let over = begun().apply(Action::FinishRound { now_ms: 2000 }).unwrap();
    let marks = Marks::Rubric { criteria: criteria.clone(), met: vec![true, false, false] };
    let marked = over.apply(Action::Mark { task: 0, marks }).unwrap();
    let mark = marked.rounds[0].tasks[0].marked.as_ref().unwrap();
    assert_eq!(mark.score, Score { points: 2, possible: 3, extra: 0 });
    // A junior does not miss what only a senior adds.
    assert_eq!(mark.missed, ["A unit."]);
    let marks = Marks::Rubric { criteria, met: vec![true] };
    let expect = Refusal::Score(NoScore::Marks { got: 1, needed: 3 });
    refused(&over, Action::Mark { task: 0, marks }, expect);
}

#[test]
fn what_is_no_session_is_not_continued() {
    let check = |text: &str, expect| assert_eq!(Session::from_json(text).unwrap_err(), expect);
    check("", Unreadable::Damaged);
    check("{}", Unreadable::Damaged);
    check(r#"{"version": 2}"#, Unreadable::Version(2));
    check(r#"{"version": 1}"#, Unreadable::Damaged);
    let text = serde_json::to_string(&theory()).unwrap();
    check(&text.replace("\"at\":0", "\"at\":1"), Unreadable::Damaged);
    check(&text[..text.len() / 2], Unreadable::Damaged);
    // What this site cannot have written: an address elsewhere, a clock beyond its round.
    check(&text.replace("card-", "../card-"), Unreadable::Damaged);
    check(&text.replace("\"ready\"", r#"{"paused":{"left_ms":2700001}}"#), Unreadable::Damaged);
    assert!(
        Session::from_json(&text.replace("\"ready\"", r#"{"paused":{"left_ms":2700000}}"#)).is_ok()
    );
}

fn any_action() -> impl Strategy<Value = (u64, u8)> {
    (0u64..30 * MINUTE, 0u8..10)
}

proptest! {
    /// Whatever is done in whatever order, with a reload after each step: the clock adds up.
    #[test]
    fn the_clock_counts_what_ran(steps in prop::collection::vec(any_action(), 1..40)) {
        let setup = Setup::of(
            &[Round::Theory, Round::Coding], Seniority::Senior, Domain::Vision, 1, TODAY,
        );
        let mut session = Session::start(setup, &pool()).unwrap();
        let mut now_ms = 1_700_000_000_000;
        let mut ran_ms = 0;
        for (passed, which) in steps {
            let was_running = matches!(session.stage, Stage::Running { .. });
            let at = session.at;
            now_ms += passed;
            ran_ms += if was_running { passed } else { 0 };
            let action = match which {
                0 | 1 => Action::Begin { now_ms },
                2 => Action::Pause { now_ms },
                3 | 4 => Action::Resume { now_ms },
                5 => Action::Tick { now_ms },
                6 => Action::Note { text: "a note".into() },
                7 => Action::FinishRound { now_ms },
                8 => Action::Mark { task: 0, marks: Marks::Own(2) },
                _ => Action::Next,
            };
            match session.apply(action) {
                Ok(next) => session = next,
                Err(refusal) => prop_assert!(!refusal.to_string().is_empty()),
            }
            session = reloaded(&session);
            // The page ticks: a round that is over is found to be.
            session = session.apply(Action::Tick { now_ms }).unwrap();
            if session.at != at {
                ran_ms = 0;
            }
            let length = u64::from(session.rounds[session.at].minutes) * MINUTE;
            match session.stage {
                Stage::Running { .. } | Stage::Paused { .. } => {
                    prop_assert_eq!(session.left_ms(now_ms), Some(length - ran_ms));
                }
                Stage::Scoring => {
                    prop_assert_eq!(session.rounds[session.at].used_ms, ran_ms.min(length));
                }
                Stage::Ready | Stage::Finished => {}
            }
        }
    }
}
