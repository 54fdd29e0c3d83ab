//! A widget as a room of the site: the app loads this program when a room is opened, and mounts it
//! into its own page.

use js_sys::Function;
use ui::{
    attention::AttentionStudio,
    lab::BoundaryLab,
    navigation::Navigate,
    notices::StorageNotice,
    pages::{LabPage, NotFound},
    practice::ExerciseRoom,
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::Element;
use yew::prelude::*;

use crate::request::Item;

/// A room on a page, until it is closed.
#[wasm_bindgen]
pub struct Mounted(AppHandle<Room>);

#[wasm_bindgen]
impl Mounted {
    /// Takes the room off the page and ends its workers.
    pub fn close(self) {
        self.0.destroy();
    }
}

/// Puts a room into `host`. `navigate` is called with the path of another page of the site.
#[wasm_bindgen]
pub fn mount(host: Element, item: &str, fragment: Option<String>, navigate: Function) -> Mounted {
    let navigate = Callback::from(move |path: String| {
        // The app's own function: it does not throw.
        let _ = navigate.call1(&JsValue::NULL, &path.into());
    });
    let props = RoomProps { item: Item::parse(item), fragment, navigate: Navigate(navigate) };
    Mounted(yew::Renderer::<Room>::with_root_and_props(host, props).render())
}

/// Yew numbers its roots from 1 in each program, and marks their elements with the number, to know
/// whose event it is. Two programs share the page here: the app has the 1, so rooms begin at 2.
pub fn leave_first_number() {
    if let Ok(aside) = gloo::utils::document().create_element("div") {
        yew::Renderer::<Nothing>::with_root(aside).render().destroy();
    }
}

#[component]
fn Nothing() -> Html {
    Html::default()
}

#[derive(Properties, PartialEq)]
struct RoomProps {
    item: Item,
    fragment: Option<String>,
    navigate: Navigate,
}

#[component]
fn Room(props: &RoomProps) -> Html {
    html! {
        <ContextProvider<Navigate> context={props.navigate.clone()}>
            <StorageNotice is_inside_shell=true />
            { widget(props) }
        </ContextProvider<Navigate>>
    }
}

fn widget(props: &RoomProps) -> Html {
    let initial = props.fragment.clone();
    match &props.item {
        Item::Exercise(slug) => html! { <ExerciseRoom slug={slug.clone()} /> },
        Item::DecisionBoundary => html! {
            <LabPage slug="decision-boundary"><BoundaryLab {initial} /></LabPage>
        },
        Item::Attention => {
            html! { <LabPage slug="attention"><AttentionStudio {initial} /></LabPage> }
        }
        Item::Unknown(_) => html! { <NotFound /> },
    }
}
