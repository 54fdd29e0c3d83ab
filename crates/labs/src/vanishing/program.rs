//! A lane as a program: deep networks in both languages, recurrent ones in PyTorch, whose cells are
//! the same as ours.

use figures::{Invalid, Settings};
use nets::recurrent::Cell;
use nets::recurrent::remember::LETTERS;

use super::deep::Deep;
use super::memory::{BATCH_SIZE, Plan, SMOOTHING, UNITS};
use crate::lab::Language;
use crate::program::{Dense, dense, python};

/// Model and loop, from the numbers that [`memory`] writes above it.
const MEMORY: &str = include_str!("memory.py");

/// A deep network from its start to `steps`.
pub fn deep(settings: &Settings, steps: u64, language: Language) -> Result<String, Invalid> {
    let lane = Deep::open(settings)?;
    let what = "A deep network on points in the plane.";
    let training = &lane.classifier.training;
    Ok(dense(&Dense { what, training, steps, measure: "train-loss" }, language))
}

/// A recurrent network from its start to `steps`.
pub fn memory(settings: &Settings, steps: u64) -> Result<String, Invalid> {
    let plan = Plan::of(settings)?;
    let cell = match plan.cell {
        Cell::Rnn => "nn.RNN",
        Cell::Lstm => "nn.LSTM",
    };
    let set = format!(
        "CELL = {cell}\nLETTERS, UNITS, LENGTH, BATCH_SIZE = {LETTERS}, {UNITS}, {}, \
         {BATCH_SIZE}\nLEARNING_RATE, CLIP, SMOOTHING = {}, {}, {SMOOTHING}\nSTEPS = {steps}\nrandom = \
         {}\nFIRST_WEIGHTS = {}",
        plan.length,
        plan.learning_rate,
        plan.clip,
        python::random(&plan.order()),
        python::tensor(&plan.first_weights(), 0)
    );
    let what = "A recurrent network that says at the end which letter came first.";
    let imports = [
        "import math\n",
        "import torch",
        "from torch import nn",
        "from torch.nn import functional as F",
    ];
    let pieces = [python::RANDOM, python::NUMBERS, &set, MEMORY];
    Ok(python::program(what, &imports, &pieces))
}
