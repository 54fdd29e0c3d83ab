//! Everything that an item says can be read on its page, with what was typed escaped.

use content::calculator::Calculator;
use content::card::{Step, Variable, WeakAnswer};
use content::{CasePart, Domain, Level, QuestionKind};

use super::*;

fn follow_up() -> FollowUp {
    FollowUp { question_html: "And then?".into(), answer_html: "<p>More.</p>".into() }
}

fn criterion(part: Option<CasePart>, points: u8) -> Criterion {
    Criterion { part, level: Seniority::Senior, points, text_html: "Says <em>why</em>.".into() }
}

fn check_text(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("style="), "{text}");
}

pub(crate) fn card_of(answer: Answer) -> Card {
    Card {
        slug: "order".into(),
        question: "Why?".into(),
        summary: "Because.".into(),
        level: Level::Core,
        topics: vec!["transformers".into()],
        minutes: 4,
        say_html: "<p>Say this.</p>".into(),
        show_html: String::new(),
        steps: vec![Step { heading_html: "First?".into(), body_html: "<p>Step.</p>".into() }],
        weak: vec![WeakAnswer { claim_html: "No.".into(), reason_html: "<p>Weak.</p>".into() }],
        follow_ups: vec![follow_up()],
        check: Some(Check { ask_html: "How many?".into(), answer }),
        see: vec![See { path: "labs/line/#a=\"1\"".into(), title: "A < B".into() }],
        sources_html: vec!["A <em>book</em>.".into()],
    }
}

#[test]
fn a_card_is_read_from_the_answer_to_its_sources() {
    let formula = "max(n, d)".to_owned();
    let variables = vec![Variable { name: "n".into(), meaning: "rows < columns".into() }];
    let text = card(&card_of(Answer::Formula { formula, variables }), "/notes/");
    check_text(
        &text,
        &[
            "<h2>Say it</h2><p>Say this.</p><h2>Show it</h2><h3>First?</h3><p>Step.</p>",
            "<h2>A weak answer</h2><p><em>No.</em></p><p>Weak.</p>",
            "<p>How many?</p><p><code>max(n, d)</code> (n: rows &lt; columns)</p>",
            "<p><em>And then?</em></p><p>More.</p>",
            "<li><a href=\"/notes/labs/line/#a=&quot;1&quot;\">A &lt; B</a></li>",
            "<h2>Sources</h2><ul><li>A <em>book</em>.</li></ul>",
        ],
    );
    let number = Answer::Number { value: 12.5, tolerance: 0.01, unit: "MB".into() };
    check_text(&card(&card_of(number), "/"), &["<p>12.5 MB</p>"]);
}

#[test]
fn a_case_is_read_from_the_brief_to_the_rubric() {
    let inputs = vec![
        Input { field: "baseline_rate".into(), values: vec![0.1] },
        Input { field: "expected".into(), values: vec![0.5, 0.5] },
    ];
    let text = case(
        &Case {
            slug: "wake".into(),
            title: "A wake word".into(),
            summary: "Two stages.".into(),
            level: Level::Core,
            topics: Vec::new(),
            minutes: 45,
            domain: Domain::Audio,
            brief_html: "<p>It listens.</p>".into(),
            parts: vec![PartText {
                part: CasePart::Data,
                prompts_html: vec!["From where?".into()],
                answer_html: "<p>From here.</p>".into(),
                fails_html: vec!["It fails.".into()],
            }],
            rubric: vec![criterion(Some(CasePart::Data), 1)],
            calculators: vec![Preset {
                name: Calculator::AbTest,
                why_html: "How long?".into(),
                inputs,
            }],
            see: Vec::new(),
            sources_html: vec!["A book.".into()],
        },
        "/",
    );
    check_text(
        &text,
        &[
            "<p>It listens.</p><h2>Data</h2><ul><li>From where?</li></ul>",
            "<h3>Model answer</h3><p>From here.</p><h3>Fails when</h3><ul><li>It fails.</li></ul>",
            "<p>How long? (A/B test)</p><ul><li>baseline rate: 0.1</li><li>expected: 0.5, 0.5</li></ul>",
            "<li>Data: Says <em>why</em>. (senior, 1 point)</li>",
        ],
    );
    assert!(!text.contains("See it"), "{text}");
}

#[test]
fn a_question_is_read_whole() {
    let text = question(&Question {
        slug: "faster".into(),
        question: "When?".into(),
        summary: "A number.".into(),
        kind: QuestionKind::Story,
        level: Level::Core,
        topics: Vec::new(),
        minutes: 5,
        asked_html: "<p>Asked.</p>".into(),
        strong_html: "<p>Strong.</p>".into(),
        trap_html: "<p>Trap.</p>".into(),
        follow_ups: vec![follow_up()],
        rubric: vec![criterion(None, 2)],
        sources_html: Vec::new(),
    });
    check_text(
        &text,
        &[
            "<h2>What is really asked</h2><p>Asked.</p><h2>A strong answer</h2><p>Strong.</p>",
            "<h2>The trap</h2><p>Trap.</p>",
            "<li>Says <em>why</em>. (senior, 2 points)</li>",
        ],
    );
    assert!(!text.contains("Sources"), "{text}");
}
