//! A curve of bounded length over a run of any length.

/// Keeps at most `CAPACITY` points since the last [`History::take`], evenly spaced: whenever it is
/// full, every second one goes and the stride doubles.
#[derive(Clone, Debug)]
pub struct History<T> {
    points: Vec<T>,
    stride: u64,
}

/// Most points kept.
pub const CAPACITY: usize = 64;

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { points: Vec::new(), stride: 1 }
    }
}

impl<T> History<T> {
    /// Whether the point of this step is wanted; ask before computing it.
    pub fn wants(&self, step: u64) -> bool {
        step.is_multiple_of(self.stride)
    }

    /// Adds a point that was wanted.
    pub fn push(&mut self, point: T) {
        if self.points.len() == CAPACITY {
            let mut index = 0;
            self.points.retain(|_| {
                index += 1;
                index % 2 == 0
            });
            self.stride *= 2;
        }
        self.points.push(point);
    }

    /// The points so far, oldest first. The next stretch starts with half the stride, so that it
    /// adapts to a slower run too.
    pub fn take(&mut self) -> Vec<T> {
        self.stride = (self.stride / 2).max(1);
        std::mem::take(&mut self.points)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_bounded_and_covers_the_whole_stretch() {
        let mut history = History::default();
        for step in 1..=10_000_u64 {
            if history.wants(step) {
                history.push(step);
            }
        }
        let points = history.take();
        assert!((16..=CAPACITY).contains(&points.len()), "{}", points.len());
        assert!(points[0] <= 512 && points[points.len() - 1] > 9_700, "{points:?}");
        assert!(points.is_sorted());
        assert!(history.take().is_empty());
    }

    #[test]
    fn a_short_stretch_keeps_every_step() {
        let mut history = History::default();
        for step in 1..=5_u64 {
            assert!(history.wants(step));
            history.push(step);
        }
        assert_eq!(history.take(), [1, 2, 3, 4, 5]);
    }
}
