//! A small network that one rule trains: what the surfaces are a picture of.

mod panels;

use figures::{Finding, FindingKind, Panel};
use nets::dense::{Descent, Training, statistics};
use nets::hash::fnv1a;
use nets::random::Random;

use super::setup::{ORDER, Problem};
use super::{LOSS, TEST_LOSS};
use crate::classifier::Classifier;
use crate::diagnosis::{self, Evidence, Goal, Good, Places};
use crate::history::History;
use crate::lab::Lane;

/// What to change where units died: it happens in the first steps.
const DEAD: &str = "Lower the learning rate, or let it climb over the first steps: choose the schedule with a \
                    warm-up.";

/// The lane.
#[derive(Clone, Debug)]
pub struct Learning {
    problem: Problem,
    pub classifier: Classifier,
    blind_loss: f32,
    diverged_at_step: Option<u64>,
}

impl Learning {
    /// At its first weights.
    pub fn new(problem: Problem, descent: Descent, seed: u32) -> Self {
        let (network, weights) = (problem.network(), problem.weights.clone());
        let order = Random::new(seed, ORDER);
        Self {
            classifier: Classifier::new(network, weights, &problem.task, descent, order),
            blind_loss: blind_loss(&problem),
            diverged_at_step: None,
            problem,
        }
    }

    /// The loop of updates.
    pub fn training(&self) -> &Training {
        &self.classifier.training
    }

    fn gradient_norm(&self) -> f32 {
        let norms = statistics::norms(self.classifier.training.parts(), self.gradient());
        libm::sqrtf(norms.iter().map(|norm| norm * norm).sum())
    }

    fn gradient(&self) -> &[f32] {
        self.classifier.training.gradient()
    }
}

/// Loss of a model that knows how common each class is, and nothing else: the entropy of the labels.
fn blind_loss(problem: &Problem) -> f32 {
    let (train, classes) = (&problem.task.train, problem.task.classes.len());
    let count = train.len().max(1) as f64;
    let entropy = |class: usize| {
        let column = train.targets.iter().skip(class).step_by(classes);
        let share = column.map(|&it| f64::from(it)).sum::<f64>() / count;
        if share > 0.0 { -share * libm::log(share) } else { 0.0 }
    };
    (0..classes).map(entropy).sum::<f64>() as f32
}

impl Lane for Learning {
    fn advance(&mut self) {
        let training = &mut self.classifier.training;
        training.update();
        if self.diverged_at_step.is_none() && training.has_diverged() {
            self.diverged_at_step = Some(training.step());
        }
    }

    fn measure(&mut self) -> Vec<f32> {
        let [train, test] = self.classifier.scores();
        let rate = self.classifier.training.learning_rate();
        vec![train.loss, test.loss, self.gradient_norm(), rate]
    }

    fn panels(&mut self, history: &History) -> Vec<Panel> {
        panels::all(self, history)
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        let (layers, now) = (self.classifier.health(), self.measure());
        let training = &self.classifier.training;
        let places = Places { train_loss: LOSS, test_loss: TEST_LOSS, ..Places::default() };
        let goal = Goal { blind_loss: self.blind_loss, chance: 0.0, good: Good::Loss(0.0) };
        let test_rows = self.problem.task.test.len();
        let seen = Evidence::of(
            training,
            &layers,
            (history, &now),
            places,
            goal,
            test_rows,
            &diagnosis::controls::OPTIMISERS,
        );
        diagnosis::diagnose(&Evidence {
            diverged_at_step: self.diverged_at_step,
            setup: diagnosis::Setup { activation: Some(self.problem.activation), ..seen.setup },
            remedies: &[(FindingKind::Dead, DEAD)],
            ..seen
        })
    }

    fn has_diverged(&self) -> bool {
        self.diverged_at_step.is_some()
    }

    fn is_done(&self) -> bool {
        self.classifier.training.learning_rate() == 0.0
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
