//! The lab replays what was shared before it was one of many, reads its settings, and shows what it
//! promises.

use figures::{Figure, FindingKind, Settings, Sheet, Value};

use crate::Experiment;

const OPENING: &str = "data=moons&noise=0.1&leak=none&hidden=8,4&act=tanh&opt=sgd&lr=0.1&batch=10\
    &l1=0&l2=0&seed=7&split=0.5&engine=slices";

/// Settings as they stand in a link, over those that the lab opens with.
fn settings(link: &str) -> Settings {
    let mut settings = Settings::default();
    for (name, value) in
        OPENING.split('&').chain(link.split('&')).filter_map(|it| it.split_once('='))
    {
        let is_word = ["data", "leak", "hidden", "act", "opt", "engine"].contains(&name);
        let number = || Value::Number(value.parse().unwrap());
        settings.set(name, if is_word { value.into() } else { number() });
    }
    settings
}

fn open(link: &str, own: Option<Sheet>) -> Experiment {
    Experiment::open("decision-boundary", vec![settings(link)], own).unwrap()
}

/// Forty points whose classes are no pattern.
fn forty() -> Sheet {
    let rows = 0..40_usize;
    let place = |i: usize| [(i % 7) as f32 * 0.3 - 1.0, (i % 5) as f32 * 0.4 - 0.8];
    Sheet {
        columns: vec!["width".into(), "height".into()],
        values: rows.clone().flat_map(place).collect(),
        classes: vec!["cat".into(), "dog".into()],
        labels: rows.map(|i| u8::from(i.is_multiple_of(3))).collect(),
    }
}

#[test]
fn links_of_every_age_lead_to_the_same_bits() {
    // Hashes of the lab as it was in the commit that introduced the crate `labs`.
    let check = |link: &str, step: u64, hash: u64| {
        let mut run = open(link, link.contains("own").then(forty));
        run.advance(0, step);
        assert_eq!(run.view(0).weights_hash, hash, "{link} at {step}");
    };
    check("", 0, 0x7c97_f1ec_c666_416d);
    check("", 600, 0x7aa2_add9_2c72_6a86);
    check("seed=11", 60, 0x4183_49b7_e857_099d);
    check("data=circles&hidden=&lr=0.3&seed=8", 500, 0xaf48_c09f_c0c3_9405);
    let spiral = "data=spiral&noise=0.05&hidden=8,8,8&act=relu&opt=adam&lr=0.01&batch=32&split=0.3";
    check(spiral, 500, 0xe675_605b_4133_89b3);
    let xor = "data=xor&hidden=6&act=sigmoid&opt=momentum&lr=0.03&l2=0.003&seed=3";
    check(xor, 500, 0x8c8d_0496_50a5_87cb);
    let chess = "data=checkerboard&noise=0&hidden=8,8,8,8,8,8&l1=0.0001&batch=7&split=0.9";
    check(chess, 500, 0xe4a1_91ef_1be8_d826);
    let clouds = "data=blobs&noise=0.5&act=linear&batch=64&seed=4294967295";
    check(clouds, 500, 0xaa7a_2f8f_f44a_c258);
    check("data=own", 300, 0xf2c4_c44c_6201_a6af);
}

#[test]
fn both_engines_come_to_the_same_numbers() {
    let values = |link: &str| {
        let mut run = open(link, None);
        run.advance(0, 50);
        run.view(0).values
    };
    for (slices, burn) in values("").iter().zip(values("engine=burn")) {
        assert!((slices - burn).abs() < 1e-4, "{slices} against {burn}");
    }
}

#[test]
fn what_cannot_be_trained_is_refused_in_words() {
    let check = |link: &str, own: Option<Sheet>, words: &str| {
        let opened = Experiment::open("decision-boundary", vec![settings(link)], own);
        let reason = opened.err().map(|refused| refused.0).unwrap_or_default();
        assert!(reason.contains(words), "{link}: {reason:?} lacks {words:?}");
    };
    check("data=own", None, "Draw or bring points");
    check("hidden=8;4", None, "not “8;4”");
    check("hidden=9", None, "has 9 units");
    check("hidden=1,2,3,4,5,6,7", None, "At most 6");
    check("act=swish", None, "none of the choices");
    check("batch=2.5", None, "whole number");
    check("lr=0", None, "above 0");
    let three = Sheet { classes: vec!["a".into(), "b".into(), "c".into()], ..forty() };
    check("data=own", Some(three), "the table has 3");
    let one = Sheet { columns: vec!["x".into()], values: vec![0.0; 40], ..forty() };
    check("data=own", Some(one), "the table has 1");
    let mut far = forty();
    far.values[3] = 101.0;
    check("data=own", Some(far), "Point 2: y is 101");
    let alike = Sheet { labels: vec![0; 40], ..forty() };
    check("data=own", Some(alike), "Class B has 0");
}

#[test]
fn the_picture_has_the_visitor_s_names_and_every_point() {
    let mut run = open("data=own", Some(forty()));
    run.advance(0, 20);
    let panels = run.view(0).panels;
    let Figure::Plane(plane) = &panels[0].figure else { panic!("the map comes first") };
    assert_eq!((plane.x.name.as_str(), plane.y.name.as_str()), ("width", "height"));
    assert_eq!(plane.groups.iter().map(|group| group.points.len()).sum::<usize>(), 40);
    let names: Vec<&str> = plane.groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(names, ["cat", "dog", "cat, held out", "dog, held out"]);
    assert!(plane.field.as_ref().is_some_and(|field| field.values.len() == 10_000));
    let Figure::Network(network) = &panels[1].figure else { panic!("then the network") };
    assert_eq!((network.sizes.as_slice(), network.maps.len()), (&[2, 8, 4, 1][..], 12));
    let Figure::Bars(histogram) = &panels[3].figure else { panic!("weights are bars") };
    assert_eq!(histogram.groups[0].values.iter().sum::<f32>(), 65.0);
}

#[test]
fn it_opens_untrained_and_ends_healthy() {
    let mut run = open("", None);
    assert_eq!(run.view(0).findings[0].kind, FindingKind::Note);
    assert_eq!((run.updates_an_epoch(), run.view(0).parameter_count), (20, 65));
    run.advance(0, 6000);
    let view = run.view(0);
    let [finding] = &view.findings[..] else { panic!("{:?}", view.findings) };
    assert_eq!(finding.kind, FindingKind::Healthy, "{}", finding.text);
    assert!(view.values[2] >= 0.97 && view.values[0] < 0.1, "{:?}", view.values);
}

#[test]
fn a_penalty_that_crushes_the_weights_is_named() {
    let check = |link: &str, step: u64| {
        let mut run = open(link, None);
        run.advance(0, step);
        let findings = run.view(0).findings;
        let [found] = &findings[..] else { panic!("{link}: {findings:?}") };
        assert_eq!(found.kind, FindingKind::UnderFitting, "{link}: {}", found.text);
        assert!(found.text.contains("penalty of"), "{link}: {}", found.text);
    };
    for penalty in
        ["l1=0.3", "l1=1", "l2=0.3", "l2=1", "l2=1&lr=0.01", "l2=1&act=relu", "l2=1&act=linear"]
    {
        check(penalty, 3000);
    }
    check("l2=1", 1000);
    check("l1=1", 1000);
    check("noise=0.4&split=0.9&hidden=8,8,8&l2=0.3", 6000);
}

#[test]
fn own_points_parted_by_one_column_are_a_caution_and_a_leak_is_an_alarm() {
    // The class is the sign of x; y says nothing.
    let rows = 0..40_usize;
    let place = |i: usize| [(i as f32 - 19.5) * 0.05, ((i * 17) % 40) as f32 * 0.05 - 1.0];
    let sheet = Sheet {
        values: rows.clone().flat_map(place).collect(),
        labels: rows.map(|i| u8::from(i >= 20)).collect(),
        ..forty()
    };
    let first = |link: &str, own: Option<Sheet>| {
        let mut run = open(link, own);
        run.advance(0, 600);
        run.view(0).findings.swap_remove(0)
    };
    let found = first("data=own", Some(sheet));
    assert_eq!(found.kind, FindingKind::Note, "{found:?}");
    assert_eq!(found.title, "One column decides alone");
    assert!(found.text.contains("threshold on width puts 100.0"), "{found:?}");
    assert_eq!(first("leak=label", None).kind, FindingKind::Leaking);
    assert_eq!(first("leak=label&noise=0.5", None).kind, FindingKind::Leaking);
}

#[test]
fn five_own_points_are_too_few_to_judge_by() {
    let sheet = Sheet {
        values: vec![0.0, 0.1, 1.0, 0.2, 0.3, 1.1, -0.4, 0.9, 0.8, -0.7],
        labels: vec![0, 1, 0, 1, 1],
        ..forty()
    };
    for step in [1, 200, 2000] {
        let mut run = open("data=own", Some(sheet.clone()));
        run.advance(0, step);
        let findings = run.view(0).findings;
        assert!(findings.iter().all(|it| it.kind != FindingKind::Healthy), "{findings:?}");
    }
}

/// Numbers that the lab's reading says of seeds 7, 8 and 9.
#[test]
fn the_reading_says_what_the_runs_show() {
    let values = |link: String, step: u64| {
        let mut run = open(&link, None);
        run.advance(0, step);
        run.view(0).values
    };
    let loss_at_rate_3 = |seed: u32, step: u64| values(format!("lr=3&seed={seed}"), step)[0];
    assert!(loss_at_rate_3(7, 1200) > 0.1 && loss_at_rate_3(7, 2000) < 1e-4);
    assert!(loss_at_rate_3(8, 3200) > 0.1 && loss_at_rate_3(8, 6000) < 0.04);
    assert!(loss_at_rate_3(9, 472) < 0.1);
    assert!([480, 6000, 10_000].iter().all(|&step| loss_at_rate_3(9, step) > 0.475));
    for seed in 7..=9 {
        let right = |hidden: &str, step: u64| {
            values(format!("data=circles&hidden={hidden}&seed={seed}"), step)[2]
        };
        for step in [3000, 9000] {
            assert!((0.36..=0.64).contains(&right("", step)), "no hidden layer, seed {seed}");
        }
        assert!((0.79..0.86).contains(&right("2", 6000)), "two units, seed {seed}");
        assert!(right("3", 6000) >= 0.97, "three units, seed {seed}");
    }
}
