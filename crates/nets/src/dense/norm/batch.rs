//! Batch normalisation (Ioffe and Szegedy 2015): each unit over the examples of the batch; in
//! inference with moving averages of what training saw.

use super::{EPSILON, Moments};
use crate::dense::layer::{Backward, Forward, Layer, Mode, Part, Rows, Sketch};
use crate::lane::{Lane, WIDTH};
use crate::random::Random;

/// One unit an input.
#[derive(Clone, Debug)]
pub struct BatchNorm {
    units: usize,
    momentum: f32,
    batch_means: Vec<f32>,
    batch_variances: Vec<f32>,
    running_means: Vec<f32>,
    running_variances: Vec<f32>,
    /// (x − mean) / deviation of the latest batch in training mode.
    normalised: Vec<Lane>,
    /// 1 for each example of the batch, 0 for the places beyond it.
    mask: Vec<Lane>,
}

impl BatchNorm {
    /// The moving averages take in this share (PyTorch: 0.1) of each batch; they start at mean 0 and
    /// variance 1.
    #[must_use]
    pub fn new(units: usize, momentum: f32) -> Self {
        Self {
            units,
            momentum,
            batch_means: vec![0.0; units],
            batch_variances: vec![1.0; units],
            running_means: vec![0.0; units],
            running_variances: vec![1.0; units],
            normalised: Vec::new(),
            mask: Vec::new(),
        }
    }

    fn mask(&mut self, rows: Rows) {
        self.mask.resize(rows.lanes, Lane::ZERO);
        for (index, lane) in self.mask.iter_mut().enumerate() {
            let is_example = |place: usize| index * WIDTH + place < rows.size;
            *lane = Lane([0, 1, 2, 3].map(|place| f32::from(u8::from(is_example(place)))));
        }
    }

    /// Mean and variance of one row, and both moving averages. PyTorch refuses a batch of one
    /// example; here its variance is 0, and so is every normalised answer.
    fn observe(&mut self, unit: usize, row: &[Lane], size: usize) {
        let count = size as f32;
        let (mut sum, mut squares) = (Lane::ZERO, Lane::ZERO);
        for (&x, &mask) in row.iter().zip(&self.mask) {
            sum += x * mask;
        }
        let mean = sum.sum() / count;
        for (&x, &mask) in row.iter().zip(&self.mask) {
            let apart = (x - Lane::splat(mean)) * mask;
            squares += apart * apart;
        }
        let squares = squares.sum();
        self.batch_means[unit] = mean;
        self.batch_variances[unit] = squares / count;
        let unbiased = squares / (count - 1.0).max(1.0);
        let keep = 1.0 - self.momentum;
        let average =
            |average: &mut f32, value: f32| *average = keep * *average + self.momentum * value;
        average(&mut self.running_means[unit], mean);
        average(&mut self.running_variances[unit], unbiased);
    }
}

/// 1 / deviation.
fn scale(variance: f32) -> f32 {
    1.0 / (variance + EPSILON).sqrt()
}

impl Layer for BatchNorm {
    fn units(&self, inputs: usize) -> usize {
        assert_eq!(inputs, self.units, "a norm has as many units as there are inputs");
        inputs
    }

    fn forward(&mut self, pass: Forward<'_>) {
        let lanes = pass.rows.lanes;
        if pass.mode == Mode::Training {
            self.mask(pass.rows);
            self.normalised.resize(pass.inputs.len(), Lane::ZERO);
        }
        let (gammas, betas) = pass.weights.split_at(self.units);
        let rows = pass.inputs.chunks_exact(lanes).zip(pass.answers.chunks_exact_mut(lanes));
        for (unit, (inputs, answers)) in rows.enumerate() {
            let (mean, variance) = match pass.mode {
                Mode::Training => {
                    self.observe(unit, inputs, pass.rows.size);
                    (self.batch_means[unit], self.batch_variances[unit])
                }
                Mode::Inference => (self.running_means[unit], self.running_variances[unit]),
            };
            let (mean, scale) = (Lane::splat(mean), Lane::splat(scale(variance)));
            let (gamma, beta) = (Lane::splat(gammas[unit]), Lane::splat(betas[unit]));
            for (answer, &x) in answers.iter_mut().zip(inputs) {
                *answer = (x - mean) * scale;
            }
            if pass.mode == Mode::Training {
                self.normalised[unit * lanes..][..lanes].copy_from_slice(answers);
            }
            answers.iter_mut().for_each(|answer| *answer = *answer * gamma + beta);
        }
    }

    /// With x̂ the normalised answers and means over the batch:
    /// ∂loss/∂x = γ / deviation · (δ − mean(δ) − x̂ mean(δ x̂)).
    fn backward(&mut self, pass: Backward<'_>) {
        let lanes = pass.rows.lanes;
        let share = 1.0 / pass.rows.size as f32;
        let (gamma_slopes, beta_slopes) = pass.gradient.split_at_mut(self.units);
        let mut below = pass.below;
        for unit in 0..self.units {
            let row = unit * lanes..(unit + 1) * lanes;
            let (deltas, normalised) = (&pass.deltas[row.clone()], &self.normalised[row.clone()]);
            let (mut sum, mut products) = (Lane::ZERO, Lane::ZERO);
            for (&delta, &x) in deltas.iter().zip(normalised) {
                sum += delta;
                products += delta * x;
            }
            let (sum, products) = (sum.sum(), products.sum());
            (gamma_slopes[unit], beta_slopes[unit]) = (products, sum);
            let Some(below) = &mut below else { continue };
            let factor = Lane::splat(pass.weights[unit] * scale(self.batch_variances[unit]));
            let (mean, product) = (Lane::splat(sum * share), Lane::splat(products * share));
            let rows = deltas.iter().zip(normalised).zip(&self.mask);
            for (below, ((&delta, &x), &mask)) in below[row].iter_mut().zip(rows) {
                *below = factor * (delta - mean - x * product) * mask;
            }
        }
    }

    fn boxed(&self) -> Box<dyn Layer> {
        Box::new(self.clone())
    }

    fn sketch(&self) -> Sketch {
        Sketch::BatchNorm { units: self.units, momentum: self.momentum }
    }

    fn weight_count(&self) -> usize {
        2 * self.units
    }

    fn start(&self, weights: &mut [f32], _random: &mut Random) {
        super::start(weights);
    }

    fn parts(&self) -> Vec<Part> {
        super::parts("batch norm", self.units)
    }

    fn moments(&self) -> Option<Moments<'_>> {
        Some(Moments {
            batch_means: &self.batch_means,
            batch_variances: &self.batch_variances,
            running_means: &self.running_means,
            running_variances: &self.running_variances,
        })
    }
}
