//! What the programs of the rooms have in common. Each of `src/bin/` holds one kind of room, and
//! runs in two places: in a frame of somebody else's page, opened by the loader `warm-start.js` with
//! messages that both sides check, or inside the site, where the app imports it and asks it to
//! [`mount`] a room.
//!
//! Nothing here names a room's widget: the linker then leaves out of a program what it never shows.

mod failure;
mod frame;
mod host;
mod page;
mod request;

use std::sync::OnceLock;

use ui::widget::{Hide, OnWidgetEvent};
use yew::prelude::*;

use host::Host;
pub use page::{Mounted, mount};
pub use request::Item;
use request::Request;

/// What a widget is opened with.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// Which one.
    pub item: Item,
    /// Parts left out.
    pub hide: Hide,
    /// The address fragment to start from, without `#`.
    pub initial: Option<String>,
    /// Where the widget reports to.
    pub on_event: OnWidgetEvent,
}

/// A kind of room: all that its program adds. Either function gives nothing for an item that there
/// is not.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The widget, as it stands in a frame.
    pub widget: fn(&Opening) -> Option<Html>,
    /// The widget with what is around it on its page of the site.
    pub page: fn(&Opening) -> Option<Html>,
}

static ROOM: OnceLock<Room> = OnceLock::new();

/// Starts the program of a room; `main` does nothing else.
pub fn start(room: Room) {
    // A program is started once.
    let _ = ROOM.set(room);
    if is_frame() {
        open_frame(room);
    } else {
        // Loaded by the app, which mounts rooms when they are opened.
        ui::failure::show_panics();
        page::leave_first_number();
    }
}

fn open_frame(room: Room) {
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    let fragment = gloo::utils::window().location().hash().unwrap_or_default();
    let request = Request::parse(&fragment);
    request.theme.apply();
    let host = Host::greet(&request.id);
    failure::show_panics(host.clone());
    // The readable text of the static page gives way to the widget.
    root.set_inner_html("");
    let props = frame::FrameProps { room, request, host };
    yew::Renderer::<frame::Frame>::with_root_and_props(root, props).render();
}

fn is_frame() -> bool {
    let root = gloo::utils::document().document_element();
    root.is_some_and(|root| root.get_attribute("data-program").as_deref() == Some("frame"))
}
