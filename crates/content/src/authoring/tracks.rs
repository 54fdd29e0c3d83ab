//! `tracks.toml`: ways through the exercises. Each slug in it is an exercise's folder.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::reader::Reader;
use crate::Track;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tracks {
    tracks: Vec<Track>,
}

/// Reads and checks the tracks; no file, no tracks.
pub fn read(reader: &mut Reader) -> Vec<Track> {
    let file = Path::new("tracks.toml");
    if !reader.is_file(file) {
        return Vec::new();
    }
    let tracks = reader.toml::<Tracks>(file).map(|it| it.tracks).unwrap_or_default();
    // By what is there, not by what could be read: a broken exercise is told once, not here again.
    let known: BTreeSet<String> = reader.names(Path::new("exercises")).into_iter().collect();
    let mut slugs = BTreeSet::new();
    for track in &tracks {
        reader.check_slug(file, &track.slug);
        reader.check_summary(file, "summary", &track.summary);
        if !slugs.insert(&track.slug) {
            reader.problem(file, None, format!("there are two tracks {:?}", track.slug));
        }
        check(reader, file, track, &known);
    }
    tracks
}

fn check(reader: &mut Reader, file: &Path, track: &Track, known: &BTreeSet<String>) {
    let name = &track.slug;
    if track.title.trim().is_empty() || track.parts.iter().any(|part| part.title.trim().is_empty())
    {
        reader.problem(file, None, format!("track {name}: a title is empty, write a heading"));
    }
    if track.parts.is_empty() || track.parts.iter().any(|part| part.exercises.is_empty()) {
        reader.problem(file, None, format!("track {name}: a part is empty, list its exercises"));
    }
    let mut seen = BTreeSet::new();
    for slug in track.slugs() {
        if !known.contains(slug) {
            let message = format!("track {name}: there is no exercise {slug:?}");
            reader.problem(file, None, message);
        }
        if !seen.insert(slug) {
            reader.problem(file, None, format!("track {name} names {slug:?} twice"));
        }
    }
}
