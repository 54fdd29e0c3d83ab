//! The attention page on the wire: its plan, model and frames; what is looked at inside ([`look`]);
//! what is written ([`writing`]); trained models from the visitor's disk ([`checkpoint`]).

use serde::{Deserialize, Serialize};

pub mod checkpoint;
pub mod look;
pub mod writing;

pub use look::{Inspection, Look};
pub use writing::{Order, Written};

/// What is trained: lanes of one task, side by side, step by step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// One to three.
    pub lanes: Vec<Config>,
    /// The visitor's own text, where the task is to continue it.
    pub text: Option<String>,
    /// A saved state that the first lane goes on from, as the trainer wrote it.
    pub saved: Option<Vec<u8>>,
}

/// Everything that determines a lane, bit for bit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Config {
    /// What the model learns.
    pub task: Task,
    /// 1 to 4.
    pub layers: u8,
    /// 1 to 8; divides `width`.
    pub heads: u8,
    /// Width of the residual stream, 16 to 128; of a model from a file, whatever it has.
    pub width: u16,
    /// What it is built of.
    pub form: Form,
    /// Sequences in a batch, 1 to 64.
    pub batch_size: u8,
    /// Of AdamW; above 0, at most 1.
    pub learning_rate: f32,
    /// Chance of a number to be dropped in training, 0 to 0.5.
    pub dropout: f32,
    /// Decides initialisation and batches.
    pub seed: u32,
}

/// What a transformer is built of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// How it knows where tokens stand.
    pub positions: Positions,
    /// Where the layer norms are.
    pub norm: Norm,
    /// Whether a block has an MLP after its attention.
    pub has_mlp: bool,
    /// Whether logits are products with the token embeddings; otherwise with a matrix of their own.
    pub is_tied: bool,
    /// Whether attention and MLP are added to the stream; otherwise they replace it.
    pub has_residual: bool,
}

/// How a transformer knows where tokens stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Positions {
    /// A learned vector a place is added.
    Learned,
    /// Sines and cosines of growing wavelengths are added.
    Sinusoidal,
    /// Queries and keys are turned: RoPE. A head's width has to be even.
    Rotary,
    /// Scores fall with the distance: ALiBi.
    Distance,
    /// It does not, but for the mask.
    None,
}

/// Where the layer norms are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Norm {
    /// Before attention and MLP, and once more at the end.
    Before,
    /// After what they add to the stream.
    After,
}

impl Default for Form {
    fn default() -> Self {
        let (positions, norm) = (Positions::Learned, Norm::Before);
        Self { positions, norm, has_mlp: true, is_tied: false, has_residual: true }
    }
}

/// What the model learns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Task {
    /// `magnet>magnet`: write the word once more after `>`.
    Copy,
    /// `magnet>tengam`: write it backwards.
    Reverse,
    /// `magnet>aegmnt`: write its letters in the order of the alphabet.
    Sort,
    /// `rbqxrbqx`: the same letters over and over.
    Repeat,
    /// `([]{>})`: close what is open.
    Brackets,
    /// `9+20=6`: addition modulo 23.
    Addition,
    /// Next letter on a list of common English words.
    NextLetter,
    /// Next character of the visitor's own text.
    Characters,
    /// Next byte-pair token of the visitor's own text.
    Pairs,
    /// Nothing: the model came from the visitor's disk and is only looked at.
    Checkpoint,
}

/// What was built for a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    /// Number of trainable weights, of each lane.
    pub parameters: Vec<u32>,
    /// Longest text, in tokens.
    pub context: u16,
    /// Longest text that can be looked into, in tokens: a large model has more cells than a page can
    /// draw.
    pub most_tokens: u16,
    /// One string a token, by index.
    pub vocabulary: Vec<String>,
    /// Index of the token that ends a text, if there is one.
    pub end: Option<u32>,
    /// A text that fits the task, for the first look.
    pub example: String,
}

/// The lanes at one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Updates so far, of every lane.
    pub step: u64,
    /// As many as the plan has.
    pub lanes: Vec<LaneFrame>,
    /// Tokens trained on a second, all lanes together; 0 when paused.
    pub tokens_per_second: f32,
    /// Steps whose weights can still be looked at, ascending.
    pub kept_steps: Vec<u64>,
    /// What one lane sees in the visitor's text.
    pub inspection: Option<Inspection>,
}

/// A lane at one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaneFrame {
    /// Mean cross-entropy of the last batch, in nats a scored token.
    pub loss: f32,
    /// Share of scored tokens predicted right on held-out sequences, 0 to 1.
    pub accuracy: f32,
    /// Step at which `accuracy` was measured.
    pub accuracy_step: u64,
    /// What it writes for sequences that training never shows.
    pub samples: Vec<Sample>,
    /// Losses since the last frame, thinned to at most 64.
    pub history: Vec<ProgressPoint>,
    /// FNV-1a (64 bit) of all weights' little-endian bytes.
    pub weights_hash: u64,
    /// Step at which the loss stopped being finite; this lane's run is over.
    pub diverged_at_step: Option<u64>,
}

/// A sequence that training never shows, as the model continues it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// What stands there.
    pub given: String,
    /// What the model writes, the likeliest token each time.
    pub written: String,
    /// What would be right, or what came next in the text.
    pub expected: String,
}

/// One point of the training curves.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProgressPoint {
    /// Updates so far.
    pub step: u64,
    /// Mean cross-entropy, nats a token.
    pub loss: f32,
}
