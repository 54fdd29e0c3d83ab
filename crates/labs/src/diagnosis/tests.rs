//! Each rule fires on the run it is about, says its number and what to change, and stays silent on a
//! healthy run.

use super::*;

fn layer(name: &str, units: usize, gradient_norm: f32) -> LayerHealth {
    LayerHealth {
        name: name.into(),
        units,
        gradient_norm,
        update_ratio: 7e-4,
        ..LayerHealth::default()
    }
}

fn layers() -> Vec<LayerHealth> {
    vec![layer("layer 1", 8, 0.012), layer("layer 2", 4, 0.019), layer("the output", 1, 0.024)]
}

/// Sixty points, 50 steps apart: training loss, test loss.
fn curve(train: impl Fn(usize) -> f32, test: impl Fn(usize) -> f32) -> History {
    let mut history = History::default();
    (0..60).for_each(|i| history.push(50 * i as u64, vec![train(i), test(i)]));
    history
}

fn flat(train: f32, test: f32) -> History {
    curve(|i| if i == 0 { 0.6 } else { train }, |i| if i == 0 { 0.6 } else { test })
}

/// A run of 2,950 steps with these last values: losses, then accuracies.
fn evidence<'a>(
    layers: &'a [LayerHealth],
    history: &'a History,
    now: &'a [f32; 4],
) -> Evidence<'a> {
    Evidence {
        step: 2950,
        updates_an_epoch: 20,
        diverged_at_step: None,
        layers,
        history,
        now,
        places: Places {
            train_loss: 0,
            test_loss: 1,
            train_accuracy: Some(2),
            test_accuracy: Some(3),
        },
        goal: Goal { blind_loss: 0.5, chance: 0.5, good: Good::Accuracy(0.97) },
        train_rows: 200,
        test_rows: 200,
        parameters: 65,
        setup: Setup {
            learning_rate: 0.1,
            batch_size: 10,
            activation: Some(Activation::Tanh),
            ..Setup::default()
        },
        controls: &controls::DECISION_BOUNDARY,
        features: &[],
        is_own: false,
        shared_rows: 0.0,
        new_accuracy: None,
        remedies: &[],
    }
}

const LEARNED: [f32; 4] = [0.036, 0.041, 0.99, 0.985];
const GUESSING: [f32; 4] = [0.5, 0.5, 0.5, 0.5];

#[track_caller]
fn check(evidence: &Evidence<'_>, kind: FindingKind, words: &[&str]) {
    let found = diagnose(evidence);
    assert_eq!(found.first().map(|finding| finding.kind), Some(kind), "{found:?}");
    let text = found[0].text.replace('\u{a0}', " ").replace('\u{2212}', "-");
    words.iter().for_each(|word| assert!(text.contains(word), "{word:?} is not in {text:?}"));
    let has_healthy = found.iter().any(|finding| finding.kind == FindingKind::Healthy);
    assert!(!has_healthy || found.len() == 1, "{found:?}");
}

#[test]
fn a_healthy_run_gets_one_finding_with_its_numbers() {
    let (layers, history) = (layers(), flat(0.036, 0.041));
    let evidence = evidence(&layers, &history, &LEARNED);
    check(
        &evidence,
        FindingKind::Healthy,
        &["98.5 % of the test rows", "0.005", "no unit is dead"],
    );
}

#[test]
fn one_dead_unit_of_eight_is_mentioned_and_no_alarm() {
    let (mut layers, history) = (layers(), flat(0.036, 0.041));
    layers[0].dead_share = 0.125;
    let evidence = evidence(&layers, &history, &LEARNED);
    check(&evidence, FindingKind::Healthy, &["one unit is dead and not missed"]);
}

#[test]
fn nothing_is_healthy_on_a_handful_of_test_rows() {
    let (layers, history) = (layers(), flat(0.036, 0.041));
    let mut evidence = evidence(&layers, &history, &LEARNED);
    evidence.test_rows = 3;
    check(&evidence, FindingKind::Note, &["98.5 % of 3 test rows", "is 33.3 %", "too few"]);
    evidence.test_rows = 19;
    check(&evidence, FindingKind::Note, &["too few"]);
    evidence.test_rows = 20;
    check(&evidence, FindingKind::Healthy, &[]);
}

#[test]
fn nothing_is_healthy_that_a_constant_answer_reaches() {
    let (layers, history) = (layers(), flat(0.036, 0.041));
    let mut evidence = evidence(&layers, &history, &LEARNED);
    evidence.goal.chance = 0.98;
    check(
        &evidence,
        FindingKind::Note,
        &["98.5 %", "commonest class", "98.0 %, give or take 1.0 %"],
    );
    evidence.goal.chance = 0.9;
    check(&evidence, FindingKind::Healthy, &[]);
}

#[test]
fn before_training_and_on_the_way_there_is_no_alarm() {
    let (layers, history) =
        (layers(), curve(|i| 0.5 - 0.004 * i as f32, |i| 0.5 - 0.004 * i as f32));
    let start = Evidence { step: 0, ..evidence(&layers, &history, &GUESSING) };
    check(&start, FindingKind::Note, &["50.0 %", "ignores its inputs has 0.5"]);
    let way = [0.264, 0.264, 0.8, 0.8];
    let early = Evidence { step: 300, ..evidence(&layers, &history, &way) };
    check(&early, FindingKind::Note, &["300 steps", "still falls"]);
    // Settled, and not long enough for a verdict.
    let history = flat(0.5, 0.5);
    let early = Evidence { step: 300, history: &history, ..evidence(&layers, &history, &GUESSING) };
    check(&early, FindingKind::Note, &["early to say"]);
}

#[test]
fn divergence_names_step_and_setting() {
    let (layers, history) = (layers(), flat(0.036, 0.041));
    let mut evidence = evidence(&layers, &history, &LEARNED);
    evidence.diverged_at_step = Some(1240);
    evidence.setup =
        Setup { learning_rate: 3.0, activation: Some(Activation::Relu), ..evidence.setup };
    check(&evidence, FindingKind::Diverged, &["step 1 240", "not bounded", "from 3 to 0.3"]);
    evidence.setup.penalty = 1.0;
    check(&evidence, FindingKind::Diverged, &["penalty of 1", "by 3 times", "0.03 or less"]);
}

#[test]
fn copies_are_told_from_dead_units() {
    let (mut layers, history) = (layers(), flat(0.5, 0.5));
    layers[0] =
        LayerHealth { twin_share: 1.0, dead_share: 1.0, gradient_norm: 0.0, ..layers[0].clone() };
    let evidence = evidence(&layers, &history, &GUESSING);
    check(&evidence, FindingKind::Symmetric, &["All 8 units of layer 1", "random weights"]);
}

#[test]
fn exploding_gradients_are_measured() {
    let (mut layers, history) = (layers(), flat(0.5, 0.5));
    layers[1].gradient_norm = 450.0;
    check(
        &evidence(&layers, &history, &GUESSING),
        FindingKind::Exploding,
        &["450 in layer 2", "0.01"],
    );
    layers[1].gradient_norm = 1.0;
    layers[0].gradient_norm = 30.0;
    check(
        &evidence(&layers, &history, &GUESSING),
        FindingKind::Exploding,
        &["0.024 at the output", "30 at"],
    );
}

#[test]
fn vanishing_gradients_are_compared() {
    let (mut layers, history) = (layers(), flat(0.5, 0.5));
    layers[0].gradient_norm = 1e-6;
    layers[1].dead_share = 1.0;
    let mut evidence = evidence(&layers, &history, &GUESSING);
    evidence.setup.activation = Some(Activation::Sigmoid);
    check(
        &evidence,
        FindingKind::Vanishing,
        &["0.024 at the output", "1.0e-6 at layer 1", "quarter"],
    );
    evidence.now = &LEARNED;
    assert_ne!(diagnose(&evidence)[0].kind, FindingKind::Vanishing);
}

#[test]
fn dead_units_are_counted() {
    let (mut layers, history) = (layers(), flat(0.3, 0.3));
    layers[1].dead_share = 0.5;
    let mut evidence = evidence(&layers, &history, &[0.3, 0.3, 0.8, 0.8]);
    evidence.setup.activation = Some(Activation::Relu);
    check(&evidence, FindingKind::Dead, &["2 of 4 units in layer 2", "80.0 %", "from 0.1 to 0.01"]);
    let gone = LayerHealth { dead_share: 1.0, ..layers[1].clone() };
    let layers = [LayerHealth { gradient_norm: 0.0, ..layers[0].clone() }, gone, layers[2].clone()];
    check(&Evidence { layers: &layers, ..evidence }, FindingKind::Dead, &["4 of 4 units"]);
}

#[test]
fn saturation_is_a_finding_where_nothing_is_learned() {
    let (mut layers, history) = (layers(), flat(0.3, 0.3));
    layers[0].saturated_share = 0.96;
    layers[0].dead_share = 1.0;
    let mut evidence = evidence(&layers, &history, &[0.3, 0.3, 0.8, 0.8]);
    check(&evidence, FindingKind::Saturated, &["96.0 % of the answers in layer 1", "80.0 %"]);
    evidence.now = &LEARNED;
    evidence.layers = &layers[1..];
    check(&evidence, FindingKind::Healthy, &[]);
}

#[test]
fn a_line_is_called_a_line() {
    let (layers, history) = (layers(), flat(0.2, 0.2));
    let mut evidence = evidence(&layers, &history, &[0.2, 0.2, 0.86, 0.86]);
    evidence.setup.is_linear = true;
    check(&evidence, FindingKind::UnderFitting, &["straight line", "86.0 %", "tanh or ReLU"]);
}

#[test]
fn under_fitting_names_the_likely_setting() {
    let (layers, history) = (layers(), flat(0.3, 0.3));
    let mut evidence = evidence(&layers, &history, &[0.3, 0.3, 0.8, 0.8]);
    check(&evidence, FindingKind::UnderFitting, &["settled at 0.3", "80.0 %", "65 parameters"]);
    evidence.setup.penalty = 0.1;
    check(&evidence, FindingKind::UnderFitting, &["penalty of 0.1"]);
    evidence.setup.learning_rate = 10.0;
    check(&evidence, FindingKind::UnderFitting, &["from 10 to 1."]);
    evidence.remedies = &[(FindingKind::UnderFitting, "Turn normalisation on.")];
    check(&evidence, FindingKind::UnderFitting, &["Turn normalisation on."]);
}

#[test]
fn a_slow_run_is_told_to_speed_up() {
    let (mut layers, history) = (layers(), curve(|i| 0.5 - 0.003 * i as f32, |_| 0.5));
    layers.iter_mut().for_each(|layer| layer.update_ratio = 2e-5);
    let mut evidence = evidence(&layers, &history, &[0.323, 0.32, 0.8, 0.8]);
    evidence.setup.learning_rate = 0.001;
    let words = ["147 epochs", "35.4 %", "2.0e-5", "0.001 to 0.003", "use Adam"];
    check(&evidence, FindingKind::UnderFitting, &words);
}

#[test]
fn a_jumping_loss_is_measured() {
    let (layers, history) = (layers(), curve(|i| if i % 2 == 0 { 0.05 } else { 0.3 }, |_| 0.05));
    let evidence = evidence(&layers, &history, &[0.05, 0.05, 0.98, 0.98]);
    check(
        &evidence,
        FindingKind::Unstable,
        &["1 150 steps", "0.05 and 0.3", "to 0.03.", "10 rows"],
    );
}

#[test]
fn a_loss_that_was_better_is_not_the_layers_fault() {
    let mut layers = layers();
    let history = curve(|i| if (10..20).contains(&i) { 0.02 } else { 0.4 }, |_| 0.4);
    layers[0].gradient_norm = 1e-6;
    let evidence = evidence(&layers, &history, &[0.4, 0.4, 0.6, 0.6]);
    check(&evidence, FindingKind::Unstable, &["was 0.02 at step 500 and is 0.4 now", "to 0.03."]);
    assert_eq!(diagnose(&evidence).len(), 1);
}

#[test]
fn lucky_first_weights_were_not_learned() {
    let layers = layers();
    let history = curve(|i| if i == 0 { 0.275 } else { 0.5 }, |_| 0.5);
    let mut evidence = evidence(&layers, &history, &GUESSING);
    check(&evidence, FindingKind::UnderFitting, &["settled at 0.5"]);
    evidence.setup.penalty = 0.3;
    check(&evidence, FindingKind::UnderFitting, &["penalty of 0.3", "lower it"]);
    let history = curve(|i| if i == 1 { 0.2 } else { 0.5 }, |_| 0.5);
    evidence.history = &history;
    check(&evidence, FindingKind::UnderFitting, &["penalty of 0.3", "lower it"]);
    evidence.setup.penalty = 0.0;
    check(&evidence, FindingKind::Unstable, &["was 0.2 at step 50"]);
}

#[test]
fn over_fitting_names_gap_best_step_and_sizes() {
    let layers = layers();
    let history = curve(|_| 0.02, |i| if i == 10 { 0.11 } else { 0.2 });
    let mut evidence = evidence(&layers, &history, &[0.02, 0.2, 1.0, 0.9]);
    let words = ["loss is 0.2", "loss 0.02", "step 500, with 0.11", "65 parameters learn 200 rows"];
    check(&evidence, FindingKind::OverFitting, &words);
    // Two of twenty rows explain the same gap.
    evidence.test_rows = 20;
    check(&evidence, FindingKind::Healthy, &[]);
}

#[test]
fn a_leaked_label_is_told_from_an_easy_task() {
    let (layers, history) = (layers(), flat(0.001, 0.001));
    let feature = |name: &str, alone, shuffled| Feature { name: name.into(), alone, shuffled };
    let leaked = [feature("x1", 0.8, 0.99), feature("x2", 0.995, 0.52)];
    let mut evidence = evidence(&layers, &history, &[0.001, 0.001, 1.0, 1.0]);
    evidence.features = &leaked;
    let words = ["threshold on x2", "99.5 %", "80.0 %", "100.0 %", "52.0 % once x2"];
    check(&evidence, FindingKind::Leaking, &words);
    evidence.is_own = true;
    let words =
        ["threshold on x2", "52.0 % once x2", "the task is easy, or the label leaks into x2"];
    check(&evidence, FindingKind::Note, &words);
    assert!(diagnose(&evidence).iter().all(|it| it.kind != FindingKind::Leaking));
    evidence.is_own = false;
    (evidence.train_rows, evidence.test_rows) = (9, 20);
    assert!(diagnose(&evidence).iter().all(|it| it.kind != FindingKind::Leaking));
    (evidence.train_rows, evidence.test_rows) = (200, 200);
    let unused = [feature("x1", 0.8, 0.52), feature("x2", 0.995, 0.92)];
    evidence.features = &unused;
    check(&evidence, FindingKind::Healthy, &[]);
    let easy = [feature("x1", 0.98, 0.7), feature("x2", 0.99, 0.7)];
    evidence.features = &easy;
    check(&evidence, FindingKind::Healthy, &[]);
    evidence.shared_rows = 0.5;
    check(&evidence, FindingKind::Leaking, &["50.0 % of the test rows are training rows"]);
    evidence.new_accuracy = Some(0.83);
    check(&evidence, FindingKind::Leaking, &["On new rows it is 83.0 %, here 100.0 %"]);
}

#[test]
fn without_accuracies_losses_are_what_counts() {
    let fallen = |i, to| if i == 0 { 3.3 } else { to };
    let (layers, history) = (layers(), curve(|i| fallen(i, 2.2), |i| fallen(i, 2.25)));
    let now = [2.2, 2.25, 0.0, 0.0];
    let mut evidence = evidence(&layers, &history, &now);
    evidence.places = Places { train_loss: 0, test_loss: 1, ..Places::default() };
    evidence.goal = Goal { blind_loss: 3.3, chance: 0.0, good: Good::Loss(2.1) };
    check(&evidence, FindingKind::Healthy, &["the test loss is 2.25"]);
    evidence.goal.good = Good::Loss(1.0);
    check(&evidence, FindingKind::UnderFitting, &["the training loss is 2.2"]);
}
