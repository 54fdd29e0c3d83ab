//! The pictures: accuracy against bytes, digits that changed their class, weights and their grid,
//! bytes layer by layer.

use figures::format::{count, decimal, fixed, percent};
use figures::{Axis, BarGroup, Bars, Figure, Lines, Panel, Series, Style, Table, Tile, Tiles};
use nets::quantise::{Precision, Share, Stored, Weights};

use super::small::{Digits, Pruning, Recipe, Small};
use super::{Compared, Compressed};
use crate::datasets::DIGIT_SIDE;

/// Digits shown at most.
const TILES: usize = 12;

/// Cells of the histogram.
const CELLS: usize = 61;

/// Shares that are left out along the second line; each is a network made and asked at every look.
const SHARES: [f32; 3] = [0.5, 0.7, 0.9];

/// All panels, the most telling first.
pub fn all(lane: &Compressed, compared: &Compared) -> Vec<Panel> {
    vec![
        trade(lane, compared),
        changed(&lane.digits, compared),
        weights(lane, compared),
        table(lane, compared),
    ]
}

fn trade(lane: &Compressed, compared: &Compared) -> Panel {
    let (digits, recipe) = (&lane.digits, lane.recipe);
    let point = |small: &Small| (small.bytes() as f32, small.accuracy(digits));
    let made = |recipe: Recipe| point(&Small::new(&compared.trained, &recipe, digits));
    let whole = Recipe { pruning: Pruning::None, share: 0.0, ..recipe };
    let line = |name: &str, mut points: Vec<(f32, f32)>| {
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        Series { name: name.into(), style: Style::Line, points }
    };
    let precisions = [Precision::Int4, Precision::Int8]
        .map(|precision| made(Recipe { precision, ..whole }))
        .into_iter()
        .chain([point(&compared.float)])
        .collect();
    let pruning = if recipe.pruning == Pruning::Units { Pruning::Units } else { Pruning::Weights };
    let shares = SHARES.map(|share| made(Recipe { pruning, share, ..whole }));
    let what = if pruning == Pruning::Units { "50 to 90 % of units out" } else { "50 to 90 % out" };
    let here = point(&compared.small);
    let dot = Series { name: "here".into(), style: Style::Dots, points: vec![here] };
    let all = vec![line("4, 8, 32 bits", precisions), line(what, shares.to_vec()), dot];
    let bytes = |it: &Small| count(it.bytes() as u64);
    let says = format!(
        "As trained {} bytes and {} of {} test digits right; as {} {} bytes and {}.",
        bytes(&compared.float),
        percent(f64::from(compared.float.accuracy(digits))),
        digits.labels.len(),
        recipe.words(),
        bytes(&compared.small),
        percent(f64::from(here.1)),
    );
    let y = Axis::new("accuracy on test digits");
    let lines = Lines { x: Axis::log("bytes stored"), y, series: all };
    Panel::new("trade", "Accuracy against bytes", says, Figure::Lines(lines))
}

fn changed(digits: &Digits, compared: &Compared) -> Panel {
    let Compared { float, small, .. } = compared;
    let differs = |row: &usize| float.classes[*row] != small.classes[*row];
    let mut rows: Vec<usize> = (0..digits.labels.len()).filter(differs).collect();
    let count = rows.len();
    let says = match count {
        0 => "No test digit has changed its class; these came nearest to it.".to_owned(),
        1 => "1 test digit has changed its class.".to_owned(),
        _ => format!("{count} test digits have changed their class."),
    };
    let title = match count {
        0 => "Digits nearest to another class",
        _ => "Digits that changed their class",
    };
    if rows.is_empty() {
        rows = (0..digits.labels.len()).collect();
        rows.sort_by(|&a, &b| margin(small, a).total_cmp(&margin(small, b)));
    }
    let tile = |&row: &usize| {
        let (is, before, after) = (digits.labels[row], float.classes[row], small.classes[row]);
        let name = if before == after {
            format!("{is}: ahead by {}", decimal(f64::from(margin(small, row))))
        } else {
            format!("{is}: {before} → {after}")
        };
        let pixels = DIGIT_SIDE * DIGIT_SIDE;
        let values = digits.rows[row * pixels..(row + 1) * pixels].to_vec();
        Tile { name, columns: DIGIT_SIDE as u16, values }
    };
    let tiles = rows.iter().take(TILES).map(tile).collect();
    let figure = Figure::Tiles(Tiles { across: 4, is_signed: false, tiles });
    Panel::new("changed", title, says, figure)
}

/// How far the largest logit is ahead of the second.
fn margin(small: &Small, row: usize) -> f32 {
    let (mut first, mut second) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
    for &logit in small.runner.logits(row) {
        if logit > first {
            (first, second) = (logit, first);
        } else {
            second = second.max(logit);
        }
    }
    first - second
}

fn weights(lane: &Compressed, compared: &Compared) -> Panel {
    let index = (lane.layer - 1).min(compared.trained.len() - 1);
    let (trained, stored) = (&compared.trained[index], &compared.small.layers[index]);
    let small = stored.dense();
    let largest = trained.weights.iter().fold(f32::MIN_POSITIVE, |it, w| it.max(w.abs()));
    let group = |name: &str, weights: &[f32]| {
        let mut cells = vec![0.0; CELLS];
        for weight in weights.iter().filter(|it| **it != 0.0) {
            let place = (weight / largest + 1.0) * 0.5 * CELLS as f32;
            cells[(place as usize).min(CELLS - 1)] += 1.0;
        }
        BarGroup { name: name.into(), values: cells }
    };
    let levels = match &stored.weights {
        Weights::Float(_) => "any value".to_owned(),
        Weights::Whole { values, .. } => {
            let mut seen: Vec<i8> = values.clone();
            seen.sort_unstable();
            seen.dedup();
            format!("{} different whole numbers", seen.len())
        }
    };
    let zeros = small.weights.len() - small.kept();
    let says = format!(
        "Layer {}: {} weights of {levels}; {} of them ({}) are 0 and not drawn.",
        index + 1,
        count(small.weights.len() as u64),
        count(zeros as u64),
        percent(zeros as f64 / small.weights.len().max(1) as f64),
    );
    let bars = Bars {
        x: Axis::from_to("weight", -largest, largest),
        y: Axis::new("weights"),
        names: Vec::new(),
        groups: vec![group("as trained", &trained.weights), group("stored", &small.weights)],
        ..Bars::default()
    };
    Panel::new("weights", "Weights and their grid", says, Figure::Bars(bars))
}

fn table(lane: &Compressed, compared: &Compared) -> Panel {
    let Compared { float, small, .. } = compared;
    let row = |name: String, share: Share, before: usize| {
        let cells = [
            share.weights,
            share.places,
            share.scales,
            share.biases + share.heading,
            share.total(),
            before,
        ];
        [name].into_iter().chain(cells.map(|it| count(it as u64))).collect::<Vec<String>>()
    };
    let shape = |it: &Stored| format!("{} × {}", it.inputs, it.units());
    let layers = small.layers.iter().zip(&float.layers);
    let mut rows: Vec<Vec<String>> = layers
        .map(|(stored, before)| row(shape(stored), stored.share(), before.share().total()))
        .collect();
    let sum = |part: fn(Share) -> usize| small.layers.iter().map(|it| part(it.share())).sum();
    let all = Share {
        weights: sum(|it| it.weights),
        places: sum(|it| it.places),
        scales: sum(|it| it.scales),
        biases: sum(|it| it.biases),
        heading: sum(|it| it.heading),
    };
    rows.push(row("all".into(), all, float.bytes()));
    let [before_ms, after_ms] = lane.timed.map(|timed| timed.mean_ms());
    let times = match before_ms.zip(after_ms) {
        Some((before, after)) => format!(
            " Answering {} digits takes {} ms as trained and {} ms like this, on this device.",
            lane.digits.labels.len(),
            fixed(before, 3),
            fixed(after, 3),
        ),
        None => String::new(),
    };
    let says = format!(
        "{} bytes instead of {}: {} times smaller.{times}",
        count(small.bytes() as u64),
        count(float.bytes() as u64),
        fixed(float.bytes() as f64 / small.bytes() as f64, 1),
    );
    let headings =
        ["layer", "weights", "places", "scales", "biases, heading", "bytes", "as trained"];
    let columns = headings.map(String::from).to_vec();
    let figure = Figure::Table(Table { columns, rows });
    Panel::new("bytes", "Bytes, layer by layer", says, figure)
}
