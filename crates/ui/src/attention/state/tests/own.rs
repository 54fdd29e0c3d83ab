//! A checkpoint in the place of the model that trains.

use protocol::attention::checkpoint::{Found, Opening, Progress, Refusal};

use super::*;
use crate::attention::fragment;

const OPENING: Opening = Opening { has_config: true, heads: None };

fn found() -> Found {
    let vocabulary = vec![" the".into(), "a".into()];
    let example = "the a".into();
    let model = Model {
        parameters: vec![7],
        context: 64,
        most_tokens: 40,
        vocabulary,
        end: Some(1),
        example,
    };
    Found { layers: 12, heads: 12, width: 768, is_tied: true, are_heads_assumed: false, model }
}

fn progress(run: u32) -> Action {
    let progress = Progress { done_bytes: 5, all_bytes: 10, memory_bytes: 20 };
    Action::HeardOwn(Event::CheckpointProgress { run, progress })
}

fn prepared_own(run: u32) -> Action {
    Action::HeardOwn(Event::CheckpointPrepared { run, found: found() })
}

fn seen(run: u32, text: &str) -> Action {
    let frame = Frame { lanes: vec![], inspection: Some(inspection(text)), ..frame(0, &[]) };
    let frame = Box::new(frame);
    Action::HeardOwn(Event::AttentionFrame { run, running: false, frame })
}

fn own_requests(state: &State) -> Vec<&Request> {
    state.own.outbox.iter().map(|(_, request)| request).collect()
}

/// A run at step 40 with a text of its own, and a checkpoint in its place.
fn shown() -> State {
    let trained = [Action::Type("no>".into()), heard(1, frame(40, &[40]))];
    let shown = [Action::OpenOwn(OPENING), progress(1), prepared_own(1), seen(1, "the a")];
    after(after(opened(), trained), shown)
}

#[test]
fn files_are_read_while_the_model_stays() {
    let state = after(opened(), [Action::OpenOwn(OPENING)]);
    let config = trainer::Config::Checkpoint(OPENING);
    assert_eq!(own_requests(&state), [&Request::Configure { run: 1, config }]);
    assert!(state.own.is_reading() && state.own.progress().is_none());
    assert_eq!((state.own.reader(), state.text.as_str()), (Some(1), "ab>b"));
    let state = after(state, [progress(9), progress(1)]);
    assert_eq!(state.own.progress().map(|it| it.done_bytes), Some(5));
    let state = after(state, [Action::Train]);
    assert!(state.is_running(), "training goes on meanwhile");
    let state = after(state, [Action::LeaveOwn]);
    assert_eq!((state.own.reader(), state.is_running()), (None, true));
    let state = after(state, [prepared_own(1)]);
    assert_eq!(state.own.reader(), None, "what was given up is not shown");
}

#[test]
fn a_checkpoint_takes_the_place_of_the_model_and_gives_it_back() {
    let state = shown();
    let config = state.config();
    assert_eq!((config.task, config.layers, config.width), (Task::Checkpoint, 12, 768));
    assert!(config.form.is_tied && state.own.is_open());
    assert_eq!((state.text.as_str(), state.step(), &state.phase), ("the a", 0, &Phase::Paused));
    assert_eq!(state.model.as_ref().map(|model| model.vocabulary[0].as_str()), Some("␣the"));
    assert!(state.lane_frame().is_none());
    let back = after(state, [Action::Type("a a".into()), Action::LeaveOwn]);
    assert_eq!((back.text.as_str(), back.step(), back.config()), ("no>", 40, &default_config()));
    assert_eq!((back.own.reader(), back.run), (None, 1));
    assert!(back.own.outbox.is_empty());
}

#[test]
fn looks_and_texts_go_to_the_worker_that_holds_it() {
    let state = shown();
    let to_trainer = state.training().outbox.len();
    let state = after(state, [Action::Type("a".into()), Action::FocusHead(11, 11)]);
    let part = Part { kind: Kind::Query, layer: 11, head: 11 };
    let state = after(state, [Action::ShowStage(Some(part))]);
    let Some(Request::Look { run: 1, look }) = own_requests(&state).last() else {
        panic!("no look")
    };
    assert_eq!((look.text.as_str(), look.open), ("a", Some(part)));
    assert_eq!(state.training().outbox.len(), to_trainer);
}

#[test]
fn a_link_holds_nothing_of_it() {
    let state = after(shown(), [Action::Type("secret words".into())]);
    let link = fragment::write(&state.shared());
    assert!(link.contains("task=reverse") && link.contains("step=40"), "{link}");
    assert!(!link.contains("secret") && !link.contains("768"), "{link}");
}

#[test]
fn what_trains_is_paused_and_its_worker_heard_aside() {
    let training = after(opened(), [Action::Train]);
    let state = after(training, [Action::OpenOwn(OPENING), prepared_own(1), seen(1, "the a")]);
    let training = |state: &State| requests(state.training()).last().copied().cloned();
    assert_eq!(training(&state), Some(Request::Pause { run: 1 }));
    let state = after(state, [heard(1, frame(77, &[77]))]);
    assert_eq!((state.step(), state.training().step()), (0, 77));
    assert_eq!(training(&state), Some(Request::FrameShown { run: 1 }));
    let state = after(state, [Action::Died("gone".into())]);
    assert!(state.own.is_open() && state.notice.is_none());
    let state = after(state, [Action::LeaveOwn]);
    assert_eq!((state.run, &state.phase), (2, &Phase::Fetching));
    assert!(state.notice.is_some_and(|notice| notice.contains("step 77")));
}

#[test]
fn a_checkpoint_can_be_opened_before_the_first_model_has_come() {
    let waiting = State::open(Shared::default(), &[]);
    let state = after(waiting, [Action::OpenOwn(OPENING), prepared_own(1), seen(1, "the a")]);
    assert_eq!(state.training().phase, Phase::Fetching);
    let state = after(state, [Action::Fetched(None), prepared(1), Action::LeaveOwn]);
    assert_eq!((state.phase.clone(), state.text.as_str()), (Phase::Paused, "ab>b"));
}

#[test]
fn what_does_not_fit_is_told_and_the_model_stays() {
    let refusal = Refusal { reason: "No tensor.".into(), shared_width: Some(32) };
    let refused = Action::HeardOwn(Event::CheckpointRefused { run: 1, refusal: refusal.clone() });
    let state = after(opened(), [Action::OpenOwn(OPENING), refused]);
    assert_eq!((state.own.refusal(), state.own.reader()), (Some(&refusal), None));
    assert_eq!(state.text, "ab>b");
    let state = after(state, [Action::OpenOwn(OPENING)]);
    assert_eq!((state.own.refusal(), state.own.reader()), (None, Some(2)));
    let late = Action::HeardOwn(Event::CheckpointRefused { run: 1, refusal });
    assert!(after(state, [late]).own.is_reading(), "the first reader is not heard any more");
}

#[test]
fn a_lost_reader_is_told() {
    let state = after(opened(), [Action::OpenOwn(OPENING), Action::OwnDied("x.".into())]);
    let reason = &state.own.refusal().expect("a refusal").reason;
    assert!(reason.contains("(x)") && reason.contains("not enough memory"), "{reason}");
    let state = after(shown(), [Action::OwnDied("x".into())]);
    assert_eq!((state.own.reader(), state.step()), (None, 40));
    assert!(state.notice.is_some_and(|notice| notice.contains("Open its files again")));
}

#[test]
fn another_checkpoint_or_link_leaves_the_first() {
    let state = after(shown(), [Action::OpenOwn(OPENING)]);
    assert_eq!(
        (state.own.reader(), state.step(), state.config()),
        (Some(2), 40, &default_config())
    );
    let state = after(shown(), [Action::Open(untrained(), vec![])]);
    assert_eq!((state.own.reader(), state.run), (None, 2));
}
