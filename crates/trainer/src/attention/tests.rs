//! Sessions of the attention page.

use super::*;
use protocol::attention::look::{Changes, Fate, HeadChange, Kind, Part};
use protocol::attention::writing::Ending;

const CONFIG: wire::Config = wire::Config {
    task: wire::Task::Reverse,
    layers: 2,
    heads: 4,
    width: 32,
    form: wire::Form {
        positions: wire::Positions::Learned,
        norm: wire::Norm::Before,
        has_mlp: true,
        is_tied: false,
        has_residual: true,
    },
    batch_size: 16,
    learning_rate: 0.003,
    dropout: 0.0,
    seed: 7,
};

fn open(lanes: Vec<wire::Config>) -> Result<AttentionSession, String> {
    let ticks = std::cell::Cell::new(0.0);
    let clock = move || ticks.replace(ticks.get() + 0.5);
    AttentionSession::open(&wire::Plan { lanes, text: None, saved: None }, Box::new(clock))
}

fn frame_of(session: &mut AttentionSession, running: bool) -> wire::Frame {
    match session.frame(1, Going { running, updates_per_second: 10.0 }) {
        Event::AttentionFrame { frame, .. } => *frame,
        other => panic!("no attention frame: {other:?}"),
    }
}

fn look(text: &str) -> wire::Look {
    wire::Look { text: text.into(), ..wire::Look::default() }
}

fn order(text: &str) -> wire::Order {
    wire::Order {
        number: 1,
        lane: 0,
        text: text.into(),
        tokens: 3,
        temperature: 1.0,
        top_k: None,
        top_p: None,
        beams: 1,
        seed: 5,
        has_cache: true,
    }
}

#[test]
fn the_wire_default_is_the_default_of_nets() {
    let task = task(CONFIG.task, None).unwrap();
    assert_eq!(settings(&CONFIG, task), Settings::default());
}

#[test]
fn a_text_is_looked_at_in_this_and_every_later_frame() {
    let mut session = open(vec![CONFIG]).unwrap();
    assert_eq!(frame_of(&mut session, false).inspection, None);
    session.look(look("Cat>")).unwrap();
    session.advance(1);
    let frame = frame_of(&mut session, true);
    let seen = frame.inspection.unwrap();
    assert_eq!((seen.text.as_str(), seen.tokens.concat().as_str()), ("Cat>", "cat>"));
    assert_eq!((seen.weights.len(), seen.scores.len()), (2 * 4 * 4 * 4, 2 * 4 * 4 * 4));
    assert_eq!((seen.next.len(), seen.lens.len(), seen.step), (8, 3, 1));
    assert!(seen.next.is_sorted_by(|a, b| a.share >= b.share));
    assert!(seen.next.iter().all(|candidate| candidate.unchanged.is_none()));
    assert!(frame.tokens_per_second > 16.0 * 10.0 * 10.0);
}

#[test]
fn a_text_that_does_not_fit_is_refused_and_the_last_one_stays() {
    let mut session = open(vec![CONFIG]).unwrap();
    session.look(look("cat")).unwrap();
    assert!(session.look(look("c4t")).is_err_and(|reason| reason.contains('4')));
    assert!(session.look(wire::Look { lane: 3, ..look("cat") }).is_err());
    let changes = Changes { swaps: vec![(0, 999)], ..Changes::default() };
    assert!(session.look(wire::Look { changes, ..look("cat") }).is_err());
    assert_eq!(frame_of(&mut session, false).inspection.unwrap().text, "cat");
}

#[test]
fn an_open_stage_explains_its_cell() {
    let mut session = open(vec![CONFIG]).unwrap();
    let open = Some(Part { kind: Kind::Query, layer: 1, head: 2 });
    session.look(wire::Look { open, cell: Some((3, 5)), ..look("cat>") }).unwrap();
    let seen = frame_of(&mut session, false).inspection.unwrap();
    let stage = seen.stages.iter().find(|stage| Some(stage.part) == open).unwrap();
    let cell = seen.cell.unwrap();
    assert_eq!((stage.rows, stage.columns, stage.values.len()), (4, 8, 32));
    assert_eq!(cell.value, stage.values[3 * 8 + 5]);
    let wire::look::Arithmetic::Product(product) = cell.arithmetic else { panic!("a product") };
    let sum: f32 = product.terms.iter().map(|(_, a, b)| a * b).sum();
    assert!((product.scale * (sum + product.rest) + product.bias - cell.value).abs() < 1e-5);
    assert_eq!(product.terms.len() + product.others as usize, 32);
    session.look(wire::Look { open, cell: Some((9, 9)), ..look("cat>") }).unwrap();
    assert_eq!(frame_of(&mut session, false).inspection.unwrap().cell, None);
}

#[test]
fn changes_show_what_was_before() {
    let mut session = open(vec![CONFIG]).unwrap();
    session.advance(3);
    session.look(look("cat>")).unwrap();
    let before = frame_of(&mut session, false).inspection.unwrap();
    let removed = HeadChange { layer: 0, head: 1, fate: Fate::Removed };
    let changes = Changes { heads: vec![removed], swaps: vec![(1, 5)], ..Changes::default() };
    session.look(wire::Look { changes, ..look("cat>") }).unwrap();
    let after = frame_of(&mut session, false).inspection.unwrap();
    assert_eq!(after.tokens.concat(), "cet>");
    let first = &before.next[0];
    let same = after.next.iter().find(|candidate| candidate.index == first.index).unwrap();
    assert_eq!(same.unchanged, Some(first.share));
    assert_ne!(same.share, first.share);
}

#[test]
fn lanes_learn_side_by_side_and_one_is_looked_into() {
    let none = wire::Positions::None;
    let form = wire::Form { positions: none, ..CONFIG.form };
    let mut session = open(vec![CONFIG, wire::Config { form, heads: 1, ..CONFIG }]).unwrap();
    session.advance(2);
    session.look(wire::Look { lane: 1, ..look("cat>") }).unwrap();
    let frame = frame_of(&mut session, false);
    assert_eq!((frame.step, frame.lanes.len()), (2, 2));
    assert_ne!(frame.lanes[0].weights_hash, frame.lanes[1].weights_hash);
    assert_eq!(frame.inspection.map(|seen| (seen.lane, seen.heads)), Some((1, 1)));
    let mut alone = open(vec![CONFIG]).unwrap();
    alone.advance(2);
    assert_eq!(frame_of(&mut alone, false).lanes[0], frame.lanes[0]);
    assert!(open(vec![]).is_err() && open(vec![CONFIG; 4]).is_err());
}

#[test]
fn earlier_weights_can_be_looked_at() {
    let mut session = open(vec![CONFIG]).unwrap();
    session.look(look("cat>")).unwrap();
    let start = frame_of(&mut session, false).inspection.unwrap();
    session.advance(4);
    session.look(wire::Look { step: Some(0), ..look("cat>") }).unwrap();
    let frame = frame_of(&mut session, false);
    assert!(frame.kept_steps.contains(&0));
    assert_eq!(frame.inspection.unwrap(), start);
}

#[test]
fn a_saved_state_goes_on() {
    let mut session = open(vec![CONFIG]).unwrap();
    session.advance(3);
    let saved = Some(session.lanes[0].run.save());
    let plan = wire::Plan { lanes: vec![CONFIG], text: None, saved: saved.clone() };
    let mut again = AttentionSession::open(&plan, Box::new(|| 0.0)).unwrap();
    assert_eq!(again.step(), 3);
    session.advance(1);
    again.advance(1);
    assert_eq!(
        frame_of(&mut again, false).lanes[0].weights_hash,
        frame_of(&mut session, false).lanes[0].weights_hash
    );
    let lanes = vec![wire::Config { seed: 8, ..CONFIG }];
    let other = wire::Plan { lanes, text: None, saved };
    assert!(AttentionSession::open(&other, Box::new(|| 0.0)).is_err());
}

#[test]
fn a_text_is_continued_with_and_without_a_cache_alike() {
    let mut session = open(vec![CONFIG]).unwrap();
    let mut write = |order: wire::Order| {
        session.write(order).unwrap();
        std::iter::from_fn(|| session.write_on()).collect::<Vec<_>>()
    };
    let with = write(order("cat>"));
    let without = write(wire::Order { has_cache: false, ..order("cat>") });
    let tokens = |all: &[wire::Written]| -> Vec<_> {
        all.iter().map(|one| (one.token.clone(), one.candidates.clone())).collect()
    };
    assert_eq!(tokens(&with), tokens(&without));
    assert!(with.last().is_some_and(|last| last.ending.is_some()));
    assert!(with[0].cache_bytes > 0 && without[0].cache_bytes == 0);
    let full = write(wire::Order { tokens: 64, temperature: 0.0, ..order("abcdefgh>") });
    assert!(
        full.len() <= 10 && full.last().is_some_and(|last| last.ending != Some(Ending::Enough))
    );
    let beams = write(wire::Order { beams: 3, ..order("cat>") });
    assert_eq!((beams.len(), beams[2].beams.len()), (3, 3));
    assert!(beams[2].beams.is_sorted_by(|a, b| a.log_probability >= b.log_probability));
}

#[test]
fn an_own_text_is_learnt_by_characters_or_pairs() {
    let text = "the tide comes in, the tide goes out; ".repeat(150);
    let open = |task: wire::Task, text: Option<String>| {
        let plan = wire::Plan { lanes: vec![wire::Config { task, ..CONFIG }], text, saved: None };
        AttentionSession::open(&plan, Box::new(|| 0.0))
    };
    for (task, tokens) in [(wire::Task::Characters, 8), (wire::Task::Pairs, 3)] {
        let mut session = open(task, Some(text.clone())).unwrap();
        session.look(look("the tide")).unwrap();
        let seen = frame_of(&mut session, false).inspection.unwrap();
        assert!(seen.tokens.len() <= tokens && seen.tokens.concat() == "the tide", "{seen:?}");
        assert!(session.look(look("Ω")).is_err());
    }
    assert!(open(wire::Task::Pairs, None).is_err());
    assert!(open(wire::Task::Pairs, Some("short".into())).is_err());
}
