//! The transformer in burn: decoder-only, pre-norm, learned positions, causal multi-head attention
//! (Vaswani et al. 2017; Radford et al. 2019).
//!
//! Small tensors make bookkeeping dearer than arithmetic, so the number of operations is kept low:
//! one product for queries, keys and values, all heads in one batched product, logits only where
//! they are scored.

use burn::tensor::module::{embedding, linear};
use burn::tensor::{Device, Gradients, Int, Tensor, TensorData, activation};

use super::layout::{Layout, Sizes};
use super::tasks::Batch;

/// Added to the variance in layer norms.
const EPSILON: f32 = 1e-5;

/// Added to masked scores: e to this is 0 in single precision.
const MASKED: f32 = -1e9;

/// The weights as tensors, ready for a forward pass.
#[derive(Clone, Debug)]
pub struct Model {
    sizes: Sizes,
    device: Device,
    leaves: Vec<Tensor<2>>,
}

/// Scores before mask and softmax, and softmax weights, `[batch, head, query, key]`.
#[derive(Clone, Debug)]
pub struct Attention {
    /// q·k / √(width of a head)
    pub scores: Tensor<4>,
    /// Softmax over the keys that a query may see; exactly 0 for the others.
    pub weights: Tensor<4>,
}

/// Token indices `[batch, time]`, row-major.
#[derive(Clone, Debug, PartialEq)]
pub struct Tokens {
    /// Sequences.
    pub batch: usize,
    /// Length of each.
    pub time: usize,
    /// `batch × time` indices.
    pub indices: Vec<i32>,
}

impl Model {
    /// Tensors of `weights`, laid out by `layout`, on `device`; tracked when it records.
    pub fn new(sizes: Sizes, layout: &Layout, weights: &[f32], device: &Device) -> Self {
        let leaves = layout
            .entries()
            .iter()
            .map(|entry| {
                let values = weights[entry.range.clone()].to_vec();
                let data = TensorData::new(values, [entry.rows, entry.columns]);
                let leaf = Tensor::from_data(data, device);
                if device.is_autodiff() { leaf.require_grad() } else { leaf }
            })
            .collect();
        Self { sizes, device: device.clone(), leaves }
    }

    /// The residual stream after the final norm, `[batch × time, width]`. Calls `look` with each
    /// block's attention, first to last.
    pub fn forward(&self, tokens: &Tokens, mut look: impl FnMut(Attention)) -> Tensor<2> {
        let mut leaves = self.leaves.iter().cloned();
        let mut leaf = || leaves.next().unwrap_or_else(|| unreachable!("as many as the layout"));
        let (batch, time, width) = (tokens.batch, tokens.time, self.sizes.width);
        let indices = TensorData::new(tokens.indices.clone(), [batch, time]);
        let indices = Tensor::<2, Int>::from_data(indices, &self.device);
        let tokens_in = embedding(leaf(), indices);
        let positions: Tensor<2> = leaf().slice([0..time]);
        let mut x: Tensor<2> =
            (tokens_in + positions.unsqueeze::<3>()).reshape([batch * time, width]);
        let mask = self.causal_mask(time);
        for _ in 0..self.sizes.layers {
            let normed = norm(x.clone(), leaf(), leaf());
            let qkv = affine(normed, leaf(), leaf());
            let (mixed, attention) = self.attend(qkv, batch, time, &mask);
            look(attention);
            x = x + affine(mixed, leaf(), leaf());
            let normed = norm(x.clone(), leaf(), leaf());
            let hidden = gelu(affine(normed, leaf(), leaf()));
            x = x + affine(hidden, leaf(), leaf());
        }
        norm(x, leaf(), leaf())
    }

    /// Logits `[rows, vocabulary]` of rows of the residual stream.
    pub fn logits(&self, stream: Tensor<2>) -> Tensor<2> {
        match self.leaves.last() {
            Some(output) => stream.matmul(output.clone()),
            None => stream,
        }
    }

    /// Logits at the scored places only: `places` index the rows of [`Model::forward`]'s result.
    pub fn logits_at(&self, stream: Tensor<2>, places: &[i32]) -> Tensor<2> {
        let places = TensorData::new(places.to_vec(), [places.len()]);
        self.logits(stream.select(0, Tensor::<1, Int>::from_data(places, &self.device)))
    }

    /// Mean cross-entropy of a batch's scored tokens, in nats.
    pub fn loss(&self, batch: &Batch) -> Tensor<1> {
        let stream = self.forward(&batch.tokens, drop);
        self.cross_entropy(self.logits_at(stream, &batch.places), &batch.targets)
    }

    /// Mean cross-entropy in nats of `targets` under `logits`.
    fn cross_entropy(&self, logits: Tensor<2>, targets: &[i32]) -> Tensor<1> {
        let targets_in = TensorData::new(targets.to_vec(), [targets.len(), 1]);
        let targets_in = Tensor::<2, Int>::from_data(targets_in, &self.device);
        activation::log_softmax(logits, 1).gather(1, targets_in).mean().neg()
    }

    /// Copies every leaf's gradient to its place in `gradient`.
    pub fn collect(&self, gradients: &Gradients, layout: &Layout, gradient: &mut [f32]) {
        for (leaf, entry) in self.leaves.iter().zip(layout.entries()) {
            let target = &mut gradient[entry.range.clone()];
            match leaf.grad(gradients).map(|slope| slope.into_data()) {
                Some(data) => match data.as_slice::<f32>() {
                    Ok(values) => target.copy_from_slice(values),
                    Err(_) => target.fill(f32::NAN),
                },
                // The loss does not depend on it: its slope is 0.
                None => target.fill(0.0),
            }
        }
    }

    fn attend(
        &self,
        qkv: Tensor<2>,
        batch: usize,
        time: usize,
        mask: &Tensor<4>,
    ) -> (Tensor<2>, Attention) {
        let Sizes { heads, width, .. } = self.sizes;
        let depth = width / heads;
        // [batch, time, which, head, depth] → [which, batch, head, time, depth]
        let parts = qkv.reshape([batch, time, 3, heads, depth]).permute([2, 0, 3, 1, 4]);
        let part = |which: usize| -> Tensor<4> {
            parts.clone().slice([which..which + 1]).reshape([batch, heads, time, depth])
        };
        let query = part(0) * (1.0 / (depth as f32).sqrt());
        let scores = query.matmul(part(1).swap_dims(2, 3));
        let weights = activation::softmax(scores.clone() + mask.clone(), 3);
        let mixed = weights.clone().matmul(part(2));
        let mixed = mixed.swap_dims(1, 2).reshape([batch * time, width]);
        (mixed, Attention { scores, weights })
    }

    fn causal_mask(&self, time: usize) -> Tensor<4> {
        let cells = (0..time * time).map(|at| if at % time > at / time { MASKED } else { 0.0 });
        let data = TensorData::new(cells.collect::<Vec<f32>>(), [1, 1, time, time]);
        Tensor::from_data(data, &self.device)
    }
}

/// x W + b
fn affine(x: Tensor<2>, weight: Tensor<2>, bias: Tensor<2>) -> Tensor<2> {
    linear(x, weight, Some(bias.flatten(0, 1)))
}

/// Layer normalisation over the width (Ba et al. 2016).
fn norm(x: Tensor<2>, gain: Tensor<2>, shift: Tensor<2>) -> Tensor<2> {
    let centred = x.clone() - x.mean_dim(1);
    let variance = centred.clone().square().mean_dim(1);
    centred * (variance + EPSILON).sqrt().recip() * gain + shift
}

/// GELU in its tanh form (Hendrycks and Gimpel 2016), written with the logistic function:
/// ½(1 + tanh u) = σ(2u).
fn gelu(x: Tensor<2>) -> Tensor<2> {
    let twice_u = x.clone() * (x.clone().square() * 0.071_354_815 + 1.595_769_1);
    x * activation::sigmoid(twice_u)
}
