//! The attention page on the wire: its configuration, model and frames.

use serde::{Deserialize, Serialize};

/// Everything that determines a run, bit for bit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Config {
    /// What the model learns.
    pub task: Task,
    /// 1 to 4.
    pub layers: u8,
    /// 1 to 8; divides `width`.
    pub heads: u8,
    /// Width of the residual stream, 16 to 128.
    pub width: u8,
    /// Sequences in a batch, 1 to 64.
    pub batch_size: u8,
    /// Of AdamW; above 0, at most 1.
    pub learning_rate: f32,
    /// Decides initialisation and batches.
    pub seed: u32,
}

/// What the model learns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// `magnet>tengam`: write the word backwards after `>`.
    Reverse,
    /// Next letter on a list of common English words.
    NextLetter,
}

/// What was built for a configuration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Number of trainable weights.
    pub parameters: u32,
    /// Longest text, in tokens.
    pub context: u16,
    /// One string a token, by index.
    pub vocabulary: Vec<String>,
    /// A text that fits the task, for the first look.
    pub example: String,
}

/// The model at one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Updates so far.
    pub step: u64,
    /// Mean cross-entropy of the last batch, in nats a scored token.
    pub loss: f32,
    /// Share of scored tokens predicted right on held-out sequences, 0 to 1.
    pub accuracy: f32,
    /// Step at which `accuracy` was measured.
    pub accuracy_step: u64,
    /// Loss and accuracy since the last frame, thinned to at most 64.
    pub history: Vec<ProgressPoint>,
    /// Tokens trained on a second; 0 when paused.
    pub tokens_per_second: f32,
    /// FNV-1a (64 bit) of all weights' little-endian bytes.
    pub weights_hash: u64,
    /// What the model sees in the visitor's text.
    pub inspection: Option<Inspection>,
    /// Set once the loss stopped being finite; the run is over.
    pub diverged_at_step: Option<u64>,
}

/// One point of the training curves.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProgressPoint {
    /// Updates so far.
    pub step: u64,
    /// Mean cross-entropy, nats a token.
    pub loss: f32,
}

/// What every head looks at, for one text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// The text that was looked at.
    pub text: String,
    /// Its tokens, as shown.
    pub tokens: Vec<String>,
    /// Layers of the model.
    pub layers: u8,
    /// Heads a layer.
    pub heads: u8,
    /// Softmax weights `[layer][head][query][key]`, row-major. Masked cells (key after query) are
    /// exactly 0; every row sums to one.
    pub weights: Vec<f32>,
    /// The scores before mask and softmax, of the same shape.
    pub scores: Vec<f32>,
    /// Probability of each token of the vocabulary as the next one.
    pub next: Vec<f32>,
}
