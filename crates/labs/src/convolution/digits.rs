//! Digits to train on, digits held out, and the same ones moved by a pixel.

use figures::Invalid;
use nets::dense::Examples;
use nets::random::Random;

use crate::datasets::{self, DIGIT_SIDE};

/// Pixels of a digit.
pub const PIXELS: usize = DIGIT_SIDE * DIGIT_SIDE;

/// Digits held out; a multiple of four, so that every place of every lane is one.
pub const TEST_ROWS: usize = 296;

/// The first so many training digits are measured on: all of them would take longer than the updates
/// between two measurements.
pub const SAMPLE_ROWS: usize = 200;

/// Most digits to train on.
pub const TRAIN_ROWS: usize = 1500;

/// The data of a lane.
#[derive(Clone, Debug)]
pub struct Digits {
    /// Digits that gradients see: as they are, then the moved copies.
    pub train: Examples,
    /// The first of them, to measure on.
    pub train_sample: Examples,
    /// Held out.
    pub test: Examples,
    /// The same ones, moved by one pixel: every second to the left, the others to the right.
    pub shifted: Examples,
    labels: Vec<u8>,
}

impl Digits {
    /// `rows` digits to train on, with two moved copies each if `is_augmented`.
    #[must_use]
    pub fn split(rows: usize, is_augmented: bool, random: &mut Random) -> Self {
        let sheet = datasets::digits();
        let mut order: Vec<usize> = (0..sheet.rows()).collect();
        random.shuffle(&mut order);
        let (held_out, rest) = order.split_at(TEST_ROWS);
        let train = &rest[..rows.min(rest.len())];
        let examples = |rows: &[usize], moves: &[fn(usize) -> isize]| {
            let (mut inputs, mut labels) = (Vec::new(), Vec::new());
            for by in moves {
                for (index, &row) in rows.iter().enumerate() {
                    inputs.extend(moved(sheet.row(row), by(index)));
                    labels.push(sheet.labels[row]);
                }
            }
            Examples::classes(PIXELS, inputs, &labels, sheet.classes.len())
        };
        let as_it_is: fn(usize) -> isize = |_| 0;
        let both_ways: [fn(usize) -> isize; 3] = [as_it_is, |_| -1, |_| 1];
        let in_turn: fn(usize) -> isize = |index| if index.is_multiple_of(2) { -1 } else { 1 };
        Self {
            train: examples(train, if is_augmented { &both_ways } else { &both_ways[..1] }),
            train_sample: examples(&train[..train.len().min(SAMPLE_ROWS)], &[as_it_is]),
            test: examples(held_out, &[as_it_is]),
            shifted: examples(held_out, &[in_turn]),
            labels: held_out.iter().map(|&row| sheet.labels[row]).collect(),
        }
    }

    /// A held-out digit, and what it is.
    #[must_use]
    pub fn test_digit(&self, index: usize) -> (&[f32], Option<u8>) {
        (&self.test.inputs[index * PIXELS..(index + 1) * PIXELS], Some(self.labels[index]))
    }

    /// What each held-out digit is.
    #[must_use]
    pub fn test_labels(&self) -> &[u8] {
        &self.labels
    }
}

/// A picture moved to the right by so many pixels; what comes in is empty.
fn moved(picture: &[f32], by: isize) -> impl Iterator<Item = f32> + '_ {
    (0..PIXELS).map(move |pixel| {
        let (row, column) = (pixel / DIGIT_SIDE, pixel % DIGIT_SIDE);
        let from = column.checked_add_signed(-by).filter(|&it| it < DIGIT_SIDE);
        from.map_or(0.0, |column| picture[row * DIGIT_SIDE + column])
    })
}

/// What was drawn: a hexadecimal digit a pixel. `None` for an empty pad.
///
/// # Errors
/// If these are not 64 of them.
pub fn drawn(pad: &str) -> Result<Option<Vec<f32>>, Invalid> {
    let pixels: Option<Vec<f32>> =
        pad.chars().map(|it| it.to_digit(16).map(|ink| ink as f32 / 15.0)).collect();
    match pixels {
        Some(pixels) if pixels.len() == PIXELS => {
            Ok(Some(pixels).filter(|it| it.iter().any(|&ink| ink > 0.0)))
        }
        _ => Err(Invalid(format!("A drawing needs {PIXELS} hexadecimal digits."))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn held_out_digits_are_never_trained_on() {
        let digits = Digits::split(TRAIN_ROWS, false, &mut Random::new(7, 3));
        assert_eq!((digits.train.len(), digits.test.len()), (TRAIN_ROWS, TEST_ROWS));
        let train: Vec<&[f32]> = digits.train.inputs.chunks_exact(PIXELS).collect();
        for test in digits.test.inputs.chunks_exact(PIXELS) {
            assert!(!train.contains(&test));
        }
        let few = Digits::split(100, true, &mut Random::new(7, 3));
        assert_eq!((few.train.len(), few.train_sample.len()), (300, 100));
        assert_eq!(few.train.inputs[..100 * PIXELS], few.train_sample.inputs);
        assert_eq!(few.test, digits.test, "the same are held out however few are trained on");
        let (_, label) = digits.test_digit(5);
        assert_eq!(digits.test.targets[50 + usize::from(label.unwrap())], 1.0);
    }

    #[test]
    fn moving_there_and_back_loses_what_fell_over_the_edge() {
        let picture: Vec<f32> = (0..PIXELS).map(|it| it as f32).collect();
        let right: Vec<f32> = moved(&picture, 1).collect();
        assert_eq!(right[..3], [0.0, 0.0, 1.0]);
        assert_eq!(right[8..10], [0.0, 8.0]);
        let back: Vec<f32> = moved(&right, -1).collect();
        assert_eq!((back[6], back[7], back[8]), (6.0, 0.0, 8.0));
    }

    #[test]
    fn a_pad_is_read_or_refused() {
        assert_eq!(drawn(&"0".repeat(64)), Ok(None));
        assert_eq!(drawn(&"f".repeat(64)), Ok(Some(vec![1.0; 64])));
        assert!(drawn("f").is_err() && drawn(&"g".repeat(64)).is_err());
    }
}
