//! The end of a loop: its report is kept, its scores go to the schedule, and the loop itself is gone.
//! All of it is one burst of changes, so that a page that is left at that moment has done all or
//! nothing, and a loop that is no longer there cannot be rated a second time.

use study::interview::{Candidate, Report, Session};

use super::{keep::SESSION, reports::key};
use crate::{
    storage::{Storage, Store},
    study::{day, reviews},
};

/// Reports that one day can have.
const MOST_OF_DAY: u32 = 500;

/// Ends a loop and gives the end of its report's key.
pub async fn finish(session: &Session, pool: &[Candidate]) -> String {
    let report = session.report(pool);
    let id = free_id(&report).await;
    let today = day::today();
    let mut rated = Vec::with_capacity(report.ratings.len());
    for (item, rating) in &report.ratings {
        let before = reviews::read(item.kind, &item.slug).await;
        rated.push((item, before.rated(*rating, today)));
    }
    let storage = Storage::shared();
    // Texts, names and finite numbers are always JSON.
    if let Ok(value) = serde_json::to_value(&report) {
        storage.put(Store::Code, &key(&id), value);
    }
    for (item, reviews) in rated {
        reviews::write(item.kind, &item.slug, &reviews);
    }
    storage.delete(Store::Code, SESSION);
    id
}

/// The first number of the loop's day that no report has.
async fn free_id(report: &Report) -> String {
    let storage = Storage::shared();
    for number in 1..MOST_OF_DAY {
        let id = format!("{}-{number}", report.day);
        if storage.text(Store::Code, &key(&id)).await.is_none() {
            return id;
        }
    }
    format!("{}-{MOST_OF_DAY}", report.day)
}
