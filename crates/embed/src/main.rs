//! The widgets as a program: one in a frame of somebody else's page, opened by the loader
//! `warm-start.js` with messages that both sides check, or one as a room of the site, opened by the
//! app through [`room::mount`].

mod failure;
mod frame;
mod host;
mod request;
mod room;

use host::Host;
use request::Request;

fn main() {
    if !is_frame() {
        // Loaded by the app, which mounts rooms when they are opened.
        ui::failure::show_panics();
        room::leave_first_number();
        return;
    }
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    let fragment = gloo::utils::window().location().hash().unwrap_or_default();
    let request = Request::parse(&fragment);
    request.theme.apply();
    let host = Host::greet(&request.id);
    failure::show_panics(host.clone());
    // The readable text of the static page gives way to the widget.
    root.set_inner_html("");
    let props = frame::FrameProps { request, host };
    yew::Renderer::<frame::Frame>::with_root_and_props(root, props).render();
}

fn is_frame() -> bool {
    let root = gloo::utils::document().document_element();
    root.is_some_and(|root| root.get_attribute("data-program").as_deref() == Some("embed"))
}
