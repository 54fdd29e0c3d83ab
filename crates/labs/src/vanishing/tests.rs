//! What arrives at the first layer or the first step is what theory says, and the diagnosis sees what
//! is wrong.

use figures::{FindingKind, Settings};
use nets::activation::Activation;
use nets::dense::Mode;

use super::deep::Deep;
use super::memory::Memory;
use super::*;

fn deep() -> Settings {
    let model = Settings::default().with("mode", "depth").with("depth", 12.0);
    let model =
        model.with("activation", "sigmoid").with("residual", "none").with("start", "xavier");
    let training = model.with("rule", "sgd").with("rate", 0.1);
    training.with("data", "moons").with("seed", 7.0)
}

fn memory() -> Settings {
    let model = Settings::default().with("mode", "memory").with("cell", "rnn").with("gain", 1.0);
    let data = model.with("length", 20.0).with("sequence", 1.0).with("seed", 7.0);
    data.with("forget", 1.0).with("clip", 0.0).with("memory-rate", 0.01)
}

/// What a page would show after so many steps.
fn findings(settings: Settings, steps: u64) -> Vec<(FindingKind, String)> {
    let mut run = crate::Experiment::open("vanishing-gradients", vec![settings], None).unwrap();
    run.advance(0, steps);
    run.view(0).findings.into_iter().map(|it| (it.kind, it.text.replace('\u{a0}', " "))).collect()
}

/// The first finding, its kind and parts of its text.
#[track_caller]
fn check(settings: Settings, steps: u64, kind: FindingKind, words: &[&str]) {
    let found = findings(settings, steps);
    assert_eq!(found[0].0, kind, "{found:?}");
    assert!(words.iter().all(|word| found[0].1.contains(word)), "{found:?}");
    assert!(kind != FindingKind::Healthy || found.len() == 1, "{found:?}");
}

#[test]
fn what_arrives_is_the_gradient_that_finite_differences_find() {
    let settings = deep().with("depth", 5.0).with("activation", "tanh").with("residual", "scaled");
    let mut lane = Deep::open(&settings).unwrap();
    let gradient = lane.gradient().to_vec();
    let (first, last) = (lane.parts[0].all.clone(), lane.parts[5].all.clone());
    // The same 64 rows; the loss in double differences would drown in rounding beyond this step.
    let rows: Vec<u32> = (0..64).collect();
    let mut batch = nets::dense::Batch::new(&lane.task.train, 64);
    batch.fill(&lane.task.train, &rows);
    let weights = lane.classifier.training.weights().to_vec();
    let mut network = lane.plan.network();
    let mut loss = |index: usize, by: f32| {
        let mut moved = weights.clone();
        moved[index] += by;
        network.forward(&moved, &batch, Mode::Training);
        network.loss(&batch)
    };
    let mut norm = |range: std::ops::Range<usize>| {
        let slope = |index: usize| (loss(index, 3e-3) - loss(index, -3e-3)) / 6e-3;
        range.map(slope).map(|slope| slope * slope).sum::<f32>().sqrt()
    };
    let theirs = [norm(first), norm(last)];
    let norms = lane.gradient_norms();
    assert!((norms[0] / theirs[0] - 1.0).abs() < 0.01, "{norms:?}, {theirs:?}");
    assert!((norms[5] / theirs[1] - 1.0).abs() < 0.01, "{norms:?}, {theirs:?}");
    assert_eq!(lane.measure()[4], (norms[0] / norms[5]).log10());
    assert!(gradient.iter().all(|slope| slope.is_finite()));
}

/// Norms of the gradient by layer at the first weights.
fn norms_at_start(settings: &Settings) -> Vec<f32> {
    Deep::open(settings).unwrap().gradient_norms()
}

#[test]
fn a_sigmoid_passes_on_at_most_a_quarter_times_the_norm_of_its_weights() {
    let lane = Deep::open(&deep()).unwrap();
    let weights = lane.classifier.training.weights().to_vec();
    // The spectral norm is at most the Frobenius norm; the weighted inputs are answers, within 0 and 1.
    let bound: f32 = lane.parts[2..]
        .iter()
        .map(|part| {
            let matrix = &weights[part.penalised.clone()];
            0.25 * matrix.iter().map(|it| it * it).sum::<f32>().sqrt()
        })
        .product();
    let norms = norms_at_start(&deep());
    // What comes into layer 2 and into the output is about as long: 16 answers near a half.
    assert!(norms[1] < 4.0 * bound * norms[12], "{norms:?}, {bound}");
    assert!(norms[0] < 1e-5 * norms[12], "{norms:?}");
}

#[test]
fn rectified_units_need_he() {
    let settings = deep().with("activation", "leaky").with("depth", 20.0);
    let (xavier, he) = (norms_at_start(&settings), norms_at_start(&settings.with("start", "he")));
    // 2^(−19 / 2) in signals and gradients alike, so the ratio of first to last shows nothing.
    assert!(xavier[0] < 0.02 * he[0], "{} against {}", xavier[0], he[0]);
    assert!(decades(xavier[0], xavier[20]).abs() < 1.0, "{xavier:?}");
}

#[test]
fn plain_blocks_double_the_square_and_scaled_ones_do_not() {
    let settings = deep().with("activation", "leaky").with("depth", 30.0).with("start", "he");
    let squares = |residual: &str| {
        let mut lane = Deep::open(&settings.clone().with("residual", residual)).unwrap();
        let Deep { classifier, .. } = &mut lane;
        classifier.training.examine(&classifier.train);
        let mut kept = Vec::new();
        classifier.training.network().stack().each_answer(
            &mut |kind: Option<Activation>, answers, _| {
                if kind.is_none() {
                    kept.push(answers.iter().map(|it| (*it * *it).sum()).sum::<f32>());
                }
            },
        );
        // Answers that are no activation's: sums within blocks and what blocks answer, in turn.
        let count = kept.len();
        kept[count - 2] / kept[2]
    };
    let (plain, scaled) = (squares("plain"), squares("scaled"));
    // 2^28, and more because rectified answers have a mean that adds up with what comes in.
    assert!((2.7e8..1e16).contains(&plain), "{plain}");
    assert!((1.0..5000.0).contains(&scaled), "{scaled}");
}

#[test]
fn broken_depth_is_told_by_what_broke_it() {
    use FindingKind::{Diverged, Saturated, Symmetric, Vanishing};
    check(deep(), 100, Vanishing, &["at most a quarter", "residual paths"]);
    check(deep().with("start", "small"), 100, Vanishing, &["0.05", "Xavier or He"]);
    check(deep().with("start", "zero"), 60, Symmetric, &["random weights"]);
    let large = deep().with("start", "large");
    check(large.clone().with("activation", "relu"), 20, Diverged, &["step 2", "four times"]);
    check(large.with("activation", "tanh"), 400, Saturated, &["Start from smaller weights"]);
    let plain = deep().with("activation", "leaky").with("start", "he").with("depth", 30.0);
    check(plain.with("residual", "plain"), 20, Diverged, &["Scale the branches"]);
}

#[test]
fn healthy_depth_raises_no_alarm() {
    use FindingKind::Healthy;
    let deep = |activation: &str, start: &str| {
        deep().with("activation", activation).with("start", start).with("rate", 0.03)
    };
    check(deep("tanh", "xavier").with("depth", 4.0), 1000, Healthy, &["no unit is dead"]);
    check(deep("leaky", "he").with("depth", 6.0), 1000, Healthy, &["no unit is dead"]);
    let scaled = deep("leaky", "he").with("depth", 20.0).with("residual", "scaled");
    check(scaled, 500, Healthy, &["no unit is dead"]);
}

#[test]
fn broken_memory_is_told_by_what_broke_it() {
    use FindingKind::{Exploding, Vanishing};
    let small = memory().with("gain", 0.5);
    check(small, 20, Vanishing, &["after the last of 20 steps", "Use an LSTM"]);
    let lstm = memory().with("cell", "lstm").with("forget", 0.0);
    check(lstm, 60, Vanishing, &["cells c", "from 0 to 3"]);
    let large = memory().with("gain", 3.0).with("length", 80.0);
    check(large, 2, Exploding, &["after the last of 80 steps", "clip the gradient"]);
}

#[test]
fn healthy_memory_raises_no_alarm() {
    check(memory().with("length", 5.0), 500, FindingKind::Healthy, &["100.0 %"]);
    let lstm = memory().with("cell", "lstm").with("forget", 3.0).with("length", 10.0);
    check(lstm, 250, FindingKind::Healthy, &["of the test rows are right"]);
}

#[test]
fn a_clipped_gradient_has_the_norm_that_was_asked_for() {
    let settings = memory().with("gain", 3.0).with("length", 40.0);
    let updated = |clip: f64| {
        let mut lane = Memory::open(&settings.clone().with("clip", clip)).unwrap();
        lane.clip();
        lane.gradient.iter().map(|it| it * it).sum::<f32>().sqrt()
    };
    let free = updated(0.0);
    assert!(free > 1.0, "{free}");
    assert!((updated(0.1) - 0.1).abs() < 1e-5);
    assert_eq!(updated(100.0).min(free), updated(100.0));
}

#[test]
fn a_seed_is_a_run_and_a_look_changes_nothing() {
    let hash = |settings: &Settings, look: bool| {
        let mut lane = VanishingGradients.open(Source { settings, own: None }).unwrap();
        for _ in 0..20 {
            lane.advance();
            if look {
                lane.measure();
                lane.panels(&crate::History::default());
                lane.findings(&crate::History::default());
            }
        }
        lane.weights_hash()
    };
    for settings in [deep(), memory(), memory().with("cell", "lstm")] {
        assert_eq!(hash(&settings, false), hash(&settings, true));
        assert_ne!(hash(&settings, false), hash(&settings.clone().with("seed", 8.0), false));
    }
}

#[test]
fn each_way_back_has_its_pictures() {
    let panels = |settings: &Settings| -> Vec<String> {
        let mut lane = VanishingGradients.open(Source { settings, own: None }).unwrap();
        lane.panels(&crate::History::default()).into_iter().map(|it| it.id).collect()
    };
    assert_eq!(panels(&deep()), ["gradient", "answers", "updates", "map"]);
    assert_eq!(panels(&memory()), ["gradient-in-time", "memory", "answers-in-time"]);
}

#[test]
fn only_deep_networks_are_written_for_burn() {
    let program = |settings: &Settings, language: Language| {
        VanishingGradients.program(Source { settings, own: None }, 10, language)
    };
    assert!(program(&deep(), Language::Burn).is_some_and(|it| it.contains("linear_13")));
    let python = program(&memory().with("cell", "lstm"), Language::PyTorch).unwrap();
    assert!(python.contains("CELL = nn.LSTM\n") && python.contains("STEPS = 10\n"), "{python}");
    assert_eq!(program(&memory(), Language::Burn), None);
}
