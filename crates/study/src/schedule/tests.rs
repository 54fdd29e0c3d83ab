//! Intervals, stability and difficulty against the reference implementation.

use serde::Deserialize;

use super::*;

/// Written by `tests/fixtures/make_fsrs_fixtures.py`, which runs py-fsrs.
const FIXTURE: &str = include_str!("../../../../tests/fixtures/study_fsrs.json");

/// f32 in the crate, f64 in py-fsrs: agreement to five digits after a dozen reviews.
const TOLERANCE: f64 = 2e-5;

#[derive(Deserialize)]
struct Fixture {
    sequences: Vec<Sequence>,
    published: Vec<Published>,
    curve: Vec<Point>,
}

#[derive(Deserialize)]
struct Sequence {
    name: String,
    reviews: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    rating: Rating,
    elapsed_days: Day,
    stability: f64,
    difficulty: f64,
    interval_days: Day,
}

#[derive(Deserialize)]
struct Published {
    source: String,
    ratings: Vec<Rating>,
    elapsed_days: Vec<Day>,
    /// The interval after each review; 0 where the reference used a step of minutes.
    interval_days: Vec<Day>,
    stability: Option<f64>,
    difficulty: Option<f64>,
}

#[derive(Deserialize)]
struct Point {
    stability: f32,
    days: Day,
    recall: f64,
}

fn fixture() -> Fixture {
    serde_json::from_str(FIXTURE).unwrap()
}

fn close(got: f32, expect: f64, what: &str) {
    let off = (f64::from(got) - expect).abs() / expect.abs().max(1.0);
    assert!(off < TOLERANCE, "{what}: got {got}, py-fsrs has {expect}");
}

#[test]
fn every_review_is_py_fsrs() {
    let scheduler = Scheduler::default();
    let sequences = fixture().sequences;
    assert!(sequences.len() >= 60);
    for sequence in sequences {
        let mut today = 20_000;
        let mut memory: Option<Memory> = None;
        for (i, step) in sequence.reviews.iter().enumerate() {
            today += step.elapsed_days;
            let next = scheduler.review(memory.as_ref(), step.rating, today).unwrap();
            let what = format!("{} review {i}", sequence.name);
            close(next.stability_days, step.stability, &what);
            close(next.difficulty, step.difficulty, &what);
            assert_eq!(next.due - today, step.interval_days, "{what}");
            assert_eq!(next.last_review, today);
            memory = Some(next);
        }
    }
}

#[test]
fn published_sequences_hold() {
    let scheduler = Scheduler::default();
    for published in fixture().published {
        let mut today = 19_000;
        let mut memory: Option<Memory> = None;
        for (i, rating) in published.ratings.iter().enumerate() {
            today += published.elapsed_days[i];
            let next = scheduler.review(memory.as_ref(), *rating, today).unwrap();
            if published.interval_days[i] > 0 {
                let what = format!("{} review {i}", published.source);
                assert_eq!(next.due - today, published.interval_days[i], "{what}");
            }
            memory = Some(next);
        }
        let memory = memory.unwrap();
        if let (Some(stability), Some(difficulty)) = (published.stability, published.difficulty) {
            assert!((f64::from(memory.stability_days) - stability).abs() < 1e-4);
            assert!((f64::from(memory.difficulty) - difficulty).abs() < 1e-4);
        }
    }
}

#[test]
fn the_forgetting_curve_is_py_fsrs() {
    for point in fixture().curve {
        let memory =
            Memory { stability_days: point.stability, difficulty: 5.0, last_review: 100, due: 101 };
        let got = f64::from(memory.recall(100 + point.days));
        assert!((got - point.recall).abs() < 1e-6, "{} {}: {got}", point.stability, point.days);
    }
}

#[test]
fn recall_is_ninety_percent_after_the_stability_and_falls() {
    let memory = Scheduler::default().review(None, Rating::Easy, 0).unwrap();
    let curve = memory.curve(0, 40);
    assert_eq!(curve.len(), 41);
    assert_eq!(curve[0], (0, 1.0));
    assert!(curve.windows(2).all(|pair| pair[1].1 < pair[0].1));
    let whole = Memory { stability_days: 8.0, ..memory };
    assert!((whole.recall(8) - 0.9).abs() < 1e-6);
    assert_eq!(whole.recall(-5), 1.0);
}

#[test]
fn a_higher_retention_comes_back_sooner() {
    let due = |retention: f32| {
        Scheduler::new(retention).unwrap().review(None, Rating::Easy, 0).unwrap().due
    };
    assert!(due(0.97) < due(0.9) && due(0.9) < due(0.7));
    for refused in [0.69, 0.98, f32::NAN, -1.0] {
        assert_eq!(Scheduler::new(refused).unwrap_err(), Refused::Retention);
    }
}

#[test]
fn a_clock_set_back_counts_as_the_same_day() {
    let scheduler = Scheduler::default();
    let first = scheduler.review(None, Rating::Good, 500).unwrap();
    let same_day = scheduler.review(Some(&first), Rating::Good, 500).unwrap();
    assert_eq!(scheduler.review(Some(&first), Rating::Good, 400).unwrap(), same_day);
}

#[test]
fn what_no_review_can_have_left_is_refused() {
    let good = Scheduler::default().review(None, Rating::Good, 0).unwrap();
    for broken in [
        Memory { stability_days: f32::NAN, ..good },
        Memory { stability_days: 0.0, ..good },
        Memory { stability_days: f32::INFINITY, ..good },
        Memory { difficulty: 0.0, ..good },
        Memory { difficulty: 11.0, ..good },
    ] {
        let refused = Scheduler::default().review(Some(&broken), Rating::Good, 3).unwrap_err();
        assert_eq!(refused, Refused::Memory);
        assert!(refused.to_string().contains("afresh"));
        assert_eq!(broken.recall(3), 0.0);
    }
}
