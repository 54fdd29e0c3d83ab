//! Where a matrix's cells, labels and numbers stand, in pixels of its own coordinate system.

use super::{Domain, Matrix, Place};
use crate::colour::{Rgb, Theme};
use crate::format;

/// Narrowest cell that holds a two-decimal number.
const NARROWEST_WITH_TEXT: f64 = 26.0;
/// Cells do not grow beyond this, in pixels, or a small matrix would shout.
pub const WIDEST: f64 = 56.0;
/// A magnitude below this share of the largest is left to colour alone, to keep the page calm.
const SHARE_WORTH_WRITING: f32 = 0.05;

/// A cell, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Row and column.
    pub place: Place,
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Of the value; `None` for a masked cell, which is drawn as a stroke instead.
    pub fill: Option<Rgb>,
    /// Of the text on the fill.
    pub ink: Rgb,
    /// The value, where it fits.
    pub text: Option<String>,
}

/// A row's or column's name.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Right end of a row's label, middle of a column's.
    pub x: f64,
    /// Base line.
    pub y: f64,
    /// Shortened with an ellipsis where it has to be.
    pub text: String,
}

/// A matrix, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Of the whole drawing.
    pub width: f64,
    /// Of the whole drawing.
    pub height: f64,
    /// Left edge of the first column.
    pub left: f64,
    /// Top edge of the first row.
    pub top: f64,
    /// Side of a cell.
    pub cell: f64,
    /// Row-major.
    pub cells: Vec<Cell>,
    /// From top to bottom.
    pub row_labels: Vec<Label>,
    /// From left to right.
    pub column_labels: Vec<Label>,
}

impl Layout {
    /// The cell at a point of the drawing, for hover and tap.
    pub fn place_at(&self, x: f64, y: f64) -> Option<Place> {
        let index = |offset: f64, count: usize| {
            let place = (offset / self.cell).floor();
            (place >= 0.0 && (place as usize) < count).then_some(place as usize)
        };
        Some((
            index(y - self.top, self.row_labels.len())?,
            index(x - self.left, self.column_labels.len())?,
        ))
    }

    /// The cell at a place.
    pub fn cell_at(&self, (row, column): Place) -> Option<&Cell> {
        self.cells.get(row * self.column_labels.len() + column)
    }
}

/// Lays a matrix out in a drawing `width` pixels wide; the height follows.
pub fn layout(matrix: &Matrix, width: f64, theme: Theme) -> Layout {
    layout_up_to(matrix, width, WIDEST, theme)
}

/// Likewise, with cells at most `widest` pixels wide.
pub fn layout_up_to(matrix: &Matrix, width: f64, widest: f64, theme: Theme) -> Layout {
    let longest = matrix.row_labels.iter().map(|l| l.chars().count()).max().unwrap_or(0);
    let left = (longest.min(12) as f64 * 8.5 + 16.0).max(30.0);
    let top = 30.0;
    let columns = matrix.columns().max(1) as f64;
    let cell = ((width - left - 2.0) / columns).clamp(1.0, widest.max(1.0));
    let mut cells = Vec::with_capacity(matrix.values.len());
    for row in 0..matrix.rows() {
        for column in 0..matrix.columns() {
            let (x, y) = (left + column as f64 * cell, top + row as f64 * cell);
            cells.push(place_cell(matrix, (row, column), (x, y), cell, theme));
        }
    }
    let middle = |index: usize| (index as f64 + 0.5) * cell;
    let fits = ((cell / 8.0) as usize).max(1);
    Layout {
        width: left + columns * cell + 2.0,
        height: top + matrix.rows() as f64 * cell + 2.0,
        left,
        top,
        cell,
        cells,
        row_labels: matrix
            .row_labels
            .iter()
            .enumerate()
            .map(|(i, l)| Label { x: left - 10.0, y: top + middle(i) + 5.0, text: short(l, 12) })
            .collect(),
        column_labels: matrix
            .column_labels
            .iter()
            .enumerate()
            .map(|(i, l)| Label { x: left + middle(i), y: top - 10.0, text: short(l, fits) })
            .collect(),
    }
}

fn place_cell(matrix: &Matrix, place: Place, at: (f64, f64), size: f64, theme: Theme) -> Cell {
    let value = matrix.value(place);
    let fill = value.map(|value| matrix.colour(value, theme));
    let (low, high) = matrix.range();
    let is_worth_writing = |value: f32| match matrix.domain {
        Domain::Signed | Domain::SignedTo(_) => true,
        _ => value - low >= SHARE_WORTH_WRITING * (high - low),
    };
    let text = value
        .filter(|&value| size >= NARROWEST_WITH_TEXT && is_worth_writing(value))
        .map(|value| format::cell(f64::from(value)))
        .filter(|text| text.chars().count() as f64 * 6.5 <= size);
    Cell { place, x: at.0, y: at.1, fill, ink: fill.map_or(Rgb::BLACK, Rgb::ink), text }
}

fn short(label: &str, fits: usize) -> String {
    if label.chars().count() <= fits {
        return label.into();
    }
    let kept: String = label.chars().take(fits.saturating_sub(1)).collect();
    if fits <= 1 { label.chars().take(1).collect() } else { format!("{kept}…") }
}
