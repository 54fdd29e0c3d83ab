//! What the numbers of a trained network say, and which setting to change: for every lab whose lanes
//! descend a gradient.
//!
//! A lane puts together [`Evidence`] and asks [`diagnose`]. A run gets what is wrong with it, causes
//! before effects, each with its number; a healthy one gets a single finding that says by which
//! number it is healthy.

mod advice;
mod cause;
pub mod controls;
mod health;
mod leak;
mod outcome;
#[cfg(test)]
mod tests;
mod verdict;

use figures::format::{count, decimal, percent};
use figures::{Finding, FindingKind};
use nets::activation::Activation;
use nets::dense::Training;
use nets::optimiser::Rule;

use crate::history::History;
pub use advice::{Controls, Offer, setting};
pub use health::{LayerHealth, of_network, twin_share};

/// Most findings at once: what does not fit is rarely the reason.
const FINDINGS_MAX: usize = 3;

/// Everything the rules look at.
#[derive(Clone, Debug)]
pub struct Evidence<'a> {
    /// Updates so far.
    pub step: u64,
    /// Updates in one pass over the training rows.
    pub updates_an_epoch: u64,
    /// Where a loss or a weight stopped being finite.
    pub diverged_at_step: Option<u64>,
    /// Trained layers, inputs first, as they are now.
    pub layers: &'a [LayerHealth],
    /// The lab's measures since step 0.
    pub history: &'a History,
    /// The same measures now.
    pub now: &'a [f32],
    /// Which of the measures is what.
    pub places: Places,
    /// What a run can come to.
    pub goal: Goal,
    /// Rows that gradients see.
    pub train_rows: usize,
    /// Rows that are held out.
    pub test_rows: usize,
    /// Numbers that are learned.
    pub parameters: usize,
    /// What was set.
    pub setup: Setup,
    /// What can be set.
    pub controls: &'a Controls,
    /// What each input says of the label alone; empty where nobody asked.
    pub features: &'a [Feature],
    /// Whether the rows are the visitor's, of which nobody here knows how they came about.
    pub is_own: bool,
    /// Share of test rows that are training rows, too.
    pub shared_rows: f32,
    /// Accuracy on rows that are new and come as they do in use, where such can be had.
    pub new_accuracy: Option<f32>,
    /// A lab's own words for what to change, instead of the usual ones.
    pub remedies: &'a [(FindingKind, &'a str)],
}

impl<'a> Evidence<'a> {
    /// What a training on plain slices says of itself, with the measures over time and now; its hidden
    /// units are taken for ReLU, and nothing is known of its inputs.
    #[must_use]
    pub fn of(
        training: &Training,
        layers: &'a [LayerHealth],
        (history, now): (&'a History, &'a [f32]),
        places: Places,
        goal: Goal,
        test_rows: usize,
        controls: &'a Controls,
    ) -> Self {
        let descent = training.descent();
        Self {
            step: training.step(),
            updates_an_epoch: training.updates_an_epoch(),
            diverged_at_step: training.has_diverged().then(|| training.step()),
            layers,
            history,
            now,
            places,
            goal,
            train_rows: training.examples().len(),
            test_rows,
            parameters: training.weights().len(),
            setup: Setup {
                learning_rate: descent.learning_rate,
                is_adaptive: matches!(descent.rule, Rule::RmsProp | Rule::Adam | Rule::AdamW),
                penalty: descent.l1.max(descent.l2).max(descent.constants.weight_decay),
                batch_size: descent.batch_size,
                activation: Some(Activation::Relu),
                is_linear: false,
            },
            controls,
            features: &[],
            is_own: false,
            shared_rows: 0.0,
            new_accuracy: None,
            remedies: &[],
        }
    }
}

/// Index of each measure among the lab's.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places {
    /// Mean loss over the training rows.
    pub train_loss: usize,
    /// Mean loss over the held-out rows.
    pub test_loss: usize,
    /// Share of training rows that are right.
    pub train_accuracy: Option<usize>,
    /// Share of held-out rows that are right.
    pub test_accuracy: Option<usize>,
}

impl Places {
    /// Of a classifier's losses and accuracies.
    pub const fn new(losses: (usize, usize), accuracies: (usize, usize)) -> Self {
        Self {
            train_loss: losses.0,
            test_loss: losses.1,
            train_accuracy: Some(accuracies.0),
            test_accuracy: Some(accuracies.1),
        }
    }
}

/// What a run can come to with these data.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    /// Loss of a model that ignores its inputs.
    pub blind_loss: f32,
    /// Share of the test rows that naming the commonest class for each gets right; 0 where no accuracy
    /// is measured.
    pub chance: f32,
    /// What a model that fits the training rows comes to.
    pub good: Good,
}

/// What counts as learned, on the training rows.
#[derive(Clone, Copy, Debug)]
pub enum Good {
    /// This share of rows right.
    Accuracy(f32),
    /// This loss.
    Loss(f32),
}

/// The settings that advice is about.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setup {
    /// Before any schedule.
    pub learning_rate: f32,
    /// Whether the optimiser scales each weight's step itself, as Adam does.
    pub is_adaptive: bool,
    /// The largest penalty on weights.
    pub penalty: f32,
    /// Rows an update sees.
    pub batch_size: usize,
    /// Of the hidden layers, if it is one of those with a name.
    pub activation: Option<Activation>,
    /// Whether the model can only draw straight lines.
    pub is_linear: bool,
}

/// What one input says of the label.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Its name.
    pub name: String,
    /// Share of rows that the best single threshold on this input alone puts right.
    pub alone: f32,
    /// The model's accuracy when this input is shuffled among the rows.
    pub shuffled: f32,
}

/// What is right and wrong, most important first; never empty.
#[must_use]
pub fn diagnose(evidence: &Evidence<'_>) -> Vec<Finding> {
    if let Some(step) = evidence.diverged_at_step {
        return vec![outcome::diverged(evidence, step)];
    }
    if evidence.step == 0 {
        return vec![untrained(evidence)];
    }
    type Rule = fn(&Evidence<'_>) -> Option<Finding>;
    let causes: [Rule; 7] = [
        leak::feature,
        leak::rows,
        cause::symmetric,
        cause::exploding,
        cause::dead,
        cause::saturated,
        cause::vanishing,
    ];
    let mut found: Vec<Finding> = causes.iter().filter_map(|rule| rule(evidence)).collect();
    found.extend(outcome::unstable(evidence));
    let is_explained = !found.is_empty();
    // An effect of what was found above would be said twice.
    if !is_explained {
        let effects: [Rule; 3] = [outcome::cannot_bend, outcome::under_fitting, outcome::slow];
        found.extend(effects.iter().find_map(|rule| rule(evidence)));
    }
    found.extend(outcome::over_fitting(evidence));
    found.truncate(FINDINGS_MAX);
    if found.is_empty() {
        found.push(verdict::healthy(evidence));
    }
    found
}

fn untrained(evidence: &Evidence<'_>) -> Finding {
    let loss = number(evidence.loss());
    let text = match evidence.accuracy() {
        Some(accuracy) => format!(
            "The first weights put {} of the training rows right, with a loss of {loss}. A model that \
             ignores its inputs has {}.",
            share(accuracy),
            number(evidence.goal.blind_loss)
        ),
        None => format!(
            "The first weights have a loss of {loss}; a model that ignores its inputs has {}.",
            number(evidence.goal.blind_loss)
        ),
    };
    Finding::new(FindingKind::Note, "Not trained yet", text)
}

/// Below the goal by this much, a run still counts as having learned: a few rows on the wrong side
/// of a boundary that is otherwise right.
const ACCURACY_MARGIN: f32 = 0.05;

/// The part of the way from a blind loss to the goal that counts as having learned.
const LOSS_PART: f32 = 0.75;

/// A plateau: the mean of the last third of the curve lies less than 3 % below that of the middle
/// third. Noise of a batch is a few per cent; a run that still learns gains more.
const SETTLED_RATIO: f32 = 0.97;

/// Points that a curve needs before anything is said of its shape.
const CURVE_MIN: usize = 12;

impl Evidence<'_> {
    fn loss(&self) -> f32 {
        self.value(self.places.train_loss)
    }

    fn test_loss(&self) -> f32 {
        self.value(self.places.test_loss)
    }

    fn accuracy(&self) -> Option<f32> {
        self.places.train_accuracy.map(|place| self.value(place))
    }

    fn test_accuracy(&self) -> Option<f32> {
        self.places.test_accuracy.map(|place| self.value(place))
    }

    fn value(&self, place: usize) -> f32 {
        self.now.get(place).copied().unwrap_or(f32::NAN)
    }

    fn epochs(&self) -> f32 {
        self.step as f32 / self.updates_an_epoch.max(1) as f32
    }

    /// Whether the training rows are fitted about as well as they can be.
    fn has_learned(&self) -> bool {
        match (self.goal.good, self.accuracy()) {
            (Good::Accuracy(good), Some(accuracy)) => accuracy >= good - ACCURACY_MARGIN,
            (Good::Loss(good), _) => {
                let blind = self.goal.blind_loss;
                self.loss() <= blind - LOSS_PART * (blind - good)
            }
            (Good::Accuracy(_), None) => self.loss() < (1.0 - LOSS_PART) * self.goal.blind_loss,
        }
    }

    /// Whether the training loss has stopped falling.
    fn has_settled(&self) -> bool {
        let points = || self.history.of(self.places.train_loss);
        let Some((last, _)) = points().next_back() else { return false };
        let mean = |from: u64, to: u64| {
            let part = points().filter(|(step, _)| (from..=to).contains(step));
            let (sum, count) = part.fold((0.0, 0_u32), |(sum, n), (_, loss)| (sum + loss, n + 1));
            sum / count.max(1) as f32
        };
        let third = last / 3;
        points().count() >= CURVE_MIN
            && mean(2 * third, last) > SETTLED_RATIO * mean(third, 2 * third)
    }

    /// What to change: the lab's own words, or the usual ones.
    fn remedy(&self, kind: FindingKind, usual: impl FnOnce() -> String) -> String {
        let own = self.remedies.iter().find(|(known, _)| *known == kind);
        own.map_or_else(usual, |(_, words)| (*words).to_owned()).trim_end().to_owned()
    }

    /// How far the run has come, as a clause.
    fn progress(&self) -> String {
        match self.accuracy() {
            Some(accuracy) => format!("{} of the training rows are right", share(accuracy)),
            None => format!("the training loss is {}", number(self.loss())),
        }
    }
}

fn number(value: f32) -> String {
    decimal(f64::from(value))
}

fn share(value: f32) -> String {
    percent(f64::from(value))
}

fn steps(value: u64) -> String {
    count(value)
}
