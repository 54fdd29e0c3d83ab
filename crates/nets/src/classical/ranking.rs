//! How well scores put the positives before the negatives: ROC, precision and recall, counted at
//! every score that occurs, as scikit-learn counts them.

/// What a threshold makes of every row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confusion {
    /// Positives at or above the threshold.
    pub true_positives: u32,
    /// Negatives at or above it.
    pub false_positives: u32,
    /// Positives below it.
    pub false_negatives: u32,
    /// Negatives below it.
    pub true_negatives: u32,
}

/// All rows with at least this score, taken together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// The score.
    pub score: f64,
    /// Positives among them.
    pub true_positives: u32,
    /// Negatives among them.
    pub false_positives: u32,
}

/// Rows in the order of their scores.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// From the highest score down, one for each score that occurs.
    cuts: Vec<Cut>,
    positives: u32,
    negatives: u32,
}

impl Ranking {
    /// Ranks rows by `scores`, the higher the more likely positive. Every score is finite.
    #[must_use]
    pub fn of(scores: &[f64], labels: &[bool]) -> Self {
        let sorted = |class: bool| {
            let own = scores.iter().zip(labels).filter(|(_, label)| **label == class);
            let mut keys: Vec<u64> = own.map(|(score, _)| key(*score)).collect();
            keys.sort_unstable();
            keys
        };
        let (positives, negatives) = (sorted(true), sorted(false));
        let (mut above, mut below) = (positives.len(), negatives.len());
        let mut cuts = Vec::with_capacity(scores.len());
        let equal = |keys: &[u64], key: u64| keys.iter().rev().take_while(|it| **it == key).count();
        while let Some(&key) = positives[..above].last().max(negatives[..below].last()) {
            above -= equal(&positives[..above], key);
            below -= equal(&negatives[..below], key);
            cuts.push(Cut {
                score: score_of(key),
                true_positives: (positives.len() - above) as u32,
                false_positives: (negatives.len() - below) as u32,
            });
        }
        Self { cuts, positives: positives.len() as u32, negatives: negatives.len() as u32 }
    }

    /// Every threshold that makes a difference, the highest first.
    #[must_use]
    pub fn cuts(&self) -> &[Cut] {
        &self.cuts
    }

    /// Number of positives.
    #[must_use]
    pub fn positives(&self) -> u32 {
        self.positives
    }

    /// Number of negatives.
    #[must_use]
    pub fn negatives(&self) -> u32 {
        self.negatives
    }

    /// What calling everything with at least this score positive makes of the rows.
    #[must_use]
    pub fn at(&self, threshold: f64) -> Confusion {
        let above = self.cuts.partition_point(|cut| cut.score >= threshold);
        let taken = above.checked_sub(1).map(|last| self.cuts[last]);
        self.confusion(taken.map_or((0, 0), |cut| (cut.true_positives, cut.false_positives)))
    }

    /// The same, at a cut.
    #[must_use]
    pub fn at_cut(&self, cut: &Cut) -> Confusion {
        self.confusion((cut.true_positives, cut.false_positives))
    }

    fn confusion(&self, (true_positives, false_positives): (u32, u32)) -> Confusion {
        Confusion {
            true_positives,
            false_positives,
            false_negatives: self.positives - true_positives,
            true_negatives: self.negatives - false_positives,
        }
    }

    /// Chance that a positive has a higher score than a negative, ties counting half: the area under
    /// the ROC curve. ½ where one of the classes is missing.
    #[must_use]
    pub fn roc_auc(&self) -> f64 {
        let pairs = f64::from(self.positives) * f64::from(self.negatives);
        if pairs == 0.0 {
            return 0.5;
        }
        let mut area = 0.0;
        let (mut before_true, mut before_false) = (0, 0);
        for cut in &self.cuts {
            let height = f64::from(before_true + cut.true_positives);
            area += 0.5 * height * f64::from(cut.false_positives - before_false);
            (before_true, before_false) = (cut.true_positives, cut.false_positives);
        }
        area / pairs
    }

    /// Precision at each cut, weighted by the recall that the cut adds.
    #[must_use]
    pub fn average_precision(&self) -> f64 {
        let mut sum = 0.0;
        let mut before = 0;
        for cut in &self.cuts {
            let taken = f64::from(cut.true_positives + cut.false_positives);
            let precision = f64::from(cut.true_positives) / taken;
            sum += f64::from(cut.true_positives - before) * precision;
            before = cut.true_positives;
        }
        if self.positives == 0 { 0.0 } else { sum / f64::from(self.positives) }
    }
}

impl Confusion {
    /// Share of true positives among what is called positive; 0 where nothing is.
    #[must_use]
    pub fn precision(&self) -> f64 {
        share(self.true_positives, self.true_positives + self.false_positives)
    }

    /// Share of positives that are called so.
    #[must_use]
    pub fn recall(&self) -> f64 {
        share(self.true_positives, self.true_positives + self.false_negatives)
    }

    /// Share of negatives that are called positive.
    #[must_use]
    pub fn false_positive_rate(&self) -> f64 {
        share(self.false_positives, self.false_positives + self.true_negatives)
    }

    /// Harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(&self) -> f64 {
        let twice = 2 * self.true_positives;
        share(twice, twice + self.false_positives + self.false_negatives)
    }

    /// Share of rows that are called what they are.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        let right = self.true_positives + self.true_negatives;
        share(right, right + self.false_positives + self.false_negatives)
    }
}

const SIGN: u64 = 1 << 63;

/// A whole number that orders as the score does: whole numbers are sorted several times as fast.
fn key(score: f64) -> u64 {
    // Both zeros are one score.
    let bits = (score + 0.0).to_bits();
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

fn score_of(key: u64) -> f64 {
    f64::from_bits(if key & SIGN == 0 { !key } else { key & !SIGN })
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_rows_by_hand() {
        let ranking = Ranking::of(&[0.9, 0.4, 0.4, 0.1, 0.7], &[true, true, false, false, false]);
        // Pairs: 0.9 beats three; 0.4 ties one and beats one.
        assert!((ranking.roc_auc() - 4.5 / 6.0).abs() < 1e-12);
        assert!((ranking.average_precision() - 0.5 * (1.0 + 2.0 / 4.0)).abs() < 1e-12);
        let at = ranking.at(0.4);
        assert_eq!((at.true_positives, at.false_positives, at.true_negatives), (2, 2, 1));
        assert!((at.precision() - 0.5).abs() < 1e-12 && (at.f1() - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(ranking.at(2.0).f1(), 0.0);
        assert_eq!(ranking.at(0.0).recall(), 1.0);
    }

    #[test]
    fn scores_of_both_signs_are_in_order() {
        let scores = [-0.0, 3.0, -1e-300, 0.0, -2.0, 1e300];
        let ranking = Ranking::of(&scores, &[true, false, false, false, true, true]);
        let found: Vec<f64> = ranking.cuts().iter().map(|cut| cut.score).collect();
        assert_eq!(found, [1e300, 3.0, 0.0, -1e-300, -2.0]);
        assert_eq!((ranking.cuts()[2].true_positives, ranking.cuts()[2].false_positives), (2, 2));
    }

    #[test]
    fn one_class_alone_has_no_order() {
        let ranking = Ranking::of(&[0.2, 0.3], &[false, false]);
        assert_eq!((ranking.roc_auc(), ranking.average_precision()), (0.5, 0.0));
    }
}
