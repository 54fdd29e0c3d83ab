//! `?` lists the shortcuts.

use gloo::events::EventListener;
use ui::components::Shortcuts;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// Hears `?` anywhere except where text is typed, and shows the list.
#[component]
pub fn ShortcutKey() -> Html {
    let open = use_state_eq(|| false);
    let setter = open.setter();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "keydown", move |event| {
                let asked = event
                    .dyn_ref::<KeyboardEvent>()
                    .is_some_and(|event| event.key() == "?" && !is_typing(event));
                if asked {
                    setter.set(true);
                }
            })
        });
        move || drop(listener)
    });
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    html! { <Shortcuts open={*open} on_close={close} /> }
}

/// Whether the key goes into a text: also inside the editor's shadow root.
fn is_typing(event: &KeyboardEvent) -> bool {
    event.composed_path().iter().any(|node| {
        node.dyn_into::<HtmlElement>().is_ok_and(|element| {
            element.is_content_editable()
                || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        })
    })
}
