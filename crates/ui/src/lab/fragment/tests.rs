//! Links: they round-trip, and a stranger's link never breaks the page.

use proptest::prelude::*;
use protocol::boundary::{Activation, Engine, Optimiser, Point};

use super::*;

#[test]
fn a_link_reads_as_it_is_documented() {
    let text = "data=moons&noise=0.1&hidden=8,4&act=tanh&opt=sgd&lr=0.1&batch=10&l1=0&l2=0&seed=7&split=0.5";
    assert_eq!(encode(&opening(), 400), format!("{text}&step=400"));
    assert_eq!(encode(&opening(), 0), text);
    let read = decode(&format!("#{text}&step=400")).expect("valid").expect("ours");
    assert_eq!(read, Shared { config: opening(), step: 400 });
}

#[test]
fn what_is_not_named_is_as_the_lab_opens() {
    let read = decode("data=spiral&hidden=").expect("valid").expect("ours");
    assert_eq!(read.config.data, DataSource::Spiral);
    assert!(read.config.hidden.is_empty());
    assert_eq!(read.config.learning_rate, opening().learning_rate);
}

#[test]
fn what_is_not_ours_opens_nothing() {
    assert_eq!(decode(""), Ok(None));
    assert_eq!(decode("#main"), Ok(None));
    assert_eq!(decode("utm=1&x"), Ok(None));
}

#[test]
fn a_broken_link_names_its_broken_part() {
    let long = "data=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    for (text, part) in [
        ("data=moons&lr=0", "lr=0"),
        ("lr=NaN", "lr=NaN"),
        ("lr=inf", "lr=inf"),
        ("noise=0.6", "noise=0.6"),
        ("hidden=1,2,3,4,5,6,7", "hidden=1,2,3,4,5,6,7"),
        ("hidden=9", "hidden=9"),
        ("hidden=4,,4", "hidden=4,,4"),
        ("batch=65", "batch=65"),
        ("seed=-1", "seed=-1"),
        ("seed=4294967296", "seed=4294967296"),
        ("step=99999999999", "step=99999999999"),
        ("act=<script>", "act=<script>"),
        ("points=h9.AAAA", "points=h9.AAAA"),
        ("noise=%zz", "noise=%zz"),
        ("noise=%", "noise=%"),
        (long, &long[..40]),
    ] {
        assert_eq!(decode(text), Err(part.to_owned()));
    }
}

#[test]
fn escaped_commas_are_understood() {
    let read = decode("hidden=6%2C4").expect("valid").expect("ours");
    assert_eq!(read.config.hidden, [6, 4]);
}

fn configs() -> impl Strategy<Value = Config> {
    let own = prop::collection::vec((-9f32..9.0, -9f32..9.0, any::<bool>()), 0..20).prop_map(|p| {
        DataSource::Own(p.into_iter().map(|(x, y, b)| Point { x, y, is_positive: b }).collect())
    });
    let data = prop_oneof![Just(DataSource::Moons), Just(DataSource::Checkerboard), own];
    let numbers = (0f32..=0.5, 0.1f32..=0.9, 1e-6f32..=10.0, 1u16..=64, 0f32..=1.0, 0f32..=1.0);
    let hidden = prop::collection::vec(1u8..=8, 0..=6);
    (data, numbers, hidden, any::<u32>(), any::<bool>()).prop_map(
        |(data, (noise, test_share, learning_rate, batch_size, l1, l2), hidden, seed, other)| {
            Config {
                data,
                noise,
                test_share,
                hidden,
                activation: if other { Activation::Relu } else { Activation::Linear },
                optimiser: if other { Optimiser::Momentum } else { Optimiser::Sgd },
                learning_rate,
                batch_size,
                l1,
                l2,
                seed,
                engine: if other { Engine::Burn } else { Engine::Slices },
            }
        },
    )
}

proptest! {
    #[test]
    fn every_run_survives_its_link(config in configs(), step in 0u64..=STEP_MAX) {
        let read = decode(&encode(&config, step)).expect("valid").expect("ours");
        prop_assert_eq!(read, Shared { config, step });
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".{0,120}") {
        let _ = decode(&text);
    }

    #[test]
    fn no_value_breaks_the_reader(
        key in "(data|noise|hidden|act|opt|lr|batch|l1|l2|seed|split|points|step|engine)",
        value in "[-0-9a-zA-Z.,%+é]{0,30}",
    ) {
        if let Ok(Some(shared)) = decode(&format!("{key}={value}")) {
            prop_assert!(shared.config.hidden.len() <= LAYERS_MAX);
            prop_assert!(shared.config.learning_rate > 0.0);
        }
    }
}
