//! Runs that are broken on purpose are called what they are, with a number and the setting to change;
//! healthy ones raise no alarm. Real runs, over several seeds.

use std::path::Path;

use content::authoring;
use content::lab::Lab;
use figures::{Finding, FindingKind, Settings};
use labs::diagnosis::controls;
use labs::diagnosis::{Evidence, Goal, Good, Places, Setup, diagnose, of_network};
use labs::{Experiment, History};
use nets::activation::Activation;
use nets::boundary::{Source, generate};
use nets::dense::{Batch, Descent, Examples, Head, Layer, Linear, Network, Start, Training};
use nets::optimiser::Rule;
use nets::random::Random;

const SEEDS: [u32; 5] = [7, 8, 9, 10, 11];

/// A lab with every control at its default.
fn lab(slug: &str) -> (Lab, Settings) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    let library = authoring::load(&root, "/").expect("the content is valid");
    let mut labs = library.labs.into_iter().filter_map(|reading| reading.lab);
    let lab = labs.find(|lab| lab.slug == slug).expect("the lab is declared");
    let defaults = lab.defaults();
    (lab, defaults)
}

/// What a lab says of a run, from each seed.
fn runs(slug: &str, change: impl Fn(Settings) -> Settings, steps: u64) -> Vec<Vec<Finding>> {
    let (lab, defaults) = lab(slug);
    let run = |seed: &u32| {
        let settings = change(defaults.clone()).with("seed", f64::from(*seed));
        let mut run = Experiment::open(&lab.slug, vec![settings], None).expect("valid settings");
        run.advance(0, steps);
        run.view(0).findings
    };
    SEEDS.iter().map(run).collect()
}

/// The first finding of every run is of this kind and says these words, one of several where they
/// are parted by a stroke.
#[track_caller]
fn check(runs: Vec<Vec<Finding>>, kind: FindingKind, words: &[&str]) {
    for (findings, seed) in runs.iter().zip(SEEDS) {
        let first = &findings[0];
        assert_eq!(first.kind, kind, "seed {seed}: {findings:?}");
        let text = first.text.replace('\u{a0}', " ");
        for word in words {
            let is_said = word.split('|').any(|word| text.contains(word));
            assert!(is_said, "seed {seed}: {word:?} is not in {text:?}");
        }
    }
}

/// Two hidden layers or more that no lab offers, trained on two moons: what is said after `STEPS`.
fn trained(hidden: &[Linear], activation: Activation, rate: f32) -> Vec<Vec<Finding>> {
    let run = |seed: &u32| {
        let mut layers: Vec<Box<dyn Layer>> = Vec::new();
        for layer in hidden {
            layers.push(Box::new(layer.clone()));
            layers.push(Box::new(activation));
        }
        layers.push(Box::new(Linear::new(UNITS, 1, Start::XavierUniform)));
        Moons::new(Network::new(2, layers, Head::Squared), rate, *seed).findings(activation, rate)
    };
    SEEDS.iter().map(run).collect()
}

const UNITS: usize = 16;
const STEPS: u64 = 400;
const BATCH_SIZE: usize = 20;

/// Layers of [`UNITS`] units, so many of them.
fn stack(count: usize, start: Start, bias: f32) -> Vec<Linear> {
    let inputs = |index: usize| if index == 0 { 2 } else { UNITS };
    (0..count).map(|index| Linear::new(inputs(index), UNITS, start).with_bias(bias)).collect()
}

/// A network in training on two hundred points of two moons, labelled −1 and 1.
struct Moons {
    training: Training,
    train: Batch,
    test: Batch,
    history: History,
}

impl Moons {
    fn new(network: Network, rate: f32, seed: u32) -> Self {
        let points = generate(&Source::Moons, 0.1, &mut Random::new(seed, 1));
        let half = |part: usize| {
            // Classes alternate in the list, so halves take them in pairs.
            let mine = || points.chunks_exact(2).skip(part).step_by(2).flatten();
            let places = mine().flat_map(|point| [point.x, point.y]).collect();
            Examples::values(2, places, mine().map(|point| point.label()).collect())
        };
        let (train, test) = (half(0), half(1));
        let weights = network.start(&mut Random::new(seed, 2));
        let descent = Descent::new(Rule::Sgd, rate, BATCH_SIZE);
        let (train_batch, test_batch) = (Batch::of(&train), Batch::of(&test));
        let order = Random::new(seed, 3);
        let training = Training::new(network, weights, train, descent, order);
        Self { training, train: train_batch, test: test_batch, history: History::default() }
    }

    fn losses(&mut self) -> Vec<f32> {
        [&self.test, &self.train].map(|batch| self.training.examine(batch).0).to_vec()
    }

    fn findings(mut self, activation: Activation, learning_rate: f32) -> Vec<Finding> {
        for step in 0..STEPS {
            if self.history.wants(step) {
                let losses = self.losses();
                self.history.push(step, losses);
            }
            self.training.update();
            if self.training.has_diverged() {
                break;
            }
        }
        // The training rows come last: the layers' answers are to them.
        let now = self.losses();
        let training = &self.training;
        let (before, after) = (training.weights_before(), training.weights());
        let layers = of_network(training.network(), training.gradient(), before, after);
        diagnose(&Evidence {
            step: training.step(),
            updates_an_epoch: 10,
            diverged_at_step: training.has_diverged().then_some(training.step()),
            layers: &layers,
            history: &self.history,
            now: &now,
            places: Places { test_loss: 0, train_loss: 1, ..Places::default() },
            goal: Goal { blind_loss: 0.5, chance: 0.0, good: Good::Loss(0.0) },
            train_rows: 200,
            test_rows: 200,
            parameters: after.len(),
            setup: Setup {
                learning_rate,
                batch_size: BATCH_SIZE,
                activation: Some(activation),
                ..Setup::default()
            },
            controls: &controls::VANISHING_IN_DEPTH,
            features: &[],
            is_own: false,
            shared_rows: 0.0,
            new_accuracy: None,
            remedies: &[],
        })
    }
}

#[test]
fn a_learning_rate_that_is_too_high() {
    let relu = stack(2, Start::HeUniform, 0.0);
    let words = ["stopped being finite at step", "learning rate from 3 to 0.3"];
    check(trained(&relu, Activation::Relu, 3.0), FindingKind::Diverged, &words);
    // A tanh at the end bounds the loss: nothing overflows, and nothing is learned either.
    let findings = runs("decision-boundary", |it| it.with("lr", 10.0).with("act", "relu"), 3000);
    for finding in findings.iter().map(|findings| &findings[0]) {
        assert!(finding.text.contains("learning rate from 10 to"), "{findings:?}");
    }
}

#[test]
fn weights_that_all_start_at_zero() {
    for activation in [Activation::Tanh, Activation::Sigmoid, Activation::Relu] {
        let zero = stack(2, Start::Zero, 0.0);
        let words = ["All 16 units of layer", "random weights"];
        check(trained(&zero, activation, 0.1), FindingKind::Symmetric, &words);
    }
}

#[test]
fn twelve_layers_of_sigmoids() {
    let deep = stack(12, Start::XavierUniform, 0.0);
    let words = ["at layer 1", "A sigmoid passes on at most a quarter", "take out layers"];
    check(trained(&deep, Activation::Sigmoid, 0.1), FindingKind::Vanishing, &words);
}

#[test]
fn rectified_units_with_a_large_negative_bias() {
    let low = stack(2, Start::HeUniform, -6.0);
    let words = ["16 of 16 units in layer 1", "never above zero", "from 0.1 to 0.01"];
    check(trained(&low, Activation::Relu, 0.1), FindingKind::Dead, &words);
}

#[test]
fn a_tiny_training_set_with_a_large_network() {
    let tiny =
        |settings: Settings| settings.with("noise", 0.4).with("split", 0.9).with("hidden", "8,8,8");
    let words = ["177 parameters learn 40 rows", "Train on more rows", "raise L2"];
    check(runs("decision-boundary", tiny, 6000), FindingKind::OverFitting, &words);
}

#[test]
fn labels_that_leak_into_features() {
    let label = |settings: Settings| settings.with("leak", "label");
    let words = ["One threshold on x₂", "shuffled", "known before the answer"];
    check(runs("decision-boundary", label, 2000), FindingKind::Leaking, &words);
    let rows = |settings: Settings| settings.with("leak", "rows");
    let words = ["100.0 % of the test rows are training rows", "before splitting"];
    check(runs("decision-boundary", rows, 2000), FindingKind::Leaking, &words);
}

#[test]
fn healthy_runs_raise_no_alarm() {
    let healthy = |change: fn(Settings) -> Settings, steps: u64| {
        for findings in runs("decision-boundary", change, steps) {
            let [finding] = &findings[..] else { panic!("{findings:?}") };
            assert_eq!(finding.kind, FindingKind::Healthy, "{}", finding.text);
        }
    };
    healthy(|it| it, 6000);
    healthy(|it| it.with("act", "relu").with("hidden", "8,8"), 6000);
    healthy(|it| it.with("opt", "adam").with("lr", 0.01), 6000);
    healthy(|it| it.with("data", "blobs"), 1000);
    healthy(|it| it.with("data", "blobs").with("hidden", ""), 1000);
    healthy(|it| it.with("data", "circles"), 6000);
    healthy(|it| it.with("noise", 0.3), 2000);
}

#[test]
fn nothing_is_an_alarm_while_a_run_is_on_its_way() {
    for steps in [0, 1, 10, 50, 200, 1000, 3000] {
        for findings in runs("decision-boundary", |settings| settings, steps) {
            let is_calm =
                |it: &Finding| matches!(it.kind, FindingKind::Healthy | FindingKind::Note);
            assert!(findings.iter().all(is_calm), "{steps}: {findings:?}");
        }
    }
}
