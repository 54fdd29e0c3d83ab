//! Each rule fires on the run it is about, names its number, and stays silent on a healthy run.

use super::*;
use crate::lab::config::opening;
use crate::lab::sample::blank_frame;
use protocol::boundary::Optimiser;

fn settled(loss: f32, test: f32) -> Vec<Losses> {
    (0..60)
        .map(|i| (i * 50, if i == 0 { 0.6 } else { loss }, if i == 0 { 0.6 } else { test }))
        .collect()
}

fn trained() -> Frame {
    Frame {
        step: 2950,
        epoch: 147.0,
        train_loss: 0.036,
        test_loss: 0.041,
        train_accuracy: 0.99,
        test_accuracy: 0.985,
        gradient_norms: vec![0.012, 0.019, 0.024],
        dead_shares: vec![0.0, 0.0],
        ..blank_frame()
    }
}

#[track_caller]
fn check(config: Config, frame: Frame, curve: &[Losses], title: &str, words: &[&str]) {
    let found = diagnose(Evidence { config: &config, frame: &frame, curve });
    let Some(finding) = found.iter().find(|f| f.title == title) else {
        panic!("no {title:?} in {found:?}");
    };
    let text = finding.text.replace('\u{a0}', " ");
    for word in words {
        assert!(text.contains(word), "{word:?} is not in {text:?}");
    }
}

#[test]
fn a_healthy_run_is_called_healthy() {
    check(
        opening(),
        trained(),
        &settled(0.036, 0.041),
        "Healthy",
        &["98.5 % of the test points", "no unit is dead", "0.005"],
    );
}

#[test]
fn before_training_it_says_so() {
    let frame = Frame { step: 0, test_loss: 0.52, test_accuracy: 0.5, ..trained() };
    check(opening(), frame, &[], "Not trained yet", &["50.0 %", "0.52", "Press Train"]);
}

#[test]
fn divergence_names_step_and_setting() {
    let frame = Frame { diverged_at_step: Some(1240), ..trained() };
    let fast = Config { learning_rate: 3.0, activation: Activation::Relu, ..opening() };
    let words = ["step 1 240", "learning rate of 3 is too large", "ReLU does not bound", "Try 0.3"];
    check(fast, frame.clone(), &[], "Diverged", &words);
    let held = Config { learning_rate: 3.0, l2: 1.0, ..opening() };
    check(held, frame, &[], "Diverged", &["L2 penalty 1", "by 3 times", "0.033 or less"]);
}

#[test]
fn overfitting_names_gap_and_best_step() {
    let mut curve = settled(0.02, 0.2);
    curve[10].2 = 0.11;
    let frame = Frame { train_loss: 0.02, test_loss: 0.2, ..trained() };
    check(opening(), frame, &curve, "Overfitting", &["0.18 above", "step 500", "0.11"]);
}

#[test]
fn dead_units_are_counted() {
    let frame = Frame { dead_shares: vec![0.0, 0.5], ..trained() };
    let relu = Config { activation: Activation::Relu, ..opening() };
    check(relu, frame, &settled(0.04, 0.04), "Dead units", &["2 of 4 units in layer 2", "ReLU"]);
}

#[test]
fn a_line_is_called_a_line() {
    let frame =
        Frame { train_accuracy: 0.86, test_accuracy: 0.86, dead_shares: vec![], ..trained() };
    let none = Config { hidden: vec![], ..opening() };
    let words = ["86.0 %", "Add a layer"];
    check(none, frame.clone(), &settled(0.2, 0.2), "A line cannot bend", &words);
    let linear = Config { activation: Activation::Linear, ..opening() };
    check(linear, frame, &settled(0.2, 0.2), "A line cannot bend", &["3 layers", "tanh or ReLU"]);
}

#[test]
fn underfitting_names_the_likely_setting() {
    let frame = Frame { train_accuracy: 0.8, test_accuracy: 0.8, train_loss: 0.3, ..trained() };
    let curve = settled(0.3, 0.3);
    let held = Config { l2: 0.1, ..opening() };
    check(held, frame.clone(), &curve, "Underfitting", &["0.3", "80.0 %", "penalty of 0.1"]);
    let fast = Config { learning_rate: 10.0, ..opening() };
    check(fast, frame.clone(), &curve, "Underfitting", &["learning rate of 10 is large", "try 1."]);
    let small = Config { hidden: vec![2], ..opening() };
    let frame = Frame { dead_shares: vec![0.0], ..frame };
    check(small, frame, &curve, "Underfitting", &["2 hidden units may be too few"]);
}

#[test]
fn a_slow_run_is_told_to_speed_up() {
    let curve: Vec<Losses> = (0..60).map(|i| (i * 50, 0.5 - 0.003 * i as f32, 0.5)).collect();
    let frame = Frame { train_loss: 0.323, train_accuracy: 0.8, test_accuracy: 0.8, ..trained() };
    let sgd = Config { optimiser: Optimiser::Sgd, learning_rate: 0.001, ..opening() };
    check(sgd, frame, &curve, "Slow", &["147 epochs", "35.4 %", "0.001 to 0.003", "Adam"]);
}

#[test]
fn a_jumping_loss_is_measured() {
    let curve: Vec<Losses> =
        (0..60).map(|i| (i * 10, if i % 2 == 0 { 0.05 } else { 0.3 }, 0.2)).collect();
    check(
        opening(),
        trained(),
        &curve,
        "The loss jumps",
        &["230 steps", "0.05 and 0.3", "10 points"],
    );
}

#[test]
fn a_fading_gradient_is_compared() {
    let frame = Frame { gradient_norms: vec![1e-6, 1e-4, 1e-2], ..trained() };
    let sigmoid = Config { activation: Activation::Sigmoid, ..opening() };
    check(sigmoid, frame, &settled(0.04, 0.04), "The gradient fades", &["quarter", "0.01"]);
}
