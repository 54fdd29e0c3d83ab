//! The three ways back through a convolution: to its weights, to its biases, and to the maps below.

use super::convolve::Form;
use super::window::Window;
use crate::lane::Lane;

/// Channels side by side, as in the way forward.
const CHANNELS: usize = 4;

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
    let rows = seen(form, window_row);
    let columns = seen(form, window_column);
    let mut sums = [Lane::ZERO; C];
    for (row, input_row) in rows {
        for (column, input_column) in columns.clone() {
            let input = form.inputs.unit(channel, input_row, input_column) * lanes;
            let delta = (row * side + column) * lanes;
            for (lane, &x) in inputs[input..input + lanes].iter().enumerate() {
                for (index, sum) in sums.iter_mut().enumerate() {
                    *sum += deltas[index * plane + delta + lane] * x;
                }
            }
        }
    }
    sums.map(Lane::sum)
}

/// Positions at which the window's place `own` lies within the picture, each with the picture's place.
fn seen(form: &Form, own: usize) -> impl Iterator<Item = (usize, usize)> + Clone {
    let Window { stride, padding, .. } = form.window;
    let side = form.inputs.side;
    let places = (0..form.outputs.side).map(move |it| (it, it * stride + own));
    places
        .filter(move |(_, place)| (padding..side + padding).contains(place))
        .map(move |(position, place)| (position, place - padding))
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
    let (side, area) = (form.inputs.side, form.window.size * form.window.size);
    for row in 0..side {
        for column in 0..side {
            for lane in 0..lanes {
                let mut sums = [Lane::ZERO; C];
                for channel in 0..form.outputs.channels {
                    let weights = (channel * form.inputs.channels + first) * area;
                    for (above, own_row) in form.window.covering(row, form.outputs.side) {
                        for (beside, own_column) in form.window.covering(column, form.outputs.side)
                        {
                            let delta =
                                deltas[form.outputs.unit(channel, above, beside) * lanes + lane];
                            let at = weights + own_row * form.window.size + own_column;
                            for (index, sum) in sums.iter_mut().enumerate() {
                                *sum += Lane::splat(matrix[at + index * area]) * delta;
                            }
                        }
                    }
                }
                for (index, sum) in sums.into_iter().enumerate() {
                    below[((index * side + row) * side + column) * lanes + lane] = sum;
                }
            }
        }
    }
}
