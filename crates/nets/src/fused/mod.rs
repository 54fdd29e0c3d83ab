//! Operations of the transformer as one burn operation each, with their own way back.
//!
//! Burn composes attention, layer normalisation, GELU and cross-entropy of many small operations, each
//! a pass over memory with its own allocation and its own node in the graph; on small tensors that
//! costs more than the arithmetic. Here each is one node, and its arithmetic is that of
//! [`crate::rows`].

// burn's ndarray backend; see `device`.
#![allow(deprecated)]

mod operation;
#[cfg(test)]
mod oracle_tests;

use std::borrow::Cow;

use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::checkpoint::strategy::CheckpointStrategy;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops, OpsKind};
use burn::backend::tensor::FloatTensor;
use burn::backend::{Autodiff, Backend, Dispatch, TensorMetadata, backend_extension};
use burn::tensor::{Tensor, TensorData};

use crate::rows::Heads;
use operation::{Kept, Operation, Values};

/// x W + b; `x` is rows by inputs, `weight` inputs by outputs, `bias` 1 by outputs.
pub fn affine(x: Tensor<2>, weight: Tensor<2>, bias: Tensor<2>) -> Tensor<2> {
    three([x, weight, bias], Operation::Affine)
}

/// x W.
pub fn product(x: Tensor<2>, weight: Tensor<2>) -> Tensor<2> {
    let (x, weight) = (x.into_dispatch(), weight.into_dispatch());
    Tensor::from_dispatch(<Dispatch as Fused>::two(x, weight, Operation::Affine))
}

/// Layer normalisation over the width (Ba et al. 2016); `gain` and `shift` are 1 by width.
pub fn norm(x: Tensor<2>, gain: Tensor<2>, shift: Tensor<2>) -> Tensor<2> {
    three([x, gain, shift], Operation::Norm)
}

/// GELU in its tanh form.
pub fn gelu(x: Tensor<2>) -> Tensor<2> {
    one(x, Operation::Gelu)
}

/// Causal attention of all heads; a row of `qkv` is a token's queries, keys and values. The answer is
/// tokens by width.
pub fn attention(qkv: Tensor<2>, heads: Heads) -> Tensor<2> {
    one(qkv, Operation::Attention(heads))
}

/// Mean cross-entropy in nats of `targets`, one a row, under `logits`.
pub fn cross_entropy(logits: Tensor<2>, targets: &[i32]) -> Tensor<1> {
    one(logits, Operation::CrossEntropy(targets.to_vec()))
}

fn one<const D: usize>(x: Tensor<2>, operation: Operation) -> Tensor<D> {
    Tensor::from_dispatch(<Dispatch as Fused>::one(x.into_dispatch(), operation))
}

fn three(inputs: [Tensor<2>; 3], operation: Operation) -> Tensor<2> {
    let [a, b, c] = inputs.map(Tensor::into_dispatch);
    Tensor::from_dispatch(<Dispatch as Fused>::three(a, b, c, operation))
}

/// A backend whose tensors lie in memory that can be read.
trait Readable: Backend {
    /// The numbers of a tensor of single precision, row-major.
    fn numbers(tensor: &FloatTensor<Self>) -> Cow<'_, [f32]>;

    fn values(tensor: &FloatTensor<Self>) -> Values {
        let numbers = Self::numbers(tensor).into_owned();
        Values { shape: tensor.shape().to_vec(), numbers }
    }

    fn tensor(values: Values) -> FloatTensor<Self> {
        let data = TensorData::new(values.numbers, values.shape);
        Self::float_from_data(data, &Self::Device::default())
    }
}

/// An operation on one, two or three tensors.
#[backend_extension(NdArray: cfg(feature = "ndarray"), Flex: cfg(feature = "flex"), Autodiff)]
trait Fused: Backend {
    fn one(x: FloatTensor<Self>, operation: Operation) -> FloatTensor<Self>;
    fn two(a: FloatTensor<Self>, b: FloatTensor<Self>, operation: Operation) -> FloatTensor<Self>;
    fn three(
        a: FloatTensor<Self>,
        b: FloatTensor<Self>,
        c: FloatTensor<Self>,
        operation: Operation,
    ) -> FloatTensor<Self>;
}

macro_rules! unrecorded {
    ($backend:ty) => {
        impl Fused for $backend {
            fn one(x: FloatTensor<Self>, operation: Operation) -> FloatTensor<Self> {
                computed::<Self>(&[&x], &operation).0
            }

            fn two(
                a: FloatTensor<Self>,
                b: FloatTensor<Self>,
                operation: Operation,
            ) -> FloatTensor<Self> {
                computed::<Self>(&[&a, &b], &operation).0
            }

            fn three(
                a: FloatTensor<Self>,
                b: FloatTensor<Self>,
                c: FloatTensor<Self>,
                operation: Operation,
            ) -> FloatTensor<Self> {
                computed::<Self>(&[&a, &b, &c], &operation).0
            }
        }
    };
}

#[cfg(feature = "ndarray")]
mod on_ndarray {
    use burn::backend::NdArray;
    use burn::backend::ndarray::NdArrayTensor;

    use super::*;

    impl Readable for NdArray {
        fn numbers(tensor: &FloatTensor<Self>) -> Cow<'_, [f32]> {
            let NdArrayTensor::F32(storage) = tensor else {
                unreachable!("every tensor of this crate is of single precision")
            };
            let view = storage.view();
            match view.to_slice() {
                Some(numbers) => Cow::Borrowed(numbers),
                None => view.iter().copied().collect(),
            }
        }
    }

    unrecorded!(NdArray);
}

#[cfg(feature = "flex")]
mod on_flex {
    use burn::backend::Flex;

    use super::*;

    impl Readable for Flex {
        fn numbers(tensor: &FloatTensor<Self>) -> Cow<'_, [f32]> {
            match tensor.as_slice::<f32>() {
                Some(numbers) => Cow::Borrowed(numbers),
                None => Cow::Owned(tensor.to_contiguous().storage::<f32>().to_vec()),
            }
        }
    }

    unrecorded!(Flex);
}

impl<B: Fused + Readable, C: CheckpointStrategy> Fused for Autodiff<B, C> {
    fn one(x: FloatTensor<Self>, operation: Operation) -> FloatTensor<Self> {
        recorded::<B, C, 1>([x], operation)
    }

    fn two(a: FloatTensor<Self>, b: FloatTensor<Self>, operation: Operation) -> FloatTensor<Self> {
        recorded::<B, C, 2>([a, b], operation)
    }

    fn three(
        a: FloatTensor<Self>,
        b: FloatTensor<Self>,
        c: FloatTensor<Self>,
        operation: Operation,
    ) -> FloatTensor<Self> {
        recorded::<B, C, 3>([a, b, c], operation)
    }
}

fn computed<B: Readable>(
    inputs: &[&FloatTensor<B>],
    operation: &Operation,
) -> (FloatTensor<B>, Kept) {
    let (answer, kept) = operation.forward(inputs.iter().map(|input| B::values(input)).collect());
    (B::tensor(answer), kept)
}

/// The answer, with the way back in the graph.
fn recorded<B: Readable, C: CheckpointStrategy, const N: usize>(
    inputs: [FloatTensor<Autodiff<B, C>>; N],
    operation: Operation,
) -> FloatTensor<Autodiff<B, C>> {
    let primitives = inputs.each_ref().map(|input| input.primitive());
    let (answer, kept) = computed::<B>(&primitives, &operation);
    let nodes = inputs.each_ref().map(|input| input.node());
    match Way(operation).prepare::<C>(nodes).compute_bound().stateful() {
        OpsKind::Tracked(prepared) => prepared.finish(kept, answer),
        OpsKind::UnTracked(prepared) => prepared.finish(answer),
    }
}

/// The way back through an operation.
#[derive(Debug)]
struct Way(Operation);

impl<B: Readable, const N: usize> Backward<B, N> for Way {
    type State = Kept;

    fn backward(self, ops: Ops<Kept, N>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let above = gradients.consume::<B>(&ops.node);
        let slopes = self.0.backward(ops.state, &B::numbers(&above));
        for (parent, slopes) in ops.parents.into_iter().zip(slopes) {
            if let Some(node) = parent {
                gradients.register::<B>(node.id, B::tensor(slopes));
            }
        }
    }
}
