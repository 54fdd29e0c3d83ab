//! What is stored, what it answers and what is said about it.

use figures::{Figure, FindingKind};
use nets::quantise::{Precision, Scope, decode};

use super::small::Pruning;
use super::*;

fn settings() -> Settings {
    let settings = Settings::default().with("units", 32.0).with("layers", 2.0);
    let settings = settings.with("rate", 0.003).with("sparse-training", 0.0);
    let settings = settings.with("precision", "int8").with("scales", "layer");
    let settings = settings.with("prune", "none").with("share", 50.0).with("layer", 1.0);
    settings.with("seed", 7.0)
}

fn trained(settings: &Settings, steps: u64) -> Compressed {
    let mut lane = Compressed::new(settings).unwrap();
    (0..steps).for_each(|_| lane.advance());
    lane
}

fn value(lane: &mut Compressed, id: &str) -> f32 {
    let place = Compression.measures().iter().position(|it| it.id == id).unwrap();
    lane.measure()[place]
}

#[test]
fn parts_of_the_digits_share_no_row() {
    let (examples, digits) = parted(&datasets::digits(), 7);
    assert_eq!((examples.len(), digits.labels.len()), (TRAIN_ROWS, TEST_ROWS));
    let train: Vec<&[f32]> = examples.inputs.chunks_exact(64).collect();
    let shared = digits.rows.chunks_exact(64).filter(|row| train.contains(row)).count();
    assert_eq!(shared, 0);
    assert_eq!(digits.calibration, examples.inputs[..64 * CALIBRATION_ROWS]);
}

#[test]
fn floats_made_small_are_the_trained_network_itself() {
    let mut lane = trained(&settings().with("precision", "float"), 200);
    let test = Examples::classes(64, lane.digits.rows.clone(), &lane.digits.labels, 10);
    let (_, accuracy) = lane.training.examine(&Batch::of(&test));
    assert!(accuracy > 0.85, "{accuracy}");
    assert_eq!(value(&mut lane, "float-accuracy"), accuracy);
    assert_eq!((value(&mut lane, "accuracy"), value(&mut lane, "agreement")), (accuracy, 1.0));
    // 64·32 + 32·32 + 32·10 weights and 74 biases of four bytes, five bytes a layer.
    assert_eq!(value(&mut lane, "bytes"), 4.0 * (2048.0 + 1024.0 + 320.0 + 74.0) + 15.0);
}

#[test]
fn the_bytes_counted_are_bytes_that_give_the_same_answers() {
    let mut lane = trained(&settings(), 300);
    for precision in [Precision::Float, Precision::Int8, Precision::Int4] {
        for pruning in [Pruning::None, Pruning::Weights, Pruning::Units] {
            let recipe = Recipe { precision, scope: Scope::Channel, pruning, share: 0.6 };
            let trained = lane.compare().trained.clone();
            let small = Small::new(&trained, &recipe, &lane.digits);
            let written: Vec<Vec<u8>> = small.layers.iter().map(|it| it.encode()).collect();
            assert_eq!(written.iter().map(Vec::len).sum::<usize>(), small.bytes());
            let read = written.iter().map(|it| decode(it).unwrap()).collect::<Vec<_>>();
            let mut runner = nets::quantise::Runner::new(&read);
            runner.load(&lane.digits.rows);
            runner.run();
            assert!(runner.classes().eq(small.classes.iter().copied()), "{}", recipe.words());
        }
    }
}

#[test]
fn live_settings_change_what_is_stored_and_not_what_is_learned() {
    let mut lane = trained(&settings(), 100);
    let mut other = trained(&settings(), 100);
    let (bytes, hash) = (value(&mut lane, "bytes"), lane.weights_hash());
    lane.adjust(&settings().with("precision", "int4").with("prune", "weights"));
    assert!(value(&mut lane, "bytes") < 0.7 * bytes);
    assert_eq!(lane.weights_hash(), hash);
    for lane in [&mut lane, &mut other] {
        lane.advance();
    }
    assert_eq!(lane.weights_hash(), other.weights_hash());
}

#[test]
fn weights_left_out_in_training_stay_out() {
    let mut lane = trained(&settings().with("sparse-training", 80.0), SPARSE_FROM - 1);
    let kept = |lane: &Compressed| layers(&lane.training).iter().map(Dense::kept).sum::<usize>();
    assert_eq!(kept(&lane), 3392);
    for _ in 0..50 {
        lane.advance();
        assert_eq!(kept(&lane), 3392 - 2714);
    }
    let flags = lane.is_left_out.iter();
    assert_eq!(flags.filter(|is_left_out| **is_left_out).count(), 2714, "weights and no biases");
    let settings = settings().with("sparse-training", 80.0);
    let source = Source { settings: &settings, own: None };
    assert!(Compression.program(source, 10, Language::PyTorch).is_none());
}

fn check(settings: &Settings, steps: u64, kind: FindingKind, words: &str) {
    let mut lane = trained(settings, steps);
    let findings = lane.findings(&History::default());
    let says = |it: &Finding| it.text.replace('\u{a0}', " ").contains(words);
    let found = findings.iter().find(|it| it.kind == kind && says(it));
    assert!(found.is_some(), "no {kind:?} with {words:?}: {findings:#?}");
    let is_healthy = kind == FindingKind::Healthy;
    assert_eq!(findings.len() == 1 && findings[0].kind == FindingKind::Healthy, is_healthy);
}

#[test]
fn each_outcome_is_named_with_its_number() {
    use FindingKind::{Healthy, Note, UnderFitting};
    let four = settings().with("precision", "int4");
    let half = |what: &str| settings().with("prune", what);
    check(&settings(), 5, Note, "Train it to more than 90.0 %");
    check(&settings(), 760, Healthy, "times smaller");
    check(&settings().with("precision", "float"), 760, Note, "13 879 bytes");
    check(&four, 760, Note, "With a scale for each unit it would be");
    check(&half("units"), 760, Note, "Without leaving units out");
    check(&half("weights").with("share", 10.0), 760, Note, "a bit for each weight of 8 bits");
    check(&settings().with("sparse-training", 99.0), 900, UnderFitting, "fewer weights");
}

#[test]
fn panels_say_what_they_show() {
    let mut lane = trained(&settings().with("precision", "int4").with("layer", 3.0), 400);
    lane.worked(0, 10, 5.0);
    lane.worked(1, 10, 2.5);
    let panels = lane.panels(&History::default());
    let says = |id: &str| &panels.iter().find(|it| it.id == id).unwrap().says;
    assert!(
        says("bytes").contains("0.500 ms as trained and 0.250 ms like this"),
        "{}",
        says("bytes")
    );
    assert!(says("weights").starts_with("Layer 3: 320 weights of 1"), "{}", says("weights"));
    let Figure::Tiles(tiles) = &panels[1].figure else { panic!("no tiles") };
    assert!(!tiles.tiles.is_empty() && tiles.tiles.iter().all(|it| it.values.len() == 64));
    let Figure::Table(table) = &panels[3].figure else { panic!("no table") };
    let cell = |row: usize, column: usize| -> usize {
        table.rows[row][column].replace('\u{a0}', "").parse().unwrap()
    };
    for row in 0..4 {
        assert_eq!((1..5).map(|it| cell(row, it)).sum::<usize>(), cell(row, 5));
    }
    assert_eq!((0..3).map(|it| cell(it, 5)).sum::<usize>(), cell(3, 5));
}

#[test]
fn digits_that_did_not_change_are_not_said_to_have() {
    let mut lane = trained(&settings().with("precision", "float"), 20);
    let panel = lane.panels(&History::default()).swap_remove(1);
    assert_eq!(panel.title, "Digits nearest to another class");
    assert!(panel.says.starts_with("No test digit has changed"), "{}", panel.says);
}

#[test]
fn enough_is_timed_once() {
    let mut lane = trained(&settings(), 3);
    assert_eq!(lane.workloads(), 2);
    (0..2).for_each(|index| lane.worked(index, 100, TIMED_ENOUGH_MS));
    assert_eq!(lane.workloads(), 0);
    lane.adjust(&settings().with("precision", "int4"));
    assert_eq!(lane.workloads(), 2);
    lane.work(1);
}
