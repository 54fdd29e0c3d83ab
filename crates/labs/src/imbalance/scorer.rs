//! The two models, one update at a time, and what they say of training and test rows. Scores are
//! log-odds.

use figures::{Invalid, Settings};
use nets::classical::boosting::{Boosting, Pace};
use nets::classical::logistic;
use nets::classical::tree::{Columns, Limits, Tree};
use nets::hash::fnv1a;
use nets::optimiser::{Optimiser, Rule};

use super::balance::Sample;
use super::transactions::{Part, Transactions};

/// A model in training.
pub struct Scorer {
    kind: Kind,
    learning_rate: f32,
    width: usize,
    train: Scored,
    test: Scored,
}

enum Kind {
    /// All rows in every update, by Adam.
    Logistic {
        weights: Vec<f32>,
        gradient: Vec<f32>,
        sums: Vec<f64>,
        rule: Optimiser,
        sample: Sample,
    },
    /// A tree an update.
    Boosting { boosting: Boosting, trees: Vec<Tree> },
}

/// Rows and their scores.
struct Scored {
    part: Part,
    scores: Vec<f64>,
}

/// Trees of three questions, with enough rows in a leaf for a share to mean something.
const LIMITS: Limits = Limits { depth: 3, leaf_rows: 5 };

/// As XGBoost has it by default.
const LEAF_PENALTY: f64 = 1.0;

impl Scorer {
    /// Reads the controls; `sample` is what is fitted.
    ///
    /// # Errors
    /// If a setting is out of its range.
    pub fn new(settings: &Settings, data: Transactions, sample: Sample) -> Result<Self, Invalid> {
        let learning_rate = settings.within("rate-of-learning", 0.001, 1.0)? as f32;
        let is_boosting = settings.choice("model", &[("logistic", false), ("boosting", true)])?;
        let width = data.columns.len();
        let kind = if is_boosting {
            let column = |it: usize| {
                sample.rows.iter().skip(it).step_by(width).map(|&x| f64::from(x)).collect()
            };
            let columns = Columns::new((0..width).map(column).collect());
            let Sample { labels, weights, .. } = sample;
            let pace = Pace { shrinkage: f64::from(learning_rate), penalty: LEAF_PENALTY };
            let boosting = Boosting::new(columns, labels, weights, LIMITS, pace);
            Kind::Boosting { boosting, trees: Vec::new() }
        } else {
            Kind::Logistic {
                weights: vec![0.0; width + 1],
                gradient: vec![0.0; width + 1],
                sums: vec![0.0; width + 1],
                rule: Optimiser::new(Rule::Adam, width + 1),
                sample,
            }
        };
        let start = match &kind {
            Kind::Logistic { .. } => 0.0,
            Kind::Boosting { boosting, .. } => boosting.prior(),
        };
        let scored = |part: Part| Scored { scores: vec![start; part.labels.len()], part };
        Ok(Self { kind, learning_rate, width, train: scored(data.train), test: scored(data.test) })
    }

    /// One update.
    pub fn advance(&mut self) {
        match &mut self.kind {
            Kind::Logistic { weights, gradient, sums, rule, sample } => {
                let Sample { rows, labels, weights: row_weights, .. } = &*sample;
                logistic::gradient(weights, rows, labels, row_weights, sums, gradient);
                rule.update(self.learning_rate, weights, gradient);
            }
            Kind::Boosting { boosting, trees } => {
                let tree = boosting.grow();
                for scored in [&mut self.train, &mut self.test] {
                    let rows = scored.part.rows.chunks_exact(self.width);
                    for (score, row) in scored.scores.iter_mut().zip(rows) {
                        *score += tree.nodes[tree.leaf(|column| f64::from(row[column]))].value;
                    }
                }
                trees.push(tree);
            }
        }
    }

    /// Brings the scores up to date.
    pub fn score(&mut self) {
        if let Kind::Logistic { weights, .. } = &self.kind {
            for scored in [&mut self.train, &mut self.test] {
                let rows = scored.part.rows.chunks_exact(self.width);
                for (score, row) in scored.scores.iter_mut().zip(rows) {
                    *score = logistic::score(weights, row);
                }
            }
        }
    }

    /// Scores and classes of the training rows as they came.
    pub fn train(&self) -> (&[f64], &[bool]) {
        (&self.train.scores, &self.train.part.labels)
    }

    /// Scores and classes of the test rows.
    pub fn test(&self) -> (&[f64], &[bool]) {
        (&self.test.scores, &self.test.part.labels)
    }

    /// Training rows as they came, and test rows.
    pub fn parts(&self) -> [&Part; 2] {
        [&self.train.part, &self.test.part]
    }

    /// Values of one column in the training rows.
    pub fn column(&self, column: usize) -> impl Iterator<Item = f64> + '_ {
        self.train.part.rows.iter().skip(column).step_by(self.width).map(|&it| f64::from(it))
    }

    /// Whether it is made of trees.
    pub fn is_boosting(&self) -> bool {
        matches!(self.kind, Kind::Boosting { .. })
    }

    /// Whether a weight has stopped being finite.
    pub fn has_diverged(&self) -> bool {
        match &self.kind {
            Kind::Logistic { weights, .. } => weights.iter().any(|it| !it.is_finite()),
            Kind::Boosting { trees, .. } => {
                let latest = trees.last().map_or(&[][..], |tree| &tree.nodes);
                latest.iter().any(|node| !node.value.is_finite())
            }
        }
    }

    /// Weights, or thresholds and leaves.
    pub fn parameter_count(&self) -> usize {
        match &self.kind {
            Kind::Logistic { weights, .. } => weights.len(),
            Kind::Boosting { trees, .. } => {
                1 + trees.iter().map(|tree| tree.nodes.len()).sum::<usize>()
            }
        }
    }

    /// FNV-1a over all of them.
    pub fn hash(&self) -> u64 {
        match &self.kind {
            Kind::Logistic { weights, .. } => fnv1a(weights),
            Kind::Boosting { boosting, trees } => {
                let nodes = trees.iter().flat_map(|tree| &tree.nodes);
                let numbers = nodes.map(|it| it.split.map_or(it.value, |split| split.threshold));
                let all: Vec<f32> =
                    [boosting.prior()].into_iter().chain(numbers).map(|it| it as f32).collect();
                fnv1a(&all)
            }
        }
    }
}
