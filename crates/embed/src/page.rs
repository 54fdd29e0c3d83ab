//! A room inside the site: the app loads this program when such a room is opened, and mounts it into
//! its own page.

use js_sys::Function;
use ui::{navigation::Navigate, notices::StorageNotice, pages::NotFound, widget::Hide};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::Element;
use yew::prelude::*;

use crate::{Item, Opening, ROOM};

/// A room on a page, until it is closed.
#[wasm_bindgen]
pub struct Mounted(AppHandle<Page>);

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
    let opening = Item::parse(item).map(|item| Opening {
        item,
        hide: Hide::default(),
        initial: fragment,
        on_event: Callback::noop(),
    });
    let props = PageProps { opening, navigate: Navigate(navigate) };
    Mounted(yew::Renderer::<Page>::with_root_and_props(host, props).render())
}

/// Yew numbers its roots from 1 in each program, and marks their elements with the number, to know
/// whose event it is. The app around this program has the 1, so rooms begin at 2. Rooms of two
/// programs may share a number: they are opened one after the other, each in an element of its own.
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
struct PageProps {
    opening: Option<Opening>,
    navigate: Navigate,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let room = ROOM.get().zip(props.opening.as_ref());
    let page = room.and_then(|(room, opening)| (room.page)(opening));
    html! {
        <ContextProvider<Navigate> context={props.navigate.clone()}>
            <StorageNotice is_inside_shell=true />
            { page.unwrap_or_else(|| html! { <NotFound /> }) }
        </ContextProvider<Navigate>>
    }
}
