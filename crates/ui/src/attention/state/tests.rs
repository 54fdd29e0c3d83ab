//! The attention page's reducer.

use std::rc::Rc;

use protocol::{
    attention::{
        Config, Frame, Inspection, LaneFrame, Model, Order, ProgressPoint, Task,
        look::{Changes, Kind, Part},
    },
    trainer::{self, Event, Request},
};
use yew::Reducible;

use super::{Action, Phase, State};
use crate::attention::fragment::{Shared, default_config};

/// A lane's frame at a step, with a history at those steps.
pub(in crate::attention) fn lane_frame(step: u64, history: &[u64]) -> LaneFrame {
    LaneFrame {
        loss: 1.0,
        accuracy: 0.5,
        accuracy_step: step,
        samples: vec![],
        history: history.iter().map(|step| ProgressPoint { step: *step, loss: 2.0 }).collect(),
        weights_hash: step,
        diverged_at_step: None,
    }
}

fn frame(step: u64, history: &[u64]) -> Frame {
    Frame {
        step,
        lanes: vec![lane_frame(step, history)],
        tokens_per_second: 0.0,
        kept_steps: vec![0],
        inspection: None,
    }
}

/// What a model of one layer and one head sees in a text of one token.
pub(in crate::attention) fn inspection(text: &str) -> Inspection {
    Inspection {
        lane: 0,
        step: 0,
        text: text.into(),
        tokens: vec![text.into()],
        layers: 1,
        heads: 1,
        changes: Changes::default(),
        weights: vec![1.0],
        scores: vec![0.0],
        next: vec![],
        lens: vec![],
        rollout: vec![1.0],
        stages: vec![],
        cell: None,
    }
}

fn model() -> Model {
    Model {
        parameters: vec![9],
        context: 16,
        most_tokens: 16,
        vocabulary: vec!["a".into()],
        end: Some(0),
        example: "ab>b".into(),
    }
}

/// A link's run that starts untrained.
fn untrained() -> Shared {
    Shared { step: Some(0), ..Shared::default() }
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    let start = Rc::new(state);
    Rc::unwrap_or_clone(actions.into_iter().fold(start, Reducible::reduce))
}

fn heard(run: u32, frame: Frame) -> Action {
    Action::Heard(Event::AttentionFrame { run, running: false, frame: Box::new(frame) })
}

fn prepared(run: u32) -> Action {
    Action::Heard(Event::AttentionPrepared { run, model: model() })
}

fn opened() -> State {
    after(State::open(untrained(), &[]), [prepared(1), heard(1, frame(0, &[]))])
}

fn requests(state: &State) -> Vec<&Request> {
    state.outbox.iter().map(|(_, request)| request).collect()
}

#[test]
fn the_untrained_model_is_looked_at_first() {
    let state = opened();
    assert_eq!(state.phase, Phase::Paused);
    assert_eq!(state.text, "ab>b");
    let sent = requests(&state);
    assert!(matches!(sent[0], Request::Configure { run: 1, .. }));
    assert!(matches!(sent[1], Request::Look { run: 1, look } if look.text == "ab>b"));
    assert_eq!(sent[2], &Request::FrameShown { run: 1 });
}

#[test]
fn a_link_is_replayed_to_its_step() {
    let shared = Shared { step: Some(300), text: Some("no>".into()), ..Shared::default() };
    let state = after(State::open(shared.clone(), &[]), [Action::Fetched(None), prepared(1)]);
    assert_eq!(requests(&state).last(), Some(&&Request::RunTo { run: 1, step: 300 }));
    assert_eq!(state.phase, Phase::Replaying(300));
    let state = after(state, [heard(1, frame(150, &[]))]);
    assert!(state.is_running());
    let state = after(state, [heard(1, frame(300, &[]))]);
    assert_eq!(state.phase, Phase::Paused);
    assert_eq!(state.shared(), shared);
}

#[test]
fn an_unusable_link_says_so() {
    let state = State::open(Shared::default(), &["layers".into(), "seed".into()]);
    assert!(state.notice.is_some_and(|notice| notice.contains("layers, seed")));
}

#[test]
fn answers_to_abandoned_runs_are_passed_over() {
    let state = after(opened(), [Action::Configure(Config { seed: 1, ..default_config() })]);
    assert_eq!(state.run, 2);
    let state = after(state, [heard(1, frame(99, &[]))]);
    assert_eq!(state.step(), 0);
    assert_eq!(state.phase, Phase::Preparing);
}

#[test]
fn train_pause_step_and_rewind_ask_the_worker() {
    let state = after(opened(), [Action::Train]);
    assert_eq!(state.phase, Phase::Training);
    let state = after(state, [heard(1, frame(7, &[7])), Action::Pause]);
    assert_eq!(state.phase, Phase::Paused);
    let state = after(state, [Action::StepOnce]);
    assert_eq!(requests(&state).last(), Some(&&Request::RunTo { run: 1, step: 8 }));
    let state = after(state, [heard(1, frame(8, &[8])), Action::Rewind]);
    assert_eq!(requests(&state).last(), Some(&&Request::RunTo { run: 1, step: 0 }));
    let state = after(state, [heard(1, frame(0, &[]))]);
    assert_eq!((state.step(), state.curves[0].loss.len()), (0, 0));
}

#[test]
fn refused_text_keeps_the_last_look() {
    let seen = Frame { inspection: Some(inspection("ab>b")), ..frame(0, &[]) };
    let refused = Event::TextRefused { run: 1, reason: "no digits".into() };
    let state =
        after(opened(), [heard(1, seen), Action::Type("12".into()), Action::Heard(refused)]);
    assert_eq!(state.refusal.as_deref(), Some("no digits"));
    let look = |state: &State| {
        state.frame.as_ref().and_then(|f| f.inspection.as_ref()).map(|i| i.text.clone())
    };
    assert_eq!(look(&state).as_deref(), Some("ab>b"));
    let state = after(state, [heard(1, frame(1, &[]))]);
    assert_eq!(look(&state).as_deref(), Some("ab>b"));
    assert!(state.refusal.is_some(), "a later frame of the old text says nothing about the new");
    let state = after(state, [Action::Type("b>".into())]);
    assert_eq!(state.refusal, None);
}

#[test]
fn divergence_stops_the_run() {
    let mut diverged = frame(12, &[]);
    diverged.lanes[0].diverged_at_step = Some(12);
    let state = after(opened(), [Action::Train, heard(1, diverged)]);
    assert_eq!(state.phase, Phase::Diverged(12));
    assert!(!state.is_running());
}

#[test]
fn a_lost_worker_is_replaced_and_trains_back() {
    let state =
        after(opened(), [Action::Train, heard(1, frame(40, &[])), Action::Died("x".into())]);
    assert_eq!((state.run, &state.phase), (2, &Phase::Fetching));
    assert!(state.notice.as_ref().is_some_and(|notice| notice.contains("step 40")));
    let state = after(state, [Action::Fetched(None), prepared(2)]);
    assert_eq!(requests(&state).last(), Some(&&Request::RunTo { run: 2, step: 40 }));
    let state = after(state, [Action::Died("again".into())]);
    assert_eq!(state.phase, Phase::Lost("again".into()));
    let state = after(state, [Action::Recover]);
    let state = after(state, [Action::Fetched(Some(vec![1]))]);
    assert_eq!((state.run, &state.phase), (3, &Phase::Replaying(40)));
}

#[test]
fn another_task_starts_with_its_own_example() {
    let config = Config { task: Task::NextLetter, ..default_config() };
    let state = after(opened(), [Action::Type("b>".into()), Action::Configure(config)]);
    assert_eq!((state.text.as_str(), state.shipped()), ("", Some("next-letter")));
}

#[test]
fn a_head_that_no_longer_exists_loses_the_focus() {
    let config = Config { heads: 1, ..default_config() };
    let state = after(opened(), [Action::FocusHead(1, 3), Action::Configure(config)]);
    assert_eq!(state.head, None);
}

#[test]
fn the_outbox_keeps_its_numbers_when_it_is_cut() {
    let typed = (0..100).map(|n| Action::Type(n.to_string()));
    let state = after(opened(), typed);
    assert_eq!(state.outbox.len(), super::OUTBOX);
    assert!(state.outbox.is_sorted_by_key(|(number, _)| *number));
    assert!(state.outbox.last().is_some_and(|(number, _)| *number > 100));
}

#[test]
fn usual_settings_start_where_the_site_has_trained_them_to() {
    let state = State::open(Shared::default(), &[]);
    assert_eq!((&state.phase, requests(&state).len()), (&Phase::Fetching, 0));
    let state = after(state, [Action::Fetched(Some(vec![7]))]);
    let saved = |request: &&Request| match request {
        Request::Configure { config: trainer::Config::Attention(plan), .. } => plan.saved.clone(),
        _ => None,
    };
    assert_eq!(requests(&state).first().and_then(saved), Some(vec![7]));
    let state = after(state, [prepared(1), heard(1, frame(900, &[]))]);
    assert_eq!((state.step(), &state.phase), (900, &Phase::Paused));
    let state = after(state, [Action::Fetched(None)]);
    assert_eq!(state.run, 1, "a second answer changes nothing");
}

#[test]
fn lanes_come_with_the_settings_in_focus_and_learn_one_task() {
    let state = after(opened(), [Action::AddLane]);
    assert_eq!((state.lanes.len(), state.lane, state.run), (2, 1, 2));
    let one_head = Config { heads: 1, ..default_config() };
    let state = after(state, [Action::Configure(one_head)]);
    let heads: Vec<u8> = state.lanes.iter().map(|lane| lane.heads).collect();
    assert_eq!((heads, state.curves.len()), (vec![4, 1], 2));
    let sort = Config { task: Task::Sort, ..state.config().clone() };
    let state = after(state, [Action::Configure(sort), Action::AddLane, Action::AddLane]);
    assert_eq!((state.lanes.len(), state.lanes[0].task), (3, Task::Sort));
    let state = after(state, [Action::RemoveLane(0), Action::RemoveLane(0), Action::RemoveLane(0)]);
    assert_eq!((state.lanes.len(), state.lane, state.lanes[0].heads), (1, 0, 1));
}

#[test]
fn a_text_of_the_visitors_is_waited_for_and_then_learnt() {
    let pairs = Config { task: Task::Pairs, ..default_config() };
    let state = after(opened(), [Action::Configure(pairs)]);
    let configured = |state: &State| {
        let is_plan = |request: &&Request| matches!(request, Request::Configure { .. });
        requests(state).into_iter().filter(is_plan).count()
    };
    assert_eq!((&state.phase, configured(&state)), (&Phase::Wanting, 1));
    let state = after(state, [Action::Own("high tide, low tide".into())]);
    assert_eq!((&state.phase, configured(&state)), (&Phase::Preparing, 2));
    let Some(Request::Configure { config: trainer::Config::Attention(plan), .. }) =
        requests(&state).into_iter().rfind(|request| matches!(request, Request::Configure { .. }))
    else {
        panic!("no plan")
    };
    assert_eq!(plan.text.as_deref(), Some("high tide, low tide"));
}

#[test]
fn a_link_waits_for_the_text_and_then_does_what_it_says() {
    let pairs = Config { task: Task::Pairs, ..default_config() };
    let shared = Shared { lanes: vec![pairs], step: Some(40), ..Shared::default() };
    let state = after(State::open(shared, &[]), [Action::Own("high tide".into())]);
    assert_eq!(state.phase, Phase::Replaying(40));
    let state = after(state, [prepared(1), prepared(2), Action::Own("low tide".into())]);
    assert_eq!(state.phase, Phase::Preparing, "another text is another run");
}

#[test]
fn a_refused_order_ends_the_writing_and_keeps_the_text() {
    let order = Order {
        number: 0,
        lane: 0,
        text: "ab>".into(),
        tokens: 5,
        temperature: 1.0,
        top_k: None,
        top_p: None,
        beams: 1,
        seed: 1,
        has_cache: true,
    };
    let refused = |number| {
        let reason = "no digits".into();
        Action::Heard(Event::WriteRefused { run: 1, number, reason })
    };
    let is_going = |state: &State| state.writing.as_ref().map(|writing| writing.is_going);
    let state = after(opened(), [Action::Write(order), refused(7)]);
    assert_eq!((is_going(&state), &state.notice), (Some(true), &None));
    let state = after(state, [refused(1)]);
    assert_eq!((is_going(&state), state.refusal.as_deref()), (Some(false), None));
    assert_eq!(state.notice.as_deref(), Some("no digits"));
}

#[test]
fn every_look_carries_what_is_in_focus() {
    let part = Part { kind: Kind::Query, layer: 1, head: 2 };
    let changes = Changes { swaps: vec![(0, 3)], ..Changes::default() };
    let actions = [
        Action::ShowStage(Some(part)),
        Action::ShowCell(1, 5),
        Action::Change(changes.clone()),
        Action::LookBack(Some(0)),
    ];
    let state = after(opened(), actions);
    let Some(Request::Look { look, .. }) = requests(&state).last() else { panic!("no look") };
    assert_eq!((look.open, look.cell, look.step), (Some(part), Some((1, 5)), Some(0)));
    assert_eq!(look.changes, changes);
    let state = after(state, [Action::Type("b>".into())]);
    let Some(Request::Look { look, .. }) = requests(&state).last() else { panic!("no look") };
    assert_eq!((&look.changes, look.cell), (&Changes::default(), None));
}

#[test]
fn changes_are_taken_back_one_by_one() {
    let swap = |place| Changes { swaps: vec![(place, 3)], ..Changes::default() };
    let state = after(opened(), [Action::Change(swap(0)), Action::Change(swap(0))]);
    assert_eq!(state.past_changes.len(), 1, "nothing new is no change");
    let state = after(state, [Action::Change(swap(1)), Action::UndoChange]);
    assert_eq!(state.changes, swap(0));
    let Some(Request::Look { look, .. }) = requests(&state).last() else { panic!("no look") };
    assert_eq!(look.changes, swap(0));
    let state = after(state, [Action::UndoChange, Action::UndoChange]);
    assert_eq!(state.changes, Changes::default());
    let state = after(state, [Action::Change(swap(0)), Action::Type("b".into())]);
    assert_eq!(state.past_changes, []);
}

mod focus;
mod own;
