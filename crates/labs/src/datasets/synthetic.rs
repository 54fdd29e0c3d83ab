//! Tables of two columns, drawn from a seed, each with a lesson for methods that look for groups or
//! directions.

use figures::Sheet;
use nets::random::Random;

/// Middles of the five round clouds.
const BLOBS: [(f32, f32); 5] = [(-2.2, 1.6), (-0.4, 2.4), (1.8, 1.4), (1.4, -1.4), (-1.6, -1.6)];

/// Rows of each blob.
const BLOB_ROWS: usize = 60;

/// Rows of the tables with two groups.
const PAIR_ROWS: usize = 300;

/// Five round clouds of one size: what k-means is made for.
#[must_use]
pub fn blobs(random: &mut Random) -> Sheet {
    let rows = BLOBS.len() * BLOB_ROWS;
    table(5, rows, |row| {
        let (x, y) = BLOBS[row % BLOBS.len()];
        (x + 0.42 * random.normal(), y + 0.42 * random.normal())
    })
}

/// Two half circles, interleaved: groups that are not round.
#[must_use]
pub fn moons(random: &mut Random) -> Sheet {
    table(2, PAIR_ROWS, |row| {
        let angle = core::f64::consts::PI * f64::from(random.unit());
        let (cos, sin) = (libm::cos(angle) as f32, libm::sin(angle) as f32);
        let (x, y) = if row % 2 == 0 { (cos - 0.5, sin - 0.25) } else { (0.5 - cos, 0.25 - sin) };
        (x + 0.08 * random.normal(), y + 0.08 * random.normal())
    })
}

/// Two long clouds side by side: the direction of most variance runs along both, and what tells them
/// apart lies across it.
#[must_use]
pub fn stretched(random: &mut Random) -> Sheet {
    table(2, PAIR_ROWS, |row| {
        let side = if row % 2 == 0 { 0.6 } else { -0.6 };
        let (along, across) = (1.8 * random.normal(), side + 0.15 * random.normal());
        // Turned by the angle of a 3-4-5 triangle.
        (0.8 * along - 0.6 * across, 0.6 * along + 0.8 * across)
    })
}

/// Row i belongs to group i modulo the number of groups.
fn table(groups: usize, rows: usize, mut place: impl FnMut(usize) -> (f32, f32)) -> Sheet {
    Sheet {
        columns: vec!["x".into(), "y".into()],
        values: (0..rows)
            .flat_map(|row| {
                let (x, y) = place(row);
                [x, y]
            })
            .collect(),
        classes: ["A", "B", "C", "D", "E"][..groups].iter().map(|&it| it.into()).collect(),
        labels: (0..rows).map(|row| (row % groups) as u8).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_balanced_and_repeatable() {
        let check = |make: fn(&mut Random) -> Sheet, groups: usize| {
            let sheet = make(&mut Random::new(1, 0));
            assert_eq!(sheet, make(&mut Random::new(1, 0)));
            assert_ne!(sheet, make(&mut Random::new(2, 0)));
            assert_eq!((sheet.columns.len(), sheet.rows()), (2, 300));
            for group in 0..groups {
                let count = sheet.labels.iter().filter(|&&it| usize::from(it) == group).count();
                assert_eq!(count, 300 / groups);
            }
            assert!(sheet.values.iter().all(|value| value.abs() < 8.0));
        };
        check(blobs, 5);
        check(moons, 2);
        check(stretched, 2);
    }

    #[test]
    fn the_long_clouds_differ_across_and_spread_along() {
        let sheet = stretched(&mut Random::new(1, 0));
        let mut along = 0.0;
        for row in 0..sheet.rows() {
            let (x, y) = (sheet.row(row)[0], sheet.row(row)[1]);
            along += (0.8 * x + 0.6 * y).powi(2) / 300.0;
            let across = 0.8 * y - 0.6 * x;
            assert_eq!(across > 0.0, sheet.labels[row] == 0, "{x} {y}");
        }
        assert!((along - 3.24).abs() < 0.5, "{along}");
    }
}
