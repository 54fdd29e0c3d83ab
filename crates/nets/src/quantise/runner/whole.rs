//! The network in whole numbers (Jacob et al. 2018): bytes times small weights are summed in 32 bits,
//! the bias is one more whole number, and a fixed-point factor makes the next layer's bytes of the
//! sum. Rectifying is part of that: bytes begin at 0.

use super::SPARSE_BELOW;
use super::few::Few;
use crate::quantise::fixed::Multiplier;
use crate::quantise::{Precision, Stored, Weights as StoredWeights};

/// Inputs of every layer are 0 to this.
const LEVELS: i32 = 255;

/// Biases beyond this leave no room for the sum in 32 bits.
const BIAS_MAX: f64 = (1 << 30) as f64;

/// Layers, the rows to answer, and room for what lies between.
#[derive(Clone, Debug)]
pub struct WholeNetwork {
    layers: Vec<Layer>,
    input_top: f32,
    inputs: Vec<u8>,
    /// Answers of each hidden layer.
    room: Vec<Vec<u8>>,
}

#[derive(Clone, Debug)]
struct Layer {
    inputs: usize,
    weights: Weights,
    /// In multiples of weight scale times input scale.
    biases: Vec<i32>,
    /// From a sum to the next layer's bytes; at the end, to multiples of the largest scale.
    multipliers: Vec<Multiplier>,
    /// What a result of 1 stands for.
    scale: f32,
}

#[derive(Clone, Debug)]
enum Weights {
    Bytes(Vec<i8>),
    /// Input i in the lower half of byte i, input i + `half` in the upper one: both halves then meet
    /// inputs that lie side by side.
    Pairs {
        half: usize,
        bytes: Vec<u8>,
    },
    Few(Few<i8>),
}

impl WholeNetwork {
    pub fn new(layers: &[Stored]) -> Self {
        let hidden = &layers[..layers.len() - 1];
        let tops = layers[1..].iter().map(|next| Some(next.input_top)).chain([None]);
        Self {
            layers: layers.iter().zip(tops).map(|(stored, top)| Layer::new(stored, top)).collect(),
            input_top: layers[0].input_top,
            inputs: Vec::new(),
            room: hidden.iter().map(|it| vec![0; it.units()]).collect(),
        }
    }

    /// Takes in rows; how many there are.
    pub fn load(&mut self, rows: &[f32]) -> usize {
        let levels = LEVELS as f32;
        let byte = |x: &f32| (x / self.input_top * levels).round_ties_even().clamp(0.0, levels);
        self.inputs.clear();
        self.inputs.extend(rows.iter().map(|x| byte(x) as u8));
        rows.len() / self.layers[0].inputs.max(1)
    }

    /// Logits of one row.
    pub fn answer(&mut self, row: usize, logits: &mut [f32]) {
        let width = self.layers[0].inputs;
        let row = &self.inputs[row * width..(row + 1) * width];
        for (index, layer) in self.layers.iter().enumerate() {
            let (before, after) = self.room.split_at_mut(index);
            let inputs = before.last().map_or(row, |answers| answers);
            match after.first_mut() {
                Some(answers) => {
                    for (unit, answer) in answers.iter_mut().enumerate() {
                        *answer = layer.sum(unit, inputs).clamp(0, LEVELS) as u8;
                    }
                }
                None => {
                    for (unit, logit) in logits.iter_mut().enumerate() {
                        *logit = layer.sum(unit, inputs) as f32 * layer.scale;
                    }
                }
            }
        }
    }
}

impl Layer {
    fn new(stored: &Stored, next_top: Option<f32>) -> Self {
        let units = stored.units();
        let input_scale = f64::from(stored.input_top) / f64::from(LEVELS);
        let scale = |unit: usize| f64::from(stored.scale(unit)) * input_scale;
        let largest = (0..units).map(scale).fold(f64::MIN_POSITIVE, f64::max);
        let target = next_top.map_or(largest, |top| f64::from(top) / f64::from(LEVELS));
        let bias = |(unit, &bias): (usize, &f32)| {
            libm::round(f64::from(bias) / scale(unit)).clamp(-BIAS_MAX, BIAS_MAX) as i32
        };
        Self {
            inputs: stored.inputs,
            weights: Weights::of(stored),
            biases: stored.biases.iter().enumerate().map(bias).collect(),
            multipliers: (0..units).map(|unit| Multiplier::of(scale(unit) / target)).collect(),
            scale: largest as f32,
        }
    }

    #[inline]
    fn sum(&self, unit: usize, inputs: &[u8]) -> i32 {
        let products = match &self.weights {
            Weights::Bytes(weights) => dot(&weights[unit * self.inputs..][..self.inputs], inputs),
            Weights::Pairs { half, bytes } => pair_dot(&bytes[unit * half..][..*half], inputs),
            Weights::Few(few) => {
                few.unit(unit).map(|(place, w)| i32::from(w) * i32::from(inputs[place])).sum()
            }
        };
        self.multipliers[unit].apply(products + self.biases[unit])
    }
}

impl Weights {
    fn of(stored: &Stored) -> Self {
        let StoredWeights::Whole { precision, values, .. } = &stored.weights else {
            return Self::Bytes(vec![0; stored.units() * stored.inputs]);
        };
        if 1.0 - stored.sparsity() < SPARSE_BELOW {
            return Self::Few(Few::of(values, stored.inputs, 0));
        }
        if *precision != Precision::Int4 {
            return Self::Bytes(values.clone());
        }
        let half = stored.inputs.div_ceil(2);
        let bytes = values.chunks_exact(stored.inputs).flat_map(|row| {
            let upper = move |place: usize| row.get(half + place).copied().unwrap_or(0);
            (0..half).map(move |place| (row[place] as u8 & 0x0f) | (upper(place) as u8) << 4)
        });
        Self::Pairs { half, bytes: bytes.collect() }
    }
}

fn dot(weights: &[i8], inputs: &[u8]) -> i32 {
    weights.iter().zip(inputs).map(|(&w, &x)| i32::from(w) * i32::from(x)).sum()
}

fn pair_dot(bytes: &[u8], inputs: &[u8]) -> i32 {
    let (first, second) = inputs.split_at(bytes.len());
    let lower = |byte: u8| i32::from(((byte << 4) as i8) >> 4);
    let upper = |byte: u8| i32::from((byte as i8) >> 4);
    let first: i32 = bytes.iter().zip(first).map(|(&byte, &x)| lower(byte) * i32::from(x)).sum();
    let second: i32 = bytes.iter().zip(second).map(|(&byte, &x)| upper(byte) * i32::from(x)).sum();
    first + second
}
