//! Beam search: the sequences that have been most probable so far are written on side by side.

use crate::boundary::Invalid;
use crate::reading::{Cache, Weights};

/// The most probable continuations of a prompt that were found (Lowerre 1976).
#[derive(Clone, Debug)]
pub struct Beams {
    width: usize,
    end: Option<u32>,
    beams: Vec<Beam>,
}

/// One continuation.
#[derive(Clone, Debug)]
pub struct Beam {
    tokens: Vec<u32>,
    log_probability: f64,
    has_ended: bool,
    cache: Cache,
}

/// A beam and the token that it may go on with; one that has ended stays as it is.
struct Next {
    parent: usize,
    token: Option<u32>,
    log_probability: f64,
}

impl Beams {
    /// Reads the prompt. At most `width` continuations are kept, at least one; one that has written
    /// `end` is not written on.
    ///
    /// # Errors
    /// As [`Cache::read_all`], and when the prompt is empty.
    pub fn new(
        weights: &Weights,
        prompt: &[u32],
        width: usize,
        end: Option<u32>,
    ) -> Result<Self, Invalid> {
        if prompt.is_empty() {
            return Err(Invalid("Nothing follows an empty prompt.".into()));
        }
        let mut cache = Cache::new(weights);
        cache.read_all(weights, prompt)?;
        let first = Beam { tokens: Vec::new(), log_probability: 0.0, has_ended: false, cache };
        Ok(Self { width: width.max(1), end, beams: vec![first] })
    }

    /// The continuations, the most probable first.
    pub fn beams(&self) -> &[Beam] {
        &self.beams
    }

    /// Whether no continuation can be written on: each has ended or has no room left.
    pub fn have_ended(&self, weights: &Weights) -> bool {
        !self.beams.iter().any(|beam| beam.goes_on(weights))
    }

    /// Writes one more token; ended continuations compete with the others as they are.
    ///
    /// # Errors
    /// As [`Cache::read`].
    pub fn advance(&mut self, weights: &Weights) -> Result<(), Invalid> {
        let mut all: Vec<Next> = Vec::new();
        for (parent, beam) in self.beams.iter().enumerate() {
            all.extend(beam.continued(weights, parent, self.width));
        }
        // Stable: of equals, the one from the better parent.
        all.sort_by(|a, b| b.log_probability.total_cmp(&a.log_probability));
        all.truncate(self.width);
        let follow = |next: &Next| self.beams[next.parent].followed(weights, next, self.end);
        self.beams = all.iter().map(follow).collect::<Result<_, _>>()?;
        Ok(())
    }
}

impl Beam {
    /// What was written after the prompt, with the end if it was written.
    pub fn tokens(&self) -> &[u32] {
        &self.tokens
    }

    /// Sum of the logarithms of the tokens' probabilities, in nats.
    pub fn log_probability(&self) -> f64 {
        self.log_probability
    }

    /// Whether the end was written.
    pub fn has_ended(&self) -> bool {
        self.has_ended
    }

    fn goes_on(&self, weights: &Weights) -> bool {
        !self.has_ended && self.cache.has_room(weights)
    }

    /// The best tokens to go on with, at most so many.
    fn continued(&self, weights: &Weights, parent: usize, most: usize) -> Vec<Next> {
        let so_far = self.log_probability;
        if !self.goes_on(weights) {
            return vec![Next { parent, token: None, log_probability: so_far }];
        }
        let logits = self.cache.logits();
        let normaliser = log_sum_exp(logits);
        let next = |(logit, token): (&f32, u32)| {
            let log_probability = so_far + f64::from(*logit) - normaliser;
            Next { parent, token: Some(token), log_probability }
        };
        let mut all: Vec<Next> = logits.iter().zip(0..).map(next).collect();
        let better = |a: &Next, b: &Next| {
            b.log_probability.total_cmp(&a.log_probability).then(a.token.cmp(&b.token))
        };
        if most < all.len() {
            all.select_nth_unstable_by(most - 1, better);
            all.truncate(most);
        }
        all.sort_unstable_by(better);
        all
    }

    fn followed(&self, weights: &Weights, next: &Next, end: Option<u32>) -> Result<Self, Invalid> {
        let mut beam = self.clone();
        beam.log_probability = next.log_probability;
        if let Some(token) = next.token {
            beam.tokens.push(token);
            beam.has_ended = end == Some(token);
            // Nothing follows the end.
            if !beam.has_ended {
                beam.cache.read(weights, token)?;
            }
        }
        Ok(beam)
    }
}

/// log Σ e^logit.
fn log_sum_exp(logits: &[f32]) -> f64 {
    let highest = f64::from(logits.iter().copied().fold(f32::MIN, f32::max));
    let sum: f64 = logits.iter().map(|&logit| libm::exp(f64::from(logit) - highest)).sum();
    highest + libm::log(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::samples::{sizes, weights};
    use crate::reading::{Changes, Trace};
    use crate::transformer::{Form, Sizes};

    const PROMPT: [u32; 2] = [2, 0];

    fn tiny() -> Weights {
        weights(Sizes { vocabulary: 4, context: 7, ..sizes(Form::default()) })
    }

    /// Log-probability of this continuation, token by token without a cache.
    fn log_probability(weights: &Weights, continuation: &[u32]) -> f64 {
        let mut text = PROMPT.to_vec();
        let mut sum = 0.0;
        for &token in continuation {
            let trace = Trace::of(weights, &text, &Changes::default()).unwrap();
            sum += f64::from(trace.next()[token as usize]).ln();
            text.push(token);
        }
        sum
    }

    /// All sequences of so many tokens; one that ends is not longer than its end.
    fn every(length: usize, end: Option<u32>) -> Vec<Vec<u32>> {
        let mut all = vec![Vec::new()];
        for _ in 0..length {
            let extended = |text: Vec<u32>| match text.last() {
                Some(&last) if end == Some(last) => vec![text],
                _ => (0..4).map(|token| [&text[..], &[token]].concat()).collect(),
            };
            all = all.into_iter().flat_map(extended).collect();
        }
        all
    }

    #[test]
    fn a_wide_search_finds_what_trying_everything_finds() {
        let weights = tiny();
        for end in [None, Some(1)] {
            let mut beams = Beams::new(&weights, &PROMPT, 64, end).unwrap();
            (0..4).for_each(|_| beams.advance(&weights).unwrap());
            let mut all: Vec<(f64, Vec<u32>)> = every(4, end)
                .into_iter()
                .map(|text| (log_probability(&weights, &text), text))
                .collect();
            all.sort_by(|a, b| b.0.total_cmp(&a.0));
            for (beam, (expected, text)) in beams.beams().iter().zip(&all).take(10) {
                assert_eq!(beam.tokens(), text);
                assert!((beam.log_probability() - expected).abs() < 1e-4);
                assert_eq!(beam.has_ended(), end.is_some() && text.last() == end.as_ref());
            }
        }
    }

    #[test]
    fn one_beam_is_greedy_and_stops_where_places_do() {
        let weights = tiny();
        let mut beams = Beams::new(&weights, &PROMPT, 1, None).unwrap();
        let mut text = PROMPT.to_vec();
        for _ in 0..5 {
            assert!(!beams.have_ended(&weights));
            beams.advance(&weights).unwrap();
            let trace = Trace::of(&weights, &text, &Changes::default()).unwrap();
            let best = (0..4).max_by(|&a, &b| trace.next()[a].total_cmp(&trace.next()[b]));
            text.push(best.unwrap() as u32);
            assert_eq!(beams.beams()[0].tokens(), &text[2..]);
        }
        assert!(beams.have_ended(&weights));
        let before = beams.beams()[0].tokens().to_vec();
        beams.advance(&weights).unwrap();
        assert_eq!(beams.beams()[0].tokens(), before);
        assert!(Beams::new(&weights, &[], 2, None).is_err());
    }
}
