//! What there is to see: the sums of each layer before and after the norm, the two sorts of statistics,
//! one row in different company, the gradient by layer.

use figures::format::{decimal, percent};
use figures::{Axis, Figure, Heat, Lines, Panel, Series, Style};
use nets::dense::Mode;
use nets::dense::statistics::norms;
use nets::lane::{Lane as Four, WIDTH};
use nets::random::Random;

use super::lane::Normalised;
use super::{Norm, UNITS};

/// Rows of training that distributions are taken over.
const ROWS: u32 = 64;

/// Distributions are drawn over this much on either side of 0; what lies beyond counts at the ends.
const END: f32 = 4.0;

/// Columns of the picture; odd, so that 0 is in the middle of one.
const COLUMNS: usize = 25;

/// Batches in which one row is asked.
const COMPANIES: usize = 16;

/// Stream of the seed that company is drawn from.
const COMPANY: u64 = 36;

/// Every panel.
pub fn all(lane: &mut Normalised) -> Vec<Panel> {
    let mut panels = vec![sums(lane)];
    panels.extend(statistics(lane));
    panels.extend([company(lane), gradient(lane)]);
    panels
}

fn number(value: f32) -> String {
    decimal(f64::from(value))
}

/// How the sums of each layer are distributed in training, as they come and as the activation gets
/// them.
fn sums(lane: &mut Normalised) -> Panel {
    let layers = lane.plan.layers;
    let mut cells = vec![0.0_f32; 2 * layers * COLUMNS];
    let mut spreads = vec![(0.0_f64, 0.0_f64, 0_u32); 2 * layers];
    let rows: Vec<u32> = (0..ROWS.min(lane.task.train.len() as u32)).collect();
    for batch in rows.chunks(lane.plan.batch_size) {
        lane.room.fill(&lane.task.train, batch);
        lane.probe.forward(lane.classifier.training.weights(), &lane.room, Mode::Training);
        let places = if lane.plan.norm == Norm::None { 2 } else { 3 };
        let mut layer = 0;
        lane.probe.stack().each_answer(&mut |_, answers, form| {
            // Each hidden layer is sums, norm if there is one, and activation; the output is sums.
            let (hidden, place) = (layer / places, layer % places);
            layer += 1;
            let is_seen = hidden < layers && place < 2;
            let targets: &[usize] = match (lane.plan.norm, place) {
                _ if !is_seen => &[],
                (Norm::None, 0) => &[0, 1],
                (Norm::None, _) => &[],
                (_, place) => &[[0], [1]][place],
            };
            for &target in targets {
                let row = 2 * hidden + target;
                for answer in each(answers, form.lanes, form.size) {
                    let cell = (answer + END) / (2.0 * END) * COLUMNS as f32;
                    cells[row * COLUMNS + (cell.max(0.0) as usize).min(COLUMNS - 1)] += 1.0;
                    let (sum, squares, count) = &mut spreads[row];
                    *sum += f64::from(answer);
                    *squares += f64::from(answer) * f64::from(answer);
                    *count += 1;
                }
            }
        });
    }
    let total = (rows.len() * UNITS) as f32;
    cells.iter_mut().for_each(|cell| *cell /= total);
    distribution(&cells, &spreads, layers)
}

fn each(answers: &[Four], lanes: usize, size: usize) -> impl Iterator<Item = f32> {
    let rows = answers.chunks_exact(lanes);
    rows.flat_map(move |row| (0..size).map(move |it| row[it / WIDTH].0[it % WIDTH]))
}

fn distribution(cells: &[f32], spreads: &[(f64, f64, u32)], layers: usize) -> Panel {
    let middle = |column: usize| -END + 2.0 * END * (column as f32 + 0.5) / COLUMNS as f32;
    let deviation = |row: usize| {
        let (sum, squares, count) = spreads[row];
        let mean = sum / f64::from(count.max(1));
        decimal(libm::sqrt((squares / f64::from(count.max(1)) - mean * mean).max(0.0)))
    };
    let last = 2 * layers - 2;
    let says = format!(
        "Standard deviation of the sums as they come: {} in layer 1, {} in layer {layers}; as the \
         activation gets them: {} and {}.",
        deviation(0),
        deviation(last),
        deviation(1),
        deviation(last + 1)
    );
    let heat = Heat {
        row_axis: "layer".into(),
        column_axis: "sum".into(),
        rows: (1..=layers).flat_map(|it| [format!("{it} before"), format!("{it} after")]).collect(),
        columns: (0..COLUMNS).map(|column| number(middle(column))).collect(),
        values: cells.to_vec(),
        is_signed: false,
    };
    Panel::new("sums", "Sums before and after the norm", says, Figure::Heat(heat))
}

/// The statistics of the latest batch against the moving averages, unit by unit.
fn statistics(lane: &Normalised) -> Option<Panel> {
    let (mut means, mut deviations) = (Vec::new(), Vec::new());
    let mut index = 0;
    lane.classifier.training.network().stack().each_layer(&mut |layer| {
        let Some(moments) = layer.moments() else { return };
        if index == lane.shown {
            let pairs = |batch: &[f32], running: &[f32], of: fn(f32) -> f32| {
                batch.iter().zip(running).map(|(a, b)| (of(*a), of(*b))).collect()
            };
            means = pairs(moments.batch_means, moments.running_means, |mean| mean);
            deviations = pairs(moments.batch_variances, moments.running_variances, f32::sqrt);
        }
        index += 1;
    });
    if means.is_empty() {
        return None;
    }
    let all = || means.iter().chain(&deviations).flat_map(|(a, b)| [*a, *b]);
    let finite = || all().filter(|value| value.is_finite());
    let (low, high) = (finite().fold(0.0, f32::min), finite().fold(0.0, f32::max));
    let apart = |pairs: &[(f32, f32)]| {
        pairs.iter().map(|(a, b)| (a - b).abs()).sum::<f32>() / pairs.len() as f32
    };
    let says = format!(
        "Layer {}: the means of the latest batch lie {} from the moving averages, the deviations {}, \
         averaged over {} units.",
        lane.shown + 1,
        number(apart(&means)),
        number(apart(&deviations)),
        means.len()
    );
    let dots = |name: &str, points: Vec<(f32, f32)>| Series {
        name: name.into(),
        style: Style::Dots,
        points,
    };
    let equal = Series {
        name: "equal".into(),
        style: Style::Dashed,
        points: vec![(low, low), (high, high)],
    };
    let series = vec![equal, dots("means", means), dots("deviations", deviations)];
    let lines =
        Lines { x: Axis::new("in the latest batch"), y: Axis::new("moving average"), series };
    Some(Panel::new("statistics", "Batch and moving averages", says, Figure::Lines(lines)))
}

/// How sure the network is of the right class of one test row, in batches with different other rows.
fn company(lane: &mut Normalised) -> Panel {
    let outputs = lane.task.classes.len();
    let right = (0..outputs).find(|&it| lane.task.test.targets[it] > 0.5).unwrap_or(0);
    let weights = lane.classifier.training.weights();
    let mut random = Random::new(lane.plan.seed, COMPANY);
    let mut chances = Vec::new();
    for _ in 0..COMPANIES {
        let others = 1..lane.plan.batch_size.min(lane.task.test.len());
        let other = |_| 1 + random.below(lane.task.test.len() - 1) as u32;
        let rows: Vec<u32> = std::iter::once(0).chain(others.map(other)).collect();
        lane.room.fill(&lane.task.test, &rows);
        lane.probe.forward(weights, &lane.room, Mode::Training);
        chances.push(chance(lane.probe.outputs(), lane.room.rows().lanes, right));
    }
    let test = &lane.classifier.test;
    lane.classifier.training.examine(test);
    let alone = chance(lane.classifier.training.network().outputs(), test.rows().lanes, right);
    let low = chances.iter().copied().fold(1.0, f32::min);
    let high = chances.iter().copied().fold(0.0, f32::max);
    let share = |value: f32| percent(f64::from(value));
    let says = format!(
        "The same test row in {COMPANIES} batches of {}: its right class gets {} to {} as in training, \
         and {} as in inference.",
        lane.plan.batch_size,
        share(low),
        share(high),
        share(alone)
    );
    let numbered = chances.iter().enumerate().map(|(index, it)| ((index + 1) as f32, *it));
    let in_training =
        Series { name: "as in training".into(), style: Style::Dots, points: numbered.collect() };
    let in_inference = Series {
        name: "as in inference".into(),
        style: Style::Dashed,
        points: vec![(1.0, alone), (COMPANIES as f32, alone)],
    };
    let lines = Lines {
        x: Axis::new("batch"),
        y: Axis::from_to("chance of the right class", 0.0, 1.0),
        series: vec![in_training, in_inference],
    };
    Panel::new("company", "One row in different company", says, Figure::Lines(lines))
}

/// Softmax of a class for the first row of a batch.
fn chance(outputs: &[Four], lanes: usize, class: usize) -> f32 {
    let logits: Vec<f32> = outputs.chunks_exact(lanes).map(|row| row[0].0[0]).collect();
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f32 = logits.iter().map(|logit| libm::expf(logit - largest)).sum();
    libm::expf(logits[class] - largest) / sum
}

fn gradient(lane: &Normalised) -> Panel {
    let training = &lane.classifier.training;
    let linear: Vec<_> =
        training.parts().iter().filter(|part| part.kind == "linear").cloned().collect();
    let norms = norms(&linear, training.gradient());
    let says = format!(
        "In the latest update the gradient's norm was {} in layer 1 and {} in the output layer.",
        number(norms[0]),
        number(norms[norms.len() - 1])
    );
    let points = norms.iter().enumerate().map(|(index, norm)| ((index + 1) as f32, *norm));
    let lines = Lines {
        x: Axis::new("layer"),
        y: Axis::log("norm of the gradient"),
        series: vec![Series { points: points.collect(), ..Series::default() }],
    };
    Panel::new("gradient", "Gradient by layer", says, Figure::Lines(lines)).shared()
}
