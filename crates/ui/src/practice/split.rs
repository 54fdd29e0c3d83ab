//! The divider between task and desk, and whether there is room for both.

use gloo::events::EventListener;
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, MediaQueryList};
use yew::prelude::*;

use crate::storage::{Storage, Store};

/// Below this, tabs instead of two columns.
const NARROW: &str = "(max-width: 900px)";

/// Key in the settings.
const KEY: &str = "practice-split";

/// Width of the task, in percent of the whole: least, usual, greatest.
const SHARES: (f64, f64, f64) = (25.0, 42.0, 65.0);

fn query() -> Option<MediaQueryList> {
    web_sys::window()?.match_media(NARROW).ok()?
}

/// Whether there is only room for one column now.
pub fn is_narrow() -> bool {
    query().is_some_and(|query| query.matches())
}

/// The same, followed while the window changes.
#[hook]
pub fn use_narrow() -> bool {
    let narrow = use_state_eq(is_narrow);
    let setter = narrow.setter();
    use_effect_with((), move |()| {
        let listener = query()
            .map(|query| EventListener::new(&query, "change", move |_| setter.set(is_narrow())));
        move || drop(listener)
    });
    *narrow
}

/// The divider: dragged, or moved with the arrow keys.
#[component]
pub fn Split() -> Html {
    let node = use_node_ref();
    let share = use_state_eq(|| SHARES.1);
    {
        let share = share.setter();
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let Some(stored) = Storage::shared().get(Store::Settings, KEY).await {
                    share.set(within(stored));
                }
            });
        });
    }
    {
        let node = node.clone();
        use_effect_with(*share, move |share| apply(&node, *share));
    }
    let move_to = {
        let share = share.clone();
        Callback::from(move |to: f64| {
            share.set(within(to));
            Storage::shared().put(Store::Settings, KEY, json!(within(to)));
        })
    };
    let onkeydown = on_key(*share, move_to.clone());
    let onpointerdown = Callback::from(|event: PointerEvent| {
        if let Some(divider) = event.target_dyn_into::<HtmlElement>() {
            event.prevent_default();
            // Without capture the drag ends at the divider's edge; the keys still work.
            let _ = divider.set_pointer_capture(event.pointer_id());
        }
    });
    let onpointermove = on_drag(node.clone(), move_to);
    html! {
        <div
            class="split"
            ref={node}
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label="Width of the task"
            aria-valuemin={SHARES.0.to_string()}
            aria-valuemax={SHARES.2.to_string()}
            aria-valuenow={share.round().to_string()}
            {onkeydown}
            {onpointerdown}
            {onpointermove}
        />
    }
}

fn on_key(share: f64, move_to: Callback<f64>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowLeft" => share - 2.0,
            "ArrowRight" => share + 2.0,
            "Home" => SHARES.0,
            "End" => SHARES.2,
            _ => return,
        };
        event.prevent_default();
        move_to.emit(to);
    })
}

fn on_drag(node: NodeRef, move_to: Callback<f64>) -> Callback<PointerEvent> {
    Callback::from(move |event: PointerEvent| {
        let Some(divider) = node.cast::<HtmlElement>() else { return };
        if !divider.has_pointer_capture(event.pointer_id()) {
            return;
        }
        if let Some(whole) = divider.parent_element() {
            let bounds = whole.get_bounding_client_rect();
            move_to.emit((f64::from(event.client_x()) - bounds.left()) / bounds.width() * 100.0);
        }
    })
}

fn within(share: f64) -> f64 {
    share.clamp(SHARES.0, SHARES.2)
}

/// The style sheet reads the share as a custom property.
fn apply(node: &NodeRef, share: f64) {
    let whole = node.cast::<HtmlElement>().and_then(|divider| divider.parent_element());
    if let Some(whole) = whole.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // Refused, the columns keep their usual widths.
        let _ = whole.style().set_property("--task-share", &format!("{share}%"));
    }
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn both_sides_keep_some_room() {
        assert_eq!(within(3.0), 25.0);
        assert_eq!(within(90.0), 65.0);
        assert_eq!(within(42.0), 42.0);
    }
}
