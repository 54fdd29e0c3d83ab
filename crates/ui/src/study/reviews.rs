//! What was rated when, a record an item. What is remembered of the item is not kept but follows by
//! replaying the ratings, so that a rating can be taken back and no two numbers can disagree.

use std::{collections::BTreeMap, rc::Rc};

use content::Kind;
use gloo::events::EventListener;
use serde::{Deserialize, Deserializer, Serialize};
use study::{
    Day,
    schedule::{Memory, Rating, Scheduler},
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    progress,
    storage::{Change, Storage, Store},
};

/// Ratings kept of one item; the oldest go first. Years of daily work on one card.
const MOST: usize = 500;

/// Every rating of one item, the last one last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reviews {
    /// At most one a day: a second one on the same day takes the place of the first.
    #[serde(deserialize_with = "readable_ones")]
    pub reviews: Vec<Review>,
}

/// One rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// On the visitor's calendar.
    pub day: Day,
    /// How well it was known.
    pub rating: Rating,
}

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Never rated.
    New,
    /// Rated, and not yet due again.
    Learning,
    /// Due today or before.
    Due,
}

impl Reviews {
    /// What is remembered; nothing before the first rating.
    #[must_use]
    pub fn memory(&self) -> Option<Memory> {
        remembered(&self.reviews)
    }

    /// What was remembered before the rating of `today`, if there is one.
    #[must_use]
    pub fn before(&self, today: Day) -> Option<Memory> {
        let earlier = self.reviews.iter().take_while(|it| it.day < today).count();
        remembered(&self.reviews[..earlier])
    }

    /// The rating that was given today.
    #[must_use]
    pub fn of(&self, today: Day) -> Option<Rating> {
        self.reviews.last().filter(|it| it.day >= today).map(|it| it.rating)
    }

    /// With a rating of today, in place of one that was given today already.
    #[must_use]
    pub fn rated(&self, rating: Rating, today: Day) -> Self {
        let mut next = self.undone(today);
        next.reviews.push(Review { day: today, rating });
        let surplus = next.reviews.len().saturating_sub(MOST);
        next.reviews.drain(..surplus);
        next
    }

    /// Without the rating of today.
    #[must_use]
    pub fn undone(&self, today: Day) -> Self {
        let earlier = self.reviews.iter().take_while(|it| it.day < today);
        Self { reviews: earlier.copied().collect() }
    }

    /// How the item stands.
    #[must_use]
    pub fn standing(&self, today: Day) -> Standing {
        standing(self.memory().as_ref(), today)
    }
}

fn remembered(reviews: &[Review]) -> Option<Memory> {
    let scheduler = Scheduler::default();
    reviews.iter().fold(None, |memory: Option<Memory>, review| {
        let next = scheduler.review(memory.as_ref(), review.rating, review.day);
        // A memory that replaying made is always one that can be reviewed.
        next.ok().or(memory)
    })
}

/// Drops what another version wrote otherwise, and nothing else; in the order of days.
fn readable_ones<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Review>, D::Error> {
    let value = serde_json::Value::deserialize(deserializer)?;
    let list = value.as_array().cloned().unwrap_or_default();
    let mut reviews: Vec<Review> = Vec::new();
    for review in list.into_iter().filter_map(|it| serde_json::from_value::<Review>(it).ok()) {
        if reviews.last().is_none_or(|last| last.day < review.day) {
            reviews.push(review);
        }
    }
    Ok(reviews)
}

/// How an item stands of which this is remembered.
pub fn standing(memory: Option<&Memory>, today: Day) -> Standing {
    match memory {
        None => Standing::New,
        Some(memory) if memory.due <= today => Standing::Due,
        Some(_) => Standing::Learning,
    }
}

/// What is remembered, by the item's key.
pub type Memories = BTreeMap<String, Memory>;

/// What follows from all ratings: worked out once, because replaying years takes a while.
pub fn memories(all: &AllReviews) -> Memories {
    let mut memories = Memories::new();
    memories.extend(all.iter().filter_map(|(key, it)| Some((key.clone(), it.memory()?))));
    memories
}

/// Ratings by the item's key: `card/lora-rank-and-merging`.
pub type AllReviews = BTreeMap<String, Reviews>;

/// Reads the ratings of one item; absent or unreadable ones are none.
pub async fn read(kind: Kind, slug: &str) -> Reviews {
    Storage::shared().get(Store::Study, &progress::key(kind, slug)).await.unwrap_or_default()
}

/// Writes the ratings of one item; none at all are removed.
pub fn write(kind: Kind, slug: &str, reviews: &Reviews) {
    let key = progress::key(kind, slug);
    if reviews.reviews.is_empty() {
        Storage::shared().delete(Store::Study, &key);
    } else if let Ok(value) = serde_json::to_value(reviews) {
        // A list of numbers and names is always JSON.
        Storage::shared().put(Store::Study, &key, value);
    }
}

/// Every item's ratings; read again when another tab writes one, when the page is come back to, and
/// when the callback is called.
/// `None` until they are read.
#[hook]
pub fn use_all_reviews() -> (Option<Rc<AllReviews>>, Callback<()>) {
    let reviews = use_state(|| None);
    let load = {
        let setter = reviews.setter();
        use_callback((), move |(), ()| {
            let setter = setter.clone();
            spawn_local(async move { setter.set(Some(Rc::new(read_all().await))) });
        })
    };
    use_effect_with(load.clone(), |load| {
        load.emit(());
        let (on_news, on_return) = (load.clone(), load.clone());
        let on_change = Callback::from(move |change: Change| {
            if change.store == Store::Study {
                on_news.emit(());
            }
        });
        let subscription = Storage::shared().on_change(on_change);
        // A page that was left open is often come back to on another day, with another plan.
        let document = gloo::utils::document();
        let listener =
            EventListener::new(&document, "visibilitychange", move |_| on_return.emit(()));
        move || drop((subscription, listener))
    });
    ((*reviews).clone(), load)
}

async fn read_all() -> AllReviews {
    let all = Storage::shared().all(Store::Study).await;
    let mut reviews = AllReviews::new();
    reviews.extend(
        all.into_iter().filter_map(|(key, it)| Some((key, serde_json::from_value(it).ok()?))),
    );
    reviews
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reviews(ratings: &[(Day, Rating)]) -> Reviews {
        Reviews { reviews: ratings.iter().map(|&(day, rating)| Review { day, rating }).collect() }
    }

    #[test]
    fn a_second_rating_of_a_day_replaces_the_first() {
        let once = Reviews::default().rated(Rating::Again, 10);
        let twice = once.rated(Rating::Easy, 10);
        assert_eq!(twice, reviews(&[(10, Rating::Easy)]));
        assert_eq!(twice.before(10), None);
        assert_eq!(twice.of(10), Some(Rating::Easy));
        assert_eq!(twice.of(11), None);
    }

    #[test]
    fn what_is_taken_back_leaves_what_was_before() {
        let before = reviews(&[(10, Rating::Good), (13, Rating::Good)]);
        let after = before.rated(Rating::Again, 20);
        assert_ne!(after.memory(), before.memory());
        assert_eq!(after.undone(20), before);
        assert_eq!(after.before(20), before.memory());
    }

    #[test]
    fn an_item_is_new_then_learnt_then_due() {
        let good = reviews(&[(10, Rating::Good)]);
        let due = good.memory().unwrap().due;
        assert_eq!(Reviews::default().standing(10), Standing::New);
        assert_eq!(good.standing(due - 1), Standing::Learning);
        assert_eq!(good.standing(due), Standing::Due);
    }

    #[test]
    fn what_cannot_be_read_is_dropped_alone() {
        let read = |text: &str| serde_json::from_str::<Reviews>(text).unwrap();
        let text = r#"{"reviews":[{"day":3,"rating":"good"},{"day":4,"rating":"perfect"},7,{"day":9,"rating":"hard"},{"day":2,"rating":"easy"}],"more":1}"#;
        assert_eq!(read(text), reviews(&[(3, Rating::Good), (9, Rating::Hard)]));
        assert_eq!(read(r#"{"reviews":"none"}"#), Reviews::default());
        assert_eq!(read("{}"), Reviews::default());
    }

    #[test]
    fn a_record_does_not_grow_for_ever() {
        let all = (0..600).fold(Reviews::default(), |all, day| all.rated(Rating::Good, day));
        assert_eq!(all.reviews.len(), MOST);
        assert_eq!(all.reviews[0].day, 100);
    }
}
