//! Gradients against finite differences, against PyTorch for the transformer and against the network
//! that is read after the last step for the recurrent ones; readers against the whole.

use super::{Decoder, Model, NONE, Recurrent, Window, Words, cross_entropy};
use crate::fixture::{Fixture, assert_close};
use crate::random::Random;
use crate::recurrent::{Cell, Network, Rows};

const LETTERS: usize = 7;

fn words() -> Words {
    let list: [&[u8]; 6] = [&[3, 1, 6], &[2], &[5, 5, 2, 4], &[1, 2], &[4, 6, 3], &[6]];
    Words::of(list.into_iter())
}

fn models() -> [(&'static str, Box<dyn Model>); 4] {
    [
        ("window", Box::new(Window::new(LETTERS, 3, 4, 6))),
        ("rnn", Box::new(Recurrent::new(Cell::Rnn, LETTERS, 6))),
        ("lstm", Box::new(Recurrent::new(Cell::Lstm, LETTERS, 6))),
        ("transformer", Box::new(Decoder::new(LETTERS, 6, 2, 2, 8))),
    ]
}

fn started(model: &dyn Model) -> Vec<f32> {
    let mut random = Random::new(3, 0);
    let mut weights = model.start(&mut random);
    weights.iter_mut().for_each(|weight| *weight += 0.2 * random.normal());
    weights
}

/// Mean loss, and its slopes by score.
fn loss(scores: &[f32], words: &Words) -> (f32, Vec<f32>) {
    let (mut sum, mut slopes) = (0.0, Vec::new());
    cross_entropy(scores, words, &mut slopes, |_, loss| sum += loss);
    ((sum / words.guesses() as f64) as f32, slopes)
}

fn gradient(model: &mut dyn Model, weights: &[f32], words: &Words) -> Vec<f32> {
    let (_, slopes) = loss(model.forward(weights, words), words);
    let mut gradient = vec![f32::NAN; weights.len()];
    model.backward(weights, words, &slopes, &mut gradient);
    gradient
}

#[test]
fn gradients_are_those_of_finite_differences() {
    let words = words();
    for (name, mut model) in models() {
        let mut weights = started(&*model);
        let ours = gradient(&mut *model, &weights, &words);
        let mut differences = Vec::new();
        for index in 0..weights.len() {
            let before = weights[index];
            let mut at = |weight: f32| {
                weights[index] = weight;
                f64::from(loss(model.forward(&weights, &words), &words).0)
            };
            let difference = (at(before + 1e-2) - at(before - 1e-2)) / 2e-2;
            differences.push(difference as f32);
            weights[index] = before;
        }
        assert_close(name, &ours, &differences, 5e-4);
        assert!(ours.iter().any(|slope| slope.abs() > 0.05), "{name}");
    }
}

#[test]
fn letter_by_letter_is_as_at_once() {
    let words = words();
    for (name, mut model) in models() {
        let weights = started(&*model);
        let scores = model.forward(&weights, &words).to_vec();
        for (word, scores) in scores.chunks_exact(words.time * LETTERS).enumerate() {
            let mut reader = model.reader();
            for (place, scores) in scores.chunks_exact(LETTERS).enumerate() {
                let token = words.tokens[word * words.time + place];
                let what = format!("{name}, word {word}, place {place}");
                assert_close(&what, reader.read(&weights, token), scores, 2e-5);
            }
        }
    }
}

#[test]
fn what_comes_later_changes_nothing_before() {
    let (words, mut other) = (words(), words());
    other.tokens[2] = 5;
    for (name, mut model) in models() {
        let weights = started(&*model);
        let scores = model.forward(&weights, &words)[..3 * LETTERS].to_vec();
        let others = &model.forward(&weights, &other)[..3 * LETTERS];
        assert_eq!(scores[..2 * LETTERS], others[..2 * LETTERS], "{name}");
        assert_ne!(scores[2 * LETTERS..], others[2 * LETTERS..], "{name}");
    }
}

#[test]
fn the_transformer_has_the_gradient_of_pytorch() {
    let fixture = Fixture::parse(include_str!("../../../../tests/fixtures/nets_transformer.json"));
    let size = |name: &str| fixture.size(name);
    let letters = size("vocabulary");
    let mut model =
        Decoder::new(letters, size("context"), size("layers"), size("heads"), size("width"));
    let tokens: Vec<u8> = fixture.indices("tokens").iter().map(|&it| it as u8).collect();
    let mut targets = vec![NONE; tokens.len()];
    for (place, target) in fixture.indices("places").iter().zip(fixture.indices("targets")) {
        targets[*place as usize] = target as u8;
    }
    let words = Words { count: 2, time: tokens.len() / 2, tokens, targets };
    let weights = fixture.numbers("weights");
    let scores = model.forward(&weights, &words);
    assert_close("score", scores, &fixture.numbers("logits"), 1e-5);
    let (loss, _) = loss(scores, &words);
    assert_close("loss", &[loss], &[fixture.number("loss")], 1e-5);
    let ours = gradient(&mut model, &weights, &words);
    assert_close("slope", &ours, &fixture.numbers("gradient"), 1e-5);
}

#[test]
fn a_layer_scored_at_the_last_step_alone_is_the_one_that_is_read_there() {
    for (name, cell) in [("rnn", Cell::Rnn), ("lstm", Cell::Lstm)] {
        let list: [&[u8]; 4] = [&[3, 1, 6], &[2, 2, 1], &[5, 5, 2], &[1, 2, 4]];
        let mut words = Words::of(list.into_iter());
        let labels: Vec<u8> = vec![6, 0, 3, 3];
        words.targets.fill(NONE);
        let mut inputs = Rows::new(LETTERS, words.time);
        for (word, &label) in labels.iter().enumerate() {
            words.targets[(word + 1) * words.time - 1] = label;
            for step in 0..words.time {
                let token = usize::from(words.tokens[word * words.time + step]);
                inputs.row_mut(token)[step].0[word] = 1.0;
            }
        }
        let mut model = Recurrent::new(cell, LETTERS, 6);
        let weights = started(&model);
        let ours = gradient(&mut model, &weights, &words);
        let mut network = Network::new(model.shape(), words.time, 4);
        let mut theirs = vec![f32::NAN; weights.len()];
        network.forward(&weights, &inputs, &labels);
        network.backward(&weights, &inputs, &mut theirs);
        assert_close(name, &ours, &theirs, 1e-6);
    }
}
