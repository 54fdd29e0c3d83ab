//! A lane as a program: the same words, batches and first weights, and each model written out in
//! PyTorch.

use figures::Settings;

use super::learner::{HEADS, Kind, Learner};
use super::{BATCH_SIZE, BATCHES, Speller};
use crate::program::python;

/// Words, batches and the examination.
const WORDS: &str = include_str!("program/words.py");

const COUNTS: &str = include_str!("program/counts.py");
const WINDOW: &str = include_str!("program/window.py");
const RECURRENT: &str = include_str!("program/recurrent.py");
const DECODER: &str = include_str!("program/decoder.py");
const TRAINING: &str = include_str!("program/training.py");

/// The program of a lane at step 0, which takes it to `steps`.
pub fn pytorch(lane: &Speller, settings: &Settings, steps: u64) -> Option<String> {
    let constants = format!(
        "ALPHABET = \"·{}\"\nBATCH_SIZE = {BATCH_SIZE}\nSTEPS = {steps}\nHELD_OUT = {}\nTRAIN = {}\n\
         batches = Batches(len(TRAIN), BATCH_SIZE, Random.seeded({}, {BATCHES}))",
        lane.words.letters.iter().collect::<String>(),
        list(lane, &lane.words.held_out),
        list(lane, &lane.words.train),
        lane.seed,
    );
    let model = match &lane.learner {
        Learner::Counts(_) => format!(
            "BACK, IMAGINED, FALLS_BACK = {}, {}, {}\n\n\n{COUNTS}",
            settings.number("back").ok()?,
            settings.number("imagined").ok()?,
            if settings.word("unseen").ok()? == "shorter" { "True" } else { "False" },
        ),
        Learner::Network(network) => {
            let weights = python::tensor(&network.weights, 0);
            let rate = network.learning_rate;
            format!("LEARNING_RATE = {rate}\nWEIGHTS = {weights}\n{}", written(lane, settings)?)
        }
    };
    let training = if lane.kind == Kind::Counts { "" } else { TRAINING };
    let imports = ["import math\n", "import torch", "from torch.nn import functional as F"];
    let pieces =
        [python::RANDOM, python::BATCHES, python::NUMBERS, &constants, WORDS, &model, training];
    Some(python::program("Next letters of words.", &imports, &pieces))
}

/// Sizes, and how scores are computed.
fn written(lane: &Speller, settings: &Settings) -> Option<String> {
    let units = settings.number("units").ok()?;
    Some(match lane.kind {
        Kind::Counts => return None,
        Kind::Window => {
            let places = settings.number("back").ok()?.max(1.0);
            let width = super::learner::TABLE_WIDTH;
            format!("PLACES, WIDTH, UNITS = {places}, {width}, {units}\n\n\n{WINDOW}")
        }
        Kind::Rnn => format!("GATES, UNITS = 1, {units}\n\n\n{RECURRENT}"),
        Kind::Lstm => format!("GATES, UNITS = 4, {units}\n\n\n{RECURRENT}"),
        Kind::Transformer => {
            let (context, blocks) = (lane.words.longest() + 1, settings.number("blocks").ok()?);
            let width = (units as usize).next_multiple_of(HEADS);
            format!(
                "CONTEXT, BLOCKS, HEADS, WIDTH = {context}, {blocks}, {HEADS}, {width}\n\n\n{DECODER}"
            )
        }
    })
}

fn list(lane: &Speller, words: &[Vec<u8>]) -> String {
    let mut lines = vec![String::new()];
    for word in words {
        let word = lane.words.spelled(word);
        let last = lines.len() - 1;
        if lines[last].chars().count() + word.chars().count() > 96 {
            lines.push(word);
        } else {
            let space = if lines[last].is_empty() { "" } else { " " };
            lines[last] += &format!("{space}{word}");
        }
    }
    format!("\"\"\"\n{}\n\"\"\".split()", lines.join("\n"))
}
