//! The program of the labs.

use embed::{Opening, Room};
use ui::{labs::LabRoom, pages::LabPage, site::Site};
use yew::prelude::*;

fn main() {
    embed::start(Room { widget, page });
}

fn widget(opening: &Opening) -> Option<Html> {
    lab(opening, false)
}

fn lab(opening: &Opening, is_page: bool) -> Option<Html> {
    let Opening { item, hide, initial, on_event } = opening.clone();
    let slug = item.inside("labs")?.to_owned();
    let is_there = Site::current().has(&format!("content/labs/{slug}.json"));
    is_there.then(|| html! { <LabRoom {slug} {hide} {initial} {on_event} {is_page} /> })
}

fn page(opening: &Opening) -> Option<Html> {
    let slug = opening.item.inside("labs")?.to_owned();
    lab(opening, true).map(|lab| html! { <LabPage {slug}>{ lab }</LabPage> })
}
