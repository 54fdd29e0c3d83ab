//! A dense network of a few dozen weights on points in the plane: `nets::boundary` as a lab.

mod panels;
mod program;
mod reference;
mod settings;
#[cfg(test)]
mod tests;

use figures::{Finding, FindingKind, Invalid, Measure, Panel};
use nets::activation::Activation;
use nets::boundary::{LayerNumbers, Run, Settings};
use nets::hash::fnv1a;
use nets::optimiser::Rule;

use crate::diagnosis::controls::DECISION_BOUNDARY;
use crate::diagnosis::{self, Evidence, Goal, Good, LayerHealth, Places, Setup, twin_share};
use crate::history::History;
use crate::lab::{Lab, Lane, Language, Source};
use reference::Reference;

/// The lab.
pub struct DecisionBoundary;

/// The loss of an output of 0, which is right about nothing: ½ (0 − ±1)².
const BLIND_LOSS: f32 = 0.5;

impl Lab for DecisionBoundary {
    fn slug(&self) -> &'static str {
        "decision-boundary"
    }

    fn measures(&self) -> Vec<Measure> {
        vec![
            Measure::loss("test-loss", "test", "loss"),
            Measure::loss("train-loss", "train", "loss"),
            Measure::share("test-accuracy", "test", "accuracy"),
            Measure::share("train-accuracy", "train", "accuracy"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        let settings = settings::read(source)?;
        let run = Run::new(settings.clone()).map_err(|refused| Invalid(refused.0))?;
        let names = settings::Names::of(source);
        Ok(Box::new(Boundary { reference: Reference::of(&run), names, settings, run }))
    }

    fn program(&self, source: Source<'_>, step: u64, language: Language) -> Option<String> {
        let settings = settings::read(source).ok()?;
        let run = Run::new(settings.clone()).ok()?;
        Some(program::write(&run, &settings, step, language))
    }
}

/// A lane.
struct Boundary {
    settings: Settings,
    names: settings::Names,
    run: Run,
    reference: Reference,
}

impl Lane for Boundary {
    fn advance(&mut self) {
        self.run.update();
    }

    fn measure(&mut self) -> Vec<f32> {
        let (train, test) = self.run.scores();
        vec![test.loss, train.loss, test.accuracy, train.accuracy]
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        panels::all(self)
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        let layers: Vec<LayerHealth> = self.layers();
        let features = self.reference.features(&self.run, &self.names.columns);
        let now = self.measure();
        let remedies = self.remedies();
        let remedies: Vec<(FindingKind, &str)> =
            remedies.iter().map(|(kind, words)| (*kind, words.as_str())).collect();
        let data = self.run.data();
        diagnosis::diagnose(&Evidence {
            step: self.run.step_count(),
            updates_an_epoch: self.run.updates_an_epoch(),
            diverged_at_step: self.run.diverged_at_step(),
            layers: &layers,
            history,
            now: &now,
            places: Places {
                test_loss: 0,
                train_loss: 1,
                test_accuracy: Some(2),
                train_accuracy: Some(3),
            },
            goal: Goal {
                blind_loss: BLIND_LOSS,
                chance: reference::commonest_share(&data.test),
                good: Good::Accuracy(self.reference.neighbours_accuracy),
            },
            train_rows: data.train.len(),
            test_rows: data.test.len(),
            parameters: self.parameter_count(),
            setup: self.setup(),
            controls: &DECISION_BOUNDARY,
            features: &features,
            is_own: matches!(self.settings.source, nets::boundary::Source::Own(_)),
            shared_rows: self.reference.shared_rows,
            new_accuracy: self.reference.new_accuracy(&self.run),
            remedies: &remedies,
        })
    }

    fn has_diverged(&self) -> bool {
        self.run.diverged_at_step().is_some()
    }

    fn updates_an_epoch(&self) -> u64 {
        self.run.updates_an_epoch()
    }

    fn parameter_count(&self) -> usize {
        self.run.weights().len()
    }

    fn weights_hash(&self) -> u64 {
        fnv1a(self.run.weights())
    }
}

impl Boundary {
    fn layers(&mut self) -> Vec<LayerHealth> {
        let numbers = self.run.health();
        let weights = self.run.weights();
        let last = numbers.len() - 1;
        let name = |index: usize| {
            if index == last { "the output".into() } else { format!("layer {}", index + 1) }
        };
        numbers.iter().enumerate().map(|(index, it)| layer(name(index), it, weights)).collect()
    }

    fn setup(&self) -> Setup {
        let Settings { activation, rule, learning_rate, batch_size, l1, l2, .. } = self.settings;
        let has_hidden = !self.settings.hidden.is_empty();
        Setup {
            learning_rate,
            is_adaptive: rule == Rule::Adam,
            penalty: l1.max(l2),
            batch_size,
            activation: has_hidden.then_some(activation),
            is_linear: !has_hidden || activation == Activation::Linear,
        }
    }

    /// What this lab's own settings can do about it.
    fn remedies(&self) -> [(FindingKind, String); 2] {
        let slower = DECISION_BOUNDARY.slower(self.settings.learning_rate, 10.0);
        [
            (FindingKind::Dead, format!("{slower} Or try another seed, or tanh.")),
            (FindingKind::Saturated, format!("{slower} Or raise L2.")),
        ]
    }
}

fn layer(name: String, numbers: &LayerNumbers, weights: &[f32]) -> LayerHealth {
    let (matrix, biases) = weights[numbers.part.all.clone()].split_at(numbers.part.penalised.len());
    let layer = LayerHealth {
        gradient_norm: numbers.gradient_norm,
        update_ratio: numbers.update_ratio,
        twin_share: twin_share(matrix, biases),
        ..LayerHealth::named(name, biases.len())
    };
    numbers.answers.iter().fold(layer, LayerHealth::answering)
}
