//! What labs declare under `www/content/labs/` and what they are in Rust fit together.

use std::path::Path;

use content::authoring::{self, Library};
use content::lab::{ControlKind, Lab};
use figures::{Settings, Value};
use labs::Experiment;

fn library() -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    authoring::load(&root, "/").expect("the content is whole")
}

fn declared(library: &Library) -> impl Iterator<Item = &Lab> {
    library.labs.iter().filter_map(|reading| reading.lab.as_ref())
}

fn over(base: &Settings, more: &Settings) -> Settings {
    let mut settings = base.clone();
    more.iter().for_each(|(name, value)| settings.set(name, value.clone()));
    settings
}

#[test]
fn every_lab_has_a_folder_and_every_folder_a_lab() {
    let library = library();
    let mut folders: Vec<&str> = declared(&library).map(|lab| lab.slug.as_str()).collect();
    let mut labs: Vec<&str> = labs::all().map(|lab| lab.slug()).collect();
    for lab in declared(&library) {
        let with_burn = labs::WITH_BURN.iter().any(|it| it.slug() == lab.slug);
        assert_eq!(lab.needs_burn, with_burn, "{}: burn in controls.toml", lab.slug);
    }
    folders.sort_unstable();
    labs.sort_unstable();
    assert_eq!(folders, labs);
}

#[test]
fn every_choice_opens_or_is_refused_for_want_of_a_table() {
    let library = library();
    for lab in declared(&library) {
        for control in &lab.controls {
            let ControlKind::Choice { options, .. } = &control.kind else { continue };
            for (value, _) in options {
                let mut settings = lab.defaults();
                settings.set(&control.name, Value::Word(value.clone()));
                let opened = Experiment::open(&lab.slug, vec![settings], None);
                let needs_table = control.name == "data" && value == "own";
                let what = format!("{}: {} = {value}", lab.slug, control.name);
                match opened {
                    Ok(_) => assert!(!needs_table, "{what} opens without a table"),
                    Err(refused) => assert!(needs_table, "{what}: {refused}"),
                }
            }
        }
    }
}

#[test]
fn every_proposed_experiment_runs_and_asks_about_what_is_measured() {
    let library = library();
    for lab in declared(&library) {
        for experiment in &lab.experiments {
            let base = over(&lab.defaults(), &experiment.settings);
            let lanes = experiment.lanes.iter().map(|lane| over(&base, &lane.settings));
            let mut run = Experiment::open(&lab.slug, lanes.collect(), None)
                .unwrap_or_else(|refused| panic!("{}, {}: {refused}", lab.slug, experiment.name));
            (0..run.lane_count()).for_each(|lane| run.advance(lane, 2));
            for lane in 0..run.lane_count() {
                let view = run.view(lane);
                assert_eq!(view.values.len(), run.measures().len(), "{}", lab.slug);
                assert!(!view.panels.is_empty() && !view.findings.is_empty(), "{}", lab.slug);
                let mut ids: Vec<&str> = view.panels.iter().map(|it| it.id.as_str()).collect();
                ids.sort_unstable();
                assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{}: {ids:?}", lab.slug);
                assert!(view.panels.iter().all(|panel| panel.says.ends_with('.')), "{}", lab.slug);
            }
            if let Some(question) = &experiment.question {
                let is_known = run.measures().iter().any(|it| it.id == question.measure);
                assert!(is_known, "{}: no measure {:?}", lab.slug, question.measure);
            }
        }
    }
}
