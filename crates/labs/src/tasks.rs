//! What the labs with dense classifiers learn: points in the plane, digits, or the visitor's own
//! table, parted into rows to train on, rows to stop by and rows to test on.

use figures::{Invalid, Sheet};
use nets::boundary::{Point, Source as Shape, generate};
use nets::dense::Examples;
use nets::random::Random;

use crate::datasets;
use crate::lab::Source;

/// Streams of the seed.
const TRAINING: u64 = 21;
const VALIDATION: u64 = 22;
const TEST: u64 = 23;
const SPLIT: u64 = 24;

/// Most rows of the parts that are held out.
const VALIDATION_ROWS: usize = 200;
const TEST_ROWS: usize = 400;

/// Rows in three parts that share none.
#[derive(Clone, Debug)]
pub struct Task {
    /// What gradients see.
    pub train: Examples,
    /// What decides when to stop.
    pub validation: Examples,
    /// What nothing is decided by.
    pub test: Examples,
    /// What rows are.
    pub kind: Kind,
    /// Names of the features.
    pub columns: Vec<String>,
    /// Names of the classes.
    pub classes: Vec<String>,
}

/// What the rows of a task are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Points in the plane of two classes.
    Plane,
    /// Pictures of digits.
    Digits,
    /// A table of the visitor's.
    Table,
}

impl Task {
    /// The task that the controls `data`, `rows` (to train on), `noise` (of points) and `seed` ask
    /// for.
    ///
    /// # Errors
    /// If a setting is out of its range, or the table is the visitor's own and cannot be used.
    pub fn of(source: &Source<'_>) -> Result<Self, Invalid> {
        let settings = source.settings;
        let (seed, rows) = (settings.seed()?, settings.count("rows", 4, 400)?);
        match settings.word("data")? {
            "digits" => Ok(parted(&datasets::digits(), Kind::Digits, rows, seed)),
            "own" => own(source.own, rows, seed),
            word => {
                let noise = settings.within("noise", 0.0, 0.5)? as f32;
                Ok(plane(&shape(word)?, noise, rows, seed))
            }
        }
    }

    /// Numbers of a row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.train.width
    }

    /// Loss of a model that gives every class the same chance, in nats.
    #[must_use]
    pub fn blind_loss(&self) -> f32 {
        libm::logf(self.classes.len() as f32)
    }

    /// Share of test rows that are of the commonest class among them.
    #[must_use]
    pub fn chance(&self) -> f32 {
        commonest_share(&self.test)
    }
}

/// Share of rows that are of the commonest class.
#[must_use]
pub fn commonest_share(examples: &Examples) -> f32 {
    let classes = examples.targets.len() / examples.len().max(1);
    let count = |class: usize| examples.targets.iter().skip(class).step_by(classes).sum::<f32>();
    (0..classes).map(count).fold(0.0, f32::max) / examples.len().max(1) as f32
}

/// The set of points of that name.
///
/// # Errors
/// If there is none.
pub fn shape(word: &str) -> Result<Shape, Invalid> {
    match word {
        "moons" => Ok(Shape::Moons),
        "circles" => Ok(Shape::Circles),
        "spiral" => Ok(Shape::Spiral),
        other => Err(Invalid(format!("There is no data set “{other}”."))),
    }
}

/// Points of two classes in turn; each part is drawn from a stream of its own, so more rows to train
/// on are the same rows and others.
#[must_use]
pub fn plane(shape: &Shape, noise: f32, rows: usize, seed: u32) -> Task {
    let part = |stream: u64, count: usize| {
        let mut points = generate(shape, noise, &mut Random::new(seed, stream));
        points.truncate(count);
        of_points(&points)
    };
    Task {
        train: part(TRAINING, rows),
        validation: part(VALIDATION, VALIDATION_ROWS),
        test: part(TEST, TEST_ROWS),
        kind: Kind::Plane,
        columns: vec!["x".into(), "y".into()],
        classes: vec!["A".into(), "B".into()],
    }
}

fn of_points(points: &[Point]) -> Examples {
    let inputs = points.iter().flat_map(|point| [point.x, point.y]).collect();
    let labels: Vec<u8> = points.iter().map(|point| u8::from(point.is_positive)).collect();
    Examples::classes(2, inputs, &labels, 2)
}

/// Rows in an order that the seed decides: those to train on from its beginning, the test rows from
/// its end, so that more of the ones leave the others as they are.
fn parted(sheet: &Sheet, kind: Kind, rows: usize, seed: u32) -> Task {
    let mut order: Vec<usize> = (0..sheet.rows()).collect();
    Random::new(seed, SPLIT).shuffle(&mut order);
    let test = TEST_ROWS.min(order.len().div_ceil(4));
    let validation = VALIDATION_ROWS.min(order.len().div_ceil(4));
    let (rest, test) = order.split_at(order.len() - test);
    let (rest, validation) = rest.split_at(rest.len() - validation);
    let part = |rows: &[usize]| {
        let inputs = rows.iter().flat_map(|&row| sheet.row(row)).copied().collect();
        let labels: Vec<u8> = rows.iter().map(|&row| sheet.labels[row]).collect();
        Examples::classes(sheet.columns.len(), inputs, &labels, sheet.classes.len())
    };
    Task {
        train: part(&rest[..rows.min(rest.len())]),
        validation: part(validation),
        test: part(test),
        kind,
        columns: sheet.columns.clone(),
        classes: sheet.classes.clone(),
    }
}

fn own(sheet: Option<&Sheet>, rows: usize, seed: u32) -> Result<Task, Invalid> {
    let sheet = sheet.ok_or_else(|| Invalid("Bring a table first.".into()))?;
    if sheet.classes.len() < 2 || sheet.labels.len() != sheet.rows() {
        return Err(Invalid("The table needs a column of at least two classes.".into()));
    }
    if sheet.rows() < 12 {
        return Err(Invalid(format!("The table has {} rows; 12 are needed.", sheet.rows())));
    }
    Ok(parted(&datasets::standardised(sheet.clone()), Kind::Table, rows, seed))
}

#[cfg(test)]
mod tests {
    use figures::Settings;

    use super::*;

    fn task(data: &str, rows: f64) -> Task {
        let settings = Settings::default().with("data", data).with("rows", rows);
        let settings = settings.with("noise", 0.2).with("seed", 7.0);
        Task::of(&Source { settings: &settings, own: None }).unwrap()
    }

    #[test]
    fn more_rows_to_train_on_are_the_same_rows_and_others() {
        for data in ["moons", "digits"] {
            let (few, many) = (task(data, 40.0), task(data, 160.0));
            assert_eq!((few.train.len(), many.train.len()), (40, 160));
            assert_eq!(many.train.inputs[..few.train.inputs.len()], few.train.inputs);
            assert_eq!((&few.test, &few.validation), (&many.test, &many.validation));
        }
    }

    #[test]
    fn the_parts_share_no_row() {
        let task = task("digits", 400.0);
        let rows = |part: &Examples| -> Vec<Vec<u32>> {
            let bits = |row: &[f32]| row.iter().map(|it| it.to_bits()).collect();
            part.inputs.chunks_exact(64).map(bits).collect()
        };
        let (train, test) = (rows(&task.train), rows(&task.test));
        let validation = rows(&task.validation);
        assert_eq!((train.len(), validation.len(), test.len()), (400, 200, 400));
        // No two of the 1797 digits are equal.
        assert!(test.iter().all(|row| !train.contains(row) && !validation.contains(row)));
        assert!(validation.iter().all(|row| !train.contains(row)));
    }

    #[test]
    fn chance_is_the_share_of_the_commonest_class() {
        let share = |labels: &[u8], classes: usize| {
            let inputs = vec![0.0; labels.len()];
            commonest_share(&Examples::classes(1, inputs, labels, classes))
        };
        assert_eq!(share(&[0, 2, 2, 1], 3), 0.5);
        assert_eq!(share(&[1, 1], 2), 1.0);
        assert_eq!(share(&[], 2), 0.0);
        assert_eq!(task("moons", 40.0).chance(), 0.5);
    }

    #[test]
    fn a_table_without_classes_is_refused() {
        let settings = Settings::default().with("data", "own").with("rows", 40.0).with("seed", 7.0);
        let sheet = Sheet { columns: vec!["x".into()], values: vec![0.0; 20], ..Sheet::default() };
        let refused = Task::of(&Source { settings: &settings, own: Some(&sheet) });
        assert!(refused.is_err_and(|invalid| invalid.0.contains("classes")));
    }
}
