//! Writing on, token by token: what is asked for, and what each token was chosen from and cost.

use serde::{Deserialize, Serialize};

use super::look::Candidate;

/// A text to be continued.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// Chosen by the page; answers repeat it.
    pub number: u32,
    /// Lane, from 0.
    pub lane: u8,
    /// What stands there already.
    pub text: String,
    /// Most tokens to write.
    pub tokens: u16,
    /// Logits are divided by it; 0 takes the likeliest token always.
    pub temperature: f32,
    /// Only so many of the likeliest tokens count.
    pub top_k: Option<u16>,
    /// Only the likeliest tokens that together reach this share count.
    pub top_p: Option<f32>,
    /// Sequences kept by beam search; 1 draws.
    pub beams: u8,
    /// Decides the draws.
    pub seed: u32,
    /// Whether keys and values of what was read are kept.
    pub has_cache: bool,
}

/// One more token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// Of the order.
    pub number: u32,
    /// As shown; nothing when no token was written any more.
    pub token: Option<String>,
    /// What it was chosen from, likeliest first, after temperature and cuts.
    pub candidates: Vec<Candidate>,
    /// Tokens read when it was chosen.
    pub length: u16,
    /// Time that the model took for it, in milliseconds, on this device.
    pub work_ms: f32,
    /// Keys and values that are kept; 0 without a cache.
    pub cache_bytes: u32,
    /// With beam search: the sequences kept, likeliest first.
    pub beams: Vec<Beam>,
    /// Why it ends here, if it does.
    pub ending: Option<Ending>,
}

/// A sequence that beam search keeps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Beam {
    /// What was written.
    pub text: String,
    /// Sum of the logarithms of its tokens' probabilities.
    pub log_probability: f32,
}

/// Why writing ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// As many tokens as asked for.
    Enough,
    /// The model wrote its end sign.
    Finished,
    /// The model cannot read a longer text.
    Full,
}
