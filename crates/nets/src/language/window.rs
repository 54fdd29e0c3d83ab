//! A multilayer perceptron over the last few letters (Bengio et al. 2003): each letter is looked up in
//! one table, whatever its place; a layer of tanh units sees the places side by side.

use std::ops::Range;

use super::words::{BOUNDARY, Words};
use super::{Model, Reader};
use crate::activation::tanh;
use crate::random::Random;
use crate::rows::{add_scaled, affine, pass_down, weight_slopes};

/// Sizes, and room for the latest forward pass. Weights: table (letter by width), hidden (input by
/// unit), hidden biases, output (unit by letter), output biases.
#[derive(Clone, Debug)]
pub struct Window {
    letters: usize,
    places: usize,
    width: usize,
    units: usize,
    seen: Vec<f32>,
    hidden: Vec<f32>,
    scores: Vec<f32>,
}

impl Window {
    /// A window of so many places over an alphabet of so many letters, boundary included.
    #[must_use]
    pub fn new(letters: usize, places: usize, width: usize, units: usize) -> Self {
        let none = Vec::new;
        Self { letters, places, width, units, seen: none(), hidden: none(), scores: none() }
    }

    /// Table, hidden weights, hidden biases, output weights, output biases.
    #[must_use]
    pub fn parts(&self) -> [Range<usize>; 5] {
        let Self { letters, places, width, units, .. } = *self;
        let mut start = 0;
        let sizes = [letters * width, places * width * units, units, units * letters, letters];
        sizes.map(|size| {
            start += size;
            start - size..start
        })
    }

    /// Writes the rows of the letters in the window, last letter last, into `seen`.
    fn look_up(&self, table: &[f32], window: impl Iterator<Item = u8>, seen: &mut [f32]) {
        for (letter, seen) in window.zip(seen.chunks_exact_mut(self.width)) {
            let start = usize::from(letter) * self.width;
            seen.copy_from_slice(&table[start..start + self.width]);
        }
    }

    /// The letters that are seen at a place of a word; before its beginning there are boundaries.
    fn window<'a>(&self, word: &'a [u8], place: usize) -> impl Iterator<Item = u8> + use<'a> {
        let back = (0..self.places).rev();
        back.map(move |back| place.checked_sub(back).map_or(BOUNDARY, |at| word[at]))
    }

    fn answer(&self, weights: &[f32], seen: &[f32], hidden: &mut [f32], scores: &mut [f32]) {
        let [_, inner, inner_bias, outer, outer_bias] = self.parts();
        affine(seen, &weights[inner], &weights[inner_bias], hidden);
        hidden.iter_mut().for_each(|it| *it = tanh(*it));
        affine(hidden, &weights[outer], &weights[outer_bias], scores);
    }
}

impl Model for Window {
    fn weight_count(&self) -> usize {
        self.parts()[4].end
    }

    fn start(&self, random: &mut Random) -> Vec<f32> {
        let mut weights = vec![0.0; self.weight_count()];
        let [table, inner, _, outer, _] = self.parts();
        let deviation = |inputs: usize| 1.0 / (inputs as f32).sqrt();
        let drawn = [
            (table, 1.0),
            (inner, deviation(self.places * self.width)),
            (outer, deviation(self.units)),
        ];
        for (part, deviation) in drawn {
            weights[part].fill_with(|| deviation * random.normal());
        }
        weights
    }

    fn forward(&mut self, weights: &[f32], words: &Words) -> &[f32] {
        let rows = words.tokens.len();
        let mut seen = std::mem::take(&mut self.seen);
        let mut hidden = std::mem::take(&mut self.hidden);
        let mut scores = std::mem::take(&mut self.scores);
        let width = self.places * self.width;
        seen.resize(rows * width, 0.0);
        hidden.resize(rows * self.units, 0.0);
        scores.resize(rows * self.letters, 0.0);
        let table = &weights[self.parts()[0].clone()];
        for (row, seen) in seen.chunks_exact_mut(width).enumerate() {
            let word = &words.tokens[row - row % words.time..];
            self.look_up(table, self.window(word, row % words.time), seen);
        }
        self.answer(weights, &seen, &mut hidden, &mut scores);
        (self.seen, self.hidden, self.scores) = (seen, hidden, scores);
        &self.scores
    }

    fn backward(&mut self, weights: &[f32], words: &Words, slopes: &[f32], gradient: &mut [f32]) {
        let [table, inner, inner_bias, outer, outer_bias] = self.parts();
        gradient.fill(0.0);
        let (rest, bias) = gradient.split_at_mut(outer_bias.start);
        weight_slopes(&self.hidden, slopes, &mut rest[outer.clone()], bias);
        let mut deltas = vec![0.0; self.hidden.len()];
        pass_down(&weights[outer.clone()], slopes, self.letters, &mut deltas);
        for (delta, hidden) in deltas.iter_mut().zip(&self.hidden) {
            *delta *= 1.0 - hidden * hidden;
        }
        let (rest, bias) = gradient.split_at_mut(inner_bias.start);
        let bias = &mut bias[..self.units];
        weight_slopes(&self.seen, &deltas, &mut rest[inner.clone()], bias);
        let mut below = vec![0.0; self.seen.len()];
        pass_down(&weights[inner], &deltas, self.units, &mut below);
        let gradient = &mut gradient[table];
        for (row, below) in below.chunks_exact(self.places * self.width).enumerate() {
            let word = &words.tokens[row - row % words.time..];
            let letters = self.window(word, row % words.time);
            for (letter, below) in letters.zip(below.chunks_exact(self.width)) {
                let start = usize::from(letter) * self.width;
                add_scaled(1.0, below, &mut gradient[start..start + self.width]);
            }
        }
    }

    fn reader(&self) -> Box<dyn Reader> {
        Box::new(Looking {
            last: vec![BOUNDARY; self.places],
            seen: vec![0.0; self.places * self.width],
            hidden: vec![0.0; self.units],
            scores: vec![0.0; self.letters],
            model: Self::new(self.letters, self.places, self.width, self.units),
        })
    }
}

/// The last letters.
struct Looking {
    model: Window,
    last: Vec<u8>,
    seen: Vec<f32>,
    hidden: Vec<f32>,
    scores: Vec<f32>,
}

impl Reader for Looking {
    fn read(&mut self, weights: &[f32], token: u8) -> &[f32] {
        let Self { model, last, seen, hidden, scores } = self;
        last.rotate_left(1);
        last[model.places - 1] = token;
        model.look_up(&weights[model.parts()[0].clone()], last.iter().copied(), seen);
        model.answer(weights, seen, hidden, scores);
        scores
    }
}
