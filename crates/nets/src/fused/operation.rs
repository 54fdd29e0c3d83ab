//! What each fused operation computes, and how slopes go back through it.

use crate::rows::{
    Heads, Norm, affine, cross_entropy, gelu_of, gelu_slopes, pass_down, weight_slopes,
};

/// One operation of a transformer.
#[derive(Clone, Debug)]
pub enum Operation {
    /// x W + b, or x W without a third input.
    Affine,
    /// Layer normalisation over the width: x, gain, shift.
    Norm,
    /// GELU in its tanh form.
    Gelu,
    /// Causal attention: queries, keys and values in a row for each token.
    Attention(Heads),
    /// Mean over the rows of −log softmax at these places, in nats.
    CrossEntropy(Vec<i32>),
}

/// Numbers, row-major, and their shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    pub shape: Vec<usize>,
    pub numbers: Vec<f32>,
}

/// What the way back needs.
#[derive(Clone, Debug)]
pub struct Kept {
    inputs: Vec<Values>,
    more: More,
}

#[derive(Clone, Debug)]
enum More {
    Nothing,
    Norm(Norm),
    Shares(Vec<f32>),
    Slopes(Vec<f32>),
}

impl Values {
    fn new(shape: [usize; 2]) -> Self {
        Self { shape: shape.to_vec(), numbers: vec![0.0; shape[0] * shape[1]] }
    }

    /// Zeros of the same shape.
    fn zeros(&self) -> Self {
        Self { shape: self.shape.clone(), numbers: vec![0.0; self.numbers.len()] }
    }

    /// All axes but the last, and the last.
    fn matrix(&self) -> [usize; 2] {
        let columns = self.shape.last().copied().unwrap_or(1);
        [self.numbers.len() / columns.max(1), columns]
    }
}

impl Operation {
    /// The answer.
    pub fn forward(&self, mut inputs: Vec<Values>) -> (Values, Kept) {
        let (answer, more) = match self {
            Self::Affine => (product(&inputs), More::Nothing),
            Self::Norm => {
                let mut norm = Norm::default();
                norm.forward(&inputs[0].numbers, &inputs[1].numbers, &inputs[2].numbers);
                let shape = inputs[0].shape.clone();
                (Values { shape, numbers: std::mem::take(&mut norm.answers) }, More::Norm(norm))
            }
            Self::Gelu => {
                let mut answer = inputs[0].zeros();
                gelu_of(&inputs[0].numbers, &mut answer.numbers);
                (answer, More::Nothing)
            }
            Self::Attention(heads) => {
                let mut answer = Values::new([heads.count * heads.time, heads.width]);
                let mut shares = vec![0.0; heads.cells()];
                heads.forward(&inputs[0].numbers, &mut shares, &mut answer.numbers);
                (answer, More::Shares(shares))
            }
            Self::CrossEntropy(targets) => {
                let classes = inputs[0].matrix()[1];
                let mut slopes = std::mem::take(&mut inputs[0].numbers);
                let share = 1.0 / targets.len() as f32;
                let rows = slopes.chunks_exact_mut(classes).zip(targets);
                let loss: f64 =
                    rows.map(|(row, &target)| cross_entropy(row, target as usize, share)).sum();
                let mean = (loss / targets.len() as f64) as f32;
                (Values { shape: vec![1], numbers: vec![mean] }, More::Slopes(slopes))
            }
        };
        (answer, Kept { inputs, more })
    }

    /// ∂loss/∂input for each input, from ∂loss/∂answer.
    pub fn backward(&self, kept: Kept, above: &[f32]) -> Vec<Values> {
        let Kept { inputs, more } = kept;
        match (self, more) {
            (Self::Affine, _) => product_slopes(&inputs, above),
            (Self::Gelu, _) => {
                let shape = inputs[0].shape.clone();
                let mut slopes = Values { shape, numbers: above.to_vec() };
                gelu_slopes(&inputs[0].numbers, &mut slopes.numbers);
                vec![slopes]
            }
            (Self::Norm, More::Norm(norm)) => {
                let [mut x, mut gain, mut shift] =
                    [0, 1, 2].map(|index: usize| inputs[index].zeros());
                let slopes = (&mut gain.numbers[..], &mut shift.numbers[..]);
                norm.backward(above, &inputs[1].numbers, slopes, &mut x.numbers);
                vec![x, gain, shift]
            }
            (Self::Attention(heads), More::Shares(shares)) => {
                let mut slopes = inputs[0].zeros();
                heads.backward(&inputs[0].numbers, &shares, above, &mut slopes.numbers);
                vec![slopes]
            }
            (Self::CrossEntropy(_), More::Slopes(mut slopes)) => {
                slopes.iter_mut().for_each(|slope| *slope *= above[0]);
                vec![Values { shape: inputs[0].shape.clone(), numbers: slopes }]
            }
            _ => unreachable!("what forward keeps is of the same operation"),
        }
    }
}

fn product(inputs: &[Values]) -> Values {
    let (x, weights) = (&inputs[0], &inputs[1]);
    let columns = weights.matrix()[1];
    let mut answer = Values::new([x.matrix()[0], columns]);
    let none = vec![0.0; columns];
    let bias = inputs.get(2).map_or(&none, |bias| &bias.numbers);
    affine(&x.numbers, &weights.numbers, bias, &mut answer.numbers);
    answer
}

fn product_slopes(inputs: &[Values], above: &[f32]) -> Vec<Values> {
    let mut slopes: Vec<Values> = inputs.iter().map(Values::zeros).collect();
    let columns = inputs[1].matrix()[1];
    pass_down(&inputs[1].numbers, above, columns, &mut slopes[0].numbers);
    let mut none = vec![0.0; columns];
    let (matrices, biases) = slopes.split_at_mut(2);
    let bias = biases.first_mut().map_or(&mut none, |bias| &mut bias.numbers);
    weight_slopes(&inputs[0].numbers, above, &mut matrices[1].numbers, bias);
    slopes
}
