//! What every head looks at, for one text.

use burn::tensor::activation;

use super::layout::Sizes;
use super::model::{Model, Tokens};

/// Attention of every layer and head, and what comes next.
#[derive(Clone, Debug, PartialEq)]
pub struct Inspection {
    /// Softmax weights `[layer][head][query][key]`, row-major; exactly 0 where the key comes after
    /// the query.
    pub weights: Vec<f32>,
    /// Scores before mask and softmax, of the same shape.
    pub scores: Vec<f32>,
    /// Probability of each token of the vocabulary after the last one.
    pub next: Vec<f32>,
}

pub fn inspect(model: &Model, sizes: Sizes, tokens: &[i32]) -> Inspection {
    let time = tokens.len();
    let cells = sizes.layers * sizes.heads * time * time;
    let (mut weights, mut scores) = (Vec::with_capacity(cells), Vec::with_capacity(cells));
    let read = Tokens { batch: 1, time, indices: tokens.to_vec() };
    let stream = model.forward(&read, |attention| {
        weights.extend(values(attention.weights));
        scores.extend(values(attention.scores));
    });
    let last = stream.slice([time - 1..time]);
    let next = values(activation::softmax(model.logits(last), 1));
    Inspection { weights, scores, next }
}

fn values<const D: usize>(tensor: burn::tensor::Tensor<D>) -> Vec<f32> {
    tensor.into_data().try_to_vec().unwrap_or_default()
}
