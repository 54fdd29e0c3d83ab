//! Training and test points, and the order in which training visits them.

use super::points::{Point, Points};
use crate::random::Random;

/// The pictures cover at least this much: while points are drawn one by one, the plane stays.
const EXTENT_MIN: f32 = 1.5;

/// The points of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Data {
    /// Points that gradients see.
    pub train: Points,
    /// Points that only the test loss sees.
    pub test: Points,
    /// The pictures cover `-extent..=extent` on both axes.
    pub extent: f32,
}

impl Data {
    /// Splits `points` class by class, so that both parts have the classes in the same proportion.
    /// Each class keeps at least one point on either side.
    pub fn split(points: &[Point], test_share: f32, random: &mut Random) -> Self {
        let (mut train, mut test) = (Vec::new(), Vec::new());
        for is_positive in [false, true] {
            let mut class: Points =
                points.iter().filter(|point| point.is_positive == is_positive).copied().collect();
            random.shuffle(&mut class);
            let wanted = (class.len() as f32 * test_share).round() as usize;
            let held_out = wanted.clamp(1, class.len().saturating_sub(1).max(1));
            train.extend_from_slice(&class[held_out.min(class.len())..]);
            test.extend_from_slice(&class[..held_out.min(class.len())]);
        }
        random.shuffle(&mut train);
        let farthest =
            points.iter().map(|point| point.x.abs().max(point.y.abs())).fold(0.0, f32::max);
        Self { train, test, extent: (farthest * 1.08).max(EXTENT_MIN) }
    }
}

/// Which points the next update sees: every point once an epoch, in an order drawn anew each time.
/// The last batch of an epoch is smaller where the sizes do not divide.
#[derive(Clone, Debug)]
pub struct Batches {
    order: Vec<u32>,
    next: usize,
    size: usize,
    random: Random,
}

impl Batches {
    /// Batches of at most `size` indices below `count`.
    pub fn new(count: usize, size: usize, random: Random) -> Self {
        Self { order: (0..count as u32).collect(), next: count, size, random }
    }

    /// What the order is drawn from, as it is now.
    #[must_use]
    pub fn random(&self) -> &Random {
        &self.random
    }

    /// The next batch's indices.
    pub fn draw(&mut self) -> &[u32] {
        if self.next >= self.order.len() {
            self.random.shuffle(&mut self.order);
            self.next = 0;
        }
        let start = self.next;
        self.next = (start + self.size).min(self.order.len());
        &self.order[start..self.next]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(negative: usize, positive: usize) -> Points {
        (0..negative + positive)
            .map(|i| Point { x: i as f32, y: 0.0, is_positive: i >= negative })
            .collect()
    }

    #[test]
    fn the_split_is_stratified_and_loses_nothing() {
        let data = Data::split(&points(40, 80), 0.25, &mut Random::new(1, 0));
        let positives = |part: &[Point]| part.iter().filter(|point| point.is_positive).count();
        assert_eq!((data.test.len(), positives(&data.test)), (30, 20));
        assert_eq!((data.train.len(), positives(&data.train)), (90, 60));
        let mut all: Vec<i32> =
            data.train.iter().chain(&data.test).map(|point| point.x as i32).collect();
        all.sort_unstable();
        assert_eq!(all, (0..120).collect::<Vec<_>>());
    }

    #[test]
    fn two_points_of_a_class_go_one_to_each_side() {
        for share in [0.1, 0.5, 0.9] {
            let data = Data::split(&points(2, 2), share, &mut Random::new(1, 0));
            assert_eq!((data.train.len(), data.test.len()), (2, 2));
        }
    }

    #[test]
    fn an_epoch_visits_every_point_once() {
        let mut batches = Batches::new(25, 10, Random::new(1, 0));
        for _ in 0..3 {
            let mut seen: Vec<u32> = Vec::new();
            for size in [10, 10, 5] {
                let batch = batches.draw();
                assert_eq!(batch.len(), size);
                seen.extend(batch);
            }
            seen.sort_unstable();
            assert_eq!(seen, (0..25).collect::<Vec<_>>());
        }
    }
}
