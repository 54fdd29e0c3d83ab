//! What a network sees: its answer, its maps, its kernels, its mistakes, and its sizes.

use figures::format::{count, percent};
use figures::{Axis, BarGroup, Bars, Figure, Heat, Panel, Table, Tile, Tiles};
use nets::convolution::{Maps, Window};
use nets::dense::{Batch, Examples};
use nets::lane::{Lane, WIDTH};

use super::Reader;
use super::design::{CLASSES, Step};
use super::digits::PIXELS;
use crate::datasets::DIGIT_SIDE;

/// Units of a dense layer whose weights are shown as pictures.
const UNITS_SHOWN: usize = 16;

/// Every panel, the most telling first.
pub(super) fn all(lane: &mut Reader) -> Vec<Panel> {
    let confusion = confusion(lane);
    let seen = Seen::of(lane);
    vec![answer(&seen), maps(lane, &seen), kernels(lane), confusion, sizes(lane)]
}

/// What every layer answers to the picture that is looked at.
struct Seen {
    picture: Vec<f32>,
    label: Option<u8>,
    /// Layer by layer, activations included; unit by unit.
    answers: Vec<Vec<f32>>,
    /// Chance of each digit.
    chances: Vec<f32>,
}

impl Seen {
    fn of(lane: &mut Reader) -> Self {
        let (picture, label) = lane.picture();
        let picture = picture.to_vec();
        let one = Examples::classes(PIXELS, picture.clone(), &[label.unwrap_or(0)], CLASSES);
        lane.training.examine(&Batch::of(&one));
        let mut answers = Vec::new();
        lane.training.network().stack().each_answer(&mut |_, rows, form| {
            answers.push(rows.iter().step_by(form.lanes).map(|it| it.0[0]).collect());
        });
        let chances = softmax(answers.last().map_or(&[], |it: &Vec<f32>| it));
        Self { picture, label, answers, chances }
    }

    fn best(&self) -> usize {
        largest(self.chances.iter().copied())
    }
}

fn softmax(logits: &[f32]) -> Vec<f32> {
    let most = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = logits.iter().map(|z| libm::expf(z - most)).collect();
    let sum: f32 = powers.iter().sum();
    powers.iter().map(|it| it / sum).collect()
}

fn largest(values: impl Iterator<Item = f32>) -> usize {
    values.enumerate().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(index, _)| index)
}

fn answer(seen: &Seen) -> Panel {
    let best = seen.best();
    let chance = percent(f64::from(seen.chances[best]));
    let named = |digit: usize| format!("{} {digit}", if digit == 8 { "an" } else { "a" });
    let says = match seen.label.map(usize::from) {
        None => format!("To the network what you drew is {}, with {chance}.", named(best)),
        Some(label) if label == best => {
            format!("The network says {}, with {chance}, and it is right.", named(best))
        }
        Some(label) => {
            format!("The network says {}, with {chance}, but it is {}.", named(best), named(label))
        }
    };
    let figure = Bars {
        x: Axis::new("digit"),
        y: Axis::from_to("chance", 0.0, 1.0),
        names: (0..CLASSES).map(|digit| digit.to_string()).collect(),
        groups: vec![BarGroup { name: "chance".into(), values: seen.chances.clone() }],
        ..Bars::default()
    };
    Panel::new("answer", "What the network says", says, Figure::Bars(figure))
}

/// The picture and the maps of every layer that has some.
fn maps(lane: &Reader, seen: &Seen) -> Panel {
    let mut tiles = vec![Tile {
        name: "input".into(),
        columns: DIGIT_SIDE as u16,
        values: seen.picture.clone(),
    }];
    let mut silent = 0;
    let mut layer = 0;
    for (index, step) in lane.design.steps.iter().enumerate() {
        let is_last = index + 1 == lane.design.steps.len();
        let (maps, letter) = match step {
            Step::Convolution { layer, .. } => (layer.outputs(), 'c'),
            Step::Pool { layer, .. } => (layer.outputs(), 'p'),
            Step::Dense { units, .. } => (Maps { channels: 1, side: *units }, 'd'),
        };
        // Every step but pooling and the last is followed by its ReLU: that answer is what counts.
        layer += usize::from(!is_last && letter != 'p');
        let answers = &seen.answers[layer];
        layer += 1;
        if letter == 'd' {
            let name = if is_last { "logits" } else { "hidden units" };
            let columns = answers.len().min(DIGIT_SIDE) as u16;
            let width = usize::from(columns);
            let padded = answers.len().next_multiple_of(width);
            let values = answers.iter().copied().chain(std::iter::repeat(0.0)).take(padded);
            tiles.push(Tile { name: name.into(), columns, values: values.collect() });
            continue;
        }
        for (channel, values) in answers.chunks_exact(maps.side * maps.side).enumerate() {
            silent += usize::from(values.iter().all(|&it| it == 0.0));
            let name = format!("{letter}{}.{}", index + 1, channel + 1);
            tiles.push(Tile { name, columns: maps.side as u16, values: values.to_vec() });
        }
    }
    let says = maps_say(lane, tiles.len() - 2, silent);
    let figure = Tiles { across: 8, is_signed: true, tiles };
    Panel::new("maps", "What it sees", says, Figure::Tiles(figure))
}

fn maps_say(lane: &Reader, maps: usize, silent: usize) -> String {
    if matches!(lane.design.steps[0], Step::Dense { .. }) {
        return "The picture, and what each layer answers to it: hidden units after ReLU, then logits."
            .into();
    }
    let empty = match silent {
        0 => String::new(),
        1 => " One of them is empty: its kernel finds nothing here.".into(),
        _ => format!(" {silent} of them are empty: their kernels find nothing here."),
    };
    format!(
        "The picture, and what each layer answers to it after ReLU, {maps} maps in all: c1.2 is the \
         second of the first layer, a convolution; p stands for pooling.{empty}"
    )
}

/// The weights of the first layer as pictures.
fn kernels(lane: &Reader) -> Panel {
    let weights = lane.training.weights();
    let (side, shown, whole) = match &lane.design.steps[0] {
        Step::Convolution { layer, window, .. } => {
            (window.size, layer.outputs().channels, layer.outputs().channels)
        }
        Step::Pool { .. } => (1, 0, 0),
        Step::Dense { units, .. } => (DIGIT_SIDE, (*units).min(UNITS_SHOWN), *units),
    };
    let tiles = weights.chunks_exact(side * side).take(shown).enumerate().map(|(index, values)| {
        let name = (index + 1).to_string();
        Tile { name, columns: side as u16, values: values.to_vec() }
    });
    let says = format!(
        "{shown} of {whole} units of the first layer: each weighs {side} × {side} pixels, {}.",
        if side < DIGIT_SIDE { "the same ones at every place" } else { "all there are" }
    );
    let figure = Tiles { across: 8, is_signed: true, tiles: tiles.collect() };
    Panel::new("kernels", "First weights", says, Figure::Tiles(figure))
}

/// Test digits by what they are and what was said.
fn confusion(lane: &mut Reader) -> Panel {
    lane.training.examine(&lane.examined[1]);
    let outputs = lane.training.network().outputs();
    let labels = lane.digits.test_labels();
    let mut counts = vec![0.0_f32; CLASSES * CLASSES];
    for (row, &label) in labels.iter().enumerate() {
        counts[usize::from(label) * CLASSES + said(outputs, row)] += 1.0;
    }
    let right: f32 = (0..CLASSES).map(|digit| counts[digit * CLASSES + digit]).sum();
    let wrong = (0..CLASSES * CLASSES).filter(|at| at / CLASSES != at % CLASSES);
    let worst = wrong.max_by(|&a, &b| counts[a].total_cmp(&counts[b])).unwrap_or(0);
    let mistake = if counts[worst] > 1.0 {
        let (is, taken_for) = (worst / CLASSES, worst % CLASSES);
        format!(
            " The most common mistake: {} of the digit {is} read as {taken_for}.",
            counts[worst]
        )
    } else {
        String::new()
    };
    let says =
        format!("{right} of {} digits that it never trained on are right.{mistake}", labels.len());
    let digits: Vec<String> = (0..CLASSES).map(|digit| digit.to_string()).collect();
    let figure = Heat {
        row_axis: "digit".into(),
        column_axis: "read as".into(),
        rows: digits.clone(),
        columns: digits,
        values: counts,
        is_signed: false,
    };
    Panel::new("confusion", "Test digits", says, Figure::Heat(figure))
}

/// The largest output for one row of a batch.
fn said(outputs: &[Lane], row: usize) -> usize {
    let lanes = outputs.len() / CLASSES;
    largest((0..CLASSES).map(|class| outputs[class * lanes + row / WIDTH].0[row % WIDTH]))
}

/// The arithmetic of sizes, written out.
fn sizes(lane: &Reader) -> Panel {
    let square = |maps: Maps| format!("{} × {} × {}", maps.channels, maps.side, maps.side);
    let sum = |side: usize, window: Window, outputs: usize| {
        let Window { size, stride, padding } = window;
        format!("⌊({side} + 2·{padding} − {size}) / {stride}⌋ + 1 = {outputs}")
    };
    let row = |step: &Step| {
        let (inputs, window, outputs, arithmetic) = match step {
            Step::Convolution { layer, inputs, window } => {
                let arithmetic = sum(inputs.side, *window, layer.outputs().side);
                (square(*inputs), Some(*window), square(layer.outputs()), arithmetic)
            }
            Step::Pool { layer, inputs, .. } => {
                let window = layer.window();
                let arithmetic = sum(inputs.side, window, layer.outputs().side);
                (square(*inputs), Some(window), square(layer.outputs()), arithmetic)
            }
            Step::Dense { inputs, units } => {
                (inputs.to_string(), None, units.to_string(), String::new())
            }
        };
        let of = |value: fn(Window) -> String| window.map_or_else(|| "–".to_owned(), value);
        vec![
            step.name().to_owned(),
            inputs,
            of(|it| format!("{} × {}", it.size, it.size)),
            of(|it| it.stride.to_string()),
            of(|it| it.padding.to_string()),
            arithmetic,
            outputs,
            count(step.weight_count() as u64),
            count(step.multiplications() as u64),
        ]
    };
    let mut rows: Vec<Vec<String>> = lane.design.steps.iter().map(row).collect();
    let (weights, products) = (lane.design.weight_count(), lane.design.multiplications());
    let mut total = vec![String::new(); 9];
    total[0] = "together".into();
    total[7] = count(weights as u64);
    total[8] = count(products as u64);
    rows.push(total);
    let names = [
        "layer",
        "input",
        "window",
        "stride",
        "padding",
        "one side",
        "output",
        "parameters",
        "multiplications",
    ];
    let says = format!(
        "{} parameters, which are {} bytes in 32-bit floats, and {} multiplications a digit.",
        count(weights as u64),
        count(4 * weights as u64),
        count(products as u64)
    );
    let figure = Table { columns: names.map(Into::into).into(), rows };
    Panel::new("sizes", "Sizes, written out", says, Figure::Table(figure))
}
