//! A dense network of up to thirty layers on points in the plane.

use figures::{Finding, FindingKind, Invalid, Panel, Settings};
use nets::activation::Activation;
use nets::dense::statistics::norms;
use nets::dense::{
    Batch, Descent, Examples, Head, Layer, Linear, Mode, Network, Part, Residual, Start,
};
use nets::hash::fnv1a;
use nets::optimiser::Rule;
use nets::random::Random;

use super::{at, decades, deep_panels};
use crate::classifier::{Classifier, streams};
use crate::diagnosis::controls::VANISHING_IN_DEPTH;
use crate::diagnosis::{Evidence, Goal, Good, LayerHealth, Places, Setup, diagnose, of_network};
use crate::history::History;
use crate::lab::Lane;
use crate::tasks::{self, Task};

/// Units of every hidden layer.
pub const UNITS: usize = 16;

/// Rows to train on, and the noise of their places.
const ROWS: usize = 200;
const NOISE: f32 = 0.1;

/// Rows of a batch.
const BATCH_SIZE: usize = 20;

/// Rows that the gradient by layer is taken over.
const PROBE_ROWS: u32 = 64;

/// What a network that fits its training rows puts right; all three sets can be told apart.
const GOOD_ACCURACY: f32 = 0.97;

/// Deviations of first weights that are too small or too large: a layer of 16 such units multiplies
/// its signal by about 0.2 or by 4. Xavier's deviation is 0.25 here.
const SMALL: f32 = 0.05;
const LARGE: f32 = 1.0;

/// What is set.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub depth: usize,
    pub activation: Activation,
    pub start: Start,
    pub residual: Branch,
    pub rule: Rule,
    pub learning_rate: f32,
    pub seed: u32,
}

/// Whether there is a way past each hidden layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Branch {
    /// No.
    None,
    /// What comes in is added to what comes out.
    Plain,
    /// What comes out counts 1 / √(number of blocks) before it is added.
    Scaled,
}

impl Plan {
    fn of(settings: &Settings) -> Result<Self, Invalid> {
        use Activation::{LeakyRelu, Relu, Sigmoid, Tanh};
        let activations =
            [("sigmoid", Sigmoid), ("tanh", Tanh), ("relu", Relu), ("leaky", LeakyRelu)];
        let starts = [
            ("xavier", Start::XavierUniform),
            ("he", Start::HeUniform),
            ("zero", Start::Zero),
            ("small", Start::Normal(SMALL)),
            ("large", Start::Normal(LARGE)),
        ];
        let residuals =
            [("none", Branch::None), ("plain", Branch::Plain), ("scaled", Branch::Scaled)];
        let rules = [("sgd", Rule::Sgd), ("momentum", Rule::Momentum), ("adam", Rule::Adam)];
        Ok(Self {
            depth: settings.count("depth", 1, 30)?,
            activation: settings.choice("activation", &activations)?,
            start: settings.choice("start", &starts)?,
            residual: settings.choice("residual", &residuals)?,
            rule: settings.choice("rule", &rules)?,
            learning_rate: settings.within("rate", 0.0, 10.0)? as f32,
            seed: settings.seed()?,
        })
    }

    pub fn network(&self) -> Network {
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        let mut inputs = 2;
        for layer in 0..self.depth {
            let pair: Vec<Box<dyn Layer>> =
                vec![Box::new(Linear::new(inputs, UNITS, self.start)), Box::new(self.activation)];
            match (layer, self.residual) {
                (0, _) | (_, Branch::None) => layers.extend(pair),
                (_, Branch::Plain) => layers.push(Box::new(Residual::new(UNITS, pair))),
                (_, Branch::Scaled) => {
                    let scale = 1.0 / ((self.depth - 1) as f32).sqrt();
                    layers.push(Box::new(Residual::new(UNITS, pair).scaled(scale)));
                }
            }
            inputs = UNITS;
        }
        layers.push(Box::new(Linear::new(UNITS, 2, self.start)));
        Network::new(2, layers, Head::Softmax)
    }
}

/// A lane of the mode "depth".
pub struct Deep {
    pub plan: Plan,
    pub task: Task,
    pub classifier: Classifier,
    /// The linear layers.
    pub parts: Vec<Part>,
    /// What the gradient by layer is taken with; the classifier's own is that of one batch.
    probe: Probe,
}

struct Probe {
    network: Network,
    batch: Batch,
    gradient: Vec<f32>,
}

impl Deep {
    /// At step 0.
    pub fn open(settings: &Settings) -> Result<Self, Invalid> {
        let plan = Plan::of(settings)?;
        let task = tasks::plane(&tasks::shape(settings.word("data")?)?, NOISE, ROWS, plan.seed);
        let network = plan.network();
        let weights = network.start(&mut Random::new(plan.seed, streams::WEIGHTS));
        let probe = Probe {
            network: network.clone(),
            batch: probe_batch(&task.train),
            gradient: vec![0.0; weights.len()],
        };
        let parts = network.parts().into_iter().filter(|part| part.kind == "linear").collect();
        let descent = Descent::new(plan.rule, plan.learning_rate, BATCH_SIZE);
        let order = Random::new(plan.seed, streams::BATCHES);
        let classifier = Classifier::new(network, weights, &task, descent, order);
        Ok(Self { plan, task, classifier, parts, probe })
    }

    /// The gradient at the weights as they are now.
    pub fn gradient(&mut self) -> &[f32] {
        let Probe { network, batch, gradient } = &mut self.probe;
        let weights = self.classifier.training.weights();
        network.forward(weights, batch, Mode::Training);
        network.backward(weights, batch, gradient);
        gradient
    }

    /// Its norm in each linear layer, the first layer first.
    pub fn gradient_norms(&mut self) -> Vec<f32> {
        self.gradient();
        norms(&self.parts, &self.probe.gradient)
    }

    /// Every linear layer, with the gradient now and the latest update.
    pub fn health(&mut self) -> Vec<LayerHealth> {
        self.gradient();
        let Classifier { training, train, .. } = &mut self.classifier;
        training.examine(train);
        let (before, after) = (training.weights_before(), training.weights());
        of_network(training.network(), &self.probe.gradient, before, after)
    }
}

fn probe_batch(examples: &Examples) -> Batch {
    let mut batch = Batch::new(examples, PROBE_ROWS as usize);
    batch.fill(examples, &(0..PROBE_ROWS).collect::<Vec<u32>>());
    batch
}

impl Lane for Deep {
    fn advance(&mut self) {
        self.classifier.training.update();
    }

    fn measure(&mut self) -> Vec<f32> {
        let [train, test] = self.classifier.scores();
        let norms = self.gradient_norms();
        let arrives = decades(norms[0], norms[norms.len() - 1]);
        vec![train.loss, test.loss, train.accuracy, test.accuracy, arrives]
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        deep_panels::all(self)
    }

    fn findings(&mut self, history: &History) -> Vec<Finding> {
        let now = self.measure();
        let layers = self.health();
        let training = &self.classifier.training;
        let goal = Goal {
            blind_loss: self.task.blind_loss(),
            chance: self.task.chance(),
            good: Good::Accuracy(GOOD_ACCURACY),
        };
        let test_rows = self.task.test.len();
        let seen = Evidence::of(
            training,
            &layers,
            (history, &now),
            PLACES,
            goal,
            test_rows,
            &VANISHING_IN_DEPTH,
        );
        let setup = Setup { activation: Some(self.plan.activation), ..seen.setup };
        diagnose(&Evidence { setup, remedies: self.remedies(), ..seen })
    }

    fn has_diverged(&self) -> bool {
        self.classifier.training.has_diverged()
    }

    fn updates_an_epoch(&self) -> u64 {
        self.classifier.training.updates_an_epoch()
    }

    fn parameter_count(&self) -> usize {
        self.classifier.training.weights().len()
    }

    fn weights_hash(&self) -> u64 {
        fnv1a(self.classifier.training.weights())
    }
}

/// Which measure is what, in both modes.
pub const PLACES: Places =
    Places::new((at::TRAIN_LOSS, at::TEST_LOSS), (at::TRAIN_ACCURACY, at::TEST_ACCURACY));

impl Deep {
    /// What to change, where the first weights, the activation or missing residual paths are to blame.
    fn remedies(&self) -> &'static [(FindingKind, &'static str)] {
        use Activation::Sigmoid;
        match (self.plan.start, self.plan.residual, self.plan.activation) {
            (Start::Normal(deviation), ..) if deviation < 0.1 => &TOO_SMALL,
            (Start::Normal(_), ..) => &TOO_LARGE,
            (_, Branch::Plain, _) => &GROWING,
            (_, Branch::None, Sigmoid) => &FADING_IN_SIGMOIDS,
            (_, Branch::None, _) => &FADING,
            _ => &[],
        }
    }
}

type Remedies = [(FindingKind, &'static str); 2];

const TOO_SMALL: Remedies = {
    let text = "A layer of 16 units with weights of deviation 0.05 passes on a fifth of what it gets. \
                Start with Xavier or He.";
    [(FindingKind::Vanishing, text), (FindingKind::Dead, text)]
};

const TOO_LARGE: Remedies = {
    let text = "A layer of 16 units with weights of deviation 1 gives four times what it gets. \
                Start with Xavier or He.";
    [(FindingKind::Exploding, text), (FindingKind::Diverged, text)]
};

const GROWING: Remedies = {
    let text = "Each block adds its output to what comes in, so signals grow with depth. Scale the \
                branches, or take out layers.";
    [(FindingKind::Exploding, text), (FindingKind::Diverged, text)]
};

const FADING_IN_SIGMOIDS: Remedies = {
    let text = "A sigmoid passes on at most a quarter of it a layer. Use tanh or ReLU, add residual \
                paths, or take out layers.";
    [(FindingKind::Vanishing, text), (FindingKind::Dead, text)]
};

const FADING: Remedies = {
    let text = "Add residual paths with scaled branches, start with He, lower the learning rate, or take \
                out layers.";
    [(FindingKind::Vanishing, text), (FindingKind::Dead, text)]
};
