//! One network in training, with its penalties, and the weights that it is stopped with.

use figures::{Finding, Panel};
use nets::dense::Batch;
use nets::hash::fnv1a;
use nets::random::Random;

use super::{NEAR_ZERO, Plan, findings, panels};
use crate::classifier::{Classifier, streams};
use crate::history::History;
use crate::lab::Lane;
use crate::tasks::Task;

/// Weights whose way is kept, evenly chosen from each layer.
pub const PATHS: usize = 24;

/// A lane of the lab.
pub struct Regularised {
    pub plan: Plan,
    pub task: Task,
    pub classifier: Classifier,
    /// Values of some weights by step.
    pub paths: History,
    /// Where these weights lie.
    pub followed: Vec<usize>,
    pub stopping: Option<Stopping>,
}

/// Stopping early: the best weights so far, by the loss on the validation rows.
pub struct Stopping {
    validation: Batch,
    best: Vec<f32>,
    pub best_loss: f32,
    pub best_step: u64,
    /// Where training ended, and with which loss on the validation rows.
    pub ended: Option<(u64, f32)>,
}

impl Regularised {
    /// At step 0.
    pub fn new(plan: Plan, task: Task) -> Self {
        let network = plan.network(&task);
        let weights = network.start(&mut Random::new(plan.seed, streams::WEIGHTS));
        let order = Random::new(plan.seed, streams::BATCHES);
        let classifier = Classifier::new(network, weights, &task, plan.descent(), order);
        let followed = followed(&classifier);
        let stopping = (plan.patience > 0).then(|| Stopping {
            validation: Batch::of(&task.validation),
            best: classifier.training.weights().to_vec(),
            best_loss: f32::INFINITY,
            best_step: 0,
            ended: None,
        });
        let mut lane =
            Self { plan, task, classifier, paths: History::default(), followed, stopping };
        lane.record();
        lane
    }

    fn record(&mut self) {
        let training = &self.classifier.training;
        if self.paths.wants(training.step()) {
            let weights = training.weights();
            let values = self.followed.iter().map(|&index| weights[index]).collect();
            self.paths.push(training.step(), values);
        }
    }

    /// Soft threshold, the proximal step of L1: every weight moves towards 0 by rate × L1 and stays
    /// there when it arrives.
    pub fn threshold(&mut self) {
        let amount = self.classifier.training.learning_rate() * self.plan.l1;
        let ranges: Vec<_> =
            self.classifier.training.parts().iter().map(|part| part.penalised.clone()).collect();
        for range in ranges {
            for weight in &mut self.classifier.training.weights_mut()[range] {
                *weight =
                    if weight.abs() <= amount { 0.0 } else { *weight - amount.copysign(*weight) };
            }
        }
    }

    /// Once an epoch: keeps the weights if they are the best yet; ends training and goes back to the
    /// best after too many epochs without.
    fn consider_stopping(&mut self) {
        let Some(stopping) = &mut self.stopping else { return };
        let training = &mut self.classifier.training;
        if !training.step().is_multiple_of(training.updates_an_epoch()) {
            return;
        }
        let (loss, _) = training.examine(&stopping.validation);
        if loss < stopping.best_loss {
            (stopping.best_loss, stopping.best_step) = (loss, training.step());
            stopping.best.copy_from_slice(training.weights());
        } else if training.step() - stopping.best_step
            >= self.plan.patience * training.updates_an_epoch()
        {
            stopping.ended = Some((training.step(), loss));
            training.restore(&stopping.best);
        }
    }

    /// Every weight that a penalty may act on.
    pub fn penalised_weights(&self) -> impl Iterator<Item = f32> + Clone {
        let training = &self.classifier.training;
        let ranges = training.parts().iter().map(|part| part.penalised.clone());
        ranges.flat_map(|range| training.weights()[range].iter().copied())
    }
}

/// The same number of weights from each layer, since a wide layer would leave none to the others.
fn followed(classifier: &Classifier) -> Vec<usize> {
    let parts = classifier.training.parts();
    let each = PATHS / parts.len();
    let of_part = |range: std::ops::Range<usize>| {
        (0..each).map(move |it| range.start + it * range.len() / each)
    };
    parts.iter().flat_map(|part| of_part(part.penalised.clone())).collect()
}

impl Lane for Regularised {
    fn advance(&mut self) {
        self.classifier.training.update();
        if self.plan.has_threshold && self.plan.l1 > 0.0 {
            self.threshold();
        }
        self.consider_stopping();
        self.record();
    }

    fn measure(&mut self) -> Vec<f32> {
        let [train, test] = self.classifier.scores();
        let share = |is_small: &dyn Fn(f32) -> bool| {
            let (all, small) = (self.penalised_weights(), self.penalised_weights());
            small.filter(|weight| is_small(*weight)).count() as f32 / all.count().max(1) as f32
        };
        let near = share(&|weight| weight.abs() < NEAR_ZERO);
        let zero = share(&|weight| weight == 0.0);
        vec![train.loss, test.loss, train.accuracy, test.accuracy, near, zero]
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        panels::all(self)
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        let now = self.measure();
        findings::of(self, history, &now)
    }

    fn has_diverged(&self) -> bool {
        self.classifier.training.has_diverged()
    }

    fn is_done(&self) -> bool {
        self.stopping.as_ref().is_some_and(|stopping| stopping.ended.is_some())
    }

    fn updates_an_epoch(&self) -> u64 {
        self.classifier.training.updates_an_epoch()
    }

    fn parameter_count(&self) -> usize {
        self.classifier.training.weights().len()
    }

    fn weights_hash(&self) -> u64 {
        fnv1a(self.classifier.training.weights())
    }
}
