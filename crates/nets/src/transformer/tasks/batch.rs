//! Sequences side by side, padded to one length, with the places whose prediction counts.

use super::BOUNDARY;
use crate::transformer::model::Tokens;

/// One sequence; each token after `prompt` is to be predicted from the ones before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Token indices.
    pub tokens: Vec<i32>,
    /// Leading tokens that are given, not scored; at least 1.
    pub prompt: usize,
}

impl Example {
    /// So many, drawn until enough are of the right kind.
    pub fn gather(count: usize, mut draw: impl FnMut() -> Option<Self>) -> Vec<Self> {
        let mut examples = Vec::with_capacity(count);
        while examples.len() < count {
            examples.extend(draw());
        }
        examples
    }
}

/// Several sequences for one update or one examination.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// What the model reads: each sequence without its last token, padded at the end. Padding lies
    /// after every scored place, so the causal mask hides it.
    pub tokens: Tokens,
    /// Rows of `batch × time` whose prediction counts.
    pub places: Vec<i32>,
    /// The right token at each of them.
    pub targets: Vec<i32>,
}

impl Batch {
    /// These sequences.
    pub fn of(examples: &[Example]) -> Self {
        let time = examples.iter().map(|example| example.tokens.len() - 1).max().unwrap_or(0);
        let (mut indices, mut places, mut targets) = (Vec::new(), Vec::new(), Vec::new());
        for Example { tokens, prompt } in examples {
            let row = indices.len();
            indices.extend_from_slice(&tokens[..tokens.len() - 1]);
            indices.resize(row + time, BOUNDARY);
            for (place, &target) in tokens.iter().enumerate().skip(*prompt) {
                places.push((row + place - 1) as i32);
                targets.push(target);
            }
        }
        Self { tokens: Tokens { batch: examples.len(), time, indices }, places, targets }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pads_the_shorter_sequence_and_scores_after_the_prompt() {
        let batch = Batch::of(&[
            Example { tokens: vec![1, 2, 9, 2, 1, 0], prompt: 3 },
            Example { tokens: vec![3, 9, 3, 0], prompt: 2 },
        ]);
        assert_eq!(batch.tokens.time, 5);
        assert_eq!(batch.tokens.indices, [1, 2, 9, 2, 1, 3, 9, 3, 0, 0]);
        assert_eq!(batch.places, [2, 3, 4, 6, 7]);
        assert_eq!(batch.targets, [2, 1, 0, 3, 0]);
    }
}
