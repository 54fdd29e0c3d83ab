//! View, stage, head and cell in focus.

use protocol::attention::look::{Candidate, Stage};

use super::*;
use crate::attention::view::View;

#[test]
fn a_stage_and_the_head_in_focus_never_disagree() {
    let part = |kind, layer, head| Some(Part { kind, layer, head });
    let state =
        after(opened(), [Action::FocusHead(0, 3), Action::ShowStage(part(Kind::Key, 1, 2))]);
    assert_eq!(state.head, Some((1, 2)));
    let state = after(state, [Action::FocusHead(0, 1)]);
    assert_eq!(state.stage, part(Kind::Key, 0, 1));
    let Some(Request::Look { look, .. }) = requests(&state).last() else { panic!("no look") };
    assert_eq!(look.open, state.stage);
    let state =
        after(state, [Action::ShowStage(part(Kind::Hidden, 1, 0)), Action::FocusHead(1, 0)]);
    assert_eq!(state.stage, part(Kind::Hidden, 1, 0));
}

#[test]
fn the_inside_always_has_a_stage_open() {
    let start = Some(Part { kind: Kind::Start, layer: 0, head: 0 });
    let state = after(opened(), [Action::ShowView(View::Inside)]);
    assert_eq!(state.stage, start);
    let Some(Request::Look { look, .. }) = requests(&state).last() else { panic!("no look") };
    assert_eq!(look.open, start);
    let lowered = Part { kind: Kind::Lowered, layer: 1, head: 0 };
    let mut config = state.config().clone();
    config.form.has_mlp = false;
    let state = after(state, [Action::ShowStage(Some(lowered)), Action::Configure(config)]);
    assert_eq!(state.stage, start, "a model without MLP has no such stage");
}

#[test]
fn a_link_opens_a_view_and_a_stage() {
    let shared = Shared {
        view: View::Inside,
        stage: Some(Part { kind: Kind::Shares, layer: 1, head: 2 }),
        head: Some((1, 2)),
        ..untrained()
    };
    let state = State::open(shared.clone(), &[]);
    assert_eq!(state.shared(), shared);
    let state = after(state, [Action::ShowView(View::Heads)]);
    assert_eq!((state.shared().stage, state.shared().head), (None, Some((1, 2))));
}

#[test]
fn a_stage_opens_at_its_last_token() {
    let part = |kind| Part { kind, layer: 0, head: 0 };
    let stage = |kind, rows, columns| Stage {
        part: part(kind),
        rows,
        columns,
        size: 1.0,
        values: vec![0.5; (rows * columns) as usize],
    };
    let likeliest = Candidate { token: "b".into(), index: 3, share: 0.9, unchanged: None };
    let seen = Inspection {
        stages: vec![stage(Kind::Start, 4, 8), stage(Kind::Next, 1, 5)],
        next: vec![likeliest],
        ..inspection("ab>b")
    };
    let seen = heard(1, Frame { inspection: Some(seen), ..frame(0, &[]) });
    let check = |state: &State, expect| {
        let Some(Request::Look { look, .. }) = requests(state).last() else { panic!("no look") };
        assert_eq!((look.cell, state.stage_cell), (expect, expect));
    };
    let state = after(opened(), [seen, Action::ShowView(View::Inside)]);
    check(&state, Some((3, 0)));
    let state = after(state, [Action::ShowStage(Some(part(Kind::Next)))]);
    check(&state, Some((0, 3)));
    let state = after(state, [Action::Type("b>".into())]);
    check(&state, None);
    let state = after(state, [Action::ShowStage(Some(part(Kind::Start)))]);
    check(&state, None);
}
