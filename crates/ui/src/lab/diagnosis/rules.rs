//! One rule a way in which training goes wrong without ending. Each gives its finding or nothing.

use protocol::boundary::{Activation, DataSource, Optimiser};
use viz::format::{count, percent, plural};
use viz::words::Losses;

use super::{Evidence, Finding, Tone, finding, number};

pub(super) fn jumpy(evidence: &Evidence) -> Option<Finding> {
    let recent = tail(evidence.curve, 24);
    if recent.len() < 12 {
        return None;
    }
    let low = recent.iter().map(|p| p.1).fold(f32::INFINITY, f32::min);
    let high = recent.iter().map(|p| p.1).fold(0.0, f32::max);
    let turns = recent
        .windows(3)
        .filter(|three| (three[1].1 > three[0].1) != (three[2].1 > three[1].1))
        .count();
    let is_jumping = turns * 3 > recent.len() && high > 2.0 * low && high - low > 0.06;
    is_jumping.then(|| {
        let batch = evidence.config.batch_size;
        let batch_hint = if batch < 16 {
            format!(", or average over more than {batch} points a batch")
        } else {
            String::new()
        };
        finding(
            Tone::Caution,
            "The loss jumps",
            format!(
                "Over the last {} steps training loss swings between {} and {}. Lower the learning \
                 rate from {} to {}{batch_hint}.",
                count(recent[recent.len() - 1].0 - recent[0].0),
                number(low),
                number(high),
                number(evidence.config.learning_rate),
                number(evidence.config.learning_rate / 3.0),
            ),
        )
    })
}

pub(super) fn dead_units(evidence: &Evidence) -> Option<Finding> {
    let Evidence { config, frame, .. } = evidence;
    let layers = frame.dead_shares.iter().zip(&config.hidden).enumerate();
    let (layer, dead, units) = layers
        .map(|(layer, (share, &units))| {
            (layer, (share * f32::from(units)).round() as usize, usize::from(units))
        })
        .max_by_key(|(_, dead, _)| *dead)
        .filter(|(_, dead, _)| *dead > 0)?;
    let cause = match config.activation {
        Activation::Relu => {
            "A ReLU that is never above zero gets no gradient and stays dead. Lower the learning \
             rate, try another seed, or use tanh."
        }
        _ => "A unit at its limit passes almost no gradient. Lower the learning rate or raise L2.",
    };
    let text = format!(
        "{dead} of {} in layer {} {} the same for every training point. {cause}",
        plural(units, "unit"),
        layer + 1,
        if dead == 1 { "says" } else { "say" },
    );
    let tone = if dead == units { Tone::Bad } else { Tone::Caution };
    Some(finding(tone, "Dead units", text))
}

pub(super) fn faint_gradient(evidence: &Evidence) -> Option<Finding> {
    let norms = &evidence.frame.gradient_norms;
    let (&first, &last) = (norms.first()?, norms.last()?);
    let is_faint = norms.len() > 2 && last > 1e-5 && first < 2e-3 * last;
    is_faint.then(|| {
        let remedy = match evidence.config.activation {
            Activation::Sigmoid => {
                "A sigmoid passes on at most a quarter of it a layer. Use tanh or ReLU, or take \
                 out layers."
            }
            _ => "Take out layers, or try another activation.",
        };
        finding(
            Tone::Caution,
            "The gradient fades",
            format!(
                "It is {} in the first layer and {} at the output, so the first layer hardly \
                 learns. {remedy}",
                number(first),
                number(last)
            ),
        )
    })
}

pub(super) fn overfitting(evidence: &Evidence) -> Option<Finding> {
    let Evidence { frame, curve, .. } = evidence;
    let best = curve.iter().filter(|p| p.2.is_finite()).min_by(|a, b| a.2.total_cmp(&b.2))?;
    let gap = frame.test_loss - frame.train_loss;
    let is_past_best = frame.test_loss > best.2 + 0.01 && best.0 < frame.step;
    let is_overfit = gap > 0.04 && frame.test_loss > 1.5 * frame.train_loss && is_past_best;
    is_overfit.then(|| {
        finding(
            Tone::Caution,
            "Overfitting",
            format!(
                "Test loss is {}, that is {} above training loss. It was lowest at step {}, with \
                 {}: stop there, raise L2, or train on a larger share of the points.",
                number(frame.test_loss),
                number(gap),
                count(best.0),
                number(best.2)
            ),
        )
    })
}

/// Rules about a plateau need the curve to be flat: less than 3 % better over its last third.
pub(super) fn has_settled(curve: &[Losses]) -> bool {
    let Some(last) = curve.last() else { return false };
    let third = last.0 / 3;
    let mean = |from: u64, to: u64| {
        let part: Vec<f32> =
            curve.iter().filter(|p| (from..=to).contains(&p.0)).map(|p| p.1).collect();
        part.iter().sum::<f32>() / part.len().max(1) as f32
    };
    curve.len() >= 12 && mean(2 * third, last.0) > 0.97 * mean(third, 2 * third)
}

pub(super) fn linear_only(evidence: &Evidence) -> Option<Finding> {
    let Evidence { config, frame, curve } = evidence;
    let is_line = config.hidden.is_empty() || config.activation == Activation::Linear;
    (is_line && frame.train_accuracy < 0.95 && frame.epoch >= 10.0 && has_settled(curve)).then(|| {
        let text = if config.hidden.is_empty() {
            format!(
                "Without a hidden layer the boundary is a straight line, and no line does better \
                 than about {} here. Add a layer.",
                percent(f64::from(frame.train_accuracy))
            )
        } else {
            format!(
                "Linear layers one after another are one linear layer: {} put together still \
                 draw a straight line, right for {}. Choose tanh or ReLU.",
                plural(config.hidden.len() + 1, "layer"),
                percent(f64::from(frame.train_accuracy))
            )
        };
        finding(Tone::Caution, "A line cannot bend", text)
    })
}

pub(super) fn underfitting(evidence: &Evidence) -> Option<Finding> {
    let Evidence { config, frame, curve } = evidence;
    let is_line = config.hidden.is_empty() || config.activation == Activation::Linear;
    let is_stuck = frame.train_accuracy < 0.92 && frame.epoch >= 30.0 && has_settled(curve);
    if is_line || !is_stuck {
        return None;
    }
    let penalty = config.l1.max(config.l2);
    let units: u32 = config.hidden.iter().map(|&n| u32::from(n)).sum();
    let remedy = if config.learning_rate >= suspect_rate(config.optimiser) {
        format!(
            "The learning rate of {} is large: it throws units to their limits, where no gradient \
             passes. Rewind and try {}.",
            number(config.learning_rate),
            number(config.learning_rate / 10.0)
        )
    } else if penalty >= 0.01 {
        format!("The penalty of {} holds the weights down: lower it.", number(penalty))
    } else if !matches!(config.data, DataSource::Own(_)) && config.noise > 0.3 {
        format!(
            "With noise {} the classes overlap; lower it to see what is reachable.",
            number(config.noise)
        )
    } else if units < 12 {
        format!(
            "{} may be too few for this shape: add some.",
            plural(units as usize, "hidden unit")
        )
    } else {
        "Try another seed, or Adam with a higher learning rate.".into()
    };
    let text = format!(
        "Training loss has settled at {} with {} of the training points right. {remedy}",
        number(frame.train_loss),
        percent(f64::from(frame.train_accuracy))
    );
    Some(finding(Tone::Caution, "Underfitting", text))
}

/// From here on a learning rate is the first suspect.
fn suspect_rate(optimiser: Optimiser) -> f32 {
    match optimiser {
        Optimiser::Sgd => 1.0,
        Optimiser::Momentum | Optimiser::Adam => 0.2,
    }
}

pub(super) fn slow(evidence: &Evidence) -> Option<Finding> {
    let Evidence { config, frame, curve } = evidence;
    let first = curve.first()?.1;
    let gained = (first - frame.train_loss) / first;
    let is_slow = frame.epoch >= 20.0 && frame.train_accuracy < 0.95 && gained < 0.5;
    (is_slow && config.learning_rate < 0.1 && !has_settled(curve)).then(|| {
        let adam = match config.optimiser {
            Optimiser::Adam => "",
            _ => ", or use Adam, which scales each weight's step itself",
        };
        finding(
            Tone::Caution,
            "Slow",
            format!(
                "After {} epochs the loss has fallen by only {}. Raise the learning rate from {} \
                 to {}{adam}.",
                count(frame.epoch as u64),
                percent(f64::from(gained.max(0.0))),
                number(config.learning_rate),
                number(config.learning_rate * 3.0)
            ),
        )
    })
}

fn tail<T>(list: &[T], length: usize) -> &[T] {
    &list[list.len().saturating_sub(length)..]
}
