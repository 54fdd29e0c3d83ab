//! GPT-2's tokeniser: byte-level byte-pair encoding (Sennrich et al. 2016, on bytes by Radford et al.
//! 2019) from the `vocab.json` and `merges.txt` that belong to a model.
//!
//! The crate `tokenizers` splits text into words and merges; reading the two files, checking that
//! they belong together, and the way back from tokens to text are here.

use std::collections::{BTreeMap, HashMap};

use tokenizers::models::bpe::{BPE, Vocab};
use tokenizers::pre_tokenizers::byte_level::ByteLevel;
use tokenizers::{Model, OffsetReferential, OffsetType, PreTokenizedString, PreTokenizer};

use crate::Refusal;

/// Marks the end of a text; the one token that no merge makes.
const END: &str = "<|endoftext|>";

/// Some models have a few rows more than tokens, up to a multiple of this, for the speed of GPUs.
const PADDED_TO: usize = 128;

/// Text to tokens and back.
pub struct Tokeniser {
    merging: BPE,
    words: ByteLevel,
    /// The bytes that each token stands for; empty where the model has a row and no token.
    pieces: Vec<Vec<u8>>,
    end: Option<u32>,
}

impl Tokeniser {
    /// From the texts of `vocab.json` and `merges.txt`, for a model of `vocabulary` tokens.
    ///
    /// # Errors
    /// A [`Refusal`] where the files cannot be read, do not belong together or to the model, or lack
    /// a token for some byte.
    pub fn new(vocab_json: &str, merges: &str, vocabulary: usize) -> Result<Self, Refusal> {
        let tokens: HashMap<String, u32> = serde_json::from_str(vocab_json)
            .map_err(|error| Refusal::Tokens(format!("vocab.json: {error}")))?;
        let pieces = pieces(&tokens, vocabulary)?;
        let merges = read_merges(merges, &tokens)?;
        let end = tokens.get(END).copied();
        let merging = BPE::builder()
            .vocab_and_merges(tokens.into_iter().collect::<Vocab>(), merges)
            .build()
            .map_err(|error| Refusal::Tokens(format!("merges.txt: {error}")))?;
        Ok(Self { merging, words: ByteLevel::new(false, false, true), pieces, end })
    }

    /// The tokens of a text. The end of a text written out as `<|endoftext|>` is one token.
    ///
    /// # Errors
    /// A [`Refusal`] where the library cannot split the text.
    pub fn encode(&self, text: &str) -> Result<Vec<u32>, Refusal> {
        let Some(end) = self.end else { return self.merge(text) };
        let mut tokens = Vec::new();
        for (index, part) in text.split(END).enumerate() {
            tokens.extend((index > 0).then_some(end));
            tokens.extend(self.merge(part)?);
        }
        Ok(tokens)
    }

    /// The text that a token stands for, with its leading space; a part of a letter that is written
    /// in several tokens as `�`, and nothing for a row of the model without a token.
    pub fn piece(&self, token: u32) -> String {
        self.decode(&[token])
    }

    /// The bytes that a token stands for; none for a row of the model without a token.
    pub fn bytes(&self, token: u32) -> &[u8] {
        self.pieces.get(token as usize).map_or(&[], Vec::as_slice)
    }

    /// The text of tokens. Bytes that are no letter together are written as `�`.
    pub fn decode(&self, tokens: &[u32]) -> String {
        let bytes: Vec<u8> = tokens.iter().flat_map(|&token| self.bytes(token)).copied().collect();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The token at which a text ends, if the vocabulary has it.
    pub fn end(&self) -> Option<u32> {
        self.end
    }

    fn merge(&self, text: &str) -> Result<Vec<u32>, Refusal> {
        let mut tokens = Vec::new();
        for (word, ..) in
            self.split(text)?.get_splits(OffsetReferential::Original, OffsetType::Byte)
        {
            let merged = self.merging.tokenize(word).map_err(refused)?;
            tokens.extend(merged.into_iter().map(|token| token.id));
        }
        Ok(tokens)
    }

    /// The words of a text, within which tokens are merged.
    fn split(&self, text: &str) -> Result<PreTokenizedString, Refusal> {
        let mut split = PreTokenizedString::from(text);
        self.words.pre_tokenize(&mut split).map_err(refused)?;
        Ok(split)
    }

    #[cfg(test)]
    pub(crate) fn words(&self, text: &str) -> Result<Vec<String>, Refusal> {
        let split = self.split(text)?;
        let words = split.get_splits(OffsetReferential::Original, OffsetType::Byte).into_iter();
        Ok(words.map(|(_, (begin, end), _)| text[begin..end].to_owned()).collect())
    }
}

fn refused(error: tokenizers::Error) -> Refusal {
    Refusal::Tokens(format!("The text: {error}"))
}

/// The bytes of each token, checked to be distinct tokens of this model.
fn pieces(tokens: &HashMap<String, u32>, vocabulary: usize) -> Result<Vec<Vec<u8>>, Refusal> {
    let padded = tokens.len().next_multiple_of(PADDED_TO);
    if tokens.len() > vocabulary || vocabulary > padded {
        return Err(Refusal::Vocabulary { tokens: tokens.len(), model: vocabulary });
    }
    let letters = letters();
    let has_letter = |letter: &char| tokens.contains_key(letter.encode_utf8(&mut [0; 4]) as &str);
    if let Some((_, byte)) = letters.iter().find(|(letter, _)| !has_letter(letter)) {
        return Err(Refusal::Tokens(format!("vocab.json has no token for the byte {byte}")));
    }
    let mut pieces = vec![Vec::new(); vocabulary];
    for (token, &id) in tokens {
        let Some(piece) = pieces.get_mut(id as usize).filter(|piece| piece.is_empty()) else {
            return Err(Refusal::Tokens(format!("vocab.json: {token} is not the only token {id}")));
        };
        let bytes: Option<Vec<u8>> =
            token.chars().map(|letter| letters.get(&letter).copied()).collect();
        *piece = bytes.unwrap_or_else(|| token.clone().into_bytes());
    }
    Ok(pieces)
}

/// The pairs of `merges.txt`, best first: a pair a line, after a first line that names the version.
/// The library takes it for granted that what a pair merges into is a token.
fn read_merges(
    text: &str,
    tokens: &HashMap<String, u32>,
) -> Result<Vec<(String, String)>, Refusal> {
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with("#version"));
    lines
        .map(|(index, line)| match line.split_once(' ') {
            Some((left, right)) if tokens.contains_key(&format!("{left}{right}")) => {
                Ok((left.to_owned(), right.to_owned()))
            }
            _ => Err(Refusal::Tokens(format!(
                "merges.txt does not belong to vocab.json: line {} is {line}",
                index + 1
            ))),
        })
        .collect()
}

/// The letter that stands for each byte in the two files: itself where it is printable, otherwise one
/// from U+0100 on, in order (`bytes_to_unicode` in OpenAI's `encoder.py`).
fn letters() -> BTreeMap<char, u8> {
    let is_printable = |byte: &u8| matches!(byte, b'!'..=b'~' | 0xa1..=0xac | 0xae..=0xff);
    let replaced = (0..=u8::MAX).filter(|byte| !is_printable(byte));
    let replaced = ('\u{100}'..).zip(replaced);
    (0..=u8::MAX)
        .filter(is_printable)
        .map(|byte| (char::from(byte), byte))
        .chain(replaced)
        .collect()
}
