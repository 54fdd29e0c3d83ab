//! A lane as a program: the same rows, balanced in the same way, and a logistic regression in
//! PyTorch.

use figures::Settings;

use super::Scores;
use super::balance::DRAWN_AGAIN;
use super::transactions::{
    STOLEN_MEANS, STOLEN_SHARE, TEST, TEST_ROWS, TRAIN, TRAIN_ROWS, TRIED_MEANS,
};
use crate::program::python;

/// Draws the payments.
const PAYMENTS: &str = include_str!("payments.py");

/// Balances, trains and judges.
const TRAINING: &str = include_str!("program.py");

/// The program of a lane at step 0; boosting has none.
pub fn pytorch(lane: &Scores, settings: &Settings, steps: u64) -> Option<String> {
    if lane.scorer.is_boosting() {
        return None;
    }
    let constants = format!(
        "SEED = {}\nSTREAM = {DRAWN_AGAIN}\nBALANCE = \"{}\"\nSHARE = {}\nLEARNING_RATE = {}\n\
         STEPS = {steps}\nIS_CORRECTED = {}",
        settings.seed().ok()?,
        settings.word("balance").ok()?,
        settings.number("share").ok()? / 100.0,
        settings.number("rate-of-learning").ok()? as f32,
        if lane.policy.is_corrected { "True" } else { "False" },
    );
    let data = if settings.word("data").ok()? == "own" { table(lane) } else { payments(lane) };
    let what = "Logistic regression on few frauds among many payments.";
    let imports = ["import math\n", "import torch", "from torch.nn import functional as F"];
    let pieces = [python::RANDOM, python::NUMBERS, &constants, &data, TRAINING];
    Some(python::program(what, &imports, &pieces))
}

fn payments(lane: &Scores) -> String {
    let rare = |labels: &[bool]| labels.iter().filter(|it| **it).count();
    let (train, test) = (rare(lane.scorer.train().1), rare(lane.scorer.test().1));
    format!(
        "STOLEN_SHARE, STOLEN, TRIED = {STOLEN_SHARE}, {STOLEN_MEANS:?}, {TRIED_MEANS:?}\n\
         PARTS = [({TRAIN_ROWS}, {train}, {TRAIN:?}), ({TEST_ROWS}, {test}, {TEST:?})]\n\n\n{}",
        PAYMENTS.trim_end()
    )
}

/// The visitor's own rows, parted and standardised.
fn table(lane: &Scores) -> String {
    let [train, test] = lane.scorer.parts().map(|part| {
        let rows = python::tensor(&part.rows, lane.columns.len());
        let labels = python::integers(part.labels.iter().map(|&it| usize::from(it)));
        format!("{rows}.double(), torch.tensor({labels}).bool()")
    });
    format!("train_rows, train_labels = {train}\ntest_rows, test_labels = {test}")
}
