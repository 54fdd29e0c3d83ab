//! Every fused operation beside the same thing composed of burn's own operations: values and slopes.

use burn::tensor::{Int, Tensor, TensorData, activation};

use super::*;
use crate::device;
use crate::random::Random;
use crate::rows::Places;

const TOLERANCE: f32 = 1e-5;

/// Leaves of these shapes, filled with noise.
fn leaves(shapes: &[[usize; 2]], seed: u32) -> Vec<Tensor<2>> {
    let mut random = Random::new(seed, 0);
    let mut leaf = |shape: &[usize; 2]| {
        let numbers: Vec<f32> = (0..shape[0] * shape[1]).map(|_| random.normal()).collect();
        Tensor::from_data(TensorData::new(numbers, *shape), &device::training()).require_grad()
    };
    shapes.iter().map(&mut leaf).collect()
}

fn numbers<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
    tensor.into_data().try_to_vec().unwrap()
}

/// The answer, and every leaf's slope of Σ answer · noise.
fn answer_and_slopes<const D: usize>(
    shapes: &[[usize; 2]],
    operation: impl Fn(&[Tensor<2>]) -> Tensor<D>,
) -> Vec<Vec<f32>> {
    let leaves = leaves(shapes, 1);
    let answer = operation(&leaves);
    let mut random = Random::new(2, 0);
    let count = answer.dims().iter().product::<usize>();
    let noise: Vec<f32> = (0..count).map(|_| random.normal()).collect();
    let noise = Tensor::<D>::from_data(TensorData::new(noise, answer.dims()), &device::training());
    let gradients = (answer.clone() * noise).sum().backward();
    let slopes = leaves.iter().map(|leaf| numbers(leaf.grad(&gradients).unwrap()));
    std::iter::once(numbers(answer)).chain(slopes).collect()
}

fn assert_same<const D: usize>(
    shapes: &[[usize; 2]],
    fused: impl Fn(&[Tensor<2>]) -> Tensor<D>,
    composed: impl Fn(&[Tensor<2>]) -> Tensor<D>,
) {
    let (fused, composed) = (answer_and_slopes(shapes, fused), answer_and_slopes(shapes, composed));
    for (which, (fused, composed)) in fused.iter().zip(&composed).enumerate() {
        assert_eq!(fused.len(), composed.len());
        for (a, b) in fused.iter().zip(composed) {
            assert!((a - b).abs() <= TOLERANCE * (1.0 + b.abs()), "{which}: {a}, composed {b}");
        }
    }
}

#[test]
fn affine_maps() {
    for shapes in [[[5, 3], [3, 7], [1, 7]], [[16, 8], [8, 24], [1, 24]]] {
        let composed = |x: &[Tensor<2>]| x[0].clone().matmul(x[1].clone()) + x[2].clone();
        assert_same(&shapes, |x| affine(x[0].clone(), x[1].clone(), x[2].clone()), composed);
        let composed = |x: &[Tensor<2>]| x[0].clone().matmul(x[1].clone());
        assert_same(&shapes[..2], |x| product(x[0].clone(), x[1].clone()), composed);
    }
}

#[test]
fn layer_norms() {
    let composed = |x: &[Tensor<2>]| {
        let centred = x[0].clone() - x[0].clone().mean_dim(1);
        let variance = centred.clone().square().mean_dim(1);
        centred * (variance + 1e-5).sqrt().recip() * x[1].clone() + x[2].clone()
    };
    for width in [6, 32] {
        let shapes = [[9, width], [1, width], [1, width]];
        assert_same(&shapes, |x| norm(x[0].clone(), x[1].clone(), x[2].clone()), composed);
    }
}

#[test]
fn gelus() {
    let composed = |x: &[Tensor<2>]| {
        let x = x[0].clone();
        let twice_u = x.clone() * (x.clone().square() * 0.071_354_815 + 1.595_769_1);
        x * activation::sigmoid(twice_u)
    };
    assert_same(&[[7, 5]], |x| gelu(x[0].clone()), composed);
}

/// A constant.
fn constant<const D: usize>(numbers: Vec<f32>, shape: [usize; D]) -> Tensor<D> {
    Tensor::from_data(TensorData::new(numbers, shape), &device::training())
}

/// Every row multiplied by the matrix that turns its pairs by its place.
fn turned(rows: Tensor<4>) -> Tensor<4> {
    let [count, heads, time, depth] = rows.dims();
    let mut matrices = vec![0.0; time * depth * depth];
    for (place, matrix) in matrices.chunks_exact_mut(depth * depth).enumerate() {
        for first in (0..depth).step_by(2) {
            let angle = place as f64 * 10_000_f64.powf(-(first as f64) / depth as f64);
            let (sine, cosine) = (angle.sin() as f32, angle.cos() as f32);
            // Row vectors are multiplied from the left.
            matrix[first * depth + first] = cosine;
            matrix[first * depth + first + 1] = sine;
            matrix[(first + 1) * depth + first] = -sine;
            matrix[(first + 1) * depth + first + 1] = cosine;
        }
    }
    let matrices = constant(matrices, [1, 1, time, depth, depth]);
    rows.reshape([count, heads, time, 1, depth])
        .matmul(matrices)
        .reshape([count, heads, time, depth])
}

/// What is added to scores: the fall with the distance, and the mask.
fn added(heads: &Heads) -> Tensor<4> {
    let Heads { time, heads, places, .. } = *heads;
    let fall = |head: usize| match places {
        Places::Distance => 2_f32.powf(-8.0 * (head + 1) as f32 / heads as f32),
        _ => 0.0,
    };
    let cell = |head: usize, query: usize, key: usize| match query.checked_sub(key) {
        Some(distance) => -fall(head) * distance as f32,
        None => -1e9,
    };
    let cells = (0..heads * time * time)
        .map(|at| cell(at / (time * time), at / time % time, at % time))
        .collect();
    constant(cells, [1, heads, time, time])
}

#[test]
fn attentions() {
    let sizes = [(2, 7, 2, 8), (1, 1, 1, 4), (3, 16, 4, 32), (2, 6, 1, 6)];
    let kinds = [Places::Unknown, Places::Rotary, Places::Distance];
    for (places, (count, time, heads, width)) in
        kinds.into_iter().flat_map(|kind| sizes.map(|size| (kind, size)))
    {
        let sizes = Heads { count, time, heads, width, places };
        let composed = |x: &[Tensor<2>]| {
            let depth = width / heads;
            let parts = x[0].clone().reshape([count, time, 3, heads, depth]);
            let parts = parts.permute([2, 0, 3, 1, 4]);
            let part = |which: usize| -> Tensor<4> {
                parts.clone().slice([which..which + 1]).reshape([count, heads, time, depth])
            };
            let turn = |rows| if places == Places::Rotary { turned(rows) } else { rows };
            let scores = turn(part(0)).matmul(turn(part(1)).swap_dims(2, 3));
            let scores = scores * (1.0 / (depth as f32).sqrt()) + added(&sizes);
            let mixed = activation::softmax(scores, 3).matmul(part(2));
            mixed.swap_dims(1, 2).reshape([count * time, width])
        };
        let shapes = [[count * time, 3 * width]];
        assert_same(&shapes, |x| attention(x[0].clone(), sizes), composed);
    }
}

#[test]
fn cross_entropies() {
    let targets = [2, 0, 4, 4];
    let composed = |x: &[Tensor<2>]| {
        let indices = TensorData::new(targets.to_vec(), [4, 1]);
        let indices = Tensor::<2, Int>::from_data(indices, &device::training());
        activation::log_softmax(x[0].clone(), 1).gather(1, indices).mean().neg()
    };
    assert_same(&[[4, 5]], |x| cross_entropy(x[0].clone(), &targets), composed);
}

#[test]
fn what_is_not_recorded_gives_the_same_numbers() {
    let x = leaves(&[[4, 6], [6, 10]], 3);
    let plain = x.iter().map(|it| it.clone().inner()).collect::<Vec<_>>();
    let recorded = numbers(product(x[0].clone(), x[1].clone()));
    assert_eq!(recorded, numbers(product(plain[0].clone(), plain[1].clone())));
}
