//! The pictures: fits of many training sets, error by complexity, what the sum is made of, and where
//! along x the error sits.

use figures::format::{count, decimal, fixed};
use figures::{Axis, Figure, Lines, Panel, Series, Style, Table};

use super::Resamples;
use super::decomposition::Parts;
use super::model::Family;

/// Below this a part is not drawn on the logarithmic axis: no number of training sets that one waits
/// for tells it from 0.
const SMALLEST_DRAWN: f64 = 1e-4;

/// All panels, the most telling first.
pub fn all(lane: &Resamples) -> Vec<Panel> {
    vec![fits(lane), by_complexity(lane), table(lane), along_x(lane)]
}

fn series(name: &str, style: Style, points: Vec<(f32, f32)>) -> Series {
    Series { name: name.into(), style, points }
}

fn fits(lane: &Resamples) -> Panel {
    let truths = lane.decomposition.truths();
    let (low, high) = visible(truths, lane.problem.noise);
    let is_in = |y: f32| if (low..=high).contains(&y) { y } else { f32::NAN };
    let over = |values: &mut dyn Iterator<Item = f32>| -> Vec<(f32, f32)> {
        lane.places.iter().map(|&x| x as f32).zip(values.map(is_in)).collect()
    };
    let mut all: Vec<Series> = lane
        .fits
        .iter()
        .map(|fit| series("one fit", Style::Faint, over(&mut fit.iter().copied())))
        .collect();
    let seen = lane.x.iter().zip(&lane.y).map(|(&x, &y)| (x as f32, y as f32));
    let seen = seen.filter(|(_, y)| is_in(*y).is_finite()).collect();
    all.push(series("latest training set", Style::Dots, seen));
    all.push(series("truth", Style::Dashed, over(&mut truths.iter().map(|&it| it as f32))));
    let means = lane.decomposition.means(lane.model.chosen);
    all.push(series("mean fit", Style::Line, over(&mut means.map(|it| it as f32))));
    let parts = lane.decomposition.parts(lane.model.chosen);
    let says = format!(
        "{} fits of {}: their mean misses the truth by {} on average (root of bias²), one fit \
         misses the mean by {} (root of variance).",
        count(lane.decomposition.sets()),
        lane.model.words(lane.model.chosen),
        decimal(libm::sqrt(parts.bias2.max(0.0))),
        decimal(libm::sqrt(parts.variance)),
    );
    let x = Axis::from_to("x", 0.0, 1.0);
    let lines = Lines { x, y: Axis::from_to("y", low, high), series: all };
    Panel::new("fits", "One fit a training set, and their mean", says, Figure::Lines(lines))
}

/// The truth's range, with room for two standard deviations of noise and at least a fifth of it.
fn visible(truths: &[f64], noise: f64) -> (f32, f32) {
    let low = truths.iter().copied().fold(f64::INFINITY, f64::min);
    let high = truths.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let room = (2.0 * noise).max(0.2 * (high - low));
    ((low - room) as f32, (high + room) as f32)
}

fn by_complexity(lane: &Resamples) -> Panel {
    let levels = &lane.model.levels;
    let parts: Vec<Parts> = (0..levels.len()).map(|it| lane.decomposition.parts(it)).collect();
    let drawn = |value: f64| if value < SMALLEST_DRAWN { f32::NAN } else { value as f32 };
    let line = |name: &str, style: Style, value: &dyn Fn(usize) -> f64| {
        let points = levels.iter().enumerate().map(|(it, &x)| (x as f32, drawn(value(it))));
        series(name, style, points.collect())
    };
    let mut all = Vec::new();
    if let Some(formula) = &lane.formula {
        all.push(line("bias², formula", Style::Dashed, &|it| formula.bias2[it]));
        all.push(line("variance, formula", Style::Dashed, &|it| formula.variance[it]));
    }
    all.push(line("bias²", Style::Line, &|it| parts[it].bias2));
    all.push(line("variance", Style::Line, &|it| parts[it].variance));
    all.push(line("sum with noise", Style::Line, &|it| parts[it].sum()));
    all.push(line("error on training set", Style::Line, &|it| parts[it].train_error));
    all.push(line("measured error", Style::Dots, &|it| parts[it].error));
    let best = best_level(&parts);
    let says = format!(
        "The error on new labels is smallest at {}: {}. Here, at {}, it is {}.",
        lane.model.words(best),
        decimal(parts[best].error),
        lane.model.words(lane.model.chosen),
        decimal(parts[lane.model.chosen].error),
    );
    let largest = parts.iter().map(Parts::sum).fold(1.0, f64::max);
    let mut top = 1.0;
    while top < largest {
        top *= 10.0;
    }
    let is_log = lane.model.family == Family::Neighbours;
    let x = Axis { is_log, ..Axis::new(lane.model.axis()) };
    let range = Some((SMALLEST_DRAWN as f32, top as f32));
    let y = Axis { range, ..Axis::log("mean squared error") };
    let lines = Lines { x, y, series: all };
    Panel::new("complexity", "Error by complexity", says, Figure::Lines(lines))
}

/// The level with the smallest sum.
pub fn best_level(parts: &[Parts]) -> usize {
    let sums = parts.iter().map(Parts::sum).enumerate();
    sums.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(0, |(level, _)| level)
}

fn table(lane: &Resamples) -> Panel {
    let chosen = lane.model.chosen;
    let parts = lane.decomposition.parts(chosen);
    let by_formula = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |it| fixed(it, 4));
    let formula = lane.formula.as_ref().map(|it| (it.bias2[chosen], it.variance[chosen]));
    let noise = lane.problem.noise * lane.problem.noise;
    let row = |name: &str, measured: String, formula: Option<f64>| {
        vec![name.to_owned(), measured, by_formula(formula)]
    };
    let rows = vec![
        row("bias²", fixed(parts.bias2, 4), formula.map(|it| it.0)),
        row("variance", fixed(parts.variance, 4), formula.map(|it| it.1)),
        row("noise", fixed(parts.noise, 4), Some(noise)),
        row("sum of the three", fixed(parts.sum(), 4), formula.map(|it| it.0 + it.1 + noise)),
        row(
            "error on new labels",
            format!("{} ± {}", fixed(parts.error, 4), fixed(parts.error_se, 4)),
            None,
        ),
        row("error on its training set", fixed(parts.train_error, 4), None),
    ];
    let says = format!(
        "The sum is {}, the measured error {} with a standard error of {}: {} standard errors apart.",
        fixed(parts.sum(), 4),
        fixed(parts.error, 4),
        fixed(parts.error_se, 4),
        fixed(parts.gap(), 1),
    );
    let columns = ["part", "measured", "by formula"].map(String::from).to_vec();
    Panel::new("sum", "Does it add up?", says, Figure::Table(Table { columns, rows }))
}

fn along_x(lane: &Resamples) -> Panel {
    let here: Vec<(f64, f64)> = lane.decomposition.at_places(lane.model.chosen).collect();
    let over = |value: &dyn Fn(&(f64, f64)) -> f64| -> Vec<(f32, f32)> {
        lane.places.iter().zip(&here).map(|(&x, it)| (x as f32, value(it) as f32)).collect()
    };
    let noise = lane.problem.noise * lane.problem.noise;
    let all = vec![
        series("noise", Style::Dashed, over(&|_| noise)),
        series("bias²", Style::Line, over(&|it| it.0.max(0.0))),
        series("variance", Style::Line, over(&|it| it.1)),
    ];
    let largest = |value: &dyn Fn(&(f64, f64)) -> f64| {
        let values = lane.places.iter().zip(&here).map(|(&x, it)| (x, value(it)));
        values.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default()
    };
    let (bias_at, bias2) = largest(&|it| it.0);
    let (variance_at, variance) = largest(&|it| it.1);
    let says = format!(
        "Bias² is largest at x = {}, {}; variance at x = {}, {}.",
        fixed(bias_at, 2),
        decimal(bias2),
        fixed(variance_at, 2),
        decimal(variance),
    );
    let x = Axis::from_to("x", 0.0, 1.0);
    let lines = Lines { x, y: Axis::new("mean squared error"), series: all };
    Panel::new("along-x", "Where the error sits", says, Figure::Lines(lines))
}
