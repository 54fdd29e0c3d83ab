//! Whether a model has learned the words, or knows them by heart.

use figures::format::{count, decimal, percent};
use figures::{Finding, FindingKind, Settings};
use nets::language::BOUNDARY;

use super::counts::Counts;
use super::learner::{Held, Learner};
use super::text::Words;
use super::{Speller, measures};
use crate::diagnosis::controls::NEXT_LETTER;
use crate::diagnosis::{Evidence, Goal, Good, Places, Setup, diagnose, setting};
use crate::history::History;
use crate::lab::Lane;

/// Losses on training words of what needs no training, in nats: what a model has to beat.
#[derive(Clone, Copy, Debug)]
pub struct Marks {
    /// How often each letter is, whatever came before.
    pub letters: f64,
    /// How often each letter is after the one before it.
    pub pairs: f64,
}

/// An n-gram model whose loss is this far above the pairs' has counted too little of what is before.
const MISSED: f64 = 0.1;

/// Held-out words that hold fewer letters leave a perplexity uncertain by more than a twentieth: with
/// a deviation of about 1.6 nats a letter, the standard error is 1.6 / √guesses.
const GUESSES_FEW: usize = 1000;

impl Marks {
    /// Counts all words to train on, and examines with both.
    pub fn of(words: &Words, held: &Held) -> Self {
        let counted = |back: f64| {
            let settings = Settings::default().with("back", back).with("imagined", 1.0);
            let counts = Counts::new(&settings.with("unseen", "shorter"), words.alphabet());
            let loss = counts.map(|mut counts| {
                words.train.iter().for_each(|word| counts.add(word));
                Learner::Counts(counts).examine(held).loss()
            });
            loss.unwrap_or(f64::NAN)
        };
        Self { letters: counted(0.0), pairs: counted(1.0) }
    }
}

/// The findings, most important first, of a lane whose measures are `now`.
pub fn of(lane: &Speller, now: &[f32], history: &History) -> Vec<Finding> {
    let over_fitting = remedy_of_memory(lane);
    let under_fitting = remedy_of_ignorance(lane);
    let remedies = [
        (FindingKind::OverFitting, over_fitting.as_str()),
        (FindingKind::UnderFitting, under_fitting.as_str()),
    ];
    let (learning_rate, is_counting) = match &lane.learner {
        Learner::Network(network) => (network.learning_rate, false),
        Learner::Counts(_) => (0.0, true),
    };
    let mut found = diagnose(&Evidence {
        step: lane.step,
        updates_an_epoch: lane.updates_an_epoch(),
        diverged_at_step: lane.learner.has_diverged().then_some(lane.step),
        layers: &[],
        history,
        now,
        places: Places {
            train_loss: measures::TRAIN_LOSS,
            test_loss: measures::TEST_LOSS,
            ..Places::default()
        },
        goal: Goal {
            blind_loss: lane.marks.letters as f32,
            chance: 0.0,
            good: Good::Loss(lane.marks.pairs as f32),
        },
        train_rows: lane.words.train.iter().map(|word| word.len() + 1).sum(),
        test_rows: lane.held[0].guesses(),
        parameters: lane.parameter_count(),
        setup: Setup {
            learning_rate,
            is_adaptive: true,
            batch_size: super::BATCH_SIZE,
            ..Setup::default()
        },
        controls: &NEXT_LETTER,
        features: &[],
        is_own: false,
        shared_rows: 0.0,
        new_accuracy: None,
        remedies: &remedies,
    });
    let train_loss = f64::from(now[measures::TRAIN_LOSS]);
    let is_worse = lane.step >= lane.updates_an_epoch() && train_loss >= lane.marks.letters;
    if !is_counting && is_worse && found.iter().all(|it| it.kind == FindingKind::Note) {
        found = vec![worse(lane, train_loss, &under_fitting)];
    }
    if is_counting && lane.is_done() && train_loss > lane.marks.pairs + MISSED {
        found = vec![blind(lane, train_loss)];
    } else if let [only] = &mut found[..]
        && only.kind == FindingKind::Healthy
    {
        *only = healthy(lane, now);
    }
    found.extend(few(lane));
    found
}

fn remedy_of_memory(lane: &Speller) -> String {
    let words = count(lane.words.train.len() as u64);
    match &lane.learner {
        Learner::Counts(counts) => format!(
            "There are {} different runs of {} letters in {words} words, and {} of them were seen once. \
             Look back at fewer letters, imagine more counts, or fall back on shorter contexts.",
            count(counts.contexts() as u64),
            counts.back(),
            percent(counts.seen_once()),
        ),
        Learner::Network(network) => format!(
            "{} parameters learn {words} words. Stop where the held-out loss is lowest, take fewer \
             units, or learn from more words.",
            count(network.weights.len() as u64),
        ),
    }
}

fn remedy_of_ignorance(lane: &Speller) -> String {
    match &lane.learner {
        Learner::Counts(_) => "Look back at more letters.".into(),
        Learner::Network(network) => {
            let rate = network.learning_rate;
            // Adam moves every weight by about the learning rate: a tenth is a large part of each.
            let (word, to) = match NEXT_LETTER.faster_rate(rate, 3.0).filter(|_| rate < 0.1) {
                Some(to) => ("Raise", Some(to)),
                None => ("Lower", NEXT_LETTER.slower_rate(rate, 10.0)),
            };
            let to = to.map_or(String::new(), |to| format!(" to {}", setting(to)));
            format!("{word} the learning rate from {}{to}.", setting(rate))
        }
    }
}

fn blind(lane: &Speller, train_loss: f64) -> Finding {
    let text = format!(
        "All words are counted, and the loss on them is {}; the letter before alone brings it to {}, \
         no letter at all to {}. Look back at more letters, or imagine fewer counts.",
        decimal(train_loss),
        decimal(lane.marks.pairs),
        decimal(lane.marks.letters),
    );
    Finding::new(FindingKind::UnderFitting, "It looks back at too little", text)
}

fn worse(lane: &Speller, train_loss: f64, remedy: &str) -> Finding {
    let text = format!(
        "After {} updates the training loss is {}, no better than the {} of guessing by how often each \
         letter is. {remedy}",
        count(lane.step),
        decimal(train_loss),
        decimal(lane.marks.letters),
    );
    Finding::new(FindingKind::UnderFitting, "It has learned no letter from another", text)
}

fn healthy(lane: &Speller, now: &[f32]) -> Finding {
    let [test, train] = [measures::TEST_LOSS, measures::TRAIN_LOSS].map(|it| f64::from(now[it]));
    let text = format!(
        "Held-out words have a perplexity of {}, training words of {}; guessing by how often each \
         letter is has {} there, by the letter before {}.",
        decimal(libm::exp(test)),
        decimal(libm::exp(train)),
        decimal(libm::exp(lane.marks.letters)),
        decimal(libm::exp(lane.marks.pairs)),
    );
    Finding::new(FindingKind::Healthy, "Healthy", text)
}

fn few(lane: &Speller) -> Option<Finding> {
    let guesses = lane.held[0].guesses();
    if guesses >= GUESSES_FEW || lane.step == 0 {
        return None;
    }
    let text = format!(
        "{} words with {guesses} letters and ends are held out: the perplexity on them has a standard \
         error of about {} %. Bring a longer text before you compare models.",
        lane.words.held_out.len(),
        decimal(160.0 / libm::sqrt(guesses as f64)),
    );
    Some(Finding::new(FindingKind::Note, "Few words to be judged by", text))
}

/// How often each letter comes after each, over all words to train on: rows and columns by letter,
/// the boundary first.
pub fn pairs(words: &Words) -> Vec<u32> {
    let letters = words.alphabet();
    let mut pairs = vec![0; letters * letters];
    for word in &words.train {
        let mut before = BOUNDARY;
        for &letter in word.iter().chain(&[BOUNDARY]) {
            pairs[usize::from(before) * letters + usize::from(letter)] += 1;
            before = letter;
        }
    }
    pairs
}
