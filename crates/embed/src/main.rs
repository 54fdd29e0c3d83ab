//! One widget in a frame of somebody else's page. The loader `warm-start.js` opens it; they talk in
//! messages that both sides check.

mod failure;
mod frame;
mod host;
mod request;

use host::Host;
use request::Request;

fn main() {
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
