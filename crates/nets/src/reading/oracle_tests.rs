//! The engine against PyTorch, and against the burn model that is trained.

use super::samples::{forms, sizes, weights};
use super::{Changes, Trace, Weights};
use crate::device;
use crate::fixture::{Fixture, assert_close};
use crate::transformer::layout::{Layout, Sizes};
use crate::transformer::model::{Model, Tokens};
use crate::transformer::oracle_tests::sizes_of;

fn logits(weights: &Weights, trace: &Trace) -> Vec<f32> {
    (0..trace.tokens().len()).flat_map(|row| trace.logits_of(weights, row)).collect()
}

/// `[layer][sequence][head][query][key]`, as the fixtures have it.
fn by_layer<'a>(traces: &'a [Trace], of: impl Fn(&'a Trace, usize) -> &'a [f32]) -> Vec<f32> {
    let layers = 0..traces[0].sizes().layers;
    layers
        .flat_map(|layer| traces.iter().flat_map(|it| of(it, layer)).copied().collect::<Vec<_>>())
        .collect()
}

fn read(weights: &Weights, tokens: &[i32], sequences: usize) -> Vec<Trace> {
    let tokens: Vec<u32> = tokens.iter().map(|&token| token as u32).collect();
    let each = tokens.chunks_exact(tokens.len() / sequences);
    each.map(|tokens| Trace::of(weights, tokens, &Changes::default()).unwrap()).collect()
}

#[test]
fn every_form_is_that_of_pytorch() {
    let text = include_str!("../../../../tests/fixtures/nets_transformer_forms.json");
    let fixture = Fixture::parse(text);
    let cases = fixture.list("cases");
    assert_eq!(cases.len(), 52);
    for case in cases {
        let sizes = sizes_of(&case);
        let values =
            (0..case.size("weights")).map(|i| (0.5 * (12.9898 * i as f64).sin()) as f32).collect();
        let weights = Weights::new(sizes, values).unwrap();
        let traces = read(&weights, &fixture.indices("tokens"), 2);
        let name = |what: &str| format!("{what} of {sizes:?}");
        let shares = by_layer(&traces, Trace::shares);
        assert_close(&name("weight"), &shares, &case.numbers("attention"), 1e-5);
        let logits: Vec<f32> = traces.iter().flat_map(|trace| logits(&weights, trace)).collect();
        assert_close(&name("logit"), &logits, &case.numbers("logits"), 1e-5);
    }
}

#[test]
fn scores_are_those_of_pytorch() {
    let fixture = Fixture::parse(include_str!("../../../../tests/fixtures/nets_transformer.json"));
    let size = |name: &str| fixture.size(name);
    let sizes = Sizes {
        vocabulary: size("vocabulary"),
        context: size("context"),
        layers: size("layers"),
        heads: size("heads"),
        width: size("width"),
        form: crate::transformer::Form::default(),
    };
    let weights = Weights::new(sizes, fixture.numbers("weights")).unwrap();
    let traces = read(&weights, &fixture.indices("tokens"), 2);
    assert_close("score", &by_layer(&traces, Trace::scores), &fixture.numbers("scores"), 1e-5);
    assert_close("weight", &by_layer(&traces, Trace::shares), &fixture.numbers("attention"), 1e-5);
}

#[test]
fn every_form_is_that_of_the_model_in_training() {
    for (form, heads) in forms().into_iter().zip([1, 2, 3].into_iter().cycle()) {
        let sizes = Sizes { heads, layers: 3, ..sizes(form) };
        let weights = weights(sizes);
        let tokens = Tokens { batch: 1, time: 7, indices: vec![3, 0, 6, 6, 1, 2, 4] };
        let traces = read(&weights, &tokens.indices, 1);
        let layout = Layout::new(&sizes);
        let model = Model::new(sizes, &layout, weights.values(), &device::plain());
        let theirs: Vec<f32> =
            model.logits(model.forward(&tokens)).into_data().try_to_vec().unwrap();
        assert_close("logit", &logits(&weights, &traces[0]), &theirs, 2e-5);
    }
}
