//! What a loop is written up as.

use super::*;
use crate::rubric::Score;
use crate::schedule::Rating;

/// Two rounds: cards on two topics, one well and one badly answered, and an exercise not begun.
fn session() -> (Session, Vec<Candidate>) {
    let pool = vec![
        fresh(item(Kind::Card, "strong", &["language"], 15)),
        fresh(item(Kind::Card, "weak", &["audio"], 15)),
        fresh(item(Kind::Exercise, "not-begun", &["graphs"], 40)),
    ];
    let rounds = vec![
        RoundLength { round: Round::Theory, minutes: 30 },
        RoundLength { round: Round::Coding, minutes: 45 },
    ];
    let mut session = Session::start(Setup { rounds, ..whole() }, &pool).unwrap();
    session.rounds[0].tasks.sort_by(|a, b| a.item.cmp(&b.item));
    let criteria = serde_json::from_str(
        r#"[{"level": "junior", "points": 3, "text_html": "A &lt; <em>B</em>*"},
            {"level": "junior", "points": 1, "text_html": "C"}]"#,
    )
    .unwrap();
    let steps = [
        Action::Begin { now_ms: 0 },
        Action::Note { text: "# First\nsecond".into() },
        Action::Pause { now_ms: 5 * MINUTE },
        Action::Resume { now_ms: 50 * MINUTE },
        Action::FinishRound { now_ms: 70 * MINUTE + 5000 },
        Action::Mark { task: 0, marks: Marks::Own(4) },
        Action::Mark { task: 1, marks: Marks::Rubric { criteria, met: vec![false, true] } },
    ];
    for step in steps {
        session = session.apply(step).unwrap();
    }
    let mut wider = pool;
    wider.push(Candidate {
        last_seen: Some(TODAY - 3),
        ..fresh(item(Kind::Lab, "seen", &["audio"], 10))
    });
    wider.push(fresh(item(Kind::Lab, "second-topic", &["vision", "audio"], 10)));
    wider.push(fresh(item(Kind::Lab, "unseen", &["audio"], 10)));
    (session, wider)
}

#[test]
fn points_topics_and_ratings_are_read_off_the_marks() {
    let (session, pool) = session();
    let report = session.report(&pool);
    assert_eq!(report.rounds.len(), 1);
    let round = &report.rounds[0];
    assert_eq!(round.score, Score { points: 5, possible: 8, extra: 0 });
    assert_eq!((round.used_seconds, round.pauses, round.is_time_up), (25 * 60 + 5, 1, false));
    let topics = |list: &[TopicShare]| -> Vec<(String, f64)> {
        list.iter().map(|topic| (topic.topic.clone(), topic.share)).collect()
    };
    assert_eq!(topics(&report.strengths), [("language".to_owned(), 1.0)]);
    assert_eq!(topics(&report.weak), [("audio".to_owned(), 0.25)]);
    let next: Vec<&str> = report.next.iter().map(|next| next.item.slug.as_str()).collect();
    assert_eq!(next, ["unseen", "second-topic"]);
    let ratings: Vec<Rating> = report.ratings.iter().map(|(_, rating)| *rating).collect();
    assert_eq!(ratings, [Rating::Easy, Rating::Again]);
}

#[test]
fn the_markdown_is_what_one_would_keep() {
    let (session, pool) = session();
    let expect = "# Mock loop, 2026-01-05\n\n\
        Junior or mid · Language · 5 of 8 points\n\n\
        ## Theory\n\n\
        5 of 8 points · 25:05 of 30 min, 1 pause\n\n\
        * **The strong**: 4 of 4 points\n\
        * **The weak**: 1 of 4 points\n  \
        * missing: A \\< B\\*\n\n\
        > \\# First\n> second\n\n\
        ## Strengths\n\n* language: 100.0\u{a0}%\n\n\
        ## Weak spots\n\n* audio: 25.0\u{a0}%\n\n\
        ## Next\n\n* The unseen, for audio\n* The second-topic, for audio\n";
    assert_eq!(session.report(&pool).to_markdown(), expect);
}

#[test]
fn the_json_reads_back() {
    let (session, pool) = session();
    let report = session.report(&pool);
    let read: Report = serde_json::from_str(&report.to_json()).unwrap();
    assert_eq!(read, report);
}

#[test]
fn a_loop_without_marks_has_a_report_too() {
    let session = Session::start(whole(), &pool()).unwrap();
    let report = session.report(&pool());
    assert!(report.rounds.is_empty() && report.ratings.is_empty());
    assert!(report.to_markdown().contains("no points yet"));
}
