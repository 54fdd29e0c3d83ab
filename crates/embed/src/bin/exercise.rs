//! The program of the practice room.

use embed::{Opening, Room};
use ui::practice::ExerciseRoom;
use yew::prelude::*;

fn main() {
    embed::start(Room { widget, page: widget });
}

fn widget(opening: &Opening) -> Option<Html> {
    let slug = opening.item.inside("practice")?.to_owned();
    let on_event = opening.on_event.clone();
    Some(html! { <ExerciseRoom {slug} hide={opening.hide} {on_event} /> })
}
