//! Grids of cells that can be pointed at: a matrix, or a row of small pictures.

use super::legend::{self, Sample};
use super::{Frame, Reading};
use crate::pen::Pen;
use crate::scene::{Area, Inks, Shape};

/// A cell: its grid, its row, its column.
pub type Place = (usize, usize, usize);

/// Where grids are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Area, columns and rows of each.
    pub grids: Vec<(Area, usize, usize)>,
}

impl Layout {
    /// The nearest cell.
    pub fn cell(&self, (x, y): (f64, f64)) -> Option<Place> {
        let outside = |(area, ..): &(Area, usize, usize)| {
            let [left, top, width, height] = *area;
            let dx = (left - x).max(x - left - width).max(0.0);
            let dy = (top - y).max(y - top - height).max(0.0);
            dx.hypot(dy)
        };
        let all = self.grids.iter().enumerate();
        let (grid, (area, columns, rows)) =
            all.min_by(|a, b| outside(a.1).total_cmp(&outside(b.1)))?;
        let place = |at: f64, from: f64, length: f64, cells: usize| {
            let share = (at - from) / length.max(1e-9) * cells as f64;
            (share.max(0.0) as usize).min(cells.saturating_sub(1))
        };
        let row = place(y, area[1], area[3], *rows);
        Some((grid, row, place(x, area[0], area[2], *columns)))
    }

    fn area(&self, (grid, row, column): Place) -> Option<Area> {
        let ([left, top, width, height], columns, rows) = *self.grids.get(grid)?;
        let (across, down) = (width / columns as f64, height / rows as f64);
        Some([left + column as f64 * across, top + row as f64 * down, across, down])
    }

    fn middle(&self, place: Place) -> Option<(f64, f64)> {
        let [x, y, width, height] = self.area(place)?;
        Some((x + width / 2.0, y + height / 2.0))
    }

    /// Where a key leads: the next cell, or beyond an edge the next grid.
    pub fn step(&self, from: Option<(f64, f64)>, key: &str) -> Option<(f64, f64)> {
        let Some(from) = from else {
            let is_known = matches!(
                key,
                "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End"
            );
            return is_known.then(|| self.middle((0, 0, 0))).flatten();
        };
        let (grid, row, column) = self.cell(from)?;
        let (area, columns, rows) = self.grids[grid];
        let [left, top, width, height] = area;
        let beyond = match key {
            "ArrowLeft" if column == 0 => (left - width, from.1),
            "ArrowRight" if column + 1 == columns => (left + width + width, from.1),
            "ArrowUp" if row == 0 => (from.0, top - height),
            "ArrowDown" if row + 1 == rows => (from.0, top + height + height),
            "ArrowLeft" => return self.middle((grid, row, column - 1)),
            "ArrowRight" => return self.middle((grid, row, column + 1)),
            "ArrowUp" => return self.middle((grid, row - 1, column)),
            "ArrowDown" => return self.middle((grid, row + 1, column)),
            "Home" => return self.middle((grid, row, 0)),
            "End" => return self.middle((grid, row, columns - 1)),
            _ => return None,
        };
        let (next, next_row, next_column) = self.cell(beyond)?;
        if next == grid {
            return self.middle((grid, row, column));
        }
        // The cell at the edge that was crossed, however wide the next grid is.
        let (_, columns, rows) = self.grids[next];
        self.middle(match key {
            "ArrowLeft" => (next, next_row, columns.saturating_sub(1)),
            "ArrowRight" => (next, next_row, 0),
            "ArrowUp" => (next, rows.saturating_sub(1), next_column),
            _ => (next, 0, next_column),
        })
    }

    /// The words of the cell at a place.
    pub fn read(
        &self,
        at: (f64, f64),
        frame: &Frame,
        size: (f64, f64),
        words: impl Fn(Place) -> Option<String>,
    ) -> Option<Reading> {
        let inks = Inks::of(frame.theme);
        let place = self.cell(at)?;
        let [x, y, width, height] = self.area(place)?;
        let words = words(place)?;
        let mut pen = Pen::default();
        pen.rect([x - 0.5, y - 0.5, width + 1.0, height + 1.0]);
        let mut marks = vec![
            Shape::line(pen.clone(), inks.paper, 4.0).into(),
            Shape::line(pen, inks.ink, 2.0).into(),
        ];
        let middle = (x + width / 2.0, y + height / 2.0);
        let parts = words.split("; ").map(|part| (Sample::None, part.to_owned()));
        let entries: Vec<_> = parts.collect();
        marks.extend(legend::tip((x + width / 2.0, middle.1), &entries, size, &inks));
        Some(Reading { at: middle, words, marks })
    }
}
