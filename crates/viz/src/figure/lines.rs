//! Lines over an axis, each named at its end or, where names do not fit there, in a legend.

use figures::{Lines, Series, Style};

use super::axes::{Axes, Room, extent, with_zero};
use super::legend::{self, Entry, Sample};
use super::{Drawing, Frame, Places, Reading};
use crate::chart::{LABEL_HEIGHT, apart};
use crate::format;
use crate::lettering::text_width;
use crate::palette::{Look, lane_of, looks};
use crate::pen::Pen;
use crate::scale::label;
use crate::scene::{Inks, Mark, Scene, Shape, Text};

/// The most of the width that names at lines' ends may take.
const NAMES: f64 = 0.36;

/// Where things are, for reading values.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    axes: Axes,
    looks: Vec<Look>,
    /// Columns of pixels in which there is a value, and their x, from left to right.
    stops: Vec<(f64, f64)>,
}

/// Lays lines out.
pub fn lay(lines: &Lines, frame: &Frame) -> Drawing {
    let inks = Inks::of(frame.theme);
    let looks = looks_of(lines, frame);
    let height = frame.height.unwrap_or((frame.width * 0.42).clamp(180.0, 280.0));
    let named = |it: &&Series| {
        it.style != Style::Faint && !it.name.is_empty() && it.points.iter().any(is_there)
    };
    let names = || lines.series.iter().filter(named);
    let widest = names().map(|it| text_width(&it.name)).fold(0.0, f64::max);
    let at_ends = widest + 16.0 <= frame.width * NAMES
        && names().count() as f64 * LABEL_HEIGHT <= height - 60.0;
    let entries: Vec<Entry> = match at_ends {
        true => Vec::new(),
        false => lines.series.iter().zip(&looks).filter(|(it, _)| named(it)).map(entry).collect(),
    };
    let (legend, top) = legend::rows(&entries, frame.width, &inks);
    let points = || lines.series.iter().flat_map(|it| it.points.iter().filter(|it| is_there(it)));
    let room = Room {
        size: (frame.width, height + top),
        margin: (top, if at_ends && widest > 0.0 { widest + 16.0 } else { 0.0 }),
        x: extent(points().map(|it| it.0), lines.x.is_log).unwrap_or((0.0, 1.0)),
        y: with_zero(extent(points().map(|it| it.1), lines.y.is_log), lines.y.is_log),
        is_rounded: true,
    };
    let axes = Axes::new((&lines.x, &lines.y), &room);
    let mut marks = axes.marks((&lines.x.name, &lines.y.name), &inks, true);
    marks.extend(legend);
    for (series, look) in lines.series.iter().zip(&looks) {
        draw(series, look, &axes, &inks, &mut marks);
    }
    if at_ends {
        name_ends(lines, &looks, &axes, &mut marks);
    }
    let stops = stops(lines, &axes);
    let scene = Scene { size: room.size, rasters: Vec::new(), marks };
    Drawing::new(scene, Places::Lines(Layout { axes, looks, stops }))
}

fn is_there(point: &(f32, f32)) -> bool {
    point.0.is_finite() && point.1.is_finite()
}

fn entry((series, look): (&Series, &Look)) -> Entry {
    let sample = match series.style {
        Style::Dots => Sample::Point(look.mark, look.ink, look.is_hollow, false),
        _ => Sample::Line(*look),
    };
    (sample, series.name.clone())
}

/// Looks of all series: lines and dots take theirs in turn, references and faint lines stay grey
/// unless they are of a lane.
fn looks_of(lines: &Lines, frame: &Frame) -> Vec<Look> {
    let inks = Inks::of(frame.theme);
    let is_own = |it: &&Series| matches!(it.style, Style::Line | Style::Dots);
    let names: Vec<&str> = lines.series.iter().filter(is_own).map(|it| it.name.as_str()).collect();
    let mut own = looks(&names, frame.theme).into_iter();
    let grey = |series: &Series| {
        let first = looks(&[series.name.as_str()], frame.theme)[0];
        let ink = if lane_of(&series.name).is_some() { first.ink } else { inks.muted };
        match series.style {
            Style::Faint => Look { ink: inks.paper.mix(ink, 0.45), dash: "", width: 1.0, ..first },
            _ => Look { ink, dash: "4 4", width: 1.5, ..first },
        }
    };
    let look = |series: &Series| match is_own(&series) {
        true => own.next().unwrap_or_else(|| grey(series)),
        false => grey(series),
    };
    lines.series.iter().map(look).collect()
}

fn draw(series: &Series, look: &Look, axes: &Axes, inks: &Inks, marks: &mut Vec<Mark>) {
    if series.style == Style::Dots {
        let mut pen = Pen::default();
        let radius = if series.points.len() > 300 { 2.0 } else { 3.2 };
        let placed = series.points.iter().filter_map(|it| axes.at(*it));
        for at in placed.filter(|at| axes.holds(*at, 1.0)) {
            look.mark.draw(&mut pen, at, radius);
        }
        marks.extend(legend::pointed(pen, (look.ink, look.is_hollow, false), inks));
        return;
    }
    let pen = trace(series.points.iter().map(|it| axes.at(*it)));
    let line = Shape::line(pen, look.ink, look.width).dashed(look.dash);
    marks.push(Shape::within(axes.plot, line).into());
    let end = series.points.iter().rev().find_map(|it| axes.at(*it));
    if let Some(at) = end.filter(|at| series.style == Style::Line && axes.holds(*at, 1.0)) {
        let mut pen = Pen::default();
        look.mark.draw(&mut pen, at, 3.0);
        marks.extend(legend::pointed(pen, (look.ink, look.is_hollow, false), inks));
    }
}

/// A line through points; a missing one lifts the pen. Points that nobody could tell from the one
/// before are left out.
pub fn trace(points: impl Iterator<Item = Option<(f64, f64)>>) -> Pen {
    const NEAREST: f64 = 0.4;
    let mut pen = Pen::default();
    let mut last: Option<(f64, f64)> = None;
    let mut skipped: Option<(f64, f64)> = None;
    for point in points {
        match (point, last) {
            (Some(to), Some(from)) if (to.0 - from.0).hypot(to.1 - from.1) < NEAREST => {
                skipped = point;
                continue;
            }
            (Some(to), Some(_)) => pen.draw(to),
            (Some(to), None) => {
                pen.lift(to);
                // A point alone is a dot, where line ends are round.
                pen.draw(to);
            }
            (None, _) => {}
        }
        (last, skipped) = (point, None);
    }
    if let Some(to) = skipped {
        pen.draw(to);
    }
    pen
}

fn name_ends(lines: &Lines, looks: &[Look], axes: &Axes, marks: &mut Vec<Mark>) {
    let [_, right, top, bottom] = axes.plot;
    let ends: Vec<(&Series, &Look, (f64, f64))> = lines
        .series
        .iter()
        .zip(looks)
        .filter(|(series, _)| series.style != Style::Faint && !series.name.is_empty())
        .filter_map(|(series, look)| {
            let end = series.points.iter().rev().find_map(|it| axes.at(*it))?;
            Some((series, look, end))
        })
        .collect();
    let wanted: Vec<f64> = ends.iter().map(|end| end.2.1.clamp(top, bottom) + 4.0).collect();
    let placed = apart(&wanted, LABEL_HEIGHT, (top + 6.0, bottom + 4.0));
    for ((series, look, end), y) in ends.into_iter().zip(placed) {
        let x = match series.style {
            Style::Dots => right,
            _ => end.0.clamp(0.0, right),
        };
        marks.push(Text::new((x + 8.0, y), &series.name, look.ink).into());
    }
}

fn stops(lines: &Lines, axes: &Axes) -> Vec<(f64, f64)> {
    let points = lines.series.iter().flat_map(|it| &it.points);
    let placed = points.filter_map(|it| Some((axes.at(*it)?.0, f64::from(it.0))));
    let inside = axes.plot[0] - 0.5..=axes.plot[1] + 0.5;
    let mut stops: Vec<(f64, f64)> = placed.filter(|stop| inside.contains(&stop.0)).collect();
    stops.sort_by(|a, b| a.0.total_cmp(&b.0));
    stops.dedup_by(|a, b| a.0 - b.0 < 0.5);
    stops
}

impl Layout {
    /// The nearest place with values.
    fn nearest_stop(&self, x: f64) -> Option<usize> {
        let distance = |index: &usize| (self.stops[*index].0 - x).abs();
        (0..self.stops.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }

    /// Where a key leads.
    pub fn step(&self, from: Option<(f64, f64)>, key: &str) -> Option<(f64, f64)> {
        let last = self.stops.len().checked_sub(1)?;
        let stride = (self.stops.len() / 40).max(1);
        let now = from.and_then(|at| self.nearest_stop(at.0));
        let next = match key {
            "ArrowLeft" => now.map_or(last, |it| it.saturating_sub(stride)),
            "ArrowRight" => now.map_or(0, |it| (it + stride).min(last)),
            "Home" => 0,
            "End" => last,
            _ => return None,
        };
        let middle = (self.axes.plot[2] + self.axes.plot[3]) / 2.0;
        Some((self.stops[next].0, middle))
    }

    /// The values at a place.
    pub fn read(
        &self,
        lines: &Lines,
        at: (f64, f64),
        frame: &Frame,
        size: (f64, f64),
    ) -> Option<Reading> {
        let inks = Inks::of(frame.theme);
        let (x, value) = self.stops[self.nearest_stop(at.0)?];
        let [_, _, top, bottom] = self.axes.plot;
        let at = (x, at.1.clamp(top, bottom));
        let mut pen = Pen::default();
        pen.lift((at.0, top));
        pen.draw((at.0, bottom));
        let mut marks = vec![Shape::line(pen, inks.muted, 1.0).into()];
        let name = if lines.x.name.is_empty() { "x" } else { &lines.x.name };
        let mut entries = vec![(Sample::None, format!("{name} {}", label(value)))];
        let mut faint = Vec::new();
        for (series, look) in lines.series.iter().zip(&self.looks) {
            let Some((place, value)) = self.nearest(series, at.0) else { continue };
            if series.style == Style::Faint {
                faint.push(value);
                continue;
            }
            legend::point(look.mark, place, (look.ink, look.is_hollow, false), &inks, &mut marks);
            let (sample, name) = entry((series, look));
            entries.push((
                sample,
                format!("{name} {}", format::decimal(f64::from(value))).trim_start().to_owned(),
            ));
        }
        entries.extend(faint_entry(&faint));
        marks.extend(legend::tip(at, &entries, size, &inks));
        let words: Vec<&str> = entries.iter().map(|entry| entry.1.as_str()).collect();
        Some(Reading { at, words: words.join(", "), marks })
    }

    /// The point of a series that stands in a column of pixels.
    fn nearest(&self, series: &Series, x: f64) -> Option<((f64, f64), f32)> {
        const REACH: f64 = 6.0;
        let placed = series.points.iter().filter_map(|it| Some((self.axes.at(*it)?, it.1)));
        let near = placed.filter(|(at, _)| (at.0 - x).abs() <= REACH && self.axes.holds(*at, 2.0));
        near.min_by(|a, b| (a.0.0 - x).abs().total_cmp(&(b.0.0 - x).abs()))
    }
}

fn faint_entry(values: &[f32]) -> Option<Entry> {
    let low = values.iter().copied().reduce(f32::min)?;
    let high = values.iter().copied().fold(low, f32::max);
    let number = |value: f32| format::decimal(f64::from(value));
    let words = match values.len() {
        1 => format!("thin line {}", number(low)),
        count => format!("{count} thin lines {} to {}", number(low), number(high)),
    };
    Some((Sample::None, words))
}
