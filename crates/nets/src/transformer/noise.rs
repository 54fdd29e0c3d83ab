//! A transformer on one batch of noise, for the benchmark.

use super::descent::Descent;
use super::layout::{Form, Layout, Sizes};
use super::model::{Model, Tokens};
use super::tasks::Batch;
use crate::device;
use crate::optimiser::{Optimiser, Rule};
use crate::random::Random;

const VOCABULARY: usize = 64;
const DESCENT: Descent = Descent { rate: 1e-3, decay: 0.01, longest: 1.0 };

/// The model of the attention page at another size.
pub struct Gpt {
    sizes: Sizes,
    layout: Layout,
    weights: Vec<f32>,
    gradient: Vec<f32>,
    optimiser: Optimiser,
    batch: Batch,
}

impl Gpt {
    /// Two blocks of four heads; random tokens, each scored against another random token.
    pub fn on_noise(width: usize, time: usize, batch: usize) -> Self {
        let form = Form::default();
        let sizes =
            Sizes { vocabulary: VOCABULARY, context: time, layers: 2, heads: 4, width, form };
        let layout = Layout::new(&sizes);
        let mut random = Random::new(1, 0);
        let weights = layout.initialise(&mut random);
        let mut draw = || (0..batch * time).map(|_| random.below(VOCABULARY) as i32).collect();
        let tokens = Tokens { batch, time, indices: draw() };
        let places = (0..(batch * time) as i32).collect();
        Self {
            batch: Batch { tokens, places, targets: draw() },
            gradient: vec![0.0; weights.len()],
            optimiser: Optimiser::new(Rule::Adam, weights.len()),
            sizes,
            layout,
            weights,
        }
    }

    /// One update; the loss before it.
    pub fn step(&mut self) -> f32 {
        let model = Model::new(self.sizes, &self.layout, &self.weights, &device::training());
        let loss = model.loss(&self.batch);
        model.collect(&loss.backward(), &self.layout, &mut self.gradient);
        DESCENT.step(&self.layout, &mut self.optimiser, &mut self.weights, &mut self.gradient);
        loss.into_data().as_slice::<f32>().map_or(f32::NAN, |values| values[0])
    }
}
