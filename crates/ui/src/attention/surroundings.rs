//! What a picture must know of the page around it: the colours that are on screen and the width it
//! has. Both are watched and cause a new rendering when they change.

use gloo::events::EventListener;
use js_sys::Array;
use viz::Theme;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, MutationObserver, MutationObserverInit, ResizeObserver};
use yew::prelude::*;

const DARK: &str = "(prefers-color-scheme: dark)";

/// The colour set on screen: the page's `data-theme`, else what the system prefers.
#[hook]
pub fn use_colour_theme() -> Theme {
    let theme = use_state_eq(shown_theme);
    let setter = theme.setter();
    use_effect_with((), move |()| {
        let read = move || setter.set(shown_theme());
        let on_system = system_query().map(|query| {
            let read = read.clone();
            EventListener::new(&query, "change", move |_| read())
        });
        let on_page = watch_root(read);
        move || drop((on_system, on_page))
    });
    *theme
}

/// Width of an element in CSS pixels; `before` until it is on the page.
#[hook]
pub fn use_width(element: &NodeRef, before: f64) -> f64 {
    let width = use_state_eq(|| before);
    let setter = width.setter();
    let element = element.clone();
    use_effect_with((), move |()| {
        let watched = element.cast::<Element>().map(|element| {
            let read = {
                let element = element.clone();
                Closure::<dyn FnMut()>::new(move || setter.set(f64::from(element.client_width())))
            };
            let observer = ResizeObserver::new(read.as_ref().unchecked_ref());
            if let Ok(observer) = &observer {
                observer.observe(&element);
            }
            (observer, read)
        });
        move || {
            if let Some((Ok(observer), _read)) = &watched {
                observer.disconnect();
            }
        }
    });
    *width
}

fn shown_theme() -> Theme {
    let root = gloo::utils::document().document_element();
    match root.and_then(|root| root.get_attribute("data-theme")).as_deref() {
        Some("dark") => Theme::Dark,
        Some("light") => Theme::Light,
        _ if system_query().is_some_and(|query| query.matches()) => Theme::Dark,
        _ => Theme::Light,
    }
}

fn system_query() -> Option<web_sys::MediaQueryList> {
    gloo::utils::window().match_media(DARK).ok().flatten()
}

/// Calls back whenever `data-theme` of the document's root changes, until dropped.
struct RootWatch {
    observer: Option<MutationObserver>,
    _changed: Closure<dyn FnMut()>,
}

impl Drop for RootWatch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

fn watch_root(changed: impl FnMut() + 'static) -> RootWatch {
    let changed = Closure::<dyn FnMut()>::new(changed);
    let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok();
    let options = MutationObserverInit::new();
    options.set_attributes(true);
    options.set_attribute_filter(&Array::of1(&JsValue::from("data-theme")));
    if let (Some(observer), Some(root)) = (&observer, gloo::utils::document().document_element()) {
        // Without it the picture keeps its colours until the next rendering.
        let _ = observer.observe_with_options(&root, &options);
    }
    RootWatch { observer, _changed: changed }
}
