//! What every plan holds, over a thousand random profiles.

use std::collections::BTreeMap;

use content::Kind;
use proptest::prelude::*;

use super::super::*;
use super::{entry, profile};
use crate::schedule::Scheduler;
use crate::weekday;

fn any_entry() -> impl Strategy<Value = Entry> {
    let kind = prop::sample::select(vec![
        Kind::Exercise,
        Kind::Lab,
        Kind::Attention,
        Kind::Card,
        Kind::Design,
        Kind::Behavioural,
    ]);
    let level = prop::sample::select(vec![Level::WarmUp, Level::Core, Level::Stretch]);
    let topics = prop::collection::vec(prop::sample::select(vec!["a", "b", "c", "d"]), 0..3);
    let memory = prop::option::of((0.01f32..200.0, 1.0f32..10.0, 0i32..80, 1i32..120));
    let rating = prop::option::of(prop::sample::select(Rating::ALL.to_vec()));
    let rows = prop::collection::vec(0u8..6, 0..2);
    (kind, level, topics, memory, rating, rows, 0u32..60, 0u16..70).prop_map(
        |(kind, level, topics, memory, last, rows, slug, minutes)| Entry {
            memory: memory.map(|(stability_days, difficulty, ago, interval)| {
                let last_review = 20_458 - ago;
                Memory { stability_days, difficulty, last_review, due: last_review + interval }
            }),
            last,
            level,
            rows: rows.iter().map(u8::to_string).collect(),
            ..entry(kind, &slug.to_string(), &topics, minutes)
        },
    )
}

fn any_profile() -> impl Strategy<Value = Profile> {
    let minutes = prop::array::uniform7(prop_oneof![Just(0u16), 1u16..40, 40u16..240]);
    let length =
        prop::sample::select(vec![Length::FourWeeks, Length::SixWeeks, Length::UntilInterview]);
    let done = prop_oneof![Just(0u16), 1u16..240];
    (minutes, done, length, 0i32..50, any::<bool>()).prop_map(
        |(weekday_minutes, done_minutes, length, days, senior)| {
            let seniority = if senior { Seniority::Senior } else { Seniority::Junior };
            Profile { weekday_minutes, done_minutes, length, seniority, ..profile(days, 0) }
        },
    )
}

/// The minutes of an item: in full when new, half of an exercise or lab, a third of a case again.
fn needs(entry: &Entry, memory: Option<Memory>) -> u32 {
    let full = u32::from(entry.minutes).max(1);
    match entry.item.kind {
        _ if memory.is_none() => full,
        Kind::Exercise | Kind::Lab | Kind::Attention => full.div_ceil(2),
        Kind::Design => full.div_ceil(3),
        Kind::Card | Kind::Behavioural => full,
    }
}

/// Goes through the plan as it would be worked through, and looks at each day with what is
/// remembered by then.
fn hold_laws(entries: &[Entry], profile: &Profile, plan: &Plan) -> Result<(), TestCaseError> {
    let scheduler = Scheduler::default();
    let mut memories: BTreeMap<ItemRef, (Entry, Option<Memory>)> = BTreeMap::new();
    for entry in entries {
        let state = (entry.clone(), entry.memory);
        memories.entry(entry.item.clone()).or_insert(state);
    }
    let mut expect_day = profile.today;
    for day in &plan.days {
        prop_assert_eq!(day.day, expect_day);
        prop_assert!(day.day < profile.interview);
        let gone = if day.day == profile.today { profile.done_minutes } else { 0 };
        let minutes = profile.weekday_minutes[weekday(day.day)].saturating_sub(gone);
        prop_assert_eq!(day.minutes, minutes);
        prop_assert!(day.planned_minutes() <= u32::from(day.minutes));
        let mut whats: Vec<&What> = day.tasks.iter().map(|task| &task.what).collect();
        whats.sort();
        whats.dedup();
        prop_assert_eq!(whats.len(), day.tasks.len());
        let left = u32::from(day.minutes) - day.planned_minutes();
        for (item, (entry, memory)) in &memories {
            let is_planned = whats.contains(&&What::Item(item.clone()));
            let is_asked = memory.is_none_or(|memory| memory.due <= day.day);
            // Due or new: planned, or no room left for it. So no day is empty that need not be.
            prop_assert!(is_planned || !is_asked || needs(entry, *memory) > left, "{item:?}");
        }
        for task in &day.tasks {
            let What::Item(item) = &task.what else { continue };
            let (entry, memory) = memories.get_mut(item).unwrap();
            prop_assert_eq!(needs(entry, *memory), u32::from(task.minutes));
            let is_new = matches!(
                task.reason,
                Reason::NewRow { .. } | Reason::NewTopic { .. } | Reason::New { .. }
            );
            prop_assert!(!is_new || memory.is_none());
            *memory = scheduler.review(memory.as_ref(), Rating::Good, day.day).ok();
        }
        expect_day += 1;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn every_plan_holds_its_laws(
        entries in prop::collection::vec(any_entry(), 0..50),
        profile in any_profile(),
    ) {
        // The first of two with one address counts, as in the plan's stable order.
        let made = plan(&entries, &profile).unwrap();
        hold_laws(&entries, &profile, &made)?;
        prop_assert_eq!(plan(&entries, &profile).unwrap(), made);
    }
}
