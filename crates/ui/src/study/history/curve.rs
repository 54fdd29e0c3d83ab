//! How one item is forgotten, on its own page: from its last rating to the day that it is due.

use std::rc::Rc;

use study::{history::item_curve, schedule::Memory};
use yew::prelude::*;

use crate::{figure::FigureView, navigation::Link, surroundings::use_colour_theme};

/// Properties of [`ItemCurve`].
#[derive(Properties, PartialEq)]
pub struct ItemCurveProps {
    /// What is remembered of it.
    pub memory: Memory,
}

/// The curve behind a summary, and the way to all of them.
#[component]
pub fn ItemCurve(props: &ItemCurveProps) -> Html {
    let theme = use_colour_theme();
    let panel = use_memo(props.memory, item_curve);
    html! {
        <details class="follow-up" data-testid="item-curve">
            <summary class="small">{ "How this is forgotten" }</summary>
            <div class="stack tight own-picture">
                <FigureView panel={Rc::clone(&panel)} {theme} />
                <p class="small num" aria-hidden="true">{ &panel.says }</p>
                <p class="small"><Link to="study/history/">{ "Your history, as pictures" }</Link></p>
            </div>
        </details>
    }
}
