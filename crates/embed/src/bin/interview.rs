//! The program of the interview room.

use embed::{Opening, Room};
use ui::interview::InterviewRoom;
use yew::prelude::*;

fn main() {
    embed::start(Room { widget, page });
}

/// A loop needs the site's own storage and schedule: there is nothing of it for other pages.
fn widget(_opening: &Opening) -> Option<Html> {
    None
}

fn page(opening: &Opening) -> Option<Html> {
    (opening.item.name() == "interview").then(|| html! { <InterviewRoom /> })
}
