//! The network in floats.

use super::SPARSE_BELOW;
use super::few::Few;
use crate::quantise::Stored;

/// Layers, the rows to answer, and room for what lies between.
#[derive(Clone, Debug)]
pub struct FloatNetwork {
    layers: Vec<Layer>,
    inputs: Vec<f32>,
    /// Answers of each hidden layer.
    room: Vec<Vec<f32>>,
    tops: Vec<f32>,
}

#[derive(Clone, Debug)]
struct Layer {
    inputs: usize,
    weights: Weights,
    biases: Vec<f32>,
}

#[derive(Clone, Debug)]
enum Weights {
    All(Vec<f32>),
    Few(Few<f32>),
}

impl FloatNetwork {
    pub fn new(layers: &[Stored]) -> Self {
        let layer = |stored: &Stored| {
            let values = stored.dense().weights;
            let weights = if 1.0 - stored.sparsity() < SPARSE_BELOW {
                Weights::Few(Few::of(&values, stored.inputs, 0.0))
            } else {
                Weights::All(values)
            };
            Layer { inputs: stored.inputs, weights, biases: stored.biases.clone() }
        };
        let hidden = &layers[..layers.len() - 1];
        Self {
            layers: layers.iter().map(layer).collect(),
            inputs: Vec::new(),
            room: hidden.iter().map(|it| vec![0.0; it.units()]).collect(),
            tops: vec![0.0; hidden.len()],
        }
    }

    /// Takes in rows; how many there are.
    pub fn load(&mut self, rows: &[f32]) -> usize {
        self.inputs.clear();
        self.inputs.extend_from_slice(rows);
        rows.len() / self.layers[0].inputs.max(1)
    }

    pub fn tops(&self) -> &[f32] {
        &self.tops
    }

    /// Logits of one row.
    pub fn answer(&mut self, row: usize, logits: &mut [f32]) {
        let width = self.layers[0].inputs;
        let row = &self.inputs[row * width..(row + 1) * width];
        for (index, layer) in self.layers.iter().enumerate() {
            let (before, after) = self.room.split_at_mut(index);
            let inputs = before.last().map_or(row, |answers| answers);
            let Some(answers) = after.first_mut() else {
                layer.answer(inputs, logits);
                return;
            };
            layer.answer(inputs, answers);
            for answer in answers.iter_mut() {
                *answer = answer.max(0.0);
                self.tops[index] = self.tops[index].max(*answer);
            }
        }
    }
}

impl Layer {
    fn answer(&self, inputs: &[f32], answers: &mut [f32]) {
        for (unit, (answer, bias)) in answers.iter_mut().zip(&self.biases).enumerate() {
            let sum = match &self.weights {
                Weights::All(weights) => dot(&weights[unit * self.inputs..][..self.inputs], inputs),
                Weights::Few(few) => few.unit(unit).map(|(place, w)| w * inputs[place]).sum(),
            };
            *answer = sum + bias;
        }
    }
}

/// Products summed in eight columns, which vector instructions do at once.
fn dot(weights: &[f32], inputs: &[f32]) -> f32 {
    const COLUMNS: usize = 8;
    let mut sums = [0.0_f32; COLUMNS];
    let (weights, inputs) = (weights.chunks_exact(COLUMNS), inputs.chunks_exact(COLUMNS));
    let rest = weights.remainder().iter().zip(inputs.remainder());
    let rest: f32 = rest.map(|(w, x)| w * x).sum();
    for (weights, inputs) in weights.zip(inputs) {
        for column in 0..COLUMNS {
            sums[column] += weights[column] * inputs[column];
        }
    }
    let [a, b, c, d, e, f, g, h] = sums;
    ((a + e) + (b + f)) + ((c + g) + (d + h)) + rest
}
