//! How well was it known? Four buttons, each with the day it would lead to, and the way back.

use std::rc::Rc;

use content::Kind;
use study::{
    Day,
    history::falls,
    schedule::{Rating, Scheduler},
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    day,
    keys::use_keys,
    reviews::{self, Reviews},
};
use crate::{
    components::{Button, Emphasis},
    navigation::Link,
    progress,
    storage::{Change, Storage, Store},
};

/// Properties of [`Rate`].
#[derive(Properties, PartialEq)]
pub struct RateProps {
    /// What sort of item.
    pub kind: Kind,
    /// Which one.
    pub slug: AttrValue,
    /// What the ticked rubric amounts to.
    #[prop_or_default]
    pub suggested: Option<Rating>,
    /// Called when a rating was given or taken back.
    #[prop_or_default]
    pub on_rated: Callback<()>,
}

/// The name of a rating.
pub fn name(rating: Rating) -> &'static str {
    match rating {
        Rating::Again => "Again",
        Rating::Hard => "Hard",
        Rating::Good => "Good",
        Rating::Easy => "Easy",
    }
}

/// What each rating means.
fn meaning(rating: Rating) -> &'static str {
    match rating {
        Rating::Again => "not recalled",
        Rating::Hard => "with effort or help",
        Rating::Good => "recalled",
        Rating::Easy => "at once",
    }
}

/// The four buttons.
#[component]
pub fn Rate(props: &RateProps) -> Html {
    let kept = use_reviews(props.kind, &props.slug);
    let today = day::today();
    let change = {
        let (kept, kind, slug) = (kept.clone(), props.kind, props.slug.clone());
        let on_rated = props.on_rated.clone();
        Callback::from(move |next: Reviews| {
            reviews::write(kind, &slug, &next);
            kept.set(Some(Rc::new(next)));
            on_rated.emit(());
        })
    };
    {
        let (kept, change) = ((*kept).clone(), change.clone());
        let on_key = use_callback((kept, change), move |key: String, (kept, change)| {
            let place = key.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let rating = place.and_then(|place| Rating::ALL.get(place));
            let (Some(rating), Some(kept)) = (rating, kept) else { return false };
            change.emit(kept.rated(*rating, day::today()));
            true
        });
        use_keys(on_key);
    }
    let Some(reviews) = (*kept).clone() else { return Html::default() };
    let undo = {
        let (reviews, change) = (reviews.clone(), change.clone());
        Callback::from(move |_: MouseEvent| change.emit(reviews.undone(today)))
    };
    html! {
        <section class="panel pad stack tight study-rate" aria-labelledby="rate" data-testid="rate">
            <h2 class="study-part" id="rate">{ "How well did you know it?" }</h2>
            <div class="study-ratings">
                { for Rating::ALL.into_iter().enumerate().map(|(place, rating)| button(&reviews, rating, place, today, &change, props.suggested)) }
            </div>
            <div class="row spread study-rated">
                <p class="small num" role="status" data-testid="rated">{ said(&reviews, today, props.suggested) }</p>
                if reviews.of(today).is_some() {
                    <Button emphasis={Emphasis::Quiet} testid="undo" onclick={undo}>{ "Take it back" }</Button>
                }
            </div>
            if let Some(memory) = reviews.memory() {
                <p class="small num muted" data-testid="falls">
                    { falls(&memory) }{ " " }<Link to="study/history/">{ "All of it as a picture" }</Link>
                </p>
            }
        </section>
    }
}

fn button(
    reviews: &Rc<Reviews>,
    rating: Rating,
    place: usize,
    today: Day,
    change: &Callback<Reviews>,
    suggested: Option<Rating>,
) -> Html {
    let before = reviews.before(today);
    let due = Scheduler::default().preview(before.as_ref(), today).ok().map(|all| all[place].due);
    let onclick = {
        let (reviews, change) = (reviews.clone(), change.clone());
        // The day of the press: a page that was left open overnight has been drawn the day before.
        Callback::from(move |_: MouseEvent| change.emit(reviews.rated(rating, day::today())))
    };
    let pressed = Some(reviews.of(today) == Some(rating));
    let class = classes!("study-rating", (suggested == Some(rating)).then_some("suggested"));
    let testid = format!("rate-{}", name(rating).to_ascii_lowercase());
    html! {
        <Button key={place} {class} {pressed} {testid} {onclick}>
            <span>{ name(rating) }<kbd aria-hidden="true">{ place + 1 }</kbd></span>
            <span class="small">{ meaning(rating) }</span>
            if let Some(due) = due { <span class="small num">{ day::from_today(due, today) }</span> }
        </Button>
    }
}

/// What was rated and what follows, or what to do.
fn said(reviews: &Reviews, today: Day, suggested: Option<Rating>) -> String {
    match (reviews.of(today), reviews.memory(), suggested) {
        (Some(rating), Some(memory), _) => format!(
            "Rated {}. It comes back {}, {}.",
            name(rating).to_ascii_lowercase(),
            day::from_today(memory.due, today),
            day::date(memory.due)
        ),
        (_, _, Some(rating)) => {
            format!(
                "By the rubric this was “{}”. You have the last word.",
                name(rating).to_ascii_lowercase()
            )
        }
        (_, Some(memory), None) => {
            format!("You last rated it {}.", day::from_today(memory.last_review, today))
        }
        _ => "It comes back on the day shown: when you would have nine chances in ten to know it."
            .into(),
    }
}

/// The ratings of an item; read again when another tab writes them. `None` until they are read.
#[hook]
fn use_reviews(kind: Kind, slug: &AttrValue) -> UseStateHandle<Option<Rc<Reviews>>> {
    let kept = use_state_eq(|| None);
    let setter = kept.setter();
    use_effect_with((kind, slug.clone()), move |(kind, slug)| {
        let (kind, slug) = (*kind, slug.clone());
        let key = progress::key(kind, &slug);
        let load = Callback::from(move |()| {
            let (setter, slug) = (setter.clone(), slug.clone());
            spawn_local(async move {
                setter.set(Some(Rc::new(reviews::read(kind, &slug).await)));
            });
        });
        load.emit(());
        let on_change = Callback::from(move |change: Change| {
            if change.store == Store::Study && change.key == key {
                load.emit(());
            }
        });
        let subscription = Storage::shared().on_change(on_change);
        move || drop(subscription)
    });
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_says_when_it_comes_back() {
        let none = Reviews::default();
        assert!(said(&none, 20_454, None).starts_with("It comes back on the day shown"));
        assert!(said(&none, 20_454, Some(Rating::Hard)).contains("“hard”"));
        let rated = none.rated(Rating::Again, 20_454);
        assert_eq!(said(&rated, 20_454, None), "Rated again. It comes back tomorrow, Fri 2 Jan.");
        assert_eq!(said(&rated, 20_456, None), "You last rated it 2 days ago.");
    }
}
