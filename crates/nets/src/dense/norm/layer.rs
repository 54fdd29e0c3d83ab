//! Layer normalisation (Ba, Kiros and Hinton 2016): each example over the units of the layer, in
//! training and in inference alike.

use super::EPSILON;
use crate::dense::layer::{Backward, Forward, Layer, Part, Sketch};
use crate::lane::Lane;
use crate::random::Random;

/// One unit an input.
#[derive(Clone, Debug)]
pub struct LayerNorm {
    units: usize,
    /// (x − mean) / deviation of the latest batch.
    normalised: Vec<Lane>,
    /// 1 / deviation of each example.
    scales: Vec<Lane>,
    /// Sums by example on the way.
    sums: Vec<Lane>,
    products: Vec<Lane>,
}

impl LayerNorm {
    /// Over so many units.
    #[must_use]
    pub fn new(units: usize) -> Self {
        let (normalised, scales, sums, products) = Default::default();
        Self { units, normalised, scales, sums, products }
    }
}

/// target ← mean over the units of `value`.
fn mean_over_units(target: &mut Vec<Lane>, values: &[Lane], lanes: usize, units: usize) {
    target.clear();
    target.resize(lanes, Lane::ZERO);
    for row in values.chunks_exact(lanes) {
        target.iter_mut().zip(row).for_each(|(sum, &x)| *sum += x);
    }
    let share = Lane::splat(1.0 / units as f32);
    target.iter_mut().for_each(|sum| *sum = *sum * share);
}

impl Layer for LayerNorm {
    fn units(&self, inputs: usize) -> usize {
        assert_eq!(inputs, self.units, "a norm has as many units as there are inputs");
        inputs
    }

    fn forward(&mut self, pass: Forward<'_>) {
        let (lanes, units) = (pass.rows.lanes, self.units);
        mean_over_units(&mut self.sums, pass.inputs, lanes, units);
        self.normalised.clear();
        for row in pass.inputs.chunks_exact(lanes) {
            self.normalised.extend(row.iter().zip(&self.sums).map(|(&x, &mean)| x - mean));
        }
        self.scales.clear();
        self.scales.resize(lanes, Lane::ZERO);
        for row in self.normalised.chunks_exact(lanes) {
            self.scales.iter_mut().zip(row).for_each(|(sum, &x)| *sum += x * x);
        }
        let share = 1.0 / units as f32;
        for scale in &mut self.scales {
            *scale = scale.map(|squares| 1.0 / (squares * share + EPSILON).sqrt());
        }
        let (gammas, betas) = pass.weights.split_at(units);
        let rows =
            self.normalised.chunks_exact_mut(lanes).zip(pass.answers.chunks_exact_mut(lanes));
        for ((normalised, answers), (&gamma, &beta)) in rows.zip(gammas.iter().zip(betas)) {
            let (gamma, beta) = (Lane::splat(gamma), Lane::splat(beta));
            for ((x, answer), &scale) in normalised.iter_mut().zip(answers).zip(&self.scales) {
                *x = *x * scale;
                *answer = *x * gamma + beta;
            }
        }
    }

    /// With x̂ the normalised answers and means over the units:
    /// ∂loss/∂x = 1 / deviation · (γδ − mean(γδ) − x̂ mean(γδ x̂)).
    fn backward(&mut self, pass: Backward<'_>) {
        let (lanes, units) = (pass.rows.lanes, self.units);
        let gammas = &pass.weights[..units];
        let (gamma_slopes, beta_slopes) = pass.gradient.split_at_mut(units);
        for sums in [&mut self.sums, &mut self.products] {
            sums.clear();
            sums.resize(lanes, Lane::ZERO);
        }
        let share = Lane::splat(1.0 / units as f32);
        let rows = pass.deltas.chunks_exact(lanes).zip(self.normalised.chunks_exact(lanes));
        for (unit, (deltas, normalised)) in rows.clone().enumerate() {
            let (mut sum, mut product) = (Lane::ZERO, Lane::ZERO);
            let gamma = Lane::splat(gammas[unit]) * share;
            let means = self.sums.iter_mut().zip(&mut self.products);
            for ((&delta, &x), (mean, product_mean)) in deltas.iter().zip(normalised).zip(means) {
                sum += delta;
                product += delta * x;
                *mean += gamma * delta;
                *product_mean += gamma * delta * x;
            }
            (gamma_slopes[unit], beta_slopes[unit]) = (product.sum(), sum.sum());
        }
        let Some(below) = pass.below else { return };
        for ((below, (deltas, normalised)), &gamma) in
            below.chunks_exact_mut(lanes).zip(rows).zip(gammas)
        {
            let gamma = Lane::splat(gamma);
            for place in 0..lanes {
                let apart = gamma * deltas[place] - self.sums[place];
                below[place] =
                    (apart - normalised[place] * self.products[place]) * self.scales[place];
            }
        }
    }

    fn boxed(&self) -> Box<dyn Layer> {
        Box::new(self.clone())
    }

    fn sketch(&self) -> Sketch {
        Sketch::LayerNorm { units: self.units }
    }

    fn weight_count(&self) -> usize {
        2 * self.units
    }

    fn start(&self, weights: &mut [f32], _random: &mut Random) {
        super::start(weights);
    }

    fn parts(&self) -> Vec<Part> {
        super::parts("layer norm", self.units)
    }
}
