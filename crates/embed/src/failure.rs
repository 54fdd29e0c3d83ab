//! What the frame and its host are told when the program itself breaks.

use std::{cell::RefCell, panic::PanicHookInfo, rc::Rc};

use ui::widget::WidgetEvent;

use crate::host::Host;

const WORDS: &str = "This widget has stopped because of a mistake in it. Reload the page to go on.";

thread_local! {
    static HOST: RefCell<Option<Rc<Host>>> = const { RefCell::new(None) };
}

/// From now on a panic is shown in the frame and told to the embedding page.
pub fn show_panics(host: Option<Rc<Host>>) {
    HOST.with(|kept| *kept.borrow_mut() = host);
    yew::set_custom_panic_hook(Box::new(show));
}

fn show(info: &PanicHookInfo<'_>) {
    web_sys::console::error_1(&info.to_string().into());
    HOST.with(|host| {
        // A host that is being spoken to already is the one that broke.
        if let Ok(Some(host)) = host.try_borrow().as_deref() {
            host.tell(&WidgetEvent::Error(WORDS.into()));
        }
    });
    let document = gloo::utils::document();
    let Ok(message) = document.create_element("p") else { return };
    message.set_class_name("callout bad");
    message.set_text_content(Some(WORDS));
    // Where the message cannot be shown, the console has it.
    let _ = gloo::utils::body().prepend_with_node_1(&message);
}
