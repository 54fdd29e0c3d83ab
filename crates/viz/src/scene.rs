//! A drawing as a list of marks, in pixels and with its colours: what a page turns into elements,
//! and a file into an SVG document, so that both show the same.
//!
//! Grids of colours are kept apart as rasters: a page paints them on a canvas below the marks.

use crate::colour::{Rgb, Theme};
use crate::pen::Pen;

/// Size of every text, in pixels.
pub const TEXT: f64 = 12.0;
/// Distance between two base lines, in pixels.
pub const LINE: f64 = 16.0;

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Width and height.
    pub size: (f64, f64),
    /// Below the marks, the first at the bottom.
    pub rasters: Vec<Raster>,
    /// The first at the bottom.
    pub marks: Vec<Mark>,
}

/// Left, top, width, height.
pub type Area = [f64; 4];

/// A grid of colours, drawn over an area.
#[derive(Clone, Debug, PartialEq)]
pub struct Raster {
    /// Where.
    pub area: Area,
    /// Cells in a row.
    pub columns: usize,
    /// Four bytes a cell: red, green, blue, opacity; rows from the top.
    pub pixels: Vec<u8>,
    /// Whether colours flow into each other instead of ending at the cell's edge.
    pub is_smooth: bool,
}

impl Raster {
    /// A grid of colours. `None` without cells, or where the last row is not full.
    pub fn new(area: Area, columns: usize, colours: impl Iterator<Item = Rgb>) -> Option<Self> {
        let pixels: Vec<u8> = colours.flat_map(|it| [it.0, it.1, it.2, 255]).collect();
        let cells = pixels.len() / 4;
        let is_whole = columns > 0 && cells > 0 && cells.is_multiple_of(columns);
        is_whole.then_some(Self { area, columns, pixels, is_smooth: false })
    }

    /// The same with colours that flow into each other.
    pub fn smooth(self) -> Self {
        Self { is_smooth: true, ..self }
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.pixels.len() / 4 / self.columns.max(1)
    }
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A shape.
    Shape(Shape),
    /// Words.
    Text(Text),
}

/// Lines and areas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// Path data of SVG.
    pub data: String,
    /// Inside.
    pub fill: Option<Rgb>,
    /// Along the path.
    pub stroke: Option<Rgb>,
    /// Of the stroke.
    pub width: f64,
    /// Dashes and gaps in pixels; empty for an unbroken line.
    pub dash: &'static str,
    /// What lies outside is not drawn.
    pub clip: Option<Area>,
}

/// Which end of a text its place is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    #[default]
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

impl Anchor {
    /// As the attribute `text-anchor` has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Words at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Place and base line.
    pub at: (f64, f64),
    /// What it says.
    pub words: String,
    /// Its colour.
    pub ink: Rgb,
    /// Which end is at the place.
    pub anchor: Anchor,
    /// Drawn around the letters, where they stand on lines.
    pub halo: Option<Rgb>,
    /// Heavier than the rest.
    pub is_strong: bool,
    /// In letters of equal width.
    pub is_code: bool,
}

impl Text {
    /// Words that begin at a place.
    pub fn new(at: (f64, f64), words: impl Into<String>, ink: Rgb) -> Self {
        Self {
            at,
            words: words.into(),
            ink,
            anchor: Anchor::Start,
            halo: None,
            is_strong: false,
            is_code: false,
        }
    }

    /// The same, with another end at the place.
    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The same with a halo.
    pub fn on(self, ground: Rgb) -> Self {
        Self { halo: Some(ground), ..self }
    }

    /// The same, heavier.
    pub fn strong(self) -> Self {
        Self { is_strong: true, ..self }
    }
}

impl From<Text> for Mark {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<Shape> for Mark {
    fn from(shape: Shape) -> Self {
        Self::Shape(shape)
    }
}

impl Shape {
    /// A filled shape.
    pub fn filled(pen: Pen, fill: Rgb) -> Self {
        Self { data: pen.0, fill: Some(fill), ..Self::default() }
    }

    /// A line.
    pub fn line(pen: Pen, stroke: Rgb, width: f64) -> Self {
        Self { data: pen.0, stroke: Some(stroke), width, ..Self::default() }
    }

    /// The same with an outline.
    pub fn outlined(self, stroke: Rgb, width: f64) -> Self {
        Self { stroke: Some(stroke), width, ..self }
    }

    /// The same, dashed.
    pub fn dashed(self, dash: &'static str) -> Self {
        Self { dash, ..self }
    }

    /// The same, cut at a plot's edges: left, right, top, bottom.
    pub fn within([left, right, top, bottom]: [f64; 4], shape: Self) -> Self {
        Self { clip: Some([left, top, right - left, bottom - top]), ..shape }
    }
}

/// Colours of everything that stands for no data, as in the site's design tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inks {
    /// Text.
    pub ink: Rgb,
    /// Text of less weight: ticks, names of axes.
    pub muted: Rgb,
    /// Thin lines.
    pub line: Rgb,
    /// What drawings stand on.
    pub paper: Rgb,
    /// What shows that a cell is empty.
    pub sunken: Rgb,
}

impl Inks {
    /// Those of a theme.
    pub const fn of(theme: Theme) -> Self {
        match theme {
            Theme::Light => Self {
                ink: Rgb(0x1d, 0x1c, 0x1a),
                muted: Rgb(0x63, 0x5f, 0x57),
                line: Rgb(0xe2, 0xdd, 0xd2),
                paper: Rgb(0xff, 0xff, 0xff),
                sunken: Rgb(0xf4, 0xf1, 0xea),
            },
            Theme::Dark => Self {
                ink: Rgb(0xec, 0xe8, 0xe0),
                muted: Rgb(0xa7, 0xa1, 0x96),
                line: Rgb(0x34, 0x31, 0x2c),
                paper: Rgb(0x1e, 0x1c, 0x1a),
                sunken: Rgb(0x11, 0x10, 0x0e),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raster_is_whole_rows() {
        let area = [0.0, 0.0, 10.0, 10.0];
        let colours = |count| std::iter::repeat_n(Rgb::BLACK, count);
        assert_eq!(Raster::new(area, 2, colours(6)).map(|it| it.rows()), Some(3));
        assert_eq!(Raster::new(area, 2, colours(5)), None);
        assert_eq!(Raster::new(area, 0, colours(5)), None);
        assert_eq!(Raster::new(area, 2, colours(0)), None);
    }

    #[test]
    fn inks_are_the_design_tokens() {
        let tokens = include_str!("../../../www/styles/tokens.css");
        for theme in [Theme::Light, Theme::Dark] {
            let inks = Inks::of(theme);
            for (name, ink) in [
                ("ink", inks.ink),
                ("muted", inks.muted),
                ("line", inks.line),
                ("raised", inks.paper),
                ("sunken", inks.sunken),
            ] {
                let line = format!("--{name}: {};", ink.css());
                assert!(tokens.contains(&line), "{line} is not in tokens.css");
            }
        }
    }
}
