//! The program of the practice room.

use embed::{Opening, Room};
use ui::practice::{ExerciseRoom, asked_interview};
use yew::prelude::*;

fn main() {
    embed::start(Room { widget, page });
}

/// On a page of the site a link may ask for an interview.
fn page(opening: &Opening) -> Option<Html> {
    let slug = opening.item.inside("practice")?.to_owned();
    let asked_minutes = opening.initial.as_deref().and_then(asked_interview);
    Some(html! { <ExerciseRoom {slug} {asked_minutes} /> })
}

fn widget(opening: &Opening) -> Option<Html> {
    let slug = opening.item.inside("practice")?.to_owned();
    let on_event = opening.on_event.clone();
    Some(html! { <ExerciseRoom {slug} hide={opening.hide} {on_event} /> })
}
