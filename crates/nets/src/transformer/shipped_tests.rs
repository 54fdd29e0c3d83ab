//! Every run that comes with the site is learnt, shows its pattern, and is its file, byte for byte.

use std::path::Path;

use super::tests::{seen, shares};
use super::{Rewriting, Run, Shipped, Task, shipped};

/// Trains the run of this name; its accuracy is the stated one, and its bytes are those of its file.
fn trained(name: &str) -> Run {
    let list = shipped();
    let Shipped { settings, step, accuracy, .. } =
        list.iter().find(|it| it.name == name).unwrap().clone();
    let mut run = Run::new(settings).unwrap();
    let before = run.held_out_loss();
    run.advance(step);
    let reached = run.snapshot(true).accuracy;
    assert!((reached - accuracy).abs() <= 0.005, "{name}: {reached}");
    assert!(run.held_out_loss() < before - 0.5);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/checkpoints");
    let file = std::fs::read(folder.join(name).with_extension("bin")).unwrap();
    assert!(run.save() == file, "{name} is not its file; `cargo xtask train` writes them anew");
    run
}

#[test]
fn copy() {
    trained("copy");
}

#[test]
fn reverse_shows_the_mirror() {
    let run = trained("reverse");
    let mirrored = strongest_mirror(&run, "magnet>tengam", 6);
    assert!(mirrored > 0.7, "the best head puts {mirrored} of its weight on the mirror image");
}

/// For each head, the mean weight on the reversed diagonal: from each letter written backwards to
/// its twin in the word. The letter before the twin is the next one to write, and the first block
/// has carried it there. The largest over all heads.
fn strongest_mirror(run: &Run, text: &str, length: usize) -> f32 {
    let tokens = Task::Rewrite(Rewriting::Reverse).encode(text).unwrap();
    let time = tokens.len();
    let weights = shares(&seen(run, &tokens));
    let mirror = |head: &[f32]| {
        let cells = (1..length).map(|k| head[(length + k) * time + (length - k)]);
        cells.sum::<f32>() / (length - 1) as f32
    };
    weights.chunks_exact(time * time).map(mirror).fold(0.0, f32::max)
}

#[test]
fn sort() {
    trained("sort");
}

#[test]
fn repeat_makes_an_induction_head_in_the_second_layer() {
    let run = trained("repeat");
    let scores = [0, 1].map(|layer| prefix_matching(&run, layer));
    assert!(scores[1] > 0.8, "prefix matching by layer: {scores:?}");
}

/// The prefix-matching score of Olsson et al. 2022: the mean weight on what came after the same token
/// before, in the best head of a layer.
fn prefix_matching(run: &Run, layer: usize) -> f32 {
    let tokens = Task::Repeat.encode("rbqxmfrbqxmfrbqxmf").unwrap();
    let (time, period) = (tokens.len(), 6);
    let weights = shares(&seen(run, &tokens));
    let score = |head: &[f32]| {
        let after_twins = |query: usize| (query % period + 1..=query).step_by(period);
        let cells = (period..time)
            .flat_map(|query| after_twins(query).map(move |key| head[query * time + key]));
        cells.sum::<f32>() / (time - period) as f32
    };
    let heads = weights.chunks_exact(time * time).map(score);
    heads.skip(4 * layer).take(4).fold(0.0, f32::max)
}

#[test]
fn brackets() {
    trained("brackets");
}

#[test]
fn addition() {
    trained("addition");
}

#[test]
fn next_letter() {
    // Entropy of single letters in this list, boundaries included, is about 2.8 nats.
    let loss = trained("next-letter").held_out_loss();
    assert!(loss < 2.5, "{loss}");
}

#[test]
fn nothing_else_is_shipped() {
    let names = shipped().map(|it| it.name);
    let tested = ["copy", "reverse", "sort", "repeat", "brackets", "addition", "next-letter"];
    assert_eq!(names, tested);
}
