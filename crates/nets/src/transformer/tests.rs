//! Whole runs: what they reach, that they repeat, and what can be seen inside.

use std::sync::Arc;

use super::tasks::HARBOUR;
use super::{Corpus, Form, Placement, Positions, Rewriting, Run, Settings, Task};
use crate::reading::{Changes, Trace};

/// What the present weights make of these tokens.
pub(super) fn seen(run: &Run, tokens: &[i32]) -> Trace {
    let tokens: Vec<u32> = tokens.iter().map(|&token| token as u32).collect();
    Trace::of(&run.weights().unwrap(), &tokens, &Changes::default()).unwrap()
}

/// Attention weights `[layer][head][query][key]`.
pub(super) fn shares(trace: &Trace) -> Vec<f32> {
    (0..trace.sizes().layers).flat_map(|layer| trace.shares(layer)).copied().collect()
}

fn run(change: impl FnOnce(&mut Settings)) -> Run {
    let mut settings = Settings::default();
    change(&mut settings);
    Run::new(settings).unwrap()
}

#[test]
fn equal_settings_give_equal_weights_and_rewinding_replays() {
    let hash = |run: &mut Run| run.snapshot(false).weights_hash;
    let (mut one, mut two, mut other) = (run(|_| {}), run(|_| {}), run(|s| s.seed = 8));
    for run in [&mut one, &mut two, &mut other] {
        run.advance(12);
    }
    assert_eq!(hash(&mut one), hash(&mut two));
    assert_ne!(hash(&mut one), hash(&mut other));
    two.rewind();
    assert_eq!(two.snapshot(true), run(|_| {}).snapshot(true));
    two.advance(12);
    assert_eq!(hash(&mut one), hash(&mut two));
}

#[test]
fn rows_add_up_to_one_and_the_future_is_exactly_zero() {
    let mut run = run(|settings| settings.layers = 3);
    run.advance(3);
    let tokens = Task::Rewrite(Rewriting::Reverse).encode("abc>cb").unwrap();
    let trace = seen(&run, &tokens);
    let weights = shares(&trace);
    assert_eq!(weights.len(), 3 * 4 * 6 * 6);
    assert!(trace.scores(2).iter().all(|score| score.is_finite() && score.abs() < 1e3));
    for (row, weights) in weights.chunks_exact(6).enumerate() {
        let query = row % 6;
        assert!((weights.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        assert!(weights[query + 1..].iter().all(|&weight| weight == 0.0));
    }
    assert!((trace.next().iter().sum::<f32>() - 1.0).abs() < 1e-5);
}

#[test]
fn what_comes_later_changes_nothing_before_it() {
    let run = run(|_| {});
    let encode = |text: &str| Task::Rewrite(Rewriting::Reverse).encode(text).unwrap();
    let weights = |text: &str| shares(&seen(&run, &encode(text)));
    let (short, long) = (weights("abc"), weights("abcz"));
    for query in 0..3 {
        for key in 0..3 {
            let difference = short[query * 3 + key] - long[query * 4 + key];
            assert!(difference.abs() < 1e-6, "{difference}");
        }
    }
}

#[test]
fn the_accuracy_says_of_which_step_it_is() {
    let mut run = run(|_| {});
    run.snapshot(true);
    run.advance(5);
    assert_eq!(run.snapshot(false).accuracy_step, 0);
    assert_eq!(run.snapshot(true).accuracy_step, 5);
}

#[test]
fn divergence_is_caught_at_its_step() {
    let mut run = run(|settings| settings.learning_rate = 1.0);
    run.state_for_tests().fill(f32::MAX);
    run.advance(5);
    assert_eq!(run.diverged_at_step(), Some(1));
    assert_eq!(run.step_count(), 1);
}

#[test]
fn earlier_weights_are_those_of_a_run_that_stopped_there() {
    let mut long = run(|_| {});
    long.advance(60);
    for step in [0, 1, 16, 60] {
        let mut short = run(|_| {});
        short.advance(step);
        assert!(step == 60 || long.kept_steps().contains(&step));
        assert_eq!(long.weights_at(step), short.weights_at(step));
        assert!(long.weights_at(step).is_some());
    }
    assert_eq!(long.weights_at(61), None);
    let mut restored = Run::restore(Settings::default(), &long.save()).unwrap();
    restored.advance(4);
    assert_eq!(restored.kept_steps(), [0, 60, 61, 62, 63, 64]);
    assert_eq!(restored.weights_at(0), long.weights_at(0));
    long.rewind();
    assert_eq!(long.kept_steps(), [0]);
}

#[test]
fn what_is_not_asked_for_changes_no_bit() {
    // Of the runs before there was dropout and a form without residual stream.
    let form = Form {
        positions: Positions::Rotary,
        norm: Placement::After,
        is_tied: true,
        ..Form::default()
    };
    let cases = [
        (Task::Rewrite(Rewriting::Reverse), Form::default(), 0x5dce_e10f_8d75_0119),
        (Task::Brackets, form, 0x8fef_e384_9e2e_9898),
    ];
    for (task, form, hash) in cases {
        let mut run = run(|settings| (settings.task, settings.form) = (task, form));
        run.advance(20);
        assert_eq!(run.snapshot(false).weights_hash, hash, "{form:?}");
    }
}

#[test]
fn dropout_is_part_of_the_run_and_of_training_alone() {
    let dropped = || run(|settings| settings.dropout = 0.2);
    let (mut one, mut two, mut whole) = (dropped(), dropped(), run(|_| {}));
    assert_eq!(one.snapshot(true), whole.snapshot(true));
    for run in [&mut one, &mut two, &mut whole] {
        run.advance(5);
    }
    assert_eq!(one.snapshot(true), two.snapshot(true));
    assert_ne!(one.snapshot(true).weights_hash, whole.snapshot(true).weights_hash);
    let tokens = Task::Repeat.encode("abc").unwrap();
    let next = |run: &Run| seen(run, &tokens).next().to_vec();
    assert_eq!(next(&one), next(&one));
}

/// Nats of a token that is guessed by how often it occurs in the text.
fn entropy(corpus: &Corpus) -> f64 {
    let mut counts = vec![0.0_f64; corpus.vocabulary().len()];
    let tokens = || corpus.trained().iter().chain(corpus.held_out());
    tokens().for_each(|&token| counts[usize::from(token)] += 1.0);
    let shares = counts.iter().map(|count| count / tokens().count() as f64);
    shares.filter(|share| *share > 0.0).map(|share| -share * share.ln()).sum()
}

#[test]
fn an_own_text_is_learnt_better_than_by_frequency() {
    for corpus in [Corpus::characters(HARBOUR), Corpus::pairs(HARBOUR, 64)] {
        let corpus = Arc::new(corpus.unwrap());
        let mut run = run(|settings| settings.task = Task::Own(corpus.clone()));
        let even = (corpus.vocabulary().len() as f32).ln();
        assert!((run.held_out_loss() - even).abs() < 1.0, "{}", run.held_out_loss());
        run.advance(120);
        let (loss, entropy) = (run.held_out_loss(), entropy(&corpus) as f32);
        assert!(loss < entropy - 0.2, "{loss} of {entropy} nats");
    }
}
