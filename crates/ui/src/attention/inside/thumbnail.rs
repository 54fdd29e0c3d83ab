//! A stage as a small picture of its own numbers, in few paths, so that a whole model of them is
//! cheap to draw again and again.

use viz::{
    Rgb, Theme,
    colour::{diverging, sequential},
    shades,
};

/// Most rows and columns drawn. Of a larger matrix each cell shows the number of a block that is
/// the largest in size.
const MOST: (usize, usize) = (12, 16);
/// Shades on each side of zero.
const SHADES: i32 = 5;

/// What a stage's numbers are, which decides their colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// On both sides of zero; the largest in size has the full colour.
    Signed,
    /// From 0 to 1.
    Share,
}

/// Cells of the same shade.
#[derive(Clone, Debug, PartialEq)]
pub struct Shade {
    /// From −1 to 1, or from 0 to 1 for shares.
    pub level: f32,
    /// Unit squares, as the data of an SVG path.
    pub path: String,
}

/// A small picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Thumbnail {
    /// Its width in cells.
    pub columns: usize,
    /// Its height in cells.
    pub rows: usize,
    /// What the levels mean.
    pub nature: Nature,
    /// The shades that occur; what is near zero is left to the ground.
    pub shades: Vec<Shade>,
}

impl Thumbnail {
    /// Draws `values`, row-major, `columns` to a row. `None` where there are none.
    #[must_use]
    pub fn of(values: &[f32], columns: usize, nature: Nature) -> Option<Self> {
        if values.is_empty() || columns == 0 {
            return None;
        }
        let rows = values.len() / columns;
        let (shown_rows, shown_columns) = (rows.min(MOST.0), columns.min(MOST.1));
        let full = if nature == Nature::Share { 1.0 } else { shades::size(values) };
        let mut paths = vec![String::new(); 2 * SHADES as usize + 1];
        for row in 0..shown_rows {
            let levels: Vec<i32> = (0..shown_columns)
                .map(|column| {
                    let block = Block {
                        rows: part(row, shown_rows, rows),
                        columns: part(column, shown_columns, columns),
                    };
                    level(block.largest(values, columns) / full)
                })
                .collect();
            draw(row, &levels, &mut paths);
        }
        let shade = |(index, path): (usize, String)| Shade {
            level: (index as i32 - SHADES) as f32 / SHADES as f32,
            path,
        };
        let shades = paths.into_iter().enumerate().map(shade).filter(|it| !it.path.is_empty());
        Some(Self { columns: shown_columns, rows: shown_rows, nature, shades: shades.collect() })
    }

    /// The colour of a level.
    #[must_use]
    pub fn colour(&self, level: f32, theme: Theme) -> Rgb {
        match self.nature {
            Nature::Signed => diverging(theme).signed(level),
            Nature::Share => sequential(theme).at(level),
        }
    }
}

/// Part `index` of `count` equal parts of a length, from and to.
fn part(index: usize, count: usize, length: usize) -> (usize, usize) {
    (index * length / count, (index + 1) * length / count)
}

/// Cells of the whole matrix that one drawn cell stands for.
struct Block {
    rows: (usize, usize),
    columns: (usize, usize),
}

impl Block {
    fn largest(&self, values: &[f32], columns: usize) -> f32 {
        let row =
            |row: usize| &values[row * columns + self.columns.0..row * columns + self.columns.1];
        let all = (self.rows.0..self.rows.1).flat_map(row);
        all.fold(0.0, |best: f32, value| if value.abs() > best.abs() { *value } else { best })
    }
}

fn level(share: f32) -> i32 {
    (share.clamp(-1.0, 1.0) * SHADES as f32).round() as i32
}

/// Neighbours of the same shade become one rectangle.
fn draw(row: usize, levels: &[i32], paths: &mut [String]) {
    let mut column = 0;
    for run in levels.chunk_by(|a, b| a == b) {
        if run[0] != 0 {
            let width = run.len();
            let path = &mut paths[(run[0] + SHADES) as usize];
            path.push_str(&format!("M{column} {row}h{width}v1h-{width}z"));
        }
        column += run.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(values: &[f32], columns: usize, nature: Nature) -> Vec<(f32, String)> {
        let thumbnail = Thumbnail::of(values, columns, nature).expect("values");
        thumbnail.shades.into_iter().map(|shade| (shade.level, shade.path)).collect()
    }

    #[test]
    fn neighbours_of_one_shade_are_one_rectangle() {
        let values = [-2.0, 2.0, 2.0, 0.0, 0.0, 1.0];
        assert_eq!(
            drawn(&values, 3, Nature::Signed),
            [
                (-1.0, "M0 0h1v1h-1z".into()),
                (0.6, "M2 1h1v1h-1z".into()),
                (1.0, "M1 0h2v1h-2z".into())
            ]
        );
    }

    #[test]
    fn shares_are_not_amplified() {
        assert_eq!(drawn(&[0.4, 0.04], 2, Nature::Share), [(0.4, "M0 0h1v1h-1z".into())]);
    }

    #[test]
    fn of_a_block_the_largest_in_size_is_shown() {
        let mut values = vec![0.1; 30 * 128];
        values[29 * 128 + 127] = -3.0;
        let thumbnail = Thumbnail::of(&values, 128, Nature::Signed).expect("values");
        assert_eq!((thumbnail.rows, thumbnail.columns), MOST);
        assert_eq!(thumbnail.shades[0].path, "M15 11h1v1h-1z");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(Thumbnail::of(&[], 3, Nature::Signed), None);
        let odd = drawn(&[f32::NAN, 1.0], 2, Nature::Signed);
        assert_eq!(odd, [(1.0, "M1 0h1v1h-1z".into())]);
    }
}
