//! What the proposed experiments ask has the answer that their explanation gives, whatever the seed:
//! the labs on measuring, `bias-variance`, `imbalance` and `compression`.

use std::path::Path;

use content::authoring::{self, Library};
use content::lab::{Question, Rule};
use figures::Settings;
use labs::Experiment;

const SEEDS: [f64; 3] = [7.0, 8.0, 9.0];

/// Experiment, and the lane that is right, or `tie`.
const BIAS_VARIANCE: &[(&str, &str)] = &[
    ("three-degrees", "degree 5"),
    ("more-data-for-a-line", "tie"),
    ("noise-decides", "degree 3"),
    ("more-data-for-neighbours", "tie"),
    ("step", "tree of depth 1"),
    ("drawn-points", "drawn anew"),
];

const IMBALANCE: &[(&str, &str)] = &[
    ("order", "tie"),
    ("probabilities", "class weights"),
    ("base-rate", "20 %"),
    ("threshold", "0.02"),
    ("trees", "boosted trees"),
    ("thrown-away", "all rows"),
];

fn library() -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    authoring::load(&root, "/").expect("the content is in order")
}

/// The lane, or `None` for a tie. All questions here are about where a measure ends.
fn right(question: &Question, ends: &[f64]) -> Option<usize> {
    let sign = match question.rule {
        Rule::Lowest => 1.0,
        Rule::Highest => -1.0,
        other => panic!("{other:?} is not about the end"),
    };
    let mut order: Vec<(usize, f64)> = ends.iter().map(|it| it * sign).enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let is_tie = question.tie > 0.0 && order[1].1 - order[0].1 <= question.tie;
    (!is_tie).then_some(order[0].0)
}

fn check(slug: &str, expected: &[(&str, &str)]) {
    let library = library();
    let lab = library.labs.iter().filter_map(|it| it.lab.as_ref()).find(|it| it.slug == slug);
    let lab = lab.expect("the lab declares itself");
    let named: Vec<&str> = lab.experiments.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(named, expected.iter().map(|it| it.0).collect::<Vec<_>>());
    for (experiment, (name, expected)) in lab.experiments.iter().zip(expected) {
        let question = experiment.question.as_ref().expect("every experiment asks");
        for seed in SEEDS {
            let over = |base: Settings, more: &Settings| {
                more.iter().fold(base, |base, (name, value)| base.with(name, value.clone()))
            };
            let base = over(lab.defaults(), &experiment.settings).with("seed", seed);
            let lanes = experiment.lanes.iter().map(|lane| over(base.clone(), &lane.settings));
            let mut run = Experiment::open(slug, lanes.collect(), None).expect("its settings fit");
            let measure = run.measures().iter().position(|it| it.id == question.measure);
            let measure = measure.expect("the question is about a measure");
            let mut end = |lane| {
                run.advance(lane, experiment.steps);
                f64::from(run.view(lane).values[measure])
            };
            let ends: Vec<f64> = (0..experiment.lanes.len()).map(&mut end).collect();
            let right = right(question, &ends).map_or("tie", |it| &experiment.lanes[it].name);
            assert_eq!(right, *expected, "{name}, seed {seed}: {ends:?}");
        }
    }
}

#[test]
fn bias_variance() {
    check("bias-variance", BIAS_VARIANCE);
}

#[test]
fn imbalance() {
    check("imbalance", IMBALANCE);
}
