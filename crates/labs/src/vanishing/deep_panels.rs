//! What there is to see of a deep network: gradient, answers and updates by layer, and the map.

use figures::format::{decimal, percent};
use figures::{Axis, Figure, Heat, Lines, Panel, Series};
use nets::activation::Activation;
use nets::lane::{Lane as Four, WIDTH};

use super::deep::Deep;

/// Columns of the picture of answers; odd, so that 0 is in the middle of one.
const COLUMNS: usize = 21;

/// Every panel.
pub fn all(lane: &mut Deep) -> Vec<Panel> {
    let health = lane.health();
    let gradient: Vec<f32> = health.iter().map(|layer| layer.gradient_norm).collect();
    let ratios: Vec<f32> = health.iter().map(|layer| layer.update_ratio).collect();
    let gradient_panel = by_layer(
        ("gradient", "Gradient by layer", "norm of the gradient"),
        &gradient,
        format!(
            "The gradient's norm is {} in layer 1 and {} in the output layer.",
            number(gradient[0]),
            number(gradient[gradient.len() - 1])
        ),
    );
    let largest = ratios.iter().copied().filter(|it| it.is_finite()).fold(0.0, f32::max);
    let updates = by_layer(
        ("updates", "Update by layer", "norm of an update over norm of the weights"),
        &ratios,
        format!(
            "The latest update changed layer 1 by {} of its size, and no layer by more than {}.",
            number(ratios[0]),
            number(largest)
        ),
    );
    let answers = answers(lane);
    vec![gradient_panel, answers, updates, map(lane)]
}

fn number(value: f32) -> String {
    decimal(f64::from(value))
}

/// A line over the layers, the first of which is 1; the output is the last.
fn by_layer((id, title, y): (&str, &str, &str), values: &[f32], says: String) -> Panel {
    let points = values.iter().enumerate().map(|(index, value)| ((index + 1) as f32, *value));
    let series = Series { points: points.collect(), ..Series::default() };
    let lines = Lines { x: Axis::new("layer"), y: Axis::log(y), series: vec![series] };
    Panel::new(id, title, says, Figure::Lines(lines)).shared()
}

/// For each hidden layer, how its units' answers to the training rows are distributed.
fn answers(lane: &mut Deep) -> Panel {
    let mut layers: Vec<Vec<f32>> = Vec::new();
    lane.classifier.training.examine(&lane.classifier.train);
    lane.classifier.training.network().stack().each_answer(&mut |activation, answers, rows| {
        if activation.is_some() {
            let row =
                |row: &[Four]| (0..rows.size).map(|it| row[it / WIDTH].0[it % WIDTH]).collect();
            let rows: Vec<Vec<f32>> = answers.chunks_exact(rows.lanes).map(row).collect();
            layers.push(rows.concat());
        }
    });
    let (low, high) = range(lane.plan.activation, &layers);
    let cell = |value: f32| {
        let place = (value - low) / (high - low) * COLUMNS as f32;
        (place.max(0.0) as usize).min(COLUMNS - 1)
    };
    let mut values = vec![0.0; layers.len() * COLUMNS];
    for (layer, answers) in layers.iter().enumerate() {
        for &answer in answers {
            values[layer * COLUMNS + cell(answer)] += 1.0 / answers.len() as f32;
        }
    }
    let middle = |column: usize| low + (high - low) * (column as f32 + 0.5) / COLUMNS as f32;
    let heat = Heat {
        row_axis: "layer".into(),
        column_axis: "answer".into(),
        rows: (1..=layers.len()).map(|layer| layer.to_string()).collect(),
        columns: (0..COLUMNS).map(|column| number(middle(column))).collect(),
        values,
        is_signed: false,
    };
    let deviations: Vec<f32> = layers.iter().map(|it| deviation(it)).collect();
    let says = format!(
        "Each row is a layer, each cell the share of its answers. They differ by {} in layer 1 and by \
         {} in layer {}, as a standard deviation.",
        number(deviations[0]),
        number(deviations[deviations.len() - 1]),
        layers.len()
    );
    Panel::new("answers", "What each layer answers", says, Figure::Heat(heat))
}

/// From the lowest to the highest value that the activation has, or that there is.
fn range(activation: Activation, layers: &[Vec<f32>]) -> (f32, f32) {
    let finite = || layers.iter().flatten().copied().filter(|answer| answer.is_finite());
    match activation {
        Activation::Tanh => (-1.0, 1.0),
        Activation::Sigmoid => (0.0, 1.0),
        _ => {
            let high = finite().fold(0.0, f32::max).max(1e-6);
            (finite().fold(0.0, f32::min), high)
        }
    }
}

fn deviation(values: &[f32]) -> f32 {
    let count = values.len().max(1) as f64;
    let mean = values.iter().map(|it| f64::from(*it)).sum::<f64>() / count;
    let squares = values.iter().map(|it| (f64::from(*it) - mean) * (f64::from(*it) - mean));
    libm::sqrt(squares.sum::<f64>() / count) as f32
}

fn map(lane: &mut Deep) -> Panel {
    let [_, test] = lane.classifier.scores();
    let right = percent(f64::from(test.accuracy));
    let says = format!("The map of the answers puts {right} of the test points right.");
    lane.classifier.map(&lane.task, says)
}
