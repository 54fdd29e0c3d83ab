//! What is asked of the last layer: a loss, and its slope by each output.

use super::batch::Batch;
use crate::activation::sigmoid;
use crate::lane::{Lane, WIDTH};

/// A loss over the outputs, as a mean over the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// ½ Σ (output − target)².
    Squared,
    /// Outputs are logits of independent yes-or-no questions, targets 0 or 1:
    /// Σ log(1 + exp z) − target · z.
    Logistic,
    /// Outputs are logits of classes, targets a distribution over them: −Σ target · log softmax.
    Softmax,
}

impl Head {
    /// The mean loss.
    #[must_use]
    pub fn loss(self, outputs: &[Lane], batch: &Batch) -> f32 {
        match self {
            Self::Squared => {
                let half = |o: Lane, y: Lane| (o - y) * (o - y) * Lane::splat(0.5);
                shared_sum(outputs, batch, half)
            }
            Self::Logistic => shared_sum(outputs, batch, |z, y| z.map(softplus) - y * z),
            Self::Softmax => {
                let mut sum = 0.0;
                each_point(outputs, batch, |logits, place| {
                    let normaliser = log_sum_exp(logits);
                    let target = |class| batch.target(class, place);
                    let terms = logits.iter().enumerate();
                    let loss: f32 = terms.map(|(c, z)| target(c) * (normaliser - z)).sum();
                    sum += loss * batch.share(place);
                });
                sum
            }
        }
    }

    /// deltas ← ∂loss/∂output.
    pub fn deltas(self, outputs: &[Lane], batch: &Batch, deltas: &mut [Lane]) {
        let answer: fn(Lane) -> Lane = match self {
            Self::Squared => |output| output,
            Self::Logistic => |logit| logit.map(sigmoid),
            Self::Softmax => return softmax_deltas(outputs, batch, deltas),
        };
        let lanes = batch.rows().lanes;
        let rows = outputs.chunks_exact(lanes).zip(batch.targets.chunks_exact(lanes));
        for (deltas, (outputs, targets)) in deltas.chunks_exact_mut(lanes).zip(rows) {
            let targets = targets.iter().zip(&batch.shares);
            for ((delta, &output), (&target, &share)) in deltas.iter_mut().zip(outputs).zip(targets)
            {
                *delta = (answer(output) - target) * share;
            }
        }
    }

    /// Whether the answer for one point is right: the largest logit at the largest target, a logit
    /// on the target's side of 0, an output on the target's side of 0.
    fn is_right(self, outputs: &[f32], targets: &[f32]) -> bool {
        let largest = |values: &[f32]| {
            let numbered = values.iter().enumerate();
            numbered.max_by(|a, b| a.1.total_cmp(b.1)).map(|(index, _)| index)
        };
        let mut pairs = outputs.iter().zip(targets);
        match self {
            Self::Softmax => largest(outputs) == largest(targets),
            Self::Logistic => pairs.all(|(z, y)| (*z > 0.0) == (*y > 0.5)),
            Self::Squared => pairs.all(|(o, y)| (*o > 0.0) == (*y > 0.0)),
        }
    }

    /// Share of points with the right answer, 0 to 1.
    #[must_use]
    pub fn accuracy(self, outputs: &[Lane], batch: &Batch) -> f32 {
        let mut right = 0;
        each_point(outputs, batch, |outputs, place| {
            let targets: Vec<f32> = (0..outputs.len()).map(|it| batch.target(it, place)).collect();
            right += usize::from(self.is_right(outputs, &targets));
        });
        right as f32 / batch.rows().size.max(1) as f32
    }
}

fn shared_sum(outputs: &[Lane], batch: &Batch, loss: impl Fn(Lane, Lane) -> Lane) -> f32 {
    let mut sum = Lane::ZERO;
    let lanes = batch.rows().lanes;
    for (outputs, targets) in outputs.chunks_exact(lanes).zip(batch.targets.chunks_exact(lanes)) {
        for ((&output, &target), &share) in outputs.iter().zip(targets).zip(&batch.shares) {
            sum += loss(output, target) * share;
        }
    }
    sum.sum()
}

/// Calls `each` with the outputs for one point after the other.
fn each_point(outputs: &[Lane], batch: &Batch, mut each: impl FnMut(&[f32], usize)) {
    let lanes = batch.rows().lanes;
    let mut values = vec![0.0; outputs.len() / lanes.max(1)];
    for place in 0..batch.rows().size {
        for (value, row) in values.iter_mut().zip(outputs.chunks_exact(lanes)) {
            *value = row[place / WIDTH].0[place % WIDTH];
        }
        each(&values, place);
    }
}

/// Softmax less the target: the slope of cross-entropy by its logits.
fn softmax_deltas(outputs: &[Lane], batch: &Batch, deltas: &mut [Lane]) {
    deltas.fill(Lane::ZERO);
    let lanes = batch.rows().lanes;
    each_point(outputs, batch, |logits, place| {
        let normaliser = log_sum_exp(logits);
        for (class, (row, z)) in deltas.chunks_exact_mut(lanes).zip(logits).enumerate() {
            let probability = libm::expf(z - normaliser);
            row[place / WIDTH].0[place % WIDTH] =
                (probability - batch.target(class, place)) * batch.share(place);
        }
    });
}

/// log Σ exp, safe for logits of any size.
fn log_sum_exp(logits: &[f32]) -> f32 {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    largest + libm::logf(logits.iter().map(|z| libm::expf(z - largest)).sum())
}

/// log(1 + exp z), safe for logits of any size.
fn softplus(z: f32) -> f32 {
    z.max(0.0) + libm::log1pf(libm::expf(-z.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_logits_stay_finite() {
        assert_eq!(log_sum_exp(&[1000.0, 0.0]), 1000.0);
        assert_eq!((softplus(-200.0), softplus(200.0)), (0.0, 200.0));
        assert!((softplus(0.0) - std::f32::consts::LN_2).abs() < 1e-7);
    }

    #[test]
    fn a_logit_that_is_no_number_makes_the_loss_none() {
        assert!(log_sum_exp(&[f32::NAN, 0.0]).is_nan());
        assert!(softplus(f32::NAN).is_nan());
    }
}
