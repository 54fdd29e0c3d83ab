//! What is asked about a candidate's own project: plain, in order, with places for its words.

mod shelf;

use std::path::Path;

use content::authoring::load;
use content::drill::{Has, Stage, general};
use shelf::read;

const FILE: &str = "resume/drill.toml";

fn question(id: &str, stage: &str) -> String {
    format!(
        "[[question]]\nid = {id:?}\nstage = {stage:?}\nask = \"Why did you build {{name}} at {id}?\"\n\
         probes = \"Whether there was a reason before there was a method: {id}.\"\n\
         follow_ups = [\"Who asked for {id} first?\", \"Who paid for {id}?\"]\n"
    )
}

/// One question a stage, the last stage first.
fn good() -> String {
    const NAMES: [&str; 10] = [
        "ethics",
        "change",
        "own-part",
        "failure",
        "serving",
        "evaluation",
        "model",
        "data",
        "baseline",
        "goal",
    ];
    NAMES.map(|name| question(name, name)).concat()
}

fn check(from: &str, to: &str, problem: &str) {
    shelf::check(FILE, &good(), (from, to), &[problem]);
}

#[test]
fn questions_come_in_the_order_of_stages() {
    let drill = read(&[(FILE, &good())]).unwrap().drill;
    assert_eq!(drill.iter().map(|it| it.stage).collect::<Vec<_>>(), Stage::ALL);
    assert_eq!(general(&drill[0].ask), "Why did you build this project at goal?");
    assert_eq!(read(&[]).unwrap().drill, [], "without a file nothing is asked");
}

#[test]
fn what_breaks_the_form_is_told() {
    check(
        "build {name} at ethics",
        "build {nmae} at ethics",
        "1: ethics: ask: between braces may stand name, metric, before, after, stack",
    );
    check(
        "Who asked for ethics first?",
        "Who {name} asked it?",
        "1: ethics: only ask takes the project's words between braces",
    );
    check(
        "Who asked for ethics first?",
        "Who?",
        "1: ethics: follow_ups has 4 characters: 15 to 200",
    );
    check(", \"Who paid for ethics?\"", "", "1: ethics: follow_ups: write 2");
    check(
        "a method: ethics",
        "a <b>method</b>",
        "1: ethics: probes is plain text: no Markdown, no HTML",
    );
    check("id = \"change\"", "id = \"ethics\"", "7: there are two questions \"ethics\"");
    check(
        "stage = \"ethics\"",
        "stage = \"ethics\"\nneeds = [\"led\"]",
        " Ethics and privacy: every project must be asked something",
    );
}

#[test]
fn the_rooms_own_pages_keep_their_addresses() {
    for slug in ["stories", "resume", "history"] {
        let file = format!("questions/{slug}.md");
        let told = read(&[(&file, "text")]).unwrap_err();
        let expect = format!("{slug:?} is a page of the study room: choose another");
        assert!(told.contains(&expect), "{told}");
    }
}

#[test]
fn the_project_asks_forty_and_more() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    let drill = load(&root, "/").unwrap_or_else(|problems| panic!("{problems}")).drill;
    assert!(drill.len() >= 40, "{}", drill.len());
    for has in Has::ALL {
        let opened = drill.iter().filter(|it| it.needs.contains(&has)).count();
        assert!(opened >= 2, "{has:?} opens {opened}");
    }
    let general = drill.iter().filter(|it| it.needs.is_empty()).count();
    assert!(general >= 15, "a project with nothing ticked is asked {general}");
}
