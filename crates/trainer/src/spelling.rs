//! Tokens in words: each by its name, and several as the text that they are.

/// How a model's tokens are written.
pub trait Spelling {
    /// What a token is called, so that it can be told from others.
    fn name(&self, token: u32) -> String;

    /// The text of tokens. What is not yet a whole letter is left out of its end.
    fn text(&self, tokens: &[u32]) -> String;
}

/// Tokens whose names are their texts.
impl Spelling for Vec<String> {
    fn name(&self, token: u32) -> String {
        self.get(token as usize).cloned().unwrap_or_default()
    }

    fn text(&self, tokens: &[u32]) -> String {
        tokens.iter().filter_map(|&token| self.get(token as usize)).map(String::as_str).collect()
    }
}
