//! The three ways back through a convolution: to its weights, to its biases, and to the maps below.

use std::ops::Range;

use super::convolve::Form;
use super::window::Window;
use crate::lane::Lane;

/// Channels side by side, as in the way forward.
const CHANNELS: usize = 4;
/// Lanes of each, likewise.
const WIDE: usize = 2;

/// slopes ← Σ over the batch and over all places of delta · input, in the order of the weights.
pub fn slopes(form: &Form, deltas: &[Lane], inputs: &[Lane], slopes: &mut [f32], lanes: usize) {
    let size = form.window.size;
    let fan = form.inputs.channels * size * size;
    let plane = form.outputs.side * form.outputs.side * lanes;
    let blocks = slopes.chunks_mut(CHANNELS * fan).zip(deltas.chunks(CHANNELS * plane));
    for (slopes, deltas) in blocks {
        for weight in 0..fan {
            let place = (weight / (size * size), weight / size % size, weight % size);
            if slopes.len() == CHANNELS * fan {
                let sums = products::<CHANNELS>(form, deltas, inputs, place, lanes);
                (0..CHANNELS).for_each(|index| slopes[index * fan + weight] = sums[index]);
            } else {
                for (slopes, deltas) in slopes.chunks_mut(fan).zip(deltas.chunks(plane)) {
                    [slopes[weight]] = products::<1>(form, deltas, inputs, place, lanes);
                }
            }
        }
    }
}

/// Of one weight's inputs with the deltas of `C` output channels.
#[inline(always)]
fn products<const C: usize>(
    form: &Form,
    deltas: &[Lane],
    inputs: &[Lane],
    (channel, window_row, window_column): (usize, usize, usize),
    lanes: usize,
) -> [f32; C] {
    let (side, plane) = (form.outputs.side, form.outputs.side * form.outputs.side * lanes);
    let (rows, columns) = (seen(form, window_row), seen(form, window_column));
    // Without a stride, neighbours above are neighbours below: a whole row is one run.
    let (runs, run) = if form.window.stride == 1 {
        (columns.start..columns.end.min(columns.start + 1), columns.len() * lanes)
    } else {
        (columns, lanes)
    };
    let below =
        |position: usize, own: usize| position * form.window.stride + own - form.window.padding;
    let mut sums = [Lane::ZERO; C];
    for row in rows {
        for column in runs.clone() {
            let input =
                form.inputs.unit(channel, below(row, window_row), below(column, window_column));
            let delta = (row * side + column) * lanes;
            let inputs = &inputs[input * lanes..][..run];
            let deltas: [&[Lane]; C] =
                std::array::from_fn(|index| &deltas[index * plane + delta..][..run]);
            for (lane, &x) in inputs.iter().enumerate() {
                for (sum, deltas) in sums.iter_mut().zip(deltas) {
                    *sum += deltas[lane] * x;
                }
            }
        }
    }
    sums.map(Lane::sum)
}

/// Positions at which the window's place `own` lies within the picture.
fn seen(form: &Form, own: usize) -> Range<usize> {
    let Window { stride, padding, .. } = form.window;
    let first = padding.saturating_sub(own).div_ceil(stride);
    let end = (form.inputs.side + padding).saturating_sub(own).div_ceil(stride);
    first..end.min(form.outputs.side).max(first)
}

/// slopes ← Σ over the batch and over all places of delta.
pub fn bias_slopes(form: &Form, deltas: &[Lane], slopes: &mut [f32], lanes: usize) {
    let plane = form.outputs.side * form.outputs.side * lanes;
    for (slope, deltas) in slopes.iter_mut().zip(deltas.chunks_exact(plane)) {
        let mut sum = Lane::ZERO;
        deltas.iter().for_each(|&delta| sum += delta);
        *slope = sum.sum();
    }
}

/// below ← Σ over output channels and the positions that see the place of weight · delta.
pub fn pass_down(form: &Form, matrix: &[f32], deltas: &[Lane], below: &mut [Lane], lanes: usize) {
    let plane = form.inputs.side * form.inputs.side * lanes;
    for (block, below) in below.chunks_mut(CHANNELS * plane).enumerate() {
        let first = block * CHANNELS;
        if below.len() == CHANNELS * plane {
            each_place::<CHANNELS>(form, matrix, deltas, below, (first, lanes));
        } else {
            for (index, below) in below.chunks_mut(plane).enumerate() {
                each_place::<1>(form, matrix, deltas, below, (first + index, lanes));
            }
        }
    }
}

/// The deltas of `C` input channels from `first`.
fn each_place<const C: usize>(
    form: &Form,
    matrix: &[f32],
    deltas: &[Lane],
    below: &mut [Lane],
    (first, lanes): (usize, usize),
) {
    for row in 0..form.inputs.side {
        for column in 0..form.inputs.side {
            let mut lane = 0;
            while lane + WIDE <= lanes {
                place::<C, WIDE>(form, matrix, deltas, below, first, (row, column, lane, lanes));
                lane += WIDE;
            }
            while lane < lanes {
                place::<C, 1>(form, matrix, deltas, below, first, (row, column, lane, lanes));
                lane += 1;
            }
        }
    }
}

#[inline(always)]
fn place<const C: usize, const W: usize>(
    form: &Form,
    matrix: &[f32],
    deltas: &[Lane],
    below: &mut [Lane],
    first: usize,
    (row, column, lane, lanes): (usize, usize, usize, usize),
) {
    let (size, side) = (form.window.size, form.inputs.side);
    let area = size * size;
    let mut sums = [[Lane::ZERO; W]; C];
    for channel in 0..form.outputs.channels {
        let weights = (channel * form.inputs.channels + first) * area;
        for (above, own_row) in form.window.covering(row, form.outputs.side) {
            for (beside, own_column) in form.window.covering(column, form.outputs.side) {
                let at = form.outputs.unit(channel, above, beside) * lanes + lane;
                let Some(Ok(deltas)) = deltas.get(at..at + W).map(<[Lane; W]>::try_from) else {
                    return;
                };
                let weight = weights + own_row * size + own_column;
                for (index, sums) in sums.iter_mut().enumerate() {
                    let weight = Lane::splat(matrix[weight + index * area]);
                    sums.iter_mut().zip(deltas).for_each(|(sum, delta)| *sum += weight * delta);
                }
            }
        }
    }
    for (index, sums) in sums.into_iter().enumerate() {
        let at = ((index * side + row) * side + column) * lanes + lane;
        below[at..at + W].copy_from_slice(&sums);
    }
}
