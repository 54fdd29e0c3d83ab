//! Every topic that interviewers ask by name in the coding rounds has an exercise.

use std::{collections::BTreeSet, fs, path::Path};

use serde::Deserialize;

#[derive(Deserialize)]
struct Syllabus {
    rounds: Vec<Round>,
}

#[derive(Deserialize)]
struct Round {
    name: String,
    least: usize,
    topics: Vec<(String, Vec<String>)>,
}

fn folders() -> BTreeSet<String> {
    let exercises = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content/exercises");
    let entries = fs::read_dir(exercises).expect("the exercises can be listed");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into()).collect()
}

#[test]
fn every_topic_of_the_coding_rounds_has_an_exercise() {
    let text = include_str!("syllabus.toml");
    let syllabus: Syllabus = toml::from_str(text).expect("the syllabus can be read");
    let there = folders();
    let mut named = BTreeSet::new();
    for Round { name, least, topics } in syllabus.rounds {
        let slugs: BTreeSet<String> = topics.iter().flat_map(|(_, slugs)| slugs).cloned().collect();
        assert!(slugs.len() >= least, "{name}: {} exercises, not {least}", slugs.len());
        for (topic, slugs) in &topics {
            assert!(!slugs.is_empty(), "{name}: nothing asks {topic:?}");
        }
        named.extend(slugs);
    }
    let missing: Vec<&String> = named.difference(&there).collect();
    assert!(missing.is_empty(), "no such exercises: {missing:?}");
}
