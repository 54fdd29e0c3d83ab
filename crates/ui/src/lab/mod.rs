//! The decision-boundary lab.

pub mod config;
mod csv;
mod diagnosis;
mod drawing;
mod fragment;
mod points;
#[cfg(test)]
mod sample;
mod state;

use yew::prelude::*;

use crate::widget::{Hide, WidgetEvent};

/// Properties of [`BoundaryLab`].
#[derive(Properties, PartialEq)]
pub struct BoundaryLabProps {
    /// Parts left out.
    #[prop_or_default]
    pub hide: Hide,
    /// The address fragment to start from, without `#`.
    #[prop_or_default]
    pub initial: Option<String>,
    /// Where the widget reports to.
    #[prop_or_default]
    pub on_event: Callback<WidgetEvent>,
}

/// A small network that bends a line between two classes.
#[component]
pub fn BoundaryLab(props: &BoundaryLabProps) -> Html {
    let _ = (&props.hide, &props.initial, &props.on_event);
    html! { <section class="lab"></section> }
}
