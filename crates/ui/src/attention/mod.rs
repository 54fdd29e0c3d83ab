//! The attention page.

use yew::prelude::*;

use crate::widget::{Hide, WidgetEvent};

/// Properties of [`AttentionStudio`].
#[derive(Properties, PartialEq)]
pub struct AttentionStudioProps {
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

/// A small transformer that trains here and shows what it looks at.
#[component]
pub fn AttentionStudio(props: &AttentionStudioProps) -> Html {
    let _ = (&props.hide, &props.initial, &props.on_event);
    html! { <section class="attention"></section> }
}
