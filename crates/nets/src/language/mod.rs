//! Models of the next letter, on plain slices with gradients derived by hand: a window over the last
//! letters, a recurrent layer, and a small transformer. Counting needs no gradient and is `labs`'
//! own.
//!
//! A [`Model`] reads whole words at once for training, all places side by side; its [`Reader`] reads
//! letter by letter for writing, and keeps only what the next letter needs: a window, a state, or the
//! keys and values of all letters before.

mod decoder;
mod decoder_reader;
mod recurrent;
#[cfg(test)]
mod tests;
mod window;
mod words;

pub use decoder::Decoder;
pub use recurrent::Recurrent;
pub use window::Window;
pub use words::{BOUNDARY, NONE, Words, cross_entropy};

use crate::random::Random;

/// A model that gives every letter a score after each letter.
pub trait Model {
    /// How many weights it has.
    fn weight_count(&self) -> usize;

    /// First weights.
    fn start(&self, random: &mut Random) -> Vec<f32>;

    /// Scores before softmax, of each letter after each token of each word: word by word, in it token
    /// by token, in it letter by letter.
    fn forward(&mut self, weights: &[f32], words: &Words) -> &[f32];

    /// Overwrites `gradient` with ∂loss/∂weights, from ∂loss/∂scores of the latest
    /// [`Model::forward`], which was of the same words.
    fn backward(&mut self, weights: &[f32], words: &Words, slopes: &[f32], gradient: &mut [f32]);

    /// Something to read one word with, letter by letter.
    fn reader(&self) -> Box<dyn Reader>;
}

/// What a model remembers of one word while it is read or written.
pub trait Reader {
    /// Scores before softmax of each letter after one more token. At most as many tokens as the model
    /// was made for.
    fn read(&mut self, weights: &[f32], token: u8) -> &[f32];
}
