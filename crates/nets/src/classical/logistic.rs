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

/// Probability for log-odds, and the cross-entropy in nats for a row of this class: ln(1 + e^∓z),
/// without overflow.
#[must_use]
pub fn judged(log_odds: f64, is_positive: bool) -> (f64, f64) {
    let small = libm::exp(-log_odds.abs());
    let likelier = 1.0 / (1.0 + small);
    let probability = if log_odds >= 0.0 { likelier } else { small * likelier };
    let wrong_way = if is_positive { -log_odds } else { log_odds };
    (probability, wrong_way.max(0.0) + libm::log1p(small))
}

/// Log-odds of one row: `weights` are one a feature, then the intercept.
#[must_use]
pub fn score(weights: &[f32], row: &[f32]) -> f64 {
    let (slopes, intercept) = weights.split_at(row.len());
    let sum = slopes.iter().zip(row).map(|(w, x)| f64::from(*w) * f64::from(*x)).sum::<f64>();
    sum + f64::from(intercept[0])
}

/// Overwrites `gradient` with that of the mean cross-entropy, rows weighted by `row_weights`. `rows`
/// are features row by row, one fewer each than there are weights; `sums` is room for as many.
pub fn gradient(
    weights: &[f32],
    rows: &[f32],
    labels: &[bool],
    row_weights: &[f64],
    sums: &mut [f64],
    gradient: &mut [f32],
) {
    let features = weights.len() - 1;
    sums.fill(0.0);
    let mut total = 0.0;
    for ((row, &is_positive), &weight) in rows.chunks_exact(features).zip(labels).zip(row_weights) {
        let error = probability(score(weights, row)) - f64::from(u8::from(is_positive));
        total += weight;
        for (sum, &x) in sums.iter_mut().zip(row) {
            *sum += weight * error * f64::from(x);
        }
        sums[features] += weight * error;
    }
    for (slope, sum) in gradient.iter_mut().zip(&*sums) {
        *slope = (sum / total) as f32;
    }
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
        assert_eq!(judged(-1e4, true), (0.0, 1e4));
        for z in [-3.0, 0.0, 0.7] {
            let p = probability(z);
            let (same, loss) = judged(z, false);
            assert!((same - p).abs() < 1e-15 && (loss + libm::log(1.0 - p)).abs() < 1e-14, "{z}");
        }
    }

    #[test]
    fn the_gradient_agrees_with_differences() {
        let rows = [0.5, -1.0, 2.0, 0.25, -0.75, 1.5, 0.0, 1.0];
        let (labels, row_weights) = ([true, false, true, false], [1.0, 2.0, 0.5, 3.0]);
        let weights = [0.3, -0.6, 0.1];
        let mut slopes = [0.0; 3];
        gradient(&weights, &rows, &labels, &row_weights, &mut [0.0; 3], &mut slopes);
        let loss = |weights: &[f32]| {
            let each = rows.chunks_exact(2).zip(labels).zip(row_weights);
            let each = each.map(|((row, label), by)| by * judged(score(weights, row), label).1);
            each.sum::<f64>() / row_weights.iter().sum::<f64>()
        };
        for index in 0..3 {
            let moved = |by: f32| {
                let mut moved = weights;
                moved[index] += by;
                loss(&moved)
            };
            let difference = (moved(1e-2) - moved(-1e-2)) / 2e-2;
            assert!((f64::from(slopes[index]) - difference).abs() < 1e-4, "weight {index}");
        }
    }
}
