//! How good scores are: order, probabilities, and what acting on them costs. Everything is counted on
//! rows at the true base rate.

use nets::classical::logistic::{judged, log_odds, probability};
use nets::classical::ranking::{Confusion, Ranking};

/// How scores are acted on; live.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Policy {
    /// An alarm from this probability on.
    pub threshold: f64,
    /// What a missed fraud costs, in false alarms.
    pub cost_ratio: f64,
    /// Whether scores are lowered by what balancing raised them.
    pub is_corrected: bool,
}

/// Scores of some rows, judged.
#[derive(Clone, Debug)]
pub struct Quality {
    /// Rows in the order of their log-odds.
    pub ranking: Ranking,
    /// Mean cross-entropy in nats.
    pub loss: f64,
    /// Mean probability.
    pub mean_probability: f64,
    /// Probabilities against what came, from the highest bin down.
    pub bins: Vec<Bin>,
}

/// Rows of similar score.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// Mean probability.
    pub expected: f64,
    /// Share of rare rows.
    pub observed: f64,
}

/// Bins of equally many rare rows: of rows instead, nine in ten would hold none.
const BINS: u32 = 8;

impl Quality {
    /// Judges `scores` less `shift`.
    pub fn of(scores: &[f64], labels: &[bool], shift: f64) -> Self {
        let scores: Vec<f64> = scores.iter().map(|score| score - shift).collect();
        let count = scores.len() as f64;
        let (mut mean_probability, mut loss) = (0.0, 0.0);
        for (&score, &label) in scores.iter().zip(labels) {
            let (probability, cross_entropy) = judged(score, label);
            mean_probability += probability / count;
            loss += cross_entropy / count;
        }
        let ranking = Ranking::of(&scores, labels);
        let bins = bins(&ranking);
        Self { ranking, loss, mean_probability, bins }
    }

    /// Share of rare rows.
    pub fn base_rate(&self) -> f64 {
        let (rare, common) = (self.ranking.positives(), self.ranking.negatives());
        f64::from(rare) / f64::from(rare + common)
    }

    /// What alarms from `threshold` on make of the rows.
    pub fn at(&self, threshold: f64) -> Confusion {
        self.ranking.at(log_odds(threshold))
    }

    /// Cost of a confusion in false alarms a thousand rows.
    pub fn cost(&self, at: &Confusion, cost_ratio: f64) -> f64 {
        let rows = f64::from(self.ranking.positives() + self.ranking.negatives());
        let missed = cost_ratio * f64::from(at.false_negatives);
        1000.0 * (f64::from(at.false_positives) + missed) / rows
    }

    /// The cheapest threshold of all, and its cost.
    pub fn cheapest(&self, cost_ratio: f64) -> (f64, f64) {
        let never = (1.0, self.cost(&self.ranking.at(f64::INFINITY), cost_ratio));
        let cuts = self.ranking.cuts().iter();
        let each = cuts.map(|cut| (cut.score, self.cost(&self.ranking.at_cut(cut), cost_ratio)));
        let best = each.min_by(|a, b| a.1.total_cmp(&b.1));
        match best {
            Some((score, cost)) if cost < never.1 => (probability(score), cost),
            _ => never,
        }
    }

    /// Frauds that the probabilities expect for each one that came.
    pub fn expected_each(&self) -> f64 {
        self.mean_probability / self.base_rate()
    }
}

fn bins(ranking: &Ranking) -> Vec<Bin> {
    let all = ranking.positives();
    let size = all.div_ceil(BINS).max(1);
    let mut bins = Vec::new();
    let (mut rows, mut rare, mut expected) = (0, 0, 0.0);
    let (mut before_rare, mut before_common) = (0, 0);
    for cut in ranking.cuts() {
        let new_rare = cut.true_positives - before_rare;
        let new_rows = new_rare + cut.false_positives - before_common;
        (before_rare, before_common) = (cut.true_positives, cut.false_positives);
        rows += new_rows;
        rare += new_rare;
        expected += f64::from(new_rows) * probability(cut.score);
        // The last bin takes in everything below it.
        if rare >= size && all - before_rare >= size {
            let share = 1.0 / f64::from(rows);
            bins.push(Bin { expected: expected * share, observed: f64::from(rare) * share });
            (rows, rare, expected) = (0, 0, 0.0);
        }
    }
    if rows > 0 {
        let share = 1.0 / f64::from(rows);
        bins.push(Bin { expected: expected * share, observed: f64::from(rare) * share });
    }
    bins
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quality(shift: f64) -> Quality {
        let scores: Vec<f64> = [0.9, 0.6, 0.3, 0.1].map(|p| log_odds(p) + shift).to_vec();
        Quality::of(&scores, &[true, false, true, false], shift)
    }

    #[test]
    fn four_rows_by_hand() {
        let quality = quality(0.0);
        assert!((quality.mean_probability - 0.475).abs() < 1e-12);
        assert!((quality.expected_each() - 0.95).abs() < 1e-12);
        let loss = -libm::log(0.9 * 0.4 * 0.3 * 0.9) / 4.0;
        assert!((quality.loss - loss).abs() < 1e-12);
        // From 0.5: one false alarm, one missed at 10.
        let at = quality.at(0.5);
        assert!((quality.cost(&at, 10.0) - 2750.0).abs() < 1e-9);
        let (threshold, cost) = quality.cheapest(10.0);
        assert!((threshold - 0.3).abs() < 1e-9 && (cost - 250.0).abs() < 1e-9);
        // When a miss costs next to nothing, no alarm is the cheapest but for the sure one.
        assert!((quality.cheapest(0.01).0 - 0.9).abs() < 1e-9);
    }

    #[test]
    fn bins_hold_equally_many_rare_rows_and_all_rows() {
        let quality = quality(0.0);
        assert_eq!(quality.bins.len(), 2);
        assert!((quality.bins[0].expected - 0.9).abs() < 1e-12);
        assert!((quality.bins[1].expected - 1.0 / 3.0).abs() < 1e-12);
        assert!((quality.bins[1].observed - 1.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn a_correction_moves_probabilities_and_leaves_the_order() {
        let (plain, corrected) = (quality(0.0), quality(2.0));
        assert!((plain.loss - corrected.loss).abs() < 1e-12);
        assert_eq!(plain.ranking.roc_auc(), corrected.ranking.roc_auc());
    }
}
