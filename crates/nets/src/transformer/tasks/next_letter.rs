//! The next letter of common English words, written one after the other with boundaries between.

use super::{BOUNDARY, BOUNDARY_SIGN, Batch, Example, is_held_out, letter};
use crate::random::Random;

/// About three words.
pub const CONTEXT: usize = 20;

/// Some five hundred everyday words, chosen for this project.
const WORDS: &str = include_str!("words.txt");

pub fn encode(text: &str) -> Result<Vec<i32>, String> {
    let tokens = text.chars().map(|character| match character {
        ' ' | BOUNDARY_SIGN => Ok(BOUNDARY),
        _ => letter(character).ok_or_else(|| {
            format!("This model knows the letters a to z and the space, not “{character}”.")
        }),
    });
    let tokens: Vec<i32> = tokens.collect::<Result<_, _>>()?;
    // Every text it was trained on begins at a boundary.
    let starts_at_one = tokens.first() == Some(&BOUNDARY);
    Ok(if starts_at_one { tokens } else { [vec![BOUNDARY], tokens].concat() })
}

pub fn batch(size: usize, random: &mut Random) -> Batch {
    let words: Vec<Vec<i32>> = words().filter(|word| !is_held_out(word)).collect();
    let examples: Vec<Example> = (0..size).map(|_| stream(&words, random)).collect();
    Batch::of(&examples)
}

pub fn held_out() -> Vec<Example> {
    let words: Vec<Vec<i32>> = words().filter(|word| is_held_out(word)).collect();
    let alone = |word: &Vec<i32>| [&[BOUNDARY], &word[..], &[BOUNDARY]].concat();
    words.iter().map(|word| Example { tokens: alone(word), prompt: 1 }).collect()
}

/// The boundary and two letters are given: every word has so many.
pub fn sample(example: &Example) -> Example {
    Example { prompt: 3, ..example.clone() }
}

fn words() -> impl Iterator<Item = Vec<i32>> {
    WORDS.split_whitespace().map(|word| word.chars().filter_map(letter).collect())
}

/// Words drawn at random until the context is full.
fn stream(words: &[Vec<i32>], random: &mut Random) -> Example {
    let mut tokens = vec![BOUNDARY];
    while tokens.len() < CONTEXT + 1 {
        tokens.extend(&words[random.below(words.len())]);
        tokens.push(BOUNDARY);
    }
    tokens.truncate(CONTEXT + 1);
    Example { tokens, prompt: 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_clean_and_large_enough() {
        let mut list: Vec<&str> = WORDS.split_whitespace().collect();
        let count = list.len();
        assert!(count >= 400, "{count} words");
        assert!(list.iter().all(|word| word.chars().all(|c| c.is_ascii_lowercase())));
        assert!(list.iter().all(|word| (2..=12).contains(&word.len())));
        list.sort_unstable();
        list.dedup();
        assert_eq!(list.len(), count, "a word occurs twice");
    }

    #[test]
    fn some_words_are_held_out_and_none_of_them_is_trained_on() {
        let held_out = words().filter(|word| is_held_out(word)).count();
        assert!((30..120).contains(&held_out), "{held_out}");
        assert_eq!(super::held_out().len(), held_out);
    }

    #[test]
    fn every_place_of_a_stream_is_scored() {
        let batch = batch(3, &mut Random::new(1, 0));
        assert_eq!((batch.tokens.batch, batch.tokens.time), (3, CONTEXT));
        assert_eq!(batch.targets.len(), 3 * CONTEXT);
    }

    #[test]
    fn text_gets_its_first_boundary() {
        assert_eq!(encode("a b"), Ok(vec![BOUNDARY, 1, BOUNDARY, 2]));
        assert_eq!(encode(" a"), Ok(vec![BOUNDARY, 1]));
        assert_eq!(encode(""), Ok(vec![BOUNDARY]));
        assert!(encode("a1").is_err_and(|reason| reason.contains('1')));
    }
}
