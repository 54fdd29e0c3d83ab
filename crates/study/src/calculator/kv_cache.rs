//! Memory and pace of a language model that keeps keys and values.

use serde::Serialize;

use super::field::{Limits, Trouble, inputs};
use super::value::Value;
use super::{Description, Formula};

inputs! {
    /// A transformer, its context, and the device's memory.
    KvCache {
        layers: "Layers", "", 28.0, Limits::from(1.0, 1e4);
        kv_heads: "Heads of keys and values", "", 8.0, Limits::from(1.0, 1e4);
        head_width: "Width of a head", "", 128.0, Limits::from(1.0, 1e5);
        bits_per_number: "Bits per number", "bit", 16.0, Limits::from(1.0, 64.0);
        tokens: "Tokens in the context", "", 4096.0, Limits::from(1.0, 1e9);
        weight_gigabytes: "Weights", "GB", 1.7, Limits::from(0.0, 1e5);
        memory_gigabytes_per_second: "Memory bandwidth", "GB/s", 60.0, Limits::positive(1e6);
    }
}

/// What remembering costs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct KvCacheResult {
    /// Keys and values of one token.
    pub kilobytes_per_token: f64,
    /// Keys and values of the whole context.
    pub cache_gigabytes: f64,
    /// Weights and cache.
    pub total_gigabytes: f64,
    /// The cache's share of it.
    pub cache_share: f64,
    /// Time to read weights and cache once, which each token asks for.
    pub least_milliseconds_per_token: f64,
    /// Tokens a second at best, one conversation at a time.
    pub most_tokens_per_second: f64,
}

pub(super) const DESCRIPTION: Description = Description {
    name: "kv-cache",
    title: "Keys and values kept",
    question: "What does the context take, and how fast can tokens come?",
    fields: KvCache::FIELDS,
    formulas: &[
        Formula {
            text: "cache = 2 × layers × heads × width × bits ÷ 8 × tokens",
            source: "Pope et al., Efficiently Scaling Transformer Inference, MLSys 2023, section 2",
        },
        Formula {
            text: "tokens per second ≤ bandwidth ÷ (weights + cache)",
            source: "The same: decoding reads both once a token",
        },
    ],
};

impl KvCache {
    /// # Errors
    /// What is wrong with which field.
    pub fn calculate(&self) -> Result<KvCacheResult, Vec<Trouble>> {
        self.in_range()?;
        let numbers = 2.0 * self.layers * self.kv_heads * self.head_width;
        let token_bytes = numbers * self.bits_per_number / 8.0;
        let cache = token_bytes * self.tokens / 1e9;
        let total = self.weight_gigabytes + cache;
        let seconds = total / self.memory_gigabytes_per_second;
        Ok(KvCacheResult {
            kilobytes_per_token: token_bytes / 1e3,
            cache_gigabytes: cache,
            total_gigabytes: total,
            cache_share: cache / total,
            least_milliseconds_per_token: seconds * 1e3,
            most_tokens_per_second: 1.0 / seconds,
        })
    }
}

impl KvCacheResult {
    /// For a form.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        vec![
            Value::new(
                "kilobytes_per_token",
                "Per token",
                "kB",
                self.kilobytes_per_token,
                "for each token",
            ),
            Value::new(
                "cache_gigabytes",
                "Whole context",
                "GB",
                self.cache_gigabytes,
                "for the whole context",
            ),
            Value::new(
                "total_gigabytes",
                "Weights and context",
                "GB",
                self.total_gigabytes,
                "in memory",
            ),
            Value::new(
                "cache_share",
                "Context's share",
                "%",
                self.cache_share * 100.0,
                "of it is the context",
            ),
            Value::new(
                "least_milliseconds_per_token",
                "Time per token",
                "ms",
                self.least_milliseconds_per_token,
                "a token at best",
            ),
            Value::new(
                "most_tokens_per_second",
                "Pace",
                "/s",
                self.most_tokens_per_second,
                "tokens a second at best",
            ),
        ]
    }
}
