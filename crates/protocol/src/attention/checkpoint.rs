//! A trained model from the visitor's disk: how it is asked for, how far it is read, why it is
//! refused, and what was found.
//!
//! The files themselves are no part of a message. They travel beside the request as the browser's
//! handles, in the order weights, `vocab.json`, `merges.txt`, `config.json`, and the worker reads them.

use serde::{Deserialize, Serialize};

use super::Model;

/// What is to be opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Whether a `config.json` is among the files.
    pub has_config: bool,
    /// Heads a layer, as the visitor says; a `config.json` counts for more.
    pub heads: Option<u16>,
}

/// How far the files are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes of the weights that have been read and put in place.
    pub done_bytes: u64,
    /// Bytes of the whole file.
    pub all_bytes: u64,
    /// What the weights take in memory.
    pub memory_bytes: u64,
}

/// Why files are not opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// In words for the visitor.
    pub reason: String,
    /// Where it is that nothing says how many heads there are: the width that they share.
    pub shared_width: Option<u32>,
}

/// A model that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Blocks.
    pub layers: u8,
    /// Heads a block.
    pub heads: u8,
    /// Width of the residual stream.
    pub width: u16,
    /// Whether logits are products with the token embeddings.
    pub is_tied: bool,
    /// Whether nothing said how many heads there are, and they are taken to be as wide as GPT-2's.
    pub are_heads_assumed: bool,
    /// Its size and vocabulary.
    pub model: Model,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trainer::{Config, Event, Request};
    use crate::{decode_trainer, encode_trainer};

    /// What a message is after it was sent.
    fn sent<T: Serialize + serde::de::DeserializeOwned>(message: &T) -> T {
        decode_trainer(&encode_trainer(message).unwrap()).unwrap()
    }

    #[test]
    fn messages_arrive_as_they_were_sent() {
        let config = Config::Checkpoint(Opening { has_config: true, heads: Some(300) });
        let request = Request::Configure { run: 7, config };
        assert_eq!(sent(&request), request);
        let model = Model {
            parameters: vec![124_439_808],
            context: 1024,
            most_tokens: 30,
            vocabulary: vec![" the".into(), "\\xc3".into()],
            end: Some(50_256),
            example: "The".into(),
        };
        let found = Found {
            layers: 12,
            heads: 12,
            width: 768,
            is_tied: true,
            are_heads_assumed: true,
            model,
        };
        let progress =
            Progress { done_bytes: 1 << 33, all_bytes: u64::MAX, memory_bytes: 497_759_232 };
        let refusal = Refusal { reason: "No.".into(), shared_width: Some(32) };
        for event in [
            Event::CheckpointProgress { run: 7, progress },
            Event::CheckpointRefused { run: 7, refusal },
            Event::CheckpointPrepared { run: 7, found },
        ] {
            assert_eq!(sent(&event), event);
            let cut = encode_trainer(&event).unwrap();
            assert!(decode_trainer::<Event>(&cut[..cut.len() - 1]).is_err());
        }
    }
}
