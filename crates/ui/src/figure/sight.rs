//! Which panel a figure draws: the newest while it is in sight. One that is out of sight waits until
//! it is scrolled to, or until the numbers have stood still for a moment; drawing thirty times a second
//! what nobody sees would take the time that the visible figures need.

use std::rc::Rc;

use figures::Panel;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::surroundings::use_sight;

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
