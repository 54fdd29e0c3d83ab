//! Matrix products on rows that lie one behind the other. Sums over a row's inputs keep one order,
//! with four partial sums where a row is folded to one number.

use crate::lane::{Lane, WIDTH};

/// out ← x W + bias, where W is inputs by outputs and the outputs are as many as biases.
pub fn affine(x: &[f32], weights: &[f32], bias: &[f32], out: &mut [f32]) {
    let outputs = bias.len();
    let inputs = weights.len() / outputs;
    for (x, out) in x.chunks_exact(inputs).zip(out.chunks_exact_mut(outputs)) {
        out.copy_from_slice(bias);
        for (&x, weights) in x.iter().zip(weights.chunks_exact(outputs)) {
            add_scaled(x, weights, out);
        }
    }
}

/// gradient of W ← gradient + xᵀ slopes; gradient of biases likewise.
pub fn weight_slopes(x: &[f32], slopes: &[f32], weights: &mut [f32], bias: &mut [f32]) {
    let outputs = bias.len();
    let inputs = weights.len() / outputs;
    for (x, slopes) in x.chunks_exact(inputs).zip(slopes.chunks_exact(outputs)) {
        add_scaled(1.0, slopes, bias);
        for (&x, weights) in x.iter().zip(weights.chunks_exact_mut(outputs)) {
            add_scaled(x, slopes, weights);
        }
    }
}

/// below ← slopes Wᵀ, where a row of `slopes` has this many numbers.
pub fn pass_down(weights: &[f32], slopes: &[f32], outputs: usize, below: &mut [f32]) {
    let inputs = weights.len() / outputs;
    for (slopes, below) in slopes.chunks_exact(outputs).zip(below.chunks_exact_mut(inputs)) {
        for (below, weights) in below.iter_mut().zip(weights.chunks_exact(outputs)) {
            *below = dot(slopes, weights);
        }
    }
}

/// target ← target + factor · source.
#[inline(always)]
pub fn add_scaled(factor: f32, source: &[f32], target: &mut [f32]) {
    for (sum, value) in target.iter_mut().zip(source) {
        *sum += factor * value;
    }
}

/// Σ a b.
#[inline(always)]
pub fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (four_a, rest_a) = a.as_chunks::<WIDTH>();
    let (four_b, rest_b) = b.as_chunks::<WIDTH>();
    let mut sums = Lane::ZERO;
    for (&a, &b) in four_a.iter().zip(four_b) {
        sums += Lane(a) * Lane(b);
    }
    let rest: f32 = rest_a.iter().zip(rest_b).map(|(a, b)| a * b).sum();
    sums.sum() + rest
}
