//! The page for addresses that lead nowhere.

use yew::prelude::*;

use crate::navigation::{Link, Room};

/// Says so, and offers the rooms.
#[component]
pub fn NotFound() -> Html {
    html! {
        <div class="page stack">
            <h1>{ "There is nothing at this address" }</h1>
            <p class="muted">{ "The link may be old, or mistyped. Everything there is starts from one of these." }</p>
            <div class="row">
                { for Room::ALL.into_iter().map(|room| html! {
                    <Link to={room.path()} class="button">{ room.name() }</Link>
                }) }
            </div>
        </div>
    }
}
