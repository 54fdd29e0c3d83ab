//! What can be said of the points without any network: how well their neighbours predict them, what
//! each coordinate says alone, and which test points are trained on.

use nets::boundary::{Point, Points, Run};
use nets::random::Random;

use crate::diagnosis::Feature;

/// Neighbours that vote on a point: an odd number, few enough to follow the arms of a spiral of 200
/// points.
const NEIGHBOURS: usize = 7;

/// Stream and seed of the shuffles; the same at every look, so that the number stands still.
const SHUFFLE: (u32, u64) = (1, 7);

/// Numbers that do not change during a run.
pub(super) struct Reference {
    /// Share of training points that their nearest neighbours among the others get right: what these
    /// data allow, whatever the model.
    pub neighbours_accuracy: f32,
    /// Share of test points that are training points as well.
    pub shared_rows: f32,
    /// Share of points that the best threshold on each coordinate alone gets right.
    alone: [f32; 2],
    /// Points drawn anew, where the set can be drawn from.
    new_points: Option<Points>,
}

impl Reference {
    /// For the points of this run.
    pub fn of(run: &Run) -> Self {
        let data = run.data();
        let all = [&data.train[..], &data.test[..]].concat();
        Self {
            neighbours_accuracy: neighbours_accuracy(&data.train),
            shared_rows: shared_share(&data.train, &data.test),
            alone: [|point: &Point| point.x, |point: &Point| point.y]
                .map(|coordinate| threshold_accuracy(&all, coordinate)),
            new_points: run.new_points(),
        }
    }

    /// What each coordinate says alone, and what the network says without it.
    pub fn features(&self, run: &Run, names: &[String; 2]) -> Vec<Feature> {
        let test = &run.data().test;
        let mut order: Vec<usize> = (0..test.len()).collect();
        Random::new(SHUFFLE.0, SHUFFLE.1).shuffle(&mut order);
        let other = |index: usize| &test[order[index]];
        let shuffled = |axis: usize| -> Points {
            let moved = test.iter().enumerate().map(|(index, point)| match axis {
                0 => Point { x: other(index).x, ..*point },
                _ => Point { y: other(index).y, ..*point },
            });
            moved.collect()
        };
        let feature = |axis: usize| Feature {
            name: names[axis].clone(),
            alone: self.alone[axis],
            shuffled: run.score_on(&shuffled(axis)).accuracy,
        };
        vec![feature(0), feature(1)]
    }

    /// The network's accuracy on points drawn anew.
    pub fn new_accuracy(&self, run: &Run) -> Option<f32> {
        self.new_points.as_ref().map(|points| run.score_on(points).accuracy)
    }
}

fn neighbours_accuracy(points: &[Point]) -> f32 {
    let is_right = |(index, point): &(usize, &Point)| {
        // Nearest first; the list is short, so insertion is what costs least.
        let mut nearest = [(f32::INFINITY, false); NEIGHBOURS];
        for (_, other) in points.iter().enumerate().filter(|(place, _)| place != index) {
            let (dx, dy) = (other.x - point.x, other.y - point.y);
            let distance = dx * dx + dy * dy;
            if distance < nearest[NEIGHBOURS - 1].0 {
                let place = nearest.partition_point(|near| near.0 <= distance);
                nearest[place..].rotate_right(1);
                nearest[place] = (distance, other.is_positive);
            }
        }
        let votes = nearest.iter().filter(|near| near.0.is_finite());
        let positive = votes.clone().filter(|near| near.1).count();
        (2 * positive > votes.count()) == point.is_positive
    };
    let right = points.iter().enumerate().filter(is_right).count();
    right as f32 / points.len().max(1) as f32
}

/// The best of all thresholds, either side of it being the positive one.
fn threshold_accuracy(points: &[Point], coordinate: fn(&Point) -> f32) -> f32 {
    let mut sorted: Vec<(f32, bool)> =
        points.iter().map(|point| (coordinate(point), point.is_positive)).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let positives = sorted.iter().filter(|it| it.1).count();
    // Right points when everything above the threshold is called positive; at first, everything is.
    let (mut right, mut best) = (positives, positives.max(sorted.len() - positives));
    for (index, (value, is_positive)) in sorted.iter().enumerate() {
        right = if *is_positive { right - 1 } else { right + 1 };
        let is_between = sorted.get(index + 1).is_none_or(|next| next.0 > *value);
        if is_between {
            best = best.max(right).max(sorted.len() - right);
        }
    }
    best as f32 / sorted.len().max(1) as f32
}

/// Share of points that are of the more frequent class.
pub(super) fn commonest_share(points: &[Point]) -> f32 {
    let positives = points.iter().filter(|point| point.is_positive).count();
    positives.max(points.len() - positives) as f32 / points.len().max(1) as f32
}

fn shared_share(train: &[Point], test: &[Point]) -> f32 {
    let key = |point: &Point| (point.x.to_bits(), point.y.to_bits(), point.is_positive);
    let mut known: Vec<_> = train.iter().map(key).collect();
    known.sort_unstable();
    let shared = test.iter().filter(|point| known.binary_search(&key(point)).is_ok());
    shared.count() as f32 / test.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points on a line at 0, 1, 2, … that are labelled in the text.
    fn points(labels: &str) -> Points {
        let at = |(index, label)| Point { x: index as f32, y: 0.0, is_positive: label == '+' };
        labels.chars().enumerate().filter(|(_, label)| *label != ' ').map(at).collect()
    }

    #[test]
    fn neighbours_vote_without_the_point_itself() {
        assert_eq!(neighbours_accuracy(&points("---------       +++++++++")), 1.0);
        assert_eq!(neighbours_accuracy(&points("--------+-------")), 15.0 / 16.0);
        // Three points: the one in the middle is outvoted, the others have one vote either way.
        assert_eq!(neighbours_accuracy(&points("-+-")), 2.0 / 3.0);
    }

    #[test]
    fn the_best_threshold_is_found_on_either_side() {
        let check = |labels: &str, right: f32| {
            assert_eq!(threshold_accuracy(&points(labels), |point| point.x), right, "{labels}");
        };
        check("---+++", 1.0);
        check("+++---", 1.0);
        check("--+-++", 5.0 / 6.0);
        check("-+-+-+", 4.0 / 6.0);
        check("++++", 1.0);
        // Equal values cannot be parted.
        assert_eq!(threshold_accuracy(&points("-+-+"), |point| point.y), 0.5);
    }

    #[test]
    fn only_equal_points_are_shared() {
        let (train, test) = (points("--++"), points("--+-"));
        assert_eq!(shared_share(&train, &test), 0.75);
    }
}
