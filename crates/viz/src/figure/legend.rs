//! What tells a reader which mark is which: samples with names in rows, ramps with their numbers, and
//! the box that reads out what is pointed at.

use crate::colour::{Ramp, Rgb};
use crate::format;
use crate::lettering::{shortened, text_width};
use crate::palette::{self, Look};
use crate::pen::Pen;
use crate::scene::{Anchor, Inks, LINE, Mark, Raster, Scene, Shape, Text};

/// What stands before a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample {
    /// A piece of line.
    Line(Look),
    /// A mark: shape, colour, whether it is an outline, whether it is a centre.
    Point(palette::Mark, Rgb, bool, bool),
    /// A bar: colour, and how it is filled.
    Bar(Rgb, Filling),
    /// Nothing.
    None,
}

/// How a bar is filled: groups differ by it besides their colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    /// All of it.
    Full,
    /// An outline over a tint.
    Tint,
    /// Stripes.
    Stripes,
}

/// A sample with its name.
pub type Entry = (Sample, String);

/// Width of a sample with the gap behind it.
const SAMPLE: f64 = 24.0;
/// Gap between entries.
const GAP: f64 = 16.0;

/// Entries in rows from the top left, and the height that they take.
pub fn rows(entries: &[Entry], width: f64, inks: &Inks) -> (Vec<Mark>, f64) {
    let mut marks = Vec::new();
    let (mut x, mut y) = (0.0, 12.0);
    for (sample, name) in entries {
        let name = shortened(name, width - SAMPLE);
        let needs = SAMPLE + text_width(&name);
        if x > 0.0 && x + needs > width {
            (x, y) = (0.0, y + LINE + 2.0);
        }
        draw_sample(*sample, (x, y - 4.0), inks, &mut marks);
        marks.push(Text::new((x + SAMPLE, y), name, inks.ink).into());
        x += needs + GAP;
    }
    (marks, if entries.is_empty() { 0.0 } else { y + 8.0 })
}

fn draw_sample(sample: Sample, (x, y): (f64, f64), inks: &Inks, marks: &mut Vec<Mark>) {
    let mut pen = Pen::default();
    match sample {
        Sample::None => {}
        Sample::Line(look) => {
            pen.lift((x, y));
            pen.draw((x + 18.0, y));
            marks.push(Shape::line(pen, look.ink, look.width).dashed(look.dash).into());
        }
        Sample::Point(mark, ink, is_hollow, is_centre) => {
            point(mark, (x + 9.0, y), (ink, is_hollow, is_centre), inks, marks);
        }
        Sample::Bar(ink, filling) => {
            bars(&[[x + 2.0, y - 5.0, 14.0, 10.0]], ink, filling, inks, marks)
        }
    }
}

/// A single point as planes draw it.
pub fn point(
    mark: palette::Mark,
    at: (f64, f64),
    (ink, is_hollow, is_centre): (Rgb, bool, bool),
    inks: &Inks,
    marks: &mut Vec<Mark>,
) {
    let mut pen = Pen::default();
    mark.draw(&mut pen, at, if is_centre { 6.5 } else { 4.0 });
    marks.extend(pointed(pen, (ink, is_hollow, is_centre), inks));
}

/// What points of one look are drawn with: a halo for centres, paper inside hollow ones.
pub fn pointed(pen: Pen, (ink, is_hollow, is_centre): (Rgb, bool, bool), inks: &Inks) -> Vec<Mark> {
    let halo = is_centre.then(|| Shape::line(pen.clone(), inks.paper, 6.0).into());
    let shape = match (is_hollow, is_centre) {
        (true, _) => Shape::filled(pen, inks.paper).outlined(ink, 1.6),
        (false, true) => Shape::filled(pen, ink).outlined(inks.ink, 2.0),
        (false, false) => Shape::filled(pen, ink).outlined(inks.paper, 1.0),
    };
    halo.into_iter().chain([shape.into()]).collect()
}

/// Bars of one group.
pub fn bars(areas: &[[f64; 4]], ink: Rgb, filling: Filling, inks: &Inks, marks: &mut Vec<Mark>) {
    let mut pen = Pen::default();
    areas.iter().for_each(|area| pen.rect(*area));
    let shape = match filling {
        Filling::Full => Shape::filled(pen, ink),
        Filling::Tint => Shape::filled(pen, inks.paper.mix(ink, 0.25)).outlined(ink, 1.2),
        Filling::Stripes => {
            let mut stripes = Pen::default();
            for [x, y, width, height] in areas {
                let count = (height / 4.0) as usize;
                for at in (0..count).map(|it| y + 2.0 + it as f64 * 4.0) {
                    stripes.lift((*x, at));
                    stripes.draw((x + width, at));
                }
            }
            marks.push(Shape::line(stripes, ink, 1.6).into());
            Shape::line(pen, ink, 1.2)
        }
    };
    marks.push(shape.into());
}

/// A ramp with numbers below it: values at its two ends and in its middle.
pub fn ramp(
    scene: &mut Scene,
    top: f64,
    (ramp, whole): (&Ramp, f32),
    values: [f64; 3],
    inks: &Inks,
) {
    const STEPS: usize = 64;
    let width = scene.size.0.min(220.0);
    let colours = (0..STEPS).map(|step| ramp.at(whole * step as f32 / (STEPS - 1) as f32));
    scene.rasters.extend(Raster::new([0.0, top, width, 8.0], STEPS, colours).map(Raster::smooth));
    let mut edge = Pen::default();
    edge.rect([0.5, top + 0.5, width - 1.0, 7.0]);
    scene.marks.push(Shape::line(edge, inks.line, 1.0).into());
    let places = [(0.0, Anchor::Start), (width / 2.0, Anchor::Middle), (width, Anchor::End)];
    for ((x, anchor), value) in places.into_iter().zip(values) {
        let text = Text::new((x, top + 22.0), number(value), inks.muted);
        scene.marks.push(text.anchored(anchor).into());
    }
}

/// To three significant figures: `8`, not `8.001`.
fn number(value: f64) -> String {
    let unit = 10f64.powf(value.abs().log10().floor() - 2.0);
    let rounded = (value / unit).round() * unit;
    format::decimal(if rounded.is_finite() { rounded } else { value })
}

/// Height of a ramp with its numbers.
pub const RAMP: f64 = 28.0;

/// A box beside a place that reads out what is there; stays within the drawing as far as it can.
pub fn tip(at: (f64, f64), entries: &[Entry], size: (f64, f64), inks: &Inks) -> Vec<Mark> {
    let most = (size.0 - 16.0).max(60.0);
    let indent = |sample: Sample| if sample == Sample::None { 0.0 } else { SAMPLE };
    let names: Vec<String> = entries
        .iter()
        .map(|(sample, name)| shortened(name, most - indent(*sample) - 16.0))
        .collect();
    let lengths = entries.iter().zip(&names).map(|(it, name)| indent(it.0) + text_width(name));
    let widest = lengths.fold(0.0, f64::max);
    let (width, height) = (widest + 16.0, names.len() as f64 * LINE + 10.0);
    let right = at.0 + 14.0;
    let x = if right + width <= size.0 { right } else { at.0 - 14.0 - width };
    let x = x.clamp(0.0, (size.0 - width).max(0.0));
    let y = (at.1 - height / 2.0).clamp(0.0, (size.1 - height).max(0.0));
    let mut pen = Pen::default();
    pen.rect([x + 0.5, y + 0.5, width, height]);
    let mut marks = vec![Shape::filled(pen, inks.paper).outlined(inks.muted, 1.0).into()];
    for (index, ((sample, _), name)) in entries.iter().zip(names).enumerate() {
        let base = y + 17.0 + index as f64 * LINE;
        draw_sample(*sample, (x + 8.0, base - 4.0), inks, &mut marks);
        marks.push(Text::new((x + 8.0 + indent(*sample), base), name, inks.ink).into());
    }
    marks
}
