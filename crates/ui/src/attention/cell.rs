//! The arithmetic of one cell: from its score to its weight, with the numbers of its row.

/// What turns one score into one weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arithmetic {
    /// Scaled score `q·k / √d`, before mask and softmax.
    pub score: f32,
    /// Weight after softmax, as the model computed it.
    pub weight: f32,
    /// What is taken off every score before `exp`, so that it stays finite: 0 where none is large.
    pub shift: f32,
    /// `e^(score − shift)`.
    pub exponential: f64,
    /// Sum of `e^(s − shift)` over the keys that this query may see.
    pub sum: f64,
    /// Sum of the row's weights.
    pub row_sum: f32,
    /// Whether the key lies after the query, so that its weight is 0 whatever the score.
    pub is_masked: bool,
}

/// Largest score whose exponential is still pleasant to read.
const READABLE_SCORE: f32 = 12.0;

/// Works out the cell at (`query`, `key`) of one head's square matrices, or `None` outside them.
#[must_use]
pub fn arithmetic(
    scores: &[f32],
    weights: &[f32],
    size: usize,
    (query, key): (usize, usize),
) -> Option<Arithmetic> {
    if query >= size || key >= size {
        return None;
    }
    let row = query * size..(query + 1) * size;
    let (scores, weights) = (scores.get(row.clone())?, weights.get(row)?);
    let visible = &scores[..=query];
    let largest = visible.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let shift = if largest.abs() > READABLE_SCORE { largest } else { 0.0 };
    let exponential = |score: f32| f64::from(score - shift).exp();
    Some(Arithmetic {
        score: scores[key],
        weight: weights[key],
        shift,
        exponential: exponential(scores[key]),
        sum: visible.iter().map(|score| exponential(*score)).sum(),
        row_sum: weights.iter().sum(),
        is_masked: key > query,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCORES: [f32; 9] = [2.0, 9.0, 9.0, 0.0, 1.0, 9.0, 1.0, 3.0, 2.0];

    /// Softmax of the visible part of each row, in f64, as an independent reference.
    fn weights(scores: &[f32], size: usize) -> Vec<f32> {
        let mut out = vec![0.0; size * size];
        for query in 0..size {
            let row = &scores[query * size..=query * size + query];
            let largest = row.iter().copied().fold(f32::MIN, f32::max);
            let powers: Vec<f64> = row.iter().map(|s| f64::from(s - largest).exp()).collect();
            let sum: f64 = powers.iter().sum();
            for (key, power) in powers.iter().enumerate() {
                out[query * size + key] = (power / sum) as f32;
            }
        }
        out
    }

    #[test]
    fn exponential_over_sum_is_the_weight() {
        let weights = weights(&SCORES, 3);
        for query in 0..3 {
            for key in 0..=query {
                let cell = arithmetic(&SCORES, &weights, 3, (query, key)).expect("inside");
                let quotient = cell.exponential / cell.sum;
                assert!((quotient - f64::from(cell.weight)).abs() < 1e-6, "{query} {key} {cell:?}");
                assert!((cell.row_sum - 1.0).abs() < 1e-6);
                assert!(!cell.is_masked);
            }
        }
    }

    #[test]
    fn large_scores_are_shifted_and_stay_finite() {
        let scores = [0.0, 0.0, 800.0, 801.0];
        let cell = arithmetic(&scores, &weights(&scores, 2), 2, (1, 0)).expect("inside");
        assert_eq!(cell.shift, 801.0);
        assert!((cell.exponential / cell.sum - f64::from(cell.weight)).abs() < 1e-6);
    }

    #[test]
    fn masked_cells_say_so() {
        let cell = arithmetic(&SCORES, &weights(&SCORES, 3), 3, (0, 2)).expect("inside");
        assert!(cell.is_masked);
        assert_eq!(cell.weight, 0.0);
    }

    #[test]
    fn outside_there_is_no_cell() {
        assert_eq!(arithmetic(&SCORES, &SCORES, 3, (3, 0)), None);
        assert_eq!(arithmetic(&SCORES[..4], &SCORES, 3, (2, 0)), None);
    }
}
