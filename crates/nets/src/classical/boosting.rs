//! Gradient boosting for two classes: each tree is grown on what the trees before it leave, and each
//! of its leaves takes one Newton step on the cross-entropy (Friedman 2001, "Greedy function
//! approximation: a gradient boosting machine", algorithm 5).

use super::logistic::{log_odds, probability};
use super::tree::{Columns, Limits, Tree};

/// How far a leaf may go.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// The part of each Newton step that is taken.
    pub shrinkage: f64,
    /// Added to the curvature of every leaf (λ of Chen and Guestrin 2016, "XGBoost"). Without it a
    /// leaf of a few rows that all seem certain is thrown tens of log-odds by a single exception;
    /// scikit-learn's `GradientBoostingClassifier` has 0.
    pub penalty: f64,
}

/// Trees in the making.
#[derive(Clone, Debug)]
pub struct Boosting {
    columns: Columns,
    labels: Vec<bool>,
    row_weights: Vec<f64>,
    limits: Limits,
    pace: Pace,
    prior: f64,
    scores: Vec<f64>,
    residuals: Vec<f64>,
}

/// A leaf whose rows are all but certain moves no further, as in scikit-learn.
const FLAT: f64 = 1e-150;

impl Boosting {
    /// No tree yet: every score is the log-odds of the weighted share of positives.
    #[must_use]
    pub fn new(
        columns: Columns,
        labels: Vec<bool>,
        row_weights: Vec<f64>,
        limits: Limits,
        pace: Pace,
    ) -> Self {
        let both = labels.iter().zip(&row_weights);
        let positive: f64 = both.filter(|(label, _)| **label).map(|(_, weight)| weight).sum();
        let prior = log_odds(positive / row_weights.iter().sum::<f64>());
        let rows = labels.len();
        Self {
            columns,
            labels,
            row_weights,
            limits,
            pace,
            prior,
            scores: vec![prior; rows],
            residuals: vec![0.0; rows],
        }
    }

    /// Log-odds before the first tree.
    #[must_use]
    pub fn prior(&self) -> f64 {
        self.prior
    }

    /// Log-odds of the training rows.
    #[must_use]
    pub fn scores(&self) -> &[f64] {
        &self.scores
    }

    /// Grows the next tree and takes it in. Its nodes' values are what is to be added to a score.
    pub fn grow(&mut self) -> Tree {
        for (residual, (&score, &label)) in
            self.residuals.iter_mut().zip(self.scores.iter().zip(&self.labels))
        {
            *residual = f64::from(u8::from(label)) - probability(score);
        }
        let weights = Some(self.row_weights.as_slice());
        let mut tree = Tree::grow(&self.columns, &self.residuals, weights, self.limits);
        let leaf_of = |row: usize| tree.leaf(|column| self.columns.value(row, column));
        let leaves: Vec<usize> = (0..self.labels.len()).map(leaf_of).collect();
        let mut steps = vec![(0.0, 0.0); tree.nodes.len()];
        for (row, &leaf) in leaves.iter().enumerate() {
            let probability = probability(self.scores[row]);
            let weight = self.row_weights[row];
            steps[leaf].0 += weight * self.residuals[row];
            steps[leaf].1 += weight * probability * (1.0 - probability);
        }
        for (node, (slope, curvature)) in tree.nodes.iter_mut().zip(steps) {
            let Pace { shrinkage, penalty } = self.pace;
            let curvature = curvature + penalty;
            node.value = if curvature < FLAT { 0.0 } else { shrinkage * slope / curvature };
        }
        for (score, leaf) in self.scores.iter_mut().zip(leaves) {
            *score += tree.nodes[leaf].value;
        }
        tree
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_penalty_shortens_the_step_of_a_leaf() {
        // Both rows start at a probability of ¼; weighted, their slopes are ¾ and −¾, their
        // curvatures 3/16 and 9/16.
        let step = |penalty: f64| {
            let columns = Columns::new(vec![vec![0.0, 1.0]]);
            let limits = Limits { depth: 1, leaf_rows: 1 };
            let pace = Pace { shrinkage: 0.5, penalty };
            let mut boosting =
                Boosting::new(columns, vec![true, false], vec![1.0, 3.0], limits, pace);
            let tree = boosting.grow();
            [tree.nodes[1].value, tree.nodes[2].value]
        };
        let close = |a: [f64; 2], b: [f64; 2]| (a[0] - b[0]).abs() + (a[1] - b[1]).abs() < 1e-12;
        assert!(close(step(0.0), [2.0, -2.0 / 3.0]), "{:?}", step(0.0));
        assert!(close(step(1.0), [6.0 / 19.0, -6.0 / 25.0]), "{:?}", step(1.0));
    }
}
