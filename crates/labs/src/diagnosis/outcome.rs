//! Rules about losses: what a run comes to, and how.

use figures::{Finding, FindingKind};
use nets::activation::Activation;

use super::advice::rounded_down;
use super::{CURVE_MIN, Evidence, Offer, number, setting, share, steps};

/// Latest points of the curve that are asked whether it swings.
const RECENT: usize = 24;

/// A swing matters from this part of a blind loss on: what a few rows on the wrong side amount to.
const SWING: f32 = 0.12;

/// The same once the rows are learned: then a spike costs nothing unless it is high.
const SWING_LEARNED: f32 = 0.4;

/// A loss that falls by a fifth from the first half of the window to the second swings on its way
/// down, as every first epoch does.
const FALLING: f32 = 0.8;

/// A training loss that is this part of a blind loss above its best has not drifted there.
const LOST: f32 = 0.3;

/// Epochs before a plateau is called one, and a slow run slow: a spiral may take a thousand updates
/// to leave its first plateau. Where updates are many, fewer epochs will do.
const EPOCHS_MIN: f32 = 100.0;
const EPOCHS_MIN_OF_LONG: f32 = 30.0;

/// Updates that are many.
const STEPS_LONG: u64 = 1500;

/// A run that has come less than half the way by then and still falls is slow.
const SLOW_PART: f32 = 0.5;

/// Updates below a ten-thousandth of the weights take thousands of steps to change anything; about
/// a thousandth is usual.
const SLOW_UPDATE: f32 = 1e-4;

/// A penalty from which weights are held down visibly.
const STRONG_PENALTY: f32 = 0.01;

/// A penalty from which all weights of a layer can be pulled to zero, whatever the learning rate.
const CRUSHING_PENALTY: f32 = 0.03;

/// A loss is that of a model which ignores its inputs when it is no further from it than this part.
const NEAR_BLIND: f32 = 0.05;

/// First weights may be lucky: before something counts as learned, the loss has to fall below theirs
/// by this part of a blind loss.
const FALLEN: f32 = 0.1;

/// A gap between test and training loss below this part of a blind loss is what two draws of the
/// same distribution differ by.
const GAP: f32 = 0.08;

/// A row that is wrong with full conviction costs about four blind losses. Were the test loss made of
/// such rows alone, their number would vary by its root from one draw to the next.
const ROW_COST: f32 = 4.0;

/// Standard errors that a gap must exceed.
const GAP_ERRORS: f32 = 2.0;

/// Beside its size, the gap must be half of the training loss.
const GAP_RATIO: f32 = 1.5;

/// From here on a learning rate is the first suspect of a run that is stuck.
fn suspect_rate(is_adaptive: bool) -> f32 {
    if is_adaptive { 0.2 } else { 1.0 }
}

pub(super) fn diverged(evidence: &Evidence<'_>, step: u64) -> Finding {
    let (rate, penalty) = (evidence.setup.learning_rate, evidence.setup.penalty);
    let remedy = evidence.remedy(FindingKind::Diverged, || {
        // A penalty shrinks each weight by rate × L2 an update: beyond 2 it overshoots and grows.
        if rate * penalty >= 1.0 {
            return format!(
                "With learning rate {} and a penalty of {}, an update shrinks a weight by {} times \
                 its size: it overshoots zero and grows. Lower the penalty to {} or less.",
                setting(rate),
                setting(penalty),
                number(rate * penalty),
                setting(rounded_down(0.1 / rate))
            );
        }
        let unbounded = match evidence.setup.activation {
            Some(Activation::Tanh | Activation::Sigmoid) | None => "",
            Some(_) => " The activation is not bounded, so one step too far feeds the next.",
        };
        format!(
            "Each update overshoots further than the last.{unbounded} {}",
            evidence.slower(10.0)
        )
    });
    let text =
        format!("The loss or a weight stopped being finite at step {}. {remedy}", steps(step));
    Finding::new(FindingKind::Diverged, "It diverged", text)
}

pub(super) fn unstable(evidence: &Evidence<'_>) -> Option<Finding> {
    let (title, seen) = jumps(evidence).or_else(|| lost(evidence))?;
    let remedy = evidence.remedy(FindingKind::Unstable, || {
        let batch = evidence.setup.batch_size;
        let average = if (1..16).contains(&batch) && evidence.offers(Offer::Batch) {
            format!(" Or average over more than {batch} rows an update.")
        } else {
            String::new()
        };
        format!("{}{average}", evidence.slower(3.0))
    });
    Some(Finding::new(FindingKind::Unstable, title, format!("{seen} {remedy}")))
}

/// A loss that goes up and down, in words.
fn jumps(evidence: &Evidence<'_>) -> Option<(&'static str, String)> {
    let points: Vec<(u64, f32)> = evidence.history.of(evidence.places.train_loss).collect();
    let recent = &points[points.len().saturating_sub(RECENT)..];
    if recent.len() < CURVE_MIN {
        return None;
    }
    let low = recent.iter().map(|point| point.1).fold(f32::INFINITY, f32::min);
    let high = recent.iter().map(|point| point.1).fold(0.0, f32::max);
    let turns = recent.windows(3).filter(|it| (it[1].1 > it[0].1) != (it[2].1 > it[1].1)).count();
    let least = if evidence.has_learned() { SWING_LEARNED } else { SWING };
    let is_large = high - low > least * evidence.goal.blind_loss && high > 2.0 * low;
    let (early, late) = recent.split_at(recent.len() / 2);
    let mean = |part: &[(u64, f32)]| part.iter().map(|it| it.1).sum::<f32>() / part.len() as f32;
    let is_falling = mean(late) < FALLING * mean(early);
    if turns * 3 <= recent.len() || !is_large || is_falling {
        return None;
    }
    let seen = format!(
        "Over the last {} steps the training loss swings between {} and {}.",
        steps(recent[recent.len() - 1].0 - recent[0].0),
        number(low),
        number(high),
    );
    Some(("The loss jumps", seen))
}

/// A loss that was good and is no longer, in words.
fn lost(evidence: &Evidence<'_>) -> Option<(&'static str, String)> {
    let place = evidence.places.train_loss;
    let (step, lowest) = evidence.history.lowest_trained(place)?;
    let risen = evidence.loss() - lowest;
    let blind = evidence.goal.blind_loss;
    let first = evidence.history.first(place)?;
    let had_learned = lowest < (1.0 - LOST) * blind && lowest < first - FALLEN * blind;
    if risen <= LOST * blind || !had_learned || evidence.has_learned() || evidence.is_crushed() {
        return None;
    }
    let seen = format!(
        "The training loss was {} at step {} and is {} now: an update threw away what was learned.",
        number(lowest),
        steps(step),
        number(evidence.loss())
    );
    Some(("What was learned is lost", seen))
}

pub(super) fn cannot_bend(evidence: &Evidence<'_>) -> Option<Finding> {
    let is_fault = evidence.setup.is_linear && !evidence.is_crushed();
    if !is_fault || evidence.has_learned() || !evidence.has_settled() {
        return None;
    }
    let remedy = evidence.remedy(FindingKind::UnderFitting, || {
        "Add a hidden layer that bends: tanh or ReLU.".into()
    });
    let text = format!(
        "Linear layers, one or many, draw one straight line, and {} with it. {remedy}",
        evidence.progress()
    );
    Some(Finding::new(FindingKind::UnderFitting, "A line cannot bend", text))
}

pub(super) fn under_fitting(evidence: &Evidence<'_>) -> Option<Finding> {
    let is_due = evidence.is_late() || evidence.is_crushed();
    if evidence.has_learned() || !is_due || !evidence.has_settled() {
        return None;
    }
    let setup = evidence.setup;
    let lower =
        || format!("The penalty of {} holds the weights down: lower it.", number(setup.penalty));
    let remedy = evidence.remedy(FindingKind::UnderFitting, || {
        if evidence.is_crushed() {
            lower()
        } else if setup.learning_rate >= suspect_rate(setup.is_adaptive) {
            format!(
                "A large learning rate throws units to where no gradient passes. {}",
                evidence.slower(10.0)
            )
        } else if setup.penalty >= STRONG_PENALTY {
            lower()
        } else if evidence.update_ratio() < SLOW_UPDATE {
            evidence.faster()
        } else {
            plateau(evidence)
        }
    });
    let text = format!(
        "The training loss has settled at {} where a model that ignores its inputs has {}, and {}. \
         {remedy}",
        number(evidence.loss()),
        number(evidence.goal.blind_loss),
        evidence.progress()
    );
    Some(Finding::new(FindingKind::UnderFitting, "Under-fitting", text))
}

/// Nothing is set wrong: the model may be too small, or time is needed.
fn plateau(evidence: &Evidence<'_>) -> String {
    let room = match (evidence.offers(Offer::Units), evidence.offers(Offer::Layers)) {
        (true, true) => "add units or a layer",
        (true, false) => "add units",
        (false, true) => "add a layer",
        (false, false) => "a larger model may do better",
    };
    let is_new = evidence.offers(Offer::Adam) && !evidence.setup.is_adaptive;
    let other = if is_new { "Adam" } else { "another seed" };
    format!(
        "{} parameters may be too few: {room}. Or it is a plateau: try {other}, or wait.",
        evidence.parameters
    )
}

pub(super) fn slow(evidence: &Evidence<'_>) -> Option<Finding> {
    let first = evidence.history.first(evidence.places.train_loss)?;
    let gained = (first - evidence.loss()) / first;
    let is_due = evidence.is_late() && !evidence.has_learned();
    if !is_due || gained >= SLOW_PART || evidence.update_ratio() >= 10.0 * SLOW_UPDATE {
        return None;
    }
    let remedy = evidence.remedy(FindingKind::UnderFitting, || evidence.faster());
    let text = format!(
        "After {} epochs the training loss has fallen by {}; an update changes the weights by {} of \
         their size. {remedy}",
        steps(evidence.epochs() as u64),
        share(gained.max(0.0)),
        number(evidence.update_ratio()),
    );
    Some(Finding::new(FindingKind::UnderFitting, "Slow", text))
}

pub(super) fn over_fitting(evidence: &Evidence<'_>) -> Option<Finding> {
    let (train, test) = (evidence.loss(), evidence.test_loss());
    let blind = evidence.goal.blind_loss;
    let variance = ROW_COST * blind * test / evidence.test_rows.max(1) as f32;
    let (gap, chance) = (test - train, GAP_ERRORS * variance.sqrt());
    let is_small = gap <= chance.max(GAP * blind) || test <= GAP_RATIO * train;
    if is_small || !evidence.has_learned() {
        return None;
    }
    let best = evidence.history.lowest(evidence.places.test_loss);
    let turned = best.filter(|(step, lowest)| *step < evidence.step && *lowest < test - 0.1 * gap);
    let best = turned.map_or(String::new(), |(step, lowest)| {
        format!(" It was lowest at step {}, with {}.", steps(step), number(lowest))
    });
    let remedy = evidence.remedy(FindingKind::OverFitting, || {
        let size = format!(
            "{} parameters learn {} rows.",
            steps(evidence.parameters as u64),
            steps(evidence.train_rows as u64)
        );
        let stop = turned.map(|_| (None, "stop there"));
        let more = (Some(Offer::Rows), "train on more rows");
        let others = [
            (Some(Offer::L2), "raise L2"),
            (Some(Offer::Decay), "raise the weight decay"),
            (Some(Offer::Units), "take out units"),
            (Some(Offer::Layers), "take out layers"),
        ];
        let ways: Vec<_> = [more].into_iter().chain(stop).chain(others).collect();
        format!("{size} {}", evidence.ways(&ways))
    });
    let text = format!(
        "The test loss is {}, the training loss {}.{best} {remedy}",
        number(test),
        number(train),
    );
    Some(Finding::new(FindingKind::OverFitting, "Over-fitting", text))
}

impl Evidence<'_> {
    /// Whether a penalty has left a model that ignores its inputs. Its layers then answer nothing and
    /// pass no gradient, and neither is their fault.
    pub(super) fn is_crushed(&self) -> bool {
        let blind = self.goal.blind_loss;
        let is_blind = (self.loss() - blind).abs() <= NEAR_BLIND * blind;
        self.setup.penalty >= CRUSHING_PENALTY && is_blind
    }

    /// The largest update of any layer beside its weights.
    fn update_ratio(&self) -> f32 {
        self.layers.iter().map(|layer| layer.update_ratio).fold(0.0, f32::max)
    }

    /// Whether enough has been tried to call a plateau one.
    fn is_late(&self) -> bool {
        let epochs = self.epochs();
        epochs >= EPOCHS_MIN || epochs >= EPOCHS_MIN_OF_LONG && self.step >= STEPS_LONG
    }
}
