//! Whole runs: what they reach, that they repeat, and how they end.

use super::{Engine, Leak, MAP_SIDE, Run, Settings, Source, UNIT_MAP_SIDE};
use crate::activation::Activation;
use crate::hash::fnv1a;
use crate::optimiser::Rule;

fn run(change: impl FnOnce(&mut Settings)) -> Run {
    let mut settings = Settings::default();
    change(&mut settings);
    Run::new(settings).unwrap()
}

#[test]
fn the_default_separates_the_moons() {
    for seed in 0..50 {
        let mut run = run(|settings| settings.seed = seed);
        run.advance(6000);
        let accuracy = run.scores().1.accuracy;
        assert!(accuracy >= 0.97, "seed {seed}: {accuracy}");
    }
}

#[test]
fn every_set_can_be_learnt() {
    let sets = [Source::Circles, Source::Xor, Source::Spiral, Source::Blobs, Source::Checkerboard];
    for source in sets {
        let mut run = run(|settings| {
            settings.noise = 0.0;
            settings.hidden = vec![8, 8];
            (settings.rule, settings.learning_rate) = (Rule::Adam, 0.01);
            settings.source = source.clone();
        });
        run.advance(20_000);
        let accuracy = run.scores().1.accuracy;
        assert!(accuracy >= 0.93, "{source:?}: {accuracy}");
    }
}

#[test]
fn equal_settings_give_equal_weights_and_the_seed_matters() {
    let hash_after = |seed, rule| {
        let mut run = run(|settings| {
            settings.seed = seed;
            settings.rule = rule;
        });
        run.advance(500);
        fnv1a(run.weights())
    };
    for rule in [Rule::Sgd, Rule::Momentum, Rule::Adam] {
        assert_eq!(hash_after(7, rule), hash_after(7, rule));
        assert_ne!(hash_after(7, rule), hash_after(8, rule));
    }
}

#[test]
fn rewinding_replays_the_same_run() {
    let mut run = run(|settings| settings.activation = Activation::Relu);
    let start = run.weights().to_vec();
    run.advance(777);
    let end = run.weights().to_vec();
    run.rewind();
    assert_eq!((run.step_count(), run.weights()), (0, start.as_slice()));
    run.advance(700);
    // Looking changes nothing.
    run.map();
    run.unit_maps();
    run.scores();
    run.health();
    run.advance(77);
    assert_eq!(run.weights(), end);
}

#[test]
fn burn_steps_to_the_same_numbers() {
    for rule in [Rule::Sgd, Rule::Momentum, Rule::Adam] {
        let weights_of = |engine| {
            let mut run = run(|settings| {
                settings.engine = engine;
                settings.rule = rule;
                (settings.l1, settings.l2) = (1e-3, 1e-2);
            });
            run.advance(50);
            run.weights().to_vec()
        };
        for (slices, burn) in weights_of(Engine::Slices).iter().zip(&weights_of(Engine::Burn)) {
            assert!((slices - burn).abs() < 1e-3, "{rule:?}: {slices} against {burn}");
        }
    }
}

#[test]
fn penalties_pull_weights_towards_zero() {
    let size = |l1, l2| {
        let mut run = run(|settings| (settings.l1, settings.l2) = (l1, l2));
        run.advance(2000);
        run.weights().iter().map(|w| w.abs()).sum::<f32>()
    };
    let free = size(0.0, 0.0);
    assert!(size(0.01, 0.0) < 0.7 * free && size(0.0, 0.01) < 0.7 * free);
}

#[test]
fn divergence_is_caught_at_its_step() {
    let mut run = run(|settings| {
        settings.rule = Rule::Sgd;
        settings.learning_rate = 10.0;
        settings.l2 = 1.0;
        settings.activation = Activation::Linear;
    });
    run.advance(100_000);
    let step = run.diverged_at_step().expect("weights multiplied by −9 a step overflow");
    assert_eq!(run.step_count(), step);
    run.advance(10);
    assert_eq!(run.step_count(), step);
    run.rewind();
    run.advance(step - 1);
    assert!(run.diverged_at_step().is_none() && run.weights().iter().all(|w| w.is_finite()));
}

#[test]
fn pictures_hold_what_they_promise() {
    let mut run = run(|settings| settings.hidden = vec![3, 5]);
    run.advance(1000);
    let (map, units) = (run.map(), run.unit_maps());
    assert_eq!((map.len(), units.len()), (MAP_SIDE * MAP_SIDE, 8));
    assert!(units.iter().all(|map| map.len() == UNIT_MAP_SIDE * UNIT_MAP_SIDE));
    assert!(map.iter().all(|value| value.abs() <= 1.0));
    assert_eq!(run.updates_an_epoch(), 20);
}

#[test]
fn the_map_says_what_the_network_answers_there() {
    let mut run = run(|_| {});
    run.advance(2000);
    let (map, score) = (run.map(), run.scores().1);
    let data = run.data();
    let cell = |value: f32| {
        (((value / data.extent + 1.0) / 2.0 * MAP_SIDE as f32) as usize).min(MAP_SIDE - 1)
    };
    let right = data.test.iter().filter(|point| {
        let (column, row) = (cell(point.x), MAP_SIDE - 1 - cell(point.y));
        (map[row * MAP_SIDE + column] > 0.0) == point.is_positive
    });
    let accuracy = right.count() as f32 / data.test.len() as f32;
    assert!((accuracy - score.accuracy).abs() < 0.02, "{accuracy}");
}

#[test]
fn units_that_never_fire_are_counted_as_dead() {
    let mut run = run(|settings| {
        settings.activation = Activation::Relu;
        settings.learning_rate = 10.0;
        settings.rule = Rule::Sgd;
    });
    assert!(run.dead_shares()[0] < 1.0);
    run.advance(200);
    assert!(run.dead_shares().iter().any(|&share| share > 0.0));
}

#[test]
fn a_layer_s_numbers_are_those_of_the_update_that_follows() {
    let mut run = run(|settings| settings.rule = Rule::Adam);
    run.advance(40);
    let before = run.weights().to_vec();
    let health = run.health();
    assert_eq!(run.weights(), before, "looking changed something");
    run.advance(1);
    let norms: Vec<f32> = health.iter().map(|layer| layer.gradient_norm).collect();
    for (said, found) in norms.iter().zip(run.gradient_norms()) {
        assert!((said - found).abs() < 1e-6, "{said} against {found}");
    }
    let norm = |values: &[f32]| values.iter().map(|value| value * value).sum::<f32>().sqrt();
    for layer in &health {
        let range = layer.part.all.clone();
        let moved: Vec<f32> = run.weights()[range.clone()]
            .iter()
            .zip(&before[range.clone()])
            .map(|(a, b)| a - b)
            .collect();
        let ratio = norm(&moved) / norm(&before[range]);
        assert!((layer.update_ratio / ratio - 1.0).abs() < 1e-4, "{layer:?}");
    }
    let dead: Vec<f32> =
        health.iter().filter_map(|it| it.answers).map(|answers| answers.constant_share).collect();
    assert_eq!(dead, run.dead_shares());
}

#[test]
fn what_leaks_looks_good_until_it_is_used() {
    let accuracies = |leak, source| {
        let mut run = run(|settings| {
            (settings.leak, settings.source, settings.noise) = (leak, source, 0.3);
        });
        run.advance(3000);
        let new = run.new_points().expect("a generated set");
        (run.scores().1.accuracy, run.score_on(&new).accuracy)
    };
    let (test, new) = accuracies(Leak::Label, Source::Moons);
    assert!(test > 0.98 && new < 0.7, "{test} and {new}");
    let (test, new) = accuracies(Leak::None, Source::Moons);
    assert!((test - new).abs() < 0.05, "{test} and {new}");
    let mut leaking = run(|settings| settings.leak = Leak::Rows);
    assert_eq!((leaking.data().train.len(), leaking.data().test.len()), (400, 200));
    assert_eq!(leaking.updates_an_epoch(), 40);
    leaking.update();
    assert_eq!(leaking.step_count(), 1);
}
