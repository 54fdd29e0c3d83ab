//! Examples; the laws are in `laws`.

mod laws;

use std::collections::BTreeMap;

use content::Kind;

use super::*;
use crate::weekday;

fn entry(kind: Kind, slug: &str, topics: &[&str], minutes: u16) -> Entry {
    Entry {
        item: ItemRef { kind, slug: slug.into() },
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        minutes,
        level: Level::Core,
        rows: Vec::new(),
        memory: None,
        last: None,
    }
}

fn remembered(entry: Entry, stability_days: f32, last_review: Day, due: Day) -> Entry {
    let memory = Memory { stability_days, difficulty: 5.0, last_review, due };
    Entry { memory: Some(memory), last: Some(Rating::Good), ..entry }
}

/// Monday, 5 January 2026, and an interview in `days`.
fn profile(days: Day, minutes: u16) -> Profile {
    Profile {
        today: 20_458,
        interview: 20_458 + days,
        weekday_minutes: [minutes; 7],
        done_minutes: 0,
        seniority: Seniority::Junior,
        length: Length::UntilInterview,
    }
}

fn slugs(day: &DayPlan) -> Vec<&str> {
    let items = day.tasks.iter().filter_map(|task| match &task.what {
        What::Item(item) => Some(item.slug.as_str()),
        What::Mock(_) => None,
    });
    items.collect()
}

#[test]
fn reviews_come_before_new_items_and_the_weakest_topic_first() {
    let today = profile(10, 0).today;
    let entries = [
        entry(Kind::Card, "new", &["vision"], 5),
        remembered(entry(Kind::Card, "strong", &["language"], 5), 20.0, today - 20, today),
        remembered(entry(Kind::Card, "weak", &["audio"], 5), 1.0, today - 30, today - 29),
    ];
    let plan = plan(&entries, &profile(10, 15)).unwrap();
    assert_eq!(slugs(&plan.days[0]), ["weak", "strong", "new"]);
    let reasons: Vec<String> =
        plan.days[0].tasks.iter().map(|task| task.reason.to_string()).collect();
    assert_eq!(reasons[0], "weak topic, audio: recall 59 %");
    assert_eq!(reasons[1], "due: recall 90 %");
    assert_eq!(reasons[2], "new: a first item on vision");
}

#[test]
fn what_was_failed_says_so_and_rows_are_opened_first() {
    let today = profile(5, 0).today;
    let failed = Entry {
        last: Some(Rating::Again),
        ..remembered(entry(Kind::Exercise, "failed", &["graphs"], 20), 0.2, today - 1, today)
    };
    let covered = Entry { rows: vec!["iou".into()], ..entry(Kind::Card, "b", &["vision"], 5) };
    let entries = [failed, entry(Kind::Card, "a", &["vision"], 5), covered];
    // Ten minutes for the exercise, which has been written once, and five for a card.
    let plan = plan(&entries, &profile(5, 15)).unwrap();
    assert_eq!(slugs(&plan.days[0]), ["failed", "b"]);
    assert_eq!(plan.days[0].tasks[0].reason, Reason::Failed);
    assert_eq!(plan.days[0].tasks[1].reason, Reason::NewRow { row: "iou".into() });
}

#[test]
fn an_interval_past_the_interview_is_pulled_to_the_last_useful_day() {
    let base = profile(20, 30);
    let card = |slug, last| {
        let card = entry(Kind::Card, slug, &["language"], 20);
        remembered(card, 100.0, last, base.interview + 30)
    };
    let entries = [card("weaker", base.today - 60), card("stronger", base.today - 10)];
    let found = |profile: &Profile| -> BTreeMap<String, Day> {
        let plan = plan(&entries, profile).unwrap();
        let days =
            plan.days.iter().flat_map(|day| day.tasks.iter().map(move |task| (task, day.day)));
        let pulled = days.filter(|(task, _)| matches!(task.reason, Reason::BeforeTheDay { .. }));
        pulled
            .filter_map(|(task, day)| match &task.what {
                What::Item(item) => Some((item.slug.clone(), day)),
                What::Mock(_) => None,
            })
            .collect()
    };
    // One fits the last day, and the weaker keeps it; the other takes room in the week before.
    let days = found(&base);
    assert_eq!(days["weaker"], base.interview - 1);
    assert_eq!(days["stronger"], base.interview - 7);
    // With room for both, both are on the last day.
    let days = found(&Profile { weekday_minutes: [60; 7], ..base });
    assert_eq!((days["weaker"], days["stronger"]), (base.interview - 1, base.interview - 1));
    // Without minutes on the last two days, the third before is the last useful one.
    let mut weekday_minutes = [60; 7];
    weekday_minutes[weekday(base.interview - 1)] = 0;
    weekday_minutes[weekday(base.interview - 2)] = 0;
    assert_eq!(found(&Profile { weekday_minutes, ..base })["weaker"], base.interview - 3);
}

#[test]
fn a_senior_plan_gives_design_and_behaviour_more_of_the_time() {
    let mut entries = Vec::new();
    for i in 0..40 {
        entries.push(entry(Kind::Exercise, &format!("e{i}"), &["algorithms"], 20));
        entries.push(entry(Kind::Card, &format!("c{i}"), &["optimisation"], 5));
        entries.push(entry(Kind::Design, &format!("d{i}"), &["system design"], 45));
        entries.push(entry(Kind::Behavioural, &format!("b{i}"), &["behaviour"], 5));
    }
    let share = |seniority, kind| {
        let plan = plan(&entries, &Profile { seniority, ..profile(14, 60) }).unwrap();
        let (mut wanted, mut all) = (0, 0);
        for task in plan.days.iter().flat_map(|day| &day.tasks) {
            if let What::Item(item) = &task.what {
                wanted += if item.kind == kind { u32::from(task.minutes) } else { 0 };
                all += u32::from(task.minutes);
            }
        }
        f64::from(wanted) / f64::from(all)
    };
    let gains = |kind| share(Seniority::Senior, kind) - share(Seniority::Junior, kind);
    assert!(gains(Kind::Design) > 0.05, "{}", gains(Kind::Design));
    assert!(gains(Kind::Behavioural) > 0.0, "{}", gains(Kind::Behavioural));
    assert!(gains(Kind::Exercise) < -0.05, "{}", gains(Kind::Exercise));
    assert!(share(Seniority::Junior, Kind::Design) > 0.0);
}

#[test]
fn a_long_item_has_its_room_before_reviews_when_it_is_its_turn() {
    let today = profile(30, 0).today;
    let mut entries = vec![entry(Kind::Design, "case", &["system design"], 45)];
    for i in 0..10 {
        let card = entry(Kind::Card, &format!("due-{i}"), &["language"], 5);
        entries.push(remembered(card, 20.0, today - 20, today));
    }
    let first = |seniority| {
        let plan = plan(&entries, &Profile { seniority, ..profile(30, 60) }).unwrap();
        slugs(&plan.days[0]).join(" ")
    };
    // It does not fit beside ten reviews, but three of them fit beside it, and they come first.
    assert_eq!(first(Seniority::Senior), "due-0 due-1 due-2 case");
    // A day of which it is not half holds the reviews, and then it.
    let plan = plan(&entries, &profile(30, 120)).unwrap();
    assert_eq!(plan.days[0].tasks.len(), 11);
    assert_eq!(plan.days[0].tasks[10].what, What::Item(entries[0].item.clone()));
}

#[test]
fn new_items_take_turns_between_topics() {
    let mut entries = Vec::new();
    for i in 0..4 {
        entries.push(entry(Kind::Card, &format!("a{i}"), &["vision"], 5));
        entries.push(entry(Kind::Card, &format!("b{i}"), &["audio"], 5));
    }
    let plan = plan(&entries, &profile(3, 20)).unwrap();
    assert_eq!(slugs(&plan.days[0]), ["a0", "b0", "a1", "b1"]);
}

#[test]
fn a_review_does_not_count_as_something_new_known() {
    let today = profile(9, 0).today;
    let x = remembered(entry(Kind::Card, "x-seen", &["x"], 5), 10.0, today - 10, today);
    let y = remembered(entry(Kind::Card, "y-seen", &["y"], 5), 10.0, today - 9, today + 1);
    let new = [entry(Kind::Card, "x-new", &["x"], 5), entry(Kind::Card, "y-new", &["y"], 5)];
    let plan = plan(&[vec![x, y], new.to_vec()].concat(), &profile(9, 10)).unwrap();
    // A little less is known of x, and its review has not taught the card that is new.
    assert_eq!(slugs(&plan.days[0]), ["x-seen", "x-new"]);
}

#[test]
fn mock_rounds_lie_in_the_second_half_with_days_between() {
    let plan = plan(&[], &profile(28, 60)).unwrap();
    let mocks: Vec<Day> =
        plan.days.iter().filter(|day| !day.tasks.is_empty()).map(|day| day.day).collect();
    let interview = profile(28, 60).interview;
    assert_eq!(mocks, [14, 11, 8, 5, 2].map(|back| interview - back));
    let first = &plan.days[14].tasks[0];
    assert_eq!(first.what, What::Mock(Round::Coding));
    assert_eq!(first.reason.to_string(), "a mock round, 14 days before");
    let short = super::plan(&[], &profile(28, 30)).unwrap();
    assert!(short.days.iter().all(|day| day.tasks.is_empty()));
}

#[test]
fn lengths_dates_and_what_does_not_fit() {
    let check = |length, days, expect| {
        let plan = plan(&[], &Profile { length, ..profile(days, 30) }).unwrap();
        assert_eq!(plan.days.len(), expect, "{length:?} {days}");
    };
    check(Length::FourWeeks, 60, 28);
    check(Length::SixWeeks, 60, 42);
    check(Length::UntilInterview, 60, 60);
    check(Length::FourWeeks, 10, 10);
    check(Length::UntilInterview, 0, 0);
    check(Length::UntilInterview, 9000, 84);
    let passed = plan(&[], &profile(-1, 30)).unwrap_err();
    assert!(passed.to_string().contains("has passed"));
    let entries = [
        entry(Kind::Design, "long", &["system design"], 45),
        entry(Kind::Card, "a", &["x"], 20),
        entry(Kind::Card, "b", &["x"], 20),
    ];
    let plan = plan(&entries, &profile(1, 30)).unwrap();
    assert_eq!(plan.too_long.iter().map(|item| item.slug.as_str()).collect::<Vec<_>>(), ["long"]);
    assert_eq!(plan.left_out.len(), 1);
}

#[test]
fn coverage_counts_seen_and_known() {
    let entries = [
        remembered(entry(Kind::Card, "a", &["x", "x", "y"], 5), 10.0, 100, 110),
        remembered(entry(Kind::Card, "b", &["x"], 5), 1.0, 10, 11),
        entry(Kind::Card, "c", &["x"], 5),
    ];
    let covered = coverage(&entries, 110);
    assert_eq!(covered.len(), 2);
    assert_eq!((covered[0].items, covered[0].seen, covered[0].known), (3, 2, 1));
    let expect = (0.9 + entries[1].memory.unwrap().recall(110)) / 2.0;
    assert!((covered[0].mean_recall.unwrap() - expect).abs() < 1e-6);
    assert_eq!((covered[1].items, covered[1].share_known()), (1, 1.0));
    assert!((covered[0].share_seen() - 2.0 / 3.0).abs() < 1e-6);
    assert_eq!(coverage(&entries[2..], 110)[0].mean_recall, None);
}

#[test]
fn what_was_done_today_leaves_room_for_what_fits_beside_it() {
    let entries = [
        entry(Kind::Design, "long", &["a"], 50),
        entry(Kind::Card, "short", &["b"], 6),
        entry(Kind::Card, "other", &["c"], 6),
    ];
    let first = |done_minutes| {
        let profile = Profile { done_minutes, ..profile(10, 60) };
        let plan = plan(&entries, &profile).unwrap();
        let day = &plan.days[0];
        (day.minutes, slugs(day).iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(first(0).0, 60);
    let (left, mut fitting) = first(42);
    fitting.sort();
    assert_eq!((left, fitting), (18, vec!["other".to_owned(), "short".to_owned()]));
    assert_eq!(first(100), (0, Vec::new()));
}
