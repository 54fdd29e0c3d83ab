//! The lab: what it learns, what it says of good and bad settings, and what it reads.

use figures::{Figure, FindingKind, Settings};

use super::{Reader, places};
use crate::experiment::{Experiment, LaneView};

/// A seven as one might draw it, not from the data.
const SEVEN: &str = concat!(
    "00000000", "0fffff00", "0000ff00", "0000f800", "000ff000", "000f8000", "00ff0000", "00f80000"
);

fn settings() -> Settings {
    let settings = Settings::default().with("rows", 1000.0).with("augment", 1.0).with("seed", 7.0);
    let settings = settings.with("model", "convolution").with("kernel", 3.0).with("channels", 8.0);
    let settings = settings.with("stride", 1.0).with("padding", "same").with("pool", "max");
    let settings = settings.with("rule", "adam").with("rate", 0.003).with("batch", 32.0);
    settings.with("digit", "0".repeat(64).as_str()).with("example", 1.0)
}

fn experiment(settings: Settings, steps: u64) -> Experiment {
    let mut experiment = Experiment::open("convolution", vec![settings], None).unwrap();
    experiment.advance(0, steps);
    experiment
}

fn trained(settings: Settings, steps: u64) -> LaneView {
    experiment(settings, steps).view(0)
}

#[test]
fn it_learns_to_read_and_is_healthy() {
    let view = trained(settings(), 600);
    assert!(view.values[places::TEST_ACCURACY] > 0.97, "{:?}", view.values);
    assert!(view.values[places::SHIFTED_ACCURACY] > 0.94, "{:?}", view.values);
    let kinds: Vec<FindingKind> = view.findings.iter().map(|it| it.kind).collect();
    assert_eq!(kinds, [FindingKind::Healthy], "{:?}", view.findings);
    assert_eq!(view.parameter_count, 80 + 1168 + 2570);
}

#[test]
fn what_goes_wrong_is_named() {
    let check = |settings: Settings, kind: FindingKind, words: &str| {
        let view = trained(settings.clone(), 300);
        let first = &view.findings[0];
        assert_eq!(first.kind, kind, "{settings:?}: {:?}", view.findings);
        assert!(first.text.contains(words), "{}", first.text);
    };
    let plain = settings().with("augment", 0.0);
    check(plain, FindingKind::OverFitting, "moved by one pixel");
    check(settings().with("rate", 0.3), FindingKind::Dead, "Lower the learning rate");
    let few = settings().with("rows", 40.0);
    check(few, FindingKind::OverFitting, "The test loss is");
}

#[test]
fn windows_that_do_not_fit_are_refused_with_their_arithmetic() {
    let narrow = settings().with("kernel", 5.0).with("padding", "none");
    let refused = Experiment::open("convolution", vec![narrow], None).err().unwrap();
    assert!(refused.0.contains("2 + 2 · 0 − 5 is below 0"), "{refused}");
}

#[test]
fn a_dense_network_has_about_as_many_weights() {
    for channels in [1.0, 2.0, 4.0, 8.0, 16.0] {
        let count = |model: &str| {
            let reader = Reader::open(&settings().with("model", model).with("channels", channels));
            reader.unwrap().training.weights().len() as f64
        };
        let ratio = count("dense") / count("convolution");
        assert!((0.88..=1.12).contains(&ratio), "{channels}: {ratio}");
    }
}

#[test]
fn a_drawing_is_read_without_touching_the_run() {
    let mut run = experiment(settings(), 600);
    let before = run.view(0);
    run.adjust(vec![settings().with("digit", SEVEN)]);
    let after = run.view(0);
    assert_eq!(before.weights_hash, after.weights_hash);
    assert_eq!(before.values, after.values);
    let Figure::Bars(bars) = &after.panels[0].figure else { panic!("no bars") };
    let chances = &bars.groups[0].values;
    assert!((chances.iter().sum::<f32>() - 1.0).abs() < 1e-5);
    assert!(chances[7] > 0.5, "{chances:?}");
    assert!(after.panels[0].says.contains("what you drew is a 7"), "{}", after.panels[0].says);
}

#[test]
fn panels_show_every_map_and_every_kernel() {
    let view = trained(settings(), 1);
    let ids: Vec<&str> = view.panels.iter().map(|panel| panel.id.as_str()).collect();
    assert_eq!(ids, ["answer", "maps", "kernels", "confusion", "sizes"]);
    let tiles = |index: usize| match &view.panels[index].figure {
        Figure::Tiles(tiles) => tiles.tiles.clone(),
        _ => panic!("no tiles"),
    };
    // The input, 8 maps, 8 pooled ones, 16 maps, the logits.
    let sides: Vec<usize> = tiles(1).iter().map(|tile| tile.columns.into()).collect();
    assert_eq!(sides.len(), 1 + 8 + 8 + 16 + 1);
    assert_eq!((sides[1], sides[9], sides[17]), (8, 4, 4));
    // What is shown of a layer is what follows its ReLU.
    assert!(tiles(1)[1..33].iter().flat_map(|tile| &tile.values).all(|&value| value >= 0.0));
    assert_eq!((tiles(2).len(), tiles(2)[0].values.len()), (8, 9));
    let Figure::Heat(confusion) = &view.panels[3].figure else { panic!("no confusion matrix") };
    assert_eq!(confusion.values.iter().sum::<f32>(), 296.0);
    let right: f32 = (0..10).map(|digit| confusion.values[11 * digit]).sum();
    assert!((right / 296.0 - view.values[places::TEST_ACCURACY]).abs() < 1e-6);
}

#[test]
fn sizes_are_written_out() {
    let view = trained(settings().with("stride", 2.0), 0);
    let Figure::Table(table) = &view.panels[4].figure else { panic!("no table") };
    assert_eq!(table.rows[0][5], "⌊(8 + 2·1 − 3) / 2⌋ + 1 = 4");
    assert_eq!(table.rows[1][5], "⌊(4 + 2·0 − 2) / 2⌋ + 1 = 2");
}
