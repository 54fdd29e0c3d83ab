//! Behavioural questions: what becomes of a good one, and what is told about each slip.

mod shelf;

use content::{QuestionKind, Seniority};
use shelf::{QUESTION, question, read};

fn check(from: &str, to: &str, problems: &[&str]) {
    shelf::check(QUESTION, &question(), (from, to), problems);
}

#[test]
fn a_file_becomes_a_question() {
    let library = read(&[]).unwrap();
    let question = &library.questions[0];
    assert_eq!((question.slug.as_str(), question.kind), ("faster", QuestionKind::Story));
    assert_eq!(question.asked_html, "<p>A number.</p>\n");
    assert_eq!(question.strong_html, "<p>In <em>order</em>.</p>\n");
    assert_eq!(question.trap_html, "<p>A list.</p>\n");
    assert_eq!(question.follow_ups.len(), 3);
    let last = &question.rubric[4];
    assert_eq!((last.part, last.level, last.points), (None, Seniority::Senior, 2));
    assert_eq!(last.text_html, "Says <code>4</code>.");
}

#[test]
fn rubrics_are_checked() {
    let last = "[[rubric]]\nlevel = \"senior\"\npoints = 2\ntext = \"Says `4`.\"\n\n";
    check(last, "", &["10: [[rubric]]: 4 of them: write at least 5"]);
    check(
        "\"senior\"",
        "\"junior\"",
        &["10: [[rubric]]: none has level = \"senior\": both are asked for"],
    );
    check(
        "points = 2\ntext = \"Says `1`.\"",
        "points = 4\ntext = \"Says `1`.\"",
        &["17: points is 4: 1, 2 or 3"],
    );
    check("Says `1`.", "Says `0`.", &["18: text stands there twice"]);
    check(
        "points = 2\ntext = \"Says `1`.\"",
        "points = 2\ntext = \"\"",
        &[
            "18: must be one paragraph: no list, no blank line",
            "18: text is empty: say what the answer does",
        ],
    );
    check(
        "points = 2\ntext = \"Says `1`.\"",
        "points = 2\npart = \"data\"\ntext = \"Says `1`.\"",
        &["18: part belongs to design cases: leave it out"],
    );
}

#[test]
fn kinds_and_headings_are_those_of_a_question() {
    let kinds = "`story`, `motivation`, `resume`, `recruiter`, `manager`, `communication`";
    check(
        "\"story\"",
        "\"tale\"",
        &[&format!("4: unknown variant `tale`, expected one of {kinds}")],
    );
    let listed = "What is really asked, A strong answer, The trap, Next";
    check(
        "## The trap\n",
        "## The trap\nOne.\n## Another\n",
        &[&format!("45: has no place for a heading \"Another\": they are {listed}")],
    );
    check(
        "* *Three?* C.\n",
        "",
        &["46: 2 follow-ups: write at least 3, each `* *Question?* Its answer.`"],
    );
}
