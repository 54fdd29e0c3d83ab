//! What the numbers of a run say, and which setting to change: rules over one frame and the loss
//! curves so far. Each finding carries the number that it rests on.

use protocol::boundary::{Activation, Config, Frame};
use viz::format::{count, decimal, percent, plural};
use viz::words::Losses;

mod rules;
use rules::{
    dead_units, faint_gradient, has_settled, jumpy, linear_only, overfitting, slow, underfitting,
};

/// How good or bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to do.
    Good,
    /// Worth a change.
    Caution,
    /// Broken.
    Bad,
    /// Too early to say.
    Neutral,
}

/// One sentence or two about a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How good or bad it is.
    pub tone: Tone,
    /// The point, as a heading.
    pub title: &'static str,
    /// What was measured, and what to try.
    pub text: String,
}

/// Everything the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// What is trained.
    pub config: &'a Config,
    /// The latest frame.
    pub frame: &'a Frame,
    /// The loss curves from step 0.
    pub curve: &'a [Losses],
}

/// The findings, the most important first; never empty.
pub fn diagnose(evidence: Evidence) -> Vec<Finding> {
    if let Some(step) = evidence.frame.diverged_at_step {
        return vec![diverged(evidence, step)];
    }
    if evidence.frame.step == 0 {
        return vec![untrained(evidence)];
    }
    let rules: [fn(&Evidence) -> Option<Finding>; 7] =
        [jumpy, dead_units, faint_gradient, overfitting, linear_only, underfitting, slow];
    let found: Vec<Finding> = rules.iter().filter_map(|rule| rule(&evidence)).take(3).collect();
    if found.is_empty() { vec![healthy(&evidence)] } else { found }
}

fn finding(tone: Tone, title: &'static str, text: String) -> Finding {
    Finding { tone, title, text }
}

fn number(value: f32) -> String {
    decimal(f64::from(value))
}

fn diverged(Evidence { config, .. }: Evidence, step: u64) -> Finding {
    let rate = config.learning_rate;
    // A penalty shrinks each weight by rate × L2 an update: beyond 2 it overshoots and grows.
    let cause = if rate * config.l2 >= 1.0 {
        format!(
            "With learning rate {} and L2 penalty {}, an update shrinks a weight by {} times its \
             size: it overshoots zero and grows. Lower the L2 penalty to {} or less.",
            number(rate),
            number(config.l2),
            number(rate * config.l2),
            number(0.1 / rate)
        )
    } else {
        let bounded = match config.activation {
            Activation::Relu | Activation::Linear => {
                format!(
                    " {} does not bound its output, so one step too far feeds the next.",
                    super::config::ACTIVATIONS
                        .iter()
                        .find(|choice| choice.0 == config.activation)
                        .map_or("It", |choice| choice.2)
                )
            }
            _ => String::new(),
        };
        format!(
            "The learning rate of {} is too large: each update overshoots further than the last.\
             {bounded} Try {}.",
            number(rate),
            number(rate / 10.0)
        )
    };
    let text =
        format!("The loss or a weight stopped being finite at step {}. {cause}", count(step));
    finding(Tone::Bad, "Diverged", text)
}

fn untrained(Evidence { frame, .. }: Evidence) -> Finding {
    let text = format!(
        "Random weights put {} of the test points on the right side, with a loss of {}. Press \
         Train.",
        percent(f64::from(frame.test_accuracy)),
        number(frame.test_loss)
    );
    finding(Tone::Neutral, "Not trained yet", text)
}

fn healthy(Evidence { frame, curve, config }: &Evidence) -> Finding {
    let gap = (frame.test_loss - frame.train_loss).abs();
    let accuracy = percent(f64::from(frame.test_accuracy));
    if frame.test_accuracy < 0.9 && !has_settled(curve) {
        let text = format!(
            "{accuracy} of the test points are right after {}, and the loss still falls.",
            plural(frame.step as usize, "step")
        );
        return finding(Tone::Neutral, "Learning", text);
    }
    let units = if config.hidden.is_empty() { "" } else { "no unit is dead, and " };
    let text = format!(
        "{accuracy} of the test points are right; {units}the gap between train and test loss is {}.",
        if gap < 0.001 { "below 0.001".into() } else { number(gap) }
    );
    finding(Tone::Good, "Healthy", text)
}

#[cfg(test)]
mod tests;
