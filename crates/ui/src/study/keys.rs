//! Keys of a page of the study room: heard everywhere on it, except where a key has a meaning of its
//! own (a field that is typed into; a button for the keys that press it).

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// Calls `on_key` with the name of each key that is free; `true` means that the key was used.
#[hook]
pub fn use_keys(on_key: Callback<String, bool>) {
    use_effect_with(on_key, |on_key| {
        let on_key = on_key.clone();
        let listener = web_sys::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if is_free(event) && on_key.emit(event.key()) {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

fn is_free(event: &KeyboardEvent) -> bool {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    // What lies behind an open dialog hears nothing; a drawing and a player have keys of their own.
    let own = "dialog, [role=application], audio, video";
    let has_own_keys =
        target.as_ref().is_some_and(|target| target.closest(own).ok().flatten().is_some());
    let name = target.map(|target| target.tag_name().to_ascii_lowercase()).unwrap_or_default();
    let is_used = event.repeat() || event.default_prevented() || has_own_keys;
    !has_modifier && !is_used && !is_taken(&name, &event.key())
}

/// Whether a key means something to an element of that name.
fn is_taken(element: &str, key: &str) -> bool {
    match element {
        "input" | "textarea" | "select" => true,
        "button" | "a" | "summary" => matches!(key, " " | "Enter"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_taken;

    #[test]
    fn keys_keep_their_meaning() {
        let check = |element, key, expect| assert_eq!(is_taken(element, key), expect, "{element}");
        check("textarea", "1", true);
        check("button", " ", true);
        check("button", "3", false);
        check("main", "Enter", false);
        check("", "4", false);
    }
}
