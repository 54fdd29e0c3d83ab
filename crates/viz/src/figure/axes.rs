//! The two axes of a figure: scales from what a lab asks for and what its numbers need, ticks, names.

use figures::Axis;

use crate::lettering::text_width;
use crate::pen::Pen;
use crate::scale::{Scale, Spread, Tick};
use crate::scene::{Anchor, Inks, LINE, Mark, Shape, TEXT, Text};

/// Room for one row of ticks below a plot.
const TICKS: f64 = 20.0;
/// Pixels that a tick of the x axis needs.
const X_TICK: f64 = 84.0;
/// Pixels that a tick of the y axis needs.
const Y_TICK: f64 = 48.0;

/// Two axes and the plot between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Axes {
    /// Inner rectangle: left, right, top, bottom.
    pub plot: [f64; 4],
    /// Horizontal.
    pub x: Scale,
    /// Vertical.
    pub y: Scale,
    /// Of the whole drawing.
    width: f64,
    x_ticks: Vec<Tick>,
    y_ticks: Vec<Tick>,
}

/// What the axes have to cover and where they may stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Of the whole drawing.
    pub size: (f64, f64),
    /// Kept free above and to the right.
    pub margin: (f64, f64),
    /// Smallest and largest x.
    pub x: (f64, f64),
    /// Smallest and largest y.
    pub y: (f64, f64),
    /// Whether the ends are moved outwards to round numbers, where no range is asked for.
    pub is_rounded: bool,
}

impl Axes {
    /// Axes in a room.
    pub fn new((x, y): (&Axis, &Axis), room: &Room) -> Self {
        let (width, height) = room.size;
        let top = room.margin.0 + if y.name.is_empty() { 8.0 } else { LINE + 6.0 };
        let bottom = height - TICKS - if x.name.is_empty() { 0.0 } else { LINE };
        let bottom = bottom.max(top + 20.0);
        let y_count = (((bottom - top) / Y_TICK) as usize).clamp(2, 6);
        let y_scale = scale(y, room.y, (bottom, top), room.is_rounded.then_some(y_count));
        let y_ticks = ticks(&y_scale, y_count);
        let widest = y_ticks.iter().map(|tick| text_width(&tick.label)).fold(0.0, f64::max);
        let left = (widest + 10.0).min(width * 0.4);
        // Half of the last tick's label stands beyond the plot.
        let right = (width - room.margin.1.max(12.0)).max(left + 20.0);
        let x_count = (((right - left) / X_TICK) as usize).clamp(2, 8);
        let x_scale = scale(x, room.x, (left, right), None);
        let x_ticks = x_scale.ticks(x_count);
        let plot = [left, right, top, bottom];
        Self { plot, x: x_scale, y: y_scale, width, x_ticks, y_ticks }
    }

    /// The same without numbers on the x axis, where names take their place.
    pub fn unnumbered(self) -> Self {
        Self { x_ticks: Vec::new(), ..self }
    }

    /// Pixels of a point, or nothing where it is not finite or cannot be on a logarithmic axis.
    pub fn at(&self, (x, y): (f32, f32)) -> Option<(f64, f64)> {
        let on = |scale: &Scale, value: f32| {
            let value = f64::from(value);
            let is_there = value.is_finite() && (scale.spread() == Spread::Linear || value > 0.0);
            is_there.then(|| scale.at(value))
        };
        Some((on(&self.x, x)?, on(&self.y, y)?))
    }

    /// Whether a pixel lies in the plot, or less than `reach` beyond it.
    pub fn holds(&self, (x, y): (f64, f64), reach: f64) -> bool {
        let [left, right, top, bottom] = self.plot;
        (left - reach..=right + reach).contains(&x) && (top - reach..=bottom + reach).contains(&y)
    }

    /// Lines at the ticks, labels and names.
    pub fn marks(&self, (x, y): (&str, &str), inks: &Inks, has_grid: bool) -> Vec<Mark> {
        let [left, right, top, bottom] = self.plot;
        let mut marks = Vec::new();
        let mut grid = Pen::default();
        for tick in &self.y_ticks {
            grid.lift((left, tick.at));
            grid.draw((right, tick.at));
            let label = Text::new((left - 6.0, tick.at + 4.0), &tick.label, inks.muted);
            marks.push(label.anchored(Anchor::End).into());
        }
        if has_grid {
            marks.push(Shape::line(grid, inks.line, 1.0).into());
        }
        let mut base = Pen::default();
        base.lift((left, bottom));
        base.draw((right, bottom));
        for tick in &self.x_ticks {
            base.lift((tick.at, bottom));
            base.draw((tick.at, bottom + 4.0));
            marks.push(self.x_label(tick, inks));
        }
        marks.push(Shape::line(base, inks.line, 1.0).into());
        if !y.is_empty() {
            marks.push(Text::new((0.0, top - 10.0), y, inks.muted).into());
        }
        if !x.is_empty() {
            let at = (right, bottom + TICKS + TEXT - 1.0);
            marks.push(Text::new(at, x, inks.muted).anchored(Anchor::End).into());
        }
        marks
    }

    /// A tick's label below the plot, moved inwards where it would leave the drawing.
    fn x_label(&self, tick: &Tick, inks: &Inks) -> Mark {
        let half = text_width(&tick.label) / 2.0;
        let x = tick.at.min(self.width - half).max(half);
        let text = Text::new((x, self.plot[3] + 16.0), &tick.label, inks.muted);
        text.anchored(Anchor::Middle).into()
    }
}

/// Ticks; where the ends of the scale are round numbers, such that they are among them.
fn ticks(scale: &Scale, count: usize) -> Vec<Tick> {
    let (low, high) = scale.domain();
    let is_end = |tick: Option<&Tick>, end: f64| {
        tick.is_some_and(|tick| (tick.value - end).abs() <= (high - low) * 1e-9)
    };
    let with_ends = (count..=count + 2).map(|count| scale.ticks(count));
    let mut with_ends = with_ends.filter(|it| is_end(it.first(), low) && is_end(it.last(), high));
    with_ends.next().unwrap_or_else(|| scale.ticks(count))
}

/// Smallest and largest finite number; of a logarithmic axis among those above 0.
pub fn extent(values: impl Iterator<Item = f32>, is_log: bool) -> Option<(f64, f64)> {
    let mut found: Option<(f64, f64)> = None;
    for value in values.filter(|it| it.is_finite() && (!is_log || *it > 0.0)).map(f64::from) {
        let (low, high) = found.unwrap_or((value, value));
        found = Some((low.min(value), high.max(value)));
    }
    found
}

/// The same with the zero line where numbers begin near it, or without numbers from 0 to 1.
pub fn with_zero(extent: Option<(f64, f64)>, is_log: bool) -> (f64, f64) {
    let (low, high) = extent.unwrap_or(if is_log { (0.1, 1.0) } else { (0.0, 1.0) });
    let is_near = !is_log && (0.0..=0.45 * high).contains(&low);
    (if is_near { 0.0 } else { low }, high)
}

/// A scale over the axis' own range, else over the extent.
fn scale(axis: &Axis, extent: (f64, f64), range: (f64, f64), nice: Option<usize>) -> Scale {
    let own = axis.range.map(|(low, high)| (f64::from(low), f64::from(high)));
    let own = own.filter(|(low, high)| low < high && low.is_finite() && high.is_finite());
    let (low, high) = widened(own.unwrap_or(extent), axis.is_log);
    let scale = match axis.is_log {
        true => Scale::log((low, high), range),
        false => Scale::linear((low, high), range),
    };
    match nice {
        Some(count) if own.is_none() => scale.nice(count),
        _ => scale,
    }
}

/// Equal numbers get room on both sides; so do those that differ by less than drawing can show.
fn widened((low, high): (f64, f64), is_log: bool) -> (f64, f64) {
    if is_log {
        return if high / low > 1.001 { (low, high) } else { (low / 2.0, high * 2.0) };
    }
    let size = low.abs().max(high.abs());
    match high - low {
        span if span > size * 1e-6 => (low, high),
        _ if size > 0.0 => (low - size * 0.1, high + size * 0.1),
        _ => (0.0, 1.0),
    }
}
