//! Scores become shares.

use crate::activation::exp_of;
use crate::lane::{Lane, WIDTH};

/// Scores become shares that add up to 1.
pub fn softmax(scores: &mut [f32]) {
    let highest = highest(scores);
    let scale = 1.0 / exponentials(scores, highest);
    scores.iter_mut().for_each(|share| *share *= scale);
}

/// −log of the target's share, in nats; `scores` become the slopes of `weight` times that.
pub fn cross_entropy(scores: &mut [f32], target: usize, weight: f32) -> f64 {
    let highest = highest(scores);
    let margin = scores[target] - highest;
    let sum = exponentials(scores, highest);
    let scale = weight / sum;
    scores.iter_mut().for_each(|share| *share *= scale);
    scores[target] -= weight;
    libm::log(f64::from(sum)) - f64::from(margin)
}

fn highest(scores: &[f32]) -> f32 {
    let higher = |a: f32, b: f32| if b > a { b } else { a };
    let (fours, rest) = scores.as_chunks::<WIDTH>();
    let mut highest = [f32::MIN; WIDTH];
    for four in fours {
        for (highest, &score) in highest.iter_mut().zip(four) {
            *highest = higher(*highest, score);
        }
    }
    highest.into_iter().chain(rest.iter().copied()).fold(f32::MIN, higher)
}

/// e to each score less the highest; their sum.
fn exponentials(scores: &mut [f32], highest: f32) -> f32 {
    let highest = Lane::splat(highest);
    let (fours, rest) = scores.as_chunks_mut::<WIDTH>();
    let mut sums = Lane::ZERO;
    for four in fours {
        let exponentials = exp_of(Lane(*four) - highest);
        *four = exponentials.0;
        sums += exponentials;
    }
    let mut sum = sums.sum();
    for score in rest {
        *score = exp_of(Lane::splat(*score) - highest).0[0];
        sum += *score;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_slopes_are_what_is_missing() {
        let mut shares = [1.0, 3.0, -2.0, 0.5, 3.0];
        let mut slopes = shares;
        softmax(&mut shares);
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-6 && shares[1] == shares[4]);
        let loss = cross_entropy(&mut slopes, 3, 0.5);
        assert!((loss + f64::from(shares[3]).ln()).abs() < 1e-6);
        for (index, (slope, share)) in slopes.iter().zip(shares).enumerate() {
            let expected = 0.5 * (share - f32::from(u8::from(index == 3)));
            assert!((slope - expected).abs() < 1e-7);
        }
    }

    #[test]
    fn scores_of_any_size_are_safe() {
        let mut scores = [1000.0, -1000.0, 0.0];
        softmax(&mut scores);
        assert_eq!(scores[0], 1.0);
        assert!(cross_entropy(&mut [f32::NAN, 0.0], 1, 1.0).is_nan());
    }
}
