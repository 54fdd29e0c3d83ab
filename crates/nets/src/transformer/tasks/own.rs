//! The visitor's own text: what comes next in it, character by character or pair by pair.

use std::ops::Range;

use super::{Batch, Corpus, Example};
use crate::random::Random;

/// Tokens of a window.
pub const CONTEXT: usize = 64;

const HELD_OUT_COUNT: usize = 16;

/// Tokens of a sample that are to be written; those before are given.
const SAMPLE: Range<usize> = 24..40;

/// The tokens of a visitor's text.
///
/// # Errors
/// Which character does not fit, in words for the visitor.
pub fn encode(corpus: &Corpus, text: &str) -> Result<Vec<i32>, String> {
    if text.is_empty() {
        return Err("Type how a text begins; the model goes on with it.".into());
    }
    corpus.encode(text)
}

/// Windows of what is trained on, from anywhere.
pub fn batch(corpus: &Corpus, size: usize, random: &mut Random) -> Batch {
    let tokens = corpus.trained();
    let starts = tokens.len() - CONTEXT;
    let examples: Vec<Example> = (0..size).map(|_| window(tokens, random.below(starts))).collect();
    Batch::of(&examples)
}

/// Windows at equal distances over what is held out.
pub fn held_out(corpus: &Corpus) -> Vec<Example> {
    let tokens = corpus.held_out();
    let last = tokens.len() - CONTEXT - 1;
    let count = HELD_OUT_COUNT.min(last + 1);
    (0..count).map(|index| window(tokens, index * last / (count - 1).max(1))).collect()
}

/// Short enough to be written anew several times a second.
pub fn sample(example: &Example) -> Example {
    let Range { start, end } = SAMPLE;
    Example { tokens: example.tokens[..end].to_vec(), prompt: start }
}

fn window(tokens: &[u8], start: usize) -> Example {
    let tokens = tokens[start..=start + CONTEXT].iter().map(|&token| i32::from(token)).collect();
    Example { tokens, prompt: 1 }
}

#[cfg(test)]
mod tests {
    use super::super::HARBOUR;
    use super::*;

    #[test]
    fn windows_come_from_their_part_of_the_text() {
        for corpus in [Corpus::characters(HARBOUR), Corpus::pairs(HARBOUR, 256)] {
            let corpus = corpus.unwrap();
            let found = |tokens: &[u8], window: &[i32]| {
                let same = |part: &[u8]| part.iter().zip(window).all(|(a, b)| i32::from(*a) == *b);
                tokens.windows(window.len()).any(same)
            };
            let held_out = held_out(&corpus);
            assert!(held_out.iter().all(|it| found(corpus.held_out(), &it.tokens)));
            assert!(held_out.iter().all(|it| !found(corpus.trained(), &it.tokens)));
            assert!(held_out.len() > 8 && held_out[0].tokens.len() == CONTEXT + 1);
            let batch = batch(&corpus, 50, &mut Random::new(1, 0));
            assert_eq!((batch.tokens.time, batch.targets.len()), (CONTEXT, 50 * CONTEXT));
            let rows = batch.tokens.indices.chunks_exact(CONTEXT);
            assert!(rows.clone().all(|row| found(corpus.trained(), row)));
        }
    }

    #[test]
    fn the_shortest_text_has_one_window_held_out() {
        let text = "no two of these words are in the same place ".repeat(16);
        let corpus = Corpus::characters(&text[..700]).unwrap();
        assert!(!held_out(&corpus).is_empty());
        batch(&corpus, 500, &mut Random::new(1, 0));
        assert!(encode(&corpus, "").is_err());
    }
}
