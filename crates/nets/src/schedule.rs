//! How the learning rate changes over a run: a factor by step.

/// A plan for the learning rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Schedule {
    /// Always the same.
    Constant,
    /// Linear warm-up, then half a cosine down to 0 (Loshchilov and Hutter 2017, without restarts).
    WarmCosine {
        /// Updates until the factor is 1; 0 for none.
        warm_up: u64,
        /// Updates until it is 0, where it stays.
        total: u64,
    },
    /// Multiplied by `factor` after every `every` updates.
    Steps {
        /// Updates on one level; at least 1.
        every: u64,
        /// From level to level.
        factor: f32,
    },
    /// 1 / (1 + t / τ): falls slowly enough to reach any minimum, and fast enough to quieten the
    /// noise there (Robbins and Monro 1951).
    Inverse {
        /// τ: updates until it has halved; at least 1.
        half_after: u64,
    },
}

impl Schedule {
    /// What the learning rate is multiplied by at update `step`, the first being 0.
    #[must_use]
    pub fn factor(self, step: u64) -> f32 {
        match self {
            Self::Constant => 1.0,
            Self::WarmCosine { warm_up, .. } if step < warm_up => {
                ((step + 1) as f64 / warm_up as f64) as f32
            }
            Self::WarmCosine { warm_up, total } => {
                let span = total.saturating_sub(warm_up).max(1) as f64;
                let done = ((step - warm_up) as f64 / span).min(1.0);
                (0.5 + 0.5 * libm::cos(core::f64::consts::PI * done)) as f32
            }
            Self::Steps { every, factor } => {
                let levels = i32::try_from(step / every.max(1)).unwrap_or(i32::MAX);
                libm::pow(f64::from(factor), f64::from(levels)) as f32
            }
            Self::Inverse { half_after } => {
                (1.0 / (1.0 + step as f64 / half_after.max(1) as f64)) as f32
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{Fixture, assert_close};

    #[test]
    fn rates_are_those_of_pytorchs_schedulers() {
        let fixture = Fixture::parse(include_str!("../../../tests/fixtures/nets_optimisers.json"));
        let schedules = [
            ("constant", Schedule::Constant),
            ("warm_cosine", Schedule::WarmCosine { warm_up: 10, total: 80 }),
            ("cosine", Schedule::WarmCosine { warm_up: 0, total: 80 }),
            ("steps", Schedule::Steps { every: 30, factor: 0.3 }),
            ("inverse", Schedule::Inverse { half_after: 20 }),
        ];
        for (name, schedule) in schedules {
            let theirs = fixture.part("schedules").numbers(name);
            let ours: Vec<f32> =
                (0..theirs.len() as u64).map(|step| schedule.factor(step)).collect();
            assert_close(name, &ours, &theirs, 1e-6);
        }
    }

    #[test]
    fn a_cosine_stays_at_zero_after_its_end() {
        let cosine = Schedule::WarmCosine { warm_up: 5, total: 50 };
        assert_eq!((cosine.factor(4), cosine.factor(5)), (1.0, 1.0));
        assert_eq!((cosine.factor(50), cosine.factor(5000)), (0.0, 0.0));
        // Nothing left after the warm-up.
        assert_eq!(Schedule::WarmCosine { warm_up: 9, total: 9 }.factor(12), 0.0);
    }
}
