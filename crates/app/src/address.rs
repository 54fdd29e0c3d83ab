//! The address bar: reads the present path, changes it without loading the page, hears the back
//! button.

use gloo::events::EventListener;
use ui::{navigation::Navigate, site::Site};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::route::Route;

/// The present page, and a way to go to another one.
#[hook]
pub fn use_address() -> (Route, Navigate) {
    let route = use_state_eq(current);
    // Also a link to the present page with other settings behind the `#`.
    let fragment = use_state_eq(state_fragment);
    {
        let (route, fragment) = (route.clone(), fragment.setter());
        use_effect_with((), move |()| {
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "popstate", move |_| {
                    fragment.set(state_fragment());
                    route.set(current());
                })
            });
            move || drop(listener)
        });
    }
    let setter = route.setter();
    let navigate = use_callback((), move |path: String, ()| {
        go(&path);
        setter.set(current());
    });
    ((*route).clone(), Navigate(navigate))
}

fn current() -> Route {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok());
    let path = path.unwrap_or_default();
    Site::current().inside(&path).map_or(Route::NotFound, Route::parse)
}

/// Settings behind the `#`, where there are some: not the name of a heading.
pub fn state_fragment() -> Option<AttrValue> {
    let hash = web_sys::window()?.location().hash().ok()?;
    let text = hash.strip_prefix('#').filter(|text| text.contains('='))?;
    Some(text.to_owned().into())
}

fn go(path: &str) {
    let Some(window) = web_sys::window() else { return };
    let address = Site::current().link(path);
    let pushed = window
        .history()
        .and_then(|history| history.push_state_with_url(&JsValue::NULL, "", Some(&address)));
    if pushed.is_err() {
        // A browser that refuses new entries (too many in a short time) still loads the page.
        let _ = window.location().assign(&address);
    }
    if let Ok(event) = Event::new("hashchange") {
        // A page that keeps its settings behind the `#` reads them again.
        let _ = window.dispatch_event(&event);
    }
    window.scroll_to_with_x_and_y(0.0, 0.0);
}
