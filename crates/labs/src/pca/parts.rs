//! What directions are made of, and what is put together from them again.

use figures::format::{decimal, percent, plural};
use figures::{Figure, Heat, Panel, Tile, Tiles};
use nets::eigen::dot;

use super::{Components, Directions};
use crate::datasets::DIGIT_SIDE;

/// Digits that are put together again, one below the other.
const DIGITS: usize = 3;

impl Components {
    /// A row put together from the mean and the first `kept` components; 64-bit in between.
    #[must_use]
    pub fn reconstruct(&self, row: &[f32], kept: usize) -> Vec<f64> {
        let mut sum = self.mean.clone();
        for index in 0..kept {
            let share = self.along(row, self.axis(index));
            sum.iter_mut().zip(self.axis(index)).for_each(|(sum, entry)| *sum += share * entry);
        }
        sum
    }
}

/// How much of each column is in each found direction.
pub(super) fn loadings(lane: &Directions) -> Panel {
    let found: Vec<Vec<f64>> = (0..lane.count()).map(|index| lane.found(index)).collect();
    let first = &found[0];
    let largest = (0..first.len()).max_by(|&a, &b| first[a].abs().total_cmp(&first[b].abs()));
    let says = largest.map_or_else(String::new, |column| {
        format!(
            "The first direction is made most of “{}”, with {}; the squares of a row add up to 1.",
            lane.sheet.columns[column],
            decimal(first[column])
        )
    });
    let figure = Heat {
        row_axis: "direction".into(),
        column_axis: "column".into(),
        rows: (1..=lane.count()).map(|index| index.to_string()).collect(),
        columns: lane.sheet.columns.clone(),
        values: found.concat().iter().map(|&entry| entry as f32).collect(),
        is_signed: true,
    };
    Panel::new("loadings", "What the directions are made of", says, Figure::Heat(figure))
}

/// The found directions as pictures.
pub(super) fn pictures(lane: &Directions) -> Panel {
    let tile = |index: usize| {
        let found = lane.found(index);
        let share = lane.variance_along(&found) / lane.components.total();
        tile(format!("{}: {}", index + 1, percent(share)), &found)
    };
    let says = format!(
        "{} of 64 pixels each, with the share of the variance along it: ink where a direction adds, \
         and where it takes away.",
        plural(lane.count(), "direction")
    );
    let tiles = (0..lane.count()).map(tile).collect();
    let figure = Tiles { across: 5, is_signed: true, tiles };
    Panel::new("directions", "Directions as pictures", says, Figure::Tiles(figure))
}

/// Digits, what a few exact components make of them, and the rest.
pub(super) fn reconstruction(lane: &Directions) -> Panel {
    let kept = lane.look.kept;
    let sheet = &lane.sheet;
    let mut tiles = Vec::with_capacity(3 * DIGITS);
    let mut squares = 0.0;
    for row in (0..DIGITS).map(|it| (lane.look.row + it) % sheet.rows()) {
        let original: Vec<f64> = sheet.row(row).iter().map(|&value| f64::from(value)).collect();
        let made = lane.components.reconstruct(sheet.row(row), kept);
        let rest: Vec<f64> = original.iter().zip(&made).map(|(a, b)| a - b).collect();
        squares += dot(&rest, &rest);
        let class = &sheet.classes[usize::from(sheet.labels[row])];
        tiles.push(tile(format!("a {class}"), &original));
        tiles.push(tile(plural(kept, "component"), &made));
        tiles.push(tile("what is missing".into(), &rest));
    }
    let variances = &lane.components.variances;
    let share = variances[..kept].iter().sum::<f64>() / lane.components.total();
    let count = (DIGITS * sheet.columns.len()) as f64;
    let says = format!(
        "{} of 64 hold {} of the variance of all digits; these three miss by {} a pixel, root mean \
         square.",
        plural(kept, "exact component"),
        percent(share),
        decimal((squares / count).sqrt())
    );
    let figure = Tiles { across: 3, is_signed: true, tiles };
    Panel::new("reconstruction", "Put together again", says, Figure::Tiles(figure))
}

fn tile(name: String, values: &[f64]) -> Tile {
    let values = values.iter().map(|&value| value as f32).collect();
    Tile { name, columns: DIGIT_SIDE as u16, values }
}
