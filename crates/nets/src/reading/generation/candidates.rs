//! From logits to one token: temperature, top-k, top-p.

use std::cmp::Ordering;

use crate::random::Random;
use crate::rows::softmax;

/// What may be chosen, and how evenly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choice {
    /// Logits are divided by it. At 0, the most probable token is the only candidate.
    pub temperature: f32,
    /// Only so many of the most probable tokens are candidates (Fan et al. 2018); at least one.
    pub top_k: Option<usize>,
    /// Only as many of the most probable tokens as are needed for this much probability, after top-k
    /// and within what it leaves (nucleus sampling, Holtzman et al. 2020); at least one.
    pub top_p: Option<f32>,
}

impl Default for Choice {
    /// The distribution as it is.
    fn default() -> Self {
        Self { temperature: 1.0, top_k: None, top_p: None }
    }
}

/// A token that may be chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Candidate {
    pub token: u32,
    /// Its probability among the candidates; they add up to 1.
    pub share: f32,
}

/// The tokens that may be chosen, the most probable first; of equals, the lower first.
pub fn candidates(logits: &[f32], choice: &Choice) -> Vec<Candidate> {
    let is_greedy = choice.temperature <= 0.0;
    let temperature = if is_greedy { 1.0 } else { choice.temperature };
    let highest = logits.iter().copied().fold(f32::MIN, f32::max);
    let mut shares: Vec<f32> = logits.iter().map(|logit| (logit - highest) / temperature).collect();
    softmax(&mut shares);
    let candidate = |(share, token)| Candidate { token, share };
    let mut all: Vec<Candidate> = shares.into_iter().zip(0..).map(candidate).collect();
    let most = if is_greedy { 1 } else { choice.top_k.unwrap_or(all.len()).max(1) };
    if most < all.len() {
        // Sorting a whole vocabulary for a few tokens would cost more than a block.
        all.select_nth_unstable_by(most - 1, more_probable);
        all.truncate(most);
    }
    all.sort_unstable_by(more_probable);
    renormalise(&mut all);
    if let Some(enough) = choice.top_p {
        all.truncate(needed(&all, enough));
        renormalise(&mut all);
    }
    all
}

/// Draws one of the candidates by its share; none if there are none.
pub fn choose(candidates: &[Candidate], random: &mut Random) -> Option<u32> {
    let mut left = random.unit();
    for candidate in candidates {
        left -= candidate.share;
        if left < 0.0 {
            return Some(candidate.token);
        }
    }
    // Shares may add up to a little less than 1.
    candidates.last().map(|candidate| candidate.token)
}

fn more_probable(a: &Candidate, b: &Candidate) -> Ordering {
    b.share.total_cmp(&a.share).then(a.token.cmp(&b.token))
}

/// How many of the first are needed for this much probability.
fn needed(sorted: &[Candidate], enough: f32) -> usize {
    let mut sum = 0.0;
    let reached = sorted.iter().position(|candidate| {
        sum += candidate.share;
        sum >= enough
    });
    reached.map_or(sorted.len(), |index| index + 1)
}

fn renormalise(candidates: &mut [Candidate]) {
    let sum: f32 = candidates.iter().map(|candidate| candidate.share).sum();
    candidates.iter_mut().for_each(|candidate| candidate.share /= sum);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Logits of probabilities 0.1, 0.4, 0.2, 0.3.
    fn logits() -> Vec<f32> {
        [0.1_f32, 0.4, 0.2, 0.3].map(f32::ln).to_vec()
    }

    fn check(temperature: f32, top_k: Option<usize>, top_p: Option<f32>, expected: &[(u32, f32)]) {
        let found = candidates(&logits(), &Choice { temperature, top_k, top_p });
        let tokens: Vec<u32> = found.iter().map(|candidate| candidate.token).collect();
        assert_eq!(tokens, expected.iter().map(|it| it.0).collect::<Vec<_>>(), "{found:?}");
        for (candidate, (_, share)) in found.iter().zip(expected) {
            assert!((candidate.share - share).abs() < 1e-5, "{found:?}, not {expected:?}");
        }
    }

    #[test]
    fn what_is_cut_is_shared_among_the_others() {
        check(1.0, None, None, &[(1, 0.4), (3, 0.3), (2, 0.2), (0, 0.1)]);
        check(1.0, Some(2), None, &[(1, 4.0 / 7.0), (3, 3.0 / 7.0)]);
        check(1.0, None, Some(0.75), &[(1, 4.0 / 9.0), (3, 3.0 / 9.0), (2, 2.0 / 9.0)]);
        check(1.0, None, Some(0.65), &[(1, 4.0 / 7.0), (3, 3.0 / 7.0)]);
        // Of three, the first two have 7/9 of the probability: 0.75 is reached without the third.
        check(1.0, Some(3), Some(0.75), &[(1, 4.0 / 7.0), (3, 3.0 / 7.0)]);
        check(1.0, Some(0), Some(0.0), &[(1, 1.0)]);
        check(1.0, Some(9), Some(2.0), &[(1, 0.4), (3, 0.3), (2, 0.2), (0, 0.1)]);
    }

    #[test]
    fn temperature_sharpens_and_flattens() {
        check(0.0, None, None, &[(1, 1.0)]);
        check(
            0.5,
            None,
            None,
            &[(1, 16.0 / 30.0), (3, 9.0 / 30.0), (2, 4.0 / 30.0), (0, 1.0 / 30.0)],
        );
        check(1e6, None, None, &[(1, 0.25), (3, 0.25), (2, 0.25), (0, 0.25)]);
        check(1e-44, Some(1), None, &[(1, 1.0)]);
    }

    #[test]
    fn of_equals_the_lower_token_comes_first() {
        let tokens = |choice: &Choice| {
            let all = candidates(&[0.0, 2.0, 1.0, 2.0], choice);
            all.iter().map(|candidate| candidate.token).collect::<Vec<_>>()
        };
        assert_eq!(tokens(&Choice::default()), [1, 3, 2, 0]);
        assert_eq!(tokens(&Choice { temperature: 0.0, ..Choice::default() }), [1]);
        assert!(candidates(&[], &Choice::default()).is_empty());
    }

    #[test]
    fn tokens_are_drawn_as_often_as_their_shares_say() {
        let all = candidates(&logits(), &Choice::default());
        let mut random = Random::new(3, 0);
        let mut counts = [0; 4];
        for _ in 0..40_000 {
            counts[choose(&all, &mut random).unwrap() as usize] += 1;
        }
        // Four standard deviations are 400.
        for (count, expected) in counts.into_iter().zip([4000, 16_000, 8000, 12_000]) {
            assert!(i32::abs(count - expected) < 400, "{counts:?}");
        }
        assert_eq!(choose(&[], &mut random), None);
    }
}
