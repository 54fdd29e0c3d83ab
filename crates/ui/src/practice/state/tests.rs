//! Tests of the room's reducer.

use super::{
    super::{
        attempt::{Attempt, Plan},
        interview::Step,
        own, parsons,
    },
    *,
};
use crate::practice::sample::{exercise, growth_point, observation};

fn room(draft: Option<&str>) -> Rc<Room> {
    let draft = draft.map(|text| Draft { text: text.into(), ..Draft::default() });
    Rc::new(Room::open(Rc::new(exercise()), draft, Record::default(), 10.0))
}

fn after(room: Rc<Room>, actions: impl IntoIterator<Item = Action>) -> Rc<Room> {
    actions.into_iter().fold(room, |room, action| room.reduce(At(20.0, action)))
}

fn elsewhere(text: &str) -> Action {
    Action::TypedElsewhere(Draft { text: text.into(), ..Draft::default() })
}

fn case(id: u32, expected: i32, got: i32) -> Action {
    Action::Hear(Box::new(Event::Case { id, case: observation("a", expected, got) }))
}

fn finished(id: u32) -> Action {
    Action::Hear(Box::new(Event::Finished { id, duration_ms: 1.0 }))
}

#[test]
fn it_opens_with_the_starter_or_with_what_was_typed() {
    assert_eq!(room(None).draft.text, "def double(n): ...");
    let typed = room(Some("mine"));
    assert_eq!((typed.draft.text.as_str(), typed.saving), ("mine", Saving::Saved));
    assert_eq!(typed.record.opened_ms, 10.0);
}

#[test]
fn reset_keeps_the_text_and_brings_it_back() {
    let reset = after(room(Some("mine")), [Action::Reset]);
    assert_eq!(reset.draft.text, "def double(n): ...");
    assert_eq!(reset.revision, 1);
    let back = after(reset, [Action::TakeKept]);
    assert_eq!((back.draft.text.as_str(), &back.draft.kept), ("mine", &None));
    let untouched = after(room(None), [Action::Reset]);
    assert_eq!(untouched.draft.kept, None);
}

#[test]
fn another_tabs_text_is_offered_and_never_taken_silently() {
    let offered = after(room(Some("mine")), [elsewhere("theirs")]);
    assert_eq!((offered.draft.text.as_str(), offered.writes), ("mine", 0));
    assert_eq!(offered.draft.kept.as_ref().unwrap().origin, Origin::Tab);
    let reset = after(offered.clone(), [Action::Reset]);
    assert_eq!(reset.draft.kept.as_ref().unwrap().text, "theirs");
    let same = after(offered, [elsewhere("mine")]);
    assert_eq!(same.draft.kept, None);
}

#[test]
fn solving_is_recorded_once() {
    let first = after(room(None), [Action::Run, case(1, 2, 3), finished(1), Action::Stop]);
    assert_eq!((first.record.runs, first.is_solved()), (1, false));
    assert_eq!(first.selected, Some(0));
    let id = first.next_id;
    let solved = after(first, [Action::Run, case(id, 2, 2), finished(id)]);
    assert_eq!((solved.record.solved_ms, solved.record.solved_runs), (Some(20.0), 2));
    assert_eq!(solved.record.solved_again_ms, None);
    let id = solved.next_id;
    let again = after(solved, [Action::Run, case(id, 2, 2), finished(id)]);
    assert_eq!((again.record.solved_again_ms, again.record.solved_runs), (Some(20.0), 2));
}

#[test]
fn a_dead_engine_ends_the_run_and_keeps_the_text() {
    let dead = PythonStatus::Dead { message: "gone".into() };
    let lost = after(room(Some("mine")), [Action::Run, Action::Engine(dead)]);
    assert_eq!(lost.run.as_ref().unwrap().ending, Some(Ending::Lost));
    assert!(!lost.is_busy());
    assert_eq!(lost.draft.text, "mine");
}

#[test]
fn a_second_press_of_run_changes_nothing() {
    let once = after(room(None), [Action::Run]);
    assert_eq!(after(once.clone(), [Action::Run]), once);
}

#[test]
fn hints_are_counted_up_to_the_last() {
    let hinted = after(room(None), [Action::Hint, Action::Hint, Action::Hint]);
    assert_eq!(hinted.record.hints, 2);
}

#[test]
fn drafts_of_older_versions_are_read() {
    let draft: Draft = serde_json::from_str(r#"{"text":"x"}"#).unwrap();
    assert_eq!(draft, Draft { text: "x".into(), ..Draft::default() });
}

#[test]
fn a_reload_finds_the_verdict_and_a_new_run_replaces_it() {
    let before = after(room(Some("mine")), [Action::Run, case(1, 2, 3), finished(1), Action::Stop]);
    assert_eq!((before.record.failed_runs, before.earlier_ms), (1, None));
    let run = before.run.as_ref().unwrap();
    let last = LastRun::of(run, before.selected, &before.exercise, 30.0);
    let reloaded = Rc::new((*room(Some("mine"))).clone().with_earlier(Attempt::default(), last));
    assert_eq!((reloaded.earlier_ms, reloaded.selected), (Some(30.0), Some(0)));
    assert_eq!(reloaded.run.as_ref().unwrap().ending, run.ending);
    assert!(!reloaded.is_busy() && reloaded.runs == 0);
    let fresh = after(reloaded, [Action::Run]);
    assert_eq!((fresh.earlier_ms, fresh.is_busy()), (None, true));
}

#[test]
fn the_best_growth_of_right_code_is_noted() {
    let steps = |id, size| Action::Hear(Box::new(Event::Growth { id, point: growth_point(size) }));
    let mut actions = vec![Action::Run, case(1, 2, 2), finished(1)];
    actions.extend([1, 2, 4].map(|size| steps(2, size)));
    actions.push(finished(2));
    let solved = after(room(None), actions);
    let measured = solved.run.as_ref().unwrap().fit.as_ref().unwrap().class;
    assert_eq!(solved.record.best_growth, Some(measured));
}

#[test]
fn own_cases_are_kept_with_the_text_and_run_with_the_others() {
    let edits = [own::Edit::Add("n=3".into()), own::Edit::Add(String::new())];
    let edited = after(room(Some("mine")), edits.map(Action::Own));
    assert_eq!((edited.draft.own.len(), edited.writes, edited.saving), (2, 2, Saving::Pending));
    let running = after(edited, [Action::Run]);
    let run = running.run.as_ref().unwrap();
    assert_eq!(run.own, running.draft.own[..1], "an empty one is not run");
    assert_eq!(run.job(&running.exercise).unwrap().own, run.own);
    let other = Draft { text: "mine".into(), kept: None, own: run.own.clone() };
    let told = after(running, [Action::TypedElsewhere(other)]);
    assert_eq!(told.draft.own.len(), 1);
}

#[test]
fn the_lines_are_offered_after_two_failed_runs_and_become_the_text() {
    let failing = |id| [Action::Run, case(id, 2, 3), finished(id), Action::Stop];
    let once = after(room(Some("mine")), failing(1));
    assert!(!once.are_lines_offered());
    let id = once.next_id;
    let twice = after(once, failing(id));
    assert!(twice.are_lines_offered());
    let opened = after(twice, [Action::Parsons(parsons::Edit::Open)]);
    assert!(!opened.are_lines_offered());
    let taken = after(opened, [Action::TakeLines]);
    assert_eq!(taken.draft.text, "ref\n");
    assert_eq!(taken.draft.kept.as_ref().unwrap().text, "mine");
    let id = taken.next_id;
    let ran = after(taken, [Action::TakeLines, Action::Run, case(id, 2, 2), finished(id)]);
    assert_eq!((ran.run.as_ref().unwrap().source.as_str(), ran.is_solved()), ("ref\n", true));
    assert_eq!(ran.draft.kept.as_ref().unwrap().text, "mine");
}

fn plan() -> Plan {
    let approach = "Double it by adding it to itself.".into();
    Plan { approach, time: Some(content::Growth::Constant), space: Some(content::Growth::Constant) }
}

#[test]
fn an_interview_wants_a_plan_before_the_first_run_and_gives_no_help() {
    let started = after(room(Some("mine")), [Action::Interview(Step::Start)]);
    assert_eq!(started.draft.text, started.exercise.starter);
    assert_eq!(started.draft.kept.as_ref().unwrap().text, "mine");
    let eager = after(started, [Action::Run, Action::Hint, Action::Interview(Step::Commit)]);
    assert_eq!((eager.run.is_none(), eager.record.hints, eager.may_run()), (true, 0, false));
    let planned = [Step::Write(plan()), Step::Commit, Step::Write(Plan::default())];
    let planned = after(eager, planned.map(Action::Interview));
    let interview = planned.attempt.interview.as_ref().unwrap();
    assert_eq!((interview.is_planned, &interview.plan), (true, &plan()));
    assert!(after(planned, [Action::Run]).is_busy());
}

#[test]
fn an_interview_ends_with_its_task_or_when_it_is_ended() {
    let steps = [Step::Start, Step::Write(plan()), Step::Commit].map(Action::Interview);
    let mut exercise = exercise();
    exercise.growth = None;
    let fresh = Rc::new(Room::open(Rc::new(exercise), None, Record::default(), 10.0));
    let running = after(fresh, steps);
    let given_up = after(running.clone(), [Action::Interview(Step::End)]);
    assert_eq!((given_up.is_interview(), given_up.attempt.interviews[0].cases), (false, 0));
    let solved = after(running, [Action::Run, case(1, 2, 2), finished(1)]);
    let over = &solved.attempt.interviews[0];
    assert_eq!((over.runs, over.passed, over.cases, solved.is_interview()), (1, 1, 1, false));
    assert!(solved.is_solved());
}

#[test]
fn in_an_interview_a_solved_exercise_is_as_new() {
    let record = Record { solved_ms: Some(1.0), ..Record::default() };
    let solved = Rc::new(Room::open(Rc::new(exercise()), None, record, 10.0));
    assert!(solved.is_solved());
    let started = after(solved, [Action::Interview(Step::Start)]);
    assert!(!started.is_solved());
    let ran = after(room(None), [Action::Run, case(1, 2, 2), finished(1), Action::Stop]);
    let last = |now_ms| LastRun::of(ran.run.as_ref().unwrap(), None, &ran.exercise, now_ms);
    let started_with = |last| (*started).clone().with_earlier(started.attempt.clone(), last);
    assert!(started_with(last(19.0)).run.is_none(), "from before it began");
    assert!(started_with(last(21.0)).run.is_some());
    let tab = after(
        started,
        [Action::Interview(Step::End), elsewhere("theirs"), Action::Type("x".into())],
    );
    assert!(!tab.may_interview(), "there would be no place for the present text");
}

#[test]
fn an_interview_asked_for_begins_once_the_text_has_a_place() {
    let open = |draft: Option<&str>| (*room(draft)).clone();
    let begun = open(Some("mine")).with_asked(Some(25), 10.0);
    assert_eq!(begun.attempt.interview.as_ref().unwrap().minutes, 25);
    assert_eq!((begun.asked_minutes, begun.draft.text == begun.exercise.starter), (None, true));

    let mut full = open(Some("mine"));
    full.draft.kept = Some(Kept { text: "older".into(), origin: Origin::Reset });
    let waiting = Rc::new(full.with_asked(Some(25), 10.0));
    assert!(waiting.is_interview() && waiting.attempt.interview.is_none());
    assert_eq!(after(waiting.clone(), [Action::Hint]).record.hints, 0);
    let decided = after(waiting.clone(), [Action::DropKept]);
    assert_eq!(decided.draft.kept.as_ref().unwrap().text, "mine");
    assert_eq!(decided.attempt.interview.as_ref().unwrap().minutes, 25);
    let declined = after(waiting, [Action::Interview(Step::End), Action::DropKept]);
    assert!(!declined.is_interview() && declined.attempt.interviews.is_empty());

    let again = (*decided).clone().with_asked(Some(5), 30.0);
    assert_eq!((again.asked_minutes, &again.attempt), (None, &decided.attempt));
}
