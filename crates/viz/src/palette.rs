//! How series and classes look: a colour, and with it always a dash or a shape, so that no colour
//! has to be told from another.
//!
//! Lanes A, B and C look the same in every figure: their series are named `A loss`, `B loss`, and
//! take colour and dash from the letter, weight and mark from what follows it.

use crate::colour::{Rgb, Theme};
use crate::pen::Pen;

/// The shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A disc.
    Circle,
    /// A square on its corner.
    Diamond,
    /// A triangle that points up.
    Triangle,
    /// A square.
    Square,
    /// An upright cross.
    Plus,
    /// A triangle that points down.
    Wedge,
    /// A cross on its corners.
    Cross,
}

const MARKS: [Mark; 7] = [
    Mark::Circle,
    Mark::Diamond,
    Mark::Triangle,
    Mark::Square,
    Mark::Plus,
    Mark::Wedge,
    Mark::Cross,
];

/// Dashes of the first series, the second, …; the first three are those of the lanes.
const DASHES: [&str; 6] = ["", "8 4", "2 3", "12 3 2 3", "5 2", "1 5"];

/// How one series looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Its colour.
    pub ink: Rgb,
    /// Dashes and gaps.
    pub dash: &'static str,
    /// Width of the line in pixels.
    pub width: f64,
    /// What stands at the line's end, and at points.
    pub mark: Mark,
    /// Whether the mark is only an outline.
    pub is_hollow: bool,
}

/// The lane of a series by its name, and the rest of the name: `B loss` is the second lane's `loss`.
pub fn lane_of(name: &str) -> Option<(usize, &str)> {
    let (letter, rest) = (name.bytes().next()?, name.get(1..)?);
    let lane = b"ABC".iter().position(|it| *it == letter)?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| (lane, rest.trim_start()))
}

/// A look for each name. As lanes only if all names are of lanes.
pub fn looks(names: &[&str], theme: Theme) -> Vec<Look> {
    let lanes: Option<Vec<(usize, &str)>> = names.iter().map(|name| lane_of(name)).collect();
    let Some(lanes) = lanes else {
        return (0..names.len()).map(|index| look(index, 0, theme)).collect();
    };
    let mut kinds: Vec<&str> = Vec::new();
    let mut kind = |rest| {
        kinds.iter().position(|it| *it == rest).unwrap_or_else(|| {
            kinds.push(rest);
            kinds.len() - 1
        })
    };
    lanes.into_iter().map(|(lane, rest)| look(lane, kind(rest), theme)).collect()
}

/// The look of a series by its place among series of its kind, and of the kind among kinds.
pub fn look(index: usize, kind: usize, theme: Theme) -> Look {
    let inks = match theme {
        Theme::Light => &SERIES[0],
        Theme::Dark => &SERIES[1],
    };
    Look {
        ink: inks[index % inks.len()],
        dash: DASHES[index % DASHES.len()],
        width: if kind == 0 { 2.0 } else { 1.2 },
        mark: MARKS[(index + kind / 2) % MARKS.len()],
        is_hollow: kind % 2 == 1,
    }
}

/// Colour of a class of points, and of its part of the plane. Classes 0 and 1 are the negative and
/// the positive end of signed values.
pub fn class_ink(class: usize, theme: Theme) -> Rgb {
    let inks = match theme {
        Theme::Light => &CLASSES[0],
        Theme::Dark => &CLASSES[1],
    };
    inks[class % inks.len()]
}

/// Shape of a class's points. Colours and shapes repeat at different distances, so that it takes 56
/// classes until two look the same.
pub fn class_mark(class: usize) -> Mark {
    MARKS[class % MARKS.len()]
}

impl Mark {
    /// Adds the mark to a path; every shape has about the area of a disc of that radius.
    pub fn draw(self, pen: &mut Pen, (x, y): (f64, f64), radius: f64) {
        let r = radius;
        let around = |points: &[(f64, f64)], pen: &mut Pen| {
            let placed: Vec<_> = points.iter().map(|(a, b)| (x + a * r, y + b * r)).collect();
            pen.polygon(&placed);
        };
        match self {
            Self::Circle => pen.circle((x, y), r),
            Self::Diamond => around(&[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)], pen),
            Self::Square => around(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)], pen),
            Self::Triangle => around(&[(0.0, -1.3), (1.25, 0.9), (-1.25, 0.9)], pen),
            Self::Wedge => around(&[(0.0, 1.3), (1.25, -0.9), (-1.25, -0.9)], pen),
            Self::Plus => around(&PLUS, pen),
            Self::Cross => {
                let turn = std::f64::consts::FRAC_1_SQRT_2;
                around(&PLUS.map(|(a, b)| ((a - b) * turn, (a + b) * turn)), pen);
            }
        }
    }
}

const PLUS: [(f64, f64); 12] = [
    (-0.4, -1.3),
    (0.4, -1.3),
    (0.4, -0.4),
    (1.3, -0.4),
    (1.3, 0.4),
    (0.4, 0.4),
    (0.4, 1.3),
    (-0.4, 1.3),
    (-0.4, 0.4),
    (-1.3, 0.4),
    (-1.3, -0.4),
    (-0.4, -0.4),
];

/// Of series, light and dark; the first three are the lanes' design tokens.
const SERIES: [[Rgb; 6]; 2] = [
    [
        Rgb(0xb8, 0x3a, 0x0b),
        Rgb(0x1f, 0x6f, 0x8b),
        Rgb(0x6d, 0x4f, 0xa3),
        Rgb(0x5b, 0x8a, 0x1c),
        Rgb(0xc2, 0x4a, 0x94),
        Rgb(0x3c, 0x3a, 0x36),
    ],
    [
        Rgb(0xff, 0x94, 0x60),
        Rgb(0x6c, 0xc4, 0xde),
        Rgb(0xb9, 0xa0, 0xee),
        Rgb(0xa6, 0xd1, 0x5c),
        Rgb(0xf0, 0x7f, 0xc0),
        Rgb(0xec, 0xe8, 0xe0),
    ],
];

/// Colours of classes; further ones begin again.
pub const CLASS_INKS: usize = 8;

/// Of classes, light and dark; the first two are the design tokens of signed values.
const CLASSES: [[Rgb; CLASS_INKS]; 2] = [
    [
        Rgb(0x21, 0x66, 0xac),
        Rgb(0xd6, 0x63, 0x2a),
        Rgb(0x2f, 0x8f, 0x5b),
        Rgb(0x8a, 0x4f, 0xb0),
        Rgb(0xa8, 0x86, 0x00),
        Rgb(0x4f, 0xa3, 0xc7),
        Rgb(0x7a, 0x1f, 0x3d),
        Rgb(0x6f, 0x6c, 0x66),
    ],
    [
        Rgb(0x6a, 0xae, 0xe0),
        Rgb(0xf0, 0x8a, 0x4f),
        Rgb(0x62, 0xc4, 0x8f),
        Rgb(0xc0, 0x95, 0xf0),
        Rgb(0xe6, 0xc8, 0x3f),
        Rgb(0x3f, 0x7f, 0xb5),
        Rgb(0xf2, 0x6d, 0x91),
        Rgb(0xa7, 0xa1, 0x96),
    ],
];

#[cfg(test)]
mod tests;
