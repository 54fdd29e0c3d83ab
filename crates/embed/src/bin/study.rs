//! The program of the study room.

use embed::{Opening, Room};
use ui::study::{StudyItem, StudyRoom};
use yew::prelude::*;

fn main() {
    embed::start(Room { widget, page });
}

/// A card, a case or a question; the plan and the list stay on the site.
fn widget(opening: &Opening) -> Option<Html> {
    let slug = opening.item.inside("study")?.to_owned();
    let on_event = opening.on_event.clone();
    Some(html! { <StudyItem {slug} {on_event} /> })
}

fn page(opening: &Opening) -> Option<Html> {
    match opening.item.name() {
        "study" => Some(html! { <StudyRoom /> }),
        _ => widget(opening),
    }
}
