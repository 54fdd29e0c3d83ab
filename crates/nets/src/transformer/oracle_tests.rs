//! Forward pass, gradients and AdamW against PyTorch, and gradients against finite differences.

use burn::tensor::Tensor;

use super::descent::Descent;
use super::layout::{Layout, Sizes};
use super::model::{Model, Tokens};
use super::tasks::Batch;
use crate::device;
use crate::fixture::{Fixture, assert_close};
use crate::optimiser::{Optimiser, Rule};

struct Case {
    fixture: Fixture,
    sizes: Sizes,
    layout: Layout,
    weights: Vec<f32>,
    batch: Batch,
}

impl Case {
    fn load() -> Self {
        let fixture =
            Fixture::parse(include_str!("../../../../tests/fixtures/nets_transformer.json"));
        let sizes = Sizes {
            vocabulary: fixture.size("vocabulary"),
            context: fixture.size("context"),
            layers: fixture.size("layers"),
            heads: fixture.size("heads"),
            width: fixture.size("width"),
        };
        let indices = fixture.indices("tokens");
        let tokens = Tokens { batch: 2, time: indices.len() / 2, indices };
        let (places, targets) = (fixture.indices("places"), fixture.indices("targets"));
        Self {
            layout: Layout::new(&sizes),
            weights: fixture.numbers("weights"),
            batch: Batch { tokens, places, targets },
            sizes,
            fixture,
        }
    }

    fn loss(&self, weights: &[f32]) -> f32 {
        let model = Model::new(self.sizes, &self.layout, weights, &device::plain());
        values(model.loss(&self.batch))[0]
    }

    fn gradient(&self, weights: &[f32]) -> Vec<f32> {
        let model = Model::new(self.sizes, &self.layout, weights, &device::training());
        let mut gradient = vec![f32::NAN; weights.len()];
        model.collect(&model.loss(&self.batch).backward(), &self.layout, &mut gradient);
        gradient
    }
}

fn values<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
    tensor.into_data().try_to_vec().unwrap()
}

#[test]
fn the_forward_pass_is_that_of_pytorch() {
    let case = Case::load();
    let model = Model::new(case.sizes, &case.layout, &case.weights, &device::plain());
    let (mut scores, mut weights) = (Vec::new(), Vec::new());
    let stream = model.forward(&case.batch.tokens, |attention| {
        scores.extend(values(attention.scores));
        weights.extend(values(attention.weights));
    });
    assert_close("score", &scores, &case.fixture.numbers("scores"), 1e-5);
    assert_close("weight", &weights, &case.fixture.numbers("attention"), 1e-5);
    assert_close("logit", &values(model.logits(stream)), &case.fixture.numbers("logits"), 1e-5);
    let loss = case.loss(&case.weights);
    assert_close("loss", &[loss], &[case.fixture.number("loss")], 1e-5);
}

#[test]
fn the_gradient_is_that_of_pytorch() {
    let case = Case::load();
    let theirs = case.fixture.numbers("gradient");
    assert_close("slope", &case.gradient(&case.weights), &theirs, 1e-5);
}

#[test]
fn the_gradient_is_that_of_finite_differences() {
    let case = Case::load();
    let gradient = case.gradient(&case.weights);
    for index in (0..gradient.len()).step_by(7) {
        let mut moved = case.weights.clone();
        moved[index] += 1e-2;
        let above = case.loss(&moved);
        moved[index] -= 2e-2;
        let difference = (above - case.loss(&moved)) / 2e-2;
        assert!((gradient[index] - difference).abs() < 2e-3, "[{index}]: {difference}");
    }
}

#[test]
fn three_updates_are_those_of_pytorch() {
    let case = Case::load();
    let descent = Descent {
        rate: case.fixture.number("learning_rate"),
        decay: case.fixture.number("weight_decay"),
        longest: 1.0,
    };
    let mut weights = case.weights.clone();
    let mut optimiser = Optimiser::new(Rule::Adam, weights.len());
    for _ in 0..3 {
        let mut gradient = case.gradient(&weights);
        descent.step(&case.layout, &mut optimiser, &mut weights, &mut gradient);
    }
    let mut theirs = case.fixture.numbers("after_three_updates");
    // A shift of all keys changes no softmax, so the slope of a key's bias is 0; Adam divides
    // whatever rounding leaves of it by itself, and any direction is as right as another.
    for (index, slope) in case.fixture.numbers("gradient").iter().enumerate() {
        if slope.abs() < 1e-9 {
            theirs[index] = weights[index];
        }
    }
    assert_close("weight", &weights, &theirs, 1e-4);
}
