//! Numbers by layer that tell a healthy network from a sick one.

use super::run::Run;
use crate::dense::statistics::Answers;
use crate::dense::{Part, statistics};

/// One layer at one step.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerNumbers {
    /// Where its weights lie: unit by input, then biases.
    pub part: Part,
    /// Euclidean norm of the gradient that the next batch gives.
    pub gradient_norm: f32,
    /// Norm of the next update over the norm of the weights.
    pub update_ratio: f32,
    /// What its units answer to the training points; none for the output.
    pub answers: Option<Answers>,
}

impl Run {
    /// Every layer's numbers, first to last. They are those of the update that comes next, made on a
    /// copy: so there are some at step 0, and training need not remember anything for them.
    pub fn health(&mut self) -> Vec<LayerNumbers> {
        let parts: Vec<Part> = self
            .shape()
            .layers()
            .iter()
            .map(|it| Part { kind: "linear", all: it.all(), penalised: it.weights() })
            .collect();
        let (gradient, updated) = self.next_update();
        let norms = statistics::norms(&parts, &gradient);
        let ratios = statistics::update_ratios(&parts, self.weights(), &updated);
        let mut answers = self.answers().into_iter();
        let numbers = parts.into_iter().zip(norms).zip(ratios);
        numbers
            .map(|((part, gradient_norm), update_ratio)| LayerNumbers {
                part,
                gradient_norm,
                update_ratio,
                answers: answers.next(),
            })
            .collect()
    }
}
