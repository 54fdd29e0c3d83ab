//! The tour's steps: complete, in the project's voice, and set up by actions that the page takes.

use std::rc::Rc;

use protocol::attention::look::{Changes, Kind};
use protocol::attention::{Config, Frame, Model};
use yew::Reducible;

use super::*;
use crate::attention::fragment::{LONGEST_TEXT, Shared, TOUR_STEPS, default_config, read, write};

fn after(state: State, actions: Vec<Action>) -> State {
    Rc::unwrap_or_clone(actions.into_iter().fold(Rc::new(state), Reducible::reduce))
}

/// A page with some run, trained so far.
fn trained(lanes: Vec<Config>, step: u64) -> State {
    let mut state = State::open(Shared { lanes, ..Shared::default() }, &[]);
    let (vocabulary, example) = (vec!["·".into()], "ab>".into());
    state.model = Some(Rc::new(Model {
        parameters: vec![],
        context: 17,
        most_tokens: 17,
        vocabulary,
        end: Some(0),
        example,
    }));
    state.frame = Some(Rc::new(Frame {
        step,
        lanes: vec![],
        tokens_per_second: 0.0,
        kept_steps: vec![],
        inspection: None,
    }));
    state
}

#[test]
fn ten_steps_say_all_that_they_have_to() {
    assert_eq!(steps().count(), usize::from(TOUR_STEPS));
    for step in steps() {
        let Step { title, text, look_at, question, answer, weak, next, sources, .. } = step;
        let sentences = text.join(" ").matches(['.', '?', ':']).count();
        assert!((2..=9).contains(&sentences), "{title}: {sentences} sentences");
        assert!(sources.len() >= 2, "{title}: a claim has a second source");
        assert!(question.ends_with('?') && next.0.ends_with('?'), "{title}");
        let all =
            [title, look_at, question, answer, weak, next.0, next.1, &text.join(" ")].join(" ");
        for word in ["!", "simply", " just "] {
            assert!(!all.contains(word), "{title}: {word}");
        }
    }
}

#[test]
fn every_setup_is_one_that_a_link_can_carry() {
    for step in steps() {
        let lanes = (step.setup.lanes)();
        let text = Some(step.setup.text.to_owned());
        let (view, head) = (step.setup.view, None);
        let shared =
            Shared { lanes, step: step.setup.step, text, head, view, stage: None, tour: None };
        assert_eq!(read(&write(&shared)), (shared, vec![]), "{}", step.title);
        assert!(step.setup.text.chars().count() <= LONGEST_TEXT);
        let config = &(step.setup.lanes)()[0];
        if let Some(part) = step.setup.stage {
            assert!(part.layer < config.layers && part.head < config.heads, "{}", step.title);
        }
        let size = step.setup.text.chars().count() as u32;
        assert!(step.setup.cell.is_none_or(|(row, column)| row < size && column <= row));
    }
}

#[test]
fn lanes_differ_in_one_thing() {
    for step in steps().filter(|step| step.setup.step.is_some()) {
        let [a, b] = &(step.setup.lanes)()[..] else { panic!("{}: two lanes", step.title) };
        let differences = [
            a.task != b.task,
            a.layers != b.layers,
            a.heads != b.heads,
            a.width != b.width,
            a.form.positions != b.form.positions,
            a.form.norm != b.form.norm,
            a.learning_rate != b.learning_rate,
            a.seed != b.seed,
        ];
        assert_eq!(differences.iter().filter(|it| **it).count(), 1, "{}", step.title);
    }
}

#[test]
fn a_run_that_is_there_is_kept() {
    let setup = &one_head::STEPS[4].setup;
    let swapped = Changes { swaps: vec![(0, 1)], ..Changes::default() };
    let state = after(trained(vec![default_config()], 800), vec![Action::Change(swapped)]);
    let run = state.run;
    let actions = setup.actions(&state);
    let state = after(state, actions);
    assert_eq!((state.run, state.text.as_str()), (run, setup.text));
    assert_eq!(
        (state.stage.map(|it| it.kind), state.stage_cell),
        (Some(Kind::Shares), Some((11, 0)))
    );
    assert_eq!(state.changes, Changes::default());
}

#[test]
fn another_run_is_opened_with_its_text_and_stage() {
    let setup = &one_head::STEPS[4].setup;
    let state = trained(vec![Config { heads: 1, ..default_config() }], 800);
    let run = state.run;
    let actions = setup.actions(&state);
    let state = after(state, actions);
    assert_eq!((state.run, state.lanes.len(), state.text.as_str()), (run + 1, 1, setup.text));
    assert_eq!(state.stage, setup.stage);
    let induction = &many_parts::STEPS[3].setup;
    let not_yet = trained((induction.lanes)(), 399);
    assert!(matches!(induction.actions(&not_yet)[0], Action::Open(..)));
    let there = trained((induction.lanes)(), 400);
    assert!(!matches!(induction.actions(&there)[0], Action::Open(..)));
}
