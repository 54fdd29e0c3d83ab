//! How long a piece of a lane's work takes, by a clock that the caller brings. Browsers' clocks tick
//! every 0.1 to 1 ms, so work is repeated over several ticks, from one tick to another.

use crate::lab::Lane;

/// How long one piece is repeated.
const LONG_MS: f64 = 2.0;

/// For a clock that stands still.
const RUNS_MAX: u32 = 10_000;
const SPINS_MAX: u32 = 1_000_000;

/// Repeats a piece of work and tells the lane what it took.
pub fn time(lane: &mut dyn Lane, index: usize, now_ms: &dyn Fn() -> f64) {
    // The first run after a change may have to prepare what the others find ready.
    lane.work(index);
    let start_ms = next_tick(now_ms);
    let (mut runs, mut took_ms) = (0, 0.0);
    while took_ms < LONG_MS && runs < RUNS_MAX {
        lane.work(index);
        runs += 1;
        took_ms = now_ms() - start_ms;
    }
    lane.worked(index, runs, took_ms);
}

fn next_tick(now_ms: &dyn Fn() -> f64) -> f64 {
    let before_ms = now_ms();
    let mut spins = 0;
    loop {
        let now = now_ms();
        spins += 1;
        if now != before_ms || spins == SPINS_MAX {
            return now;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use figures::{Finding, Panel};

    use super::*;
    use crate::history::History;

    /// Work of 0.3 ms, on a clock that a look at takes 0.01 ms.
    struct Worker {
        clock_ms: std::rc::Rc<Cell<f64>>,
        told: Vec<(usize, u32, f64)>,
    }

    impl Lane for Worker {
        fn advance(&mut self) {}
        fn measure(&mut self) -> Vec<f32> {
            Vec::new()
        }
        fn panels(&mut self, _: &History) -> Vec<Panel> {
            Vec::new()
        }
        fn findings(&mut self, _: &History) -> Vec<Finding> {
            Vec::new()
        }
        fn work(&mut self, _: usize) {
            self.clock_ms.set(self.clock_ms.get() + 0.3);
        }
        fn worked(&mut self, index: usize, runs: u32, milliseconds: f64) {
            self.told.push((index, runs, milliseconds));
        }
        fn parameter_count(&self) -> usize {
            0
        }
        fn weights_hash(&self) -> u64 {
            0
        }
    }

    fn told(tick_ms: f64) -> (usize, u32, f64) {
        let clock_ms = std::rc::Rc::new(Cell::new(0.77));
        let mut worker = Worker { clock_ms: clock_ms.clone(), told: Vec::new() };
        time(&mut worker, 4, &move || {
            clock_ms.set(clock_ms.get() + 0.01);
            if tick_ms == 0.0 { 5.0 } else { libm::floor(clock_ms.get() / tick_ms) * tick_ms }
        });
        assert_eq!(worker.told.len(), 1);
        worker.told[0]
    }

    #[test]
    fn a_clock_of_coarse_ticks_gives_about_the_right_mean() {
        for tick_ms in [0.1, 1.0] {
            let (index, runs, milliseconds) = told(tick_ms);
            let mean_ms = milliseconds / f64::from(runs);
            assert!(index == 4 && (0.24..0.36).contains(&mean_ms), "{tick_ms}: {mean_ms}");
        }
    }

    #[test]
    fn a_clock_that_stands_still_ends() {
        assert_eq!(told(0.0), (4, RUNS_MAX, 0.0));
    }
}
