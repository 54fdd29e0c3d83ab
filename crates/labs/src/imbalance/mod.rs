//! Imbalance: few frauds among many payments, scored by a model in training; what balancing does to
//! order and to probabilities, and what a threshold costs.

mod balance;
mod findings;
mod panels;
mod program;
mod quality;
mod scorer;
#[cfg(test)]
mod tests;
mod transactions;

use figures::{Better, Finding, Invalid, Measure, Panel, Settings, Unit};

use crate::history::History;
use crate::lab::{Lab, Lane, Language, Source};
use balance::Balance;
use quality::{Policy, Quality};
use scorer::Scorer;
use transactions::Transactions;

/// The lab.
pub struct Imbalance;

/// Places among the lab's measures.
mod measures {
    pub const TEST_LOSS: usize = 0;
    pub const AVERAGE_PRECISION: usize = 3;
}

impl Lab for Imbalance {
    fn slug(&self) -> &'static str {
        "imbalance"
    }

    fn measures(&self) -> Vec<Measure> {
        let loss = "cross-entropy at the true base rate, nats";
        vec![
            Measure::loss("test-loss", "test", loss).called("test cross-entropy"),
            Measure::loss("train-loss", "train", loss).called("train cross-entropy"),
            Measure::share("roc-auc", "test", "ROC-AUC"),
            Measure::share("average-precision", "test", "average precision"),
            Measure::share("train-average-precision", "train", "average precision"),
            Measure::share("precision", "precision", "at the threshold"),
            Measure::share("recall", "recall", "at the threshold"),
            Measure::share("f1", "F1", "at the threshold"),
            Measure::loss("cost", "cost", "cost a thousand rows, in false alarms")
                .called("cost a thousand rows"),
            Measure::new(
                "expected",
                "expected for each that came",
                "frauds expected for each that came",
                Better::Neither,
                Unit::Number,
            )
            .called("frauds expected for each that came"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        Ok(Box::new(Scores::new(source)?))
    }

    fn program(&self, source: Source<'_>, steps: u64, language: Language) -> Option<String> {
        if language != Language::PyTorch {
            return None;
        }
        program::pytorch(&Scores::new(source).ok()?, source.settings, steps)
    }
}

struct Scores {
    scorer: Scorer,
    policy: Policy,
    /// By how much balancing raises log-odds.
    shift: f64,
    columns: Vec<String>,
    rare: String,
    step: u64,
    /// Training rows and test rows, judged since the last update.
    judged: Option<(Quality, Quality)>,
}

impl Scores {
    fn new(source: Source<'_>) -> Result<Self, Invalid> {
        let settings = source.settings;
        let data = Transactions::of(&source)?;
        let share = settings.within("share", 1.0, 50.0)? / 100.0;
        let sample = Balance::new(settings)?.apply(&data.train, share, settings.seed()?);
        let (columns, rare, shift) = (data.columns.clone(), data.rare.clone(), sample.shift);
        let scorer = Scorer::new(settings, data, sample)?;
        let policy = Policy::new(settings)?;
        Ok(Self { scorer, policy, shift, columns, rare, step: 0, judged: None })
    }

    /// Judges the scores, once an update. Training rows come first.
    fn judge(&mut self) -> (&Quality, &Quality) {
        let Self { scorer, policy, judged, .. } = self;
        let shift = if policy.is_corrected { self.shift } else { 0.0 };
        let (train, test) = &*judged.get_or_insert_with(|| {
            scorer.score();
            let of = |(scores, labels)| Quality::of(scores, labels, shift);
            (of(scorer.train()), of(scorer.test()))
        });
        (train, test)
    }
}

impl Policy {
    fn new(settings: &Settings) -> Result<Self, Invalid> {
        Ok(Self {
            threshold: settings.within("threshold", 0.001, 0.99)?,
            cost_ratio: settings.within("cost-ratio", 1.0, 1000.0)?,
            is_corrected: settings.flag("corrected")?,
        })
    }
}

impl Lane for Scores {
    fn advance(&mut self) {
        self.scorer.advance();
        self.step += 1;
        self.judged = None;
    }

    fn measure(&mut self) -> Vec<f32> {
        let policy = self.policy;
        let (train, test) = self.judge();
        let at = test.at(policy.threshold);
        let values = [
            test.loss,
            train.loss,
            test.ranking.roc_auc(),
            test.ranking.average_precision(),
            train.ranking.average_precision(),
            at.precision(),
            at.recall(),
            at.f1(),
            test.cost(&at, policy.cost_ratio),
            test.expected_each(),
        ];
        values.map(|value| value as f32).to_vec()
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        let (policy, rare) = (self.policy, self.rare.clone());
        panels::all(self.judge().1, &policy, &rare)
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        self.judge();
        findings::of(self, history)
    }

    fn adjust(&mut self, settings: &Settings) {
        // The page offers only values that the controls allow.
        if let Ok(policy) = Policy::new(settings) {
            if policy.is_corrected != self.policy.is_corrected {
                self.judged = None;
            }
            self.policy = policy;
        }
    }

    fn has_diverged(&self) -> bool {
        self.scorer.has_diverged()
    }

    fn parameter_count(&self) -> usize {
        self.scorer.parameter_count()
    }

    fn weights_hash(&self) -> u64 {
        self.scorer.hash()
    }
}
