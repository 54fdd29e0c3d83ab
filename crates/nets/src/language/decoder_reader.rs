//! The transformer letter by letter: keys and values of what was read are kept, so one more letter
//! costs one row of every product.

use std::ops::Range;

use super::Reader;
use super::decoder::BLOCK;
use crate::rows::{add_scaled, affine, dot, gelu, normalise, softmax};
use crate::transformer::layout::Sizes;

/// Keys and values by block, and what is computed on the way.
pub struct Cache {
    sizes: Sizes,
    parts: Vec<Range<usize>>,
    /// Tokens read.
    length: usize,
    /// Block by block, token by token: keys of all heads, then values.
    kept: Vec<Vec<f32>>,
    qkv: Vec<f32>,
    shares: Vec<f32>,
    mixed: Vec<f32>,
    hidden: Vec<f32>,
    scores: Vec<f32>,
}

impl Cache {
    pub fn new(sizes: Sizes, parts: Vec<Range<usize>>) -> Self {
        let Sizes { vocabulary, context, layers, width, .. } = sizes;
        Self {
            length: 0,
            kept: vec![Vec::with_capacity(context * 2 * width); layers],
            qkv: vec![0.0; 3 * width],
            shares: vec![0.0; context],
            mixed: vec![0.0; width],
            hidden: vec![0.0; 4 * width],
            scores: vec![0.0; vocabulary],
            sizes,
            parts,
        }
    }

    fn attend(&mut self, block: usize) {
        let Sizes { heads, width, .. } = self.sizes;
        let depth = width / heads;
        let scale = 1.0 / (depth as f32).sqrt();
        let kept = &mut self.kept[block];
        kept.extend_from_slice(&self.qkv[width..]);
        self.mixed.fill(0.0);
        let shares = &mut self.shares[..=self.length];
        for head in 0..heads {
            let part = head * depth..(head + 1) * depth;
            let tokens = || kept.chunks_exact(2 * width);
            for (share, token) in shares.iter_mut().zip(tokens()) {
                *share = scale * dot(&self.qkv[part.clone()], &token[part.clone()]);
            }
            softmax(shares);
            for (share, token) in shares.iter().zip(tokens()) {
                add_scaled(*share, &token[width..][part.clone()], &mut self.mixed[part.clone()]);
            }
        }
    }
}

impl Reader for Cache {
    fn read(&mut self, weights: &[f32], token: u8) -> &[f32] {
        let Sizes { vocabulary, layers, width, .. } = self.sizes;
        let parts = self.parts.clone();
        let tensor = |index: usize| &weights[parts[index].clone()];
        let row = |index: usize, row: usize| &tensor(index)[row * width..(row + 1) * width];
        let mut stream = row(0, usize::from(token)).to_vec();
        add_scaled(1.0, row(1, self.length), &mut stream);
        let mut added = vec![0.0; width];
        for block in 0..layers {
            let at = 2 + BLOCK * block;
            let even = normed(&stream, tensor(at), tensor(at + 1));
            affine(&even, tensor(at + 2), tensor(at + 3), &mut self.qkv);
            self.attend(block);
            affine(&self.mixed, tensor(at + 4), tensor(at + 5), &mut added);
            add_scaled(1.0, &added, &mut stream);
            let even = normed(&stream, tensor(at + 6), tensor(at + 7));
            affine(&even, tensor(at + 8), tensor(at + 9), &mut self.hidden);
            self.hidden.iter_mut().for_each(|it| *it = gelu(*it));
            affine(&self.hidden, tensor(at + 10), tensor(at + 11), &mut added);
            add_scaled(1.0, &added, &mut stream);
        }
        let at = 2 + BLOCK * layers;
        let even = normed(&stream, tensor(at), tensor(at + 1));
        affine(&even, tensor(at + 2), &vec![0.0; vocabulary], &mut self.scores);
        self.length += 1;
        &self.scores
    }
}

fn normed(stream: &[f32], gain: &[f32], shift: &[f32]) -> Vec<f32> {
    let mut row = stream.to_vec();
    normalise(&mut row);
    row.iter_mut().zip(gain.iter().zip(shift)).for_each(|(it, (gain, shift))| {
        *it = *it * gain + shift;
    });
    row
}
