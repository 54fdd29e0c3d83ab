//! A lane as a program: power or orthogonal iteration with torch tensors, from the same first guess.

use super::Directions;
use super::iteration::Method;
use crate::program::python;

/// The iteration, from `ROWS`, `first`, `COUNT`, `STEPS`, `LEAST` and `ALL_AT_ONCE`.
const ITERATION: &str = include_str!("program.py");

/// The program of a lane at step 0.
pub(super) fn pytorch(lane: &Directions, steps: u64) -> String {
    let columns = lane.components.count();
    let truth = |it: bool| if it { "True" } else { "False" };
    let first = match &lane.drawn {
        // Random numbers are in single precision, so these are all of their digits.
        Some(drawn) => format!("{}.double()", python::tensor(drawn, columns)),
        None => "None".to_owned(),
    };
    let data = format!(
        "ROWS = {}.double()\nfirst = {first}\nCOUNT = {}\nSTEPS = {steps}\nLEAST = {}\nALL_AT_ONCE = {}",
        python::tensor(&lane.sheet.values, columns),
        lane.count(),
        truth(lane.is_least),
        truth(lane.iteration.method() == Method::Orthogonal)
    );
    let what = "Principal components by repeated multiplication, in double precision.";
    python::program(what, &["import torch"], &[python::NUMBERS, &data, ITERATION])
}
