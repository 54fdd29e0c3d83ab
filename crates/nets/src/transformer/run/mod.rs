//! One run of the attention page: settings in, updates, numbers out.

mod kept;
mod samples;
mod saved;

use super::descent::Descent;
use super::dropout::Dropout;
use super::layout::{Layout, Sizes};
use super::model::Model;
use super::schedule;
use super::settings::Settings;
use super::tasks::{Batch, Example};
use crate::boundary::Invalid;
use crate::device;
use crate::hash::fnv1a;
use crate::history::History;
use crate::optimiser::{Optimiser, Rule};
use crate::random::Random;
use crate::reading::Weights;
use kept::Kept;

pub use samples::Sample;

/// Streams of one seed.
const WEIGHTS: u64 = 11;
const BATCHES: u64 = 12;
const HELD_OUT: u64 = 13;
const DROPPED: u64 = 14;

const LONGEST_GRADIENT: f32 = 1.0;

/// Updates after which a running model's accuracy is measured again.
const ACCURACY_EVERY: u64 = 25;

/// A transformer in training. Made from equal settings, two runs agree in every bit at every step.
#[derive(Clone, Debug)]
pub struct Run {
    settings: Settings,
    sizes: Sizes,
    layout: Layout,
    held_out: Batch,
    shown: Vec<Example>,
    state: State,
}

/// What training changes; rewinding makes it anew.
#[derive(Clone, Debug)]
struct State {
    weights: Vec<f32>,
    gradient: Vec<f32>,
    optimiser: Optimiser,
    random: Random,
    dropout: Dropout,
    step: u64,
    tokens_seen: u64,
    loss: f32,
    accuracy: Option<(u64, f32)>,
    diverged_at_step: Option<u64>,
    history: History<ProgressPoint>,
    kept: Kept,
}

/// One point of the training curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProgressPoint {
    /// Updates so far.
    pub step: u64,
    /// Mean cross-entropy of that update's batch, nats a scored token.
    pub loss: f32,
}

/// The model at one step; see the wire type `protocol::attention::Frame` for each field's meaning.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Snapshot {
    pub step: u64,
    pub loss: f32,
    pub accuracy: f32,
    pub accuracy_step: u64,
    pub history: Vec<ProgressPoint>,
    pub weights_hash: u64,
    pub diverged_at_step: Option<u64>,
}

impl Run {
    /// Prepares vocabulary, held-out sequences and initial weights.
    ///
    /// # Errors
    /// [`Invalid`] when a setting is out of its range.
    pub fn new(settings: Settings) -> Result<Self, Invalid> {
        settings.check()?;
        let sizes = Sizes {
            vocabulary: settings.task.vocabulary().len(),
            context: settings.task.context(),
            layers: settings.layers,
            heads: settings.heads,
            width: settings.width,
            form: settings.form,
        };
        let layout = Layout::new(&sizes);
        let held_out = settings.task.held_out(&mut Random::new(settings.seed, HELD_OUT));
        let shown = samples::shown(&settings.task, &held_out);
        let held_out = Batch::of(&held_out);
        let state = State::new(&settings, sizes, &layout);
        Ok(Self { settings, sizes, layout, held_out, shown, state })
    }

    /// The settings of this run.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Number of trainable weights.
    pub fn parameter_count(&self) -> usize {
        self.layout.count()
    }

    /// Updates so far.
    pub fn step_count(&self) -> u64 {
        self.state.step
    }

    /// Tokens read by all updates so far, padding included.
    pub fn tokens_seen(&self) -> u64 {
        self.state.tokens_seen
    }

    /// The step at which the loss or a weight stopped being finite.
    pub fn diverged_at_step(&self) -> Option<u64> {
        self.state.diverged_at_step
    }

    /// Back to the initial weights and the first batch.
    pub fn rewind(&mut self) {
        self.state = State::new(&self.settings, self.sizes, &self.layout);
    }

    /// Makes up to `updates` updates; stops early only when the run diverges, and does nothing
    /// once it has.
    pub fn advance(&mut self, updates: u64) {
        for _ in 0..updates {
            if self.state.diverged_at_step.is_some() {
                return;
            }
            self.state.update(&self.settings, self.sizes, &self.layout);
        }
    }

    /// The numbers at this step. Takes the history since the last snapshot. The accuracy is that
    /// of this very step if `exact`, else it may lie a few updates back.
    pub fn snapshot(&mut self, exact: bool) -> Snapshot {
        let step = self.state.step;
        let (accuracy_step, accuracy) = match self.state.accuracy {
            Some((at, accuracy)) if at == step || (!exact && step - at < ACCURACY_EVERY) => {
                (at, accuracy)
            }
            _ => (step, self.accuracy()),
        };
        self.state.accuracy = Some((accuracy_step, accuracy));
        Snapshot {
            step,
            loss: self.state.loss,
            accuracy,
            accuracy_step,
            history: self.state.history.take(),
            weights_hash: fnv1a(&self.state.weights),
            diverged_at_step: self.state.diverged_at_step,
        }
    }

    /// The present weights, to be read.
    ///
    /// # Errors
    /// [`Invalid`] when sizes do not fit together; those that settings allow do.
    pub fn weights(&self) -> Result<Weights, Invalid> {
        Weights::new(self.sizes, self.state.weights.clone())
    }

    /// The weights after a step that is kept, to be read.
    pub fn weights_after(&self, step: u64) -> Option<Weights> {
        Weights::new(self.sizes, self.weights_at(step)?.to_vec()).ok()
    }

    /// The steps whose weights are kept, in their order: 0, early ones, and later ones at equal
    /// distances, at most 48 and 64 MB of them. They depend on the step alone, but for those before a
    /// run was restored, of which there is step 0.
    pub fn kept_steps(&self) -> &[u64] {
        self.state.kept.steps()
    }

    /// The weights after a step that is kept, or after the last one.
    pub fn weights_at(&self, step: u64) -> Option<&[f32]> {
        if step == self.state.step {
            return Some(&self.state.weights);
        }
        self.state.kept.at(step)
    }

    #[cfg(test)]
    pub(super) fn state_for_tests(&mut self) -> &mut [f32] {
        &mut self.state.weights
    }

    #[cfg(test)]
    pub(super) fn held_out_loss(&self) -> f32 {
        number(self.model().loss(&self.held_out))
    }

    fn model(&self) -> Model {
        Model::new(self.sizes, &self.layout, &self.state.weights, &device::plain())
    }

    /// Share of the scored tokens of the held-out sequences whose logit is the largest.
    fn accuracy(&self) -> f32 {
        let (model, batch) = (self.model(), &self.held_out);
        let logits = model.logits_at(model.forward(&batch.tokens), &batch.places).into_data();
        let Ok(logits) = logits.as_slice::<f32>() else { return 0.0 };
        let rows = logits.chunks_exact(self.sizes.vocabulary).zip(&batch.targets);
        let right = rows.filter(|(row, target)| largest(row) == **target as usize).count();
        right as f32 / batch.targets.len().max(1) as f32
    }
}

fn largest(row: &[f32]) -> usize {
    let mut best = 0;
    for (index, value) in row.iter().enumerate() {
        if *value > row[best] {
            best = index;
        }
    }
    best
}

impl State {
    fn new(settings: &Settings, sizes: Sizes, layout: &Layout) -> Self {
        let weights = layout.initialise(&mut Random::new(settings.seed, WEIGHTS));
        let random = Random::new(settings.seed, BATCHES);
        // Before the first update: the loss of the batch that it will see.
        let batch = settings.task.batch(settings.batch_size, &mut random.clone());
        let model = Model::new(sizes, layout, &weights, &device::plain());
        Self {
            loss: number(model.loss(&batch)),
            gradient: vec![0.0; layout.count()],
            optimiser: Optimiser::new(Rule::Adam, layout.count()),
            random,
            dropout: Dropout::new(settings.dropout, Random::new(settings.seed, DROPPED)),
            step: 0,
            tokens_seen: 0,
            accuracy: None,
            diverged_at_step: None,
            history: History::default(),
            kept: Kept::new(&weights),
            weights,
        }
    }

    fn update(&mut self, settings: &Settings, sizes: Sizes, layout: &Layout) {
        let batch = settings.task.batch(settings.batch_size, &mut self.random);
        let model = Model::new(sizes, layout, &self.weights, &device::training());
        let loss = model.training_loss(&batch, &mut self.dropout);
        model.collect(&loss.backward(), layout, &mut self.gradient);
        self.loss = number(loss);
        let rate = settings.learning_rate * schedule::share(self.step);
        let descent =
            Descent { rate, decay: settings.task.weight_decay(), longest: LONGEST_GRADIENT };
        descent.step(layout, &mut self.optimiser, &mut self.weights, &mut self.gradient);
        self.step += 1;
        self.tokens_seen += batch.tokens.indices.len() as u64;
        if !self.loss.is_finite() || self.weights.iter().any(|weight| !weight.is_finite()) {
            self.diverged_at_step = Some(self.step);
        }
        if self.history.wants(self.step) {
            self.history.push(ProgressPoint { step: self.step, loss: self.loss });
        }
        self.kept.pass(self.step, &self.weights);
    }
}

fn number(loss: burn::tensor::Tensor<1>) -> f32 {
    loss.into_data().as_slice::<f32>().map_or(f32::NAN, |values| values[0])
}
