//! Where the keyboard goes when what was pressed is gone: to the heading of what came in its place.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::labs::focus::is_lost;

/// Once `state` is another one, the heading of that id has the focus. It needs a `tabindex` of -1.
#[hook]
pub fn use_focus<T: PartialEq + 'static>(state: T, id: &'static str) {
    let is_first = use_mut_ref(|| true);
    use_effect_with(state, move |_| {
        if !is_first.replace(false) {
            focus(id);
        }
    });
}

/// The same, unless the focus is somewhere: what changed by itself takes it from nobody who types.
#[hook]
pub fn use_focus_if_lost<T: PartialEq + 'static>(state: T, id: &'static str) {
    let is_first = use_mut_ref(|| true);
    use_effect_with(state, move |_| {
        if !is_first.replace(false) && is_lost() {
            focus(id);
        }
    });
}

/// Gives the focus to an element that the next drawing brings.
#[derive(Clone, PartialEq)]
pub struct Focus(UseStateHandle<(u32, String)>);

impl Focus {
    /// The element of that id has the focus once it is drawn.
    pub fn at(&self, id: &str) {
        self.0.set((self.0.0.wrapping_add(1), id.to_owned()));
    }
}

/// A way to move the focus to what is about to come.
#[hook]
pub fn use_focus_at() -> Focus {
    let wanted = use_state_eq(|| (0_u32, String::new()));
    use_effect_with((*wanted).clone(), |(_, id)| {
        if !id.is_empty() {
            focus(id);
        }
    });
    Focus(wanted)
}

fn focus(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // What cannot take the focus is still in sight.
        let _ = element.focus();
    }
}
