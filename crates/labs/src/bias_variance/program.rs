//! A lane as a program: the same training sets, fitted and judged with torch tensors.

use super::model::Family;
use super::problem::{STREAMS, Truth};
use super::{PLACES, Resamples, SETS_AT_START};
use crate::program::python;

/// Draws the sets, fits them by `MODEL` and says what the error is made of.
const SETS: &str = include_str!("program.py");

/// The program of a lane that has made `steps` updates; a tree has none.
pub fn pytorch(lane: &Resamples, seed: u32, steps: u64) -> Option<String> {
    let (model, problem) = (&lane.model, &lane.problem);
    let family = match model.family {
        Family::Polynomial => "polynomial",
        Family::Neighbours => "neighbours",
        Family::Tree => return None,
    };
    let truths = [Truth::Line, Truth::Sine, Truth::Step, Truth::Waves];
    let constants = format!(
        "SEED = {seed}\nSTREAMS = {STREAMS:?}\nSETS = {}\nPLACES = {PLACES}\nTRUTH = {}\n\
         NOISE = {}\nPOINTS = {}\nIS_EVEN = {}\nSIZE = {}",
        steps + SETS_AT_START as u64,
        truths.iter().position(|it| *it == problem.truth).unwrap_or(0),
        problem.noise,
        problem.points,
        if problem.is_even { "True" } else { "False" },
        model.levels[model.chosen],
    );
    let sets = SETS.replace("MODEL(", &format!("{family}("));
    let what = "Bias, variance and noise, measured over many training sets.";
    let imports = ["import math\n", "import torch"];
    Some(python::program(what, &imports, &[python::RANDOM, &constants, &sets]))
}
