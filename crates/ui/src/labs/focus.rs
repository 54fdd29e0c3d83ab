//! Where the keyboard's focus goes when the control that had it is gone, or can no longer be used.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Notes a press inside `root`. After the rendering that follows it, a lost focus goes to the first of
/// these selectors that finds something there.
#[hook]
pub fn use_refuge(root: &NodeRef, places: &'static [&'static str]) -> Callback<()> {
    let is_pressed = use_mut_ref(|| false);
    let (root, pressed) = (root.clone(), is_pressed.clone());
    use_effect(move || {
        if pressed.replace(false) && is_lost() {
            let root = root.cast::<Element>();
            let find = |place: &&str| root.as_ref()?.query_selector(place).ok().flatten();
            let refuge = places.iter().find_map(find).and_then(|it| it.dyn_into().ok());
            if let Some(refuge) = refuge {
                let refuge: HtmlElement = refuge;
                // Refused only by what is not on the page.
                let _ = refuge.focus();
            }
        }
    });
    Callback::from(move |()| *is_pressed.borrow_mut() = true)
}

/// Whether nothing that can be used has the focus.
pub(crate) fn is_lost() -> bool {
    let active = gloo::utils::document().active_element();
    active.is_none_or(|it| it.matches("body, :disabled").unwrap_or(true))
}
