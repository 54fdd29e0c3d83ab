//! The same letters over and over: `rbqxrbqx`. What comes next is what came after this letter before,
//! which takes two heads, one after the other: the first tells every letter what came before it, the
//! second looks for the place that was told of the letter at hand (Olsson et al. 2022, induction heads).

use std::ops::RangeInclusive;

use super::{Batch, Example, is_held_out, letter};
use crate::random::Random;

const LETTERS: usize = 26;
/// Letters before they come again.
const LENGTHS: RangeInclusive<usize> = 4..=8;
const HELD_OUT_COUNT: usize = 64;

/// Two and more times the letters.
pub const CONTEXT: usize = 20;

/// The tokens of a visitor's text.
///
/// # Errors
/// Which character does not fit, in words for the visitor.
pub fn encode(text: &str) -> Result<Vec<i32>, String> {
    let tokens = text.chars().map(|character| {
        letter(character)
            .ok_or_else(|| format!("This model knows the letters a to z, not “{character}”."))
    });
    let tokens: Vec<i32> = tokens.collect::<Result<_, _>>()?;
    if tokens.is_empty() {
        return Err("Type some letters, and begin them again: for example rbqxrb.".into());
    }
    Ok(tokens)
}

/// Sequences to train on.
pub fn batch(size: usize, random: &mut Random) -> Batch {
    Batch::of(&examples(size, false, random))
}

/// Sequences of letters that training never shows in this order.
pub fn held_out(random: &mut Random) -> Vec<Example> {
    examples(HELD_OUT_COUNT, true, random)
}

fn examples(count: usize, held_out: bool, random: &mut Random) -> Vec<Example> {
    let mut letters: Vec<i32> = (1..=LETTERS as i32).collect();
    Example::gather(count, || {
        // No letter twice, so that what came after it is certain.
        random.shuffle(&mut letters);
        let length = LENGTHS.start() + random.below(LENGTHS.end() - LENGTHS.start() + 1);
        let word = &letters[..length];
        let tokens = || word.iter().copied().cycle().take(CONTEXT + 1).collect();
        (is_held_out(word) == held_out).then(|| Example { tokens: tokens(), prompt: length + 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_scored_has_been_seen() {
        let batch = batch(20, &mut Random::new(1, 0));
        assert_eq!(batch.tokens.time, CONTEXT);
        for (&place, &target) in batch.places.iter().zip(&batch.targets) {
            let row = &batch.tokens.indices[place as usize / CONTEXT * CONTEXT..][..CONTEXT];
            let at = place as usize % CONTEXT;
            let before = row[..at].iter().rposition(|token| *token == row[at]).unwrap();
            assert_eq!(row[before + 1], target);
        }
        assert!(encode("ab1").is_err_and(|reason| reason.contains('1')) && encode("").is_err());
    }
}
