//! A visitor's text in tokens, and the vocabulary that was learned from it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::pairs::{self, Piece};
use crate::boundary::Invalid;
use crate::hash::fnv1a_of_bytes;

/// Tokens of a vocabulary.
pub const VOCABULARY_SIZES: RangeInclusive<usize> = 2..=256;

/// Characters of a text.
pub const LONGEST: usize = 1_000_000;

/// Tokens of a text: a tenth of them has to hold a window.
pub const SHORTEST: usize = 700;

/// A text that a model learns to go on with. The last tenth of its tokens is held out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corpus {
    /// The characters by code point, then what was merged.
    vocabulary: Vec<String>,
    characters: Vec<char>,
    merges: Vec<[u8; 2]>,
    tokens: Vec<u8>,
    example: String,
}

impl Corpus {
    /// A token a character.
    ///
    /// # Errors
    /// That the text is too long or too short, or has more than 256 different characters, in words for
    /// the visitor.
    pub fn characters(text: &str) -> Result<Self, Invalid> {
        let alphabet = alphabet(text)?;
        let size = alphabet.len();
        Self::new(text, alphabet, size)
    }

    /// Byte-pair encoding, learned on the text (Sennrich et al. 2016): its characters, and merges of
    /// tokens until there are `vocabulary_size` or no two stand together twice. A merge lies within a
    /// word and the space before it.
    ///
    /// # Errors
    /// As for [`Corpus::characters`], or that the vocabulary has no room for the characters, in words
    /// for the visitor.
    pub fn pairs(text: &str, vocabulary_size: usize) -> Result<Self, Invalid> {
        let alphabet = alphabet(text)?;
        let (low, high) = (alphabet.len().max(*VOCABULARY_SIZES.start()), VOCABULARY_SIZES.end());
        if !(low..=*high).contains(&vocabulary_size) {
            return Err(Invalid(format!(
                "A vocabulary for this text has {low} to {high} tokens, not {vocabulary_size}: the \
                 text has {} different characters.",
                alphabet.len()
            )));
        }
        Self::new(text, alphabet, vocabulary_size)
    }

    fn new(text: &str, characters: Vec<char>, size: usize) -> Result<Self, Invalid> {
        let mut places = BTreeMap::new();
        let mut distinct = Vec::new();
        let mut order = Vec::new();
        for text in pairs::pieces(text) {
            let place = *places.entry(text).or_insert_with(|| {
                let token = |c| characters.binary_search(&c).unwrap_or_default() as u8;
                distinct.push(Piece { tokens: text.chars().map(token).collect(), count: 0 });
                distinct.len() - 1
            });
            distinct[place].count += 1;
            order.push(place);
        }
        let merges = pairs::learn(&mut distinct, characters.len(), size);
        let tokens: Vec<u8> =
            order.iter().flat_map(|&place| &distinct[place].tokens).copied().collect();
        long_enough(text, tokens.len())?;
        let mut vocabulary: Vec<String> = characters.iter().map(char::to_string).collect();
        for pair in &merges {
            let merged = pair.map(|token| &*vocabulary[usize::from(token)]).concat();
            vocabulary.push(merged);
        }
        let example = text.chars().take(EXAMPLE).collect();
        Ok(Self { vocabulary, characters, merges, tokens, example })
    }

    /// One string a token, by index.
    #[must_use]
    pub fn vocabulary(&self) -> &[String] {
        &self.vocabulary
    }

    /// How the text begins.
    #[must_use]
    pub fn example(&self) -> &str {
        &self.example
    }

    /// The tokens of another text.
    ///
    /// # Errors
    /// Which character this text does not have, in words for the visitor.
    pub fn encode(&self, text: &str) -> Result<Vec<i32>, String> {
        let mut tokens = Vec::new();
        for piece in pairs::pieces(text) {
            let piece = piece.chars().map(|character| {
                let place = self.characters.binary_search(&character);
                place.map(|place| place as u8).map_err(|_| {
                    format!("This model knows the characters of its text; “{character}” is none.")
                })
            });
            let mut piece: Vec<u8> = piece.collect::<Result<_, _>>()?;
            for (pair, token) in self.merges.iter().zip(self.characters.len()..) {
                pairs::merge(&mut piece, *pair, token as u8);
            }
            tokens.extend(piece.into_iter().map(i32::from));
        }
        Ok(tokens)
    }

    /// What is trained on.
    #[must_use]
    pub fn trained(&self) -> &[u8] {
        &self.tokens[..self.tokens.len() - self.tokens.len() / 10]
    }

    /// What is kept for testing.
    #[must_use]
    pub fn held_out(&self) -> &[u8] {
        &self.tokens[self.trained().len()..]
    }

    /// A hash of the text and of how it is cut into tokens.
    #[must_use]
    pub fn hash(&self) -> u64 {
        let characters = self.characters.iter().flat_map(|c| u32::from(*c).to_le_bytes());
        let sizes = [self.characters.len(), self.merges.len()];
        let sizes = sizes.into_iter().flat_map(|size| (size as u64).to_le_bytes());
        let merges = self.merges.iter().flatten().copied();
        fnv1a_of_bytes(sizes.chain(characters).chain(merges).chain(self.tokens.iter().copied()))
    }
}

/// Characters of [`Corpus::example`].
const EXAMPLE: usize = 24;

/// The different characters of a text by code point.
fn alphabet(text: &str) -> Result<Vec<char>, Invalid> {
    let count = text.chars().count();
    if count > LONGEST {
        return Err(Invalid(format!(
            "The text has {count} characters; at most {LONGEST} can be learned from."
        )));
    }
    let alphabet: BTreeSet<char> = text.chars().collect();
    if alphabet.len() > *VOCABULARY_SIZES.end() {
        return Err(Invalid(format!(
            "The text has {} different characters; a vocabulary holds at most {}.",
            alphabet.len(),
            VOCABULARY_SIZES.end()
        )));
    }
    Ok(alphabet.into_iter().collect())
}

fn long_enough(text: &str, tokens: usize) -> Result<(), Invalid> {
    if tokens >= SHORTEST {
        return Ok(());
    }
    let count = text.chars().count();
    let needed = (count * SHORTEST).div_ceil(tokens.max(1)).max(SHORTEST);
    Err(Invalid(format!(
        "The text is too short: {count} characters make {tokens} tokens, and {SHORTEST} are needed, \
         which is at least {needed} characters."
    )))
}

#[cfg(test)]
mod tests;
