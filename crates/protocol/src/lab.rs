//! A lab on the wire: which one with which settings, and its lanes at a step.

use figures::{Finding, Measure, Panel, Settings, Sheet};
use serde::{Deserialize, Serialize};

/// What to run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Config {
    /// Which lab.
    pub slug: String,
    /// A value for every control, for each lane.
    pub lanes: Vec<Settings>,
    /// The table that the visitor brought.
    pub own: Option<Sheet>,
}

/// What does not change while it runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Prepared {
    /// What every lane reports, in the order of [`LaneFrame::values`].
    pub measures: Vec<Measure>,
    /// Updates in one pass over the training data.
    pub updates_an_epoch: u64,
    /// Whether a lane can be taken away as a program: PyTorch, burn.
    pub programs: (bool, bool),
}

/// The lab at one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Updates so far.
    pub step: u64,
    /// Whether no lane would change any more.
    pub has_ended: bool,
    /// A lane each.
    pub lanes: Vec<LaneFrame>,
}

/// A lane at one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaneFrame {
    /// The measures now.
    pub values: Vec<f32>,
    /// The measures by step, from 0.
    pub history: Vec<(u64, Vec<f32>)>,
    /// Everything there is to see.
    pub panels: Vec<Panel>,
    /// What is right and wrong.
    pub findings: Vec<Finding>,
    /// Numbers that are learned.
    pub parameter_count: u64,
    /// Time in this lane's updates since step 0, in milliseconds, on this device.
    pub work_ms: f32,
    /// Equal for equal runs.
    pub weights_hash: u64,
    /// Step at which a loss or a weight stopped being finite.
    pub diverged_at_step: Option<u64>,
}

/// A language that a lane can be taken away in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// Python with PyTorch.
    PyTorch,
    /// Rust with burn.
    Burn,
}
