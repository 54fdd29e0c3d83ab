//! What may be asked, and when each was last seen: rated, or opened in the Practice room.

use std::rc::Rc;

use content::Item;
use study::{Day, interview::Candidate};
use yew::prelude::*;

use crate::{
    catalogue::{self, FetchError},
    progress::{self, Record, Records, use_records},
    study::{
        day,
        reviews::{AllReviews, Reviews, use_all_reviews},
    },
};

/// Everything on the site. `None` until it is there.
#[hook]
pub fn use_pool() -> Option<Result<Rc<Vec<Candidate>>, FetchError>> {
    let items = catalogue::use_fetched("pool".into(), |_| catalogue::everything());
    let (reviews, _) = use_all_reviews();
    let records = use_records();
    let pool = use_memo((items, reviews, records), |(items, reviews, records)| {
        let items = match items.as_ref()? {
            Ok(items) => items,
            Err(error) => return Some(Err(error.clone())),
        };
        let (reviews, records) = (reviews.as_ref()?, records.as_ref()?);
        Some(Ok(Rc::new(pool(items, reviews, records, day::of_ms))))
    });
    (*pool).clone()
}

fn pool(
    items: &[Item],
    reviews: &AllReviews,
    records: &Records,
    day_of: fn(f64) -> Day,
) -> Vec<Candidate> {
    let candidate = |item: &Item| {
        let key = progress::key(item.kind, &item.slug);
        let last_seen = last_seen(reviews.get(&key), records.get(&key), day_of);
        Candidate { item: item.clone(), last_seen }
    };
    items.iter().map(candidate).collect()
}

/// The last day on which an item was rated, opened or solved.
fn last_seen(
    reviews: Option<&Reviews>,
    record: Option<&Record>,
    day_of: fn(f64) -> Day,
) -> Option<Day> {
    let rated = reviews.and_then(|it| it.reviews.last()).map(|it| it.day);
    let opened = record.map(|it| it.opened_ms).filter(|it| *it > 0.0).map(day_of);
    let solved = record.and_then(|it| it.solved_again_ms.or(it.solved_ms)).map(day_of);
    [rated, opened, solved].into_iter().flatten().max()
}

/// The line of the index of an item.
pub fn find<'a>(pool: &'a [Candidate], wanted: &study::ItemRef) -> Option<&'a Item> {
    let is_wanted = |it: &&Item| it.kind == wanted.kind && it.slug == wanted.slug;
    pool.iter().map(|it| &it.item).find(is_wanted)
}

#[cfg(test)]
mod tests {
    use study::schedule::Rating;

    use super::*;

    #[test]
    fn an_item_was_seen_when_it_was_last_rated_or_opened() {
        let day_of = |at_ms: f64| at_ms as Day;
        let rated = Reviews::default().rated(Rating::Good, 7);
        let opened = Record { opened_ms: 5.0, solved_ms: Some(9.0), ..Record::default() };
        assert_eq!(last_seen(None, None, day_of), None);
        assert_eq!(last_seen(None, Some(&Record::default()), day_of), None);
        assert_eq!(last_seen(Some(&rated), None, day_of), Some(7));
        assert_eq!(last_seen(Some(&rated), Some(&opened), day_of), Some(9));
    }
}
