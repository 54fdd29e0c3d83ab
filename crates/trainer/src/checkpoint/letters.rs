//! A tokeniser's tokens in words.

use checkpoints::Tokeniser;

use crate::spelling::Spelling;

/// The tokens of a model, with the names that they are shown under.
pub struct Letters {
    tokeniser: Tokeniser,
}

impl Letters {
    /// Of this tokeniser.
    pub fn new(tokeniser: Tokeniser) -> Self {
        Self { tokeniser }
    }

    /// The tokens of a text.
    ///
    /// # Errors
    /// Why it cannot be split, in words for the visitor.
    pub fn encode(&self, text: &str) -> Result<Vec<u32>, String> {
        self.tokeniser.encode(text).map_err(|refusal| refusal.to_string())
    }

    /// The token that ends a text.
    pub fn end(&self) -> Option<u32> {
        self.tokeniser.end()
    }
}

impl Spelling for Letters {
    /// Its text, with its space. A part of a letter, of which there are many, by its bytes: `\xc3`.
    fn name(&self, token: u32) -> String {
        let bytes = self.tokeniser.bytes(token);
        match str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect(),
        }
    }

    fn text(&self, tokens: &[u32]) -> String {
        let bytes: Vec<u8> =
            tokens.iter().flat_map(|&token| self.tokeniser.bytes(token)).copied().collect();
        let whole = bytes.utf8_chunks().fold(String::new(), |mut text, chunk| {
            text.push_str(chunk.valid());
            // What is invalid at the very end may be the beginning of a letter.
            if !chunk.invalid().is_empty() {
                text.push(char::REPLACEMENT_CHARACTER);
            }
            text
        });
        let is_unfinished = str::from_utf8(last_letter(&bytes))
            .is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none());
        match whole.strip_suffix(char::REPLACEMENT_CHARACTER) {
            Some(before) if is_unfinished => before.to_owned(),
            _ => whole,
        }
    }
}

/// The bytes from the last one on that begins a letter.
fn last_letter(bytes: &[u8]) -> &[u8] {
    let begins = |byte: &u8| byte & 0xc0 != 0x80;
    bytes.iter().rposition(begins).map_or(&[], |at| &bytes[at..])
}
