//! Gradients on slices against burn's autodiff, against finite differences, and whole
//! updates against PyTorch.

use super::autodiff::Autodiff;
use super::batch::Batch;
use super::dense::Dense;
use super::points::{Point, Source, generate};
use super::run::penalise;
use super::shape::Shape;
use crate::activation::Activation;
use crate::fixture::{Fixture, assert_close};
use crate::optimiser::{Optimiser, Rule};
use crate::random::Random;

const SHAPES: [&[usize]; 5] = [&[], &[1], &[4, 2], &[6, 4], &[8, 8, 8, 8, 8, 8]];
const ACTIVATIONS: [Activation; 4] =
    [Activation::Tanh, Activation::Relu, Activation::Sigmoid, Activation::Linear];

struct Case {
    shape: Shape,
    weights: Vec<f32>,
    batch: Batch,
}

impl Case {
    fn new(hidden: &[usize], activation: Activation, size: usize) -> Self {
        let shape = Shape::new(hidden, activation);
        let mut random = Random::new(11, 0);
        let mut weights = shape.initialise(&mut random);
        // Biases off zero, so that nothing is symmetric by accident.
        weights.iter_mut().for_each(|weight| *weight += 0.1 * random.normal());
        let points = generate(&Source::Spiral, 0.1, &mut random);
        Self { shape, weights, batch: Batch::of(&points[..size]) }
    }

    fn loss_at(&self, weights: &[f32]) -> f32 {
        let mut dense = Dense::new(self.shape.clone(), self.batch.lanes());
        dense.forward(weights, &self.batch);
        dense.loss(&self.batch)
    }

    fn gradient(&self) -> Vec<f32> {
        let mut dense = Dense::new(self.shape.clone(), self.batch.lanes());
        let mut gradient = vec![f32::NAN; self.shape.count()];
        dense.forward(&self.weights, &self.batch);
        dense.backward(&self.weights, &self.batch, &mut gradient);
        gradient
    }
}

fn each_case(check: impl Fn(&Case)) {
    for hidden in SHAPES {
        for activation in ACTIVATIONS {
            for size in [1, 10, 33] {
                check(&Case::new(hidden, activation, size));
            }
        }
    }
}

#[test]
fn gradients_agree_with_burn() {
    each_case(|case| {
        let mut theirs = vec![f32::NAN; case.shape.count()];
        let their_loss = Autodiff::new(case.shape.clone()).loss_and_gradient(
            &case.weights,
            &case.batch,
            &mut theirs,
        );
        assert!((case.loss_at(&case.weights) - their_loss).abs() < 2e-6);
        for (ours, theirs) in case.gradient().iter().zip(&theirs) {
            assert!((ours - theirs).abs() < 4e-6, "{ours} against {theirs}: {:?}", case.shape);
        }
    });
}

#[test]
fn gradients_agree_with_finite_differences() {
    each_case(|case| {
        // A kink of ReLU inside the step would spoil the difference, not the gradient.
        if case.shape.activation == Activation::Relu {
            return;
        }
        for (index, slope) in case.gradient().iter().enumerate() {
            let mut moved = case.weights.clone();
            let step = 1e-2;
            moved[index] += step;
            let above = case.loss_at(&moved);
            moved[index] -= 2.0 * step;
            let difference = (above - case.loss_at(&moved)) / (2.0 * step);
            assert!((slope - difference).abs() < 1e-3, "{slope} against {difference}");
        }
    });
}

#[test]
fn padding_changes_nothing() {
    let ten = Case::new(&[6, 4], Activation::Tanh, 10);
    let mut roomy = Batch::with_capacity(24);
    let points = generate(&Source::Blobs, 0.1, &mut Random::new(1, 0));
    let indices: Vec<u32> = (0..24).collect();
    roomy.fill(&points, &indices);
    roomy.fill(&points, &indices[..10]);
    let tight = Case { batch: Batch::of(&points[..10]), ..Case::new(&[6, 4], Activation::Tanh, 1) };
    let loose = Case { batch: roomy, ..Case::new(&[6, 4], Activation::Tanh, 1) };
    for (a, b) in tight.gradient().iter().zip(&loose.gradient()) {
        assert!((a - b).abs() < 1e-7, "{a} against {b}");
    }
    assert_eq!(ten.batch.lanes(), 3);
}

fn pytorch(activation: Activation) -> (Fixture, Case) {
    let fixture = Fixture::parse(include_str!("../../../../tests/fixtures/nets_dense.json"));
    let labels = fixture.numbers("labels");
    let points: Vec<Point> = fixture
        .numbers("points")
        .chunks_exact(2)
        .zip(&labels)
        .map(|(place, &label)| Point { x: place[0], y: place[1], is_positive: label > 0.0 })
        .collect();
    let hidden: Vec<usize> =
        fixture.indices("hidden").iter().map(|&units| units as usize).collect();
    let weights = fixture.numbers("weights");
    let shape = Shape::new(&hidden, activation);
    (fixture, Case { shape, weights, batch: Batch::of(&points) })
}

#[test]
fn gradients_are_those_of_pytorch() {
    for (name, activation) in ["tanh", "relu", "sigmoid", "linear"].into_iter().zip(ACTIVATIONS) {
        let (fixture, case) = pytorch(activation);
        let theirs = fixture.part("gradients").part(name);
        let loss = case.loss_at(&case.weights);
        assert_close(name, &[loss], &[theirs.number("loss")], 2e-6);
        assert_close(name, &case.gradient(), &theirs.numbers("gradient"), 2e-6);
    }
}

#[test]
fn five_updates_with_both_penalties_are_those_of_pytorch() {
    let rules = [("sgd", Rule::Sgd), ("momentum", Rule::Momentum), ("adam", Rule::Adam)];
    for (name, rule) in rules {
        let (fixture, mut case) = pytorch(Activation::Tanh);
        let mut optimiser = Optimiser::new(rule, case.shape.count());
        for _ in 0..5 {
            let mut gradient = case.gradient();
            let penalties = (fixture.number("l1"), fixture.number("l2"));
            penalise(penalties, &case.shape, &case.weights, &mut gradient);
            optimiser.update(fixture.number("learning_rate"), &mut case.weights, &gradient);
        }
        let theirs = fixture.part("after_five_updates").numbers(name);
        assert_close(name, &case.weights, &theirs, 1e-5);
    }
}
