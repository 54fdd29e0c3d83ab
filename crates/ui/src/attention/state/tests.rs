//! The attention page's reducer.

use std::rc::Rc;

use protocol::{
    attention::{Frame, Inspection, Model, ProgressPoint},
    trainer::{Event, Request},
};
use yew::Reducible;

use super::{Action, Phase, State};
use crate::attention::fragment::Shared;

/// A frame at a step, with a history at those steps.
pub(in crate::attention) fn frame(step: u64, history: &[u64]) -> Frame {
    Frame {
        step,
        loss: 1.0,
        accuracy: 0.5,
        accuracy_step: step,
        history: history.iter().map(|step| ProgressPoint { step: *step, loss: 2.0 }).collect(),
        tokens_per_second: 0.0,
        weights_hash: step,
        inspection: None,
        diverged_at_step: None,
    }
}

fn inspection(text: &str) -> Inspection {
    Inspection {
        text: text.into(),
        tokens: vec![text.into()],
        layers: 1,
        heads: 1,
        weights: vec![1.0],
        scores: vec![0.0],
        next: vec![1.0],
    }
}

fn model() -> Model {
    Model { parameters: 9, context: 16, vocabulary: vec!["a".into()], example: "ab>b".into() }
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
    after(State::open(Shared::default(), &[]), [prepared(1), heard(1, frame(0, &[]))])
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
    assert_eq!(sent[1], &Request::Inspect { run: 1, text: "ab>b".into() });
    assert_eq!(sent[2], &Request::FrameShown { run: 1 });
}

#[test]
fn a_link_is_replayed_to_its_step() {
    let shared = Shared { step: 300, text: Some("no>".into()), ..Shared::default() };
    let state = after(State::open(shared.clone(), &[]), [prepared(1)]);
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
    let state = after(opened(), [Action::Configure(Shared::default().config)]);
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
    assert_eq!((state.step(), state.curves.loss.len()), (0, 0));
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
    let diverged = Frame { diverged_at_step: Some(12), ..frame(12, &[]) };
    let state = after(opened(), [Action::Train, heard(1, diverged)]);
    assert_eq!(state.phase, Phase::Diverged(12));
    assert!(!state.is_running());
}

#[test]
fn a_lost_worker_is_replaced_and_trains_back() {
    let state =
        after(opened(), [Action::Train, heard(1, frame(40, &[])), Action::Died("x".into())]);
    assert_eq!((state.run, &state.phase), (2, &Phase::Replaying(40)));
    assert!(state.notice.as_ref().is_some_and(|notice| notice.contains("step 40")));
    let state = after(state, [prepared(2)]);
    assert_eq!(requests(&state).last(), Some(&&Request::RunTo { run: 2, step: 40 }));
    let state = after(state, [Action::Died("again".into())]);
    assert_eq!(state.phase, Phase::Lost("again".into()));
    let state = after(state, [Action::Recover]);
    assert_eq!((state.run, &state.phase), (3, &Phase::Replaying(40)));
}

#[test]
fn another_task_starts_with_its_own_example() {
    let mut config = Shared::default().config;
    config.task = protocol::attention::Task::NextLetter;
    let state = after(opened(), [Action::Type("b>".into()), Action::Configure(config)]);
    assert_eq!(state.text, "");
}

#[test]
fn a_head_that_no_longer_exists_loses_the_focus() {
    let mut config = Shared::default().config;
    config.heads = 1;
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
