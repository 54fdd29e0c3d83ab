//! The decision-boundary lab on the wire: its configuration, data and frames.

use serde::{Deserialize, Serialize};

/// Everything that determines a run, bit for bit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Config {
    /// Where the points come from.
    pub data: DataSource,
    /// Standard deviation of the noise, 0 to 0.5; ignored for own points.
    pub noise: f32,
    /// Share of points held out for testing, 0.1 to 0.9.
    pub test_share: f32,
    /// Units in each hidden layer: 0 to 6 layers of 1 to 8.
    pub hidden: Vec<u8>,
    /// Of the hidden layers. The output is always tanh.
    pub activation: Activation,
    /// How weights are updated.
    pub optimiser: Optimiser,
    /// Above 0, at most 10.
    pub learning_rate: f32,
    /// 1 to 64.
    pub batch_size: u16,
    /// Coefficient of the sum of absolute weights, 0 to 1.
    pub l1: f32,
    /// Coefficient of half the sum of squared weights, 0 to 1.
    pub l2: f32,
    /// Decides data, split, initialisation and batches.
    pub seed: u32,
    /// What does the arithmetic.
    pub engine: Engine,
}

/// A set of points in the plane with labels −1 and +1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum DataSource {
    /// Two interleaved crescents.
    Moons,
    /// A disc within a ring.
    Circles,
    /// Opposite quadrants share a class.
    Xor,
    /// Two arms of a spiral.
    Spiral,
    /// Two normal clouds.
    Blobs,
    /// A three-by-three chessboard.
    Checkerboard,
    /// Points drawn or pasted by the visitor; at most 2,000.
    Own(Vec<Point>),
}

/// A labelled point.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// First coordinate.
    pub x: f32,
    /// Second coordinate.
    pub y: f32,
    /// Class B (+1) instead of class A (−1).
    pub is_positive: bool,
}

/// Activation of the hidden units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Activation {
    /// Hyperbolic tangent.
    Tanh,
    /// Rectified linear.
    Relu,
    /// Logistic.
    Sigmoid,
    /// Identity.
    Linear,
}

/// Update rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Optimiser {
    /// Stochastic gradient descent.
    Sgd,
    /// Heavy-ball momentum 0.9.
    Momentum,
    /// Adam, β = (0.9, 0.999), ε = 1e-8.
    Adam,
}

/// What does the arithmetic of this small network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Engine {
    /// Hand-derived gradients on plain slices: hundreds of times as fast at this size.
    Slices,
    /// burn with autodiff: the same numbers to rounding, the oracle in tests.
    Burn,
}

/// The points of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Data {
    /// Points that gradients see.
    pub train: Vec<Point>,
    /// Points that only the test loss sees.
    pub test: Vec<Point>,
    /// The map covers `-extent..=extent` on both axes.
    pub extent: f32,
}

/// The network at one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Updates so far.
    pub step: u64,
    /// Passes over the training points so far.
    pub epoch: f32,
    /// Mean loss ½(output − label)² over the training points.
    pub train_loss: f32,
    /// The same over the test points.
    pub test_loss: f32,
    /// Share of training points on the right side, 0 to 1.
    pub train_accuracy: f32,
    /// Share of test points on the right side, 0 to 1.
    pub test_accuracy: f32,
    /// Updates a second, measured while running; 0 when paused.
    pub updates_per_second: f32,
    /// Losses since the last frame, thinned to at most 64.
    pub history: Vec<LossPoint>,
    /// Output over the plane, −1 to 1, row-major from the top left; side is `MAP_SIDE`.
    pub map: Vec<f32>,
    /// Activation of each hidden unit over the plane, layer by layer, `UNIT_MAP_SIDE` squared
    /// values each.
    pub unit_maps: Vec<Vec<f32>>,
    /// Every layer's weights (row-major, unit by input) followed by its biases.
    pub weights: Vec<f32>,
    /// FNV-1a (64 bit) of the weights' little-endian bytes.
    pub weights_hash: u64,
    /// Euclidean norm of the last gradient, one a layer.
    pub gradient_norms: Vec<f32>,
    /// Share of hidden units that answer (nearly) the same for every training point, one a layer.
    pub dead_shares: Vec<f32>,
    /// Set once the loss or a weight stopped being finite; the run is over.
    pub diverged_at_step: Option<u64>,
}

/// One point of the loss curves.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LossPoint {
    /// Updates so far.
    pub step: u64,
    /// Mean training loss.
    pub train: f32,
    /// Mean test loss.
    pub test: f32,
}

/// Cells along one side of the decision map.
pub const MAP_SIDE: usize = 100;

/// Cells along one side of a unit's map.
pub const UNIT_MAP_SIDE: usize = 24;
