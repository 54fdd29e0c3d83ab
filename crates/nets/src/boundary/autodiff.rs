//! The same network in burn: the oracle of [`super::dense`], and an engine of its own.

use burn::tensor::{Device, Tensor, TensorData, activation};

use super::batch::Batch;
use super::shape::Shape;
use crate::activation::{Activation, LEAK};
use crate::device;
use crate::lane::Lane;

/// A dense network whose gradients come from burn's autodiff.
#[derive(Clone, Debug)]
pub struct Autodiff {
    shape: Shape,
    device: Device,
}

impl Autodiff {
    /// A network of this shape.
    pub fn new(shape: Shape) -> Self {
        Self { shape, device: device::training() }
    }

    /// Mean of ½(output − label)² over the batch; overwrites `gradient` with ∂loss/∂weights.
    pub fn loss_and_gradient(&self, weights: &[f32], batch: &Batch, gradient: &mut [f32]) -> f32 {
        let layers: Vec<(Tensor<2>, Tensor<1>)> = self
            .shape
            .layers()
            .iter()
            .map(|layer| {
                let rows = self.tensor(&weights[layer.weights()], [layer.units, layer.inputs]);
                (
                    rows.require_grad(),
                    self.tensor(&weights[layer.biases()], [layer.units]).require_grad(),
                )
            })
            .collect();
        let lanes = batch.lanes();
        let column = |row: &[Lane]| self.tensor(&unpack(row, batch.size()), [batch.size(), 1]);
        let (xs, ys) = batch.inputs.split_at(lanes);
        let mut answers = Tensor::cat(vec![column(xs), column(ys)], 1);
        for (index, (rows, biases)) in layers.iter().enumerate() {
            let sums = answers.matmul(rows.clone().transpose()) + biases.clone().unsqueeze();
            answers = activate(self.shape.activation_of(index), sums);
        }
        let loss = (answers - column(&batch.labels)).square().mean() * 0.5;
        let gradients = loss.backward();
        for (layer, (rows, biases)) in self.shape.layers().iter().zip(&layers) {
            copy(rows.grad(&gradients), &mut gradient[layer.weights()]);
            copy(biases.grad(&gradients), &mut gradient[layer.biases()]);
        }
        loss.into_data().try_to_vec().map_or(f32::NAN, |values: Vec<f32>| values[0])
    }

    fn tensor<const D: usize>(&self, values: &[f32], shape: [usize; D]) -> Tensor<D> {
        Tensor::from_data(TensorData::new(values.to_vec(), shape), &self.device)
    }
}

fn activate(kind: Activation, sums: Tensor<2>) -> Tensor<2> {
    match kind {
        Activation::Tanh => activation::tanh(sums),
        Activation::Relu => activation::relu(sums),
        Activation::LeakyRelu => activation::leaky_relu(sums, f64::from(LEAK)),
        Activation::Sigmoid => activation::sigmoid(sums),
        Activation::Linear => sums,
    }
}

fn unpack(row: &[Lane], count: usize) -> Vec<f32> {
    row.iter().flat_map(|lane| lane.0).take(count).collect()
}

/// A weight that the loss does not depend on has no entry: its slope is 0.
fn copy<const D: usize>(slope: Option<Tensor<D>>, target: &mut [f32]) {
    let values = slope.and_then(|tensor| tensor.into_data().try_to_vec::<f32>().ok());
    match values {
        Some(values) => target.copy_from_slice(&values),
        None => target.fill(0.0),
    }
}
