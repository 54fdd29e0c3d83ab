//! A layer as it is stored: whole numbers and their scales, or floats.

use super::Dense;
use super::grid::{Grid, Precision, Scope};

/// Weights unit by input.
#[derive(Clone, Debug, PartialEq)]
pub enum Weights {
    /// As trained.
    Float(Vec<f32>),
    /// Whole numbers; one scale for all units or one each.
    Whole {
        /// Int8 or Int4.
        precision: Precision,
        /// Unit by input.
        values: Vec<i8>,
        /// What they are multiples of.
        scales: Vec<f32>,
    },
}

/// A layer as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// Inputs of each unit.
    pub inputs: usize,
    /// Unit by input.
    pub weights: Weights,
    /// One a unit.
    pub biases: Vec<f32>,
    /// Largest input that the layer is prepared for: inputs are stored as 0 to 255 of it. Not needed
    /// for floats.
    pub input_top: f32,
}

impl Stored {
    /// Puts a layer's weights on a grid. Biases keep their 32 bits: there is one for as many weights
    /// as there are inputs.
    #[must_use]
    pub fn new(layer: &Dense, precision: Precision, scope: Scope, input_top: f32) -> Self {
        let weights = match precision.top() {
            None => Weights::Float(layer.weights.clone()),
            Some(top) => {
                let all = match scope {
                    Scope::Tensor => layer.weights.len(),
                    Scope::Channel => layer.inputs,
                };
                let parts = layer.weights.chunks(all.max(1));
                let grids: Vec<Grid> = parts.clone().map(|part| Grid::over(part, top)).collect();
                let each = parts.zip(&grids);
                let values =
                    each.flat_map(|(part, grid)| part.iter().map(|&weight| grid.whole(weight)));
                Weights::Whole {
                    precision,
                    values: values.collect(),
                    scales: grids.iter().map(|grid| grid.scale).collect(),
                }
            }
        };
        Self { inputs: layer.inputs, weights, biases: layer.biases.clone(), input_top }
    }

    /// Number of units.
    #[must_use]
    pub fn units(&self) -> usize {
        self.biases.len()
    }

    /// The weights that it stands for.
    #[must_use]
    pub fn dense(&self) -> Dense {
        let weights = match &self.weights {
            Weights::Float(values) => values.clone(),
            Weights::Whole { values, .. } => {
                let scaled = |(place, &value)| f32::from(value) * self.scale(place / self.inputs);
                values.iter().enumerate().map(scaled).collect()
            }
        };
        Dense { inputs: self.inputs, weights, biases: self.biases.clone() }
    }

    /// What one unit's weights are multiples of; 1 for floats.
    #[must_use]
    pub fn scale(&self, unit: usize) -> f32 {
        match &self.weights {
            Weights::Float(_) => 1.0,
            Weights::Whole { scales, .. } => scales[unit.min(scales.len() - 1)],
        }
    }

    /// Share of weights that are 0.
    #[must_use]
    pub fn sparsity(&self) -> f32 {
        let (zeros, all) = match &self.weights {
            Weights::Float(values) => {
                (values.iter().filter(|it| **it == 0.0).count(), values.len())
            }
            Weights::Whole { values, .. } => {
                (values.iter().filter(|it| **it == 0).count(), values.len())
            }
        };
        zeros as f32 / all.max(1) as f32
    }
}
