//! The questions that labs ask before a run have the answers that their explanations give.

use std::path::Path;

use content::authoring;
use content::lab::{Lab, Rule};
use figures::Settings;
use labs::Experiment;

/// The answer when lanes differ by no more than the question's tie.
const ALIKE: &str = "about the same";

/// The answer when no lane gets there.
const NONE: &str = "none of them";

fn lab(slug: &str) -> Lab {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    let library = authoring::load(&root, "/").expect("the content is whole");
    let mut labs = library.labs.into_iter().filter_map(|reading| reading.lab);
    labs.find(|lab| lab.slug == slug).expect("the lab is declared")
}

fn over(base: Settings, more: &Settings) -> Settings {
    more.iter().fold(base, |settings, (name, value)| settings.with(name, value.clone()))
}

/// Runs an experiment to its end, and gives each lane's history of the measure asked about.
fn histories(lab: &Lab, name: &str) -> Vec<Vec<(u64, f64)>> {
    let experiment = lab.experiment(name).expect("the experiment is declared");
    let base = over(lab.defaults(), &experiment.settings);
    let lanes = experiment.lanes.iter().map(|lane| over(base.clone(), &lane.settings)).collect();
    let mut run = Experiment::open(&lab.slug, lanes, None).expect("it opens");
    let id = &experiment.question.as_ref().expect("it asks").measure;
    let measure = run.measures().iter().position(|it| it.id == *id).expect("measured");
    let lane = |lane: usize| {
        run.advance(lane, experiment.steps);
        let history = run.view(lane).history;
        history.iter().map(|(step, values)| (*step, f64::from(values[measure]))).collect()
    };
    (0..experiment.lanes.len()).map(lane).collect()
}

/// Which lane is right; the runner-up must be farther off than the tie, or all lanes within it.
fn answer(lab: &Lab, name: &str) -> String {
    let experiment = lab.experiment(name).expect("the experiment is declared");
    let question = experiment.question.as_ref().expect("it asks");
    let histories = histories(lab, name);
    let first = |is_there: &dyn Fn(f64) -> bool| {
        let at =
            |history: &Vec<(u64, f64)>| history.iter().find(|it| is_there(it.1)).map(|it| it.0);
        histories.iter().map(|it| at(it).map_or(f64::INFINITY, |step| step as f64)).collect()
    };
    let last = |sign: f64| histories.iter().map(|it| sign * it[it.len() - 1].1).collect();
    let scores: Vec<f64> = match question.rule {
        Rule::Lowest => last(1.0),
        Rule::Highest => last(-1.0),
        Rule::FirstBelow(value) => first(&|it| it <= value),
        Rule::FirstAbove(value) => first(&|it| it >= value),
    };
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[a].total_cmp(&scores[b]));
    let gap = |place: usize| scores[order[place]] - scores[order[0]];
    println!("{} {name}: {scores:?}", lab.slug);
    if scores[order[0]].is_infinite() {
        return NONE.into();
    }
    if gap(order.len() - 1) <= question.tie {
        return ALIKE.into();
    }
    assert!(gap(1) > question.tie, "{name}: neither a tie nor an answer: {scores:?}");
    experiment.lanes[order[0]].name.clone()
}

/// Every experiment of the lab, with its answer.
fn check(slug: &str, expect: &[(&str, &str)]) {
    let lab = lab(slug);
    let asked = lab.experiments.iter().filter(|experiment| experiment.question.is_some());
    let found: Vec<(&str, String)> =
        asked.map(|it| (it.name.as_str(), answer(&lab, &it.name))).collect();
    let found: Vec<(&str, &str)> = found.iter().map(|(name, it)| (*name, it.as_str())).collect();
    assert_eq!(found, expect, "{slug}");
}

#[test]
fn k_means() {
    check(
        "k-means",
        &[
            ("start", "k-means++"),
            ("units", "standardised"),
            ("how-many", "k = 2"),
            ("long-clouds", ALIKE),
            ("empty", "moves"),
        ],
    );
}

#[test]
fn pca() {
    check(
        "pca",
        &[
            ("blind", "least variance"),
            ("units", "as measured"),
            ("gap", "as measured"),
            ("at-once", "all at once"),
            ("saddle", "random directions"),
        ],
    );
}

#[test]
fn compression() {
    check(
        "compression",
        &[
            ("bits", ALIKE),
            ("four-bits", "8 bits"),
            ("scales", ALIKE),
            ("in-training", "in training"),
            ("units", "weights"),
        ],
    );
}

#[test]
fn convolution() {
    check(
        "convolution",
        &[
            ("dense", "convolutional"),
            ("copies", ALIKE),
            ("pooling", "largest of 2 × 2"),
            ("kernel", "3 × 3"),
            ("padding", "with zeros"),
            ("stride", "stride 1"),
        ],
    );
}

#[test]
fn next_letter() {
    check(
        "next-letter",
        &[
            ("kinds", "LSTM"),
            ("back", "1 letter"),
            ("fall-back", "the shorter context"),
            ("by-heart", "50 words"),
            ("memory", ALIKE),
        ],
    );
}
