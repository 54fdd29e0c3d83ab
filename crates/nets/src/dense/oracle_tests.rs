//! Gradients by hand against burn's autodiff and against differences, for every activation, loss,
//! depth and size of batch.

use burn::tensor::{Tensor, TensorData, activation};

use super::{Batch, Examples, Head, Layer, Linear, Mode, Network, Start, differences};
use crate::activation::{Activation, LEAK};
use crate::device;
use crate::random::Random;

const ACTIVATIONS: [Activation; 5] = [
    Activation::Tanh,
    Activation::Relu,
    Activation::LeakyRelu,
    Activation::Sigmoid,
    Activation::Linear,
];
const HEADS: [Head; 3] = [Head::Squared, Head::Logistic, Head::Softmax];
/// Odd sizes, so that every remainder of every loop is met.
const SIZES: [&[usize]; 4] = [&[3, 2], &[2, 5, 4, 1], &[17, 33, 9, 3], &[6, 6, 6, 6, 6, 6, 6, 4]];

struct Case {
    sizes: &'static [usize],
    activation: Activation,
    head: Head,
    network: Network,
    weights: Vec<f32>,
    examples: Examples,
    batch: Batch,
}

impl Case {
    fn new(sizes: &'static [usize], activation: Activation, head: Head, count: usize) -> Self {
        let mut random = Random::new(11, 0);
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        for pair in sizes.windows(2) {
            layers.push(Box::new(Linear::new(pair[0], pair[1], Start::XavierUniform)));
            layers.push(Box::new(activation));
        }
        layers.pop();
        let network = Network::new(sizes[0], layers, head);
        let mut weights = network.start(&mut random);
        weights.iter_mut().for_each(|weight| *weight += 0.1 * random.normal());
        let outputs = sizes[sizes.len() - 1];
        let inputs: Vec<f32> = (0..count * sizes[0]).map(|_| random.normal()).collect();
        let examples = if head == Head::Softmax {
            let labels: Vec<u8> = (0..count).map(|_| random.below(outputs) as u8).collect();
            Examples::classes(sizes[0], inputs, &labels, outputs)
        } else {
            let targets = (0..count * outputs).map(|_| random.below(2) as f32).collect();
            Examples { width: sizes[0], inputs, outputs, targets }
        };
        let batch = Batch::of(&examples);
        Self { sizes, activation, head, network, weights, examples, batch }
    }

    fn loss_and_gradient(&self) -> (f32, Vec<f32>) {
        let mut network = self.network.clone();
        let mut gradient = vec![f32::NAN; self.weights.len()];
        network.forward(&self.weights, &self.batch, Mode::Training);
        network.backward(&self.weights, &self.batch, &mut gradient);
        (network.loss(&self.batch), gradient)
    }

    /// The same from burn.
    fn by_autodiff(&self) -> (f32, Vec<f32>) {
        let device = device::training();
        let tensor = |values: &[f32], shape: [usize; 2]| {
            Tensor::<2>::from_data(TensorData::new(values.to_vec(), shape), &device)
        };
        let (width, outputs) = (self.examples.width, self.examples.outputs);
        let count = self.examples.len();
        let mut x = tensor(&self.examples.inputs, [count, width]);
        let targets = tensor(&self.examples.targets, [count, outputs]);
        let mut rest = &self.weights[..];
        let mut leaves = Vec::new();
        for (index, pair) in self.sizes.windows(2).enumerate() {
            let mut leaf = |rows: usize, columns: usize| {
                let (values, after) = rest.split_at(rows * columns);
                rest = after;
                let leaf = tensor(values, [rows, columns]).require_grad();
                leaves.push(leaf.clone());
                leaf
            };
            if index > 0 {
                x = bend(self.activation, x);
            }
            x = x.matmul(leaf(pair[1], pair[0]).transpose());
            x = x + leaf(1, pair[1]);
        }
        let loss = match self.head {
            Head::Squared => (x - targets).square().sum() * 0.5,
            Head::Logistic => (activation::softplus(x.clone(), 1.0) - x * targets).sum(),
            Head::Softmax => (activation::log_softmax(x, 1) * targets).sum().neg(),
        };
        let loss = loss / count as f32;
        let gradients = loss.backward();
        let read = |tensor: Tensor<2>| tensor.into_data().try_to_vec::<f32>().unwrap();
        let of_leaf = |leaf: &Tensor<2>| {
            let count = leaf.dims().iter().product();
            leaf.grad(&gradients).map_or(vec![0.0; count], read)
        };
        let gradient = leaves.iter().flat_map(of_leaf).collect();
        (loss.into_data().try_to_vec::<f32>().unwrap()[0], gradient)
    }
}

fn bend(kind: Activation, sums: Tensor<2>) -> Tensor<2> {
    match kind {
        Activation::Tanh => activation::tanh(sums),
        Activation::Relu => activation::relu(sums),
        Activation::LeakyRelu => activation::leaky_relu(sums, f64::from(LEAK)),
        Activation::Sigmoid => activation::sigmoid(sums),
        Activation::Linear => sums,
    }
}

fn each_case(check: impl Fn(&Case)) {
    for sizes in SIZES {
        for activation in ACTIVATIONS {
            for head in HEADS {
                for count in [1, 10, 29] {
                    check(&Case::new(sizes, activation, head, count));
                }
            }
        }
    }
}

#[test]
fn losses_and_gradients_agree_with_burn() {
    each_case(|case| {
        let (loss, gradient) = case.loss_and_gradient();
        let (their_loss, theirs) = case.by_autodiff();
        let what = format!("{:?} {:?} {:?}", case.sizes, case.activation, case.head);
        assert!((loss - their_loss).abs() < 1e-5, "{what}: {loss} against {their_loss}");
        assert_eq!(gradient.len(), theirs.len());
        for (ours, theirs) in gradient.iter().zip(&theirs) {
            assert!((ours - theirs).abs() < 1e-5, "{what}: {ours} against {theirs}");
        }
    });
}

#[test]
fn gradients_agree_with_differences() {
    each_case(|case| {
        let has_kink = matches!(case.activation, Activation::Relu | Activation::LeakyRelu);
        if !has_kink && case.weights.len() < 500 {
            differences::check(&case.network, &case.weights, &case.batch);
        }
    });
}

#[test]
fn room_for_more_examples_changes_nothing() {
    let case = Case::new(&[17, 33, 9, 3], Activation::Tanh, Head::Softmax, 29);
    let indices: Vec<u32> = (0..10).collect();
    let gradient = |capacity: usize| {
        let mut network = case.network.clone();
        let mut gradient = vec![f32::NAN; case.weights.len()];
        let mut batch = Batch::new(&case.examples, capacity);
        // An earlier, larger batch leaves nothing behind.
        network.forward(&case.weights, &case.batch, Mode::Training);
        batch.fill(&case.examples, &(0..capacity.min(29) as u32).collect::<Vec<_>>());
        batch.fill(&case.examples, &indices);
        network.forward(&case.weights, &batch, Mode::Training);
        network.backward(&case.weights, &batch, &mut gradient);
        (gradient, network.loss(&batch), network.accuracy(&batch))
    };
    assert_eq!(gradient(10), gradient(12));
    let (tight, loose) = (gradient(10), gradient(27));
    assert!((tight.1 - loose.1).abs() < 1e-6 && tight.2 == loose.2);
    for (a, b) in tight.0.iter().zip(&loose.0) {
        assert!((a - b).abs() < 1e-6, "{a} against {b}");
    }
}

#[test]
fn parts_cover_every_weight_once() {
    let case = Case::new(&[17, 33, 9, 3], Activation::Relu, Head::Softmax, 1);
    let parts = case.network.parts();
    let ends: Vec<usize> = parts.iter().map(|part| part.all.end).collect();
    assert_eq!(ends, [17 * 33 + 33, 594 + 33 * 9 + 9, 900 + 9 * 3 + 3]);
    assert!(parts.windows(2).all(|pair| pair[0].all.end == pair[1].all.start));
    assert_eq!(parts[1].penalised, 594..594 + 33 * 9);
}

#[test]
fn the_right_answers_are_counted() {
    let check = |head: Head, outputs: usize, targets: Vec<f32>, weights: &[f32], expect: f32| {
        let examples = Examples { width: 1, inputs: vec![-2.0, -1.0, 1.0, 2.0], outputs, targets };
        let layers = super::layers![Linear::new(1, outputs, Start::Zero)];
        let mut network = Network::new(1, layers, head);
        let batch = Batch::of(&examples);
        network.forward(weights, &batch, Mode::Inference);
        assert_eq!(network.accuracy(&batch), expect, "{head:?}");
    };
    check(Head::Squared, 1, vec![-1.0, 1.0, 1.0, 1.0], &[1.0, 0.0], 0.75);
    check(Head::Logistic, 1, vec![0.0, 0.0, 1.0, 0.0], &[1.0, 0.0], 0.75);
    let one_hot = vec![1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0];
    check(Head::Softmax, 2, one_hot, &[-1.0, 1.0, 0.0, 0.0], 0.75);
}
