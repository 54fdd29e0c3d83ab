//! The program of the page about what is stored: few open it, and what writes and reads a file of
//! everything is not small.

use embed::{Opening, Room};
use ui::pages::Privacy;
use yew::prelude::*;

fn main() {
    embed::start(Room { widget, page });
}

/// What is stored is nothing for other pages.
fn widget(_opening: &Opening) -> Option<Html> {
    None
}

fn page(opening: &Opening) -> Option<Html> {
    (opening.item.name() == "privacy").then(|| html! { <Privacy /> })
}
