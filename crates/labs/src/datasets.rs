//! The data sets that are part of the site, and synthetic ones. Provenance and licences are in
//! `data/README.md`.

use figures::{Invalid, Sheet};
use nets::random::Random;

use crate::lab::Source;

mod synthetic;

const IRIS: &str = include_str!("../data/iris.csv");
const WINE: &str = include_str!("../data/wine.csv");
const DIGITS: &[u8] = include_bytes!("../data/digits.bin");

/// Pixels along one side of a digit.
pub const DIGIT_SIDE: usize = 8;

/// Stream of the seed that synthetic tables are drawn from.
const ROWS: u64 = 20;

/// The table that the controls `data`, `scale` and `seed` ask for.
///
/// # Errors
/// If it is the visitor's own and there is none.
pub fn table(source: &Source<'_>) -> Result<Sheet, Invalid> {
    let settings = source.settings;
    let mut random = Random::new(settings.seed()?, ROWS);
    let sheet = match settings.word("data")? {
        "iris" => iris(),
        "wine" => wine(),
        "digits" => digits(),
        "blobs" => synthetic::blobs(&mut random),
        "moons" => synthetic::moons(&mut random),
        "stretched" => synthetic::stretched(&mut random),
        "own" => source.own.cloned().ok_or_else(|| Invalid("Bring a table first.".into()))?,
        other => return Err(Invalid(format!("There is no data set “{other}”."))),
    };
    if sheet.rows() < 2 {
        return Err(Invalid("The table needs at least two rows.".into()));
    }
    Ok(if settings.flag("scale")? { standardised(sheet) } else { sheet })
}

/// 150 iris flowers: four lengths in cm, three species.
#[must_use]
pub fn iris() -> Sheet {
    read(IRIS)
}

/// 178 wines: thirteen measurements, three cultivars.
#[must_use]
pub fn wine() -> Sheet {
    read(WINE)
}

/// 1797 handwritten digits: 64 pixels from the top left, scaled to 0 to 1.
#[must_use]
pub fn digits() -> Sheet {
    let rows = DIGITS.chunks_exact(1 + DIGIT_SIDE * DIGIT_SIDE);
    Sheet {
        columns: (0..DIGIT_SIDE * DIGIT_SIDE).map(|pixel| format!("pixel {pixel}")).collect(),
        values: rows.clone().flat_map(|row| &row[1..]).map(|&it| f32::from(it) / 16.0).collect(),
        classes: (0..10).map(|digit: u8| digit.to_string()).collect(),
        labels: rows.map(|row| row[0]).collect(),
    }
}

/// Reads a file of this crate: a heading, then numbers and, last, the class.
fn read(text: &str) -> Sheet {
    let mut lines = text.lines();
    let mut columns: Vec<String> =
        lines.next().unwrap_or_default().split(',').map(Into::into).collect();
    columns.pop();
    let mut sheet = Sheet { columns, ..Sheet::default() };
    for line in lines {
        let Some((numbers, class)) = line.rsplit_once(',') else { continue };
        sheet.values.extend(numbers.split(',').filter_map(|number| number.parse::<f32>().ok()));
        let known = sheet.classes.iter().position(|it| it == class);
        let label = known.unwrap_or_else(|| {
            sheet.classes.push(class.to_owned());
            sheet.classes.len() - 1
        });
        sheet.labels.push(label as u8);
    }
    sheet
}

/// The same table with each column moved and scaled to mean 0 and standard deviation 1 (divided by
/// the number of rows, as scikit-learn's `StandardScaler`); a constant column becomes 0.
#[must_use]
pub fn standardised(mut sheet: Sheet) -> Sheet {
    let (columns, rows) = (sheet.columns.len(), sheet.rows().max(1) as f64);
    for column in 0..columns {
        let values = || sheet.values.iter().skip(column).step_by(columns).map(|&it| f64::from(it));
        let mean = values().sum::<f64>() / rows;
        let variance = values().map(|it| (it - mean) * (it - mean)).sum::<f64>() / rows;
        let scale = if variance > 0.0 { 1.0 / libm::sqrt(variance) } else { 0.0 };
        for value in sheet.values.iter_mut().skip(column).step_by(columns) {
            *value = ((f64::from(*value) - mean) * scale) as f32;
        }
    }
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_complete() {
        let check = |sheet: &Sheet, rows: usize, columns: usize, classes: usize| {
            assert_eq!((sheet.rows(), sheet.columns.len()), (rows, columns));
            assert_eq!((sheet.labels.len(), sheet.classes.len()), (rows, classes));
            assert!(sheet.values.iter().all(|value| value.is_finite()));
        };
        check(&iris(), 150, 4, 3);
        check(&wine(), 178, 13, 3);
        check(&digits(), 1797, 64, 10);
        // Sums that NumPy gives for scikit-learn's copies.
        let sum = |sheet: Sheet| sheet.values.iter().map(|&it| f64::from(it)).sum::<f64>();
        assert!((sum(iris()) - 2078.7).abs() < 1e-3);
        assert!((sum(wine()) - 159_975.296).abs() < 0.1);
        assert_eq!(sum(digits()) * 16.0, 561_718.0);
    }

    #[test]
    fn standardised_columns_have_mean_0_and_deviation_1() {
        let sheet = standardised(wine());
        for column in 0..13 {
            let values: Vec<f64> =
                sheet.values.iter().skip(column).step_by(13).map(|&it| f64::from(it)).collect();
            let mean = values.iter().sum::<f64>() / 178.0;
            let variance = values.iter().map(|it| it * it).sum::<f64>() / 178.0;
            assert!(mean.abs() < 1e-6 && (variance - 1.0).abs() < 1e-5, "{column}");
        }
    }
}
