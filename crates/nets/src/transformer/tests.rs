//! Whole runs: what they reach, that they repeat, and what can be seen inside.

use super::{Run, Settings, Task};

fn run(change: impl FnOnce(&mut Settings)) -> Run {
    let mut settings = Settings::default();
    change(&mut settings);
    Run::new(settings).unwrap()
}

#[test]
fn the_default_learns_to_reverse_and_a_head_shows_the_mirror() {
    let mut run = run(|_| {});
    run.advance(800);
    let snapshot = run.snapshot(true);
    assert!(snapshot.accuracy >= 0.99, "accuracy {}", snapshot.accuracy);
    let mirrored = strongest_mirror(&run, "magnet>tengam", 6);
    assert!(mirrored > 0.7, "the best head puts {mirrored} of its weight on the mirror image");
}

/// For each head, the mean weight on the reversed diagonal: from each letter written backwards to
/// its twin in the word. The letter before the twin is the next one to write, and the first block
/// has carried it there. The largest over all heads.
fn strongest_mirror(run: &Run, text: &str, length: usize) -> f32 {
    let tokens = Task::Reverse.encode(text).unwrap();
    let time = tokens.len();
    let seen = run.inspect(&tokens);
    let mirror = |head: &[f32]| {
        let cells = (1..length).map(|k| head[(length + k) * time + (length - k)]);
        cells.sum::<f32>() / (length - 1) as f32
    };
    seen.weights.chunks_exact(time * time).map(mirror).fold(0.0, f32::max)
}

#[test]
fn the_next_letter_is_learnt_better_than_by_frequency() {
    let mut run = run(|settings| settings.task = Task::NextLetter);
    let before = run.snapshot(true);
    assert!((before.loss - 27.0_f32.ln()).abs() < 1.5, "{}", before.loss);
    run.advance(150);
    // Entropy of single letters in this list, boundaries included, is about 2.8 nats.
    assert!(run.snapshot(true).loss < 2.5, "{}", run.snapshot(true).loss);
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
    let tokens = Task::Reverse.encode("abc>cb").unwrap();
    let seen = run.inspect(&tokens);
    assert_eq!(seen.weights.len(), 3 * 4 * 6 * 6);
    assert_eq!(seen.scores.len(), seen.weights.len());
    assert!(seen.scores.iter().all(|score| score.is_finite() && score.abs() < 1e3));
    for (row, weights) in seen.weights.chunks_exact(6).enumerate() {
        let query = row % 6;
        assert!((weights.iter().sum::<f32>() - 1.0).abs() < 1e-5);
        assert!(weights[query + 1..].iter().all(|&weight| weight == 0.0));
    }
    assert!((seen.next.iter().sum::<f32>() - 1.0).abs() < 1e-5);
}

#[test]
fn what_comes_later_changes_nothing_before_it() {
    let run = run(|_| {});
    let seen = |text: &str| run.inspect(&Task::Reverse.encode(text).unwrap()).weights;
    let (short, long) = (seen("abc"), seen("abcz"));
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
