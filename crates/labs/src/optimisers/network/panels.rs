//! What there is to see of a network in training: its losses on a logarithmic axis, how far the
//! latest update moved each weight, what each layer makes of it, and what has been learned.

use figures::format::{count, decimal, percent};
use figures::{Axis, BarGroup, Bars, Figure, Heat, Lines, Panel, Series, Style, Table};
use nets::lane::WIDTH;

use super::{LOSS, Learning, TEST_LOSS, statistics};
use crate::classifier::Classifier;
use crate::history::History;

/// The histogram of moves: cells, and powers of ten it begins and ends with.
const CELLS: usize = 28;
const SMALLEST: f32 = -8.0;
const LARGEST: f32 = -1.0;

pub fn all(learning: &mut Learning, history: &History) -> Vec<Panel> {
    let task = &learning.problem.task;
    let is_plane = task.columns.len() == 2 && task.classes.len() == 2;
    let learned = if is_plane { boundary(learning) } else { confusion(learning) };
    vec![losses(learning, history).shared(), moves(learning), layers(learning), learned]
}

fn losses(learning: &mut Learning, history: &History) -> Panel {
    let [train, test] = learning.classifier.scores().map(|score| score.loss);
    let step = learning.classifier.training.step() as f32;
    let series = |name: &str, style: Style, measure: usize, now: f32| {
        let points = history.of(measure).map(|(step, loss)| (step as f32, loss));
        Series { name: name.into(), style, points: points.chain([(step, now)]).collect() }
    };
    let lines = Lines {
        x: Axis::new("step"),
        y: Axis::log("loss"),
        series: vec![
            series("train", Style::Line, LOSS, train),
            series("test", Style::Dashed, TEST_LOSS, test),
        ],
    };
    let says = format!(
        "Training loss {}, test loss {} after {} steps.",
        decimal(train.into()),
        decimal(test.into()),
        count(learning.classifier.training.step())
    );
    Panel::new("losses", "Loss, by factors of ten", says, Figure::Lines(lines))
}

/// How far each weight went in the latest update. One rule moves all of them about as far, another
/// by distances that differ a thousandfold.
fn moves(learning: &Learning) -> Panel {
    let pairs = learning
        .classifier
        .training
        .weights()
        .iter()
        .zip(learning.classifier.training.weights_before());
    let mut distances: Vec<f32> = pairs.map(|(after, before)| (after - before).abs()).collect();
    let mut cells = vec![0.0; CELLS];
    for distance in distances.iter().filter(|it| **it > 0.0) {
        let power = libm::log10f(*distance).clamp(SMALLEST, LARGEST);
        let cell = (power - SMALLEST) / (LARGEST - SMALLEST) * CELLS as f32;
        cells[(cell as usize).min(CELLS - 1)] += 1.0;
    }
    distances.sort_by(f32::total_cmp);
    let at = |share: f32| distances[((distances.len() - 1) as f32 * share) as usize];
    let says = if learning.classifier.training.step() == 0 {
        "No update yet.".into()
    } else {
        let still = distances.iter().filter(|it| **it == 0.0).count();
        format!(
            "Half of the {} weights moved by less than {}, nine in ten by less than {}; {} did not \
             move.",
            count(distances.len() as u64),
            decimal(at(0.5).into()),
            decimal(at(0.9).into()),
            count(still as u64)
        )
    };
    let bars = Bars {
        x: Axis::from_to("moved by, power of ten", SMALLEST, LARGEST),
        y: Axis::new("weights"),
        names: Vec::new(),
        groups: vec![BarGroup { name: "weights".into(), values: cells }],
        ..Bars::default()
    };
    Panel::new("moves", "How far each weight moved", says, Figure::Bars(bars))
}

fn layers(learning: &mut Learning) -> Panel {
    let sizes = statistics::norms(
        learning.classifier.training.parts(),
        learning.classifier.training.weights(),
    );
    let rows = learning.classifier.health().into_iter().zip(&sizes).map(|(layer, size)| {
        let number = |value: f32| decimal(value.into());
        vec![layer.name, number(*size), number(layer.gradient_norm), number(layer.update_ratio)]
    });
    let table = Table {
        columns: ["layer", "norm of weights", "norm of gradient", "update / weights"]
            .map(Into::into)
            .to_vec(),
        rows: rows.collect(),
    };
    let ratios = table.rows.iter().map(|row| format!("{} in {}", row[3], row[0]));
    let says = format!(
        "The latest update changed the weights by this share: {}.",
        ratios.collect::<Vec<_>>().join(", ")
    );
    Panel::new("layers", "Layers", says, Figure::Table(table))
}

/// Answers over the plane, and the training rows.
fn boundary(learning: &mut Learning) -> Panel {
    let [train, test] = learning.classifier.scores();
    let says = format!(
        "{} of the training rows and {} of the held-out rows are on the right side.",
        percent(train.accuracy.into()),
        percent(test.accuracy.into())
    );
    learning.classifier.map(&learning.problem.task, says)
}

/// How often a held-out row of one class was taken for another.
fn confusion(learning: &mut Learning) -> Panel {
    let Classifier { training, test, .. } = &mut learning.classifier;
    let (_, accuracy) = training.examine(test);
    let classes = learning.problem.task.classes.len();
    let lanes = test.rows().lanes;
    let outputs = training.network().outputs();
    let mut values = vec![0.0; classes * classes];
    for place in 0..test.rows().size {
        let logit = |class: usize| outputs[class * lanes + place / WIDTH].0[place % WIDTH];
        let guess = (0..classes).max_by(|a, b| logit(*a).total_cmp(&logit(*b))).unwrap_or(0);
        let truth = (0..classes).find(|&class| test.target(class, place) == 1.0).unwrap_or(0);
        values[truth * classes + guess] += 1.0;
    }
    let names = learning.problem.task.classes.clone();
    let heat = Heat {
        row_axis: "is".into(),
        column_axis: "taken for".into(),
        rows: names.clone(),
        columns: names,
        values,
        is_signed: false,
    };
    let says = format!("{} of the held-out rows are right.", percent(accuracy.into()));
    Panel::new("confusion", "What it has learned", says, Figure::Heat(heat))
}
