//! Convolution and pooling against PyTorch (`tests/fixtures/make_convolution_fixtures.py`), burn's
//! autodiff, and finite differences.

use burn::tensor::module::{avg_pool2d, conv2d, max_pool2d};
use burn::tensor::ops::{AvgPoolOptions, ConvOptions, MaxPoolOptions};
use burn::tensor::{Tensor, TensorData, activation};
use serde_json::Value;

use super::{Convolution, Maps, Pool, Pooling, Window};
use crate::activation::Activation;
use crate::dense::{Batch, Examples, Head, Layer, Linear, Mode, Network, Start, differences};
use crate::device;
use crate::fixture::{Fixture, assert_close};
use crate::optimiser::{Optimiser, Rule};
use crate::random::Random;

const TEXT: &str = include_str!("../../../../tests/fixtures/nets_convolution.json");
const CASES: [&str; 4] = ["max pooling", "average pooling", "odd sizes", "one place"];
const CLASSES: usize = 4;

enum Step {
    Convolution(usize, Window),
    Pool(Pooling),
}

struct Case {
    fixture: Fixture,
    maps: Maps,
    steps: Vec<Step>,
    weights: Vec<f32>,
    examples: Examples,
}

impl Case {
    fn new(name: &str) -> Self {
        let all: Value = serde_json::from_str(TEXT).unwrap();
        let size = |value: &Value| value.as_u64().unwrap() as usize;
        let step = |layer: &Value| match layer.as_str() {
            Some("max") => Step::Pool(Pooling::Max),
            Some(_) => Step::Pool(Pooling::Average),
            None => {
                let window = Window {
                    size: size(&layer[1]),
                    stride: size(&layer[2]),
                    padding: size(&layer[3]),
                };
                Step::Convolution(size(&layer[0]), window)
            }
        };
        let steps = all[name]["layers"].as_array().unwrap().iter().map(step).collect();
        let fixture = Fixture::parse(TEXT).part(name);
        let maps = Maps { channels: fixture.size("channels"), side: fixture.size("side") };
        let labels: Vec<u8> = fixture.indices("labels").iter().map(|&it| it as u8).collect();
        let images = fixture.numbers("images");
        let examples = Examples::classes(maps.units(), images, &labels, CLASSES);
        Self { weights: fixture.numbers("weights"), fixture, maps, steps, examples }
    }

    fn network(&self, bend: Activation) -> Network {
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        let mut maps = self.maps;
        for step in &self.steps {
            match step {
                Step::Convolution(channels, window) => {
                    let layer = Convolution::new(maps, *channels, *window).unwrap();
                    maps = layer.outputs();
                    layers.push(Box::new(layer));
                    layers.push(Box::new(bend));
                }
                Step::Pool(pooling) => {
                    let layer = Pool::new(maps, 2, *pooling).unwrap();
                    maps = layer.outputs();
                    layers.push(Box::new(layer));
                }
            }
        }
        layers.push(Box::new(Linear::new(maps.units(), CLASSES, Start::HeUniform)));
        Network::new(self.maps.units(), layers, Head::Softmax)
    }

    fn gradient(&self, weights: &[f32]) -> (f32, Vec<f32>) {
        let mut network = self.network(Activation::Relu);
        let batch = Batch::of(&self.examples);
        let mut gradient = vec![f32::NAN; weights.len()];
        network.forward(weights, &batch, Mode::Training);
        network.backward(weights, &batch, &mut gradient);
        (network.loss(&batch), gradient)
    }

    /// The same from burn.
    fn by_autodiff(&self) -> Vec<f32> {
        let device = device::training();
        let mut rest = &self.weights[..];
        let mut leaves: Vec<Tensor<1>> = Vec::new();
        let mut leaf = |count: usize| {
            let (values, after) = rest.split_at(count);
            rest = after;
            let data = TensorData::new(values.to_vec(), [count]);
            leaves.push(Tensor::<1>::from_data(data, &device).require_grad());
            leaves[leaves.len() - 1].clone()
        };
        let count = self.examples.len();
        let mut channels = self.maps.channels;
        let images = TensorData::new(
            self.examples.inputs.clone(),
            [count, channels, self.maps.side, self.maps.side],
        );
        let mut x = Tensor::<4>::from_data(images, &device);
        for step in &self.steps {
            x = match step {
                Step::Convolution(outputs, window) => {
                    let Window { size, stride, padding } = *window;
                    let kernel = leaf(outputs * channels * size * size);
                    let kernel = kernel.reshape([*outputs, channels, size, size]);
                    let options = ConvOptions::new([stride; 2], [padding; 2], [1; 2], 1);
                    channels = *outputs;
                    activation::relu(conv2d(x, kernel, Some(leaf(*outputs)), options))
                }
                Step::Pool(Pooling::Max) => max_pool2d(x, MaxPoolOptions::new([2; 2])),
                Step::Pool(Pooling::Average) => avg_pool2d(x, AvgPoolOptions::new([2; 2])),
            };
        }
        let x: Tensor<2> = x.flatten(1, 3);
        let units = x.dims()[1];
        let matrix = leaf(CLASSES * units).reshape([CLASSES, units]).transpose();
        let logits = x.matmul(matrix) + leaf(CLASSES).unsqueeze::<2>();
        let targets = TensorData::new(self.examples.targets.clone(), [count, CLASSES]);
        let targets = Tensor::<2>::from_data(targets, &device);
        let loss = (activation::log_softmax(logits, 1) * targets).sum().neg() / count as f32;
        let gradients = loss.backward();
        let read = |leaf: &Tensor<1>| {
            leaf.grad(&gradients).unwrap().into_data().try_to_vec::<f32>().unwrap()
        };
        leaves.iter().flat_map(read).collect()
    }
}

#[test]
fn gradients_are_those_of_pytorch() {
    for name in CASES {
        let case = Case::new(name);
        let mut network = case.network(Activation::Relu);
        assert_eq!(network.weight_count(), case.weights.len(), "{name}");
        let batch = Batch::of(&case.examples);
        network.forward(&case.weights, &batch, Mode::Inference);
        let lanes = batch.rows().lanes;
        let logit =
            |image: usize, class: usize| network.outputs()[class * lanes + image / 4].0[image % 4];
        let logits: Vec<f32> = (0..case.examples.len())
            .flat_map(|i| (0..CLASSES).map(move |c| (i, c)))
            .map(|(image, class)| logit(image, class))
            .collect();
        assert_close(name, &logits, &case.fixture.numbers("logits"), 1e-5);
        let (loss, gradient) = case.gradient(&case.weights);
        assert_close(name, &[loss], &[case.fixture.number("loss")], 1e-5);
        assert_close(name, &gradient, &case.fixture.numbers("gradient"), 1e-5);
    }
}

#[test]
fn updates_are_those_of_pytorch() {
    let all = Fixture::parse(TEXT);
    for name in CASES {
        let mut case = Case::new(name);
        let mut optimiser = Optimiser::new(Rule::Adam, case.weights.len());
        for _ in 0..all.size("updates") {
            let (_, gradient) = case.gradient(&case.weights);
            optimiser.update(all.number("rate"), &mut case.weights, &gradient);
        }
        assert_close(name, &case.weights, &case.fixture.numbers("after_updates"), 1e-4);
    }
}

#[test]
fn gradients_are_those_of_burn() {
    for name in CASES {
        let case = Case::new(name);
        assert_close(name, &case.gradient(&case.weights).1, &case.by_autodiff(), 1e-5);
    }
}

#[test]
fn gradients_are_those_of_differences() {
    // No kinks: not ReLU, and not the largest of a window.
    for name in ["average pooling", "one place"] {
        let case = Case::new(name);
        let batch = Batch::of(&case.examples);
        differences::check(&case.network(Activation::Tanh), &case.weights, &batch);
    }
}

#[test]
fn a_batch_of_any_size_gives_the_same_answers() {
    let case = Case::new("odd sizes");
    let mut network = case.network(Activation::Relu);
    let mut answers = |indices: &[u32], capacity: usize| {
        let mut batch = Batch::new(&case.examples, capacity);
        batch.fill(&case.examples, indices);
        network.forward(&case.weights, &batch, Mode::Inference);
        let lanes = batch.rows().lanes;
        (0..CLASSES).map(|class| network.outputs()[class * lanes].0[0]).collect::<Vec<f32>>()
    };
    let alone = answers(&[3], 1);
    assert_eq!(alone, answers(&[3, 0, 1], 3));
    assert_eq!(alone, answers(&[3, 0, 1, 2, 4, 0, 1, 2, 3, 4, 0, 1, 2], 13));
}

#[test]
fn first_weights_are_within_their_bound() {
    let window = Window { size: 3, stride: 1, padding: 1 };
    let layer = Convolution::new(Maps { channels: 6, side: 4 }, 9, window).unwrap();
    let mut weights = vec![1.0; layer.weight_count()];
    layer.start(&mut weights, &mut Random::new(1, 0));
    let (matrix, biases) = weights.split_at(9 * 54);
    assert!(biases.iter().all(|&bias| bias == 0.0) && biases.len() == 9);
    let bound = (6.0_f32 / 54.0).sqrt();
    assert!(matrix.iter().all(|w| w.abs() <= bound));
    assert!(matrix.iter().any(|w| w.abs() > 0.9 * bound));
}

#[test]
fn multiplications_leave_the_padding_out() {
    let count = |padding: usize| {
        let window = Window { size: 3, stride: 1, padding };
        Convolution::new(Maps { channels: 2, side: 4 }, 5, window).unwrap().multiplications()
    };
    assert_eq!(count(0), 2 * 2 * 9 * 2 * 5);
    // Of four places along a side the outer two see two of three.
    assert_eq!(count(1), 10 * 10 * 2 * 5);
}

#[test]
fn the_largest_of_nothing_that_is_a_number_is_none() {
    let mut pool = Pool::new(Maps { channels: 1, side: 2 }, 2, Pooling::Max).unwrap();
    let lane = |value: f32| crate::lane::Lane::splat(value);
    let inputs = [lane(1.0), lane(f32::NAN), lane(3.0), lane(2.0)];
    let mut answers = [lane(0.0)];
    pool.forward(crate::dense::Forward {
        weights: &[],
        inputs: &inputs,
        answers: &mut answers,
        rows: crate::dense::Rows { lanes: 1, size: 4 },
        mode: Mode::Inference,
    });
    assert!(answers[0].0.iter().all(|it| it.is_nan() || *it == 3.0), "{answers:?}");
    assert!(Pool::new(Maps { channels: 1, side: 1 }, 2, Pooling::Max).is_none());
}
