//! A button for what cannot be undone: it asks once more, in its own place.

use yew::prelude::*;

use crate::{
    components::{Button, Emphasis},
    labs::focus::use_refuge,
};

/// Properties of [`Confirm`].
#[derive(Properties, PartialEq)]
pub struct ConfirmProps {
    /// What the button says: `Delete`.
    pub verb: AttrValue,
    /// To what it happens, for whoever does not see where the button stands.
    pub what: AttrValue,
    /// Id of the heading that has the focus once it is done.
    pub refuge: &'static str,
    /// Called when it is confirmed.
    pub on_confirm: Callback<()>,
}

/// The button, and in its place the question.
#[component]
pub fn Confirm(props: &ConfirmProps) -> Html {
    let is_asking = use_state_eq(|| false);
    let root = use_node_ref();
    let pressed = use_refuge(&root, &["button"]);
    let ask = |value: bool| {
        let (is_asking, pressed) = (is_asking.clone(), pressed.clone());
        Callback::from(move |_: MouseEvent| {
            pressed.emit(());
            is_asking.set(value);
        })
    };
    let confirm = {
        let (on_confirm, is_asking, refuge) =
            (props.on_confirm.clone(), is_asking.clone(), props.refuge);
        Callback::from(move |_: MouseEvent| {
            is_asking.set(false);
            super::focus_on(refuge);
            on_confirm.emit(());
        })
    };
    let label = format!("{}: {}", props.verb, props.what);
    html! {
        <div class="row" ref={root}>
            if *is_asking {
                <span class="small">{ "This cannot be undone." }</span>
                <Button testid="keep" onclick={ask(false)}>{ "Keep it" }</Button>
                <Button class="danger" testid="confirm" onclick={confirm}>{ format!("{} it", props.verb) }</Button>
            } else {
                <Button emphasis={Emphasis::Quiet} {label} testid="ask" onclick={ask(true)}>{ &props.verb }</Button>
            }
        </div>
    }
}
