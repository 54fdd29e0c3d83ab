//! GELU in its tanh form (Hendrycks and Gimpel 2016), with ½(1 + tanh u) = σ(2u).

use crate::activation::{sigmoid, sigmoid_of};
use crate::lane::{Lane, WIDTH};

/// 2√(2/π), and the same by 0.044715.
const LINEAR: f32 = 1.595_769;
const CUBIC: f32 = 0.071_354_815;

/// x σ(2u).
pub fn gelu(x: f32) -> f32 {
    x * sigmoid(x * (x * x * CUBIC + LINEAR))
}

/// [`gelu`] of each number.
pub fn gelu_of(inputs: &[f32], answers: &mut [f32]) {
    let (fours, rest) = inputs.as_chunks::<WIDTH>();
    let (four_answers, rest_answers) = answers.as_chunks_mut::<WIDTH>();
    for (&x, answer) in fours.iter().zip(four_answers) {
        let x = Lane(x);
        *answer = (x * sigmoid_of(x * (x * x * CUBIC.into() + LINEAR.into()))).0;
    }
    for (&x, answer) in rest.iter().zip(rest_answers) {
        *answer = gelu(x);
    }
}

/// slopes ← slopes · gelu′(input).
pub fn gelu_slopes(inputs: &[f32], slopes: &mut [f32]) {
    let (fours, rest) = inputs.as_chunks::<WIDTH>();
    let (four_slopes, rest_slopes) = slopes.as_chunks_mut::<WIDTH>();
    for (&x, slope) in fours.iter().zip(four_slopes) {
        *slope = (Lane(*slope) * slope_of(Lane(x))).0;
    }
    for (&x, slope) in rest.iter().zip(rest_slopes) {
        *slope *= slope_of(Lane::splat(x)).0[0];
    }
}

fn slope_of(x: Lane) -> Lane {
    let square = x * x;
    let open = sigmoid_of(x * (square * CUBIC.into() + LINEAR.into()));
    let steep = Lane::from(3.0 * CUBIC) * square + LINEAR.into();
    open + x * open * (Lane::splat(1.0) - open) * steep
}
