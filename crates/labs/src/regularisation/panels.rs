//! What there is to see: the map or the units' weights, the way of some weights, their distribution.

use figures::format::{count, decimal, percent};
use figures::{Axis, BarGroup, Bars, Figure, Lines, Panel, Series, Style, Tile, Tiles};

use super::NEAR_ZERO;
use super::lane::Regularised;
use crate::datasets::DIGIT_SIDE;
use crate::tasks::Kind;

/// Units whose weights are shown as pictures.
const TILES: usize = 24;

/// The histogram covers this much on either side of 0; what lies beyond counts in its last bars.
const HISTOGRAM_END: f32 = 1.0;

/// An odd number, so that 0 is the middle of a bar.
const BARS: usize = 41;

/// Points of a path.
const PATH_POINTS: usize = 100;

/// Every panel.
pub fn all(lane: &mut Regularised) -> Vec<Panel> {
    let mut panels = Vec::new();
    match lane.task.kind {
        Kind::Digits => panels.push(pictures(lane)),
        Kind::Plane => panels.push(map(lane)),
        Kind::Table if lane.task.width() == 2 && lane.task.classes.len() == 2 => {
            panels.push(map(lane));
        }
        Kind::Table => {}
    }
    panels.extend([paths(lane), histogram(lane)]);
    panels
}

fn map(lane: &mut Regularised) -> Panel {
    let [train, test] = lane.classifier.scores();
    let share = |accuracy: f32| percent(f64::from(accuracy));
    let says = format!(
        "The map of the answers puts {} of the training points and {} of the test points right.",
        share(train.accuracy),
        share(test.accuracy)
    );
    lane.classifier.map(&lane.task, says)
}

/// The weights of the first units, each as the picture that the unit looks for.
fn pictures(lane: &Regularised) -> Panel {
    let training = &lane.classifier.training;
    let pixels = DIGIT_SIDE * DIGIT_SIDE;
    let first = &training.weights()[training.parts()[0].penalised.clone()];
    let units = first.chunks_exact(pixels);
    let silent = units.clone().filter(|unit| unit.iter().all(|weight| weight.abs() < NEAR_ZERO));
    let says = format!(
        "What the first {} of {} units look for, pixel by pixel; {} of all have no weight of {} or \
         more.",
        TILES.min(units.len()),
        units.len(),
        silent.count(),
        decimal(f64::from(NEAR_ZERO)),
    );
    let tiles = units.take(TILES).enumerate().map(|(index, unit)| Tile {
        name: (index + 1).to_string(),
        columns: DIGIT_SIDE as u16,
        values: unit.to_vec(),
    });
    let tiles = Tiles { across: 8, is_signed: true, tiles: tiles.collect() };
    Panel::new("units", "Weights of the first layer", says, Figure::Tiles(tiles))
}

/// The way of some weights over the steps.
fn paths(lane: &Regularised) -> Panel {
    let points = lane.paths.points();
    let stride = points.len().div_ceil(PATH_POINTS).max(1);
    // The last point is there whatever the stride.
    let kept = |index: &usize| index.is_multiple_of(stride) || index + 1 == points.len();
    let series = (0..lane.followed.len()).map(|weight| Series {
        name: String::new(),
        style: Style::Faint,
        points: (0..points.len())
            .filter(kept)
            .map(|index| (points[index].0 as f32, points[index].1[weight]))
            .collect(),
    });
    let lines = Lines { x: Axis::new("step"), y: Axis::new("weight"), series: series.collect() };
    let now = points.last().map_or(&[][..], |(_, weights)| weights);
    let small = now.iter().filter(|weight| weight.abs() < NEAR_ZERO).count();
    let says = format!(
        "The way of {} weights, as many from each layer; {small} of them are now below {}.",
        lane.followed.len(),
        decimal(f64::from(NEAR_ZERO))
    );
    Panel::new("paths", "Weights on their way", says, Figure::Lines(lines))
}

fn histogram(lane: &Regularised) -> Panel {
    let mut cells = vec![0.0_f32; BARS];
    let (mut all, mut squares) = (0_u64, 0.0);
    for weight in lane.penalised_weights() {
        let place = (weight + HISTOGRAM_END) / (2.0 * HISTOGRAM_END) * BARS as f32;
        cells[(place.max(0.0) as usize).min(BARS - 1)] += 1.0;
        squares += f64::from(weight) * f64::from(weight);
        all += 1;
    }
    let near = lane.penalised_weights().filter(|weight| weight.abs() < NEAR_ZERO).count();
    let says = format!(
        "{} weights, {near} of them below {}; the length of them all is {}.",
        count(all),
        decimal(f64::from(NEAR_ZERO)),
        decimal(libm::sqrt(squares)),
    );
    let bars = Bars {
        x: Axis::from_to(
            "weight (the last bars hold what is larger)",
            -HISTOGRAM_END,
            HISTOGRAM_END,
        ),
        y: Axis::new("weights"),
        names: Vec::new(),
        groups: vec![BarGroup { name: "weights".into(), values: cells }],
        ..Bars::default()
    };
    Panel::new("weights", "How large the weights are", says, Figure::Bars(bars))
}
