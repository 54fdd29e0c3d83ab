//! Walks and networks that are broken on purpose, each diagnosed by what is wrong; healthy ones, and
//! no alarm; the same run again.

use figures::{Figure, FindingKind, Settings, Value};

use super::network::Learning;
use super::setup::{Setup, Task};
use crate::Experiment;
use crate::experiment::LaneView;
use crate::lab::{Lane, Source};

fn defaults() -> Settings {
    Settings::default()
        .with("task", "surface")
        .with("surface", "ravine")
        .with("start_x", -0.9)
        .with("start_y", 0.6)
        .with("noise", 0.0)
        .with("data", "moons")
        .with("seed", 7.0)
        .with("rule", "sgd")
        .with("learning_rate", 0.1)
        .with("momentum", 0.9)
        .with("square_decay", 0.999)
        .with("weight_decay", 0.0)
        .with("schedule", "constant")
        .with("horizon", 300.0)
        .with("batch", 16.0)
}

fn run(settings: &[(&str, &str)], steps: u64) -> LaneView {
    let set = |base: Settings, (name, value): &(&str, &str)| {
        let value = value.parse::<f64>().map_or_else(|_| Value::from(*value), Value::Number);
        base.with(name, value)
    };
    let settings = settings.iter().fold(defaults(), set);
    let mut experiment = Experiment::open("optimisers", vec![settings], None).unwrap();
    experiment.advance(0, steps);
    experiment.view(0)
}

/// The first finding, its kind and a part of its text.
fn check(settings: &[(&str, &str)], steps: u64, kind: FindingKind, words: &str) {
    let view = run(settings, steps);
    let found = &view.findings[0];
    assert_eq!(found.kind, kind, "{settings:?}: {found:?}, {:?}", view.values);
    assert!(found.text.contains(words), "{settings:?}: {}", found.text);
    assert!(kind != FindingKind::Healthy || view.findings.len() == 1, "{:?}", view.findings);
}

#[test]
fn broken_walks_are_told_by_what_broke_them() {
    use FindingKind::{Diverged, UnderFitting, Unstable};
    // Stable up to 2 / 10.
    check(&[("learning_rate", "0.3")], 60, Diverged, "up to a learning rate of 0.2");
    // Exactly at the limit it swings for ever.
    check(&[("learning_rate", "0.2")], 200, Unstable, "rate of 0.2, and yours is 0.2");
    // Heavy ball: 2 (1 + 0.9) / 10.
    check(&[("rule", "momentum"), ("learning_rate", "0.5")], 200, Diverged, "rate of 0.38");
    check(&[("learning_rate", "0.001")], 1000, UnderFitting, "learning rate of 0.003");
    let rosenbrock = [("surface", "rosenbrock"), ("learning_rate", "0.001")];
    check(&rosenbrock, 300, UnderFitting, "rule with momentum");
    let saddle = [("surface", "saddle"), ("start_x", "-0.8"), ("start_y", "0")];
    check(&saddle, 100, UnderFitting, "curves down by 1");
    let minima = [("surface", "minima"), ("start_x", "0.9"), ("start_y", "0.5")];
    check(&minima, 200, UnderFitting, "0.499 above the lowest place");
    check(&[("noise", "3"), ("learning_rate", "0.15")], 300, Unstable, "schedule");
}

#[test]
fn healthy_walks_raise_no_alarm() {
    let arrived = "after 300 steps";
    for rule in ["sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw"] {
        check(&[("rule", rule)], 300, FindingKind::Healthy, arrived);
        check(&[("rule", rule)], 15, FindingKind::Healthy, "after 15 steps");
    }
    check(&[("noise", "1"), ("schedule", "cosine")], 299, FindingKind::Healthy, "299");
}

#[test]
fn networks_are_diagnosed_too() {
    let digits = |more: &[(&'static str, &'static str)]| {
        [&[("task", "network"), ("data", "digits"), ("batch", "32")], more].concat()
    };
    check(&digits(&[("rule", "adam"), ("learning_rate", "0.01")]), 400, FindingKind::Healthy, "");
    let wild = run(&digits(&[("rule", "adam"), ("learning_rate", "3")]), 400);
    assert!(wild.findings.iter().all(|it| it.kind != FindingKind::Healthy), "{:?}", wild.findings);
    let slow = run(&digits(&[("learning_rate", "0.0001")]), 2000);
    assert_eq!(slow.findings[0].kind, FindingKind::UnderFitting, "{:?}", slow.findings);
}

/// Units of the hidden layer that answer no row, with seed 7 after so many steps.
fn dead_units(schedule: &str, steps: u64) -> usize {
    let settings = defaults().with("task", "network").with("data", "digits").with("batch", 32.0);
    let settings = settings.with("rule", "adam").with("learning_rate", 0.15);
    let settings = settings.with("schedule", schedule);
    let Setup { task, descent, seed } =
        Setup::read(Source { settings: &settings, own: None }).unwrap();
    let Task::Network(problem) = task else { panic!("no network") };
    let mut learning = Learning::new(*problem, descent, seed);
    (0..steps).for_each(|_| learning.advance());
    let layer = &learning.classifier.health()[0];
    (layer.dead_share * layer.units as f32).round() as usize
}

/// What the experiment on warm-up explains its answer by.
#[test]
fn full_steps_from_the_start_kill_units() {
    let dead = |schedule: &str| [12, 299].map(|steps| dead_units(schedule, steps));
    assert_eq!((dead("constant"), dead("warm-cosine")), ([26, 27], [10, 14]));
}

#[test]
fn equal_settings_make_equal_runs_and_a_seed_makes_a_difference() {
    let noisy = |seed: &str| run(&[("noise", "1"), ("seed", seed)], 50).weights_hash;
    assert_eq!(noisy("7"), noisy("7"));
    assert_ne!(noisy("7"), noisy("8"));
    let network = |seed: &str| run(&[("task", "network"), ("seed", seed)], 20).weights_hash;
    assert_eq!(network("7"), network("7"));
    assert_ne!(network("7"), network("8"));
}

#[test]
fn a_long_path_stays_small_and_keeps_its_ends() {
    let view = run(&[("learning_rate", "0.001")], 5000);
    let Figure::Plane(plane) = &view.panels[0].figure else { panic!("no plane") };
    let points = &plane.paths[0].points;
    assert!((300..=801).contains(&points.len()), "{}", points.len());
    assert!((points[0].0 + 1.8).abs() < 1e-6 && (points[0].1 - 1.2).abs() < 1e-6);
    assert!(points.windows(2).all(|pair| pair[0].0 <= pair[1].0), "along the valley");
    assert_eq!(plane.field.as_ref().map(|field| field.values.len()), Some(96 * 96));
}

#[test]
fn a_schedule_that_has_ended_ends_the_run() {
    let view = run(&[("schedule", "cosine"), ("horizon", "100")], 250);
    assert!(view.is_done && view.values[3] == 0.0);
    assert!(!run(&[("schedule", "inverse"), ("horizon", "100")], 250).is_done);
}

#[test]
fn what_cannot_be_used_is_refused() {
    let refused = |name: &str, value: Value| {
        let settings = defaults().with(name, value);
        Experiment::open("optimisers", vec![settings], None)
            .err()
            .map(|it| it.0)
            .unwrap_or_default()
    };
    assert!(refused("learning_rate", 0.0.into()).contains("moves nothing"));
    assert!(refused("data", "own".into()).contains("table"));
    assert!(refused("start_x", 2.0.into()).contains("between -1 and 1"));
    assert!(refused("rule", "newton".into()).contains("none of the choices"));
}
