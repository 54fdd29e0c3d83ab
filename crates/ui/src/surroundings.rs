//! What a picture must know of the page around it: the colours that are on screen, the width it has,
//! and whether it is in sight. All are watched and cause a new rendering when they change.

use gloo::events::EventListener;
use js_sys::{Array, Function};
use viz::Theme;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    MutationObserver, MutationObserverInit, ResizeObserver,
};
use yew::prelude::*;

const DARK: &str = "(prefers-color-scheme: dark)";

/// How far outside the window an element counts as in sight.
const MARGIN: &str = "200px";

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
    use_watch(element, move |element| {
        let watched = element.clone();
        let read = move |_| setter.set(f64::from(watched.client_width()));
        Watch::new(read, |read| {
            let observer = ResizeObserver::new(read).ok()?;
            observer.observe(&element);
            Some(Box::new(move || observer.disconnect()))
        })
    });
    *width
}

/// Whether an element is in the window or nearly so. Taken for granted until the browser has said.
#[hook]
pub fn use_sight(element: &NodeRef) -> bool {
    let is_seen = use_state_eq(|| true);
    let setter = is_seen.setter();
    use_watch(element, move |element| {
        let read = move |entries: Array| {
            if let Ok(latest) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                setter.set(latest.is_intersecting());
            }
        };
        Watch::new(read, |read| {
            let options = IntersectionObserverInit::new();
            options.set_root_margin(MARGIN);
            let observer = IntersectionObserver::new_with_options(read, &options).ok()?;
            observer.observe(&element);
            Some(Box::new(move || observer.disconnect()))
        })
    });
    *is_seen
}

/// Watches an element while it is on the page.
#[hook]
fn use_watch(element: &NodeRef, watch: impl FnOnce(Element) -> Watch + 'static) {
    let element = element.clone();
    use_effect_with((), move |()| {
        let watched = element.cast::<Element>().map(watch);
        move || drop(watched)
    });
}

/// How an observer is told to stop.
type Disconnect = Box<dyn Fn()>;

/// An observer of the browser's with the function that it calls; stops when dropped. Where a browser
/// refuses it, what was read first stays.
struct Watch {
    disconnect: Option<Disconnect>,
    _read: Closure<dyn FnMut(Array)>,
}

impl Watch {
    fn new(
        read: impl FnMut(Array) + 'static,
        observe: impl FnOnce(&Function) -> Option<Disconnect>,
    ) -> Self {
        let read = Closure::<dyn FnMut(Array)>::new(read);
        Self { disconnect: observe(read.as_ref().unchecked_ref()), _read: read }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(disconnect) = &self.disconnect {
            disconnect();
        }
    }
}

/// Calls back whenever `data-theme` of the document's root changes.
fn watch_root(changed: impl Fn() + 'static) -> Watch {
    Watch::new(
        move |_| changed(),
        |read| {
            let observer = MutationObserver::new(read).ok()?;
            let options = MutationObserverInit::new();
            options.set_attributes(true);
            options.set_attribute_filter(&Array::of1(&JsValue::from("data-theme")));
            let root = gloo::utils::document().document_element()?;
            observer.observe_with_options(&root, &options).ok()?;
            Some(Box::new(move || observer.disconnect()))
        },
    )
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
