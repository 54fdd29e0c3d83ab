//! What there is to see of a network that remembers: the gradient through time, what its units keep of
//! one sequence, its answers.

use figures::format::{decimal, percent};
use figures::{Axis, Figure, Heat, Lines, Panel, Series, Text};
use nets::recurrent::Cell;

use super::memory::Memory;

/// Sequences whose answers are shown.
const ANSWERS: usize = 8;

/// Every panel, after the test sequences have been run.
pub fn all(lane: &Memory) -> Vec<Panel> {
    vec![gradient(lane), memory(lane), answers(lane)]
}

/// What carries the memory from step to step.
pub fn carried(cell: Cell) -> &'static str {
    match cell {
        Cell::Rnn => "state h",
        Cell::Lstm => "cells c",
    }
}

fn gradient(lane: &Memory) -> Panel {
    let norms = lane.network.gradient_by_step();
    let number = |value: f32| decimal(f64::from(value));
    let says = format!(
        "The gradient of the loss by the {} has a norm of {} after the first letter and of {} after the \
         last.",
        carried(lane.plan.cell),
        number(norms[0]),
        number(norms[norms.len() - 1])
    );
    let points = norms.iter().enumerate().map(|(step, norm)| ((step + 1) as f32, *norm));
    let lines = Lines {
        x: Axis::new("letter"),
        y: Axis::log("norm of the gradient"),
        series: vec![Series { points: points.collect(), ..Series::default() }],
    };
    Panel::new("gradient-in-time", "Gradient by step of time", says, Figure::Lines(lines)).shared()
}

fn letter(index: u8) -> String {
    char::from(b'A' + index).to_string()
}

/// What the units keep of one sequence, letter by letter.
fn memory(lane: &Memory) -> Panel {
    let letters = lane.test.letters(lane.shown);
    let memory = lane.examiner.memory(lane.shown);
    let units = memory.len() / letters.len();
    // By step and unit as it comes; by unit and step as it is drawn.
    let values = (0..units).flat_map(|unit| memory.iter().skip(unit).step_by(units).copied());
    let heat = Heat {
        row_axis: "unit".into(),
        column_axis: "letter".into(),
        rows: (1..=units).map(|unit| unit.to_string()).collect(),
        columns: letters.iter().map(|&it| letter(it)).collect(),
        values: values.collect(),
        is_signed: true,
    };
    let gates = lane.examiner.forget_by_step();
    let mean = gates.iter().sum::<f32>() / gates.len().max(1) as f32;
    let gates = match gates.len() {
        0 => String::new(),
        _ => format!(" The forget gates keep {} on average.", percent(f64::from(mean))),
    };
    let says = format!(
        "The {} of {units} units after each letter of sequence {}, which begins with {}.{gates}",
        carried(lane.plan.cell),
        lane.shown + 1,
        letter(letters[0])
    );
    Panel::new("memory", "What the units keep", says, Figure::Heat(heat))
}

fn answers(lane: &Memory) -> Panel {
    let line = |sequence: usize| {
        let letters: String = lane.test.letters(sequence).into_iter().map(letter).collect();
        let chances = lane.examiner.chances(sequence);
        let likeliest = (0..chances.len()).max_by(|&a, &b| chances[a].total_cmp(&chances[b]));
        let likeliest = likeliest.unwrap_or(0);
        let is_right = likeliest == usize::from(lane.test.labels[sequence]);
        let mark = if is_right { "right" } else { "wrong" };
        let chance = percent(f64::from(chances[likeliest]));
        (letters, format!("says {} with {chance}: {mark}", letter(likeliest as u8)))
    };
    let says = format!(
        "Of {} sequences that were never trained on, {} end with the right answer.",
        lane.test.labels.len(),
        percent(f64::from(lane.examiner.accuracy()))
    );
    let text = Text { lines: (0..ANSWERS).map(line).collect() };
    Panel::new("answers-in-time", "Which letter came first?", says, Figure::Text(text))
}
