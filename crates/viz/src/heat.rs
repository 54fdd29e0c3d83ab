//! Grids of numbers as pixels for a canvas.

use crate::colour::Ramp;

/// RGBA bytes, one pixel a value, for `ImageData`: signed values from −1 to 1 through a diverging
/// ramp. Length is four times the number of values.
pub fn signed_pixels(values: &[f32], ramp: &Ramp) -> Vec<u8> {
    values
        .iter()
        .flat_map(|&value| {
            let colour = ramp.signed(value);
            [colour.0, colour.1, colour.2, 255]
        })
        .collect()
}

/// Value at a place of a square grid covering `-extent..=extent` with rows from the top; `None`
/// outside. The value is that of the cell the place lies in, as it was computed, not smoothed.
pub fn value_at(values: &[f32], side: usize, extent: f32, x: f32, y: f32) -> Option<f32> {
    let cell = |share: f32| -> Option<usize> {
        let place = share * side as f32;
        (0.0..=side as f32).contains(&place).then(|| (place as usize).min(side - 1))
    };
    let column = cell((x / extent + 1.0) / 2.0)?;
    let row = cell((1.0 - y / extent) / 2.0)?;
    values.get(row * side + column).copied()
}

/// Means of a square grid over `parts` by `parts` blocks, rows from the top: what a table can show.
pub fn coarse(values: &[f32], side: usize, parts: usize) -> Vec<f32> {
    let edge = |part: usize| part * side / parts;
    let mut means = Vec::with_capacity(parts * parts);
    for row in 0..parts {
        for column in 0..parts {
            let cells: Vec<f32> = (edge(row)..edge(row + 1))
                .flat_map(|r| (edge(column)..edge(column + 1)).map(move |c| r * side + c))
                .filter_map(|i| values.get(i).copied())
                .collect();
            means.push(cells.iter().sum::<f32>() / cells.len().max(1) as f32);
        }
    }
    means
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::colour::{Theme, diverging};

    #[test]
    fn a_pixel_a_value() {
        let pixels = signed_pixels(&[-1.0, 1.0], diverging(Theme::Light));
        assert_eq!(pixels, [0x21, 0x66, 0xac, 255, 0xd6, 0x63, 0x2a, 255]);
    }

    #[test]
    fn the_first_row_is_the_top() {
        let grid = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(value_at(&grid, 2, 1.0, -0.5, 0.5), Some(1.0));
        assert_eq!(value_at(&grid, 2, 1.0, 0.5, 0.5), Some(2.0));
        assert_eq!(value_at(&grid, 2, 1.0, 1.0, -1.0), Some(4.0));
        assert_eq!(value_at(&grid, 2, 1.0, 1.1, 0.0), None);
        assert_eq!(value_at(&grid, 2, 1.0, f32::NAN, 0.0), None);
    }

    #[test]
    fn blocks_are_averaged() {
        let grid: Vec<f32> = (0..16).map(|i| i as f32).collect();
        assert_eq!(coarse(&grid, 4, 2), [2.5, 4.5, 10.5, 12.5]);
    }
}
