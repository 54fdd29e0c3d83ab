//! A look inside a model: at which text, with which changes, at which stage and cell; and what there
//! is to see.

use serde::{Deserialize, Serialize};

/// What is looked at, now and in every later frame.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// Lane, from 0.
    pub lane: u8,
    /// What the visitor typed.
    pub text: String,
    /// An earlier step, one of the frame's `kept_steps`; otherwise the present weights.
    pub step: Option<u64>,
    /// What is changed on the way through the model.
    pub changes: Changes,
    /// The stage whose numbers are shown.
    pub open: Option<Part>,
    /// The cell of that stage whose arithmetic is shown: row and column, from 0.
    pub cell: Option<(u32, u32)>,
}

/// Interventions on one reading.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Changes {
    /// Heads that do something else than they learned.
    pub heads: Vec<HeadChange>,
    /// Attention weights that are set by hand.
    pub edits: Vec<Edit>,
    /// Tokens put in the place of others: place, index in the vocabulary.
    pub swaps: Vec<(u16, u32)>,
    /// The place that each token is told it stands at; otherwise where it stands.
    pub places: Option<Vec<u16>>,
}

/// A head that does something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadChange {
    /// From 0.
    pub layer: u8,
    /// From 0.
    pub head: u8,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fate {
    /// It adds nothing.
    Removed,
    /// It looks at everything that it may see with the same weight.
    Uniform,
}

/// An attention weight that is set by hand; the others of its row share what is left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// From 0.
    pub layer: u8,
    /// From 0.
    pub head: u8,
    /// Row, from 0.
    pub query: u16,
    /// Column, from 0 to `query`.
    pub key: u16,
    /// 0 to 1.
    pub weight: f32,
}

/// A stage of the way from tokens to the next token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// Layer, from 0; 0 where it belongs to none.
    pub layer: u8,
    /// Head, from 0; 0 where it belongs to none.
    pub head: u8,
}

/// Kinds of stages. A row is a token, unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// Rows of the token table.
    Tokens,
    /// What is added for the places.
    Places,
    /// The residual stream before the first layer.
    Start,
    /// The stream, normalised for or after attention.
    AttentionNorm,
    /// Queries of one head, turned where places are turned.
    Query,
    /// Keys of one head, likewise.
    Key,
    /// Values of one head.
    Value,
    /// Query by key: q·k / √d, less the distance where heads know it; before the mask.
    Scores,
    /// Query by key: softmax of the scores that the mask lets through.
    Shares,
    /// Values by shares, of one head.
    Mixed,
    /// All heads, through the output projection.
    Projected,
    /// The stream after attention.
    AfterAttention,
    /// The stream, normalised for or after the MLP.
    MlpNorm,
    /// Units of the MLP before GELU.
    Hidden,
    /// Units of the MLP.
    Activated,
    /// What the MLP adds.
    Lowered,
    /// The stream after the MLP.
    AfterMlp,
    /// The stream, normalised for the logits.
    FinalNorm,
    /// One row: a logit a token of the vocabulary, after the last token.
    Logits,
    /// One row: their softmax.
    Next,
}

/// What one model sees in one text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// Lane, from 0.
    pub lane: u8,
    /// Step of the weights.
    pub step: u64,
    /// The text that was looked at.
    pub text: String,
    /// Its tokens, as shown, with swaps.
    pub tokens: Vec<String>,
    /// Layers of the model.
    pub layers: u8,
    /// Heads a layer.
    pub heads: u8,
    /// The changes that it was read with.
    pub changes: Changes,
    /// Softmax weights `[layer][head][query][key]`, row-major. Masked cells (key after query) are
    /// exactly 0; every row sums to one.
    pub weights: Vec<f32>,
    /// The scores before mask and softmax, of the same shape.
    pub scores: Vec<f32>,
    /// The likeliest next tokens, likeliest first.
    pub next: Vec<Candidate>,
    /// The likeliest next tokens if the model ended after the embedding, and after each layer.
    pub lens: Vec<Vec<Candidate>>,
    /// How much of each token has gone into each place by the end, `[place][token]`: attention
    /// rollout.
    pub rollout: Vec<f32>,
    /// All stages, in the order in which they are computed.
    pub stages: Vec<Stage>,
    /// The arithmetic of the cell that was asked for.
    pub cell: Option<Cell>,
}

/// A token that may come next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// As shown.
    pub token: String,
    /// Index in the vocabulary.
    pub index: u32,
    /// Its probability, 0 to 1.
    pub share: f32,
    /// Its probability without the changes; only where there are any.
    pub unchanged: Option<f32>,
}

/// A stage in numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// Which.
    pub part: Part,
    /// Rows of its matrix.
    pub rows: u32,
    /// Columns of its matrix.
    pub columns: u32,
    /// Root mean square of all its numbers.
    pub size: f32,
    /// Row-major; left out of large models, but for the stage that is open.
    pub values: Vec<f32>,
}

/// A cell, and how it came about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// Stage.
    pub part: Part,
    /// From 0.
    pub row: u32,
    /// From 0.
    pub column: u32,
    /// The number.
    pub value: f32,
    /// Where it comes from.
    pub arithmetic: Arithmetic,
}

/// How a number came about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Arithmetic {
    /// It stands in a table: of this token, or of this place.
    Taken {
        /// Row of the table.
        row: u32,
    },
    /// Sine or cosine of place · rate.
    Wave {
        /// The place, from 0.
        place: u32,
        /// Radians a place.
        rate: f32,
        /// Otherwise the cosine.
        is_sine: bool,
    },
    /// The terms, added.
    Sum {
        /// Stage and number.
        terms: Vec<(Kind, f32)>,
    },
    /// gain · (x − mean) / deviation + shift.
    Normalised {
        /// The number before.
        x: f32,
        /// Of its row.
        mean: f32,
        /// Square root of the row's variance and a little.
        deviation: f32,
        /// Learned.
        gain: f32,
        /// Learned.
        shift: f32,
    },
    /// A sum of products.
    Product(Product),
    /// One of a pair of numbers, turned by its place: own · cosine + partner · sine.
    Turned {
        /// This number before the turn.
        own: Product,
        /// The other one of the pair.
        partner: Product,
        /// Of the angle.
        cosine: f32,
        /// Of the angle, with the sign that it is added with.
        sine: f32,
    },
    /// exp(score − highest) / sum.
    Softmax {
        /// Of this cell.
        score: f32,
        /// Of the row; taken off so that nothing overflows.
        highest: f32,
        /// Σ exp(score − highest) over the cells that count.
        sum: f32,
        /// Whether the mask hides this cell: then it is 0.
        is_masked: bool,
    },
    /// GELU of x.
    Gelu {
        /// The number before.
        x: f32,
    },
    /// Set by a change.
    Changed,
}

/// scale · (Σ a·b over `terms` + `rest`) + `bias`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Product {
    /// The largest terms: inner index, a, b.
    pub terms: Vec<(u32, f32, f32)>,
    /// Sum of the others.
    pub rest: f32,
    /// How many others.
    pub others: u32,
    /// 1 / √d for scores, otherwise 1.
    pub scale: f32,
    /// Added afterwards; for scores that know distances, what they fall by.
    pub bias: f32,
}
