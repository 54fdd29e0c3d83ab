//! Close what is open: `([]{>})`. After the sign, the brackets that are still missing, innermost first:
//! a stack, told with attention alone.

use super::{BOUNDARY, Batch, Example, is_held_out};
use crate::random::Random;

/// Opening, then closing, in pairs; the sign after which the answer begins.
pub const SIGNS: [char; 7] = ['(', ')', '[', ']', '{', '}', '>'];

const PAIRS: usize = 3;
const ASK: i32 = 7;
/// Brackets before the sign.
const LONGEST: usize = 10;
/// Most brackets open at once.
const DEEPEST: usize = 5;
const HELD_OUT_COUNT: usize = 64;

/// Brackets, the sign, and what closes them.
pub const CONTEXT: usize = LONGEST + 1 + DEEPEST;

/// The tokens of a visitor's text.
///
/// # Errors
/// Which character does not fit, in words for the visitor.
pub fn encode(text: &str) -> Result<Vec<i32>, String> {
    let tokens = text.chars().map(|character| {
        let place = SIGNS.iter().position(|sign| *sign == character);
        place.map(|place| place as i32 + 1).ok_or_else(|| {
            format!("This model knows the brackets ( ) [ ] {{ }} and >, not “{character}”.")
        })
    });
    let tokens: Vec<i32> = tokens.collect::<Result<_, _>>()?;
    if tokens.is_empty() {
        return Err(
            "Type some brackets, then > and how they are closed: for example ([]{>})".into()
        );
    }
    Ok(tokens)
}

/// Sequences to train on.
pub fn batch(size: usize, random: &mut Random) -> Batch {
    Batch::of(&examples(size, false, random))
}

/// Sequences that training never shows.
pub fn held_out(random: &mut Random) -> Vec<Example> {
    examples(HELD_OUT_COUNT, true, random)
}

fn examples(count: usize, held_out: bool, random: &mut Random) -> Vec<Example> {
    Example::gather(count, || {
        let (brackets, open) = draw(random);
        let tokens = || [&brackets[..], &[ASK], &open, &[BOUNDARY]].concat();
        (!open.is_empty() && is_held_out(&brackets) == held_out)
            .then(|| Example { tokens: tokens(), prompt: brackets.len() + 1 })
    })
}

/// Brackets, and those that close them.
fn draw(random: &mut Random) -> (Vec<i32>, Vec<i32>) {
    let length = 2 + random.below(LONGEST - 1);
    let (mut brackets, mut open) = (Vec::with_capacity(length), Vec::new());
    for _ in 0..length {
        let opens = open.is_empty() || (open.len() < DEEPEST && random.below(3) > 0);
        if opens {
            let pair = random.below(PAIRS) as i32;
            brackets.push(2 * pair + 1);
            open.push(2 * pair + 2);
        } else {
            brackets.extend(open.pop());
        }
    }
    open.reverse();
    (brackets, open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_closes_everything() {
        let mut random = Random::new(1, 0);
        for _ in 0..200 {
            let (brackets, closing) = draw(&mut random);
            let mut open = Vec::new();
            for bracket in brackets.iter().chain(&closing) {
                match bracket % 2 {
                    1 => open.push(bracket + 1),
                    _ => assert_eq!(open.pop(), Some(*bracket)),
                }
            }
            assert!(open.is_empty() && brackets.len() <= LONGEST && closing.len() <= DEEPEST);
        }
        assert!(batch(500, &mut random).tokens.time <= CONTEXT);
        assert_eq!(encode("(]>"), Ok(vec![1, 4, ASK]));
        assert!(encode("a").is_err_and(|reason| reason.contains("“a”")) && encode("").is_err());
    }
}
