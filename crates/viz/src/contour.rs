//! The line on which a grid of numbers changes its sign: marching squares (Lorensen and Cline,
//! 1987, in the plane) with linear interpolation.

/// A straight piece of the line; places in shares of the grid's side, from the top left.
pub type Piece = [(f32, f32); 2];

/// Pieces of the zero line of a square grid whose values stand in the middles of its cells, rows
/// from the top. Cells around a value that is not finite are left out.
///
/// A grid that jumps from −1 to 1 between two cells does not say where in between it is zero; the
/// line would climb in stairs. The neighbours know: values are averaged with them first.
pub fn zero_line(values: &[f32], side: usize) -> Vec<Piece> {
    if side < 2 || values.len() != side * side {
        return Vec::new();
    }
    let values = &softened(&softened(values, side), side);
    let mut pieces = Vec::new();
    for row in 0..side - 1 {
        for column in 0..side - 1 {
            let at = |r: usize, c: usize| values[(row + r) * side + column + c];
            let corners = [at(0, 0), at(0, 1), at(1, 1), at(1, 0)];
            let crossings = crossings(corners);
            let place = |(x, y): (f32, f32)| {
                let share = |cell: usize, offset: f32| (cell as f32 + 0.5 + offset) / side as f32;
                (share(column, x), share(row, y))
            };
            // Two crossings make a piece; four (a saddle) make two, around the corners.
            pieces.extend(crossings.chunks_exact(2).map(|two| [place(two[0]), place(two[1])]));
        }
    }
    pieces
}

/// Each value as the binomial mean, 1-2-1 in both directions, of its neighbourhood; the border
/// repeats itself.
fn softened(values: &[f32], side: usize) -> Vec<f32> {
    let mix = |a: f32, b: f32, c: f32| (a + 2.0 * b + c) / 4.0;
    let along = |values: &[f32], stride: usize, place: fn(usize, usize) -> usize| -> Vec<f32> {
        (0..values.len())
            .map(|i| {
                let at = place(i, side);
                let before = if at > 0 { values[i - stride] } else { values[i] };
                let after = if at + 1 < side { values[i + stride] } else { values[i] };
                mix(before, values[i], after)
            })
            .collect()
    };
    let rows = along(values, 1, |i, side| i % side);
    along(&rows, side, |i, side| i / side)
}

/// Where the sign changes along the four sides, clockwise from the top; places within the cell.
fn crossings(corners: [f32; 4]) -> Vec<(f32, f32)> {
    const SIDES: [[(f32, f32); 2]; 4] = [
        [(0.0, 0.0), (1.0, 0.0)],
        [(1.0, 0.0), (1.0, 1.0)],
        [(1.0, 1.0), (0.0, 1.0)],
        [(0.0, 1.0), (0.0, 0.0)],
    ];
    if corners.iter().any(|value| !value.is_finite()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (index, [from, to]) in SIDES.iter().enumerate() {
        let (a, b) = (corners[index], corners[(index + 1) % 4]);
        if (a >= 0.0) != (b >= 0.0) {
            let share = a / (a - b);
            found.push((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share));
        }
    }
    found
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

    proptest! {
        #[test]
        fn pieces_stay_in_the_plane(values in prop::collection::vec(-1f32..1.0, 36)) {
            for (x, y) in zero_line(&values, 6).into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y));
            }
        }
    }
}
