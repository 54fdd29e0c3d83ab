//! What a small transformer can learn in a minute: sequences to train on, sequences held out, and
//! how a visitor's text becomes tokens.

mod batch;
mod next_letter;
mod reverse;

pub use batch::{Batch, Example};

use crate::random::Random;

/// What the model learns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// `magnet>tengam·`: write the word backwards after `>`.
    Reverse,
    /// `·the·house·`: the next letter on a list of common English words.
    NextLetter,
}

/// Marks the end of a word in both tasks; fills up shorter sequences of a batch.
pub const BOUNDARY: i32 = 0;

/// How it is shown.
const BOUNDARY_SIGN: char = '·';

impl Task {
    /// One string a token, by index: the boundary, the letters, and what else the task needs.
    pub fn vocabulary(self) -> Vec<String> {
        let letters = std::iter::once(BOUNDARY_SIGN).chain('a'..='z');
        let signs = letters.chain((self == Self::Reverse).then_some(reverse::ARROW_SIGN));
        signs.map(String::from).collect()
    }

    /// Longest text, in tokens.
    pub fn context(self) -> usize {
        match self {
            Self::Reverse => reverse::CONTEXT,
            Self::NextLetter => next_letter::CONTEXT,
        }
    }

    /// A text that fits the task, for the first look.
    pub fn example(self) -> &'static str {
        match self {
            Self::Reverse => "magnet>tenga",
            Self::NextLetter => "the wint",
        }
    }

    /// The tokens of a visitor's text.
    ///
    /// # Errors
    /// Which character does not fit, or that the text is too long, in words for the visitor.
    pub fn encode(self, text: &str) -> Result<Vec<i32>, String> {
        let tokens = match self {
            Self::Reverse => reverse::encode(text)?,
            Self::NextLetter => next_letter::encode(text)?,
        };
        if tokens.len() > self.context() {
            return Err(format!(
                "This model reads at most {} tokens; the text has {}.",
                self.context(),
                tokens.len()
            ));
        }
        Ok(tokens)
    }

    /// Sequences to train on, none of them held out.
    pub fn batch(self, size: usize, random: &mut Random) -> Batch {
        match self {
            Self::Reverse => reverse::batch(size, random),
            Self::NextLetter => next_letter::batch(size, random),
        }
    }

    /// Sequences that training never shows.
    pub fn held_out(self, random: &mut Random) -> Batch {
        match self {
            Self::Reverse => reverse::held_out(random),
            Self::NextLetter => next_letter::held_out(),
        }
    }
}

/// The index of a letter a–z, in either case.
fn letter(character: char) -> Option<i32> {
    let lower = character.to_ascii_lowercase();
    lower.is_ascii_lowercase().then(|| 1 + lower as i32 - 'a' as i32)
}

/// Whether a word is kept for testing: one in eight, decided by its letters alone (FNV-1a), so
/// that no draw can ever bring it into training.
fn is_held_out(word: &[i32]) -> bool {
    let hash = word
        .iter()
        .fold(0x811c_9dc5_u32, |hash, &token| (hash ^ token as u32).wrapping_mul(0x0100_0193));
    // The low bits of FNV are its weakest; fold the high half in.
    ((hash >> 16) ^ hash).is_multiple_of(8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_their_places() {
        for task in [Task::Reverse, Task::NextLetter] {
            let vocabulary = task.vocabulary();
            assert_eq!(vocabulary[BOUNDARY as usize], "·");
            assert_eq!(letter('a').map(|at| vocabulary[at as usize].clone()), Some("a".into()));
            assert_eq!(letter('Z').map(|at| vocabulary[at as usize].clone()), Some("z".into()));
            assert!(task.encode(task.example()).is_ok());
        }
        assert_eq!(letter('é'), None);
    }

    #[test]
    fn about_one_word_in_eight_is_held_out() {
        let mut random = Random::new(1, 0);
        let word = |random: &mut Random| -> Vec<i32> {
            (0..5).map(|_| 1 + random.below(26) as i32).collect()
        };
        let count = (0..8000).filter(|_| is_held_out(&word(&mut random))).count();
        assert!((900..1100).contains(&count), "{count}");
    }
}
