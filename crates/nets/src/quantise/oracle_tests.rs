//! Grids, masks and answers against PyTorch, NumPy and exact fractions
//! (`tests/fixtures/make_quantise_fixtures.py`).

use super::*;
use crate::fixture::{Fixture, assert_close};
use crate::random::Random;

fn fixture() -> Fixture {
    Fixture::parse(include_str!("../../../../tests/fixtures/nets_quantise.json"))
}

fn layers(fixture: &Fixture) -> Vec<Dense> {
    let sizes = fixture.indices("sizes");
    let (mut weights, mut biases) = (fixture.numbers("weights"), fixture.numbers("biases"));
    let layer = |pair: &[i32]| {
        let (inputs, units) = (pair[0] as usize, pair[1] as usize);
        let rest = (weights.split_off(inputs * units), biases.split_off(units));
        let layer = Dense { inputs, weights: weights.clone(), biases: biases.clone() };
        (weights, biases) = rest;
        layer
    };
    sizes.windows(2).map(layer).collect()
}

fn stored(layers: &[Dense], precision: Precision, scope: Scope, tops: &[f32]) -> Vec<Stored> {
    let each = layers.iter().zip(tops);
    each.map(|(layer, &top)| Stored::new(layer, precision, scope, top)).collect()
}

fn logits(runner: &mut Runner, rows: &[f32], count: usize) -> Vec<f32> {
    runner.load(rows);
    runner.run();
    (0..count).flat_map(|row| runner.logits(row).to_vec()).collect()
}

#[test]
fn grids_are_pytorchs() {
    let fixture = fixture();
    let first = &layers(&fixture)[0];
    let grids = fixture.part("grids");
    let check = |precision, scope, values: &str, scales: Vec<f32>| {
        let Weights::Whole { values: ours, scales: our_scales, .. } =
            Stored::new(first, precision, scope, 1.0).weights
        else {
            panic!("floats");
        };
        let ours: Vec<i32> = ours.into_iter().map(i32::from).collect();
        assert_eq!(ours, grids.indices(values), "{values}");
        assert_close(values, &our_scales, &scales, 1e-9);
    };
    let one = vec![grids.number("int8_tensor_scale")];
    check(Precision::Int8, Scope::Tensor, "int8_tensor", one);
    let each = grids.numbers("int8_channel_scales");
    check(Precision::Int8, Scope::Channel, "int8_channel", each);
    let each = grids.numbers("int4_channel_scales");
    check(Precision::Int4, Scope::Channel, "int4_channel", each);
}

#[test]
fn floats_answer_as_pytorch_does() {
    let fixture = fixture();
    let (layers, rows) = (layers(&fixture), fixture.numbers("rows"));
    let tops = fixture.numbers("tops");
    let mut runner = Runner::new(&stored(&layers, Precision::Float, Scope::Tensor, &tops));
    let ours = logits(&mut runner, &rows, 12);
    assert_close("logits", &ours, &fixture.numbers("logits"), 1e-5);
    assert_close("tops", runner.tops(), &tops[1..], 1e-5);
}

#[test]
fn whole_numbers_answer_as_exact_fractions_do() {
    let fixture = fixture();
    let tops = fixture.numbers("tops");
    let stored = stored(&layers(&fixture), Precision::Int8, Scope::Channel, &tops);
    let ours = logits(&mut Runner::new(&stored), &fixture.numbers("rows"), 12);
    assert_close("logits", &ours, &fixture.numbers("logits_in_whole_numbers"), 1e-6);
    // And that is near the floats: 8 bits of about 1.
    assert_close("logits", &ours, &fixture.numbers("logits"), 0.02);
}

#[test]
fn masks_are_pytorchs() {
    let fixture = fixture();
    let mut pruned = layers(&fixture);
    prune::smallest_weights(&mut pruned, 0.5);
    let ours: Vec<i32> =
        pruned.iter().flat_map(|it| &it.weights).map(|&w| i32::from(w != 0.0)).collect();
    assert_eq!(ours, fixture.indices("masks"));
    let whole = layers(&fixture);
    let mut narrow = vec![whole[0].clone(), whole[1].clone()];
    prune::weakest_units(&mut narrow, 0.4);
    let kept = fixture.indices("units");
    let expect: Vec<f32> = (0..9)
        .filter(|&unit| kept[unit] == 1)
        .flat_map(|unit| whole[0].weights[unit * 13..(unit + 1) * 13].to_vec())
        .collect();
    assert_eq!((narrow[0].weights.clone(), narrow[0].units()), (expect, 5));
    assert_eq!((narrow[1].inputs, narrow[1].weights.len()), (5, 30));
}

/// A network on random rows, large enough for every kind of loop, with an odd number of inputs.
fn random_layers(zeros: f32) -> Vec<Dense> {
    let mut random = Random::new(9, 0);
    let mut layer = |inputs: usize, units: usize| {
        let mut draw =
            |scale: f32| if random.unit() < zeros { 0.0 } else { scale * random.normal() };
        let scale = 1.0 / (inputs as f32).sqrt();
        let weights = (0..inputs * units).map(|_| draw(scale)).collect();
        Dense { inputs, weights, biases: (0..units).map(|_| draw(0.1)).collect() }
    };
    vec![layer(37, 21), layer(21, 5)]
}

#[test]
fn every_form_of_a_layer_answers_what_its_weights_say() {
    let mut random = Random::new(4, 0);
    let rows: Vec<f32> = (0..37 * 50).map(|_| random.unit()).collect();
    for zeros in [0.0, 0.5, 0.9] {
        let layers = random_layers(zeros);
        let floats = |layers: &[Dense]| {
            Runner::new(&stored(layers, Precision::Float, Scope::Tensor, &[1.0, 1.0]))
        };
        let mut exact = floats(&layers);
        let reference = logits(&mut exact, &rows, 50);
        let tops = [1.0, exact.tops()[0]];
        for (precision, tolerance) in [(Precision::Int8, 0.05), (Precision::Int4, 0.6)] {
            for scope in [Scope::Tensor, Scope::Channel] {
                let stored = stored(&layers, precision, scope, &tops);
                let ours = logits(&mut Runner::new(&stored), &rows, 50);
                // The same weights in floats differ by the rounding of inputs and answers alone.
                let dense: Vec<Dense> = stored.iter().map(Stored::dense).collect();
                let same = logits(&mut floats(&dense), &rows, 50);
                let what = format!("{precision:?}, {scope:?}, {zeros}");
                assert_close(&what, &ours, &same, 0.03);
                assert_close(&what, &ours, &reference, tolerance);
                let read: Option<Vec<Stored>> =
                    stored.iter().map(|it| decode(&it.encode())).collect();
                assert_eq!(logits(&mut Runner::new(&read.unwrap()), &rows, 50), ours, "{what}");
            }
        }
    }
}

#[test]
fn pruning_takes_the_share_it_is_told_and_leaves_a_unit() {
    let check = |share: f32, kept: usize, units: usize| {
        let (mut few, mut narrow) = (random_layers(0.0), random_layers(0.0));
        prune::smallest_weights(&mut few, share);
        prune::weakest_units(&mut narrow, share);
        assert_eq!(few.iter().map(Dense::kept).sum::<usize>(), kept, "{share}");
        assert_eq!((narrow[0].units(), narrow[1].inputs, narrow[1].units()), (units, units, 5));
    };
    check(0.0, 882, 21);
    check(0.5, 441, 11);
    check(1.0, 0, 1);
}
