//! Sizes of the transformer, and where each of its tensors lies in the flat slice of weights.

use std::ops::Range;

use crate::random::Random;

/// Sizes of a decoder-only transformer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Tokens of the vocabulary.
    pub vocabulary: usize,
    /// Longest sequence, in tokens.
    pub context: usize,
    /// Blocks.
    pub layers: usize,
    /// Heads a block; divides `width`.
    pub heads: usize,
    /// Width of the residual stream. The MLP is four times as wide.
    pub width: usize,
    /// What it is built of.
    pub form: Form,
}

/// What a transformer is built of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// How it knows where tokens stand.
    pub positions: Positions,
    /// Where the norms are.
    pub norm: Placement,
    /// Whether a block has an MLP after its attention.
    pub has_mlp: bool,
    /// Whether what attention and MLP give is added to the stream; otherwise it takes its place.
    pub has_residual: bool,
    /// Whether logits are products with the token embeddings; otherwise with a matrix of their own.
    pub is_tied: bool,
}

/// How a transformer knows where tokens stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Positions {
    /// It does not, but for the mask.
    None,
    /// Sines and cosines of growing wavelengths are added (Vaswani et al. 2017, section 3.5).
    Sinusoidal,
    /// A learned vector a place is added.
    Learned,
    /// Queries and keys are turned (RoPE, Su et al. 2021).
    Rotary,
    /// Scores fall with the distance (ALiBi, Press et al. 2022).
    Distance,
}

/// Where the layer norms are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// Before attention and MLP, and once more at the end (Radford et al. 2019).
    Before,
    /// After what they add to the stream (Vaswani et al. 2017).
    After,
}

impl Default for Form {
    /// GPT-2's, but for an output matrix of its own.
    fn default() -> Self {
        let (positions, norm) = (Positions::Learned, Placement::Before);
        Self { positions, norm, has_mlp: true, has_residual: true, is_tied: false }
    }
}

/// How a tensor starts.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Start {
    Normal(f32),
    Constant(f32),
}

/// One tensor's place. `rows` is 1 for a vector.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where it lies.
    pub range: Range<usize>,
    /// Inputs of a matrix.
    pub rows: usize,
    /// Outputs of a matrix, or the length of a vector.
    pub columns: usize,
    start: Start,
}

/// The places of all tensors, in the order in which [`super::model`] reads them: token embedding,
/// positions, blocks (norm, qkv, projection, norm, MLP in, MLP out), final norm, output; without those
/// that the form does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    entries: Vec<Entry>,
}

impl Layout {
    /// The places for these sizes.
    pub fn new(sizes: &Sizes) -> Self {
        let Sizes { vocabulary, context, layers, width, form, .. } = *sizes;
        let mut layout = Self { entries: Vec::new() };
        layout.matrix(vocabulary, width, EMBEDDING_DEVIATION);
        if form.positions == Positions::Learned {
            layout.matrix(context, width, EMBEDDING_DEVIATION);
        }
        // Residual branches start small, so that depth does not add up (GPT-2's rule).
        let residual = 1.0 / (2.0 * layers as f32).sqrt();
        for _ in 0..layers {
            layout.norm(width);
            layout.linear(width, 3 * width, 1.0);
            layout.linear(width, width, residual);
            if form.has_mlp {
                layout.norm(width);
                layout.linear(width, 4 * width, 1.0);
                layout.linear(4 * width, width, residual);
            }
        }
        if form.norm == Placement::Before {
            layout.norm(width);
        }
        if !form.is_tied {
            layout.matrix(width, vocabulary, 1.0 / (width as f32).sqrt());
        }
        layout
    }

    /// Each tensor's place, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Number of weights.
    pub fn count(&self) -> usize {
        self.entries.last().map_or(0, |entry| entry.range.end)
    }

    /// Starting weights: matrices normal with deviation 1/√inputs, norms 1, biases 0.
    pub fn initialise(&self, random: &mut Random) -> Vec<f32> {
        let mut weights = vec![0.0; self.count()];
        for entry in &self.entries {
            weights[entry.range.clone()].fill_with(|| match entry.start {
                Start::Normal(deviation) => deviation * random.normal(),
                Start::Constant(value) => value,
            });
        }
        weights
    }

    fn linear(&mut self, inputs: usize, outputs: usize, gain: f32) {
        self.matrix(inputs, outputs, gain / (inputs as f32).sqrt());
        self.vector(outputs, 0.0);
    }

    fn norm(&mut self, width: usize) {
        self.vector(width, 1.0);
        self.vector(width, 0.0);
    }

    fn matrix(&mut self, rows: usize, columns: usize, deviation: f32) {
        self.push(rows, columns, Start::Normal(deviation));
    }

    fn vector(&mut self, length: usize, value: f32) {
        self.push(1, length, Start::Constant(value));
    }

    fn push(&mut self, rows: usize, columns: usize, start: Start) {
        let begin = self.count();
        self.entries.push(Entry { range: begin..begin + rows * columns, rows, columns, start });
    }
}

impl Entry {
    /// Whether weight decay applies: to matrices, not to norms and biases.
    pub fn decays(&self) -> bool {
        matches!(self.start, Start::Normal(_))
    }
}

/// Embeddings start at a size at which tokens and positions both matter at once.
const EMBEDDING_DEVIATION: f32 = 0.3;

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes() -> Sizes {
        let form = Form::default();
        Sizes { vocabulary: 28, context: 17, layers: 2, heads: 4, width: 32, form }
    }

    #[test]
    fn tensors_lie_end_to_end() {
        let layout = Layout::new(&sizes());
        let mut end = 0;
        for entry in layout.entries() {
            assert_eq!(entry.range, end..end + entry.rows * entry.columns);
            end = entry.range.end;
        }
        let block = 4 * 32 + 32 * 96 + 96 + 32 * 32 + 32 + 2 * 32 * 128 + 128 + 32;
        assert_eq!(layout.count(), (28 + 17) * 32 + 2 * block + 2 * 32 + 32 * 28);
    }

    #[test]
    fn norms_start_as_the_identity_and_do_not_decay() {
        let layout = Layout::new(&sizes());
        let weights = layout.initialise(&mut Random::new(1, 0));
        let first_norm = &layout.entries()[2];
        assert!(!first_norm.decays() && layout.entries()[0].decays());
        assert!(weights[first_norm.range.clone()].iter().all(|&gain| gain == 1.0));
    }
}
