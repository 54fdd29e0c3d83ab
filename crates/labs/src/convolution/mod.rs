//! A small convolutional network on handwritten digits, its kernels and maps as it sees them, and a
//! digit that the visitor draws.

mod design;
mod digits;
mod findings;
mod panels;
#[cfg(test)]
mod tests;

use figures::{Finding, Invalid, Measure, Panel, Settings};
use nets::dense::{Batch, Descent, Head, Network, Training};
use nets::hash::fnv1a;
use nets::optimiser::Rule;
use nets::random::Random;

use crate::history::History;
use crate::lab::{Lab, Lane, Language, Source};
use crate::program;
use design::Design;
use digits::{Digits, PIXELS, TEST_ROWS};

/// The lab.
pub struct Convolution;

/// Streams of the seed.
mod streams {
    /// First weights.
    pub const WEIGHTS: u64 = 1;
    /// The order of batches.
    pub const BATCHES: u64 = 2;
    /// Which digits are held out.
    pub const SPLIT: u64 = 3;
}

/// Index of each measure.
mod places {
    pub const TRAIN_LOSS: usize = 0;
    pub const TEST_LOSS: usize = 1;
    pub const TRAIN_ACCURACY: usize = 2;
    pub const TEST_ACCURACY: usize = 3;
    pub const SHIFTED_ACCURACY: usize = 4;
}

impl Lab for Convolution {
    fn slug(&self) -> &'static str {
        "convolution"
    }

    fn measures(&self) -> Vec<Measure> {
        vec![
            Measure::loss("train-loss", "train", "loss: cross-entropy"),
            Measure::loss("test-loss", "test", "loss: cross-entropy"),
            Measure::share("train-accuracy", "train", "accuracy"),
            Measure::share("test-accuracy", "test", "accuracy"),
            Measure::share("shifted-accuracy", "test, shifted by a pixel", "accuracy")
                .called("test accuracy, shifted by a pixel"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        Ok(Box::new(Reader::open(source.settings)?))
    }

    fn program(&self, source: Source<'_>, steps: u64, language: Language) -> Option<String> {
        let lane = Reader::open(source.settings).ok()?;
        let run = program::Dense {
            what: "A small network that reads handwritten digits.",
            training: &lane.training,
            steps,
            measure: "train-loss",
        };
        Some(program::dense_on_first(&run, lane.digits.train_sample.len(), language))
    }
}

/// What is looked at, which changes nothing in the run.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    /// What the visitor drew, if anything.
    drawn: Option<Vec<f32>>,
    /// Otherwise this digit of the test set.
    example: usize,
}

impl Look {
    fn read(settings: &Settings) -> Result<Self, Invalid> {
        Ok(Self {
            drawn: digits::drawn(settings.word("digit")?)?,
            example: settings.count("example", 1, TEST_ROWS)? - 1,
        })
    }
}

/// A lane: a network in training.
struct Reader {
    training: Training,
    design: Design,
    digits: Digits,
    /// The first of the training digits, all of the test digits, and these moved.
    examined: [Batch; 3],
    /// The measures at the step they were last asked for.
    measured: Option<(u64, Vec<f32>)>,
    look: Look,
}

impl Reader {
    fn open(settings: &Settings) -> Result<Self, Invalid> {
        let seed = settings.seed()?;
        let design = Design::read(settings)?;
        let rows = settings.count("rows", 20, digits::TRAIN_ROWS)?;
        let is_augmented = settings.flag("augment")?;
        let digits = Digits::split(rows, is_augmented, &mut Random::new(seed, streams::SPLIT));
        let rule = settings.choice(
            "rule",
            &[("adam", Rule::Adam), ("momentum", Rule::Momentum), ("sgd", Rule::Sgd)],
        )?;
        let rate = settings.within("rate", 1e-5, 10.0)? as f32;
        let batch_size = settings.count("batch", 1, 256)?;
        let network = Network::new(PIXELS, design.layers(), Head::Softmax);
        let weights = network.start(&mut Random::new(seed, streams::WEIGHTS));
        let order = Random::new(seed, streams::BATCHES);
        let descent = Descent::new(rule, rate, batch_size);
        let examined = [&digits.train_sample, &digits.test, &digits.shifted].map(Batch::of);
        let training = Training::new(network, weights, digits.train.clone(), descent, order);
        let look = Look::read(settings)?;
        Ok(Self { training, design, digits, examined, measured: None, look })
    }

    /// The picture that is looked at, and what it is where that is known.
    fn picture(&self) -> (&[f32], Option<u8>) {
        match &self.look.drawn {
            Some(drawn) => (drawn, None),
            None => self.digits.test_digit(self.look.example),
        }
    }
}

impl Lane for Reader {
    fn advance(&mut self) {
        self.training.update();
    }

    fn measure(&mut self) -> Vec<f32> {
        let step = self.training.step();
        if let Some((measured_at, values)) = &self.measured
            && *measured_at == step
        {
            return values.clone();
        }
        let [train, test, shifted] = &self.examined;
        let (train_loss, train_accuracy) = self.training.examine(train);
        let (test_loss, test_accuracy) = self.training.examine(test);
        let (_, shifted_accuracy) = self.training.examine(shifted);
        let values = vec![train_loss, test_loss, train_accuracy, test_accuracy, shifted_accuracy];
        self.measured = Some((step, values.clone()));
        values
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        panels::all(self)
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        findings::all(self, history)
    }

    fn adjust(&mut self, settings: &Settings) {
        if let Ok(look) = Look::read(settings) {
            self.look = look;
        }
    }

    fn has_diverged(&self) -> bool {
        self.training.has_diverged()
    }

    fn updates_an_epoch(&self) -> u64 {
        self.training.updates_an_epoch()
    }

    fn parameter_count(&self) -> usize {
        self.training.weights().len()
    }

    fn weights_hash(&self) -> u64 {
        fnv1a(self.training.weights())
    }
}
