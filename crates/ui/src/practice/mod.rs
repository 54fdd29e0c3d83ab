//! The practice room: an exercise, an editor, and a verdict.

use yew::prelude::*;

use crate::widget::{Hide, OnWidgetEvent};

/// Properties of [`ExerciseRoom`].
#[derive(Properties, PartialEq)]
pub struct ExerciseRoomProps {
    /// Which exercise.
    pub slug: AttrValue,
    /// Parts left out.
    #[prop_or_default]
    pub hide: Hide,
    /// Where the widget reports to.
    #[prop_or_default]
    pub on_event: OnWidgetEvent,
}

/// One exercise.
#[component]
pub fn ExerciseRoom(props: &ExerciseRoomProps) -> Html {
    html! { <div class="work">{ &props.slug }</div> }
}
