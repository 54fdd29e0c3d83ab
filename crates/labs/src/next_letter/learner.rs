//! What learns: counts, or a network with its optimiser. Both see the same batches of words.

use figures::{Invalid, Settings};
use nets::hash::fnv1a;
use nets::language::{self, BOUNDARY, Decoder, Model, Reader, Recurrent, Window, cross_entropy};
use nets::optimiser::{Optimiser, Rule};
use nets::random::Random;
use nets::recurrent::Cell;

use super::counts::Counts;
use super::text::Words;

/// Stream of the seed that first weights are drawn from.
const WEIGHTS: u64 = 61;

/// Numbers that a letter is looked up as by the multilayer perceptron.
pub const TABLE_WIDTH: usize = 10;

/// Heads of the transformer.
pub const HEADS: usize = 4;

/// Words that are examined at once.
const CHUNK: usize = 64;

/// Which model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Counts,
    Window,
    Rnn,
    Lstm,
    Transformer,
}

impl Kind {
    /// Reads the control `model`.
    pub fn new(settings: &Settings) -> Result<Self, Invalid> {
        let choices = [
            ("n-gram", Self::Counts),
            ("mlp", Self::Window),
            ("rnn", Self::Rnn),
            ("lstm", Self::Lstm),
            ("transformer", Self::Transformer),
        ];
        settings.choice("model", &choices)
    }
}

/// A model in training.
pub enum Learner {
    Counts(Counts),
    Network(Box<Network>),
}

/// A network and its optimiser.
pub struct Network {
    pub model: Box<dyn Model>,
    pub weights: Vec<f32>,
    gradient: Vec<f32>,
    slopes: Vec<f32>,
    optimiser: Optimiser,
    pub learning_rate: f32,
    has_diverged: bool,
}

/// Losses of an examination, in nats, by the place in the word; ends count as one place more.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exam {
    pub sums: Vec<f64>,
    pub guesses: Vec<u32>,
}

/// Words to be examined, shortest first, in chunks of about the same length.
pub struct Held {
    words: Vec<Vec<u8>>,
    chunks: Vec<language::Words>,
}

impl Held {
    pub fn new(words: &[Vec<u8>]) -> Self {
        let mut words = words.to_vec();
        words.sort_by_key(Vec::len);
        let batch = |chunk: &[Vec<u8>]| language::Words::of(chunk.iter().map(Vec::as_slice));
        let chunks = words.chunks(CHUNK).map(batch).collect();
        Self { words, chunks }
    }

    /// Letters and ends.
    pub fn guesses(&self) -> usize {
        self.words.iter().map(|word| word.len() + 1).sum()
    }
}

impl Learner {
    /// The model that the controls ask for, at step 0.
    pub fn new(settings: &Settings, words: &Words) -> Result<Self, Invalid> {
        let (letters, seed) = (words.alphabet(), settings.seed()?);
        let units = settings.count("units", 4, 64)?;
        let learning_rate = settings.within("rate", 0.00001, 10.0)? as f32;
        let model: Box<dyn Model> = match Kind::new(settings)? {
            Kind::Counts => return Ok(Self::Counts(Counts::new(settings, letters)?)),
            Kind::Window => {
                let places = settings.count("back", 0, 6)?.max(1);
                Box::new(Window::new(letters, places, TABLE_WIDTH, units))
            }
            Kind::Rnn => Box::new(Recurrent::new(Cell::Rnn, letters, units)),
            Kind::Lstm => Box::new(Recurrent::new(Cell::Lstm, letters, units)),
            Kind::Transformer => {
                let blocks = settings.count("blocks", 1, 3)?;
                let width = units.next_multiple_of(HEADS);
                Box::new(Decoder::new(letters, words.longest() + 1, blocks, HEADS, width))
            }
        };
        let weights = model.start(&mut Random::new(seed, WEIGHTS));
        let optimiser = Optimiser::new(Rule::Adam, weights.len());
        Ok(Self::Network(Box::new(Network {
            gradient: vec![0.0; weights.len()],
            slopes: Vec::new(),
            has_diverged: false,
            model,
            weights,
            optimiser,
            learning_rate,
        })))
    }

    /// Learns from these words.
    pub fn update(&mut self, words: &[&[u8]]) {
        match self {
            Self::Counts(counts) => words.iter().for_each(|word| counts.add(word)),
            Self::Network(network) => network.update(&language::Words::of(words.iter().copied())),
        }
    }

    /// What guessing every letter of these words costs.
    pub fn examine(&mut self, held: &Held) -> Exam {
        let mut exam = Exam::default();
        match self {
            Self::Counts(counts) => {
                for word in &held.words {
                    let losses = counts.losses(word);
                    losses.iter().enumerate().for_each(|(place, loss)| exam.add(place, *loss));
                }
            }
            Self::Network(network) => {
                let Network { model, weights, slopes, .. } = &mut **network;
                for words in &held.chunks {
                    let scores = model.forward(weights, words);
                    cross_entropy(scores, words, slopes, |at, loss| {
                        exam.add(at % words.time, loss)
                    });
                }
            }
        }
        exam
    }

    /// Something to read or write one word with.
    pub fn reading(&self) -> Reading<'_> {
        match self {
            Self::Counts(counts) => Reading::Counts { counts, word: Vec::new(), is_open: false },
            Self::Network(network) => {
                Reading::Network { weights: &network.weights, reader: network.model.reader() }
            }
        }
    }

    /// Numbers that are learned.
    pub fn parameter_count(&self) -> usize {
        match self {
            Self::Counts(counts) => counts.stored(),
            Self::Network(network) => network.weights.len(),
        }
    }

    pub fn hash(&self) -> u64 {
        match self {
            Self::Counts(counts) => fnv1a(&counts.numbers()),
            Self::Network(network) => fnv1a(&network.weights),
        }
    }

    pub fn has_diverged(&self) -> bool {
        matches!(self, Self::Network(network) if network.has_diverged)
    }
}

impl Network {
    fn update(&mut self, words: &language::Words) {
        let Self { model, weights, gradient, slopes, optimiser, .. } = self;
        let mut loss = 0.0;
        cross_entropy(model.forward(weights, words), words, slopes, |_, it| loss += it);
        model.backward(weights, words, slopes, gradient);
        optimiser.update(self.learning_rate, weights, gradient);
        self.has_diverged = !loss.is_finite() || weights.iter().any(|it| !it.is_finite());
    }
}

impl Exam {
    fn add(&mut self, place: usize, loss: f64) {
        if self.sums.len() <= place {
            self.sums.resize(place + 1, 0.0);
            self.guesses.resize(place + 1, 0);
        }
        self.sums[place] += loss;
        self.guesses[place] += 1;
    }

    /// Mean loss of a guess in nats.
    pub fn loss(&self) -> f64 {
        self.sums.iter().sum::<f64>() / f64::from(self.guesses.iter().sum::<u32>())
    }
}

/// One word on its way, letter by letter.
pub enum Reading<'a> {
    Counts { counts: &'a Counts, word: Vec<u8>, is_open: bool },
    Network { weights: &'a [f32], reader: Box<dyn Reader> },
}

impl Reading<'_> {
    /// Chances of what comes next after one more token, the first of which is the boundary; `heat`
    /// evens them out or sharpens them.
    pub fn read(&mut self, token: u8, heat: f64, chances: &mut [f64]) {
        match self {
            Self::Counts { counts, word, is_open } => {
                if *is_open {
                    word.push(token);
                }
                *is_open = true;
                counts.chances(word, word.len(), chances);
                chances.iter_mut().for_each(|chance| *chance = libm::log(*chance));
            }
            Self::Network { weights, reader } => {
                let scores = reader.read(weights, token);
                for (chance, score) in chances.iter_mut().zip(scores) {
                    *chance = f64::from(*score);
                }
            }
        }
        let highest = chances.iter().fold(f64::MIN, |highest, it| highest.max(*it));
        chances.iter_mut().for_each(|it| *it = libm::exp((*it - highest) / heat));
        let sum: f64 = chances.iter().sum();
        chances.iter_mut().for_each(|it| *it /= sum);
    }

    /// Chances after the boundary and these letters.
    pub fn after(mut self, letters: &[u8], heat: f64, count: usize) -> Vec<f64> {
        let mut chances = vec![0.0; count];
        self.read(BOUNDARY, heat, &mut chances);
        letters.iter().for_each(|&letter| self.read(letter, heat, &mut chances));
        chances
    }
}
