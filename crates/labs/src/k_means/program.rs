//! A lane as a program: Lloyd's iteration with torch tensors, from the same rows and centres.

use super::Clusters;
use super::lloyd::Empty;
use crate::program::python;

/// The iteration, from `ROWS`, `centres`, `STEPS` and `EMPTY_MOVES`.
const LLOYD: &str = include_str!("program.py");

/// The program of a lane at step 0.
pub(super) fn pytorch(lane: &Clusters, steps: u64) -> String {
    let columns = lane.study.sheet.columns.len();
    let centres: Vec<f32> = lane.lloyd.centres.iter().map(|&value| value as f32).collect();
    let data = format!(
        "ROWS = {}.double()\ncentres = {}.double()\nSTEPS = {steps}\nEMPTY_MOVES = {}",
        python::tensor(&lane.study.sheet.values, columns),
        python::tensor(&centres, columns),
        if lane.empty == Empty::Moves { "True" } else { "False" }
    );
    let what = "k-means by Lloyd's iteration, in double precision.";
    python::program(what, &["import torch"], &[python::NUMBERS, &data, LLOYD])
}
