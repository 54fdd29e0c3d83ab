//! The program of the labs.

use embed::{Opening, Room};
use ui::{lab::BoundaryLab, pages::LabPage};
use yew::prelude::*;

fn main() {
    embed::start(Room { widget, page });
}

fn widget(opening: &Opening) -> Option<Html> {
    let Opening { item, hide, initial, on_event } = opening.clone();
    let is_there = item.inside("labs")? == "decision-boundary";
    is_there.then(|| html! { <BoundaryLab {hide} {initial} {on_event} /> })
}

fn page(opening: &Opening) -> Option<Html> {
    let slug = opening.item.inside("labs")?.to_owned();
    widget(opening).map(|widget| html! { <LabPage {slug}>{ widget }</LabPage> })
}
