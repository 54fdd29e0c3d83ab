//! The arithmetic of sizes: which places of a picture a window sees.

use std::ops::Range;

/// Square pictures, several on top of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Maps {
    /// How many.
    pub channels: usize,
    /// Places along one side.
    pub side: usize,
}

impl Maps {
    /// Units of all of them.
    #[must_use]
    pub fn units(self) -> usize {
        self.channels * self.side * self.side
    }

    /// The unit at a place.
    #[must_use]
    pub fn unit(self, channel: usize, row: usize, column: usize) -> usize {
        (channel * self.side + row) * self.side + column
    }
}

/// A square window that slides over a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Places along one side.
    pub size: usize,
    /// Places from one position to the next; at least 1.
    pub stride: usize,
    /// Rows and columns of zeros around the picture.
    pub padding: usize,
}

impl Window {
    /// Positions along one side: ⌊(side + 2 · padding − size) / stride⌋ + 1 (Dumoulin and Visin 2016,
    /// relationship 6). `None` if the window does not fit once.
    #[must_use]
    pub fn positions(self, side: usize) -> Option<usize> {
        let room = (side + 2 * self.padding).checked_sub(self.size)?;
        Some(room / self.stride + 1)
    }

    /// Which of the window's own places lie within the picture at this position; its place w is the
    /// picture's `position · stride + w − padding`.
    #[must_use]
    pub fn within(self, position: usize, side: usize) -> Range<usize> {
        let start = position * self.stride;
        let first = self.padding.saturating_sub(start);
        let end = (side + self.padding).saturating_sub(start).min(self.size);
        first.min(end)..end
    }

    /// Positions at which the window covers a place of the picture, each with the window's own place
    /// there.
    pub fn covering(
        self,
        place: usize,
        positions: usize,
    ) -> impl Iterator<Item = (usize, usize)> + Clone {
        let shifted = place + self.padding;
        let last = (shifted / self.stride).min(positions.saturating_sub(1));
        let first = (shifted + 1).saturating_sub(self.size).div_ceil(self.stride);
        (first..last + 1).map(move |position| (position, shifted - position * self.stride))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(size: usize, stride: usize, padding: usize) -> Window {
        Window { size, stride, padding }
    }

    #[test]
    fn positions_by_hand() {
        assert_eq!(window(3, 1, 1).positions(8), Some(8));
        assert_eq!(window(3, 1, 0).positions(8), Some(6));
        assert_eq!(window(3, 2, 1).positions(8), Some(4));
        assert_eq!(window(5, 2, 0).positions(8), Some(2));
        assert_eq!(window(2, 2, 0).positions(7), Some(3));
        assert_eq!(window(5, 1, 0).positions(4), None);
    }

    #[test]
    fn both_views_name_the_same_pairs() {
        for side in 1..=9 {
            for (size, stride, padding) in [
                (1, 1, 0),
                (3, 1, 1),
                (3, 1, 0),
                (3, 2, 1),
                (5, 2, 2),
                (5, 3, 0),
                (2, 2, 0),
                (3, 2, 2),
            ] {
                let window = window(size, stride, padding);
                let Some(positions) = window.positions(side) else { continue };
                let mut from_positions: Vec<(usize, usize, usize)> = (0..positions)
                    .flat_map(|p| {
                        window.within(p, side).map(move |w| (p * stride + w - padding, p, w))
                    })
                    .collect();
                let mut from_places: Vec<(usize, usize, usize)> = (0..side)
                    .flat_map(|it| window.covering(it, positions).map(move |(p, w)| (it, p, w)))
                    .collect();
                from_positions.sort_unstable();
                from_places.sort_unstable();
                assert_eq!(from_positions, from_places, "{side} {window:?}");
                assert!(from_positions.iter().all(|&(place, _, _)| place < side));
            }
        }
    }
}
