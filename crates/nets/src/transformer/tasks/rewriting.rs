//! Write a word of random letters once more: as it is, backwards, or in the order of the alphabet. No
//! meaning to lean on, so attention has to do it all.

use std::ops::RangeInclusive;

use super::{BOUNDARY, Batch, Example, is_held_out, letter};
use crate::random::Random;

/// Between the word and what is made of it.
pub const ARROW_SIGN: char = '>';

const ARROW: i32 = 27;
const LETTERS: usize = 26;
const LENGTHS: RangeInclusive<usize> = 3..=8;
const HELD_OUT_COUNT: usize = 64;

/// The longest word, the arrow, and the word again.
pub const CONTEXT: usize = 17;

/// What is made of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rewriting {
    /// `magnet>magnet`
    Copy,
    /// `magnet>tengam`
    Reverse,
    /// `magnet>aegmnt`
    Sort,
}

impl Rewriting {
    fn of(self, word: &[i32]) -> Vec<i32> {
        let mut written = word.to_vec();
        match self {
            Self::Copy => {}
            Self::Reverse => written.reverse(),
            Self::Sort => written.sort_unstable(),
        }
        written
    }

    /// Sequences to train on.
    pub fn batch(self, size: usize, random: &mut Random) -> Batch {
        Batch::of(&self.examples(size, false, random))
    }

    /// Sequences of words that training never shows.
    pub fn held_out(self, random: &mut Random) -> Vec<Example> {
        self.examples(HELD_OUT_COUNT, true, random)
    }

    fn examples(self, count: usize, held_out: bool, random: &mut Random) -> Vec<Example> {
        Example::gather(count, || {
            let length = LENGTHS.start() + random.below(LENGTHS.end() - LENGTHS.start() + 1);
            let word: Vec<i32> = (0..length).map(|_| 1 + random.below(LETTERS) as i32).collect();
            (is_held_out(&word) == held_out).then(|| self.example(&word))
        })
    }

    fn example(self, word: &[i32]) -> Example {
        let tokens = [word, &[ARROW], &self.of(word), &[BOUNDARY]].concat();
        Example { tokens, prompt: word.len() + 1 }
    }
}

/// The tokens of a visitor's text.
///
/// # Errors
/// Which character does not fit, in words for the visitor.
pub fn encode(text: &str) -> Result<Vec<i32>, String> {
    let tokens = text.chars().map(|character| match character {
        ARROW_SIGN => Ok(ARROW),
        _ => letter(character).ok_or_else(|| {
            format!("This model knows the letters a to z and >, not “{character}”.")
        }),
    });
    let tokens: Vec<i32> = tokens.collect::<Result<_, _>>()?;
    if tokens.is_empty() {
        return Err("Type a word, for example magnet, then > and how the answer begins.".into());
    }
    Ok(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_a_word_comes_after_the_arrow() {
        let written = |kind: Rewriting| kind.example(&[3, 1, 20]).tokens;
        assert_eq!(written(Rewriting::Copy), [3, 1, 20, ARROW, 3, 1, 20, BOUNDARY]);
        assert_eq!(written(Rewriting::Reverse), [3, 1, 20, ARROW, 20, 1, 3, BOUNDARY]);
        assert_eq!(written(Rewriting::Sort), [3, 1, 20, ARROW, 1, 3, 20, BOUNDARY]);
        assert_eq!(Rewriting::Sort.example(&[3, 1, 20]).prompt, 4);
    }

    #[test]
    fn training_and_testing_share_no_word() {
        let words = |batch: &Batch| -> std::collections::HashSet<Vec<i32>> {
            let rows = batch.tokens.indices.chunks_exact(batch.tokens.time);
            rows.map(|row| row.iter().copied().take_while(|&token| token != ARROW).collect())
                .collect()
        };
        let test = words(&Batch::of(&Rewriting::Reverse.held_out(&mut Random::new(1, 0))));
        let mut random = Random::new(1, 1);
        for _ in 0..200 {
            assert!(words(&Rewriting::Reverse.batch(64, &mut random)).is_disjoint(&test));
        }
    }

    #[test]
    fn the_longest_sequence_fits_the_context() {
        let longest = Rewriting::Copy.batch(500, &mut Random::new(1, 0)).tokens.time;
        assert_eq!(longest, CONTEXT);
        assert!(encode("Magnet>").is_ok_and(|tokens| tokens.len() == 7 && tokens[6] == ARROW));
        assert!(encode("naïve").is_err_and(|reason| reason.contains('ï')));
        assert!(encode("").is_err());
    }
}
