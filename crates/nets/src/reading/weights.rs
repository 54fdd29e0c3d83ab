//! The weights of a transformer in one slice, and each tensor by what it is for.

use crate::boundary::Invalid;
use crate::rows::{add_product, affine, dot, normalise};
use crate::transformer::{Layout, Placement, Positions, Sizes};

/// A transformer's weights, end to end in the order of its [`Layout`].
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    sizes: Sizes,
    layout: Layout,
    values: Vec<f32>,
}

/// Gain and shift of a layer norm, each as long as the stream is wide.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Norm<'a> {
    pub gain: &'a [f32],
    pub shift: &'a [f32],
}

/// x W + b: the matrix is inputs by outputs, row-major, and there is a bias for each output.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Linear<'a> {
    pub weights: &'a [f32],
    pub bias: &'a [f32],
}

/// The tensors of one block.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block<'a> {
    /// Before attention or after it.
    pub norm1: Norm<'a>,
    /// Width to three times the width: queries, keys and values, of each all heads.
    pub qkv: Linear<'a>,
    /// Width to width: what the heads have mixed.
    pub projection: Linear<'a>,
    /// What comes after attention, if anything does.
    pub mlp: Option<Mlp<'a>>,
}

/// The tensors of one block's MLP.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mlp<'a> {
    /// Before the MLP or after it.
    pub norm2: Norm<'a>,
    /// Width to four times the width.
    pub raise: Linear<'a>,
    /// Back to the width.
    pub lower: Linear<'a>,
}

/// What the stream's last row is multiplied by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Output<'a> {
    /// The table of token embeddings, vocabulary by width.
    Tied(&'a [f32]),
    /// A matrix of its own, width by vocabulary.
    Own(&'a [f32]),
}

impl Weights {
    /// Weights of these sizes; they are taken over, not copied.
    ///
    /// # Errors
    /// [`Invalid`] when sizes do not fit together, or when there are more or fewer weights than they
    /// need.
    pub fn new(sizes: Sizes, values: Vec<f32>) -> Result<Self, Invalid> {
        let Sizes { vocabulary, heads, width, form, .. } = sizes;
        if vocabulary == 0 || heads == 0 || width == 0 || !width.is_multiple_of(heads) {
            return Err(Invalid(format!(
                "A transformer of {vocabulary} tokens, {heads} heads and a width of {width} cannot be."
            )));
        }
        if form.positions == Positions::Rotary && !(width / heads).is_multiple_of(2) {
            return Err(Invalid(format!("A head {} wide has no pairs to turn.", width / heads)));
        }
        let layout = Layout::new(&sizes);
        if layout.count() != values.len() {
            let (needed, found) = (layout.count(), values.len());
            return Err(Invalid(format!("These sizes need {needed} weights; there are {found}.")));
        }
        Ok(Self { sizes, layout, values })
    }

    /// What the transformer measures and is built of.
    pub fn sizes(&self) -> &Sizes {
        &self.sizes
    }

    /// Where each tensor lies.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// All weights, in the order of the layout.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// Token embeddings, vocabulary by width.
    pub fn tokens(&self) -> &[f32] {
        self.tensor(0)
    }

    /// Learned vectors of places, context by width.
    pub fn positions(&self) -> Option<&[f32]> {
        (self.sizes.form.positions == Positions::Learned).then(|| self.tensor(1))
    }

    /// The tensors of one block, counted from 0.
    pub fn block(&self, layer: usize) -> Block<'_> {
        let first = self.first_of_block(layer);
        let mlp = self.sizes.form.has_mlp.then(|| Mlp {
            norm2: self.norm(first + 6),
            raise: self.linear(first + 8),
            lower: self.linear(first + 10),
        });
        Block {
            norm1: self.norm(first),
            qkv: self.linear(first + 2),
            projection: self.linear(first + 4),
            mlp,
        }
    }

    /// The norm after the last block, if norms come before the parts of a block.
    pub fn final_norm(&self) -> Option<Norm<'_>> {
        (self.sizes.form.norm == Placement::Before)
            .then(|| self.norm(self.first_of_block(self.sizes.layers)))
    }

    /// What logits are made with.
    pub fn output(&self) -> Output<'_> {
        if self.sizes.form.is_tied {
            return Output::Tied(self.tokens());
        }
        Output::Own(self.tensor(self.layout.entries().len() - 1))
    }

    /// Logits of one row of the stream's end, after the final norm if there is one; as many as the
    /// vocabulary has tokens.
    pub fn logits(&self, row: &[f32]) -> Vec<f32> {
        let Sizes { vocabulary, width, .. } = self.sizes;
        match self.output() {
            Output::Tied(table) => table.chunks_exact(width).map(|token| dot(row, token)).collect(),
            Output::Own(matrix) => {
                let mut logits = vec![0.0; vocabulary];
                add_product(row, width, matrix, (&mut logits, vocabulary), vocabulary);
                logits
            }
        }
    }

    fn first_of_block(&self, layer: usize) -> usize {
        let before = 1 + usize::from(self.sizes.form.positions == Positions::Learned);
        before + layer * if self.sizes.form.has_mlp { 12 } else { 6 }
    }

    fn tensor(&self, index: usize) -> &[f32] {
        &self.values[self.layout.entries()[index].range.clone()]
    }

    fn norm(&self, first: usize) -> Norm<'_> {
        Norm { gain: self.tensor(first), shift: self.tensor(first + 1) }
    }

    fn linear(&self, first: usize) -> Linear<'_> {
        Linear { weights: self.tensor(first), bias: self.tensor(first + 1) }
    }
}

impl Norm<'_> {
    /// Of rows as wide as the gain.
    pub(super) fn of(self, stream: &[f32]) -> Vec<f32> {
        let mut rows = stream.to_vec();
        for row in rows.chunks_exact_mut(self.gain.len()) {
            normalise(row);
            for (x, (gain, shift)) in row.iter_mut().zip(self.gain.iter().zip(self.shift)) {
                *x = *x * gain + shift;
            }
        }
        rows
    }
}

impl Linear<'_> {
    /// Rows of outputs of rows of inputs.
    pub(super) fn of(self, x: &[f32]) -> Vec<f32> {
        let outputs = self.bias.len();
        let inputs = self.weights.len() / outputs;
        let mut out = vec![0.0; x.len() / inputs * outputs];
        affine(x, self.weights, self.bias, &mut out);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::samples::{forms, sizes, weights};

    #[test]
    fn every_tensor_has_one_role() {
        for form in forms() {
            let sizes = sizes(form);
            let weights = weights(sizes);
            let mut seen = vec![weights.tokens()];
            seen.extend(weights.positions());
            for layer in 0..sizes.layers {
                let Block { norm1, qkv, projection, mlp } = weights.block(layer);
                seen.extend([norm1.gain, norm1.shift, qkv.weights, qkv.bias]);
                seen.extend([projection.weights, projection.bias]);
                if let Some(Mlp { norm2, raise, lower }) = mlp {
                    seen.extend([norm2.gain, norm2.shift, raise.weights, raise.bias]);
                    seen.extend([lower.weights, lower.bias]);
                }
            }
            if let Some(Norm { gain, shift }) = weights.final_norm() {
                seen.extend([gain, shift]);
            }
            if let Output::Own(matrix) = weights.output() {
                seen.push(matrix);
            }
            assert_eq!(seen.concat(), weights.values(), "{sizes:?}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let good = sizes(forms()[0]);
        let count = Layout::new(&good).count();
        assert!(Weights::new(good, vec![0.0; count]).is_ok());
        let refused = |sizes, count| Weights::new(sizes, vec![0.0; count]).unwrap_err().0;
        assert!(refused(good, count - 1).contains(&format!("need {count} weights")));
        assert!(refused(Sizes { heads: 5, ..good }, count).contains("5 heads"));
        assert!(refused(Sizes { heads: 0, ..good }, count).contains("0 heads"));
        let mut rotary = Sizes { width: 6, heads: 2, ..good };
        rotary.form.positions = Positions::Rotary;
        assert!(refused(rotary, count).contains("3 wide"));
    }
}
