//! Where the centres begin.

use figures::{Invalid, Settings, Sheet};
use nets::random::Random;

use super::lloyd::squared_distance;

/// A way to choose the first centres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// k-means++ (Arthur and Vassilvitskii 2007): each further centre is a row drawn with a chance
    /// in proportion to its squared distance from the centres so far.
    Spread,
    /// Rows drawn without return.
    Rows,
    /// The rows nearest to one that is far out: bad on purpose.
    Corner,
    /// Anywhere within the smallest and largest value of each column, where there may be no rows.
    Box,
}

impl Start {
    /// What the control `start` says.
    ///
    /// # Errors
    /// If it says something else.
    pub fn read(settings: &Settings) -> Result<Self, Invalid> {
        settings.choice(
            "start",
            &[
                ("plus", Self::Spread),
                ("random", Self::Rows),
                ("corner", Self::Corner),
                ("box", Self::Box),
            ],
        )
    }

    /// `k` centres, a value a column each; as many as there are rows at most.
    pub fn centres(self, sheet: &Sheet, k: usize, random: &mut Random) -> Vec<f64> {
        let k = k.min(sheet.rows());
        let rows = match self {
            Self::Spread => spread(sheet, k, random),
            Self::Rows => {
                let mut rows: Vec<usize> = (0..sheet.rows()).collect();
                random.shuffle(&mut rows);
                rows.truncate(k);
                rows
            }
            Self::Corner => corner(sheet, k),
            Self::Box => return anywhere(sheet, k, random),
        };
        rows.iter().flat_map(|&row| sheet.row(row)).map(|&value| f64::from(value)).collect()
    }
}

fn spread(sheet: &Sheet, k: usize, random: &mut Random) -> Vec<usize> {
    let mut chosen = vec![random.below(sheet.rows())];
    let mut nearest = vec![f32::INFINITY; sheet.rows()];
    while chosen.len() < k {
        let latest = sheet.row(chosen[chosen.len() - 1]);
        for (row, distance) in nearest.iter_mut().enumerate() {
            *distance = distance.min(squared_distance(sheet.row(row), latest));
        }
        let total: f64 = nearest.iter().map(|&it| f64::from(it)).sum();
        let mut left = f64::from(random.unit()) * total;
        let mut next = 0;
        for (row, &distance) in nearest.iter().enumerate().filter(|(_, it)| **it > 0.0) {
            next = row;
            left -= f64::from(distance);
            if left < 0.0 {
                break;
            }
        }
        chosen.push(next);
    }
    chosen
}

fn corner(sheet: &Sheet, k: usize) -> Vec<usize> {
    let columns = sheet.columns.len();
    let middle: Vec<f32> = (0..columns)
        .map(|column| {
            let values = sheet.values.iter().skip(column).step_by(columns);
            (values.map(|&it| f64::from(it)).sum::<f64>() / sheet.rows() as f64) as f32
        })
        .collect();
    let by_distance = |from: &[f32]| {
        let mut rows: Vec<(usize, f32)> =
            (0..sheet.rows()).map(|row| (row, squared_distance(sheet.row(row), from))).collect();
        rows.sort_by(|a, b| a.1.total_cmp(&b.1));
        rows
    };
    let far = by_distance(&middle).last().map_or(0, |(row, _)| *row);
    by_distance(sheet.row(far)).into_iter().take(k).map(|(row, _)| row).collect()
}

fn anywhere(sheet: &Sheet, k: usize, random: &mut Random) -> Vec<f64> {
    let columns = sheet.columns.len();
    let ranges: Vec<(f32, f32)> = (0..columns)
        .map(|column| {
            let values = || sheet.values.iter().skip(column).step_by(columns).copied();
            (values().fold(f32::INFINITY, f32::min), values().fold(f32::NEG_INFINITY, f32::max))
        })
        .collect();
    let places = (0..k).flat_map(|_| &ranges);
    places.map(|&(low, high)| f64::from(random.between(low, high))).collect()
}
