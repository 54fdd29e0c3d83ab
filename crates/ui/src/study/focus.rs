//! Where the keyboard goes when what was pressed is gone: to the heading of what came in its place.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Once `state` is another one, the heading of that id has the focus. It needs a `tabindex` of -1.
#[hook]
pub fn use_focus<T: PartialEq + 'static>(state: T, id: &'static str) {
    let is_first = use_mut_ref(|| true);
    use_effect_with(state, move |_| {
        let heading = gloo::utils::document().get_element_by_id(id);
        let heading = heading.and_then(|it| it.dyn_into::<HtmlElement>().ok());
        if let (false, Some(heading)) = (is_first.replace(false), heading) {
            // A heading that cannot take the focus is still in sight.
            let _ = heading.focus();
        }
    });
}
