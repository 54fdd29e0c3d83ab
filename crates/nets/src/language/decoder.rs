//! The transformer of [`crate::transformer`], with its gradient derived by hand: decoder-only,
//! pre-norm, learned positions, causal attention. The same weights at the same places, so burn and
//! PyTorch are its oracles.

use std::ops::Range;

use super::decoder_reader::Cache;
use super::words::Words;
use super::{Model, Reader};
use crate::random::Random;
use crate::rows::{
    Heads, Norm, Places, add_scaled, affine, gelu_of, gelu_slopes, pass_down, weight_slopes,
};
use crate::transformer::layout::{Form, Layout, Sizes};

/// Tensors of one block.
pub const BLOCK: usize = 12;

/// Sizes, places of the weights, and room for the latest forward pass.
#[derive(Clone, Debug)]
pub struct Decoder {
    pub(super) sizes: Sizes,
    layout: Layout,
    blocks: Vec<Block>,
    last: Norm,
    scores: Vec<f32>,
}

/// What a block's way back needs.
#[derive(Clone, Debug, Default)]
struct Block {
    first: Norm,
    qkv: Vec<f32>,
    shares: Vec<f32>,
    mixed: Vec<f32>,
    second: Norm,
    sums: Vec<f32>,
    hidden: Vec<f32>,
}

impl Decoder {
    /// A transformer of these sizes; `context` tokens at most.
    #[must_use]
    pub fn new(letters: usize, context: usize, layers: usize, heads: usize, width: usize) -> Self {
        let form = Form::default();
        let sizes = Sizes { vocabulary: letters, context, layers, heads, width, form };
        let blocks = vec![Block::default(); layers];
        let (last, scores) = (Norm::default(), Vec::new());
        Self { sizes, layout: Layout::new(&sizes), blocks, last, scores }
    }

    /// Where each tensor lies: token table, positions, blocks of twelve (norm, qkv, projection, norm,
    /// in, out), last norm, output.
    #[must_use]
    pub fn parts(&self) -> Vec<Range<usize>> {
        self.layout.entries().iter().map(|entry| entry.range.clone()).collect()
    }

    fn heads(&self, words: &Words) -> Heads {
        let Sizes { heads, width, .. } = self.sizes;
        Heads { count: words.count, time: words.time, heads, width, places: Places::Unknown }
    }
}

/// The residual stream before the first block.
fn embedded(weights: &[f32], parts: &[Range<usize>], words: &Words, width: usize) -> Vec<f32> {
    let mut stream = vec![0.0; words.tokens.len() * width];
    let rows = stream.chunks_exact_mut(width).zip(&words.tokens).enumerate();
    for (row, (stream, &token)) in rows {
        let (letter, place) = (usize::from(token) * width, row % words.time * width);
        stream.copy_from_slice(&weights[parts[0].clone()][letter..letter + width]);
        add_scaled(1.0, &weights[parts[1].clone()][place..place + width], stream);
    }
    stream
}

impl Model for Decoder {
    fn weight_count(&self) -> usize {
        self.layout.count()
    }

    fn start(&self, random: &mut Random) -> Vec<f32> {
        self.layout.initialise(random)
    }

    fn forward(&mut self, weights: &[f32], words: &Words) -> &[f32] {
        let (parts, heads, width) = (self.parts(), self.heads(words), self.sizes.width);
        let tensor = |index: usize| &weights[parts[index].clone()];
        let mut stream = embedded(weights, &parts, words, width);
        let mut added = vec![0.0; stream.len()];
        for (index, block) in self.blocks.iter_mut().enumerate() {
            let at = 2 + BLOCK * index;
            block.resize(heads);
            block.first.forward(&stream, tensor(at), tensor(at + 1));
            affine(&block.first.answers, tensor(at + 2), tensor(at + 3), &mut block.qkv);
            heads.forward(&block.qkv, &mut block.shares, &mut block.mixed);
            affine(&block.mixed, tensor(at + 4), tensor(at + 5), &mut added);
            add_scaled(1.0, &added, &mut stream);
            block.second.forward(&stream, tensor(at + 6), tensor(at + 7));
            affine(&block.second.answers, tensor(at + 8), tensor(at + 9), &mut block.sums);
            gelu_of(&block.sums, &mut block.hidden);
            affine(&block.hidden, tensor(at + 10), tensor(at + 11), &mut added);
            add_scaled(1.0, &added, &mut stream);
        }
        let at = 2 + BLOCK * self.blocks.len();
        self.last.forward(&stream, tensor(at), tensor(at + 1));
        self.scores.resize(words.tokens.len() * self.sizes.vocabulary, 0.0);
        let no_bias = vec![0.0; self.sizes.vocabulary];
        affine(&self.last.answers, tensor(at + 2), &no_bias, &mut self.scores);
        &self.scores
    }

    fn backward(&mut self, weights: &[f32], words: &Words, slopes: &[f32], gradient: &mut [f32]) {
        let (parts, heads, sizes) = (self.parts(), self.heads(words), self.sizes);
        let width = sizes.width;
        gradient.fill(0.0);
        let at = 2 + BLOCK * self.blocks.len();
        let output = parts[at + 2].clone();
        let mut no_bias = vec![0.0; sizes.vocabulary];
        weight_slopes(&self.last.answers, slopes, &mut gradient[output.clone()], &mut no_bias);
        let mut above = vec![0.0; self.last.answers.len()];
        pass_down(&weights[output], slopes, sizes.vocabulary, &mut above);
        let mut stream = vec![0.0; above.len()];
        backward_norm(&self.last, &above, (weights, gradient), &parts[at..], &mut stream);
        for (index, block) in self.blocks.iter().enumerate().rev() {
            let parts = &parts[2 + BLOCK * index..];
            block.backward_hidden(weights, parts, gradient, &mut stream);
            block.backward_attention(heads, (weights, gradient), parts, &mut stream);
        }
        let rows = stream.chunks_exact(width).zip(&words.tokens).enumerate();
        for (row, (slopes, &token)) in rows {
            let (letter, place) = (usize::from(token) * width, row % words.time * width);
            add_scaled(1.0, slopes, &mut gradient[parts[0].clone()][letter..letter + width]);
            add_scaled(1.0, slopes, &mut gradient[parts[1].clone()][place..place + width]);
        }
    }

    fn reader(&self) -> Box<dyn Reader> {
        Box::new(Cache::new(self.sizes, self.parts()))
    }
}

impl Block {
    fn resize(&mut self, heads: Heads) {
        let numbers = heads.count * heads.time * heads.width;
        self.qkv.resize(3 * numbers, 0.0);
        self.shares.resize(heads.cells(), 0.0);
        self.mixed.resize(numbers, 0.0);
        self.sums.resize(4 * numbers, 0.0);
        self.hidden.resize(4 * numbers, 0.0);
    }

    /// The second half of a block, backwards; `stream` is ∂loss/∂(residual stream).
    fn backward_hidden(
        &self,
        weights: &[f32],
        parts: &[Range<usize>],
        gradient: &mut [f32],
        stream: &mut [f32],
    ) {
        let mut deltas = vec![0.0; self.hidden.len()];
        backward_affine(&self.hidden, stream, (weights, gradient), &parts[10..12], &mut deltas);
        gelu_slopes(&self.sums, &mut deltas);
        let mut above = vec![0.0; stream.len()];
        let answers = &self.second.answers;
        backward_affine(answers, &deltas, (weights, gradient), &parts[8..10], &mut above);
        backward_norm(&self.second, &above, (weights, gradient), &parts[6..], stream);
    }

    /// The first half of a block, backwards.
    fn backward_attention(
        &self,
        heads: Heads,
        (weights, gradient): (&[f32], &mut [f32]),
        parts: &[Range<usize>],
        stream: &mut [f32],
    ) {
        let mut mixed = vec![0.0; self.mixed.len()];
        backward_affine(&self.mixed, stream, (weights, gradient), &parts[4..6], &mut mixed);
        let mut qkv = vec![0.0; self.qkv.len()];
        heads.backward(&self.qkv, &self.shares, &mixed, &mut qkv);
        let mut above = vec![0.0; stream.len()];
        let answers = &self.first.answers;
        backward_affine(answers, &qkv, (weights, gradient), &parts[2..4], &mut above);
        backward_norm(&self.first, &above, (weights, gradient), parts, stream);
    }
}

/// Slopes of a matrix and its biases, which are the two parts, and of what came in.
fn backward_affine(
    x: &[f32],
    slopes: &[f32],
    (weights, gradient): (&[f32], &mut [f32]),
    parts: &[Range<usize>],
    below: &mut [f32],
) {
    let (matrix, bias) = (parts[0].clone(), parts[1].clone());
    let (rest, bias_slopes) = gradient.split_at_mut(bias.start);
    let bias_slopes = &mut bias_slopes[..bias.len()];
    weight_slopes(x, slopes, &mut rest[matrix.clone()], bias_slopes);
    pass_down(&weights[matrix], slopes, bias.len(), below);
}

/// Slopes of a norm's gain and shift, which are the two parts, and of the stream before it.
fn backward_norm(
    norm: &Norm,
    above: &[f32],
    (weights, gradient): (&[f32], &mut [f32]),
    parts: &[Range<usize>],
    stream: &mut [f32],
) {
    let (gain, shift) = (parts[0].clone(), parts[1].clone());
    let (gains, shifts) = gradient.split_at_mut(shift.start);
    let slopes = (&mut gains[gain.clone()], &mut shifts[..shift.len()]);
    norm.backward(above, &weights[gain], slopes, stream);
}
