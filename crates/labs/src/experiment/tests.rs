//! Lanes side by side: equal settings agree in every bit, rewinding repeats, refusals name the lane.

use figures::Settings;

use super::*;

fn settings() -> Settings {
    let settings = Settings::default().with("data", "iris").with("start", "plus");
    let settings = settings.with("k", 3.0).with("scale", 0.0).with("seed", 7.0);
    settings.with("empty", "move").with("view", "components").with("colour", "clusters")
}

fn open(lanes: Vec<Settings>) -> Experiment {
    Experiment::open("k-means", lanes, None).unwrap()
}

#[test]
fn equal_lanes_agree_in_every_bit_however_they_are_paced() {
    let mut experiment = open(vec![settings(), settings()]);
    experiment.advance(0, 3);
    (0..3).for_each(|_| experiment.advance(1, 1));
    assert_eq!(experiment.view(0), experiment.view(1));
    assert_eq!(experiment.step(), 3);
}

#[test]
fn rewinding_gives_the_same_run_again() {
    let mut experiment = open(vec![settings()]);
    let start = experiment.view(0);
    experiment.advance(0, 4);
    let later = experiment.view(0);
    assert_ne!(start.weights_hash, later.weights_hash);
    experiment.rewind();
    assert_eq!(experiment.view(0), start);
    experiment.advance(0, 4);
    assert_eq!(experiment.view(0), later);
}

#[test]
fn a_lane_that_has_ended_counts_no_further() {
    let mut experiment = open(vec![settings()]);
    experiment.advance(0, 10_000);
    assert!(experiment.has_ended() && experiment.step() < 100);
}

#[test]
fn refusals_name_the_lane() {
    let reason = |slug: &str, lanes: Vec<Settings>| {
        Experiment::open(slug, lanes, None).err().map(|invalid| invalid.0).unwrap_or_default()
    };
    assert!(reason("no-such", vec![settings()]).contains("no-such"));
    assert!(reason("k-means", vec![]).contains("1 to 3"));
    let bad = settings().with("k", 11.0);
    assert!(reason("k-means", vec![settings(), bad.clone()]).starts_with("Lane B: "));
    assert!(!reason("k-means", vec![bad]).contains("Lane"));
}
