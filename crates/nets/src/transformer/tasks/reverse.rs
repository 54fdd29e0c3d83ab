//! Write a word of random letters backwards: no meaning to lean on, so attention has to do it all.

use std::ops::RangeInclusive;

use super::{BOUNDARY, Batch, Example, is_held_out, letter};
use crate::random::Random;

/// Between the word and its mirror image.
pub const ARROW_SIGN: char = '>';

const ARROW: i32 = 27;
const LETTERS: usize = 26;
const LENGTHS: RangeInclusive<usize> = 3..=8;
const HELD_OUT_COUNT: usize = 64;

/// The longest word, the arrow, and the word again.
pub const CONTEXT: usize = 17;

pub fn encode(text: &str) -> Result<Vec<i32>, String> {
    let tokens = text.chars().map(|character| match character {
        ARROW_SIGN => Ok(ARROW),
        _ => letter(character).ok_or_else(|| {
            format!("This model knows the letters a to z and >, not “{character}”.")
        }),
    });
    let tokens: Vec<i32> = tokens.collect::<Result<_, _>>()?;
    if tokens.is_empty() {
        return Err("Type a word, for example magnet, then > and how it begins backwards.".into());
    }
    Ok(tokens)
}

pub fn batch(size: usize, random: &mut Random) -> Batch {
    examples(size, false, random)
}

pub fn held_out(random: &mut Random) -> Batch {
    examples(HELD_OUT_COUNT, true, random)
}

fn examples(count: usize, held_out: bool, random: &mut Random) -> Batch {
    let mut examples = Vec::with_capacity(count);
    while examples.len() < count {
        let length = LENGTHS.start() + random.below(LENGTHS.end() - LENGTHS.start() + 1);
        let word: Vec<i32> = (0..length).map(|_| 1 + random.below(LETTERS) as i32).collect();
        if is_held_out(&word) == held_out {
            examples.push(example(&word));
        }
    }
    Batch::of(&examples)
}

fn example(word: &[i32]) -> Example {
    let mut tokens = word.to_vec();
    tokens.push(ARROW);
    tokens.extend(word.iter().rev());
    tokens.push(BOUNDARY);
    Example { tokens, prompt: word.len() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_half_mirrors_the_first() {
        assert_eq!(
            example(&[3, 1, 20]),
            Example { tokens: vec![3, 1, 20, ARROW, 20, 1, 3, BOUNDARY], prompt: 4 }
        );
    }

    #[test]
    fn training_and_testing_share_no_word() {
        let words = |batch: &Batch| -> std::collections::HashSet<Vec<i32>> {
            let rows = batch.tokens.indices.chunks_exact(batch.tokens.time);
            rows.map(|row| row.iter().copied().take_while(|&token| token != ARROW).collect())
                .collect()
        };
        let test = words(&held_out(&mut Random::new(1, 0)));
        let mut random = Random::new(1, 1);
        for _ in 0..200 {
            assert!(words(&batch(64, &mut random)).is_disjoint(&test));
        }
    }

    #[test]
    fn the_longest_sequence_fits_the_context() {
        let longest = batch(500, &mut Random::new(1, 0)).tokens.time;
        assert_eq!(longest, CONTEXT);
        assert!(encode("Magnet>").is_ok_and(|tokens| tokens.len() == 7 && tokens[6] == ARROW));
        assert!(encode("naïve").is_err_and(|reason| reason.contains('ï')));
        assert!(encode("").is_err());
    }
}
