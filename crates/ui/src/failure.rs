//! What is shown when the program itself breaks: it cannot go on, but nothing typed is lost.

use std::panic::PanicHookInfo;

const WORDS: &str = "This page has stopped because of a mistake in it. What you typed is saved on \
    this device. Reload the page to go on.";

/// Shows a message on the page, and the details on the console, when the program panics.
pub fn show_panics() {
    yew::set_custom_panic_hook(Box::new(show));
}

fn show(info: &PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let (Ok(message), Some(body)) = (document.create_element("p"), document.body()) else { return };
    message.set_class_name("callout bad");
    // Without the attribute the message is still the first thing on the page.
    let _ = message.set_attribute("role", "alert");
    message.set_text_content(Some(WORDS));
    let _ = body.prepend_with_node_1(&message);
}
