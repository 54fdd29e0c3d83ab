//! The syllabus: each topic is covered by items that are there.

mod shelf;

use std::collections::BTreeSet;
use std::path::Path;

use content::authoring::load;
use shelf::read;

const FILE: &str = "syllabus.toml";

const GOOD: &str = r#"[[section]]
title = "All"
rows = [
  { id = "double", words = "doubling", items = ["exercise/double", "lab/line", "attention"] },
  { id = "order", words = "order", items = ["card/order", "design/wake", "behavioural/faster", "interview/theory"] },
]
"#;

fn check(from: &str, to: &str, problems: &[&str]) {
    shelf::check(FILE, GOOD, (from, to), problems);
}

#[test]
fn rows_are_read_with_their_items() {
    let library = read(&[(FILE, GOOD)]).unwrap();
    let section = &library.syllabus[0];
    assert_eq!((section.title.as_str(), section.rows.len()), ("All", 2));
    assert_eq!(section.rows[1].items[0], "card/order");
    assert_eq!(read(&[]).unwrap().syllabus, [], "without a file there is no syllabus");
}

#[test]
fn every_row_is_covered_by_what_is_there() {
    check(
        "[\"exercise/double\", \"lab/line\", \"attention\"]",
        "[]",
        &["4: double: nothing covers it: name an item"],
    );
    for gone in ["card/ordre", "card/faster", "exercise/order", "interview/lunch", "order"] {
        let told = format!("5: order: there is no {gone:?}");
        check("\"card/order\"", &format!("\"{gone}\""), &[&told]);
    }
    check("\"lab/line\"", "\"exercise/double\"", &["4: double: names an item twice"]);
    check("id = \"order\"", "id = \"double\"", &["5: there are two rows \"double\""]);
    check("\"doubling\"", "\"\"", &["4: double: words is empty: say the topic as it is asked"]);
    let told = read(&[(FILE, &GOOD.replacen("words", "word", 1))]).unwrap_err();
    assert!(told.contains("syllabus.toml:4: unknown field `word`"), "{told}");
}

/// How many topics a section of the project has at least: none is lost unseen.
const LEAST: [(&str, usize); 7] = [
    ("Coding and algorithms", 39),
    ("Machine-learning coding", 33),
    ("Fundamentals", 27),
    ("Generative models", 12),
    ("Machine-learning system design", 12),
    ("Behaviour and résumé", 11),
    ("The loop", 8),
];

#[test]
fn the_syllabus_of_this_project_has_every_section_and_covers_every_exercise() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/content");
    let library = load(&root, "/").expect("the content has no problems");
    let sections: Vec<(&str, usize)> =
        library.syllabus.iter().map(|it| (it.title.as_str(), it.rows.len())).collect();
    for (found, least) in sections.iter().zip(LEAST) {
        assert!(found.0 == least.0 && found.1 >= least.1, "{found:?}, at least {least:?}");
    }
    assert_eq!(sections.len(), LEAST.len());
    let named: BTreeSet<&str> = library
        .syllabus
        .iter()
        .flat_map(|section| &section.rows)
        .flat_map(|row| &row.items)
        .map(String::as_str)
        .collect();
    let without: Vec<&str> = library
        .exercises
        .iter()
        .map(|exercise| exercise.slug.as_str())
        .filter(|slug| !named.contains(format!("exercise/{slug}").as_str()))
        .collect();
    assert!(without.is_empty(), "no topic names {without:?}");
}
