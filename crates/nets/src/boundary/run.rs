//! One run of the lab: settings in, updates, pictures out.

use super::autodiff::Autodiff;
use super::batch::Batch;
use super::dense::Dense;
use super::picture::{Examination, Grid, MAP_SIDE, Score, UNIT_MAP_SIDE};
use super::points::{Point, Points, Source, generate};
use super::settings::{Engine, Invalid, Settings};
use super::shape::Shape;
use super::split::{Batches, Data};
use crate::dense::statistics::Answers;
use crate::lane::lanes_for;
use crate::optimiser::Optimiser;
use crate::random::Random;

/// Streams of one seed.
const DATA: u64 = 1;
const SPLIT: u64 = 2;
const WEIGHTS: u64 = 3;
const BATCHES: u64 = 4;
const LEAK: u64 = 5;
const NEW: u64 = 6;

/// A network in training. Made from equal settings, two runs agree in every bit at every step.
#[derive(Clone, Debug)]
pub struct Run {
    settings: Settings,
    data: Data,
    shape: Shape,
    state: State,
    train: Examination,
    test: Examination,
    map: Grid,
    units: Grid,
}

/// What training changes; rewinding makes it anew.
#[derive(Clone, Debug)]
struct State {
    weights: Vec<f32>,
    gradient: Vec<f32>,
    optimiser: Optimiser,
    batches: Batches,
    batch: Batch,
    dense: Dense,
    step: u64,
    diverged_at_step: Option<u64>,
}

impl Run {
    /// Prepares data and initial weights.
    ///
    /// # Errors
    /// [`Invalid`] when a setting is out of its range.
    pub fn new(settings: Settings) -> Result<Self, Invalid> {
        settings.check()?;
        let seed = settings.seed;
        let mut points = generate(&settings.source, settings.noise, &mut Random::new(seed, DATA));
        settings.leak.into_points(&mut points, &mut Random::new(seed, LEAK));
        let mut data = Data::split(&points, settings.test_share, &mut Random::new(seed, SPLIT));
        settings.leak.into_training(&mut data.train, &data.test);
        let shape = Shape::new(&settings.hidden, settings.activation);
        Ok(Self {
            state: State::new(&settings, &shape, data.train.len()),
            train: Examination::new(&shape, &data.train),
            test: Examination::new(&shape, &data.test),
            map: Grid::new(&shape, MAP_SIDE, data.extent),
            units: Grid::new(&shape, UNIT_MAP_SIDE, data.extent),
            settings,
            data,
            shape,
        })
    }

    /// The points of this run.
    pub fn data(&self) -> &Data {
        &self.data
    }

    /// Updates so far.
    pub fn step_count(&self) -> u64 {
        self.state.step
    }

    /// The step at which a loss or a weight stopped being finite.
    pub fn diverged_at_step(&self) -> Option<u64> {
        self.state.diverged_at_step
    }

    /// Back to the initial weights and the first batch.
    pub fn rewind(&mut self) {
        self.state = State::new(&self.settings, &self.shape, self.data.train.len());
    }

    /// Makes up to `updates` updates; stops early only when the run diverges, and does nothing
    /// once it has.
    pub fn advance(&mut self, updates: u64) {
        for _ in 0..updates {
            if self.state.diverged_at_step.is_some() {
                return;
            }
            self.update();
        }
    }

    /// One update, whatever the last one came to.
    pub fn update(&mut self) {
        self.state.update(&self.settings, &self.shape, &self.data);
    }

    /// How well the network does on the training points and on the test points.
    pub fn scores(&mut self) -> (Score, Score) {
        (self.train.score(&self.state.weights), self.test.score(&self.state.weights))
    }

    /// How well it does on these points.
    pub fn score_on(&self, points: &[Point]) -> Score {
        Examination::new(&self.shape, points).score(&self.state.weights)
    }

    /// As many points again as the set has, drawn anew, as they come when the network is in use: what
    /// leaked into the training points is not known of them. `None` for own points.
    pub fn new_points(&self) -> Option<Points> {
        let Settings { source, noise, leak, seed, .. } = &self.settings;
        if matches!(source, Source::Own(_)) {
            return None;
        }
        let mut random = Random::new(*seed, NEW);
        let mut points = generate(source, *noise, &mut random);
        leak.into_new_points(&mut points, &mut random);
        Some(points)
    }

    /// Sizes, and where each layer lies among the weights.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Layer by layer: weights unit by input, then biases.
    pub fn weights(&self) -> &[f32] {
        &self.state.weights
    }

    /// Updates in one pass over the training points.
    pub fn updates_an_epoch(&self) -> u64 {
        let count = self.data.train.len();
        count.div_ceil(self.settings.batch_size.min(count)) as u64
    }

    /// Each hidden layer's answers to the training points, as statistics.
    pub(super) fn answers(&mut self) -> Vec<Answers> {
        self.train.answers(&self.state.weights, &self.shape)
    }

    /// The next update's gradient, and the weights after it.
    pub(super) fn next_update(&self) -> (Vec<f32>, Vec<f32>) {
        let mut next = self.state.clone();
        next.update(&self.settings, &self.shape, &self.data);
        (next.gradient, next.weights)
    }

    /// Each hidden unit's answer over the plane, layer by layer, `UNIT_MAP_SIDE` squared values each.
    pub fn unit_maps(&mut self) -> Vec<Vec<f32>> {
        self.units.units(&self.state.weights)
    }

    /// The network's output over the plane, `MAP_SIDE` squared values from the top left.
    pub fn map(&mut self) -> Vec<f32> {
        self.map.outputs(&self.state.weights)
    }

    /// The norm of the last update's gradient, layer by layer.
    #[cfg(test)]
    pub(super) fn gradient_norms(&self) -> Vec<f32> {
        let norm = |slopes: &[f32]| slopes.iter().map(|slope| slope * slope).sum::<f32>().sqrt();
        self.shape.layers().iter().map(|layer| norm(&self.state.gradient[layer.all()])).collect()
    }

    /// Share of dead units in each hidden layer, counted one by one.
    #[cfg(test)]
    pub(super) fn dead_shares(&mut self) -> Vec<f32> {
        self.train.dead_shares(&self.state.weights, self.settings.hidden.len())
    }
}

impl State {
    fn new(settings: &Settings, shape: &Shape, train_count: usize) -> Self {
        let size = settings.batch_size.min(train_count);
        let order = Random::new(settings.seed, BATCHES);
        Self {
            weights: shape.initialise(&mut Random::new(settings.seed, WEIGHTS)),
            gradient: vec![0.0; shape.count()],
            optimiser: Optimiser::new(settings.rule, shape.count()),
            batches: Batches::new(train_count, size, order),
            batch: Batch::with_capacity(size),
            dense: Dense::new(shape.clone(), lanes_for(size)),
            step: 0,
            diverged_at_step: None,
        }
    }

    fn update(&mut self, settings: &Settings, shape: &Shape, data: &Data) {
        self.batch.fill(&data.train, self.batches.draw());
        let loss = match settings.engine {
            Engine::Slices => {
                self.dense.forward(&self.weights, &self.batch);
                self.dense.backward(&self.weights, &self.batch, &mut self.gradient);
                self.dense.loss(&self.batch)
            }
            Engine::Burn => Autodiff::new(shape.clone()).loss_and_gradient(
                &self.weights,
                &self.batch,
                &mut self.gradient,
            ),
        };
        penalise((settings.l1, settings.l2), shape, &self.weights, &mut self.gradient);
        self.optimiser.update(settings.learning_rate, &mut self.weights, &self.gradient);
        self.step += 1;
        // 0 · w is 0 for every finite w, and NaN for the others: one sum looks at all of them.
        let not_finite: f32 = self.weights.iter().map(|w| 0.0 * w).sum();
        if !loss.is_finite() || not_finite != 0.0 {
            self.diverged_at_step = Some(self.step);
        }
    }
}

/// Adds the slopes of l1·Σ|w| + l2·½Σw² over the weights; biases are not penalised.
pub(super) fn penalise((l1, l2): (f32, f32), shape: &Shape, weights: &[f32], gradient: &mut [f32]) {
    if l1 == 0.0 && l2 == 0.0 {
        return;
    }
    for range in shape.layers().iter().map(|layer| layer.weights()) {
        for (slope, &w) in gradient[range.clone()].iter_mut().zip(&weights[range]) {
            let sign = if w == 0.0 { 0.0 } else { w.signum() };
            *slope += l1 * sign + l2 * w;
        }
    }
}
