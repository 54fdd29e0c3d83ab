//! The transformer in burn: decoder-only, causal multi-head attention (Vaswani et al. 2017; Radford et
//! al. 2019), in every [`Form`](super::layout::Form).
//!
//! Small tensors make bookkeeping dearer than arithmetic, so the number of operations is kept low:
//! what burn composes of many is one of [`crate::fused`], and logits are computed only where they are
//! scored.

use burn::tensor::module::embedding;
use burn::tensor::{Device, Gradients, Int, Tensor, TensorData};

use super::dropout::Dropout;
use super::layout::{Form, Layout, Placement, Positions, Sizes};
use super::tasks::Batch;
use crate::fused::{affine, attention, cross_entropy, gelu, norm, product};
use crate::rows::{Heads, Places, sinusoid};

/// The weights as tensors, ready for a forward pass.
#[derive(Clone, Debug)]
pub struct Model {
    sizes: Sizes,
    device: Device,
    leaves: Vec<Tensor<2>>,
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

    /// The residual stream at its end, `[batch × time, width]`.
    pub fn forward(&self, tokens: &Tokens) -> Tensor<2> {
        self.pass(tokens, |x| x)
    }

    /// The pass; `drop` is applied to what enters the stream: embeddings, and what attention and MLP
    /// give (as in GPT-2, but for its attention weights).
    fn pass(&self, tokens: &Tokens, mut drop: impl FnMut(Tensor<2>) -> Tensor<2>) -> Tensor<2> {
        let Sizes { layers, form, .. } = self.sizes;
        let heads = self.heads(tokens);
        let mut leaves = self.leaves.iter().cloned();
        let mut leaf = || leaves.next().unwrap_or_else(|| unreachable!("as many as the layout"));
        let mut x = drop(self.embedded(tokens, &mut leaf));
        for _ in 0..layers {
            x = beside(x, form, &mut leaf, |x, leaf| {
                let qkv = affine(x, leaf(), leaf());
                drop(affine(attention(qkv, heads), leaf(), leaf()))
            });
            if form.has_mlp {
                x = beside(x, form, &mut leaf, |x, leaf| {
                    let hidden = gelu(affine(x, leaf(), leaf()));
                    drop(affine(hidden, leaf(), leaf()))
                });
            }
        }
        match form.norm {
            Placement::Before => norm(x, leaf(), leaf()),
            Placement::After => x,
        }
    }

    fn heads(&self, tokens: &Tokens) -> Heads {
        let Sizes { heads, width, form, .. } = self.sizes;
        let places = match form.positions {
            Positions::Rotary => Places::Rotary,
            Positions::Distance => Places::Distance,
            _ => Places::Unknown,
        };
        Heads { count: tokens.batch, time: tokens.time, heads, width, places }
    }

    /// Token embeddings and what is added to them.
    fn embedded(&self, tokens: &Tokens, leaf: &mut impl FnMut() -> Tensor<2>) -> Tensor<2> {
        let (batch, time, width) = (tokens.batch, tokens.time, self.sizes.width);
        let indices = TensorData::new(tokens.indices.clone(), [batch, time]);
        let x = embedding(leaf(), Tensor::<2, Int>::from_data(indices, &self.device));
        let added: Option<Tensor<2>> = match self.sizes.form.positions {
            Positions::Learned => Some(leaf().slice([0..time])),
            Positions::Sinusoidal => {
                let data = TensorData::new(sinusoid(time, width), [time, width]);
                Some(Tensor::from_data(data, &self.device))
            }
            _ => None,
        };
        let x = added.into_iter().fold(x, |x, added| x + added.unsqueeze::<3>());
        x.reshape([batch * time, width])
    }

    /// Logits `[rows, vocabulary]` of rows of the residual stream.
    pub fn logits(&self, stream: Tensor<2>) -> Tensor<2> {
        match (self.sizes.form.is_tied, self.leaves.first(), self.leaves.last()) {
            (true, Some(table), _) => product(stream, table.clone().transpose()),
            (false, _, Some(output)) => product(stream, output.clone()),
            _ => stream,
        }
    }

    /// Logits at the scored places only: `places` index the rows of [`Model::forward`]'s result.
    pub fn logits_at(&self, stream: Tensor<2>, places: &[i32]) -> Tensor<2> {
        let places = TensorData::new(places.to_vec(), [places.len()]);
        self.logits(stream.select(0, Tensor::<1, Int>::from_data(places, &self.device)))
    }

    /// Mean cross-entropy of a batch's scored tokens, in nats.
    pub fn loss(&self, batch: &Batch) -> Tensor<1> {
        self.loss_of(self.forward(&batch.tokens), batch)
    }

    /// The same in training, with dropout.
    pub fn training_loss(&self, batch: &Batch, dropout: &mut Dropout) -> Tensor<1> {
        self.loss_of(self.pass(&batch.tokens, |x| dropout.apply(x)), batch)
    }

    fn loss_of(&self, stream: Tensor<2>, batch: &Batch) -> Tensor<1> {
        cross_entropy(self.logits_at(stream, &batch.places), &batch.targets)
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
}

/// The stream with what a part adds to it, or that alone, normalised before the part or afterwards.
fn beside<Leaf: FnMut() -> Tensor<2>>(
    x: Tensor<2>,
    form: Form,
    leaf: &mut Leaf,
    part: impl FnOnce(Tensor<2>, &mut Leaf) -> Tensor<2>,
) -> Tensor<2> {
    let (gain, shift) = (leaf(), leaf());
    let stream = form.has_residual.then(|| x.clone());
    let add = |given| stream.into_iter().fold(given, |given, stream| stream + given);
    match form.norm {
        Placement::Before => add(part(norm(x, gain, shift), leaf)),
        Placement::After => norm(add(part(x, leaf)), gain, shift),
    }
}
