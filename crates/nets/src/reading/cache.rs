//! Token by token: keys and values of what was read are kept, so one more token costs one row of
//! every product.

use super::Weights;
use super::block::Pass;
use super::changes::{Changes, check};
use crate::boundary::Invalid;

/// Tokens that are read at once: scores of all of a long prompt would take more room than its keys.
const AT_ONCE: usize = 64;

/// Keys and values of the tokens read so far, and what comes next. A text that is read here gives the
/// same bits as in a [`Trace`](super::Trace).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cache {
    length: usize,
    /// Block by block, token by token: keys of all heads, then values.
    kept: Vec<Vec<f32>>,
    logits: Vec<f32>,
}

impl Cache {
    /// Before the first token.
    pub fn new(weights: &Weights) -> Self {
        Self { length: 0, kept: vec![Vec::new(); weights.sizes().layers], logits: Vec::new() }
    }

    /// Reads one more token; the logits of what follows it.
    ///
    /// # Errors
    /// As [`Cache::read_all`].
    pub fn read(&mut self, weights: &Weights, token: u32) -> Result<&[f32], Invalid> {
        self.read_all(weights, &[token])
    }

    /// Reads more tokens; the logits of what follows the last one. `weights` have to be those that the
    /// tokens before were read with.
    ///
    /// # Errors
    /// [`Invalid`] when a token is not of the vocabulary, or when its place has not been learned; then
    /// nothing has been read.
    pub fn read_all(&mut self, weights: &Weights, tokens: &[u32]) -> Result<&[f32], Invalid> {
        let end = self.length + tokens.len();
        check(weights.sizes(), tokens, self.length..end)?;
        let norm = weights.sizes().form.norm;
        let (unchanged, places) = (Changes::default(), Vec::from_iter(0..end));
        let mut last = Vec::new();
        for tokens in tokens.chunks(AT_ONCE) {
            self.length += tokens.len();
            let pass = Pass::new(weights, &unchanged, &places[..self.length], tokens.len(), false);
            last = pass.start(tokens).stream;
            for (layer, kept) in self.kept.iter_mut().enumerate() {
                last = pass.block(layer, &last, kept).stream(norm).to_vec();
            }
        }
        if !last.is_empty() {
            self.logits = end_of(weights, &last);
        }
        Ok(&self.logits)
    }

    /// Logits of what follows the last token; empty before the first one.
    pub fn logits(&self) -> &[f32] {
        &self.logits
    }

    /// Tokens read.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Whether one more token can be read: without learned places, always.
    pub fn has_room(&self, weights: &Weights) -> bool {
        check(weights.sizes(), &[], self.length..self.length + 1).is_ok()
    }

    /// What kept keys and values take up.
    pub fn bytes(&self) -> usize {
        self.kept.iter().map(|layer| size_of_val(&layer[..])).sum()
    }
}

/// Logits of the last row of a stream.
fn end_of(weights: &Weights, stream: &[f32]) -> Vec<f32> {
    let row = &stream[stream.len() - weights.sizes().width..];
    match weights.final_norm() {
        Some(norm) => weights.logits(&norm.of(row)),
        None => weights.logits(row),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Trace;
    use crate::reading::samples::{forms, sizes, weights};
    use crate::transformer::{Form, Positions, Sizes};

    /// Every prefix gives the bits of the whole forward pass, token by token and in two readings.
    fn check(sizes: Sizes, length: usize) {
        let weights = weights(sizes);
        let vocabulary = sizes.vocabulary as u32;
        let tokens: Vec<u32> = (0..length as u32).map(|it| (it * it + 3) % vocabulary).collect();
        let whole = Trace::of(&weights, &tokens, &Changes::default()).unwrap();
        let mut one_by_one = Cache::new(&weights);
        for (row, &token) in tokens.iter().enumerate() {
            let logits = one_by_one.read(&weights, token).unwrap();
            assert_eq!(logits, whole.logits_of(&weights, row), "{sizes:?} at {row}");
            assert_eq!(one_by_one.length(), row + 1);
        }
        for split in [1, length / 2, length - 1] {
            let mut at_once = Cache::new(&weights);
            at_once.read_all(&weights, &tokens[..split]).unwrap();
            at_once.read_all(&weights, &tokens[split..]).unwrap();
            assert_eq!(at_once, one_by_one, "{sizes:?} at {split}");
        }
    }

    #[test]
    fn every_form_gives_the_bits_of_the_whole_pass() {
        for form in forms() {
            check(sizes(form), 9);
            check(Sizes { vocabulary: 13, width: 16, heads: 1, layers: 3, ..sizes(form) }, 8);
            check(Sizes { vocabulary: 8, width: 16, heads: 8, layers: 1, ..sizes(form) }, 7);
        }
    }

    #[test]
    fn odd_sizes_give_the_bits_of_the_whole_pass() {
        for form in forms().into_iter().filter(|form| form.positions != Positions::Rotary) {
            check(Sizes { vocabulary: 5, width: 15, heads: 3, ..sizes(form) }, 9);
            check(Sizes { vocabulary: 1, width: 7, heads: 7, ..sizes(form) }, 5);
        }
    }

    #[test]
    fn prompts_longer_than_one_reading_give_the_bits_of_the_whole_pass() {
        check(Sizes { context: 150, ..sizes(Form::default()) }, 2 * AT_ONCE + 5);
    }

    #[test]
    fn keys_and_values_are_counted_in_bytes() {
        let sizes = sizes(Form::default());
        let weights = weights(sizes);
        let mut cache = Cache::new(&weights);
        assert_eq!((cache.bytes(), cache.length(), cache.logits().len()), (0, 0, 0));
        cache.read_all(&weights, &[1, 2, 3]).unwrap();
        assert_eq!(cache.bytes(), 4 * 2 * 3 * sizes.width * sizes.layers);
    }

    #[test]
    fn what_cannot_be_read_leaves_all_as_it_was() {
        let weights = weights(sizes(Form::default()));
        let mut cache = Cache::new(&weights);
        cache.read_all(&weights, &[1; 8]).unwrap();
        let before = cache.clone();
        assert!(cache.read(&weights, 7).unwrap_err().0.contains("Token 7"));
        assert!(cache.read_all(&weights, &[1, 1]).unwrap_err().0.contains("place 9"));
        assert_eq!(cache, before);
        assert!(cache.has_room(&weights));
        cache.read(&weights, 1).unwrap();
        assert!(!cache.has_room(&weights));
    }
}
