//! The mark, and the few pictures that stand for words.

use yew::prelude::*;

/// The mark: a loss that falls.
#[component]
pub fn IconMark() -> Html {
    html! {
        <svg class="icon-mark" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
            <path d="M2 4c3 0 4 12 8 12s4-3 10-3" fill="none" stroke-width="2.4" stroke-linecap="round" />
        </svg>
    }
}

/// The theme button's picture: a disc, half of it inked.
#[component]
pub fn ThemeIcon() -> Html {
    html! {
        <svg class="icon" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
            <circle cx="9" cy="9" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
            <path d="M9 2.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
        </svg>
    }
}
