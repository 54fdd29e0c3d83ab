//! The reducer: which orders follow from what happens, and what is shown meanwhile.

use figures::Value;
use protocol::lab::Prepared;

use super::*;
use crate::labs::sample;

fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    let start = Rc::new(State::new(Rc::new(sample::lab())));
    actions.into_iter().fold(start, |state, action| state.reduce(action))
}

/// One lane, no experiment.
fn open(step: u64) -> Action {
    Action::Open(
        Shared { plan: Plan::opening(&sample::lab()), step, own: None },
        Kept::default(),
        None,
    )
}

fn frame(run: u32, running: bool, step: u64) -> Action {
    frame_of(run, running, Frame { step, ..sample::frame(&[&[1.0]]) })
}

fn frame_of(run: u32, running: bool, frame: Frame) -> Action {
    let frame = Box::new(frame);
    Action::Heard(Event::LabFrame { run, running, updates_per_second: 0.0, frame })
}

fn prepared(run: u32) -> Action {
    let measures = vec![figures::Measure::loss("loss", "loss", "loss")];
    let prepared = Prepared { measures, updates_an_epoch: 4, programs: (true, false) };
    Action::Heard(Event::LabPrepared { run, prepared })
}

fn set(name: &str, value: impl Into<Value>) -> Action {
    Action::Change(Change::Set { lane: 0, name: name.into(), value: value.into() })
}

/// At full speed, standing at step 0.
fn ready() -> [Action; 4] {
    [Action::Pace(Speed::Full), open(0), prepared(1), frame(1, false, 0)]
}

/// The orders in short: `configure 1`, `run 1 to 9`, `restart`; acknowledged frames are left out.
fn orders(state: &State) -> Vec<String> {
    let short = |order: &Order| match order {
        Order::Restart => Some("restart".to_owned()),
        Order::Send(Request::Configure { run, .. }) => Some(format!("configure {run}")),
        Order::Send(Request::Pause { run }) => Some(format!("pause {run}")),
        Order::Send(Request::RunTo { run, step }) => Some(format!("run {run} to {step}")),
        Order::Send(Request::Adjust { run, .. }) => Some(format!("adjust {run}")),
        Order::Send(_) => None,
    };
    state.outbox.iter().filter_map(|(_, order)| short(order)).collect()
}

#[test]
fn a_link_is_replayed_to_its_step() {
    let state = after([open(400)]);
    assert_eq!(orders(&state), ["configure 1", "run 1 to 400"]);
    let half = state.reduce(prepared(1)).reduce(frame(1, true, 200));
    assert_eq!(half.phase, Phase::Replaying(400));
    assert_eq!(half.reduce(frame(1, false, 400)).phase, Phase::Paused);
}

#[test]
fn training_goes_as_far_as_the_lab_says_and_as_far_again() {
    let state = after(ready()).reduce(Action::Train);
    let late = state.reduce(frame(1, false, 0));
    assert_eq!(late.phase, Phase::Training, "a late frame does not end it");
    let there = late.reduce(frame(1, true, 50)).reduce(frame(1, false, 100));
    assert_eq!(there.phase, Phase::Paused);
    let on = there.reduce(Action::Train);
    assert_eq!(orders(&on), ["configure 1", "run 1 to 100", "run 1 to 200"]);
}

#[test]
fn slow_training_goes_from_picture_to_picture() {
    let state = after([open(0), prepared(1), frame(1, false, 0), Action::Train]);
    let on =
        state.reduce(frame(1, false, 0)).reduce(frame(1, false, 5)).reduce(frame(1, false, 10));
    assert_eq!(orders(&on), ["configure 1", "run 1 to 5", "run 1 to 10", "run 1 to 15"]);
    let paused = on.reduce(Action::Pause).reduce(frame(1, false, 15));
    assert_eq!((paused.phase.clone(), orders(&paused).len()), (Phase::Paused, 5));
}

#[test]
fn a_change_of_speed_never_rewinds() {
    let state = after(ready()).reduce(Action::Train).reduce(frame(1, true, 50));
    let slowed = state.reduce(Action::Pace(Speed::Slow));
    let on = slowed.reduce(frame(1, true, 60)).reduce(frame(1, false, 61));
    assert_eq!(orders(&on)[1..], ["run 1 to 100", "pause 1", "run 1 to 66"]);
    assert_eq!(on.phase, Phase::Training);
}

#[test]
fn a_change_starts_anew_and_a_live_one_does_not() {
    let state = after(ready()).reduce(Action::Train).reduce(frame(1, true, 9));
    let changed = state.reduce(set("rate", 0.1));
    assert_eq!(orders(&changed)[2..], ["configure 2", "run 2 to 100"]);
    let live = changed.reduce(set("angle", 45.0));
    assert_eq!((live.run, orders(&live)[4].as_str()), (2, "adjust 2"));
    let orders_so_far = live.outbox.len();
    assert_eq!(live.reduce(set("angle", 45.0)).outbox.len(), orders_so_far);
}

#[test]
fn steps_epochs_and_rewinding_are_exact() {
    let state = after([open(0), prepared(1), frame(1, false, 30)]);
    let sent = state.reduce(Action::Step).reduce(Action::Epoch).reduce(Action::Rewind);
    assert_eq!(orders(&sent)[1..], ["run 1 to 31", "run 1 to 35", "run 1 to 0"]);
    // Presses that come before their frames add up; frames on the way take nothing from them.
    let late = sent.reduce(frame(1, false, 31)).reduce(Action::Step);
    assert_eq!(orders(&late).last().map(String::as_str), Some("run 1 to 1"));
    let there = late.reduce(frame(1, false, 1)).reduce(Action::Step);
    assert_eq!(orders(&there).last().map(String::as_str), Some("run 1 to 2"));
}

#[test]
fn looking_back_pauses_and_training_returns() {
    let frames = [frame(1, true, 10), frame(1, true, 20)];
    let state = after(ready()).reduce(Action::Train);
    let state = frames.into_iter().fold(state, |state, frame| state.reduce(frame));
    let back = state.reduce(Action::Look(Some(1)));
    assert_eq!(back.shown().map(|frame| frame.step), Some(10));
    assert_eq!(back.phase, Phase::Paused);
    let on = back.reduce(frame(1, false, 25)).reduce(Action::Train);
    assert_eq!(on.shown().map(|frame| frame.step), Some(25));
    assert_eq!(on.reduce(Action::Look(Some(3))).looking_at, None, "the last is the present");
}

#[test]
fn a_step_goes_on_from_the_step_on_screen() {
    let state = [0, 10, 20, 30].into_iter().map(|step| frame(1, false, step));
    let state = state.fold(after(ready()), |state, frame| state.reduce(frame));
    let back = state.reduce(Action::Step).reduce(Action::Look(Some(1)));
    assert_eq!((back.step(), back.shown_step()), (30, 10));
    let sent = back.reduce(Action::Step);
    assert_eq!(orders(&sent).last().map(String::as_str), Some("run 1 to 11"));
    let there = sent.reduce(frame(1, false, 11));
    assert_eq!((there.shown_step(), there.record.len()), (11, 3));
}

#[test]
fn a_run_that_has_ended_can_only_be_rewound() {
    let ended = Frame { step: 20, has_ended: true, ..sample::frame(&[&[1.0]]) };
    let state = after(ready()).reduce(Action::Train).reduce(frame_of(1, false, ended));
    assert_eq!(state.phase, Phase::Paused);
    let pressed = state.reduce(Action::Train).reduce(Action::Step).reduce(Action::Rewind);
    assert_eq!(orders(&pressed)[1..], ["run 1 to 100", "run 1 to 0"]);
}

#[test]
fn a_guess_runs_the_experiment_and_is_graded_at_its_end() {
    let shared = Shared::opening(&sample::lab());
    let start =
        [Action::Pace(Speed::Full), Action::Open(shared, Kept::default(), None), prepared(1)];
    let state = after(start).reduce(frame(1, false, 0)).reduce(Action::Guess(Answer::Lane(1)));
    assert_eq!((state.phase.clone(), orders(&state)[1].as_str()), (Phase::Training, "run 1 to 50"));
    assert_eq!(state.grade(), None);
    let end = Frame { step: 50, ..sample::frame(&[&[1.0, 0.9], &[1.0, 0.2]]) };
    let state = state.reduce(frame_of(1, false, end));
    assert_eq!(state.grade().map(|grade| grade.right), Some(Answer::Lane(1)));
    assert_eq!(state.reduce(set("rule", "adam")).guess, None);
}

#[test]
fn a_lost_worker_is_replaced_and_replays() {
    let state = after(ready()).reduce(Action::Train).reduce(frame(1, true, 64));
    let state = state.reduce(Action::Died("killed".into()));
    assert_eq!(orders(&state)[2..], ["restart", "configure 2", "run 2 to 64"]);
    assert!(state.notice.as_ref().is_some_and(|notice| notice.contains("step 64")));
    let back = state.reduce(prepared(2)).reduce(frame(2, false, 64));
    assert_eq!(back.phase, Phase::Training);
    let again = back.reduce(Action::Died("one".into())).reduce(Action::Died("two".into()));
    assert_eq!(again.phase, Phase::Lost("two".into()));
    assert_eq!(again.reduce(Action::Revive).phase, Phase::Replaying(64));
}

#[test]
fn a_refusal_is_shown_and_the_next_change_is_tried() {
    let refused = Event::Refused { run: 1, reason: "too far".into() };
    let state = after([open(0), Action::Heard(refused)]);
    assert_eq!(state.phase, Phase::Refused("too far".into()));
    assert_eq!(state.reduce(set("rate", 1.0)).phase, Phase::Preparing);
}

#[test]
fn drawn_points_are_run_on_and_survive_a_refusal() {
    let dot = |x| Action::Draw(Stroke::At(None, x, 0.0));
    let first = after(ready()).reduce(dot(0.5));
    assert!(first.is_own());
    assert_eq!(orders(&first)[1..], ["configure 2"]);
    let refused = first.reduce(Action::Heard(Event::Refused { run: 2, reason: "Too few.".into() }));
    assert_eq!(refused.phase, Phase::Refused("Too few.".into()));
    assert_eq!(orders(&refused).last().map(String::as_str), Some("pause 1"));
    let second = refused.reduce(dot(-0.5));
    assert_eq!(second.own.as_ref().map(|sheet| sheet.rows()), Some(2));
    let back = second.reduce(Action::Draw(Stroke::Undo));
    assert_eq!(back.own.as_ref().map(|sheet| sheet.rows()), Some(1));
    assert_eq!(orders(&back).last().map(String::as_str), Some("configure 4"));
}

#[test]
fn a_unit_is_chosen_and_given_back() {
    let state = after(ready()).reduce(Action::Enlarge(0, (1, 2)));
    assert_eq!(state.unit, Some((0, (1, 2))));
    assert_eq!(state.reduce(Action::Enlarge(0, (1, 2))).unit, None);
}

#[test]
fn a_unit_that_is_gone_is_not_looked_at() {
    let with = |run, sizes: Vec<u16>| {
        let network =
            figures::Network { sizes, shown_in: Some("map".into()), ..Default::default() };
        let figure = figures::Figure::Network(network);
        let mut frame = sample::frame(&[&[1.0]]);
        frame.lanes[0].panels = vec![figures::Panel::new("network", "Network", "", figure)];
        frame_of(run, false, frame)
    };
    let state = after(ready()).reduce(with(1, vec![2, 4, 3, 1])).reduce(Action::Enlarge(0, (2, 1)));
    let same = state.reduce(with(1, vec![2, 4, 3, 1]));
    assert_eq!(same.unit, Some((0, (2, 1))));
    assert_eq!(same.clone().reduce(with(1, vec![2, 4, 1])).unit, None, "its layer is gone");
    assert_eq!(same.reduce(with(1, vec![2, 4, 1, 1])).unit, None, "its layer is smaller");
}
