//! The training curves: points as they arrive, thinned so that a long run stays cheap to draw.

use protocol::attention::LaneFrame;
use viz::chart;

/// Most points kept of each curve; drawn over a few hundred pixels, more cannot be seen.
const MOST_POINTS: usize = 512;

/// Loss and accuracy over steps, ascending.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curves {
    /// (step, mean cross-entropy in nats a token).
    pub loss: Vec<(u64, f32)>,
    /// (step, share of held-out tokens predicted right).
    pub accuracy: Vec<(u64, f32)>,
}

impl Curves {
    /// Adds what a lane's frame at `step` brings. An earlier step than the curves end at means that
    /// the run was rewound: what lies after it is taken off.
    pub fn extend(&mut self, step: u64, frame: &LaneFrame) {
        self.loss.retain(|point| point.0 <= step);
        self.accuracy.retain(|point| point.0 <= step);
        for point in &frame.history {
            if point.loss.is_finite() {
                push(&mut self.loss, (point.step, point.loss));
            }
        }
        if frame.accuracy.is_finite() {
            push(&mut self.accuracy, (frame.accuracy_step, frame.accuracy));
        }
    }
}

fn push(points: &mut Vec<(u64, f32)>, point: (u64, f32)) {
    if points.last().is_some_and(|last| last.0 >= point.0) {
        return;
    }
    points.push(point);
    chart::thin(points, MOST_POINTS);
}

#[cfg(test)]
mod tests {
    use super::Curves;
    use crate::attention::state::tests::lane_frame;

    fn extend(curves: &mut Curves, step: u64, history: &[u64]) {
        curves.extend(step, &lane_frame(step, history));
    }

    #[test]
    fn points_are_kept_once_and_in_order() {
        let mut curves = Curves::default();
        for step in [0, 10, 20, 20] {
            extend(&mut curves, step, &[step]);
        }
        assert_eq!(curves.loss.iter().map(|p| p.0).collect::<Vec<_>>(), [0, 10, 20]);
        assert_eq!(curves.accuracy.len(), 3);
    }

    #[test]
    fn a_rewind_takes_off_what_lies_ahead() {
        let mut curves = Curves::default();
        extend(&mut curves, 30, &[10, 20, 30]);
        extend(&mut curves, 0, &[]);
        assert_eq!(curves.loss, []);
        extend(&mut curves, 10, &[10]);
        assert_eq!(curves.loss.len(), 1);
    }

    #[test]
    fn long_runs_are_thinned_and_keep_both_ends() {
        let mut curves = Curves::default();
        for step in 0..5000 {
            extend(&mut curves, step, &[step]);
        }
        assert!(curves.loss.len() <= 512, "{}", curves.loss.len());
        assert_eq!(curves.loss.first().map(|p| p.0), Some(0));
        assert_eq!(curves.loss.last().map(|p| p.0), Some(4999));
        assert!(curves.loss.is_sorted_by_key(|p| p.0));
    }
}
