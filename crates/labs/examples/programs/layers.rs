//! Networks with every kind of layer and every loss, whatever the labs happen to use.

use std::error::Error;
use std::fs;
use std::path::Path;

use labs::Language;
use labs::program::{Dense, dense};
use nets::activation::Activation;
use nets::convolution::{Convolution, Maps, Pool, Pooling, Window};
use nets::dense::{
    BatchNorm, Descent, Dropout, Examples, Head, Layer, LayerNorm, Linear, Network, Residual,
    Start, Training, layers,
};
use nets::optimiser::Rule;
use nets::random::Random;
use nets::schedule::Schedule;
use serde_json::{Value, json};

const STEPS: u64 = 60;

pub fn trainings() -> [(&'static str, Training); 3] {
    let adam = Descent { l1: 0.001, l2: 0.01, ..Descent::new(Rule::Adam, 0.01, 16) };
    let schedule = Schedule::WarmCosine { warm_up: 10, total: 80 };
    let momentum = Descent { schedule, ..Descent::new(Rule::Momentum, 0.03, 16) };
    let nesterov = Descent::new(Rule::Nesterov, 0.05, 20);
    [
        ("layers-dropout-batch-norm", training(6, normalised(), Head::Softmax, adam)),
        ("layers-residual-layer-norm", training(6, residual(), Head::Squared, momentum)),
        ("layers-convolution-pool", training(36, convolved(), Head::Logistic, nesterov)),
    ]
}

fn normalised() -> Vec<Box<dyn Layer>> {
    layers![
        Linear::new(6, 20, Start::HeUniform),
        BatchNorm::new(20, 0.1),
        Activation::Relu,
        Dropout::new(0.3, Random::new(2, 9)),
        Linear::new(20, 10, Start::XavierUniform),
        Activation::Sigmoid,
        Linear::new(10, 3, Start::XavierUniform),
    ]
}

fn residual() -> Vec<Box<dyn Layer>> {
    let branch = layers![
        Linear::new(12, 8, Start::Normal(0.3)),
        Activation::LeakyRelu,
        Linear::new(8, 12, Start::XavierUniform).with_bias(0.1),
    ];
    layers![
        Linear::new(6, 12, Start::XavierUniform),
        LayerNorm::new(12),
        Activation::Tanh,
        Residual::new(12, branch).scaled(0.7),
        Linear::new(12, 3, Start::XavierUniform),
    ]
}

fn convolved() -> Vec<Box<dyn Layer>> {
    let inputs = Maps { channels: 1, side: 6 };
    let window = |size, stride, padding| Window { size, stride, padding };
    let fits = "the window fits";
    let first = Convolution::new(inputs, 3, window(3, 1, 1)).expect(fits);
    let smaller = Pool::new(first.outputs(), 2, Pooling::Max).expect(fits);
    let second = Convolution::new(smaller.outputs(), 4, window(2, 1, 0)).expect(fits);
    let last = Pool::new(second.outputs(), 2, Pooling::Average).expect(fits);
    layers![
        first,
        Activation::Relu,
        smaller,
        second,
        Activation::Tanh,
        last,
        Linear::new(4, 3, Start::XavierUniform),
    ]
}

fn training(width: usize, layers: Vec<Box<dyn Layer>>, head: Head, descent: Descent) -> Training {
    let mut random = Random::new(4, 0);
    let inputs: Vec<f32> = (0..60 * width).map(|_| random.normal()).collect();
    let labels: Vec<u8> = (0..60).map(|_| random.below(3) as u8).collect();
    let network = Network::new(width, layers, head);
    let weights = network.start(&mut random);
    let examples = Examples::classes(width, inputs, &labels, 3);
    Training::new(network, weights, examples, descent, Random::new(4, 1))
}

/// Writes both programs; what they must print.
pub fn written(name: &str, training: &Training, folder: &Path) -> Result<Value, Box<dyn Error>> {
    let run = Dense { what: "Every kind of layer.", training, steps: STEPS, measure: "loss" };
    fs::write(folder.join(format!("{name}.py")), dense(&run, Language::PyTorch))?;
    fs::write(folder.join(format!("{name}.rs")), dense(&run, Language::Burn))?;
    let mut trained = training.clone();
    (0..STEPS).for_each(|_| trained.update());
    let all = nets::dense::Batch::of(training.examples());
    let value = f64::from(trained.examine(&all).0);
    Ok(json!({ "name": name, "measure": "loss", "value": value, "burn": true }))
}
