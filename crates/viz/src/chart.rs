//! Line charts: paths, ticks, and labels at the lines' ends that never cover each other.

use crate::scale::{Scale, Spread, Tick};

/// A named line of points `(x, y)` in data units, ascending in x. A point that is not finite
/// breaks the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// As shown at the line's end.
    pub name: String,
    /// From left to right.
    pub points: Vec<(f64, f64)>,
}

/// What a chart looks like before it has numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Of the drawing, in pixels.
    pub size: (f64, f64),
    /// Kept free for tick labels and names: left, right, top, bottom.
    pub margin: [f64; 4],
    /// Of the x axis.
    pub x: Spread,
    /// Of the y axis.
    pub y: Spread,
    /// About this many ticks on the x and y axis.
    pub ticks: (usize, usize),
    /// Whether a linear y axis begins at 0.
    pub y_starts_at_zero: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            size: (620.0, 170.0),
            margin: [40.0, 96.0, 10.0, 28.0],
            x: Spread::Linear,
            y: Spread::Linear,
            ticks: (5, 3),
            y_starts_at_zero: true,
        }
    }
}

/// A line, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// As shown at the end.
    pub name: String,
    /// Path data for SVG, in pixels.
    pub path: String,
    /// Last finite point, in pixels.
    pub end: (f64, f64),
    /// Last finite point, in data units.
    pub last: (f64, f64),
    /// Base line of the name; at least [`LABEL_HEIGHT`] from every other one where they fit.
    pub label_y: f64,
}

/// A chart, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Of the drawing, in pixels.
    pub size: (f64, f64),
    /// Inner rectangle: left, right, top, bottom.
    pub plot: [f64; 4],
    /// Maps x values to pixels.
    pub x: Scale,
    /// Maps y values to pixels.
    pub y: Scale,
    /// Of the x axis.
    pub x_ticks: Vec<Tick>,
    /// Of the y axis.
    pub y_ticks: Vec<Tick>,
    /// In the order of the series; series without a finite point are left out.
    pub lines: Vec<Line>,
}

/// Distance between two end labels' base lines.
pub const LABEL_HEIGHT: f64 = 14.0;

/// Lays a chart out. Without any finite point it has axes from 0 to 1 and no lines.
pub fn chart(series: &[Series], options: &Options) -> Chart {
    let [left, right, top, bottom] = options.margin;
    let (width, height) = options.size;
    let plot = [left, width - right, top, height - bottom];
    let points = || series.iter().flat_map(|s| &s.points).filter(|p| is_finite(p));
    let x_domain = extent(points().map(|p| p.0));
    let mut y_domain = extent(points().map(|p| p.1));
    if options.y_starts_at_zero && options.y == Spread::Linear {
        y_domain.0 = y_domain.0.min(0.0);
    }
    let x = scale(options.x, x_domain, (plot[0], plot[1]));
    let y = scale(options.y, y_domain, (plot[3], plot[2])).nice(options.ticks.1);
    let mut lines: Vec<Line> = series.iter().filter_map(|s| line(s, &x, &y)).collect();
    let wanted: Vec<f64> = lines.iter().map(|line| line.end.1 + 4.0).collect();
    for (line, at) in lines.iter_mut().zip(apart(&wanted, LABEL_HEIGHT, (plot[2], plot[3] - 1.0))) {
        line.label_y = at;
    }
    let (x_ticks, y_ticks) = (x.ticks(options.ticks.0), y.ticks(options.ticks.1));
    Chart { size: options.size, plot, x, y, x_ticks, y_ticks, lines }
}

impl Chart {
    /// The point of a series that is nearest to a pixel column: what hovering there reads.
    pub fn nearest(&self, series: &Series, pixel_x: f64) -> Option<(f64, f64)> {
        let distance = |p: &(f64, f64)| (self.x.at(p.0) - pixel_x).abs();
        let finite = series.points.iter().filter(|p| is_finite(p));
        finite.min_by(|a, b| distance(a).total_cmp(&distance(b))).copied()
    }
}

/// Moves labels apart until they are `gap` from each other, changing each as little as a single
/// sweep in each direction can; keeps them within `bounds` as long as they fit there.
pub fn apart(wanted: &[f64], gap: f64, bounds: (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));
    let mut placed = wanted.to_vec();
    let mut lowest = bounds.0;
    for &index in &order {
        placed[index] = placed[index].max(lowest);
        lowest = placed[index] + gap;
    }
    let mut highest = bounds.1;
    for &index in order.iter().rev() {
        placed[index] = placed[index].min(highest);
        highest = placed[index] - gap;
    }
    placed
}

/// A point of a curve that knows its place on the x axis.
pub trait Placed {
    /// Its place, ascending along the curve.
    fn place(&self) -> u64;
}

impl<A> Placed for (u64, A) {
    fn place(&self) -> u64 {
        self.0
    }
}

impl<A, B> Placed for (u64, A, B) {
    fn place(&self) -> u64 {
        self.0
    }
}

/// Thins a curve that has grown beyond `limit` points to about half of it, evenly spread over its
/// places however often it was thinned before; the first and the last point stay.
pub fn thin<T: Placed>(points: &mut Vec<T>, limit: usize) {
    let limit = limit.max(3);
    if points.len() <= limit {
        return;
    }
    let (first, last) = (points[0].place(), points[points.len() - 1].place());
    // The first point of each bucket stays. A width that is a power of two puts whole buckets of an
    // earlier thinning into one, so that distances do not add up to holes.
    let width = ((last - first) / (limit as u64 / 2)).max(1).next_power_of_two();
    let mut due = 0;
    points.retain(|point| {
        let bucket = (point.place() - first) / width;
        let is_kept = bucket >= due || point.place() == last;
        if is_kept {
            due = bucket + 1;
        }
        is_kept
    });
}

fn scale(spread: Spread, domain: (f64, f64), range: (f64, f64)) -> Scale {
    match spread {
        Spread::Linear => Scale::linear(domain, range),
        Spread::Log => Scale::log(domain, range),
    }
}

fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let fold = |(low, high): (f64, f64), v: f64| (low.min(v), high.max(v));
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), fold);
    if low <= high { (low, high) } else { (0.0, 1.0) }
}

fn is_finite(point: &(f64, f64)) -> bool {
    point.0.is_finite() && point.1.is_finite()
}

fn line(series: &Series, x: &Scale, y: &Scale) -> Option<Line> {
    let last = *series.points.iter().rev().find(|p| is_finite(p))?;
    let end = (x.at(last.0), y.at(last.1));
    let path = path(series.points.iter().map(|p| is_finite(p).then(|| (x.at(p.0), y.at(p.1)))));
    Some(Line { name: series.name.clone(), path, end, last, label_y: end.1 })
}

/// Path data through points; `None` lifts the pen.
pub fn path(points: impl Iterator<Item = Option<(f64, f64)>>) -> String {
    let mut data = String::new();
    let mut is_pen_down = false;
    for point in points {
        if let Some((x, y)) = point {
            let command = if is_pen_down { 'L' } else { 'M' };
            data.push_str(&format!("{command}{x:.1} {y:.1}"));
        }
        is_pen_down = point.is_some();
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn series(name: &str, points: &[(f64, f64)]) -> Series {
        Series { name: name.into(), points: points.to_vec() }
    }

    #[test]
    fn a_line_runs_from_corner_to_corner() {
        let options =
            Options { size: (100.0, 100.0), margin: [0.0; 4], ticks: (2, 2), ..Options::default() };
        let chart = chart(&[series("loss", &[(0.0, 1.0), (10.0, 0.0)])], &options);
        assert_eq!(chart.lines[0].path, "M0.0 0.0L100.0 100.0");
        assert_eq!(chart.lines[0].last, (10.0, 0.0));
        assert_eq!(chart.y.domain(), (0.0, 1.0));
    }

    #[test]
    fn a_value_that_is_not_finite_breaks_the_line() {
        let points = [(0.0, 1.0), (1.0, f64::NAN), (2.0, 1.0), (3.0, 0.5)];
        let chart = chart(&[series("loss", &points)], &Options::default());
        assert_eq!(chart.lines[0].path.matches('M').count(), 2);
        assert_eq!(chart.lines[0].path.matches('L').count(), 1);
    }

    #[test]
    fn an_empty_chart_has_axes() {
        let chart = chart(&[series("loss", &[])], &Options::default());
        assert!(chart.lines.is_empty());
        assert!(!chart.x_ticks.is_empty() && !chart.y_ticks.is_empty());
    }

    #[test]
    fn hovering_reads_the_nearest_point() {
        let loss = series("loss", &[(0.0, 1.0), (10.0, 0.5), (20.0, 0.25)]);
        let chart = chart(std::slice::from_ref(&loss), &Options::default());
        assert_eq!(chart.nearest(&loss, chart.x.at(12.0)), Some((10.0, 0.5)));
    }

    proptest! {
        #[test]
        fn labels_stand_apart_and_inside(wanted in prop::collection::vec(0f64..200.0, 0..10)) {
            let mut placed = apart(&wanted, 14.0, (0.0, 200.0));
            placed.sort_by(f64::total_cmp);
            prop_assert!(placed.windows(2).all(|pair| pair[1] - pair[0] >= 14.0 - 1e-9));
            prop_assert!(placed.iter().all(|at| (-1e-9..=200.0 + 1e-9).contains(at)));
        }

        #[test]
        fn thinning_keeps_ends_and_order(length in 4u64..5000, limit in 3usize..500) {
            let mut points: Vec<(u64, f32)> = Vec::new();
            for step in 0..length {
                points.push((step, 0.0));
                thin(&mut points, limit);
                prop_assert!(points.len() <= limit.max(3));
            }
            prop_assert_eq!((points[0].0, points[points.len() - 1].0), (0, length - 1));
            prop_assert!(points.windows(2).all(|pair| pair[0].0 < pair[1].0));
            // However often it was thinned, no part is bare.
            let widest = points.windows(2).map(|pair| pair[1].0 - pair[0].0).max();
            prop_assert!(widest.unwrap_or(0) <= 8 * (length / limit as u64 + 1));
        }
    }
}
