//! Compression: a digit classifier in training, and beside it, at any step, the same network in fewer
//! bytes: on a grid, with weights or units left out, answering in whole numbers.

mod findings;
mod panels;
mod small;
#[cfg(test)]
mod tests;

use figures::{Better, Finding, Invalid, Measure, Panel, Settings, Sheet, Unit};
use nets::activation::Activation;
use nets::dense::{Batch, Descent, Examples, Head, Layer, Linear, Network, Part, Start, Training};
use nets::hash::fnv1a;
use nets::optimiser::Rule;
use nets::quantise::Dense;
use nets::random::Random;

use crate::datasets;
use crate::history::History;
use crate::lab::{Lab, Lane, Language, Source};
use crate::program;
use small::{Digits, Recipe, Small, agreement};

/// The lab.
pub struct Compression;

const TRAIN_ROWS: usize = 1200;
const TEST_ROWS: usize = 400;
const CALIBRATION_ROWS: usize = 200;
const BATCH_SIZE: usize = 32;

/// Update from which weights that training leaves out stay 0: ten epochs, when the network has
/// learned and there is time to learn again.
const SPARSE_FROM: u64 = 380;

/// Streams of the seed.
const SPLIT: u64 = 50;
const WEIGHTS: u64 = 51;
const BATCHES: u64 = 52;

/// Milliseconds of answering after which a mean says enough.
const TIMED_ENOUGH_MS: f64 = 60.0;

impl Lab for Compression {
    fn slug(&self) -> &'static str {
        "compression"
    }

    fn measures(&self) -> Vec<Measure> {
        let bytes = |id: &str, name: &str| {
            Measure::new(id, name, "bytes stored", Better::Lower, Unit::Bytes)
        };
        vec![
            Measure::loss("train-loss", "train", "loss of the trained network")
                .called("train loss, as trained"),
            Measure::share("float-accuracy", "as trained", "accuracy on test digits")
                .called("test accuracy, as trained"),
            Measure::share("accuracy", "made small", "accuracy on test digits")
                .called("test accuracy, made small"),
            Measure::share("agreement", "same answer as before", "agreement")
                .called("same answer as before"),
            bytes("bytes", "made small").called("stored, made small"),
            bytes("float-bytes", "as trained").called("stored, as trained"),
        ]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        Ok(Box::new(Compressed::new(source.settings)?))
    }

    fn program(&self, source: Source<'_>, steps: u64, language: Language) -> Option<String> {
        let lane = Compressed::new(source.settings).ok()?;
        if lane.sparse_share > 0.0 {
            return None;
        }
        let run = program::Dense {
            what: "A digit classifier, as it is before it is made small.",
            training: &lane.training,
            steps,
            measure: "train-loss",
        };
        Some(program::dense(&run, language))
    }
}

struct Compressed {
    training: Training,
    train: Batch,
    /// Share of weights that training leaves out from [`SPARSE_FROM`] on.
    sparse_share: f32,
    /// Which weights those are.
    is_left_out: Vec<bool>,
    recipe: Recipe,
    /// Layer whose weights are looked at.
    layer: usize,
    digits: Digits,
    compared: Option<Compared>,
    timed: [Timed; 2],
}

/// The network as trained and made small, since the last change of either.
struct Compared {
    trained: Vec<Dense>,
    float: Small,
    small: Small,
}

/// How long answering all test digits once takes: the network as trained, and made small.
#[derive(Clone, Copy, Debug, Default)]
struct Timed {
    milliseconds: f64,
    runs: u32,
}

impl Compressed {
    fn new(settings: &Settings) -> Result<Self, Invalid> {
        let (units, layers) = (settings.count("units", 4, 64)?, settings.count("layers", 1, 2)?);
        let learning_rate = settings.within("rate", 0.0001, 0.1)? as f32;
        let sparse_share = settings.within("sparse-training", 0.0, 99.0)? as f32 / 100.0;
        let seed = settings.seed()?;
        let (examples, digits) = parted(&datasets::digits(), seed);
        let network = network(examples.width, units, layers);
        let weights = network.start(&mut Random::new(seed, WEIGHTS));
        let descent = Descent::new(Rule::Adam, learning_rate, BATCH_SIZE);
        let train = Batch::of(&examples);
        let order = Random::new(seed, BATCHES);
        Ok(Self {
            is_left_out: Vec::new(),
            training: Training::new(network, weights, examples, descent, order),
            train,
            sparse_share,
            recipe: Recipe::new(settings)?,
            layer: settings.count("layer", 1, 3)?,
            digits,
            compared: None,
            timed: [Timed::default(); 2],
        })
    }

    fn compare(&mut self) -> &mut Compared {
        let Self { training, recipe, digits, compared, .. } = self;
        compared.get_or_insert_with(|| Compared::new(layers(training), recipe, digits))
    }

    /// Chooses the weights that training leaves out, once, and keeps them at 0.
    fn leave_out(&mut self) {
        if self.sparse_share == 0.0 || self.training.step() < SPARSE_FROM {
            return;
        }
        if self.is_left_out.is_empty() {
            let mut layers = layers(&self.training);
            nets::quantise::prune::smallest_weights(&mut layers, self.sparse_share);
            let flags = layers.iter().flat_map(|layer| {
                let weights = layer.weights.iter().map(|&weight| weight == 0.0);
                weights.chain(layer.biases.iter().map(|_| false))
            });
            self.is_left_out = flags.collect();
            // Few weights are walked in another way.
            self.timed = [Timed::default(); 2];
        }
        let weights = self.training.weights_mut().iter_mut().zip(&self.is_left_out);
        weights.filter(|(_, left_out)| **left_out).for_each(|(weight, _)| *weight = 0.0);
    }
}

impl Compared {
    fn new(trained: Vec<Dense>, recipe: &Recipe, digits: &Digits) -> Self {
        let float = Small::new(&trained, &Recipe::plain(), digits);
        let small = Small::new(&trained, recipe, digits);
        Self { trained, float, small }
    }
}

/// The trained layers.
fn layers(training: &Training) -> Vec<Dense> {
    let weights = training.weights();
    let layer = |part: &Part| {
        let (matrix, all) = (part.penalised.clone(), part.all.clone());
        let biases = weights[matrix.end..all.end].to_vec();
        let inputs = matrix.len() / biases.len();
        Dense { inputs, weights: weights[matrix].to_vec(), biases }
    };
    training.parts().iter().map(layer).collect()
}

/// Digits in an order that the seed decides: training rows from its beginning, test rows from its
/// end.
fn parted(sheet: &Sheet, seed: u32) -> (Examples, Digits) {
    let mut order: Vec<usize> = (0..sheet.rows()).collect();
    Random::new(seed, SPLIT).shuffle(&mut order);
    let rows = |part: &[usize]| -> Vec<f32> {
        part.iter().flat_map(|&row| sheet.row(row)).copied().collect()
    };
    let labels =
        |part: &[usize]| -> Vec<u8> { part.iter().map(|&row| sheet.labels[row]).collect() };
    let (train, test) = (&order[..TRAIN_ROWS], &order[order.len() - TEST_ROWS..]);
    let examples =
        Examples::classes(sheet.columns.len(), rows(train), &labels(train), sheet.classes.len());
    let calibration = rows(&train[..CALIBRATION_ROWS]);
    (examples, Digits { rows: rows(test), labels: labels(test), calibration })
}

fn network(inputs: usize, units: usize, layers: usize) -> Network {
    let mut stack: Vec<Box<dyn Layer>> = Vec::new();
    let mut width = inputs;
    for _ in 0..layers {
        stack.push(Box::new(Linear::new(width, units, Start::HeUniform)));
        stack.push(Box::new(Activation::Relu));
        width = units;
    }
    stack.push(Box::new(Linear::new(width, 10, Start::XavierUniform)));
    Network::new(inputs, stack, Head::Softmax)
}

impl Timed {
    /// One run, if there have been any.
    fn mean_ms(&self) -> Option<f64> {
        (self.runs > 0).then(|| self.milliseconds / f64::from(self.runs))
    }
}

impl Lane for Compressed {
    fn advance(&mut self) {
        self.training.update();
        self.leave_out();
        self.compared = None;
    }

    fn measure(&mut self) -> Vec<f32> {
        let (loss, _) = self.training.examine(&self.train);
        self.compare();
        let (Some(Compared { float, small, .. }), digits) = (&self.compared, &self.digits) else {
            return Vec::new();
        };
        vec![
            loss,
            float.accuracy(digits),
            small.accuracy(digits),
            agreement(&small.classes, &float.classes),
            small.bytes() as f32,
            float.bytes() as f32,
        ]
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        self.compare();
        self.compared.as_ref().map(|compared| panels::all(self, compared)).unwrap_or_default()
    }

    fn findings(&mut self, _history: &History) -> Vec<Finding> {
        self.compare();
        self.compared.as_ref().map(|compared| findings::of(self, compared)).unwrap_or_default()
    }

    fn adjust(&mut self, settings: &Settings) {
        // The page offers only values that the controls allow.
        let (Ok(recipe), Ok(layer)) = (Recipe::new(settings), settings.count("layer", 1, 3)) else {
            return;
        };
        self.layer = layer;
        if recipe != self.recipe {
            self.recipe = recipe;
            self.compared = None;
            self.timed = [Timed::default(); 2];
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

    fn workloads(&self) -> usize {
        let is_enough = self.timed.iter().all(|timed| timed.milliseconds >= TIMED_ENOUGH_MS);
        if is_enough { 0 } else { self.timed.len() }
    }

    fn work(&mut self, index: usize) {
        let Compared { float, small, .. } = self.compare();
        [float, small][index].runner.run();
    }

    fn worked(&mut self, index: usize, runs: u32, milliseconds: f64) {
        self.timed[index].runs += runs;
        self.timed[index].milliseconds += milliseconds;
    }
}
