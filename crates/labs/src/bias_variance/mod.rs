//! Bias and variance: one model fitted to many training sets, one set an update, and the error on
//! new labels taken apart. Every complexity is measured beside the chosen one.

mod decomposition;
mod findings;
mod model;
mod panels;
mod problem;
mod program;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use figures::{Better, Finding, Invalid, Measure, Panel, Unit};
use nets::hash::fnv1a;

use crate::history::History;
use crate::lab::{Lab, Lane, Language, Source};
use decomposition::Decomposition;
use model::Model;
use problem::Problem;

/// The lab.
pub struct BiasVariance;

/// Places at which fits are compared with the truth.
const PLACES: usize = 100;

/// Training sets at step 0: a variance needs two.
const SETS_AT_START: usize = 2;

/// Fits that are drawn.
const FITS_SHOWN: usize = 30;

impl Lab for BiasVariance {
    fn slug(&self) -> &'static str {
        "bias-variance"
    }

    fn measures(&self) -> Vec<Measure> {
        let part = |id: &str, name: &str| {
            Measure::new(id, name, "parts of the error", Better::Lower, Unit::Number).called(name)
        };
        vec![
            Measure::loss("test-error", "measured", "expected squared error on new labels")
                .called("squared error, measured"),
            Measure::loss(
                "sum",
                "bias² + variance + noise",
                "expected squared error on new labels",
            )
            .called("bias² + variance + noise"),
            part("bias2", "bias²"),
            part("variance", "variance"),
            part("noise", "noise"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        Ok(Box::new(Resamples::at_start(source)?))
    }

    fn program(&self, source: Source<'_>, steps: u64, language: Language) -> Option<String> {
        if language != Language::PyTorch {
            return None;
        }
        let lane = Resamples::at_start(source).ok()?;
        program::pytorch(&lane, source.settings.seed().ok()?, steps)
    }
}

/// What the theory says each level's bias² and variance are, where the training points never move
/// and the model is linear in its targets.
struct Formula {
    bias2: Vec<f64>,
    variance: Vec<f64>,
}

struct Resamples {
    problem: Problem,
    model: Model,
    places: Vec<f64>,
    decomposition: Decomposition,
    formula: Option<Formula>,
    /// Answers of the chosen level at the places, latest last.
    fits: VecDeque<Vec<f32>>,
    x: Vec<f64>,
    y: Vec<f64>,
    answers: Vec<f64>,
    labels: Vec<f64>,
    train_errors: Vec<f64>,
    row: Vec<f64>,
}

impl Resamples {
    fn at_start(source: Source<'_>) -> Result<Self, Invalid> {
        let problem = Problem::new(source.settings)?;
        let model = Model::new(source.settings, problem.points)?;
        let mut lane = Self::new(problem, model);
        (0..SETS_AT_START).for_each(|_| lane.advance());
        Ok(lane)
    }

    fn new(problem: Problem, model: Model) -> Self {
        let mut places = Vec::new();
        problem::even(PLACES, &mut places);
        let levels = model.levels.len();
        let truths = places.iter().map(|&x| problem.truth.at(x)).collect();
        Self {
            formula: Formula::of(&problem, &model, &places),
            decomposition: Decomposition::new(truths, levels),
            fits: VecDeque::with_capacity(FITS_SHOWN),
            x: Vec::new(),
            y: Vec::new(),
            answers: vec![0.0; PLACES * levels],
            labels: Vec::new(),
            train_errors: vec![0.0; levels],
            row: vec![0.0; levels],
            problem,
            model,
            places,
        }
    }

    fn keep_fit(&mut self) {
        let mut fit = if self.fits.len() == FITS_SHOWN { self.fits.pop_front() } else { None }
            .unwrap_or_default();
        fit.clear();
        let own = self.answers.iter().skip(self.model.chosen).step_by(self.row.len());
        fit.extend(own.map(|&answer| answer as f32));
        self.fits.push_back(fit);
    }
}

impl Formula {
    fn of(problem: &Problem, model: &Model, places: &[f64]) -> Option<Self> {
        if !problem.is_even {
            return None;
        }
        let mut x = Vec::new();
        problem::even(problem.points, &mut x);
        // Linear in its targets, the mean of its fits is the fit of their mean.
        let y: Vec<f64> = x.iter().map(|&x| problem.truth.at(x)).collect();
        let fitted = model.fit(&x, &y);
        let levels = model.levels.len();
        let mut formula = Self { bias2: vec![0.0; levels], variance: vec![0.0; levels] };
        let mut row = vec![0.0; levels];
        let share = 1.0 / places.len() as f64;
        for &x in places {
            fitted.answers(x, &mut row);
            for (bias2, answer) in formula.bias2.iter_mut().zip(&row) {
                let bias = answer - problem.truth.at(x);
                *bias2 += share * bias * bias;
            }
            if !model.variance_by_formula(&fitted, x, problem.noise, &mut row) {
                return None;
            }
            let cells = formula.variance.iter_mut().zip(&row);
            cells.for_each(|(variance, here)| *variance += share * here);
        }
        Some(formula)
    }
}

impl Lane for Resamples {
    fn advance(&mut self) {
        self.problem.draw(&mut self.x, &mut self.y);
        let fitted = self.model.fit(&self.x, &self.y);
        let levels = self.row.len();
        for (&x, row) in self.places.iter().zip(self.answers.chunks_exact_mut(levels)) {
            fitted.answers(x, row);
        }
        self.train_errors.fill(0.0);
        for (&x, &y) in self.x.iter().zip(&self.y) {
            fitted.answers(x, &mut self.row);
            for (error, answer) in self.train_errors.iter_mut().zip(&self.row) {
                *error += (answer - y) * (answer - y) / self.x.len() as f64;
            }
        }
        self.problem.draw_labels(self.decomposition.truths(), &mut self.labels);
        self.decomposition.add(&self.answers, &self.labels, &self.train_errors);
        self.keep_fit();
    }

    fn measure(&mut self) -> Vec<f32> {
        let parts = self.decomposition.parts(self.model.chosen);
        let values = [parts.error, parts.sum(), parts.bias2, parts.variance, parts.noise];
        values.map(|value| value as f32).to_vec()
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        panels::all(self)
    }

    fn findings(&mut self, _history: &History) -> Vec<Finding> {
        findings::of(&self.model, &self.decomposition)
    }

    fn parameter_count(&self) -> usize {
        match self.model.fit(&self.x, &self.y) {
            model::Fitted::Polynomial(..) => self.model.levels[self.model.chosen] + 1,
            // Nothing is learned: the training set itself is kept.
            model::Fitted::Neighbours(x, y, _) => x.len() + y.len(),
            model::Fitted::Tree(tree) => {
                2 * tree.leaves_at(self.model.levels[self.model.chosen]) - 1
            }
        }
    }

    fn weights_hash(&self) -> u64 {
        let means: Vec<f32> =
            self.decomposition.means(self.model.chosen).map(|it| it as f32).collect();
        fnv1a(&means)
    }
}
