//! A matrix to look at: cells with labels, values written where they fit, masked cells shown as
//! masked, one focused cell that arrow keys move.
//!
//! The same view draws attention weights of a trained model and the weights that a learner's own
//! function returned.

use crate::colour::{Rgb, Theme, diverging, sequential};
use crate::format;
use crate::table::Table;

/// Which numbers the ends of the colour map stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Domain {
    /// Magnitudes from 0 to the largest value shown, through the sequential map.
    FromZero,
    /// Signed values from −m to m, m the largest size shown, through the diverging map.
    Signed,
    /// Signed values from −m to m with an m that stays, so that several matrices compare.
    SignedTo(f32),
    /// Magnitudes between two numbers that stay, so that several matrices compare.
    Fixed(f32, f32),
}

/// Numbers with a label for each row and column.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// What a row is: `query`.
    pub row_name: String,
    /// What a column is: `key`.
    pub column_name: String,
    /// One a row.
    pub row_labels: Vec<String>,
    /// One a column.
    pub column_labels: Vec<String>,
    /// Row-major.
    pub values: Vec<f32>,
    /// Row-major: cells that the mask forbids.
    pub masked: Vec<bool>,
    /// Of the colours.
    pub domain: Domain,
    /// Whether words name a row's place, too: not where its name says enough.
    pub has_row_places: bool,
    /// Likewise of columns; nor where they are a part of a wider matrix.
    pub has_column_places: bool,
}

/// A cell's place: row, column.
pub type Place = (usize, usize);

/// What moves the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One cell up.
    Up,
    /// One cell down.
    Down,
    /// One cell to the left.
    Left,
    /// One cell to the right.
    Right,
    /// First cell of the row.
    RowStart,
    /// Last cell of the row.
    RowEnd,
    /// First cell of the matrix.
    First,
    /// Last cell of the matrix.
    Last,
}

impl Step {
    /// The step for a key by its DOM name, with Ctrl (or Cmd) held or not.
    pub fn from_key(key: &str, is_control_held: bool) -> Option<Self> {
        Some(match (key, is_control_held) {
            ("ArrowUp", _) => Self::Up,
            ("ArrowDown", _) => Self::Down,
            ("ArrowLeft", _) => Self::Left,
            ("ArrowRight", _) => Self::Right,
            ("Home", false) => Self::RowStart,
            ("End", false) => Self::RowEnd,
            ("Home", true) => Self::First,
            ("End", true) => Self::Last,
            _ => return None,
        })
    }
}

impl Matrix {
    /// A matrix without mask. `None` when the number of values is not rows times columns.
    pub fn new(
        (row_name, row_labels): (&str, &[String]),
        (column_name, column_labels): (&str, &[String]),
        values: &[f32],
        domain: Domain,
    ) -> Option<Self> {
        (values.len() == row_labels.len() * column_labels.len()).then(|| Self {
            row_name: row_name.into(),
            column_name: column_name.into(),
            row_labels: row_labels.to_vec(),
            column_labels: column_labels.to_vec(),
            values: values.to_vec(),
            masked: vec![false; values.len()],
            domain,
            has_row_places: true,
            has_column_places: true,
        })
    }

    /// Attention over tokens with a causal mask: keys after the query are masked.
    pub fn causal(tokens: &[String], values: &[f32], domain: Domain) -> Option<Self> {
        let mut matrix = Self::new(("query", tokens), ("key", tokens), values, domain)?;
        for (index, masked) in matrix.masked.iter_mut().enumerate() {
            *masked = index % tokens.len() > index / tokens.len();
        }
        Some(matrix)
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.row_labels.len()
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.column_labels.len()
    }

    /// Value of a cell; `None` when it is masked or not there.
    pub fn value(&self, (row, column): Place) -> Option<f32> {
        if column >= self.columns() {
            return None;
        }
        let index = row * self.columns() + column;
        if *self.masked.get(index)? { None } else { self.values.get(index).copied() }
    }

    /// Smallest and largest number the colours stand for: the legend's ends.
    pub fn range(&self) -> (f32, f32) {
        let shown = || self.values.iter().zip(&self.masked).filter(|(v, m)| !**m && v.is_finite());
        match self.domain {
            Domain::FromZero => (0.0, shown().map(|(v, _)| *v).fold(0.0, f32::max)),
            Domain::Signed => {
                let size = shown().map(|(v, _)| v.abs()).fold(0.0, f32::max);
                (-size, size)
            }
            Domain::SignedTo(size) => (-size, size),
            Domain::Fixed(low, high) => (low, high),
        }
    }

    /// Colour of a value.
    pub fn colour(&self, value: f32, theme: Theme) -> Rgb {
        let (low, high) = self.range();
        let span = if high > low { high - low } else { 1.0 };
        match self.domain {
            Domain::Signed | Domain::SignedTo(_) => {
                diverging(theme).signed(2.0 * (value - low) / span - 1.0)
            }
            _ => sequential(theme).at((value - low) / span),
        }
    }

    /// Where the focus goes from a cell. Masked cells are visited too: they say that they are
    /// masked. Stays inside.
    pub fn step(&self, (row, column): Place, step: Step) -> Place {
        let (last_row, last_column) =
            (self.rows().saturating_sub(1), self.columns().saturating_sub(1));
        let (row, column) = (row.min(last_row), column.min(last_column));
        match step {
            Step::Up => (row.saturating_sub(1), column),
            Step::Down => ((row + 1).min(last_row), column),
            Step::Left => (row, column.saturating_sub(1)),
            Step::Right => (row, (column + 1).min(last_column)),
            Step::RowStart => (row, 0),
            Step::RowEnd => (row, last_column),
            Step::First => (0, 0),
            Step::Last => (last_row, last_column),
        }
    }

    /// A cell in words: `query a (place 12), key m (place 1): 0.93`.
    pub fn cell_words(&self, (row, column): Place) -> String {
        let name = |labels: &[String], index: usize| labels.get(index).cloned().unwrap_or_default();
        let what = match self.value((row, column)) {
            Some(value) => format::decimal(f64::from(value)),
            None => "masked".into(),
        };
        let place = |is_named: bool, index: usize| match is_named {
            true => format!(" (place {})", index + 1),
            false => String::new(),
        };
        format!(
            "{} {}{}, {} {}{}: {what}",
            self.row_name,
            name(&self.row_labels, row),
            place(self.has_row_places, row),
            self.column_name,
            name(&self.column_labels, column),
            place(self.has_column_places, column),
        )
    }

    /// The column with the largest value in a row, among those that are not masked; of signed
    /// values, the largest in size.
    pub fn strongest(&self, row: usize) -> Option<usize> {
        let shown = (0..self.columns()).filter_map(|c| Some((c, self.strength((row, c))?)));
        shown.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(column, _)| column)
    }

    fn strength(&self, place: Place) -> Option<f32> {
        let value = self.value(place)?;
        let is_signed = matches!(self.domain, Domain::Signed | Domain::SignedTo(_));
        Some(if is_signed { value.abs() } else { value })
    }

    /// The matrix in a sentence or two: its size, its largest value and where each of up to four
    /// last rows looks.
    pub fn sentence(&self, what: &str) -> String {
        let cells = (0..self.rows()).filter_map(|row| Some((row, self.strongest(row)?)));
        let largest = cells.clone().max_by(|a, b| {
            let value = |place: &Place| self.strength(*place).unwrap_or(f32::MIN);
            value(a).total_cmp(&value(b))
        });
        let Some(largest) = largest else {
            return format!("{what}: an empty matrix.");
        };
        let masked = self.masked.iter().filter(|&&masked| masked).count();
        let mask = match masked {
            0 => String::new(),
            _ => format!(", {} masked", format::plural(masked, "cell")),
        };
        let strong: Vec<Place> = cells.collect();
        let rows: Vec<String> = strong
            .iter()
            .skip(strong.len().saturating_sub(4))
            .map(|&(r, c)| format!("{} to {}", self.row_labels[r], self.column_labels[c]))
            .collect();
        format!(
            "{what}: {} by {}{mask}. Largest: {}. Strongest {} of the last {}: {}.",
            format::plural(self.rows(), &self.row_name),
            format::plural(self.columns(), &self.column_name),
            self.cell_words(largest),
            self.column_name,
            format::plural(rows.len(), &self.row_name),
            rows.join(", "),
        )
    }

    /// Every number, one table row a matrix row.
    pub fn table(&self, caption: &str) -> Table {
        let corner = format!("{} \\ {}", self.row_name, self.column_name);
        let headings: Vec<&str> = std::iter::once(corner.as_str())
            .chain(self.column_labels.iter().map(String::as_str))
            .collect();
        let mut table = Table::new(caption, &headings);
        for (row, label) in self.row_labels.iter().enumerate() {
            let cell = |column| match self.value((row, column)) {
                Some(value) => format::fixed(f64::from(value), 3),
                None => "masked".into(),
            };
            table.rows.push(
                std::iter::once(label.clone()).chain((0..self.columns()).map(cell)).collect(),
            );
        }
        table
    }
}

mod layout;
pub use layout::{Cell, Label, Layout, WIDEST, layout, layout_up_to};

#[cfg(test)]
mod tests;
