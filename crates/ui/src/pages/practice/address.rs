//! The filter in the address bar: read when the page opens and when somebody goes back or follows a
//! link; written without a new entry, or every typed letter would be one.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::filter::Filter;

/// The filter, and a way to change it.
#[hook]
pub fn use_filter() -> (Filter, Callback<Filter>) {
    let filter = use_state_eq(read);
    {
        let setter = filter.setter();
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
        let setter = filter.setter();
        use_callback((), move |next: Filter, ()| {
            write(&next);
            setter.set(next);
        })
    };
    ((*filter).clone(), change)
}

fn read() -> Filter {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok());
    Filter::parse(&hash.unwrap_or_default())
}

fn write(filter: &Filter) {
    let Some(window) = web_sys::window() else { return };
    let path = window.location().pathname().unwrap_or_default();
    let fragment = filter.fragment();
    let address = if fragment.is_empty() { path } else { format!("{path}#{fragment}") };
    if let Ok(history) = window.history() {
        // A browser that refuses (too many in a short time) shows the old address until the next.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}
