//! Ways through the exercises: read in order, and strict about what they name.

use std::fs;
use std::path::Path;

use content::authoring::load;
use tempfile::TempDir;

/// Problems of a library that holds nothing but these tracks and two bare exercise folders.
fn problems(tracks: &str) -> String {
    let folder = TempDir::new().expect("a temporary folder");
    for slug in ["one", "two"] {
        fs::create_dir_all(folder.path().join("exercises").join(slug)).expect("a folder");
    }
    fs::write(folder.path().join("topics.toml"), "topics = [\"numbers\"]").expect("a file");
    fs::write(folder.path().join("tracks.toml"), tracks).expect("a file");
    load(folder.path(), "/").expect_err("bare folders are no exercises").to_string()
}

fn track(exercises: &str) -> String {
    format!(
        "[[tracks]]\nslug = \"both\"\ntitle = \"Both\"\nsummary = \"One, then two.\"\n\
         parts = [{{ title = \"All\", exercises = {exercises} }}]\n"
    )
}

fn check(tracks: &str, expect: &str) {
    let told = problems(tracks);
    assert!(told.contains(expect), "{expect}: {told}");
}

#[test]
fn a_track_names_exercises_that_are_there_once() {
    assert!(!problems(&track("[\"two\", \"one\"]")).contains("tracks.toml"));
    check(
        &track("[\"one\", \"three\"]"),
        "tracks.toml: track both: there is no exercise \"three\"",
    );
    check(&track("[\"one\", \"one\"]"), "tracks.toml: track both names \"one\" twice");
}

#[test]
fn a_track_has_parts_titles_and_an_address() {
    check(&track("[]"), "track both: a part is empty");
    check(&track("[\"one\"]").replace("\"All\"", "\"\""), "track both: a title is empty");
    check(&track("[\"one\"]").replace("\"both\"", "\"Both!\""), "cannot be part of an address");
    check(&track("[\"one\"]").repeat(2), "there are two tracks \"both\"");
    check(&track("[\"one\"]").replace("summary", "sumary"), "tracks.toml:4: unknown field");
}

#[test]
fn the_tracks_of_this_project_name_exercises_with_a_time() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    let library = load(&root, "/").expect("the content has no problems");
    let slugs: Vec<&str> = library.tracks.iter().map(|track| track.slug.as_str()).collect();
    assert_eq!(slugs, ["four-weeks", "ml-from-scratch", "on-device"]);
    for track in &library.tracks {
        let minutes = |slug: &String| {
            library.exercises.iter().find(|it| it.slug == *slug).map_or(0, |it| it.minutes)
        };
        assert!(track.slugs().map(minutes).all(|minutes| minutes > 0), "{}", track.slug);
    }
}
