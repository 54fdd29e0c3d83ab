//! Points in lanes, coordinate by coordinate: what the network reads.

use super::points::Point;
use crate::lane::{Lane, WIDTH, lanes_for, pack};

/// Several points; places beyond the last one are zero and weigh nothing.
#[derive(Clone, Debug)]
pub struct Batch {
    /// First coordinates, then second ones: two rows of [`Batch::lanes`].
    pub inputs: Vec<Lane>,
    /// −1 or +1.
    pub labels: Vec<Lane>,
    /// 1 / points for each point, 0 beyond the last: turns sums into means.
    pub shares: Vec<Lane>,
    lanes: usize,
    size: usize,
}

impl Batch {
    /// Room for up to `capacity` points.
    pub fn with_capacity(capacity: usize) -> Self {
        let lanes = lanes_for(capacity);
        let row = vec![Lane::ZERO; lanes];
        Self {
            inputs: [row.clone(), row.clone()].concat(),
            labels: row.clone(),
            shares: row,
            lanes,
            size: 0,
        }
    }

    /// All of `points` at once.
    pub fn of(points: &[Point]) -> Self {
        let mut batch = Self::with_capacity(points.len());
        let all: Vec<u32> = (0..points.len() as u32).collect();
        batch.fill(points, &all);
        batch
    }

    /// A row of places that have no label: `y` for each of `xs`.
    pub fn of_row(xs: &[f32], y: f32) -> Self {
        let lanes = lanes_for(xs.len());
        let mut inputs = pack(xs.iter().copied());
        inputs.extend(vec![Lane::splat(y); lanes]);
        let row = vec![Lane::ZERO; lanes];
        Self { inputs, labels: row.clone(), shares: row, lanes, size: xs.len() }
    }

    /// Moves a row made by [`Batch::of_row`] to another `y`.
    pub fn set_y(&mut self, y: f32) {
        self.inputs[self.lanes..].fill(Lane::splat(y));
    }

    /// Replaces the content by the points at `indices`; at most as many as there is room for.
    pub fn fill(&mut self, points: &[Point], indices: &[u32]) {
        if indices.len() != self.size {
            self.size = indices.len();
            let share = 1.0 / self.size.max(1) as f32;
            self.shares =
                pack((0..self.lanes * WIDTH).map(|i| if i < indices.len() { share } else { 0.0 }));
        }
        let (xs, ys) = self.inputs.split_at_mut(self.lanes);
        for (lane, four) in indices.chunks(WIDTH).enumerate() {
            for (place, &index) in four.iter().enumerate() {
                let point = &points[index as usize];
                xs[lane].0[place] = point.x;
                ys[lane].0[place] = point.y;
                self.labels[lane].0[place] = point.label();
            }
        }
    }

    /// Lanes in a row.
    pub fn lanes(&self) -> usize {
        self.lanes
    }

    /// Points.
    pub fn size(&self) -> usize {
        self.size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smaller_batch_weighs_only_its_own_points() {
        let points: Vec<Point> =
            (0..6).map(|i| Point { x: i as f32, y: -1.0, is_positive: i > 2 }).collect();
        let mut batch = Batch::of(&points);
        assert_eq!((batch.lanes(), batch.size()), (2, 6));
        batch.fill(&points, &[5, 0]);
        assert_eq!(batch.inputs[0].0[..2], [5.0, 0.0]);
        assert_eq!(batch.shares, [Lane([0.5, 0.5, 0.0, 0.0]), Lane::ZERO]);
        assert_eq!(batch.labels[0].0[..2], [1.0, -1.0]);
    }
}
