//! Every figure of a lab as a drawing: laid out for a width, with what can be read at each place and
//! which arrows can be turned. The same numbers as a table are in [`table`].

mod align;
mod axes;
mod bars;
mod cells;
mod enlarged;
mod field;
mod heat;
mod labels;
mod legend;
mod lines;
mod merge;
mod network;
mod plane;
mod rows;
mod tiles;
mod writing;

#[cfg(test)]
mod tests;

use figures::{Figure, Panel};

use crate::Theme;
use crate::network::UnitId;
use crate::scene::{Inks, LINE, Mark, Scene, Text};
use crate::svg;

pub use align::align;
pub use enlarged::enlarged;
pub use merge::merged;
pub use rows::{headings, preview, table};

/// What a figure is laid out for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width of the drawing in pixels.
    pub width: f64,
    /// Height in pixels, for figures whose height does not follow from what they hold.
    pub height: Option<f64>,
    /// Colours on screen.
    pub theme: Theme,
}

/// A figure, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What is drawn.
    pub scene: Scene,
    /// Arrows that can be turned.
    pub handles: Vec<Handle>,
    places: Places,
}

/// An arrow that can be turned by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    /// The control that follows it.
    pub control: String,
    /// Its name.
    pub name: String,
    /// Where it is held, in pixels.
    pub at: (f64, f64),
    /// Its angle, anticlockwise from the right, above −180 and up to 180.
    pub degrees: f64,
    /// Which arrow of the figure it is.
    index: usize,
}

/// What is at a place of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The place, moved to what is read.
    pub at: (f64, f64),
    /// What it says.
    pub words: String,
    /// Drawn above everything else.
    pub marks: Vec<Mark>,
}

/// Where things are in a drawing, by kind of figure.
#[derive(Clone, Debug, PartialEq)]
enum Places {
    Nothing,
    Lines(lines::Layout),
    Plane(plane::Layout),
    Bars(bars::Layout),
    Cells(cells::Layout),
    Network(network::Layout),
}

/// Narrowest drawing; below that its container scrolls.
const NARROWEST: f64 = 160.0;

/// Lays a figure out.
pub fn lay(figure: &Figure, frame: &Frame) -> Drawing {
    let frame = &Frame { width: frame.width.max(NARROWEST), ..*frame };
    match figure {
        Figure::Lines(lines) => lines::lay(lines, frame),
        Figure::Plane(plane) => plane::lay(plane, frame),
        Figure::Heat(heat) => heat::lay(heat, frame),
        Figure::Bars(bars) => bars::lay(bars, frame),
        Figure::Tiles(tiles) => tiles::lay(tiles, frame),
        Figure::Network(network) => network::lay(network, frame),
        Figure::Table(table) => writing::table(table, frame),
        Figure::Text(text) => writing::text(text, frame),
    }
}

impl Drawing {
    fn new(scene: Scene, places: Places) -> Self {
        Self { scene, handles: Vec::new(), places }
    }

    /// Whether there is anything to point at.
    pub fn is_readable(&self) -> bool {
        self.places != Places::Nothing
    }

    /// What is at a place, in pixels. `figure` and `frame` are those that were laid out.
    pub fn read(&self, figure: &Figure, frame: &Frame, at: (f64, f64)) -> Option<Reading> {
        let size = self.scene.size;
        match (&self.places, figure) {
            (Places::Lines(it), Figure::Lines(lines)) => it.read(lines, at, frame, size),
            (Places::Plane(it), Figure::Plane(plane)) => it.read(plane, at, frame, size),
            (Places::Bars(it), Figure::Bars(bars)) => it.read(bars, at, frame, size),
            (Places::Cells(it), Figure::Heat(heat)) => {
                it.read(at, frame, size, |place| heat::words(heat, place))
            }
            (Places::Cells(it), Figure::Tiles(tiles)) => {
                it.read(at, frame, size, |place| tiles::words(tiles, place))
            }
            (Places::Network(it), Figure::Network(network)) => it.read(network, at, frame, size),
            _ => None,
        }
    }

    /// The place that a key leads to, by the key's DOM name; nothing for keys without a meaning.
    pub fn step(&self, from: Option<(f64, f64)>, key: &str) -> Option<(f64, f64)> {
        match &self.places {
            Places::Nothing => None,
            Places::Lines(it) => it.step(from, key),
            Places::Plane(it) => it.step(from, key),
            Places::Bars(it) => it.step(from, key),
            Places::Cells(it) => it.step(from, key),
            Places::Network(it) => it.step(from, key),
        }
    }

    /// The angle in degrees at which a handle's arrow would point at a place.
    pub fn turned(&self, handle: &Handle, to: (f64, f64)) -> Option<f64> {
        match &self.places {
            Places::Plane(it) => it.degrees(handle.index, to),
            _ => None,
        }
    }
}

impl Drawing {
    /// The data coordinates of a place in a plane.
    pub fn place(&self, at: (f64, f64)) -> Option<(f32, f32)> {
        match &self.places {
            Places::Plane(it) => it.place(at),
            _ => None,
        }
    }

    /// The unit of a network at a place.
    pub fn unit(&self, at: (f64, f64)) -> Option<UnitId> {
        match &self.places {
            Places::Network(it) => it.unit(at),
            _ => None,
        }
    }
}

/// A panel as an SVG document with its title, for files. Figures whose height follows from what they
/// hold are as high as they need to be.
pub fn document(panel: &Panel, (width, height): (f64, f64), theme: Theme) -> String {
    const EDGE: f64 = 16.0;
    const TITLE: f64 = LINE + 12.0;
    let inner = Frame {
        width: width - 2.0 * EDGE,
        height: Some((height - 2.0 * EDGE - TITLE).max(80.0)),
        theme,
    };
    let inks = Inks::of(theme);
    let mut scene = lay(&panel.figure, &inner).scene;
    let size = (scene.size.0 + 2.0 * EDGE, scene.size.1 + 2.0 * EDGE + TITLE);
    scene.marks.push(Text::new((0.0, -12.0), &panel.title, inks.ink).strong().into());
    svg::document(&scene, (size, (EDGE, EDGE + TITLE)), &inks, (&panel.title, &panel.says))
}
