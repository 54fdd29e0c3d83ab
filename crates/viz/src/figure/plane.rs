//! Points, paths and arrows in a plane over a field of values.

use figures::{Axis, Group, Plane};

use super::axes::{Axes, Room, extent};
use super::labels::{self, Wish};
use super::legend::{self, Entry, Sample};
use super::lines::trace;
use super::{Drawing, Frame, Handle, Places, Reading, field};
use crate::format;
use crate::palette::{Look, class_ink, class_mark, looks};
use crate::pen::Pen;
use crate::scene::{Inks, Mark, Scene, Shape, Text};

/// Where things are, for reading and turning.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    axes: Axes,
    /// Data coordinates of each arrow's beginning.
    origins: Vec<(f32, f32)>,
}

/// A point: its group, its data, its pixels.
type Near<'a> = (&'a Group, (f32, f32), (f64, f64));

/// Share of the plot that one arrow key moves by.
const STEP: f64 = 0.05;

/// Lays a plane out.
pub fn lay(plane: &Plane, frame: &Frame) -> Drawing {
    let inks = Inks::of(frame.theme);
    let (legend, top) = legend::rows(&entries(&plane.groups, frame), frame.width, &inks);
    let foot = field::legend_height(plane.field.as_ref());
    let axes = axes(plane, frame, top);
    let bottom = axes.plot[3] + if plane.x.name.is_empty() { 20.0 } else { 36.0 };
    let mut scene = Scene { size: (frame.width, bottom + foot), ..Scene::default() };
    if let Some(values) = &plane.field {
        field::draw(values, &axes, frame.theme, &mut scene);
        field::legend(values, bottom + 6.0, frame.theme, &mut scene);
    }
    scene.marks.extend(axes.marks((&plane.x.name, &plane.y.name), &inks, plane.field.is_none()));
    scene.marks.extend(legend);
    let names: Vec<&str> = plane.paths.iter().map(|it| it.name.as_str()).collect();
    let looks = looks(&names, frame.theme);
    groups(plane, &axes, frame, &mut scene.marks, false);
    paths(plane, &looks, &axes, &inks, &mut scene.marks);
    groups(plane, &axes, frame, &mut scene.marks, true);
    arrows(plane, &axes, &inks, &mut scene.marks);
    names_of(plane, &looks, &axes, &inks, &mut scene.marks);
    let layout = Layout { axes, origins: plane.arrows.iter().map(|it| it.from).collect() };
    let handles = handles(plane, &layout);
    Drawing { scene, handles, places: Places::Plane(layout) }
}

/// Axes whose plot has the shape that is asked for.
fn axes(plane: &Plane, frame: &Frame, top: f64) -> Axes {
    let points = || {
        let groups = plane.groups.iter().flat_map(|it| &it.points);
        let paths = plane.paths.iter().flat_map(|it| &it.points);
        groups.chain(paths).chain(plane.arrows.iter().flat_map(|it| [&it.from, &it.to]))
    };
    let (x, y) = (
        extent(points().map(|it| it.0), plane.x.is_log),
        extent(points().map(|it| it.1), plane.y.is_log),
    );
    let room = |height: f64, right: f64| Room {
        size: (frame.width, height),
        margin: (top, right),
        x: airy(x, &plane.x),
        y: airy(y, &plane.y),
        is_rounded: false,
    };
    let most = frame.height.unwrap_or(460.0).max(120.0) + top;
    let usual = frame.height.unwrap_or((frame.width * 0.75).clamp(200.0, 380.0)) + top;
    let axes = Axes::new((&plane.x, &plane.y), &room(usual, 0.0));
    if !plane.is_square {
        return axes;
    }
    let span = |(low, high): (f64, f64)| high - low;
    let ratio = span(axes.y.domain()) / span(axes.x.domain());
    let ratio = if ratio.is_finite() { ratio.clamp(0.2, 5.0) } else { 1.0 };
    let [left, right, upper, lower] = axes.plot;
    let (around, width) = (usual - (lower - upper), right - left);
    let height = (width * ratio).min(most - around);
    let spare = width - height / ratio;
    Axes::new((&plane.x, &plane.y), &room(height + around, spare + 12.0))
}

/// Room around the points, so that none stands on the edge.
fn airy(found: Option<(f64, f64)>, axis: &Axis) -> (f64, f64) {
    match found {
        None if axis.is_log => (0.1, 1.0),
        None => (0.0, 1.0),
        Some((low, high)) if axis.is_log => (low / 1.2, high * 1.2),
        Some((low, high)) => (low - (high - low) * 0.06, high + (high - low) * 0.06),
    }
}

/// What a group's points look like: colour, whether they are outlines, whether they are centres.
fn look_of(group: &Group, frame: &Frame) -> (crate::Rgb, bool, bool) {
    (class_ink(group.class.into(), frame.theme), group.is_hollow, group.is_centre)
}

/// One entry for each name and look; a centre only where no other points have its name.
fn entries(groups: &[Group], frame: &Frame) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let named = |is_centre: bool| {
        groups.iter().filter(move |it| it.is_centre == is_centre && !it.name.is_empty())
    };
    for group in named(false).chain(named(true)) {
        let (ink, is_hollow, is_centre) = look_of(group, frame);
        let sample = Sample::Point(class_mark(group.class.into()), ink, is_hollow, is_centre);
        let is_known = |it: &Entry| it.1 == group.name && (is_centre || it.0 == sample);
        if !entries.iter().any(is_known) {
            entries.push((sample, group.name.clone()));
        }
    }
    entries
}

fn groups(plane: &Plane, axes: &Axes, frame: &Frame, marks: &mut Vec<Mark>, is_centre: bool) {
    let inks = Inks::of(frame.theme);
    let count: usize = plane.groups.iter().map(|it| it.points.len()).sum();
    let usual = (frame.width / 110.0).clamp(2.8, 4.2);
    let radius = if count > 600 { usual * 0.75 } else { usual };
    let radius = if is_centre { 6.5 } else { radius };
    // Hollow points first: they are the ones to be compared with.
    for is_hollow in [true, false] {
        let wanted =
            plane.groups.iter().filter(|it| it.is_centre == is_centre && it.is_hollow == is_hollow);
        for group in wanted {
            let mut pen = Pen::default();
            let placed = group.points.iter().filter_map(|it| axes.at(*it));
            for at in placed.filter(|at| axes.holds(*at, 1.0)) {
                class_mark(group.class.into()).draw(&mut pen, at, radius);
            }
            if !pen.0.is_empty() {
                marks.extend(legend::pointed(pen, look_of(group, frame), &inks));
            }
        }
    }
}

fn paths(plane: &Plane, looks: &[Look], axes: &Axes, inks: &Inks, marks: &mut Vec<Mark>) {
    for (path, look) in plane.paths.iter().zip(looks) {
        let pen = trace(path.points.iter().map(|it| axes.at(*it)));
        let halo = Shape::line(pen.clone(), inks.paper, look.width + 2.5);
        let line = Shape::line(pen, look.ink, look.width).dashed(look.dash);
        marks.extend([halo, line].map(|it| Shape::within(axes.plot, it).into()));
        let placed =
            || path.points.iter().filter_map(|it| axes.at(*it)).filter(|at| axes.holds(*at, 1.0));
        if let Some(start) = placed().next() {
            let mut pen = Pen::default();
            pen.circle(start, 2.5);
            marks.extend(legend::pointed(pen, (look.ink, true, false), inks));
        }
        if let Some(end) = placed().next_back() {
            let mut pen = Pen::default();
            look.mark.draw(&mut pen, end, 5.0);
            marks.extend(legend::pointed(pen, (look.ink, look.is_hollow, false), inks));
        }
    }
}

fn arrows(plane: &Plane, axes: &Axes, inks: &Inks, marks: &mut Vec<Mark>) {
    for arrow in &plane.arrows {
        let (Some(from), Some(to)) = (axes.at(arrow.from), axes.at(arrow.to)) else { continue };
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        if length < 0.5 {
            continue;
        }
        let (dx, dy) = ((to.0 - from.0) / length, (to.1 - from.1) / length);
        let head = (11.0f64).min(length);
        let back = |along: f64, aside: f64| {
            (to.0 - dx * along - dy * aside, to.1 - dy * along + dx * aside)
        };
        let mut shaft = Pen::default();
        shaft.lift(from);
        shaft.draw(back(head * 0.7, 0.0));
        let mut tip = Pen::default();
        tip.polygon(&[to, back(head, head * 0.45), back(head, -head * 0.45)]);
        let halo = Shape::line(shaft.clone(), inks.paper, 5.5);
        let tip = Shape::filled(tip, inks.ink).outlined(inks.paper, 1.0);
        let shaft = Shape::line(shaft, inks.ink, 2.5);
        marks.extend([halo, shaft, tip].map(|it| Shape::within(axes.plot, it).into()));
    }
}

/// Names at the ends of paths and the heads of arrows.
fn names_of(plane: &Plane, looks: &[Look], axes: &Axes, inks: &Inks, marks: &mut Vec<Mark>) {
    let ends = plane.paths.iter().zip(looks).filter_map(|(path, look)| {
        let end = path.points.iter().rev().find_map(|it| axes.at(*it))?;
        Some(((path.name.as_str(), end, 9.0), look.ink))
    });
    // An arrow that can be turned carries a handle at its head.
    let gap = |is_turned: bool| if is_turned { 14.0 } else { 9.0 };
    let heads = plane.arrows.iter().filter_map(|it| {
        Some(((it.name.as_str(), axes.at(it.to)?, gap(it.turns.is_some())), inks.ink))
    });
    let is_shown = |((name, at, _), _): &(Wish, _)| !name.is_empty() && axes.holds(*at, 1.0);
    let (wishes, colours): (Vec<Wish>, Vec<_>) = ends.chain(heads).filter(is_shown).unzip();
    let places = labels::place(&wishes, axes.plot);
    for ((wish, ink), at) in wishes.iter().zip(colours).zip(places) {
        let text = at.map(|at| Text::new(at, wish.0, ink).on(inks.paper).strong());
        marks.extend(text.map(Mark::from));
    }
}

fn handles(plane: &Plane, layout: &Layout) -> Vec<Handle> {
    let turning = plane.arrows.iter().enumerate();
    turning
        .filter_map(|(index, arrow)| {
            let control = arrow.turns.clone()?;
            let at = layout.axes.at(arrow.to)?;
            let degrees = layout.degrees(index, at)?;
            Some(Handle { control, name: arrow.name.clone(), at, degrees, index })
        })
        .collect()
}

/// The value at a pixel, to the digit that half a pixel changes: no closer is it pointed at.
fn seen(value: impl Fn(f64) -> f64, pixel: f64) -> f64 {
    let grain = 10f64.powf((value(pixel + 0.5) - value(pixel)).abs().log10().floor());
    let rounded = (value(pixel) / grain).round() * grain;
    if rounded.is_finite() { rounded } else { value(pixel) }
}

impl Layout {
    /// The angle from an arrow's beginning to a place.
    pub fn degrees(&self, arrow: usize, to: (f64, f64)) -> Option<f64> {
        let from = self.origins.get(arrow)?;
        let (dx, dy) = (
            self.axes.x.value(to.0) - f64::from(from.0),
            self.axes.y.value(to.1) - f64::from(from.1),
        );
        let degrees = dy.atan2(dx).to_degrees();
        (degrees.is_finite() && (dx, dy) != (0.0, 0.0)).then_some(degrees)
    }

    /// The data coordinates of a place in the plot.
    pub fn place(&self, at: (f64, f64)) -> Option<(f32, f32)> {
        let is_there = self.axes.holds(at, 0.0);
        is_there.then(|| (self.axes.x.value(at.0) as f32, self.axes.y.value(at.1) as f32))
    }

    /// Where a key leads: a small step through the plot.
    pub fn step(&self, from: Option<(f64, f64)>, key: &str) -> Option<(f64, f64)> {
        let [left, right, top, bottom] = self.axes.plot;
        let (x, y) = from.unwrap_or(((left + right) / 2.0, (top + bottom) / 2.0));
        let (dx, dy) = ((right - left) * STEP, (bottom - top) * STEP);
        let to = match key {
            "ArrowLeft" => (x - dx, y),
            "ArrowRight" => (x + dx, y),
            "ArrowUp" => (x, y - dy),
            "ArrowDown" => (x, y + dy),
            "Home" => (left, y),
            "End" => (right, y),
            _ => return None,
        };
        Some((to.0.clamp(left, right), to.1.clamp(top, bottom)))
    }

    /// The value of the field at a place, and the nearest point if one is near.
    pub fn read(
        &self,
        plane: &Plane,
        at: (f64, f64),
        frame: &Frame,
        size: (f64, f64),
    ) -> Option<Reading> {
        let inks = Inks::of(frame.theme);
        let [left, right, top, bottom] = self.axes.plot;
        if !self.axes.holds(at, 4.0) {
            return None;
        }
        let number = |value: f64| format::decimal(value);
        let share = ((at.0 - left) / (right - left), (at.1 - top) / (bottom - top));
        let value =
            plane.field.as_ref().and_then(|it| Some((it.kind, field::value_at(it, share)?)));
        let near = self.nearest(plane, at);
        let mut entries = Vec::new();
        if let Some((group, point, _)) = near {
            let (ink, is_hollow, is_centre) = look_of(group, frame);
            let sample = Sample::Point(class_mark(group.class.into()), ink, is_hollow, is_centre);
            let (x, y) = (number(point.0.into()), number(point.1.into()));
            entries.push((sample, format!("{} {x}, {y}", group.name).trim_start().to_owned()));
        } else {
            let place =
                [seen(|px| self.axes.x.value(px), at.0), seen(|px| self.axes.y.value(px), at.1)];
            entries.push((Sample::None, format!("{}, {}", number(place[0]), number(place[1]))));
        }
        entries.extend(value.map(|(kind, value)| (Sample::None, field_words(plane, kind, value))));
        let at = near.map_or(at, |it| it.2);
        let mut marks = cross(at, &inks);
        marks.extend(legend::tip(at, &entries, size, &inks));
        let words: Vec<&str> = entries.iter().map(|entry| entry.1.as_str()).collect();
        Some(Reading { at, words: words.join(": "), marks })
    }

    /// The nearest point with its group and its pixels, if it is near.
    fn nearest<'a>(&self, plane: &'a Plane, at: (f64, f64)) -> Option<Near<'a>> {
        const REACH: f64 = 12.0;
        let all =
            plane.groups.iter().flat_map(|group| group.points.iter().map(move |it| (group, *it)));
        let placed = all.filter_map(|(group, point)| Some((group, point, self.axes.at(point)?)));
        let distance = |place: (f64, f64)| (place.0 - at.0).hypot(place.1 - at.1);
        let near = placed.filter(|it| distance(it.2) <= REACH);
        near.min_by(|a, b| distance(a.2).total_cmp(&distance(b.2)))
    }
}

fn field_words(plane: &Plane, kind: figures::FieldKind, value: f32) -> String {
    let region = plane.groups.iter().find(|it| f32::from(it.class) == value && !it.name.is_empty());
    match (kind, region) {
        (figures::FieldKind::Regions, Some(group)) => format!("region of {}", group.name),
        (figures::FieldKind::Regions, None) => format!("region {}", format::decimal(value.into())),
        _ => format!("value {}", format::decimal(value.into())),
    }
}

/// Cross hairs around a place.
pub fn cross((x, y): (f64, f64), inks: &Inks) -> Vec<Mark> {
    let mut pen = Pen::default();
    for (dx, dy) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
        pen.lift((x + 5.0 * dx, y + 5.0 * dy));
        pen.draw((x + 13.0 * dx, y + 13.0 * dy));
    }
    let halo = Shape::line(pen.clone(), inks.paper, 4.0);
    vec![halo.into(), Shape::line(pen, inks.ink, 1.5).into()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_no_closer_than_it_is_pointed_at() {
        // Three units on 480 pixels: half a pixel is 0.003.
        let axis = |pixel: f64| (pixel - 240.0) * 3.0 / 480.0;
        assert_eq!(seen(axis, 240.000_000_000_1), 0.0);
        assert_eq!(format::decimal(seen(axis, 264.3)), "0.152");
        // Each pixel doubles the value.
        assert_eq!(seen(|pixel| pixel.exp2(), 10.02), 1000.0);
        assert_eq!(seen(|_| 7.0, 3.0), 7.0);
    }
}
