//! The reducer: which orders follow from what happens, and what is shown meanwhile.

use protocol::boundary::{DataSource, Point};

use super::*;
use crate::lab::drawing::{Stroke, Tool};
use crate::lab::sample::{data, frame_at};

fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(Rc::new(State::default()), |state, action| state.reduce(action))
}

fn open(step: u64) -> Action {
    Action::Open(Shared { config: opening(), step }, None)
}

fn frame(run: u32, running: bool, step: u64) -> Action {
    Action::Heard(Event::BoundaryFrame { run, running, frame: Box::new(frame_at(step)) })
}

fn prepared(run: u32) -> Action {
    Action::Heard(Event::BoundaryPrepared { run, data: data() })
}

/// The lab at full speed.
fn full() -> Action {
    Action::Pace(Speed::Full)
}

/// The orders in short: `configure 1`, `start 1`, `restart`; acknowledged frames are left out.
fn orders(state: &State) -> Vec<String> {
    let short = |order: &Order| match order {
        Order::Restart => Some("restart".to_owned()),
        Order::Send(Request::Configure { run, .. }) => Some(format!("configure {run}")),
        Order::Send(Request::Start { run }) => Some(format!("start {run}")),
        Order::Send(Request::Pause { run }) => Some(format!("pause {run}")),
        Order::Send(Request::RunTo { run, step }) => Some(format!("run {run} to {step}")),
        Order::Send(_) => None,
    };
    state.outbox.iter().filter_map(|(_, order)| short(order)).collect()
}

#[test]
fn a_link_is_replayed_to_its_step() {
    let state = after([open(400)]);
    assert_eq!(orders(&state), ["configure 1", "run 1 to 400"]);
    assert_eq!(state.phase, Phase::Replaying(400));
    let half = state.reduce(prepared(1)).reduce(frame(1, true, 200));
    assert_eq!(half.phase, Phase::Replaying(400));
    assert_eq!(half.reduce(frame(1, false, 400)).phase, Phase::Paused);
}

#[test]
fn every_frame_is_acknowledged_and_others_ignored() {
    let state = after([open(0), prepared(1), frame(1, false, 0), frame(7, false, 9)]);
    assert_eq!(state.step(), 0);
    let shown = |(_, order): &&(u64, Order)| *order == Order::Send(Request::FrameShown { run: 1 });
    assert_eq!(state.outbox.iter().filter(shown).count(), 1);
    let sent = state.reduce(Action::Sent(1));
    assert_eq!(orders(&sent), [""; 0]);
}

#[test]
fn training_does_not_flicker_when_a_late_frame_arrives() {
    let state = after([full(), open(0), prepared(1), frame(1, false, 0), Action::Train]);
    assert_eq!(state.phase, Phase::Training);
    let late = state.reduce(frame(1, false, 0));
    assert_eq!(late.phase, Phase::Training);
    let on = late.reduce(frame(1, true, 50)).reduce(Action::Pause);
    assert_eq!(on.phase, Phase::Paused);
    let late = on.reduce(frame(1, true, 80));
    assert_eq!((late.phase.clone(), late.step()), (Phase::Paused, 80));
    assert_eq!(late.reduce(frame(1, false, 81)).phase, Phase::Paused);
}

#[test]
fn slow_training_goes_from_picture_to_picture() {
    // Two training points and batches of ten: one update an epoch.
    let state = after([open(0), prepared(1), frame(1, false, 0), Action::Train]);
    let on = state.reduce(frame(1, false, 0)).reduce(frame(1, false, 1)).reduce(frame(1, false, 2));
    assert_eq!(orders(&on), ["configure 1", "run 1 to 1", "run 1 to 2", "run 1 to 3"]);
    assert_eq!(on.phase, Phase::Training);
    let paused = on.reduce(Action::Pause).reduce(frame(1, false, 3));
    assert_eq!(paused.phase, Phase::Paused);
    assert_eq!(orders(&paused).len(), 5, "the pause is the last order");
}

#[test]
fn a_change_of_speed_never_rewinds() {
    let training =
        [full(), open(0), prepared(1), frame(1, false, 0), Action::Train, frame(1, true, 500)];
    let slowed = after(training).reduce(Action::Pace(Speed::Slow));
    let on = slowed.reduce(frame(1, true, 800)).reduce(frame(1, false, 900));
    assert_eq!(orders(&on), ["configure 1", "start 1", "pause 1", "run 1 to 901"]);
    assert_eq!(on.phase, Phase::Training);
    let faster = on.reduce(full()).reduce(frame(1, false, 901));
    assert_eq!(orders(&faster)[4..], ["pause 1", "start 1"]);
}

#[test]
fn a_change_restarts_from_the_initialisation_and_keeps_training() {
    let training =
        [full(), open(0), prepared(1), frame(1, false, 0), Action::Train, frame(1, true, 9)];
    let state = after(training).reduce(Action::Change(Change::Seed(8)));
    assert_eq!(orders(&state), ["configure 1", "start 1", "configure 2", "start 2"]);
    assert_eq!(state.phase, Phase::Training);
    let same = state.reduce(Action::Change(Change::Seed(8)));
    assert_eq!(same.run, 2, "nothing changed, nothing restarts");
}

#[test]
fn steps_epochs_and_rewinding_are_exact() {
    let state = after([open(0), prepared(1), frame(1, false, 30)]);
    let sent = state.reduce(Action::Step).reduce(Action::Epoch).reduce(Action::Rewind);
    assert_eq!(orders(&sent)[1..], ["run 1 to 31", "run 1 to 31", "run 1 to 0"]);
}

#[test]
fn rewinding_begins_the_curve_anew() {
    let state = after([open(0), prepared(1), frame(1, false, 0), frame(1, true, 10)]);
    assert_eq!(state.curve.len(), 2);
    let rewound = state.reduce(frame(1, false, 0));
    assert_eq!(rewound.curve.as_slice(), [(0, 0.5, 0.5)]);
}

#[test]
fn a_diverged_run_stops_and_can_only_be_rewound() {
    let mut broken = frame_at(20);
    broken.diverged_at_step = Some(20);
    let ended = Event::BoundaryFrame { run: 1, running: false, frame: Box::new(broken) };
    let state = after([
        full(),
        open(0),
        prepared(1),
        frame(1, false, 0),
        Action::Train,
        Action::Heard(ended),
    ]);
    assert_eq!(state.phase, Phase::Paused);
    let pressed = state.reduce(Action::Train).reduce(Action::Step).reduce(Action::Rewind);
    assert_eq!(orders(&pressed), ["configure 1", "start 1", "run 1 to 0"]);
}

#[test]
fn a_lost_worker_is_replaced_and_replays() {
    let training =
        [full(), open(0), prepared(1), frame(1, false, 0), Action::Train, frame(1, true, 640)];
    let state = after(training).reduce(Action::Died("killed".into()));
    assert_eq!(orders(&state)[2..], ["restart", "configure 2", "run 2 to 640"]);
    assert!(state.notice.as_ref().is_some_and(|notice| notice.contains("step 640")));
    assert_eq!(state.frame.as_ref().map(|frame| frame.step), Some(640), "the picture stays");
    let back = state.reduce(prepared(2)).reduce(frame(2, false, 640));
    assert_eq!(orders(&back).last().map(String::as_str), Some("start 2"));
    assert_eq!(back.phase, Phase::Training);
}

#[test]
fn a_worker_lost_twice_at_the_same_place_is_given_up() {
    let state = after([open(0), prepared(1), frame(1, false, 0)]);
    let twice = state.reduce(Action::Died("one".into())).reduce(Action::Died("two".into()));
    assert_eq!(twice.phase, Phase::Lost("two".into()));
    let again = twice.reduce(Action::Revive);
    assert_eq!(again.phase, Phase::Preparing);
    assert_eq!(orders(&again).iter().filter(|order| *order == "restart").count(), 2);
}

#[test]
fn own_points_train_once_both_classes_have_two() {
    let draw = |tool, x| Action::Draw(Stroke::At(tool, x, 0.5));
    let start = [open(0), Action::Change(Change::Data(DataSource::Own(vec![])))];
    let few = after(start).reduce(draw(Tool::A, 0.1)).reduce(draw(Tool::A, 0.2));
    assert!(matches!(few.phase, Phase::Refused(_)));
    assert_eq!(few.data.as_ref().map(|data| data.train.len()), Some(2));
    let enough = few.reduce(draw(Tool::B, 0.3)).reduce(draw(Tool::B, 0.4));
    assert_eq!(enough.phase, Phase::Preparing);
    let undone = enough.reduce(Action::Draw(Stroke::Undo));
    assert!(matches!(undone.phase, Phase::Refused(_)));
}

#[test]
fn a_refusal_is_shown_and_the_next_change_is_tried() {
    let far = vec![Point { x: 0.0, y: 0.0, is_positive: true }; 4];
    let refused = Event::Refused { run: 1, reason: "too far".into() };
    let state = after([open(0), Action::Heard(refused)]);
    assert_eq!(state.phase, Phase::Refused("too far".into()));
    assert!(matches!(state.reduce(Action::Draw(Stroke::Replace(far))).phase, Phase::Refused(_)));
}
