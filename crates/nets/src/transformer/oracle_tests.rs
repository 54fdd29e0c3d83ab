//! Forward pass, gradients and AdamW against PyTorch, and gradients against finite differences.

use burn::tensor::Tensor;

use super::descent::Descent;
use super::layout::{Form, Layout, Placement, Positions, Sizes};
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
            form: Form::default(),
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
    let logits = values(model.logits(model.forward(&case.batch.tokens)));
    assert_close("logit", &logits, &case.fixture.numbers("logits"), 1e-5);
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

/// The transformer of one case of `make_transformer_fixtures.py`.
pub(crate) fn sizes_of(case: &Fixture) -> Sizes {
    let positions = match case.text("places").as_str() {
        "none" => Positions::None,
        "sinusoidal" => Positions::Sinusoidal,
        "learned" => Positions::Learned,
        "rotary" => Positions::Rotary,
        _ => Positions::Distance,
    };
    let norm = match case.text("norm").as_str() {
        "before" => Placement::Before,
        _ => Placement::After,
    };
    let (has_mlp, is_tied) = (case.is("hidden"), case.is("tied"));
    let has_residual = case.is("residual");
    let form = Form { positions, norm, has_mlp, has_residual, is_tied };
    Sizes { vocabulary: 7, context: 6, layers: 2, heads: case.size("heads"), width: 8, form }
}

#[test]
fn every_form_is_that_of_pytorch() {
    let text = include_str!("../../../../tests/fixtures/nets_transformer_forms.json");
    let fixture = Fixture::parse(text);
    let (indices, targets) = (fixture.indices("tokens"), fixture.indices("targets"));
    let tokens = Tokens { batch: 2, time: 6, indices };
    let cases = fixture.list("cases");
    assert_eq!(cases.len(), 52);
    for case in cases {
        let sizes = sizes_of(&case);
        let layout = Layout::new(&sizes);
        assert_eq!(layout.count(), case.size("weights"), "{sizes:?}");
        let weights: Vec<f32> =
            (0..layout.count()).map(|i| (0.5 * (12.9898 * i as f64).sin()) as f32).collect();
        let batch =
            Batch { tokens: tokens.clone(), places: (0..12).collect(), targets: targets.clone() };
        let model = Model::new(sizes, &layout, &weights, &device::training());
        let stream = model.forward(&tokens);
        let name = |what: &str| format!("{what} of {sizes:?}");
        assert_close(&name("logit"), &values(model.logits(stream)), &case.numbers("logits"), 1e-5);
        let loss = model.loss(&batch);
        let mut slopes = vec![f32::NAN; weights.len()];
        model.collect(&loss.backward(), &layout, &mut slopes);
        assert_close(&name("loss"), &values(loss), &[case.number("loss")], 1e-5);
        let slopes: Vec<f32> = slopes.into_iter().step_by(11).collect();
        assert_close(&name("slope"), &slopes, &case.numbers("slopes"), 1e-5);
    }
}
