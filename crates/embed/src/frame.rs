//! The frame's page: one widget, and a link to its full page.

use std::rc::Rc;

use ui::{
    site::Site,
    widget::{OnWidgetEvent, WidgetEvent},
};
use yew::prelude::*;

use crate::{Item, Opening, Room, host::Host, request::Request};

/// Properties of [`Frame`].
#[derive(Properties)]
pub struct FrameProps {
    /// What this program shows.
    pub room: Room,
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
    let request = &props.request;
    let item = Item::parse(&request.item);
    let widget =
        item.as_ref().and_then(|item| (props.room.widget)(&opening(item, request, &on_event)));
    let page = item.filter(|_| widget.is_some()).map(|item| request.page(&item));
    html! {
        <main class="embed" data-testid="app-ready">
            { widget.unwrap_or_else(|| html! { <Unknown name={request.item.clone()} {on_event} /> }) }
            <p class="embed-foot">
                <a href={Site::current().link(&page.unwrap_or_default())} target="_blank" rel="noopener">{ "Open in Warmstart" }</a>
            </p>
        </main>
    }
}

fn opening(item: &Item, request: &Request, on_event: &OnWidgetEvent) -> Opening {
    Opening {
        item: item.clone(),
        hide: request.hide,
        initial: request.state.clone(),
        on_event: on_event.clone(),
    }
}

#[derive(Properties, PartialEq)]
struct UnknownProps {
    name: AttrValue,
    on_event: OnWidgetEvent,
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
