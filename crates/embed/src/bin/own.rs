//! The program of the visitor's own side of the study room: stories, the projects of a résumé, and
//! pictures of practice. A program of its own, because nobody who reads a card needs what draws.

use embed::{Opening, Room};
use ui::study::{HistoryPage, ResumePage, StoriesPage};
use yew::prelude::*;

fn main() {
    embed::start(Room { widget, page });
}

/// What is one's own stays on the site.
fn widget(_opening: &Opening) -> Option<Html> {
    None
}

fn page(opening: &Opening) -> Option<Html> {
    match opening.item.name() {
        "study/stories" => Some(html! { <StoriesPage /> }),
        "study/resume" => Some(html! { <ResumePage /> }),
        "study/history" => Some(html! { <HistoryPage /> }),
        _ => None,
    }
}
