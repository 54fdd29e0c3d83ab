//! Which panel a figure draws: the newest while it is in sight. One that is out of sight waits until
//! it is scrolled to, or until the numbers have stood still for a moment; drawing thirty times a second
//! what nobody sees would take the time that the visible figures need.

use std::rc::Rc;

use figures::Panel;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

/// How far outside the window a figure counts as in sight.
const MARGIN: &str = "200px";
/// So long without a new panel, numbers stand still.
const STILL_MS: u32 = 300;

/// The panel to draw in this element.
#[hook]
pub fn use_shown(element: &NodeRef, newest: &Rc<Panel>) -> Rc<Panel> {
    let is_seen = use_sight(element);
    let shown = use_mut_ref(|| newest.clone());
    let still = use_force_update();
    if is_seen {
        *shown.borrow_mut() = newest.clone();
    }
    let waiting = !Rc::ptr_eq(&shown.borrow(), newest);
    {
        let (shown, newest) = (shown.clone(), newest.clone());
        use_effect_with(Rc::as_ptr(&newest) as usize, move |_| {
            let timer = waiting.then(|| {
                Timeout::new(STILL_MS, move || {
                    *shown.borrow_mut() = newest;
                    still.force_update();
                })
            });
            move || drop(timer)
        });
    }
    shown.borrow().clone()
}

/// Whether an element is in the window or nearly so. Taken for granted until the browser has said.
#[hook]
fn use_sight(element: &NodeRef) -> bool {
    let is_seen = use_state_eq(|| true);
    let setter = is_seen.setter();
    let element = element.clone();
    use_effect_with((), move |()| {
        let watched = element.cast::<Element>().map(|element| {
            let read = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
                let latest = entries.pop().dyn_into::<IntersectionObserverEntry>();
                if let Ok(latest) = latest {
                    setter.set(latest.is_intersecting());
                }
            });
            let options = IntersectionObserverInit::new();
            options.set_root_margin(MARGIN);
            let callback = read.as_ref().unchecked_ref();
            let observer = IntersectionObserver::new_with_options(callback, &options);
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
    *is_seen
}
