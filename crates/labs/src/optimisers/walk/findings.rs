//! What is right and wrong with a walk, from its height and from the curvature where it is.

use figures::format::{count, decimal, percent};
use figures::{Finding, FindingKind};
use nets::optimiser::Rule;

use super::Walk;
use crate::diagnosis::controls::OPTIMISERS;
use crate::diagnosis::setting;
use crate::history::History;
use crate::optimisers::LOSS;

/// Below this part of its first height a walk has arrived.
const ARRIVED: f64 = 0.001;

/// A slope below this part of the first one moves nothing that could be seen.
const FLAT: f64 = 1e-3;

/// Latest points of the curve that are asked whether it swings.
const RECENT: usize = 20;

/// Below this mean cosine, each update undoes most of the one before.
const UNDOING: f32 = -0.5;

/// Steps before a walk is called slow.
const STEPS_MIN: u64 = 100;

pub fn all(walk: &Walk, history: &History) -> Vec<Finding> {
    if walk.step == 0 {
        return vec![before(walk)];
    }
    let found = lost(walk)
        .or_else(|| at_rest(walk))
        .or_else(|| swinging(walk, history))
        .or_else(|| slow(walk, history));
    vec![found.unwrap_or_else(|| healthy(walk))]
}

impl Walk {
    fn first_height(&self) -> f64 {
        let [x, y] = self.ground.start.map(f64::from);
        self.ground.surface.height((x, y))
    }

    /// Height of the place that small steps without noise would end at.
    fn floor(&self) -> f64 {
        const STEPS: u32 = 3000;
        let surface = self.ground.surface;
        let (mut x, mut y) = self.place();
        for _ in 0..STEPS {
            let (dx, dy) = surface.gradient((x, y));
            let (least, most) = surface.curvatures((x, y));
            let rate = 0.5 / most.max(-least);
            (x, y) = (x - rate * dx, y - rate * dy);
        }
        surface.height((x, y))
    }

    fn first_curvature(&self) -> f64 {
        let [x, y] = self.ground.start.map(f64::from);
        self.ground.surface.curvatures((x, y)).1
    }

    /// The largest stable learning rate on a parabola of this curvature, for the rules of which
    /// theory knows it (Polyak 1964 for the heavy ball).
    fn stable_rate(&self, curvature: f64) -> Option<f64> {
        let momentum = f64::from(self.descent.constants.momentum);
        match self.descent.rule {
            Rule::Sgd => Some(2.0 / curvature),
            Rule::Momentum => Some(2.0 * (1.0 + momentum) / curvature),
            Rule::Nesterov => Some((2.0 + 2.0 * momentum) / ((1.0 + 2.0 * momentum) * curvature)),
            _ => None,
        }
    }

    fn too_fast(&self, curvature: f64) -> String {
        let rate = f64::from(self.learning_rate());
        match self.stable_rate(curvature) {
            Some(limit) if limit <= rate => format!(
                "The steepest curvature here is {}, so this rule is stable up to a learning rate of \
                 {}, and yours is {}. Lower it below that.",
                decimal(curvature),
                decimal(limit),
                decimal(rate)
            ),
            _ => OPTIMISERS.slower(self.descent.learning_rate, 3.0),
        }
    }
}

fn before(walk: &Walk) -> Finding {
    let (least, most) = {
        let [x, y] = walk.ground.start.map(f64::from);
        walk.ground.surface.curvatures((x, y))
    };
    let text = format!(
        "The start is {} above the minimum. The surface curves by {} one way and {} the other.",
        decimal(walk.height()),
        decimal(most),
        decimal(least)
    );
    Finding::new(FindingKind::Note, "Not started yet", text)
}

fn lost(walk: &Walk) -> Option<Finding> {
    if walk.height() < super::LOST {
        return None;
    }
    let text = format!(
        "At step {} the height is beyond a million, from {} at the start. Each update overshoots \
         further than the last. {}",
        count(walk.step),
        decimal(walk.first_height()),
        walk.too_fast(walk.first_curvature())
    );
    Some(Finding::new(FindingKind::Diverged, "It diverged", text))
}

/// Where it is flat without being the minimum.
fn at_rest(walk: &Walk) -> Option<Finding> {
    let [x, y] = walk.ground.start.map(f64::from);
    let (dx, dy) = walk.ground.surface.gradient((x, y));
    let is_flat = walk.gradient_norm() < FLAT * libm::hypot(dx, dy);
    let (least, _) = walk.ground.surface.curvatures(walk.place());
    if !is_flat || walk.height() < ARRIVED * walk.first_height() || walk.step < 10 {
        return None;
    }
    if least < 0.0 {
        let text = format!(
            "The slope is {}, so nothing pulls, but along one direction the surface curves down by \
             {}. Move the start off the ridge, or give the slopes some noise, as batches do.",
            decimal(walk.gradient_norm()),
            decimal(-least)
        );
        return Some(Finding::new(FindingKind::UnderFitting, "It rests on a saddle", text));
    }
    wrong_valley(walk)
}

/// In a valley whose floor is not the lowest.
fn wrong_valley(walk: &Walk) -> Option<Finding> {
    let floor = walk.floor();
    if floor < ARRIVED * walk.first_height() {
        return None;
    }
    let text = format!(
        "The floor of the valley that it is in lies {} above the lowest place, and every way out \
         leads uphill first. Start elsewhere, or take longer steps: a higher learning rate or \
         another momentum may carry it over the rise.",
        decimal(floor)
    );
    Some(Finding::new(FindingKind::UnderFitting, "A minimum, and not the deepest", text))
}

/// Up and down without coming closer.
fn swinging(walk: &Walk, history: &History) -> Option<Finding> {
    let points: Vec<(u64, f64)> =
        history.of(LOSS).map(|(step, height)| (step, f64::from(height))).collect();
    let is_noisy = walk.ground.noise > 0.0;
    // Noise makes a mean of few points fall by chance: more of them, and a larger fall to believe in.
    let (window, falling) =
        if is_noisy { (RECENT.max(points.len() / 3), 0.5) } else { (RECENT, 0.7) };
    let recent = &points[points.len().saturating_sub(window)..];
    let low = recent.iter().map(|it| it.1).fold(f64::INFINITY, f64::min);
    let high = recent.iter().map(|it| it.1).fold(0.0, f64::max);
    let turns = recent.windows(3).filter(|it| (it[1].1 > it[0].1) != (it[2].1 > it[1].1)).count();
    let half = |part: &[(u64, f64)]| part.iter().map(|it| it.1).sum::<f64>() / part.len() as f64;
    if recent.len() < RECENT || turns * 3 < recent.len() || high < ARRIVED * walk.first_height() {
        return None;
    }
    let (earlier, later) = recent.split_at(recent.len() / 2);
    // A spiral that tightens is on its way; one that does not will not get there.
    if high < 2.0 * low || half(later) < falling * half(earlier) {
        return None;
    }
    let (least, most) = walk.ground.surface.curvatures(walk.place());
    if is_noisy {
        return wrong_valley(walk).or_else(|| Some(noisy(walk)));
    }
    let text = format!(
        "Over the last {} steps the height went up and down between {} and {}. {}",
        count(recent[recent.len() - 1].0 - recent[0].0),
        decimal(low),
        decimal(high),
        walk.too_fast(most.max(-least))
    );
    Some(Finding::new(FindingKind::Unstable, "It swings", text))
}

/// As low as steps of this length come in this noise.
fn noisy(walk: &Walk) -> Finding {
    let text = format!(
        "After {} steps the height is {}, and the noise in the slopes, {} against a slope of {}, \
         keeps it there: with a learning rate of {} it is thrown as far as it comes. Choose a \
         schedule that lets the rate fall.",
        count(walk.step),
        decimal(walk.height()),
        decimal(walk.ground.noise.into()),
        decimal(walk.gradient_norm()),
        decimal(walk.learning_rate().into())
    );
    Finding::new(FindingKind::Unstable, "Noise keeps it up", text)
}

/// Still high, and hardly falling.
fn slow(walk: &Walk, history: &History) -> Option<Finding> {
    let (first, now) = (walk.first_height(), walk.height());
    if walk.step < STEPS_MIN || now < ARRIVED * first {
        return None;
    }
    let two_thirds = walk.step * 2 / 3;
    let (_, then) = history.of(LOSS).find(|(step, _)| *step >= two_thirds)?;
    if now < 0.7 * f64::from(then) {
        return None;
    }
    let (_, most) = walk.ground.surface.curvatures(walk.place());
    if walk.turning < UNDOING {
        let text = format!(
            "After {} steps the height is {}, and each update undoes the last: the cosine of the \
             angle between them is {}. {}",
            count(walk.step),
            decimal(now),
            decimal(walk.turning.into()),
            walk.too_fast(most)
        );
        return Some(Finding::new(FindingKind::Unstable, "It swings across the valley", text));
    }
    if walk.ground.noise > 0.0 {
        return wrong_valley(walk).or_else(|| Some(noisy(walk)));
    }
    let length = libm::hypot(f64::from(walk.moved[0]), f64::from(walk.moved[1]));
    let (rate, factor) = (walk.learning_rate(), walk.descent.schedule.factor(walk.step));
    let remedy = if factor < 0.1 {
        format!(
            "The schedule has taken the learning rate down to {}: give it more steps.",
            decimal(rate.into())
        )
    } else {
        match walk.stable_rate(most).filter(|limit| *limit < 2.0 * f64::from(rate)) {
            Some(limit) => format!(
                "A higher rate is no way out: beyond {} it would swing across the valley. Take a \
                 rule with momentum, or one that scales each weight by itself.",
                decimal(limit)
            ),
            None => match OPTIMISERS.faster_rate(walk.descent.learning_rate, 3.0) {
                Some(faster) => format!("Try a learning rate of {}.", setting(faster)),
                None => {
                    "Take a rule with momentum, or one that scales each weight by itself.".into()
                }
            },
        }
    };
    let text = format!(
        "After {} steps the height is {}, {} of the first one, and a step is {} long where the \
         slope is {}. {remedy}",
        count(walk.step),
        decimal(now),
        percent(now / first),
        decimal(length),
        decimal(walk.gradient_norm())
    );
    Some(Finding::new(FindingKind::UnderFitting, "It crawls", text))
}

fn healthy(walk: &Walk) -> Finding {
    let (first, now) = (walk.first_height(), walk.height());
    let (kind, title) = match now {
        _ if now < ARRIVED * first => (FindingKind::Healthy, "It has arrived"),
        _ if now < first => (FindingKind::Healthy, "On its way"),
        _ => (FindingKind::Note, "Not down yet"),
    };
    let text = format!(
        "The height was {} at the start and is {} after {} steps.",
        decimal(first),
        decimal(now),
        count(walk.step)
    );
    Finding::new(kind, title, text)
}
