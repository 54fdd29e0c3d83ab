//! What a small transformer can learn in a minute: sequences to train on, sequences held out, and
//! how a visitor's text becomes tokens.

mod addition;
mod batch;
mod brackets;
mod corpus;
mod next_letter;
mod own;
mod pairs;
mod repeat;
mod rewriting;

pub use batch::{Batch, Example};
pub use corpus::Corpus;
pub use rewriting::Rewriting;

use std::sync::Arc;

use crate::random::Random;

/// A story written for the tests of own texts.
#[cfg(test)]
pub const HARBOUR: &str = include_str!("harbour.txt");

/// What the model learns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// `magnet>tengam·`: write the word once more after `>`, in some order.
    Rewrite(Rewriting),
    /// `rbqxrbqx`: the same letters over and over.
    Repeat,
    /// `([]{>})·`: close what is open.
    Brackets,
    /// `9+20=6`: addition modulo 23.
    Addition,
    /// `·the·house·`: the next letter on a list of common English words.
    NextLetter,
    /// How a visitor's text goes on. It is shared, because settings are copied.
    Own(Arc<Corpus>),
}

/// Marks the end of an answer or a word; fills up shorter sequences of a batch.
pub const BOUNDARY: i32 = 0;

/// How it is shown.
const BOUNDARY_SIGN: char = '·';

impl Task {
    /// One string a token, by index: the boundary, and what the task is written with. An own text has no
    /// boundary.
    pub fn vocabulary(&self) -> Vec<String> {
        let letters = || ('a'..='z').map(String::from);
        let signs: Vec<String> = match self {
            Self::Rewrite(_) => letters().chain([rewriting::ARROW_SIGN.into()]).collect(),
            Self::Repeat | Self::NextLetter => letters().collect(),
            Self::Brackets => brackets::SIGNS.map(String::from).to_vec(),
            Self::Addition => addition::signs().collect(),
            Self::Own(corpus) => return corpus.vocabulary().to_vec(),
        };
        std::iter::once(BOUNDARY_SIGN.to_string()).chain(signs).collect()
    }

    /// Longest text, in tokens.
    pub fn context(&self) -> usize {
        match self {
            Self::Rewrite(_) => rewriting::CONTEXT,
            Self::Repeat => repeat::CONTEXT,
            Self::Brackets => brackets::CONTEXT,
            Self::Addition => addition::CONTEXT,
            Self::NextLetter => next_letter::CONTEXT,
            Self::Own(_) => own::CONTEXT,
        }
    }

    /// A text that fits the task, for the first look.
    pub fn example(&self) -> &str {
        match self {
            Self::Rewrite(Rewriting::Copy) => "magnet>magne",
            Self::Rewrite(Rewriting::Reverse) => "magnet>tenga",
            Self::Rewrite(Rewriting::Sort) => "magnet>aegm",
            Self::Repeat => "rbqxmrbqx",
            Self::Brackets => "([]{(>)}",
            Self::Addition => "9+20=",
            Self::NextLetter => "the wint",
            Self::Own(corpus) => corpus.example(),
        }
    }

    /// Of AdamW. Sums are learnt by heart at once; large weights have to be costly before a rule that
    /// holds for all of them is found (Power et al. 2022).
    pub fn weight_decay(&self) -> f32 {
        if *self == Self::Addition { 1.0 } else { 0.01 }
    }

    /// The same on every machine; another for another task or text.
    pub fn hash(&self) -> u64 {
        match self {
            Self::Rewrite(Rewriting::Copy) => 0,
            Self::Rewrite(Rewriting::Reverse) => 1,
            Self::Rewrite(Rewriting::Sort) => 2,
            Self::Repeat => 3,
            Self::Brackets => 4,
            Self::Addition => 5,
            Self::NextLetter => 6,
            Self::Own(corpus) => corpus.hash(),
        }
    }

    /// The tokens of a visitor's text.
    ///
    /// # Errors
    /// Which character does not fit, or that the text is too long, in words for the visitor.
    pub fn encode(&self, text: &str) -> Result<Vec<i32>, String> {
        let tokens = match self {
            Self::Rewrite(_) => rewriting::encode(text)?,
            Self::Repeat => repeat::encode(text)?,
            Self::Brackets => brackets::encode(text)?,
            Self::Addition => addition::encode(text)?,
            Self::NextLetter => next_letter::encode(text)?,
            Self::Own(corpus) => own::encode(corpus, text)?,
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

    /// The token after which an answer or a word is over; an own text has none.
    pub fn end(&self) -> Option<i32> {
        (!matches!(self, Self::Own(_))).then_some(BOUNDARY)
    }

    /// A held-out sequence as it is shown: with a beginning that is given and a part to be written.
    pub fn sample(&self, example: &Example) -> Example {
        match self {
            Self::NextLetter => next_letter::sample(example),
            Self::Own(_) => own::sample(example),
            _ => example.clone(),
        }
    }

    /// Sequences to train on, none of them held out.
    pub fn batch(&self, size: usize, random: &mut Random) -> Batch {
        match self {
            Self::Rewrite(kind) => kind.batch(size, random),
            Self::Repeat => repeat::batch(size, random),
            Self::Brackets => brackets::batch(size, random),
            Self::Addition => addition::batch(size, random),
            Self::NextLetter => next_letter::batch(size, random),
            Self::Own(corpus) => own::batch(corpus, size, random),
        }
    }

    /// Sequences that training never shows.
    pub fn held_out(&self, random: &mut Random) -> Vec<Example> {
        match self {
            Self::Rewrite(kind) => kind.held_out(random),
            Self::Repeat => repeat::held_out(random),
            Self::Brackets => brackets::held_out(random),
            Self::Addition => addition::held_out(),
            Self::NextLetter => next_letter::held_out(),
            Self::Own(corpus) => own::held_out(corpus),
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
        for task in [Task::Rewrite(Rewriting::Sort), Task::Repeat, Task::NextLetter] {
            let vocabulary = task.vocabulary();
            assert_eq!(vocabulary[BOUNDARY as usize], "·");
            assert_eq!(letter('a').map(|at| vocabulary[at as usize].clone()), Some("a".into()));
            assert_eq!(letter('Z').map(|at| vocabulary[at as usize].clone()), Some("z".into()));
        }
        assert_eq!(letter('é'), None);
    }

    #[test]
    fn examples_are_read_as_they_are_written() {
        let rewriting = [Rewriting::Copy, Rewriting::Reverse, Rewriting::Sort].map(Task::Rewrite);
        let others = [Task::Repeat, Task::Brackets, Task::Addition, Task::NextLetter];
        let own = [Corpus::characters(HARBOUR), Corpus::pairs(HARBOUR, 128)];
        let own = own.map(|corpus| Task::Own(Arc::new(corpus.unwrap())));
        for task in rewriting.into_iter().chain(others).chain(own) {
            let vocabulary = task.vocabulary();
            let tokens = task.encode(task.example()).unwrap();
            let text: String = tokens.iter().map(|&token| &*vocabulary[token as usize]).collect();
            assert_eq!(text.trim_start_matches('·').replace('·', " "), task.example());
            assert!(task.batch(3, &mut Random::new(1, 0)).tokens.time <= task.context());
        }
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
