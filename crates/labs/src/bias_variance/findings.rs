//! Too simple, too flexible, or about right: judged by the best complexity that was measured on the
//! same training sets.

use figures::format::{count, decimal, fixed};
use figures::{Finding, FindingKind};

use super::decomposition::{Decomposition, Parts};
use super::model::{Family, Model};
use super::panels::best_level;

/// Fewer training sets say little: with 20 the standard error of a variance is still a third of it.
const SETS_NEEDED: u64 = 20;

/// An error within this factor of the best one is as good: nobody would change a model for less than
/// a twentieth.
const AS_GOOD: f64 = 1.05;

/// Sum and error further apart than this many standard errors are worth a word: chance does it in
/// one run of 400.
const FAR: f64 = 3.0;

/// What is right and wrong.
pub fn of(model: &Model, decomposition: &Decomposition) -> Vec<Finding> {
    let parts: Vec<Parts> = (0..model.levels.len()).map(|it| decomposition.parts(it)).collect();
    let (chosen, best) = (model.chosen, best_level(&parts));
    let mine = &parts[chosen];
    if decomposition.sets() < SETS_NEEDED {
        let text = format!(
            "{} training sets so far: the error is {}, give or take {}. Go on to {SETS_NEEDED} at \
             least, better some hundred.",
            decomposition.sets(),
            decimal(mine.error),
            decimal(mine.error_se),
        );
        return vec![Finding::new(FindingKind::Note, "Too early to say", text)];
    }
    let sum = check(mine, decomposition.sets());
    if mine.sum() <= AS_GOOD * parts[best].sum() {
        let text = format!(
            "At {} the parts add up to {}; the best that was measured, {}, gives {}. {sum}",
            model.words(chosen),
            decimal(mine.sum()),
            model.words(best),
            decimal(parts[best].sum()),
        );
        return vec![Finding::new(
            FindingKind::Healthy,
            "About as complex as the data allow",
            text,
        )];
    }
    let finding = if model.is_simpler(chosen, best) {
        under_fitting(model, mine, best, &parts[best])
    } else {
        over_fitting(model, mine, best, &parts[best])
    };
    vec![finding, Finding::new(FindingKind::Note, "The parts and the whole", sum)]
}

fn under_fitting(model: &Model, mine: &Parts, best: usize, there: &Parts) -> Finding {
    let more_points = match model.family {
        Family::Polynomial => "more points a set will not change that",
        Family::Tree => "more points a set hardly change that",
        Family::Neighbours => {
            "the neighbours are too far away; more points a set bring them closer"
        }
    };
    let text = format!(
        "Bias² is {}, {} of the error of {}: the mean of all fits misses the truth, and \
         {more_points}. Set {}, where bias² is {} and the error {}.",
        decimal(mine.bias2),
        share(mine.bias2, mine.sum()),
        decimal(mine.sum()),
        model.words(best),
        decimal(there.bias2.max(0.0)),
        decimal(there.sum()),
    );
    Finding::new(FindingKind::UnderFitting, "Too simple: bias", text)
}

fn over_fitting(model: &Model, mine: &Parts, best: usize, there: &Parts) -> Finding {
    let less = match model.family {
        Family::Neighbours => "average over more neighbours",
        Family::Polynomial | Family::Tree => "take a simpler model",
    };
    let text = format!(
        "Variance is {}, {} of the error of {}; on its own training set a fit is off by only {}. \
         Each fit follows the noise of its set: {less} ({} gives {}), or take more points a set.",
        decimal(mine.variance),
        share(mine.variance, mine.sum()),
        decimal(mine.sum()),
        decimal(mine.train_error),
        model.words(best),
        decimal(there.sum()),
    );
    Finding::new(FindingKind::OverFitting, "Too flexible: variance", text)
}

fn share(part: f64, whole: f64) -> String {
    format!("{} %", fixed(100.0 * part / whole, 0))
}

fn check(parts: &Parts, sets: u64) -> String {
    let verdict = if parts.gap() > FAR {
        "Further apart than chance explains: a few extreme fits rule the mean. Go on."
    } else {
        "That is within what chance explains."
    };
    format!(
        "Over {} training sets bias² + variance + noise is {}, the measured error {} ± {}. {verdict}",
        count(sets),
        fixed(parts.sum(), 4),
        fixed(parts.error, 4),
        fixed(parts.error_se, 4),
    )
}
