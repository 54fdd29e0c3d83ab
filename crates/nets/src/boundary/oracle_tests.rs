//! Gradients on slices against burn's autodiff and against finite differences.

use super::autodiff::Autodiff;
use super::batch::Batch;
use super::dense::Dense;
use super::points::{Source, generate};
use super::shape::Shape;
use crate::activation::Activation;
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
