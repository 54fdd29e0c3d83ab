//! A recurrent network that says at the end of a sequence which letter came first.

use figures::format::decimal;
use figures::{Finding, FindingKind, Invalid, Panel, Settings};
use nets::dense::Part;
use nets::dense::statistics::{norms, update_ratios};
use nets::hash::fnv1a;
use nets::optimiser::{Optimiser, Rule};
use nets::random::Random;
use nets::recurrent::remember::{LETTERS, Sequences};
use nets::recurrent::{Cell, Network, Shape, Start};

use super::deep::PLACES;
use super::{decades, memory_panels};
use crate::classifier::streams;
use crate::diagnosis::controls::VANISHING_IN_TIME;
use crate::diagnosis::{Evidence, Goal, Good, LayerHealth, Setup, diagnose, twin_share};
use crate::history::History;
use crate::lab::Lane;

/// Units of the recurrent layer.
pub const UNITS: usize = 16;

/// Sequences of a batch, drawn anew for each update.
pub const BATCH_SIZE: usize = 32;

/// Sequences that are never trained on.
const TEST_SEQUENCES: usize = 128;

/// No sequence comes twice, so there are no epochs; this many updates are called one.
const EPOCH: u64 = 32;

/// Part of the loss of the latest batch in the training loss, whose noise would hide it otherwise.
pub const SMOOTHING: f32 = 0.05;

/// Everything can be remembered.
const GOOD_ACCURACY: f32 = 0.98;

/// From this share of right answers on, against one in four by chance, the first letter is heard,
/// whatever its gradient is: a state that has latched is flat, and its gradient small.
const HEARD: f32 = 0.6;

/// Below this part of the gradient at the last step, the first step is not heard: the noise of a
/// batch of 32 in the rest of the gradient is larger.
const VANISHING_RATIO: f32 = 0.01;

/// Above this multiple of it, one batch can throw the weights anywhere.
const EXPLODING_RATIO: f32 = 100.0;

/// Streams of the seed.
const TRAINING: u64 = 34;
const TEST: u64 = 35;

/// What is set.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub cell: Cell,
    pub length: usize,
    pub start: Start,
    /// A longer gradient is shortened to this; 0 leaves every gradient as it is.
    pub clip: f32,
    pub learning_rate: f32,
    pub seed: u32,
}

/// A lane of the mode "memory". The gradient is always that at the present weights, on the batch of
/// the next update.
pub struct Memory {
    pub plan: Plan,
    shape: Shape,
    pub network: Network,
    pub examiner: Network,
    weights: Vec<f32>,
    before: Vec<f32>,
    pub(super) gradient: Vec<f32>,
    optimiser: Optimiser,
    random: Random,
    batch: Sequences,
    pub test: Sequences,
    /// The sequence that is looked at.
    pub shown: usize,
    step: u64,
    train_loss: f32,
    train_accuracy: f32,
}

impl Plan {
    pub fn of(settings: &Settings) -> Result<Self, Invalid> {
        Ok(Self {
            cell: settings.choice("cell", &[("rnn", Cell::Rnn), ("lstm", Cell::Lstm)])?,
            length: settings.count("length", 2, 100)?,
            start: Start {
                gain: settings.within("gain", 0.0, 4.0)? as f32,
                forget_bias: settings.within("forget", -2.0, 6.0)? as f32,
            },
            clip: settings.within("clip", 0.0, 100.0)? as f32,
            learning_rate: settings.within("memory-rate", 0.0, 1.0)? as f32,
            seed: settings.seed()?,
        })
    }

    pub fn shape(&self) -> Shape {
        Shape { cell: self.cell, inputs: LETTERS, units: UNITS, outputs: LETTERS }
    }

    pub fn first_weights(&self) -> Vec<f32> {
        self.shape().initialise(self.start, &mut Random::new(self.seed, streams::WEIGHTS))
    }

    /// What the sequences to train on are drawn from.
    pub fn order(&self) -> Random {
        Random::new(self.seed, TRAINING)
    }
}

impl Memory {
    /// At step 0.
    pub fn open(settings: &Settings) -> Result<Self, Invalid> {
        let plan = Plan::of(settings)?;
        let (shape, weights) = (plan.shape(), plan.first_weights());
        let mut test = Sequences::new(plan.length, TEST_SEQUENCES);
        test.draw(&mut Random::new(plan.seed, TEST));
        let mut lane = Self {
            network: Network::new(shape, plan.length, BATCH_SIZE),
            examiner: Network::new(shape, plan.length, TEST_SEQUENCES),
            before: weights.clone(),
            gradient: vec![0.0; weights.len()],
            optimiser: Optimiser::new(Rule::Adam, weights.len()),
            random: plan.order(),
            batch: Sequences::new(plan.length, BATCH_SIZE),
            shown: shown(settings),
            step: 0,
            train_loss: 0.0,
            train_accuracy: 0.0,
            plan,
            shape,
            weights,
            test,
        };
        lane.look_ahead();
        (lane.train_loss, lane.train_accuracy) = (lane.network.loss(), lane.network.accuracy());
        Ok(lane)
    }

    /// Draws the next batch and takes the gradient on it.
    fn look_ahead(&mut self) {
        self.batch.draw(&mut self.random);
        self.network.forward(&self.weights, &self.batch.inputs, &self.batch.labels);
        self.network.backward(&self.weights, &self.batch.inputs, &mut self.gradient);
    }

    /// Shortens a gradient that is too long (Pascanu, Mikolov and Bengio 2013).
    pub(super) fn clip(&mut self) {
        let squares = self.gradient.iter().map(|slope| f64::from(*slope) * f64::from(*slope));
        let norm = libm::sqrt(squares.sum()) as f32;
        if self.plan.clip > 0.0 && norm > self.plan.clip {
            let share = self.plan.clip / norm;
            self.gradient.iter_mut().for_each(|slope| *slope *= share);
        }
    }

    fn health(&self) -> [LayerHealth; 2] {
        let Shape { units, .. } = self.shape;
        let recurrent = 0..self.shape.biases().end;
        let part = |all: std::ops::Range<usize>| Part { kind: "", penalised: 0..0, all };
        let parts = [part(recurrent.clone()), part(recurrent.end..self.weights.len())];
        let norms = norms(&parts, &self.gradient);
        let ratios = update_ratios(&parts, &self.before, &self.weights);
        // The incoming weights of each unit, in an LSTM those of its input gate.
        let rows = |range: std::ops::Range<usize>, width: usize| {
            self.weights[range].chunks_exact(width).take(units)
        };
        let inputs = rows(self.shape.input_weights(), LETTERS);
        let matrix: Vec<f32> = inputs
            .zip(rows(self.shape.state_weights(), units))
            .flat_map(|(inputs, states)| [inputs, states].concat())
            .collect();
        let biases = &self.weights[self.shape.biases()][..units];
        let layer = |name: &str, count: usize, index: usize| LayerHealth {
            gradient_norm: norms[index],
            update_ratio: ratios[index],
            ..LayerHealth::named(name, count)
        };
        let recurrent = layer("the recurrent layer", units, 0);
        [
            LayerHealth { twin_share: twin_share(&matrix, biases), ..recurrent },
            layer("the output", LETTERS, 1),
        ]
    }

    /// What becomes of the gradient on its way through time, if it is the reason for what is wrong.
    fn in_time(&self, now: &[f32]) -> Option<Finding> {
        let norms = self.network.gradient_by_step();
        let (first, last) = (norms[0], norms[norms.len() - 1]);
        let is_heard = now[super::at::TRAIN_ACCURACY] > HEARD;
        let said = format!(
            "The gradient of the {} has a norm of {} after the last of {} steps and of {} after the \
             first",
            memory_panels::carried(self.plan.cell),
            number(last),
            norms.len(),
            number(first)
        );
        if last > 0.0 && first < VANISHING_RATIO * last && !is_heard {
            let remedy = match self.plan.cell {
                Cell::Rnn => {
                    "Each step multiplies it by the state's weights and by the slope of tanh. Use an \
                     LSTM with a forget bias of 3, or a shorter sequence."
                        .to_owned()
                }
                Cell::Lstm => format!(
                    "Each step multiplies it by a forget gate, which starts at the sigmoid of the \
                     forget bias. Raise the bias from {} to {}.",
                    number(self.plan.start.forget_bias),
                    number((self.plan.start.forget_bias + 2.0).max(3.0))
                ),
            };
            let text = format!("{said}: what came first hardly gets into the weights. {remedy}");
            return Some(Finding::new(FindingKind::Vanishing, "Gradients vanish in time", text));
        }
        if first > EXPLODING_RATIO * last {
            let clip = if self.plan.clip > 0.0 {
                "; clipping keeps the step short, and leaves its direction to the first letters"
            } else {
                ", or clip the gradient"
            };
            let text =
                format!("{said}: it grows on its way back. Start from smaller weights{clip}.");
            return Some(Finding::new(FindingKind::Exploding, "Gradients explode in time", text));
        }
        None
    }
}

fn number(value: f32) -> String {
    decimal(f64::from(value))
}

fn shown(settings: &Settings) -> usize {
    settings.count("sequence", 1, TEST_SEQUENCES).map_or(0, |number| number - 1)
}

impl Lane for Memory {
    fn advance(&mut self) {
        self.clip();
        self.before.copy_from_slice(&self.weights);
        self.optimiser.update(self.plan.learning_rate, &mut self.weights, &self.gradient);
        self.step += 1;
        self.look_ahead();
        self.train_loss += SMOOTHING * (self.network.loss() - self.train_loss);
        self.train_accuracy += SMOOTHING * (self.network.accuracy() - self.train_accuracy);
    }

    fn measure(&mut self) -> Vec<f32> {
        self.examiner.forward(&self.weights, &self.test.inputs, &self.test.labels);
        let norms = self.network.gradient_by_step();
        let arrives = decades(norms[0], norms[norms.len() - 1]);
        let (loss, accuracy) = (self.examiner.loss(), self.examiner.accuracy());
        vec![self.train_loss, loss, self.train_accuracy, accuracy, arrives]
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        self.examiner.forward(&self.weights, &self.test.inputs, &self.test.labels);
        memory_panels::all(self)
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        let now = self.measure();
        let layers = self.health();
        let evidence = Evidence {
            step: self.step,
            updates_an_epoch: EPOCH,
            diverged_at_step: self.has_diverged().then_some(self.step),
            layers: &layers,
            history,
            now: &now,
            places: PLACES,
            goal: Goal {
                blind_loss: libm::logf(LETTERS as f32),
                chance: 1.0 / LETTERS as f32,
                good: Good::Accuracy(GOOD_ACCURACY),
            },
            new_accuracy: None,
            train_rows: self.step as usize * BATCH_SIZE,
            test_rows: TEST_SEQUENCES,
            parameters: self.weights.len(),
            setup: Setup {
                learning_rate: self.plan.learning_rate,
                is_adaptive: true,
                batch_size: BATCH_SIZE,
                ..Setup::default()
            },
            controls: &VANISHING_IN_TIME,
            features: &[],
            is_own: false,
            shared_rows: 0.0,
            remedies: &[],
        };
        let are_twins = layers[0].twin_share == 1.0;
        match self.in_time(&now) {
            Some(found) if self.step > 0 && !self.has_diverged() && !are_twins => vec![found],
            _ => diagnose(&evidence),
        }
    }

    fn adjust(&mut self, settings: &Settings) {
        self.shown = shown(settings);
    }

    fn has_diverged(&self) -> bool {
        // 0 · w is 0 for every finite w, and NaN for the others.
        let not_finite: f32 = self.weights.iter().map(|weight| 0.0 * weight).sum();
        !self.network.loss().is_finite() || not_finite != 0.0
    }

    fn updates_an_epoch(&self) -> u64 {
        EPOCH
    }

    fn parameter_count(&self) -> usize {
        self.weights.len()
    }

    fn weights_hash(&self) -> u64 {
        fnv1a(&self.weights)
    }
}
