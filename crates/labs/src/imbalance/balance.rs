//! What is done about rare rows before training: weights, copies, mixtures of neighbours (SMOTE,
//! Chawla et al. 2002), or fewer of the others. All aim at the same share of rare rows.

use figures::{Invalid, Settings};
use nets::classical::logistic::log_odds;
use nets::random::Random;

use super::transactions::Part;

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Balance {
    /// Nothing.
    None,
    /// Rare rows count for more.
    Weights,
    /// Rare rows are drawn again.
    Copies,
    /// Rare rows are made up between a rare row and one of its nearest.
    Mixtures,
    /// Common rows are left out.
    Fewer,
}

/// What a model is fitted to.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Features row by row.
    pub rows: Vec<f32>,
    /// Class of each row.
    pub labels: Vec<bool>,
    /// Weight of each row.
    pub weights: Vec<f64>,
    /// By how much balancing raises the log-odds of every row: what a model fitted to this says too
    /// much.
    pub shift: f64,
}

/// Nearest rare rows that a mixture may lean to, as in the paper.
const NEIGHBOURS: usize = 5;

/// Stream of the seed.
pub const DRAWN_AGAIN: u64 = 45;

impl Balance {
    /// Reads the control.
    ///
    /// # Errors
    /// If it is none of the choices.
    pub fn new(settings: &Settings) -> Result<Self, Invalid> {
        let choices = [
            ("none", Self::None),
            ("weights", Self::Weights),
            ("copies", Self::Copies),
            ("smote", Self::Mixtures),
            ("fewer", Self::Fewer),
        ];
        settings.choice("balance", &choices)
    }

    /// Balances `part` until rare rows make up `share` of it, by number or by weight. Rows that are
    /// frequent enough are left as they are, except by weights and leaving out.
    pub fn apply(self, part: &Part, share: f64, seed: u32) -> Sample {
        let width = part.rows.len() / part.labels.len();
        let (rare, common) = (part.rare() as f64, part.common() as f64);
        let odds = share / (1.0 - share);
        let mut random = Random::new(seed, DRAWN_AGAIN);
        let mut rows = part.rows.clone();
        let mut labels = part.labels.clone();
        let mut weight = 1.0;
        let missing = libm::round(odds * common - rare).max(0.0) as usize;
        match self {
            Self::None => {}
            Self::Weights => weight = odds * common / rare,
            Self::Copies | Self::Mixtures => {
                let mut added = if self == Self::Copies {
                    copies(part, width, missing, &mut random)
                } else {
                    mixtures(part, width, missing, &mut random)
                };
                rows.append(&mut added);
                labels.resize(labels.len() + missing, true);
            }
            Self::Fewer => {
                let kept = (libm::round(rare / odds) as usize).clamp(1, part.common());
                (rows, labels) = fewer(part, width, kept, &mut random);
            }
        }
        let weights: Vec<f64> = labels.iter().map(|&it| if it { weight } else { 1.0 }).collect();
        let total: f64 = weights.iter().sum();
        let rare_now: f64 = weights.iter().zip(&labels).filter(|it| *it.1).map(|it| it.0).sum();
        let shift = log_odds(rare_now / total) - log_odds(part.base_rate());
        Sample { rows, labels, weights, shift }
    }
}

fn rare_rows(part: &Part, width: usize) -> Vec<&[f32]> {
    let rows = part.rows.chunks_exact(width).zip(&part.labels);
    rows.filter(|(_, label)| **label).map(|(row, _)| row).collect()
}

fn copies(part: &Part, width: usize, count: usize, random: &mut Random) -> Vec<f32> {
    let rare = rare_rows(part, width);
    (0..count).flat_map(|_| rare[random.below(rare.len())].iter().copied()).collect()
}

fn mixtures(part: &Part, width: usize, count: usize, random: &mut Random) -> Vec<f32> {
    let rare = rare_rows(part, width);
    let squared =
        |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f32>();
    let nearest = |index: usize| -> Vec<usize> {
        let distance = |other: usize| (squared(rare[index], rare[other]), other);
        let others = (0..rare.len()).filter(|&other| other != index);
        let mut by_distance: Vec<(f32, usize)> = others.map(distance).collect();
        let near = NEIGHBOURS.min(by_distance.len());
        if near < by_distance.len() {
            by_distance
                .select_nth_unstable_by(near, |a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        }
        by_distance.truncate(near);
        by_distance.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        by_distance.into_iter().map(|(_, other)| other).collect()
    };
    let near: Vec<Vec<usize>> = (0..rare.len()).map(nearest).collect();
    let mut rows = Vec::with_capacity(count * width);
    for _ in 0..count {
        let one = random.below(rare.len());
        let other = near[one].get(random.below(near[one].len())).map_or(one, |&it| it);
        let between = random.unit();
        rows.extend(rare[one].iter().zip(rare[other]).map(|(a, b)| a + between * (b - a)));
    }
    rows
}

fn fewer(part: &Part, width: usize, kept: usize, random: &mut Random) -> (Vec<f32>, Vec<bool>) {
    let mut common: Vec<usize> = (0..part.labels.len()).filter(|&row| !part.labels[row]).collect();
    random.shuffle(&mut common);
    common.truncate(kept);
    common.sort_unstable();
    let rare = (0..part.labels.len()).filter(|&row| part.labels[row]);
    let kept: Vec<usize> = common.into_iter().chain(rare).collect();
    let row = |&row: &usize| part.rows[row * width..(row + 1) * width].iter().copied();
    (kept.iter().flat_map(row).collect(), kept.iter().map(|&row| part.labels[row]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 20 rows of two features, 4 of them rare.
    fn part() -> Part {
        let mut random = Random::new(3, 0);
        let labels: Vec<bool> = (0..20).map(|row| row % 5 == 0).collect();
        Part { rows: (0..40).map(|_| random.normal()).collect(), labels }
    }

    fn check(balance: Balance, rare: usize, common: usize, weight: f64) -> Sample {
        let sample = balance.apply(&part(), 0.5, 7);
        let found = sample.labels.iter().filter(|it| **it).count();
        assert_eq!((found, sample.labels.len() - found), (rare, common), "{balance:?}");
        assert_eq!(sample.rows.len(), 2 * (rare + common));
        let first = sample.labels.iter().position(|it| *it).unwrap();
        assert!((sample.weights[first] - weight).abs() < 1e-12, "{balance:?}");
        let shift = if balance == Balance::None { 0.0 } else { libm::log(4.0) };
        assert!((sample.shift - shift).abs() < 1e-12, "{balance:?}: {}", sample.shift);
        sample
    }

    #[test]
    fn each_way_comes_to_the_same_share() {
        check(Balance::None, 4, 16, 1.0);
        check(Balance::Weights, 4, 16, 4.0);
        check(Balance::Copies, 16, 16, 1.0);
        check(Balance::Mixtures, 16, 16, 1.0);
        check(Balance::Fewer, 4, 4, 1.0);
    }

    #[test]
    fn copies_are_rare_rows_and_mixtures_lie_between_two() {
        let part = part();
        let rare = rare_rows(&part, 2);
        let copies = check(Balance::Copies, 16, 16, 1.0);
        assert!(copies.rows[40..].chunks_exact(2).all(|row| rare.contains(&row)));
        let mixtures = check(Balance::Mixtures, 16, 16, 1.0);
        let is_between = |row: &[f32], a: &[f32], b: &[f32]| {
            let along = (row[0] - a[0]) / (b[0] - a[0]);
            let expect = a[1] + along * (b[1] - a[1]);
            (0.0..1.0).contains(&along) && (row[1] - expect).abs() < 1e-4
        };
        for row in mixtures.rows[40..].chunks_exact(2) {
            let is_known = rare.contains(&row)
                || rare.iter().any(|a| rare.iter().any(|b| a != b && is_between(row, a, b)));
            assert!(is_known, "{row:?}");
        }
    }

    #[test]
    fn frequent_rows_are_not_copied() {
        let sample = Balance::Copies.apply(&part(), 0.1, 7);
        assert_eq!(sample.labels.len(), 20);
    }
}
