//! What a lane has measured since step 0: a few hundred points, however long the run.

/// Points after which every second one goes.
const CAPACITY: usize = 400;

/// Measured values by step, at equal distances from 0.
#[derive(Clone, Debug)]
pub struct History {
    stride: u64,
    points: Vec<(u64, Vec<f32>)>,
}

impl Default for History {
    fn default() -> Self {
        Self { stride: 1, points: Vec::new() }
    }
}

impl History {
    /// Whether this step is measured. Depends on the step alone, never on how a run was paced.
    #[must_use]
    pub fn wants(&self, step: u64) -> bool {
        step.is_multiple_of(self.stride)
    }

    /// Adds the values of a step that was wanted.
    pub fn push(&mut self, step: u64, values: Vec<f32>) {
        if self.points.len() == CAPACITY {
            self.stride *= 2;
            let stride = self.stride;
            self.points.retain(|(step, _)| step.is_multiple_of(stride));
        }
        if self.wants(step) {
            self.points.push((step, values));
        }
    }

    /// The points so far.
    #[must_use]
    pub fn points(&self) -> &[(u64, Vec<f32>)] {
        &self.points
    }

    /// One measure's values by step.
    pub fn of(&self, measure: usize) -> impl DoubleEndedIterator<Item = (u64, f32)> + Clone {
        self.points.iter().filter_map(move |(step, values)| Some((*step, *values.get(measure)?)))
    }

    /// A measure's value at step 0.
    #[must_use]
    pub fn first(&self, measure: usize) -> Option<f32> {
        self.of(measure).next().map(|(_, value)| value)
    }

    /// A measure's latest value.
    #[must_use]
    pub fn last(&self, measure: usize) -> Option<f32> {
        self.of(measure).next_back().map(|(_, value)| value)
    }

    /// Where a measure was smallest: step and value.
    #[must_use]
    pub fn lowest(&self, measure: usize) -> Option<(u64, f32)> {
        smallest(self.of(measure))
    }

    /// The same of what training has come to: without step 0.
    #[must_use]
    pub fn lowest_trained(&self, measure: usize) -> Option<(u64, f32)> {
        smallest(self.of(measure).filter(|(step, _)| *step > 0))
    }
}

fn smallest(points: impl Iterator<Item = (u64, f32)>) -> Option<(u64, f32)> {
    points.filter(|(_, value)| value.is_finite()).min_by(|a, b| a.1.total_cmp(&b.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(steps: u64) -> History {
        let mut history = History::default();
        for step in 0..=steps {
            if history.wants(step) {
                history.push(step, vec![step as f32, -(step as f32)]);
            }
        }
        history
    }

    #[test]
    fn a_short_run_keeps_every_step() {
        let history = run(30);
        assert_eq!(history.points().len(), 31);
        assert_eq!((history.first(0), history.last(1)), (Some(0.0), Some(-30.0)));
        assert_eq!(history.lowest(1), Some((30, -30.0)));
        assert_eq!(
            (history.lowest(0), history.lowest_trained(0)),
            (Some((0, 0.0)), Some((1, 1.0)))
        );
        assert_eq!(history.last(2), None);
    }

    #[test]
    fn a_long_run_stays_small_and_even() {
        let history = run(100_000);
        assert!((200..=CAPACITY).contains(&history.points().len()));
        let steps: Vec<u64> = history.points().iter().map(|(step, _)| *step).collect();
        assert!(steps.windows(2).all(|pair| pair[1] - pair[0] == 256) && steps[0] == 0);
    }
}
