//! One network in training, and a copy of it that is asked how it answers in training mode.

use figures::{Finding, Panel, Settings};
use nets::dense::{Batch, Descent, Examples, Mode, Network};
use nets::hash::fnv1a;
use nets::optimiser::Rule;
use nets::random::Random;

use super::{Norm, Plan, findings, panels};
use crate::classifier::{Classifier, streams};
use crate::history::History;
use crate::lab::Lane;
use crate::tasks::Task;

/// Most rows to test on: each is asked twice, and in batches of one the second time is dear.
const TEST_ROWS: usize = 200;

/// A lane of the lab.
pub struct Normalised {
    pub plan: Plan,
    pub task: Task,
    pub classifier: Classifier,
    /// Asked in training mode, so that nothing is written into the moving averages of the network in
    /// training.
    pub probe: Network,
    /// Room for as many rows as an update sees.
    pub room: Batch,
    /// The hidden layer that is looked at, from 0.
    pub shown: usize,
}

impl Normalised {
    /// At step 0.
    pub fn new(plan: Plan, mut task: Task, settings: &Settings) -> Self {
        shorten(&mut task.test, TEST_ROWS);
        let network = plan.network(&task);
        let weights = network.start(&mut Random::new(plan.seed, streams::WEIGHTS));
        let order = Random::new(plan.seed, streams::BATCHES);
        let descent = Descent::new(Rule::Sgd, plan.learning_rate, plan.batch_size);
        let (probe, room) = (network.clone(), Batch::new(&task.test, plan.batch_size));
        let classifier = Classifier::new(network, weights, &task, descent, order);
        let shown = shown(settings, plan.layers);
        Self { plan, task, classifier, probe, room, shown }
    }

    /// Whether a batch norm sees a batch of one row, which PyTorch's refuses.
    pub fn has_batch_of_one(&self) -> bool {
        let rows = self.task.train.len();
        let size = self.plan.batch_size.min(rows);
        self.plan.norm == Norm::Batch && (size == 1 || rows % size == 1)
    }

    /// Mean loss on the test rows, asked in training mode and in batches of the training's size.
    pub fn batch_loss(&mut self) -> f32 {
        let rows: Vec<u32> = (0..self.task.test.len() as u32).collect();
        let weights = self.classifier.training.weights();
        let loss = |batch: &[u32]| {
            self.room.fill(&self.task.test, batch);
            self.probe.forward(weights, &self.room, Mode::Training);
            f64::from(self.probe.loss(&self.room)) * batch.len() as f64
        };
        let sum: f64 = rows.chunks(self.plan.batch_size).map(loss).sum();
        (sum / rows.len() as f64) as f32
    }
}

fn shorten(examples: &mut Examples, rows: usize) {
    examples.inputs.truncate(rows * examples.width);
    examples.targets.truncate(rows * examples.outputs);
}

fn shown(settings: &Settings, layers: usize) -> usize {
    settings.count("layer", 1, 12).map_or(0, |layer| layer.min(layers) - 1)
}

impl Lane for Normalised {
    fn advance(&mut self) {
        self.classifier.training.update();
    }

    fn measure(&mut self) -> Vec<f32> {
        let [train, test] = self.classifier.scores();
        vec![train.loss, test.loss, self.batch_loss(), train.accuracy, test.accuracy]
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        panels::all(self)
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        let now = self.measure();
        findings::of(self, history, &now)
    }

    fn adjust(&mut self, settings: &Settings) {
        self.shown = shown(settings, self.plan.layers);
    }

    fn has_diverged(&self) -> bool {
        self.classifier.training.has_diverged()
    }

    fn updates_an_epoch(&self) -> u64 {
        self.classifier.training.updates_an_epoch()
    }

    fn parameter_count(&self) -> usize {
        self.classifier.training.weights().len()
    }

    /// Weights and, where there are any, moving averages: inference depends on both.
    fn weights_hash(&self) -> u64 {
        let mut learned = self.classifier.training.weights().to_vec();
        self.classifier.training.network().stack().each_layer(&mut |layer| {
            if let Some(moments) = layer.moments() {
                learned.extend(moments.running_means);
                learned.extend(moments.running_variances);
            }
        });
        fnv1a(&learned)
    }
}
