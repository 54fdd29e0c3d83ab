//! Tracks: a card each with how far one is, and the exercises of the chosen one in its order.

use content::{Item, Kind, Track};
use yew::prelude::*;

use super::super::list::ItemList;
use crate::progress::{self, Records, Stage};

/// Properties of [`TrackCards`].
#[derive(Properties, PartialEq)]
pub struct TrackCardsProps {
    /// Every track.
    pub tracks: Vec<Track>,
    /// What the visitor has done.
    pub records: Records,
    /// Slug of the chosen one; empty for none.
    pub chosen: String,
    /// A card was pressed, by slug.
    pub on_track: Callback<String>,
}

/// A card a track.
#[component]
pub fn TrackCards(props: &TrackCardsProps) -> Html {
    if props.tracks.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack tight" aria-labelledby="tracks">
            <h2 class="small" id="tracks">{ "Tracks" }</h2>
            <div class="tracks">{ for props.tracks.iter().map(|track| card(props, track)) }</div>
        </section>
    }
}

fn card(props: &TrackCardsProps, track: &Track) -> Html {
    let (solved, all) = progress_of(track, &props.records);
    let pressed = if props.chosen == track.slug { "true" } else { "false" };
    let onclick = {
        let slug = track.slug.clone();
        props.on_track.reform(move |_: MouseEvent| slug.clone())
    };
    html! {
        <button key={track.slug.clone()} type="button" class="track panel" aria-pressed={pressed}
            data-testid="track" data-slug={track.slug.clone()} {onclick}>
            <strong>{ &track.title }</strong>
            <span class="small">{ &track.summary }</span>
            <span class="track-progress num">
                <progress value={solved.to_string()} max={all.to_string()} aria-hidden="true" />
                { format!("{solved} of {all}") }<span class="aside-text">{ " solved" }</span>
            </span>
        </button>
    }
}

fn progress_of(track: &Track, records: &Records) -> (usize, usize) {
    let is_solved = |slug: &&String| {
        let record = records.get(&progress::key(Kind::Exercise, slug));
        record.is_some_and(|record| record.stage() == Stage::Solved)
    };
    (track.slugs().filter(is_solved).count(), track.slugs().count())
}

/// Properties of [`TrackList`].
#[derive(Properties, PartialEq)]
pub struct TrackListProps {
    /// Which.
    pub track: Track,
    /// Its exercises that fit the filters, in any order.
    pub items: Vec<Item>,
    /// What the visitor has done.
    pub records: Records,
}

/// The exercises of a track, part by part.
#[component]
pub fn TrackList(props: &TrackListProps) -> Html {
    let part = |title: &str, slugs: &[String]| {
        let find = |slug: &String| props.items.iter().find(|item| item.slug == *slug).cloned();
        let items: Vec<Item> = slugs.iter().filter_map(find).collect();
        if items.is_empty() {
            return Html::default();
        }
        html! {
            <section class="stack tight" aria-label={title.to_owned()}>
                <h2 class="part-title">{ title }</h2>
                <ItemList {items} records={props.records.clone()} />
            </section>
        }
    };
    html! { { for props.track.parts.iter().map(|it| part(&it.title, &it.exercises)) } }
}

#[cfg(test)]
mod tests {
    use content::Part;

    use super::*;
    use crate::progress::Record;

    #[test]
    fn solved_exercises_of_a_track_are_counted() {
        let part = |slugs: &[&str]| Part {
            title: "Week".into(),
            exercises: slugs.iter().map(|slug| (*slug).to_owned()).collect(),
        };
        let track = Track {
            slug: "t".into(),
            title: "T".into(),
            summary: String::new(),
            parts: vec![part(&["a", "b"]), part(&["c"])],
        };
        let solved = Record { solved_ms: Some(1.0), ..Record::default() };
        let records = Records::from([("exercise/c".to_owned(), solved)]);
        assert_eq!(progress_of(&track, &records), (1, 3));
    }
}
