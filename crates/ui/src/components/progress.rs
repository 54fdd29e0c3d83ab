//! How far something is.

use yew::prelude::*;

/// Properties of [`Progress`].
#[derive(Properties, PartialEq)]
pub struct ProgressProps {
    /// What is under way: `Python`.
    pub label: AttrValue,
    /// How far, in the unit of `total`.
    pub value: f64,
    /// The whole.
    pub total: f64,
    /// How far in words: `9.8 of 13.5 MB`.
    pub shown: AttrValue,
}

/// A bar with words beside it.
#[component]
pub fn Progress(props: &ProgressProps) -> Html {
    html! {
        <span class="progress">
            <progress
                aria-label={props.label.clone()}
                value={props.value.to_string()}
                max={props.total.max(1.0).to_string()}
            />
            <span class="small num">{ &props.shown }</span>
        </span>
    }
}
