//! The program of the attention room.

use embed::{Opening, Room};
use ui::{attention::AttentionStudio, pages::LabPage};
use yew::prelude::*;

fn main() {
    embed::start(Room { widget, page });
}

fn widget(opening: &Opening) -> Option<Html> {
    let Opening { item, hide, initial, on_event } = opening.clone();
    let is_there = item.name() == "attention";
    is_there.then(|| html! { <AttentionStudio {hide} {initial} {on_event} /> })
}

fn page(opening: &Opening) -> Option<Html> {
    widget(opening).map(|widget| html! { <LabPage slug="attention">{ widget }</LabPage> })
}
