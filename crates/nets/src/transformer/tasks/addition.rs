//! Addition on a clock of 23 hours: `9+20=6`. Every number is a token of its own, so nothing but the
//! table of sums says what it stands for; small transformers find circles (Nanda et al. 2023).

use super::{Batch, Example, is_held_out};
use crate::random::Random;

/// Numbers from 0 to one less.
pub const MODULUS: usize = 23;

const PLUS: i32 = MODULUS as i32 + 1;
const EQUALS: i32 = PLUS + 1;

/// Two numbers and two signs.
pub const CONTEXT: usize = 4;

/// One string a token, after the boundary.
pub fn signs() -> impl Iterator<Item = String> {
    (0..MODULUS).map(|number| number.to_string()).chain(["+".into(), "=".into()])
}

/// The tokens of a visitor's text.
///
/// # Errors
/// Which part does not fit, in words for the visitor.
pub fn encode(text: &str) -> Result<Vec<i32>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let digits = rest.chars().take_while(char::is_ascii_digit).count();
        let length = if digits > 0 { digits } else { first.len_utf8() };
        let (part, after) = rest.split_at(length);
        tokens.push(match part {
            "+" => PLUS,
            "=" => EQUALS,
            _ => number(part)?,
        });
        rest = after.trim_start();
    }
    if tokens.is_empty() {
        return Err("Type a sum and an equals sign: for example 9+20=".into());
    }
    Ok(tokens)
}

fn number(part: &str) -> Result<i32, String> {
    let number = part.parse::<usize>().ok().filter(|number| *number < MODULUS);
    number.map(|number| number as i32 + 1).ok_or_else(|| {
        format!("This model knows the numbers 0 to {}, + and =, not “{part}”.", MODULUS - 1)
    })
}

/// Sums to train on.
pub fn batch(size: usize, random: &mut Random) -> Batch {
    let mut examples = Vec::with_capacity(size);
    while examples.len() < size {
        let (a, b) = (random.below(MODULUS), random.below(MODULUS));
        if !is_kept(a, b) {
            examples.push(example(a, b));
        }
    }
    Batch::of(&examples)
}

/// Sums that training never shows.
pub fn held_out() -> Vec<Example> {
    let all = (0..MODULUS).flat_map(|a| (0..MODULUS).map(move |b| (a, b)));
    all.filter(|&(a, b)| is_kept(a, b)).map(|(a, b)| example(a, b)).collect()
}

/// Whether a sum is kept for testing; then so is its mirror image, which would give it away.
fn is_kept(a: usize, b: usize) -> bool {
    is_held_out(&[a.min(b) as i32, a.max(b) as i32])
}

fn example(a: usize, b: usize) -> Example {
    let number = |number: usize| number as i32 + 1;
    let tokens = vec![number(a), PLUS, number(b), EQUALS, number((a + b) % MODULUS)];
    Example { tokens, prompt: CONTEXT }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_go_around_the_clock() {
        assert_eq!(example(9, 20).tokens, [10, PLUS, 21, EQUALS, 7]);
        assert_eq!(encode("9 + 20="), Ok(vec![10, PLUS, 21, EQUALS]));
        assert!(encode("9+23=").is_err_and(|reason| reason.contains("“23”")));
        assert!(encode("a").is_err() && encode(" ").is_err());
    }

    #[test]
    fn some_sums_are_held_out_whichever_way_they_are_written() {
        let count = held_out().len();
        assert!((40..160).contains(&count), "{count}");
        assert!((0..MODULUS).all(|a| (0..MODULUS).all(|b| is_kept(a, b) == is_kept(b, a))));
    }
}
