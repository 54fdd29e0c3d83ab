//! Lines through a grid of numbers: where its sign changes, where it reaches a height, where one
//! region meets another. Marching squares (Lorensen and Cline, 1987, in the plane) with linear
//! interpolation.

/// A straight piece of a line; places in shares of the grid's width and height, from the top left.
pub type Piece = [(f32, f32); 2];

/// Pieces of the zero line of a square grid whose values stand in the middles of its cells, rows
/// from the top. Cells around a value that is not finite are left out.
///
/// A grid that jumps from −1 to 1 between two cells does not say where in between it is zero; the
/// line would climb in stairs. The neighbours know: values are averaged with them first.
pub fn zero_line(values: &[f32], side: usize) -> Vec<Piece> {
    sign_change(values, (side, side))
}

/// The same on a grid of so many columns and rows.
pub fn sign_change(values: &[f32], (columns, rows): (usize, usize)) -> Vec<Piece> {
    if columns < 2 || rows < 2 || values.len() != columns * rows {
        return Vec::new();
    }
    level(&softened(&softened(values, columns), columns), (columns, rows), 0.0)
}

/// Pieces of the line on which a grid reaches a height.
pub fn level(values: &[f32], size: (usize, usize), height: f32) -> Vec<Piece> {
    levels(values, size, &[height])
}

/// Pieces of the lines on which a grid reaches any of some heights, in one pass: most cells are
/// crossed by none.
pub fn levels(values: &[f32], (columns, rows): (usize, usize), heights: &[f32]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    if columns < 2 || rows < 2 || values.len() != columns * rows {
        return pieces;
    }
    for row in 0..rows - 1 {
        let (upper, lower) = (&values[row * columns..], &values[(row + 1) * columns..]);
        for column in 0..columns - 1 {
            let corners = [upper[column], upper[column + 1], lower[column + 1], lower[column]];
            let lowest = corners[0].min(corners[1]).min(corners[2].min(corners[3]));
            let highest = corners[0].max(corners[1]).max(corners[2].max(corners[3]));
            for height in heights.iter().filter(|it| lowest < **it && **it <= highest) {
                let (found, count) = crossings(corners.map(|value| value - height));
                let place = |(x, y): (f32, f32)| {
                    let share = |cell: usize, at: f32, all| (cell as f32 + 0.5 + at) / all as f32;
                    (share(column, x, columns), share(row, y, rows))
                };
                // Two crossings make a piece; four (a saddle) make two, around the corners.
                let pairs = found[..count].chunks_exact(2);
                pieces.extend(pairs.map(|two| [place(two[0]), place(two[1])]));
            }
        }
    }
    pieces
}

/// Where cells of one region meet cells of another; values are the regions' numbers.
pub fn borders(values: &[f32], (columns, rows): (usize, usize)) -> Vec<Piece> {
    let mut regions: Vec<i32> = values.iter().map(|value| *value as i32).collect();
    regions.sort_unstable();
    regions.dedup();
    // Every border is one of all regions but the first: two of them may draw the same line.
    let line = |region: i32| {
        let is_in = |value: &f32| if *value as i32 == region { 1.0 } else { -1.0 };
        let sides: Vec<f32> = values.iter().map(is_in).collect();
        sign_change(&sides, (columns, rows))
    };
    regions.into_iter().skip(1).take(MOST_REGIONS).flat_map(line).collect()
}

/// More regions than this are noise, not regions.
const MOST_REGIONS: usize = 32;

/// Each value as the binomial mean, 1-2-1 in both directions, of its neighbourhood; the border
/// repeats itself.
fn softened(values: &[f32], columns: usize) -> Vec<f32> {
    let mix = |a: f32, b: f32, c: f32| (a + 2.0 * b + c) / 4.0;
    let mut along = Vec::with_capacity(values.len());
    for row in values.chunks(columns) {
        let last = row.len() - 1;
        let at = |i: usize| mix(row[i.saturating_sub(1)], row[i], row[(i + 1).min(last)]);
        along.extend((0..row.len()).map(at));
    }
    let end = along.len() - columns;
    let down = |i: usize| {
        let before = if i < columns { i } else { i - columns };
        let after = if i < end { i + columns } else { i };
        mix(along[before], along[i], along[after])
    };
    (0..along.len()).map(down).collect()
}

/// Where the sign changes along the four sides, clockwise from the top, and how often; places within
/// the cell.
fn crossings(corners: [f32; 4]) -> ([(f32, f32); 4], usize) {
    const CORNERS: [(f32, f32); 4] = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
    let mut found = [(0.0, 0.0); 4];
    let mut count = 0;
    if corners.iter().any(|value| !value.is_finite()) {
        return (found, count);
    }
    for index in 0..4 {
        let next = (index + 1) % 4;
        let (a, b) = (corners[index], corners[next]);
        if (a >= 0.0) != (b >= 0.0) {
            // In doubles, because the difference of two finite floats may not be one.
            let share = (f64::from(a) / (f64::from(a) - f64::from(b))) as f32;
            let (from, to) = (CORNERS[index], CORNERS[next]);
            found[count] = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            count += 1;
        }
    }
    (found, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn grid(side: usize, value: impl Fn(f32, f32) -> f32) -> Vec<f32> {
        let middle = |cell: usize| (cell as f32 + 0.5) / side as f32;
        (0..side * side).map(|i| value(middle(i % side), middle(i / side))).collect()
    }

    #[test]
    fn a_straight_boundary_is_found_where_it_is() {
        let pieces = zero_line(&grid(10, |x, _| x - 0.32), 10);
        assert_eq!(pieces.len(), 9);
        assert!(pieces.iter().flatten().all(|(x, _)| (x - 0.32).abs() < 1e-5));
    }

    #[test]
    fn a_steep_slope_gives_no_stairs() {
        let pieces = zero_line(&grid(100, |x, y| (40.0 * (x - 0.3 * y - 0.3)).signum()), 100);
        let off = |&(x, y): &(f32, f32)| (x - 0.3 * y - 0.3).abs();
        let inner = pieces.iter().flatten().filter(|place| (0.1..0.9).contains(&place.1));
        assert!(inner.clone().count() > 100);
        assert!(inner.map(off).fold(0.0, f32::max) < 0.004, "less than half a cell");
    }

    #[test]
    fn a_circle_keeps_its_radius() {
        let circle = |x: f32, y: f32| 0.09 - (x - 0.5).powi(2) - (y - 0.5).powi(2);
        let pieces = zero_line(&grid(50, circle), 50);
        let radius = |&(x, y): &(f32, f32)| (x - 0.5).hypot(y - 0.5);
        assert!(pieces.len() > 50);
        assert!(pieces.iter().flatten().all(|place| (radius(place) - 0.3).abs() < 2e-3));
    }

    #[test]
    fn one_class_only_has_no_boundary() {
        assert!(zero_line(&grid(10, |_, _| 1.0), 10).is_empty());
        assert!(zero_line(&grid(10, |_, _| f32::NAN), 10).is_empty());
        assert!(zero_line(&[], 10).is_empty());
    }

    #[test]
    fn heights_are_lines_at_their_height() {
        let values: Vec<f32> = (0..6 * 4).map(|i| (i % 6) as f32).collect();
        let pieces = level(&values, (6, 4), 2.25);
        assert_eq!(pieces.len(), 3);
        let x = (2.25 + 0.5) / 6.0;
        assert!(pieces.iter().flatten().all(|place| (place.0 - x).abs() < 1e-6));
        assert!(level(&values, (5, 4), 2.0).is_empty(), "not a grid of that size");
    }

    #[test]
    fn regions_meet_where_they_meet() {
        // Three stripes of four columns each.
        let values: Vec<f32> = (0..12 * 6).map(|i| (i % 12 / 4) as f32).collect();
        let mut at: Vec<i32> = borders(&values, (12, 6))
            .iter()
            .flatten()
            .map(|it| (it.0 * 120.0).round() as i32)
            .collect();
        at.sort_unstable();
        at.dedup();
        assert_eq!(at, [40, 80]);
        assert!(borders(&[f32::NAN; 72], (12, 6)).is_empty());
        assert!(borders(&[], (0, 0)).is_empty());
    }

    proptest! {
        #[test]
        fn levels_stay_in_the_plane(values in prop::collection::vec(prop::num::f32::ANY, 24), height: f32) {
            for (x, y) in level(&values, (6, 4), height).into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y));
            }
        }

        #[test]
        fn pieces_stay_in_the_plane(values in prop::collection::vec(-1f32..1.0, 36)) {
            for (x, y) in zero_line(&values, 6).into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y));
            }
        }
    }
}
