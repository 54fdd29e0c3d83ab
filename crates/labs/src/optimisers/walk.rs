//! A walk down a surface: two weights, one rule, every place on the way kept.

mod findings;
mod panels;

use figures::{Finding, Panel};
use nets::dense::Descent;
use nets::hash::fnv1a;
use nets::optimiser::Optimiser;
use nets::random::Random;

use super::setup::{Ground, NOISE};
use super::surface::Place;
use crate::history::History;
use crate::lab::Lane;

/// Higher than the highest place of any picture by a factor of ten or more: nobody comes back from
/// there.
const LOST: f64 = 1e6;

/// Places after which every second one goes.
const TRAIL_MAX: usize = 800;

/// What the latest update counts in the mean of turns.
const TURNING_SHARE: f32 = 0.1;

/// The lane.
#[derive(Clone, Debug)]
pub struct Walk {
    ground: Ground,
    descent: Descent,
    optimiser: Optimiser,
    random: Random,
    weights: [f32; 2],
    /// Of the latest update: the slopes that the rule was given, and how far it went.
    slopes: [f32; 2],
    moved: [f32; 2],
    /// Mean cosine of the angle between one update and the next, over about ten updates: −1 where
    /// each undoes the last.
    turning: f32,
    step: u64,
    trail: Trail,
}

/// Places by step, at equal distances.
#[derive(Clone, Debug)]
struct Trail {
    stride: u64,
    places: Vec<(f32, f32)>,
}

impl Trail {
    fn push(&mut self, step: u64, [x, y]: [f32; 2]) {
        if !step.is_multiple_of(self.stride) {
            return;
        }
        if self.places.len() == TRAIL_MAX {
            self.stride *= 2;
            let mut index = 0;
            self.places.retain(|_| {
                index += 1;
                index % 2 == 1
            });
            if !step.is_multiple_of(self.stride) {
                return;
            }
        }
        self.places.push((x, y));
    }
}

impl Walk {
    /// At its start.
    pub fn new(ground: Ground, descent: Descent, seed: u32) -> Self {
        let mut trail = Trail { stride: 1, places: Vec::new() };
        trail.push(0, ground.start);
        Self {
            ground,
            descent,
            optimiser: Optimiser::with(descent.rule, descent.constants, 2),
            random: Random::new(seed, NOISE),
            weights: ground.start,
            slopes: [0.0; 2],
            moved: [0.0; 2],
            turning: 0.0,
            step: 0,
            trail,
        }
    }

    fn place(&self) -> Place {
        (f64::from(self.weights[0]), f64::from(self.weights[1]))
    }

    fn height(&self) -> f64 {
        self.ground.surface.height(self.place())
    }

    fn gradient_norm(&self) -> f64 {
        let (dx, dy) = self.ground.surface.gradient(self.place());
        libm::hypot(dx, dy)
    }

    fn learning_rate(&self) -> f32 {
        self.descent.learning_rate * self.descent.schedule.factor(self.step)
    }
}

impl Lane for Walk {
    fn advance(&mut self) {
        let (dx, dy) = self.ground.surface.gradient(self.place());
        self.slopes = [dx as f32, dy as f32];
        if self.ground.noise > 0.0 {
            self.slopes
                .iter_mut()
                .for_each(|slope| *slope += self.ground.noise * self.random.normal());
        }
        let before = self.weights;
        let rate = self.learning_rate();
        self.optimiser.update(rate, &mut self.weights, &self.slopes);
        let moved = [self.weights[0] - before[0], self.weights[1] - before[1]];
        self.turning += TURNING_SHARE * (cosine(moved, self.moved) - self.turning);
        self.moved = moved;
        self.step += 1;
        self.trail.push(self.step, self.weights);
    }

    fn measure(&mut self) -> Vec<f32> {
        let (height, slope) = (self.height() as f32, self.gradient_norm() as f32);
        vec![height, f32::NAN, slope, self.learning_rate()]
    }

    fn panels(&mut self, history: &History) -> Vec<Panel> {
        panels::all(self, history)
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        findings::all(self, history)
    }

    fn has_diverged(&self) -> bool {
        self.height().is_nan() || self.height() >= LOST
    }

    fn is_done(&self) -> bool {
        self.learning_rate() == 0.0
    }

    fn parameter_count(&self) -> usize {
        2
    }

    fn weights_hash(&self) -> u64 {
        fnv1a(&self.weights)
    }
}

/// Of the angle between two updates; 0 if there is none.
fn cosine([ax, ay]: [f32; 2], [bx, by]: [f32; 2]) -> f32 {
    let lengths = libm::hypotf(ax, ay) * libm::hypotf(bx, by);
    if lengths > 0.0 { (ax * bx + ay * by) / lengths } else { 0.0 }
}
