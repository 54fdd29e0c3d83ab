//! Layer normalisation over the width (Ba et al. 2016).

use crate::lane::{Lane, WIDTH};

/// Added to the variance.
const EPSILON: f32 = 1e-5;

/// A layer norm's answers, its inputs at mean 0 and variance 1, and what they were divided by.
#[derive(Clone, Debug, Default)]
pub struct Norm {
    /// even · gain + shift.
    pub answers: Vec<f32>,
    even: Vec<f32>,
    inverse: Vec<f32>,
}

impl Norm {
    /// Of rows as wide as `gain`.
    pub fn forward(&mut self, stream: &[f32], gain: &[f32], shift: &[f32]) {
        let width = gain.len();
        self.answers.resize(stream.len(), 0.0);
        self.even.clear();
        self.even.extend_from_slice(stream);
        self.inverse.clear();
        self.inverse.extend(self.even.chunks_exact_mut(width).map(normalise));
        let rows = self.answers.chunks_exact_mut(width).zip(self.even.chunks_exact(width));
        for (answers, even) in rows {
            for (answer, (even, (gain, shift))) in
                answers.iter_mut().zip(even.iter().zip(gain.iter().zip(shift)))
            {
                *answer = even * gain + shift;
            }
        }
    }

    /// Adds the slopes of gain and shift to theirs, and ∂loss/∂(stream before the norm) to `stream`.
    pub fn backward(
        &self,
        above: &[f32],
        gain: &[f32],
        (gains, shifts): (&mut [f32], &mut [f32]),
        stream: &mut [f32],
    ) {
        let width = gain.len();
        let rows = above.chunks_exact(width).zip(self.even.chunks_exact(width));
        let mut slopes = vec![0.0; width];
        for (((above, even), inverse), stream) in
            rows.zip(&self.inverse).zip(stream.chunks_exact_mut(width))
        {
            for unit in 0..width {
                gains[unit] += above[unit] * even[unit];
                shifts[unit] += above[unit];
                slopes[unit] = above[unit] * gain[unit];
            }
            let mean = sum(&slopes, |slope, _| slope, even) / width as f32;
            let along = sum(&slopes, |slope, even| slope * even, even) / width as f32;
            for unit in 0..width {
                stream[unit] += inverse * (slopes[unit] - mean - even[unit] * along);
            }
        }
    }
}

/// Mean 0 and variance 1; what the deviations were multiplied by.
pub fn normalise(row: &mut [f32]) -> f32 {
    let width = row.len() as f32;
    let mean = sum(row, |x, _| x, row) / width;
    row.iter_mut().for_each(|it| *it -= mean);
    let variance = sum(row, |x, y| x * y, row) / width;
    let inverse = 1.0 / (variance + EPSILON).sqrt();
    row.iter_mut().for_each(|it| *it *= inverse);
    inverse
}

/// Σ f(a, b), with a partial sum for every place of a lane.
#[inline(always)]
fn sum(a: &[f32], f: impl Fn(Lane, Lane) -> Lane, b: &[f32]) -> f32 {
    let (four_a, rest_a) = a.as_chunks::<WIDTH>();
    let (four_b, rest_b) = b.as_chunks::<WIDTH>();
    let mut sums = Lane::ZERO;
    for (&a, &b) in four_a.iter().zip(four_b) {
        sums += f(Lane(a), Lane(b));
    }
    let rest = rest_a.iter().zip(rest_b).map(|(&a, &b)| f(a.into(), b.into()).0[0]);
    sums.sum() + rest.sum::<f32>()
}
