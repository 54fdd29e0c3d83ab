//! Text made from Markdown at build time. What is wider than the screen (a table, a formula, code)
//! scrolls by itself, and can then be reached and scrolled with the keyboard.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

const WIDE: &str = "table, pre, math[display='block']";

/// Properties of [`Prose`].
#[derive(Properties, PartialEq)]
pub struct ProseProps {
    /// Trusted HTML of the content crate.
    pub html: AttrValue,
}

/// A text.
#[component]
pub fn Prose(props: &ProseProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.html.clone(), move |_| {
            mark_scrolling(&node);
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "resize", move |_| mark_scrolling(&node))
            });
            move || drop(listener)
        });
    }
    html! {
        <div class="prose" ref={node}>{ Html::from_html_unchecked(props.html.clone()) }</div>
    }
}

fn mark_scrolling(node: &NodeRef) {
    let Some(wide) = node.cast::<HtmlElement>().and_then(|it| it.query_selector_all(WIDE).ok())
    else {
        return;
    };
    for index in 0..wide.length() {
        let Some(element) = wide.item(index).and_then(|it| it.dyn_into::<Element>().ok()) else {
            continue;
        };
        // An attribute that cannot be set leaves the text readable all the same.
        let _ = if element.scroll_width() > element.client_width() {
            element.set_attribute("tabindex", "0")
        } else {
            element.remove_attribute("tabindex")
        };
    }
}
