//! The frame's page: one widget, and a link to its full page.

use std::rc::Rc;

use ui::{
    attention::AttentionStudio, lab::BoundaryLab, practice::ExerciseRoom, site::Site,
    widget::WidgetEvent,
};
use yew::prelude::*;

use crate::{
    host::Host,
    request::{Item, Request},
};

/// Properties of [`Frame`].
#[derive(Properties)]
pub struct FrameProps {
    /// What the embedding page asked for.
    pub request: Request,
    /// The embedding page, if there is one.
    pub host: Option<Rc<Host>>,
}

impl PartialEq for FrameProps {
    fn eq(&self, other: &Self) -> bool {
        self.request == other.request
    }
}

/// One widget in a frame.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let on_event = use_callback((), {
        let host = props.host.clone();
        move |event: WidgetEvent, ()| {
            if let Some(host) = &host {
                host.tell(&event);
            }
        }
    });
    {
        let host = props.host.clone();
        use_effect_with((), move |()| {
            if let Some(host) = host {
                host.follow_height();
            }
        });
    }
    html! {
        <main class="embed" data-testid="app-ready">
            { widget(&props.request, on_event) }
            <p class="embed-foot">
                <a href={Site::current().link(&props.request.page())} target="_blank" rel="noopener">{ "Open in Warmstart" }</a>
            </p>
        </main>
    }
}

fn widget(request: &Request, on_event: Callback<WidgetEvent>) -> Html {
    let hide = request.hide;
    let initial = request.state.clone();
    match &request.item {
        Item::Exercise(slug) => html! { <ExerciseRoom slug={slug.clone()} {hide} {on_event} /> },
        Item::DecisionBoundary => html! { <BoundaryLab {hide} {initial} {on_event} /> },
        Item::Attention => html! { <AttentionStudio {hide} {initial} {on_event} /> },
        Item::Unknown(name) => html! { <Unknown name={name.clone()} {on_event} /> },
    }
}

#[derive(Properties, PartialEq)]
struct UnknownProps {
    name: AttrValue,
    on_event: Callback<WidgetEvent>,
}

/// Says to the author of the embedding page what is wrong with the tag.
#[component]
fn Unknown(props: &UnknownProps) -> Html {
    let words = format!(
        "There is no item called “{}” here. Names look like labs/decision-boundary, attention, or \
         practice/ and the name of an exercise.",
        props.name
    );
    {
        let (on_event, words) = (props.on_event.clone(), words.clone());
        use_effect_with((), move |()| {
            on_event.emit(WidgetEvent::Error(words));
            on_event.emit(WidgetEvent::Ready);
        });
    }
    html! { <p class="callout" role="status">{ words }</p> }
}
