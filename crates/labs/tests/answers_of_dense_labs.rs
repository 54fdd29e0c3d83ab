//! What the proposed experiments ask has the answer that their explanation gives, whatever the seed:
//! the labs on dense and recurrent networks.

use std::path::Path;

use content::authoring;
use content::lab::{Experiment as Asked, Lab, Question, Rule};
use figures::Settings;
use labs::Experiment;

const SEEDS: [f64; 3] = [7.0, 8.0, 9.0];

fn over(base: Settings, more: &Settings) -> Settings {
    more.iter().fold(base, |base, (name, value)| base.with(name, value.clone()))
}

/// What the page would call right: a lane's name, `tie`, or `none`.
fn right(asked: &Asked, question: &Question, run: &mut Experiment) -> String {
    let measure = run.measures().iter().position(|it| it.id == question.measure);
    let measure = measure.expect("the question is about a measure");
    let mut score = |lane: usize| {
        run.advance(lane, asked.steps);
        let view = run.view(lane);
        let by_step = view.history.iter().map(|(step, values)| (*step, f64::from(values[measure])));
        let first = |is_there: &dyn Fn(f64) -> bool| {
            by_step.clone().find(|(_, value)| is_there(*value)).map(|(step, _)| step as f64)
        };
        let end = f64::from(view.values[measure]);
        let end = (end.is_finite() && view.diverged_at_step.is_none()).then_some(end);
        match question.rule {
            Rule::Lowest => end,
            Rule::Highest => end.map(|end| -end),
            Rule::FirstBelow(value) => first(&|it| it <= value),
            Rule::FirstAbove(value) => first(&|it| it >= value),
        }
    };
    let scores: Vec<Option<f64>> = (0..asked.lanes.len()).map(&mut score).collect();
    println!("{}: {scores:?}", asked.name);
    let mut order: Vec<(f64, &str)> = scores
        .iter()
        .zip(&asked.lanes)
        .filter_map(|(score, lane)| Some(((*score)?, lane.name.as_str())))
        .collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    match order.as_slice() {
        [] => "none".into(),
        [best, second, ..] if question.tie > 0.0 && second.0 - best.0 <= question.tie => {
            "tie".into()
        }
        [best, second, ..] if second.0 == best.0 => format!("equal: {best:?}, {second:?}"),
        [best, ..] => best.1.into(),
    }
}

fn check(slug: &str, expected: &[(&str, &str)]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    let library = authoring::load(&root, "/").expect("the content is in order");
    let labs = library.labs.iter().filter_map(|reading| reading.lab.as_ref());
    let lab: &Lab = labs.clone().find(|lab| lab.slug == slug).expect("the lab declares itself");
    let named: Vec<&str> = lab.experiments.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(named, expected.iter().map(|it| it.0).collect::<Vec<_>>());
    for (asked, (name, expected)) in lab.experiments.iter().zip(expected) {
        let question = asked.question.as_ref().expect("every experiment asks");
        for seed in SEEDS {
            let base = over(lab.defaults(), &asked.settings).with("seed", seed);
            let lanes = asked.lanes.iter().map(|lane| over(base.clone(), &lane.settings)).collect();
            let mut run = Experiment::open(slug, lanes, None).expect("its settings fit");
            assert_eq!(right(asked, question, &mut run), *expected, "{name}, seed {seed}");
        }
    }
}

#[test]
fn optimisers() {
    check(
        "optimisers",
        &[
            ("ravine", "momentum"),
            ("turned", "SGD"),
            ("noise", "cosine"),
            ("warm-up", "warm-up, cosine"),
            ("one-rate", "SGD"),
            ("decay", "AdamW"),
        ],
    );
}

#[test]
fn regularisation() {
    check(
        "regularisation",
        &[
            ("penalties", "L2"),
            ("sparsity", "L1"),
            ("exact-zeros", "as a threshold"),
            ("stopping", "patience of 30 epochs"),
            ("rows", "320 rows"),
            ("dropout", "none"),
        ],
    );
}

#[test]
fn decision_boundary() {
    check(
        "decision-boundary",
        &[
            ("moons", "8 and 4 units"),
            ("bend", "three units"),
            ("slopes", "tanh"),
            ("rates", "0.3"),
            ("penalty", "L2 of 0.01"),
            ("leak", "label in x₂"),
        ],
    );
}

#[test]
fn vanishing_gradients() {
    check(
        "vanishing-gradients",
        &[
            ("rescue", "residual paths"),
            ("deeper", "1 layer"),
            ("start", "He"),
            ("residual", "branches scaled"),
            ("cells", "LSTM"),
            ("forget", "forget bias 3"),
        ],
    );
}

#[test]
fn normalisation() {
    check(
        "normalisation",
        &[
            ("small-start", "batch norm"),
            ("rate", "batch norm"),
            ("one", "layer norm"),
            ("two", "layer norm"),
            ("averages", "0.1 of each batch"),
        ],
    );
}
