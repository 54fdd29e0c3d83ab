//! Two ways in which the answer gets where it must not be, so that a diagnosis can be seen to find
//! them.

use super::points::{Point, Points};
use crate::random::Random;

/// What leaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leak {
    /// Nothing.
    #[default]
    None,
    /// The label, with a little noise, stands in place of the second coordinate: a column that is
    /// filled in once the outcome is known.
    Label,
    /// Test points are trained on as well.
    Rows,
}

/// Where a label's coordinate lies, either way, and its standard deviation there: four deviations
/// from 0, so that one point in 30,000 is on the wrong side.
const PLACE: f32 = 0.8;
const SPREAD: f32 = 0.2;

impl Leak {
    /// Replaces second coordinates by labels where labels leak.
    pub fn into_points(self, points: &mut [Point], random: &mut Random) {
        if self == Self::Label {
            points.iter_mut().for_each(|point| point.y = told(point.label(), random));
        }
    }

    /// The same for points whose label nobody knows yet: their second coordinate is any.
    pub fn into_new_points(self, points: &mut [Point], random: &mut Random) {
        if self == Self::Label {
            for point in points {
                let guess = if random.unit() < 0.5 { -1.0 } else { 1.0 };
                point.y = told(guess, random);
            }
        }
    }

    /// Adds test points to the training points where rows leak.
    pub fn into_training(self, train: &mut Points, test: &[Point]) {
        if self == Self::Rows {
            train.extend_from_slice(test);
        }
    }
}

fn told(label: f32, random: &mut Random) -> f32 {
    PLACE * label + SPREAD * random.normal()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points() -> Points {
        (0..400).map(|i| Point { x: i as f32, y: 0.0, is_positive: i % 2 == 0 }).collect()
    }

    #[test]
    fn a_leaked_label_can_be_read_off_and_a_new_point_has_none() {
        let right = |points: &[Point]| {
            points.iter().filter(|point| (point.y > 0.0) == point.is_positive).count()
        };
        let (mut known, mut new) = (points(), points());
        Leak::Label.into_points(&mut known, &mut Random::new(1, 0));
        Leak::Label.into_new_points(&mut new, &mut Random::new(1, 0));
        assert!(right(&known) >= 399, "{}", right(&known));
        assert!((160..240).contains(&right(&new)), "{}", right(&new));
        assert!(known.iter().zip(points()).all(|(a, b)| a.x == b.x));
    }

    #[test]
    fn leaked_rows_are_trained_on() {
        let mut train = points();
        Leak::Rows.into_training(&mut train, &points()[..10]);
        assert_eq!((train.len(), train[400]), (410, points()[0]));
        Leak::None.into_training(&mut train, &points());
        assert_eq!(train.len(), 410);
    }
}
