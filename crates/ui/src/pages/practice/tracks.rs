//! Tracks: a card each with how far one is, and the exercises of the chosen one in its order.

use content::{Item, Kind, Track};
use yew::prelude::*;

use super::super::list::ItemList;
use crate::progress::{self, Records, Stage};

/// A card a track. `chosen` is the slug of the pressed one; `on_track` hears which is pressed.
pub fn track_cards(
    tracks: &[Track],
    records: &Records,
    chosen: &str,
    on_track: &Callback<String>,
) -> Html {
    if tracks.is_empty() {
        return Html::default();
    }
    let card = |track: &Track| card(track, records, track.slug == chosen, on_track);
    html! {
        <section class="stack tight" aria-labelledby="tracks">
            <h2 class="small" id="tracks">{ "Tracks" }</h2>
            <div class="tracks">{ for tracks.iter().map(card) }</div>
        </section>
    }
}

fn card(track: &Track, records: &Records, is_chosen: bool, on_track: &Callback<String>) -> Html {
    let (solved, all) = progress_of(track, records);
    let pressed = if is_chosen { "true" } else { "false" };
    let onclick = {
        let slug = track.slug.clone();
        on_track.reform(move |_: MouseEvent| slug.clone())
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

/// The exercises of a track, part by part; `items` are those that fit the filters, in any order.
pub fn track_list(track: &Track, items: &[Item], records: &Records) -> Html {
    let part = |title: &str, slugs: &[String]| {
        let find = |slug: &String| items.iter().find(|item| item.slug == *slug).cloned();
        let items: Vec<Item> = slugs.iter().filter_map(find).collect();
        if items.is_empty() {
            return Html::default();
        }
        html! {
            <section class="stack tight" aria-label={title.to_owned()}>
                <h2 class="part-title">{ title }</h2>
                <ItemList {items} records={records.clone()} />
            </section>
        }
    };
    html! { { for track.parts.iter().map(|it| part(&it.title, &it.exercises)) } }
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
