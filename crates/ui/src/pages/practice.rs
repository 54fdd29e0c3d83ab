//! The list of exercises: what to do next, tracks, search and filters.

mod controls;
mod filter;
pub mod next;
mod suggestion;
mod tracks;

use content::{Item, Kind, Track};
use yew::prelude::*;

pub(crate) use self::filter::{LEVELS, level, level_value};
use self::{
    controls::{clear_button, controls},
    filter::Filter,
    next::proposals,
    suggestion::suggestion,
    tracks::{track_cards, track_list},
};
use super::{
    list::{ItemList, fetch_failure, fetching, record_of},
    order::sorted,
};
use crate::{
    address::use_fragment,
    catalogue,
    navigation::Link,
    progress::{Records, Stage, use_records},
};

/// Every exercise.
#[component]
pub fn PracticeList() -> Html {
    let fetched = catalogue::use_fetched("shelf".into(), |_| async {
        let items = catalogue::index().await?;
        // Without its tracks the list is still a list.
        Ok((items, catalogue::tracks().await.unwrap_or_default()))
    });
    let records = use_records();
    let body = match (fetched.as_ref().map(Result::as_ref), &records) {
        (Some(Err(error)), _) => fetch_failure(error),
        (Some(Ok(fetched)), Some(records)) => {
            let (items, tracks) = (&fetched.0, fetched.1.clone());
            let exercises = items.iter().filter(|item| item.kind == Kind::Exercise);
            let records = (**records).clone();
            html! { <Shelf exercises={exercises.cloned().collect::<Vec<_>>()} {tracks} {records} /> }
        }
        _ => fetching(),
    };
    html! {
        <div class="page stack">
            <h1>{ "Practice" }</h1>
            <p class="muted">{ "Write real Python, run it against visible and hidden cases, and see which case failed and why. It runs on this device, with " }<Link to="numpy/">{ "these names of NumPy" }</Link>{ "." }</p>
            { body }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ShelfProps {
    exercises: Vec<Item>,
    tracks: Vec<Track>,
    records: Records,
}

/// The exercises, once they are there.
#[component]
fn Shelf(props: &ShelfProps) -> Html {
    let (filter, change) = use_fragment(Filter::parse, Filter::fragment);
    let ShelfProps { exercises, tracks, records } = props;
    let track = tracks.iter().find(|track| track.slug == filter.track);
    let on_track = {
        let (filter, change) = (filter.clone(), change.clone());
        Callback::from(move |slug: String| {
            let track = if filter.track == slug { String::new() } else { slug };
            change.emit(Filter { track, ..filter.clone() });
        })
    };
    let is_in_track = |item: &&Item| track.is_none_or(|it| it.slugs().any(|s| *s == item.slug));
    let within: Vec<&Item> = exercises.iter().filter(is_in_track).collect();
    let shown: Vec<Item> =
        within.iter().filter(|item| filter.takes(item, records)).map(|it| (*it).clone()).collect();
    let key = |item: &Item| (item.level, item.minutes);
    let shown = sorted(&shown, |a, b| key(a).cmp(&key(b)).then(a.title.cmp(&b.title)));
    let place = use_state_eq(|| 0_usize);
    let proposals = use_memo((exercises.clone(), records.clone()), |(exercises, records)| {
        proposals(exercises, records)
    });
    let count = counted(shown.len(), within.len(), exercises, records);
    html! {
        <>
            { suggestion(&proposals, records, &place) }
            { track_cards(tracks, records, &filter.track, &on_track) }
            { controls(exercises, &filter, &change) }
            <div class="row spread">
                <p class="small num" role="status" data-testid="count">{ count }</p>
                { clear_button(&filter, &change) }
            </div>
            if shown.is_empty() {
                <div class="empty"><p>{ "No exercise fits these filters." }</p></div>
            } else if let Some(track) = track {
                { track_list(track, &shown, records) }
            } else {
                <ItemList items={shown} records={records.clone()} />
            }
        </>
    }
}

fn counted(shown: usize, within: usize, exercises: &[Item], records: &Records) -> String {
    let is_solved = |item: &&Item| record_of(item, records).stage() == Stage::Solved;
    let solved = exercises.iter().filter(is_solved).count();
    let all = exercises.len();
    let part = if shown == within {
        format!("{shown} exercises")
    } else {
        format!("{shown} of {within} exercises")
    };
    format!("{part}; {solved} of all {all} solved")
}

/// With a capital first letter, if it is one of English.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().map(|first| first.to_ascii_uppercase()).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_begin_with_a_capital() {
        assert_eq!(capitalised("numpy"), "Numpy");
        assert_eq!(capitalised(""), "");
    }
}
