//! Bars: a histogram over a range, or values by name. Groups stand side by side, or on each other;
//! values below zero hang downwards. Names that do not fit below their bars turn the figure: bars then run to the right.

use figures::Bars;

use super::axes::{Axes, Room, extent};
use super::legend::{self, Entry, Filling, Sample};
use super::{Drawing, Frame, Places, Reading};
use crate::Rgb;
use crate::lettering::{shortened, text_width};
use crate::palette::{class_ink, lane_of, looks};
use crate::pen::Pen;
use crate::scale::{Scale, label};
use crate::scene::{Anchor, Inks, LINE, Mark, Scene, Shape, Text};

/// Where bars are, for reading values.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The slot of each bar: left, top, width, height.
    slots: Vec<[f64; 4]>,
    is_turned: bool,
}

/// Height of a slot with names at the left.
const SLOT: f64 = 26.0;
/// Bars with names at the left: more are read as a row, of which some are named.
const MOST_TURNED: usize = 60;

/// Lays bars out.
pub fn lay(bars: &Bars, frame: &Frame) -> Drawing {
    let inks = Inks::of(frame.theme);
    let entries: Vec<Entry> = match bars.groups.len() {
        0 | 1 => Vec::new(),
        _ => (0..bars.groups.len())
            .map(|it| (sample(bars, it, frame), bars.groups[it].name.clone()))
            .collect(),
    };
    let (legend, top) = legend::rows(&entries, frame.width, &inks);
    let slots = frame.width * 0.88 / bars.names.len().max(1) as f64;
    let is_turned = !bars.is_stacked
        && bars.names.len() <= MOST_TURNED
        && bars.names.iter().any(|it| text_width(it) > slots - 4.0);
    let mut drawing = match is_turned {
        true => turned(bars, frame, top),
        false => upright(bars, frame, top),
    };
    drawing.scene.marks.extend(legend);
    drawing
}

fn sample(bars: &Bars, group: usize, frame: &Frame) -> Sample {
    Sample::Bar(ink(bars, group, frame), filling(group))
}

/// Groups that are lanes look like their lanes; a group alone takes the calmest colour.
fn ink(bars: &Bars, group: usize, frame: &Frame) -> Rgb {
    let names: Vec<&str> = bars.groups.iter().map(|it| it.name.as_str()).collect();
    match names.as_slice() {
        [name] if lane_of(name).is_none() => class_ink(0, frame.theme),
        _ => looks(&names, frame.theme)[group].ink,
    }
}

fn filling(group: usize) -> Filling {
    [Filling::Full, Filling::Tint, Filling::Stripes][group % 3]
}

fn count(bars: &Bars) -> usize {
    bars.groups.iter().map(|it| it.values.len()).max().unwrap_or(0).max(bars.names.len())
}

/// Smallest and largest value, zero among them unless bars stand on a logarithmic axis.
fn reach(bars: &Bars) -> (f64, f64) {
    if bars.is_stacked {
        let height = |slot| (0..bars.groups.len()).map(|group| above(bars, group, slot)).sum();
        return (0.0, (0..count(bars)).map(height).fold(1.0, f64::max));
    }
    let found = extent(bars.groups.iter().flat_map(|it| it.values.iter().copied()), bars.y.is_log);
    match found {
        None if bars.y.is_log => (0.1, 1.0),
        None => (0.0, 1.0),
        Some((low, high)) if bars.y.is_log => (low / 2.0, high),
        Some((low, high)) => (low.min(0.0), high.max(0.0)),
    }
}

/// What a group adds to the height of a stack.
fn above(bars: &Bars, group: usize, slot: usize) -> f64 {
    let value = bars.groups[group].values.get(slot).copied().unwrap_or_default();
    if value.is_finite() { f64::from(value.max(0.0)) } else { 0.0 }
}

fn upright(bars: &Bars, frame: &Frame, top: f64) -> Drawing {
    let inks = Inks::of(frame.theme);
    let height = frame.height.unwrap_or((frame.width * 0.42).clamp(170.0, 260.0)) + top;
    let room = Room {
        size: (frame.width, height),
        margin: (top, 0.0),
        x: (0.0, count(bars).max(1) as f64),
        y: reach(bars),
        is_rounded: true,
    };
    let axes = Axes::new((&bars.x, &bars.y), &room);
    let axes = if bars.names.is_empty() { axes } else { axes.unnumbered() };
    let [left, right, upper, lower] = axes.plot;
    let step = (right - left) / count(bars).max(1) as f64;
    let slots: Vec<[f64; 4]> =
        (0..count(bars)).map(|it| [left + it as f64 * step, upper, step, lower - upper]).collect();
    let mut marks = axes.marks((&bars.x.name, &bars.y.name), &inks, true);
    let widest = bars.names.iter().map(|it| text_width(it)).fold(0.0, f64::max);
    // Where not every name has room, every so many bars one has, the last among them.
    let every = if step < 24.0 { ((widest + 24.0) / step).ceil().max(1.0) as usize } else { 1 };
    for (place, (name, slot)) in bars.names.iter().zip(&slots).enumerate() {
        let is_named = (bars.names.len() - 1 - place).is_multiple_of(every);
        let room = step * every as f64 + 2.0;
        // The outermost names end with the plot.
        let half = text_width(name).min(room) / 2.0;
        let x = (slot[0] + step / 2.0).clamp(half, (frame.width - half).max(half));
        let text = Text::new((x, lower + 16.0), shortened(name, room), inks.muted);
        marks.extend(is_named.then(|| text.anchored(Anchor::Middle).into()));
    }
    draw(bars, frame, (&slots, &axes.y, false), &mut marks);
    let scene = Scene { size: room.size, rasters: Vec::new(), marks };
    Drawing::new(scene, Places::Bars(Layout { slots, is_turned: false }))
}

fn turned(bars: &Bars, frame: &Frame, top: f64) -> Drawing {
    let inks = Inks::of(frame.theme);
    let widest = bars.names.iter().map(|it| text_width(it)).fold(0.0, f64::max);
    let left = (widest + 10.0).min(frame.width * 0.42);
    let thick = SLOT.max(bars.groups.len() as f64 * 10.0 + 8.0);
    let upper = top + 4.0;
    let lower = upper + thick * count(bars) as f64;
    // Values stand at the ends of their bars.
    let (low, high) = reach(bars);
    let is_log = bars.y.is_log;
    let range = (if low < 0.0 && !is_log { left + 44.0 } else { left }, frame.width - 52.0);
    let scale =
        if is_log { Scale::log((low, high), range) } else { Scale::linear((low, high), range) };
    let slots: Vec<[f64; 4]> = (0..count(bars))
        .map(|it| [left, upper + it as f64 * thick, frame.width - left, thick])
        .collect();
    let mut marks = Vec::new();
    for (name, slot) in bars.names.iter().zip(&slots) {
        let at = (left - 8.0, slot[1] + thick / 2.0 + 4.0);
        marks.push(
            Text::new(at, shortened(name, left - 8.0), inks.muted).anchored(Anchor::End).into(),
        );
    }
    draw(bars, frame, (&slots, &scale, true), &mut marks);
    let base = scale.at(if is_log { low } else { 0.0 });
    let mut line = Pen::default();
    line.lift((base, upper));
    line.draw((base, lower));
    marks.push(Shape::line(line, inks.muted, 1.0).into());
    let mut bottom = lower + 4.0;
    if !bars.y.name.is_empty() {
        bottom += LINE;
        let name = Text::new((frame.width, lower + 14.0), &bars.y.name, inks.muted);
        marks.push(name.anchored(Anchor::End).into());
    }
    let scene = Scene { size: (frame.width, bottom), rasters: Vec::new(), marks };
    Drawing::new(scene, Places::Bars(Layout { slots, is_turned: true }))
}

fn draw(
    bars: &Bars,
    frame: &Frame,
    (slots, scale, is_turned): (&[[f64; 4]], &Scale, bool),
    marks: &mut Vec<Mark>,
) {
    let inks = Inks::of(frame.theme);
    // What lies beyond the scale ends at its edge: a declared range, or 1e-12 if logarithmic.
    let (low, high) = scale.domain();
    let inside = |value: f64| scale.at(value.clamp(low.min(high), low.max(high)));
    let base = inside(if bars.y.is_log { low } else { 0.0 });
    for (index, group) in bars.groups.iter().enumerate() {
        let mut areas = Vec::new();
        for (place, (value, slot)) in group.values.iter().zip(slots).enumerate() {
            if bars.is_stacked {
                areas.extend(stacked(bars, (index, place), slot, scale));
                continue;
            }
            if !value.is_finite() || (bars.y.is_log && *value <= 0.0) {
                continue;
            }
            let end = inside(f64::from(*value));
            let (from, length) = (base.min(end), (end - base).abs());
            let (start, across) = part(slot, index, bars, is_turned);
            areas.push(match is_turned {
                true => [from, start, length, across],
                false => [start, from, across, length],
            });
            if is_turned && across >= 9.0 {
                let (x, anchor) = match end < base {
                    true => (end - 5.0, Anchor::End),
                    false => (end + 5.0, Anchor::Start),
                };
                let text =
                    Text::new((x, start + across / 2.0 + 4.0), label(f64::from(*value)), inks.ink);
                marks.push(text.anchored(anchor).into());
            }
        }
        legend::bars(&areas, ink(bars, index, frame), filling(index), &inks, marks);
    }
    if !is_turned && low < 0.0 {
        let mut line = Pen::default();
        line.lift((slots.first().map_or(0.0, |it| it[0]), base));
        line.draw((slots.last().map_or(0.0, |it| it[0] + it[2]), base));
        marks.push(Shape::line(line, inks.muted, 1.0).into());
    }
}

/// The part of a stack that is one group's; nothing for a part without height.
fn stacked(
    bars: &Bars,
    (group, place): (usize, usize),
    slot: &[f64; 4],
    scale: &Scale,
) -> Option<[f64; 4]> {
    let below: f64 = (0..group).map(|it| above(bars, it, place)).sum();
    let own = above(bars, group, place);
    let (lower, upper) = (scale.at(below), scale.at(below + own));
    let gap = (slot[2] * 0.16).min(6.0);
    (own > 0.0).then_some([slot[0] + gap / 2.0, upper, (slot[2] - gap).max(0.5), lower - upper])
}

/// Start and width of one group's bar in a slot; bars of a histogram touch.
fn part(slot: &[f64; 4], group: usize, bars: &Bars, is_turned: bool) -> (f64, f64) {
    let (start, whole) = if is_turned { (slot[1], slot[3]) } else { (slot[0], slot[2]) };
    let gap = match bars.names.is_empty() {
        true if whole < 4.0 => 0.0,
        true => 1.0,
        false => (whole * 0.16).min(12.0),
    };
    let across = (whole - gap) / bars.groups.len().max(1) as f64;
    (start + gap / 2.0 + group as f64 * across, (across - 0.5).max(0.5))
}

impl Layout {
    fn nearest(&self, at: (f64, f64)) -> Option<usize> {
        let place = if self.is_turned { at.1 } else { at.0 };
        let distance = |index: &usize| (self.middle(*index) - place).abs();
        (0..self.slots.len()).min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }

    fn middle(&self, index: usize) -> f64 {
        let [x, y, width, height] = self.slots[index];
        if self.is_turned { y + height / 2.0 } else { x + width / 2.0 }
    }

    /// Where a key leads: the next bar.
    pub fn step(&self, from: Option<(f64, f64)>, key: &str) -> Option<(f64, f64)> {
        let last = self.slots.len().checked_sub(1)?;
        let now = from.and_then(|at| self.nearest(at));
        let next = match key {
            "ArrowLeft" | "ArrowUp" => now.map_or(last, |it| it.saturating_sub(1)),
            "ArrowRight" | "ArrowDown" => now.map_or(0, |it| (it + 1).min(last)),
            "Home" => 0,
            "End" => last,
            _ => return None,
        };
        let [x, y, width, height] = self.slots[next];
        Some((x + width / 2.0, y + height / 2.0))
    }

    /// The values of one bar's place.
    pub fn read(
        &self,
        bars: &Bars,
        at: (f64, f64),
        frame: &Frame,
        size: (f64, f64),
    ) -> Option<Reading> {
        let inks = Inks::of(frame.theme);
        let index = self.nearest(at)?;
        let [x, y, width, height] = self.slots[index];
        let mut entries = vec![(Sample::None, name_of(bars, index))];
        for (place, group) in bars.groups.iter().enumerate() {
            let Some(value) = group.values.get(index) else { continue };
            let words = format!("{} {}", group.name, label(f64::from(*value)));
            let own = if bars.groups.len() > 1 { sample(bars, place, frame) } else { Sample::None };
            entries.push((own, words.trim_start().to_owned()));
        }
        let mut pen = Pen::default();
        pen.rect([x, y, width, height]);
        let mut marks = vec![Shape::line(pen, inks.muted, 1.0).into()];
        let middle = (x + width / 2.0, y + height / 2.0);
        marks.extend(legend::tip((middle.0 + width / 2.0 - 8.0, middle.1), &entries, size, &inks));
        let words: Vec<&str> = entries.iter().map(|entry| entry.1.as_str()).collect();
        Some(Reading { at: middle, words: words.join(", "), marks })
    }
}

/// What a bar stands for: its name, or its part of the range.
pub fn name_of(bars: &Bars, index: usize) -> String {
    if let Some(name) = bars.names.get(index) {
        return name.clone();
    }
    let Some((low, high)) = bars.x.range else { return (index + 1).to_string() };
    let width = f64::from(high - low) / count(bars).max(1) as f64;
    let edge = |place: usize| label(f64::from(low) + width * place as f64);
    format!("{} to {}", edge(index), edge(index + 1))
}
