//! Logistic regression: log-odds that are linear in the features, and the cross-entropy of their
//! probabilities with its gradient. Scores are log-odds throughout, because probabilities near 0 and
//! 1 run out of digits.

/// Probability for log-odds.
#[must_use]
pub fn probability(log_odds: f64) -> f64 {
    if log_odds >= 0.0 {
        1.0 / (1.0 + libm::exp(-log_odds))
    } else {
        let odds = libm::exp(log_odds);
        odds / (1.0 + odds)
    }
}

/// Log-odds for a probability.
#[must_use]
pub fn log_odds(probability: f64) -> f64 {
    libm::log(probability / (1.0 - probability))
}

/// Cross-entropy in nats of log-odds for a row of this class: ln(1 + e^∓z), without overflow.
#[must_use]
pub fn cross_entropy(log_odds: f64, is_positive: bool) -> f64 {
    let wrong_way = if is_positive { -log_odds } else { log_odds };
    wrong_way.max(0.0) + libm::log1p(libm::exp(-wrong_way.abs()))
}

/// Log-odds of one row: `weights` are one a feature, then the intercept.
#[must_use]
pub fn score(weights: &[f32], row: &[f32]) -> f64 {
    let (slopes, intercept) = weights.split_at(row.len());
    let sum = slopes.iter().zip(row).map(|(w, x)| f64::from(*w) * f64::from(*x)).sum::<f64>();
    sum + f64::from(intercept[0])
}

/// Overwrites `gradient` with that of the mean cross-entropy, rows weighted by `row_weights`, and
/// returns the mean. `rows` are features row by row, one fewer each than there are weights.
pub fn gradient(
    weights: &[f32],
    rows: &[f32],
    labels: &[bool],
    row_weights: &[f64],
    sums: &mut [f64],
    gradient: &mut [f32],
) -> f64 {
    let features = weights.len() - 1;
    sums.fill(0.0);
    let (mut loss, mut total) = (0.0, 0.0);
    for ((row, &is_positive), &weight) in rows.chunks_exact(features).zip(labels).zip(row_weights) {
        let score = score(weights, row);
        loss += weight * cross_entropy(score, is_positive);
        total += weight;
        let delta = weight * (probability(score) - f64::from(u8::from(is_positive)));
        for (sum, &x) in sums.iter_mut().zip(row) {
            *sum += delta * f64::from(x);
        }
        sums[features] += delta;
    }
    for (slope, sum) in gradient.iter_mut().zip(&*sums) {
        *slope = (sum / total) as f32;
    }
    loss / total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_and_log_odds_undo_each_other() {
        for p in [1e-12, 0.002, 0.5, 0.998] {
            assert!((probability(log_odds(p)) / p - 1.0).abs() < 1e-9, "{p}");
        }
        assert_eq!((probability(1e4), probability(-1e4)), (1.0, 0.0));
        assert_eq!(cross_entropy(-1e4, true), 1e4);
        assert!((cross_entropy(0.0, false) - core::f64::consts::LN_2).abs() < 1e-15);
    }

    #[test]
    fn the_gradient_agrees_with_differences() {
        let rows = [0.5, -1.0, 2.0, 0.25, -0.75, 1.5, 0.0, 1.0];
        let (labels, row_weights) = ([true, false, true, false], [1.0, 2.0, 0.5, 3.0]);
        let weights = [0.3, -0.6, 0.1];
        let mut slopes = [0.0; 3];
        let loss = |weights: &[f32], slopes: &mut [f32]| {
            gradient(weights, &rows, &labels, &row_weights, &mut [0.0; 3], slopes)
        };
        loss(&weights, &mut slopes);
        for index in 0..3 {
            let moved = |by: f32| {
                let mut moved = weights;
                moved[index] += by;
                loss(&moved, &mut [0.0; 3])
            };
            let difference = (moved(1e-2) - moved(-1e-2)) / 2e-2;
            assert!((f64::from(slopes[index]) - difference).abs() < 1e-4, "weight {index}");
        }
    }
}
