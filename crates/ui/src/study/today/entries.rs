//! What the plan is made of: everything on the site, with what is remembered of it. Cards, cases and
//! questions are rated; of exercises it is known when they were solved.

use content::{Item, Kind, syllabus::Section};
use study::{
    Day, ItemRef,
    plan::{Entry, review_minutes},
    schedule::{ExerciseRun, rate_exercise},
};

use super::super::reviews::{AllReviews, Review, Reviews};
use crate::progress::{self, Record, Records};

/// One entry an item. `day_of` gives the day of a moment on the visitor's calendar.
pub fn entries(
    items: &[Item],
    syllabus: &[Section],
    reviews: &AllReviews,
    records: &Records,
    day_of: fn(f64) -> Day,
) -> Vec<Entry> {
    let rows = || syllabus.iter().flat_map(|section| &section.rows);
    items
        .iter()
        .map(|item| {
            let key = progress::key(item.kind, &item.slug);
            let rated = with_solved(item, reviews.get(&key), records.get(&key), day_of);
            let name = if item.kind == Kind::Attention { "attention" } else { &key };
            let covered = rows().filter(|row| row.items.iter().any(|it| it == name));
            Entry {
                item: ItemRef { kind: item.kind, slug: item.slug.clone() },
                topics: item.topics.clone(),
                minutes: item.minutes,
                level: item.level,
                rows: covered.map(|row| row.id.clone()).collect(),
                memory: rated.memory(),
                last: rated.reviews.last().map(|it| it.rating),
            }
        })
        .collect()
}

/// An item's ratings, with those that follow from an exercise that was solved.
fn with_solved(
    item: &Item,
    rated: Option<&Reviews>,
    record: Option<&Record>,
    day_of: fn(f64) -> Day,
) -> Reviews {
    let mut all = rated.cloned().unwrap_or_default();
    let Some(record) = record.filter(|_| item.kind == Kind::Exercise) else { return all };
    let moments = [record.solved_ms, record.solved_again_ms];
    for (place, at_ms) in moments.into_iter().enumerate() {
        let Some(day) = at_ms.map(day_of) else { continue };
        if all.reviews.iter().all(|it| it.day != day) {
            // The second time it is known that it passed, and no more.
            let runs = if place == 0 { record.solved_runs } else { 2 };
            all.reviews.push(Review { day, rating: rate_exercise(&run(item, record, runs)) });
        }
    }
    all.reviews.sort_by_key(|it| it.day);
    all
}

fn run(item: &Item, record: &Record, runs: u32) -> ExerciseRun {
    ExerciseRun {
        passed: true,
        solution_seen: false,
        hints: u32::try_from(record.hints)
            .unwrap_or(u32::MAX)
            .saturating_add(u32::from(record.lines)),
        runs,
        // Not measured: taken as what was planned, which counts neither for nor against.
        seconds: u32::from(item.minutes) * 60,
        planned_minutes: item.minutes,
    }
}

/// What was done today, each with the minutes that were planned for it: those of a review, where it
/// had been met before.
pub fn done_today(
    items: &[Item],
    reviews: &AllReviews,
    records: &Records,
    today: Day,
    day_of: fn(f64) -> Day,
) -> Vec<Item> {
    let done = |item: &Item| {
        let key = progress::key(item.kind, &item.slug);
        let rated = with_solved(item, reviews.get(&key), records.get(&key), day_of);
        rated.of(today)?;
        let was_met = rated.reviews.iter().any(|it| it.day < today);
        let minutes = if was_met { review_minutes(item.kind, item.minutes) } else { item.minutes };
        Some(Item { minutes, ..item.clone() })
    };
    items.iter().filter_map(done).collect()
}

#[cfg(test)]
mod tests {
    use content::{Level, syllabus::Row};
    use study::schedule::Rating;

    use super::*;

    fn item(kind: Kind, slug: &str) -> Item {
        Item {
            kind,
            slug: slug.into(),
            title: slug.into(),
            summary: String::new(),
            topics: vec!["vision".into()],
            level: Level::Core,
            minutes: 20,
            domain: None,
            question: None,
            path: String::new(),
        }
    }

    fn day_of(at_ms: f64) -> Day {
        at_ms as Day
    }

    #[test]
    fn items_carry_rows_and_memory() {
        let items = [
            item(Kind::Exercise, "iou"),
            item(Kind::Card, "lora"),
            item(Kind::Attention, "attention"),
        ];
        let row = |id: &str, items: &[&str]| Row {
            id: id.into(),
            words: id.into(),
            items: items.iter().map(|it| (*it).to_owned()).collect(),
        };
        let rows = vec![row("boxes", &["exercise/iou"]), row("how", &["attention", "card/lora"])];
        let syllabus = [Section { title: "S".into(), rows }];
        let reviews =
            AllReviews::from([("card/lora".to_owned(), Reviews::default().rated(Rating::Hard, 7))]);
        let solved = Record {
            solved_ms: Some(5.0),
            solved_runs: 9,
            solved_again_ms: Some(8.0),
            ..Record::default()
        };
        let records = Records::from([("exercise/iou".to_owned(), solved)]);
        let entries = entries(&items, &syllabus, &reviews, &records, day_of);
        let seen: Vec<_> = entries.iter().map(|it| (it.rows.concat(), it.last)).collect();
        assert_eq!(
            seen,
            [
                ("boxes".to_owned(), Some(Rating::Good)),
                ("how".to_owned(), Some(Rating::Hard)),
                ("how".to_owned(), None)
            ]
        );
        assert_eq!(entries[0].memory.unwrap().last_review, 8);
        let done = done_today(&items, &reviews, &records, 8, day_of);
        assert_eq!(done.iter().map(|it| it.slug.as_str()).collect::<Vec<_>>(), ["iou"]);
        assert_eq!(done[0].minutes, 10, "it was a review");
    }
}
