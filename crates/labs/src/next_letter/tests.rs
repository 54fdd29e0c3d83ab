//! Counts, chances and perplexity against NumPy (`tests/fixtures/make_next_letter_fixtures.py`), what
//! live settings leave alone, and what is said of runs.

use figures::{Figure, FindingKind};
use serde_json::Value;

use super::counts::Counts;
use super::samples::{self, Origin};
use super::*;

fn settings(model: &str) -> Settings {
    let settings = Settings::default().with("data", "names").with("text", "").with("seed", 7.0);
    let settings = settings.with("rows", 1000.0).with("model", model).with("back", 2.0);
    let settings = settings.with("imagined", 3.0).with("unseen", "shorter");
    let settings = settings.with("units", 16.0).with("blocks", 1.0).with("rate", 0.01);
    settings.with("prefix", "mar").with("temperature", 1.0)
}

/// A lane after some steps, measured at each.
fn trained(settings: &Settings, steps: u64) -> (Speller, History) {
    let mut lane = Speller::new(settings).unwrap();
    let mut history = History::default();
    history.push(0, lane.measure());
    for step in 1..=steps {
        lane.advance();
        if step % 4 == 0 || step == steps {
            history.push(step, lane.measure());
        }
    }
    (lane, history)
}

#[test]
fn counts_chances_and_perplexity_are_those_of_numpy() {
    let text = include_str!("../../../../tests/fixtures/labs_next_letter.json");
    let fixture: Value = serde_json::from_str(text).unwrap();
    let letters: Vec<char> = fixture["letters"].as_str().unwrap().chars().collect();
    let list = |name: &str| -> Vec<Vec<u8>> {
        let words = fixture[name].as_array().unwrap().iter().map(|word| word.as_str().unwrap());
        let index = |it: char| 1 + letters.iter().position(|letter| *letter == it).unwrap() as u8;
        words.map(|word| word.chars().map(index).collect()).collect()
    };
    let (train, held_out) = (list("train"), list("held_out"));
    let words = Words { letters: letters.clone(), train, held_out };
    for case in fixture["cases"].as_array().unwrap() {
        let number = |name: &str| case[name].as_f64().unwrap();
        let settings = Settings::default().with("unseen", case["unseen"].as_str().unwrap());
        let settings = settings.with("back", number("back")).with("imagined", number("imagined"));
        let mut counts = Counts::new(&settings, words.alphabet()).unwrap();
        words.train.iter().for_each(|word| counts.add(word));
        assert_eq!(counts.stored() as f64, number("stored"), "{case}");
        let mut learner = Learner::Counts(counts);
        let perplexity = libm::exp(learner.examine(&Held::new(&words.held_out)).loss());
        assert!((perplexity - number("perplexity")).abs() < 1e-9, "{perplexity} in {case}");
        for (prefix, theirs) in case["chances"].as_object().unwrap() {
            let ours = learner.reading().after(&words.prefix(prefix), 1.0, words.alphabet());
            for (ours, theirs) in ours.iter().zip(theirs.as_array().unwrap()) {
                assert!((ours - theirs.as_f64().unwrap()).abs() < 1e-12, "{prefix}: {case}");
            }
        }
    }
}

#[test]
fn counts_are_done_after_one_pass_and_networks_go_on() {
    let (mut lane, _) = trained(&settings("n-gram"), 32);
    assert!(lane.is_done() && lane.updates_an_epoch() == 32);
    let before = (lane.weights_hash(), lane.measure());
    lane.advance();
    assert_eq!((lane.weights_hash(), lane.measure()), before);
    let (lane, _) = trained(&settings("rnn"), 33);
    assert!(!lane.is_done() && lane.step == 33);
}

#[test]
fn every_network_beats_the_letter_before() {
    for model in ["mlp", "rnn", "lstm", "transformer"] {
        let (mut lane, _) = trained(&settings(model), 150);
        let loss = f64::from(lane.measure()[measures::TEST_LOSS]);
        assert!(loss < lane.marks.pairs, "{model}: {loss} for {}", lane.marks.pairs);
    }
}

#[test]
fn live_settings_change_what_is_looked_at_and_nothing_else() {
    let (mut lane, history) = trained(&settings("lstm"), 20);
    let before = (lane.weights_hash(), lane.measure());
    let shown = lane.panels(&history);
    lane.adjust(&settings("lstm").with("prefix", "x?").with("temperature", 0.5));
    let says = lane.panels(&history)[0].says.clone();
    assert!(says.starts_with("After “x”"), "{says}");
    assert_ne!(lane.panels(&history)[1], shown[1]);
    assert_eq!((lane.weights_hash(), lane.measure()), before);
}

#[test]
fn made_up_words_are_the_same_twice_and_named_by_where_they_are_from() {
    let (lane, _) = trained(&settings("n-gram").with("back", 6.0).with("imagined", 0.01), 32);
    let words = samples::written(&lane.learner, &lane.words, 1.0, 7);
    assert_eq!(words, samples::written(&lane.learner, &lane.words, 1.0, 7));
    assert_ne!(words, samples::written(&lane.learner, &lane.words, 1.0, 8));
    // With next to no imagined counts, six letters lead back to the words themselves.
    let known = words.iter().filter(|it| it.1 == Origin::Known).count();
    assert!(words.len() == samples::COUNT && known > 10, "{known}");
    let is_right = |(word, origin): &(Vec<u8>, Origin)| {
        (*origin == Origin::Known) == lane.words.train.contains(word)
            && (*origin == Origin::HeldOut) == lane.words.held_out.contains(word)
    };
    assert!(words.iter().all(is_right));
}

#[test]
fn chances_add_up_and_low_temperature_makes_the_likely_likelier() {
    for model in ["n-gram", "mlp", "transformer"] {
        let (lane, _) = trained(&settings(model), 32);
        let prefix = lane.words.prefix("an");
        let of = |heat: f64| lane.learner.reading().after(&prefix, heat, lane.words.alphabet());
        let (plain, sharp) = (of(1.0), of(0.5));
        assert!((plain.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{model}");
        let highest = |chances: &[f64]| chances.iter().copied().fold(0.0, f64::max);
        assert!(highest(&sharp) > highest(&plain), "{model}");
    }
}

#[test]
fn figures_hold_the_words_and_the_time_that_was_told() {
    let (mut lane, history) = trained(&settings("n-gram"), 32);
    assert_eq!(lane.workloads(), 1);
    lane.work(0);
    lane.worked(0, 10, 70.0);
    assert_eq!(lane.workloads(), 0);
    let letters = 10 * (lane.words.held_out[0].len() + 1);
    let panels = lane.panels(&history);
    let Figure::Table(table) = &panels[3].figure else { panic!("{:?}", panels[3]) };
    let time = figures::format::decimal(70.0 / letters as f64);
    assert!(table.rows[4][1].contains(&time), "{table:?}");
    let Figure::Heat(heat) = &panels[4].figure else { panic!("{:?}", panels[4]) };
    let guesses: usize = lane.words.train.iter().map(|word| word.len() + 1).sum();
    assert_eq!(heat.values.iter().sum::<f32>(), guesses as f32);
    assert_eq!(heat.values.len(), 27 * 27);
}

fn check(settings: &Settings, steps: u64, kind: FindingKind, words: &str) {
    let (mut lane, history) = trained(settings, steps);
    let findings = lane.findings(&history);
    let text = findings[0].text.replace('\u{a0}', " ");
    assert!(findings[0].kind == kind && text.contains(words), "no {words:?}: {findings:#?}");
    if kind == FindingKind::Healthy {
        assert_eq!(findings.len(), 1);
    }
}

#[test]
fn each_trouble_is_named_with_its_number() {
    use FindingKind::{Healthy, Note, OverFitting, UnderFitting};
    let counts = settings("n-gram");
    check(&counts, 32, Healthy, "Held-out words have a perplexity of");
    check(&counts.clone().with("back", 0.0), 32, UnderFitting, "Look back at more letters");
    let long = counts.clone().with("back", 5.0).with("imagined", 0.1);
    check(&long, 32, OverFitting, "different runs of 5 letters in 1 000 words");
    let few = settings("lstm").with("rows", 50.0).with("units", 64.0);
    check(&few, 150, OverFitting, "parameters learn 50 words");
    check(&settings("mlp"), 0, Note, "first weights");
    check(&settings("mlp"), 100, Healthy, "the letter before");
    check(&settings("mlp").with("rate", 10.0), 60, UnderFitting, "learning rate from 10 to 1.");
    check(&settings("mlp").with("rate", 0.0001), 60, UnderFitting, "Raise the learning rate");
}
