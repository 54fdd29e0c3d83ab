//! Words to learn from: the list of first names, or the words of a text that the visitor typed, as
//! indices into an alphabet; parted into words to train on and words held out.

use std::collections::BTreeSet;

use figures::{Invalid, Settings};
use nets::random::Random;

const NAMES: &str = include_str!("../../data/names.txt");

/// Stream of the seed that decides which words are held out.
const SPLIT: u64 = 60;

/// Letters of the longest word that is kept.
pub const LONGEST: usize = 16;

/// Fewest different words: a fifth of them is held out, and less says nothing.
const WORDS_MIN: usize = 40;

/// Most different letters; a table of this many rows and columns can still be read.
const LETTERS_MAX: usize = 60;

/// Shown for the boundary of words.
pub const BOUNDARY_SIGN: &str = "·";

/// Words in two parts that share none. Letters count from 1; 0 is the boundary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Letters in order.
    pub letters: Vec<char>,
    /// What models learn from.
    pub train: Vec<Vec<u8>>,
    /// What they never see.
    pub held_out: Vec<Vec<u8>>,
}

impl Words {
    /// The words that the controls `data`, `text`, `rows` (most to train on) and `seed` ask for.
    ///
    /// # Errors
    /// What is wrong with the text, in words for the visitor.
    pub fn of(settings: &Settings) -> Result<Self, Invalid> {
        let rows = settings.count("rows", 10, 2000)?;
        let text = match settings.word("data")? {
            "names" => NAMES,
            _ => settings.word("text")?,
        };
        let words = different(text);
        if words.len() < WORDS_MIN {
            return Err(Invalid(format!(
                "The text has {} different words of 2 to {LONGEST} letters. It takes {WORDS_MIN}, \
                 better some hundred.",
                words.len(),
            )));
        }
        let letters: BTreeSet<char> = words.iter().flat_map(|word| word.chars()).collect();
        let letters: Vec<char> = letters.into_iter().collect();
        if letters.len() > LETTERS_MAX {
            return Err(Invalid(format!(
                "The text has {} different letters; at most {LETTERS_MAX} fit the figures.",
                letters.len(),
            )));
        }
        let mut words: Vec<Vec<u8>> =
            words.iter().map(|word| word.chars().map(|it| index(&letters, it)).collect()).collect();
        Random::new(settings.seed()?, SPLIT).shuffle(&mut words);
        let mut train = words.split_off(words.len() / 5);
        train.truncate(rows);
        Ok(Self { letters, train, held_out: words })
    }

    /// Letters and the boundary.
    pub fn alphabet(&self) -> usize {
        self.letters.len() + 1
    }

    /// Letters of the longest word.
    pub fn longest(&self) -> usize {
        self.train.iter().chain(&self.held_out).map(Vec::len).max().unwrap_or(0)
    }

    /// How a letter or the boundary is written.
    pub fn sign(&self, letter: u8) -> String {
        match usize::from(letter).checked_sub(1) {
            Some(at) => self.letters[at].to_string(),
            None => BOUNDARY_SIGN.into(),
        }
    }

    /// A word as people read it.
    pub fn spelled(&self, word: &[u8]) -> String {
        word.iter().map(|&letter| self.sign(letter)).collect()
    }

    /// The letters of a typed beginning that this alphabet has, as many as words may have.
    pub fn prefix(&self, text: &str) -> Vec<u8> {
        let letters = text.chars().map(|it| it.to_ascii_lowercase());
        let known = letters.filter(|it| self.letters.contains(it));
        known.map(|it| index(&self.letters, it)).take(self.longest()).collect()
    }
}

fn index(letters: &[char], letter: char) -> u8 {
    letters.binary_search(&letter).map_or(0, |at| at as u8 + 1)
}

/// Every word once, in the order of the alphabet: runs of letters, A to Z in lower case.
fn different(text: &str) -> BTreeSet<String> {
    let lower = text.to_ascii_lowercase();
    let words = lower.split(|it: char| !it.is_alphabetic());
    let fits = |word: &&str| (2..=LONGEST).contains(&word.chars().count());
    words.filter(fits).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Settings {
        let data = if text.is_empty() { "names" } else { "text" };
        let settings = Settings::default().with("data", data).with("text", text);
        settings.with("rows", 1000.0).with("seed", 7.0)
    }

    #[test]
    fn the_list_is_clean() {
        let list: Vec<&str> = NAMES.split_whitespace().collect();
        assert_eq!(list.len(), 1288);
        assert!(list.iter().all(|word| word.chars().all(|it| it.is_ascii_lowercase())));
        assert!(list.is_sorted() && list.windows(2).all(|pair| pair[0] != pair[1]));
        let words = Words::of(&settings("")).unwrap();
        assert_eq!((words.train.len(), words.held_out.len()), (1000, 257));
        assert!(words.held_out.iter().all(|word| !words.train.contains(word)));
        assert_eq!((words.alphabet(), words.longest()), (27, 11));
    }

    #[test]
    fn fewer_words_to_train_on_leave_the_held_out_ones_as_they_are() {
        let all = Words::of(&settings("")).unwrap();
        let few = Words::of(&settings("").with("rows", 50.0)).unwrap();
        assert_eq!(few.held_out, all.held_out);
        assert_eq!(few.train, all.train[..50]);
    }

    #[test]
    fn a_text_of_ones_own_brings_its_alphabet() {
        let text: String = ('a'..='z').flat_map(|it| [it, 'ž', ' ', it, 'é', 'O', ',']).collect();
        let words = Words::of(&settings(&text)).unwrap();
        assert_eq!((words.train.len(), words.held_out.len()), (42, 10));
        assert_eq!(words.letters.last(), Some(&'ž'));
        assert_eq!(words.spelled(&words.prefix("Bé!O")), "béo");
        assert_eq!(words.sign(0), BOUNDARY_SIGN);
    }

    #[test]
    fn a_text_that_is_too_short_is_refused_with_its_number() {
        let refused = |text: &str| Words::of(&settings(text)).err().map(|it| it.0);
        assert!(refused("to be or not to be").is_some_and(|it| it.contains("4 different words")));
        assert!(refused("1 2 3").is_some_and(|it| it.contains("0 different words")));
        let letters: String = ('α'..='ω').chain('a'..='z').chain('а'..='я').collect();
        let many: String = letters.chars().flat_map(|it| [it, 'x', ' ']).collect();
        assert!(refused(&many).is_some_and(|it| it.contains("different letters")));
    }
}
