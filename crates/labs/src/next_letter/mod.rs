//! Next letter: an n-gram model, a multilayer perceptron, a recurrent layer and a transformer learn the
//! same words letter by letter, and make up new ones.

mod counts;
mod findings;
mod learner;
mod panels;
mod program;
mod samples;
#[cfg(test)]
mod tests;
mod text;

use figures::{Finding, Invalid, Measure, Panel, Settings};
use nets::language::BOUNDARY;
use nets::random::Random;

use crate::history::History;
use crate::lab::{Lab, Lane, Language, Source};
use learner::{Exam, Held, Kind, Learner};
use text::Words;

/// The lab.
pub struct NextLetter;

/// Words an update sees.
const BATCH_SIZE: usize = 32;

/// Words to train on that are examined: enough to see how far they are from those held out.
const EXAMINED: usize = 100;

/// Stream of the seed that batches are drawn from.
const BATCHES: u64 = 62;

/// Milliseconds of reading after which a mean says enough.
const TIMED_ENOUGH_MS: f64 = 60.0;

/// Places among the lab's measures.
mod measures {
    pub const TEST_LOSS: usize = 2;
    pub const TRAIN_LOSS: usize = 3;
}

impl Lab for NextLetter {
    fn slug(&self) -> &'static str {
        "next-letter"
    }

    fn measures(&self) -> Vec<Measure> {
        vec![
            Measure::loss("perplexity", "held out", "perplexity").called("held-out perplexity"),
            Measure::loss("train-perplexity", "train", "perplexity"),
            Measure::loss("test-loss", "held out", "loss, nats a letter").called("held-out loss"),
            Measure::loss("train-loss", "train", "loss, nats a letter"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        Ok(Box::new(Speller::new(source.settings)?))
    }

    fn program(&self, source: Source<'_>, steps: u64, language: Language) -> Option<String> {
        if language != Language::PyTorch {
            return None;
        }
        program::pytorch(&Speller::new(source.settings).ok()?, source.settings, steps)
    }
}

struct Speller {
    kind: Kind,
    words: Words,
    learner: Learner,
    /// Words held out, and the first of those to train on.
    held: [Held; 2],
    order: Vec<usize>,
    next: usize,
    random: Random,
    seed: u32,
    step: u64,
    /// Loss of the two lists since the last update.
    exams: Option<[Exam; 2]>,
    /// Loss of guessing by how often letters are, and by the letter before; both on training words.
    marks: findings::Marks,
    look: Look,
    timed: Timed,
}

/// What live controls set.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    prefix: String,
    heat: f64,
}

/// How long reading letters one by one took.
#[derive(Clone, Copy, Debug, Default)]
struct Timed {
    milliseconds: f64,
    letters: u64,
}

impl Speller {
    fn new(settings: &Settings) -> Result<Self, Invalid> {
        let words = Words::of(settings)?;
        let learner = Learner::new(settings, &words)?;
        let some = EXAMINED.min(words.train.len());
        let held = [Held::new(&words.held_out), Held::new(&words.train[..some])];
        let seed = settings.seed()?;
        Ok(Self {
            kind: Kind::new(settings)?,
            marks: findings::Marks::of(&words, &held[1]),
            held,
            order: (0..words.train.len()).collect(),
            next: words.train.len(),
            random: Random::new(seed, BATCHES),
            seed,
            step: 0,
            exams: None,
            look: Look::new(settings)?,
            timed: Timed::default(),
            words,
            learner,
        })
    }

    /// Indices of the next batch; the last of an epoch may be smaller.
    fn draw(&mut self) -> Vec<usize> {
        if self.next >= self.order.len() {
            self.random.shuffle(&mut self.order);
            self.next = 0;
        }
        let start = self.next;
        self.next = (start + BATCH_SIZE).min(self.order.len());
        self.order[start..self.next].to_vec()
    }

    /// Losses of held-out and training words, once an update.
    fn exams(&mut self) -> &[Exam; 2] {
        let Self { learner, held, exams, .. } = self;
        exams.get_or_insert_with(|| [learner.examine(&held[0]), learner.examine(&held[1])])
    }

    fn values(&mut self) -> Vec<f32> {
        let [test, train] = self.exams();
        let (test, train) = (test.loss(), train.loss());
        [libm::exp(test), libm::exp(train), test, train].map(|it| it as f32).to_vec()
    }
}

impl Look {
    fn new(settings: &Settings) -> Result<Self, Invalid> {
        let heat = settings.within("temperature", 0.05, 10.0)?;
        Ok(Self { prefix: settings.word("prefix")?.to_owned(), heat })
    }
}

impl Timed {
    /// One letter, if any has been timed.
    fn mean_ms(&self) -> Option<f64> {
        (self.letters > 0).then(|| self.milliseconds / self.letters as f64)
    }
}

impl Lane for Speller {
    fn advance(&mut self) {
        if self.is_done() {
            return;
        }
        let batch = self.draw();
        let words: Vec<&[u8]> =
            batch.iter().map(|&index| self.words.train[index].as_slice()).collect();
        self.learner.update(&words);
        self.step += 1;
        self.exams = None;
    }

    fn measure(&mut self) -> Vec<f32> {
        self.values()
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        self.exams();
        self.exams.as_ref().map(|exams| panels::all(self, exams)).unwrap_or_default()
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        let now = self.values();
        findings::of(self, &now, history)
    }

    fn adjust(&mut self, settings: &Settings) {
        // The page offers only values that the controls allow.
        if let Ok(look) = Look::new(settings) {
            self.look = look;
        }
    }

    fn has_diverged(&self) -> bool {
        self.learner.has_diverged()
    }

    /// Words are counted once; to count them again changes no share.
    fn is_done(&self) -> bool {
        self.kind == Kind::Counts && self.step >= self.updates_an_epoch()
    }

    fn updates_an_epoch(&self) -> u64 {
        self.words.train.len().div_ceil(BATCH_SIZE) as u64
    }

    fn parameter_count(&self) -> usize {
        self.learner.parameter_count()
    }

    fn weights_hash(&self) -> u64 {
        self.learner.hash()
    }

    fn workloads(&self) -> usize {
        usize::from(self.timed.milliseconds < TIMED_ENOUGH_MS)
    }

    /// Reads a word of about the usual length, letter by letter.
    fn work(&mut self, _index: usize) {
        let word = &self.words.held_out[0];
        let mut chances = vec![0.0; self.words.alphabet()];
        let mut reading = self.learner.reading();
        reading.read(BOUNDARY, 1.0, &mut chances);
        word.iter().for_each(|&letter| reading.read(letter, 1.0, &mut chances));
    }

    fn worked(&mut self, _index: usize, runs: u32, milliseconds: f64) {
        self.timed.letters += u64::from(runs) * (self.words.held_out[0].len() as u64 + 1);
        self.timed.milliseconds += milliseconds;
    }
}
