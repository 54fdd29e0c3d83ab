//! What stands behind the `#` of the address: read when the page opens and when somebody goes back or
//! follows a link; written without a new entry, or every typed letter would be one.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// What the fragment says, and a way to change it. `parse` reads what stands behind the `#`, which may
/// come with it; `write` is the other way.
#[hook]
pub fn use_fragment<T: Clone + PartialEq + 'static>(
    parse: fn(&str) -> T,
    write: fn(&T) -> String,
) -> (T, Callback<T>) {
    let read = move || parse(&fragment());
    let state = use_state_eq(read);
    {
        let setter = state.setter();
        use_effect_with((), move |()| {
            let listen = |name: &'static str| {
                let setter = setter.clone();
                web_sys::window()
                    .map(|window| EventListener::new(&window, name, move |_| setter.set(read())))
            };
            let listeners = ["popstate", "hashchange"].map(listen);
            move || drop(listeners)
        });
    }
    let change = {
        let setter = state.setter();
        use_callback((), move |next: T, ()| {
            replace(&write(&next));
            setter.set(next);
        })
    };
    ((*state).clone(), change)
}

fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default()
}

/// Puts that behind the `#` of the address, as no entry of its own; nothing takes the `#` away.
pub fn replace(fragment: &str) {
    let Some(window) = web_sys::window() else { return };
    let path = window.location().pathname().unwrap_or_default();
    let address = if fragment.is_empty() { path } else { format!("{path}#{fragment}") };
    if let Ok(history) = window.history() {
        // A browser that refuses (too many in a short time) shows the old address until the next.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}
