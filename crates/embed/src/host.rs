//! The embedding page, as seen from the frame: messages `{ warmstart: { v: 1, id, type, … } }`.
//!
//! Only the parent window is listened to. Until it has answered the greeting, its origin is not
//! known and what there is to tell waits; after that, messages go to that origin alone.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use gloo::{events::EventListener, timers::callback::Interval};
use js_sys::{JSON, Object, Reflect};
use ui::{theme::Theme, widget::WidgetEvent};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{HtmlElement, MessageEvent, ResizeObserver, Window};

const VERSION: f64 = 1.0;

/// Time between greetings until one is answered, in milliseconds. While a frame moves to a process of
/// its own, Chromium may hand the page a message without its source, and nobody answers that.
const GREETING_MS: u32 = 250;

/// Tells the embedding page what happens here, for as long as the frame lives.
pub struct Host {
    parent: Window,
    id: String,
    /// Set by the parent's first message.
    origin: RefCell<Option<String>>,
    waiting: RefCell<Vec<JsValue>>,
    listener: RefCell<Option<EventListener>>,
    greeting: RefCell<Option<Interval>>,
}

impl Host {
    /// Greets the embedding page; `None` where the frame's page was opened by itself.
    pub fn greet(id: &str) -> Option<Rc<Self>> {
        let window = gloo::utils::window();
        let parent = window.parent().ok().flatten().filter(|parent| *parent != window)?;
        let host = Rc::new(Self {
            parent,
            id: id.to_owned(),
            origin: RefCell::default(),
            waiting: RefCell::default(),
            listener: RefCell::default(),
            greeting: RefCell::default(),
        });
        let weak = Rc::downgrade(&host);
        let listener = EventListener::new(&window, "message", move |event| hear(&weak, event));
        *host.listener.borrow_mut() = Some(listener);
        // The greeting says nothing but that the frame is there.
        host.post(&host.message("hello", None), "*");
        let weak = Rc::downgrade(&host);
        let again = Interval::new(GREETING_MS, move || {
            if let Some(host) = weak.upgrade() {
                host.post(&host.message("hello", None), "*");
            }
        });
        *host.greeting.borrow_mut() = Some(again);
        Some(host)
    }

    /// Passes on what a widget reports.
    pub fn tell(&self, event: &WidgetEvent) {
        let (kind, data) = match event {
            WidgetEvent::Ready => ("ready", JsValue::NULL),
            WidgetEvent::Run => ("run", JsValue::NULL),
            WidgetEvent::Result(json) => ("result", JSON::parse(json).unwrap_or(JsValue::NULL)),
            WidgetEvent::Error(message) => ("error", object([("message", message.into())])),
        };
        self.send(self.message(kind, Some(("data", data))));
    }

    /// Reports the height of the content now and whenever it changes.
    pub fn follow_height(self: &Rc<Self>) {
        let Some(root) = root() else { return };
        let (host, measured) = (Rc::clone(self), root.clone());
        let changed = Closure::<dyn FnMut()>::new(move || {
            let height = f64::from(measured.offset_height());
            host.send(host.message("height", Some(("height", height.into()))));
        });
        match ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            Ok(observer) => {
                observer.observe(&root);
                // Both live as long as the page.
                changed.forget();
            }
            Err(error) => web_sys::console::warn_1(&error),
        }
    }

    fn message(&self, kind: &str, more: Option<(&str, JsValue)>) -> JsValue {
        let fields =
            [("v", VERSION.into()), ("id", self.id.as_str().into()), ("type", kind.into())];
        object([("warmstart", object(fields.into_iter().chain(more)))])
    }

    fn send(&self, message: JsValue) {
        let origin = self.origin.borrow().clone();
        match origin {
            Some(origin) => self.post(&message, &origin),
            None => self.waiting.borrow_mut().push(message),
        }
    }

    fn post(&self, message: &JsValue, origin: &str) {
        if let Err(error) = self.parent.post_message(message, origin) {
            web_sys::console::warn_1(&error);
        }
    }

    fn answered(&self, origin: String) {
        // A page without an origin (a local file) can only be reached as anyone.
        let origin = if origin == "null" { "*".into() } else { origin };
        *self.origin.borrow_mut() = Some(origin);
        drop(self.greeting.take());
        let waiting = self.waiting.take();
        waiting.into_iter().for_each(|message| self.send(message));
    }
}

fn hear(host: &Weak<Host>, event: &web_sys::Event) {
    let Some(host) = host.upgrade() else { return };
    let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
    let parent: &JsValue = host.parent.as_ref();
    let is_parent = event.source().is_some_and(|source| JsValue::from(source) == *parent);
    let message = field(&event.data(), "warmstart");
    let is_ours = field(&message, "v") == VERSION && field(&message, "id") == host.id.as_str();
    if !is_parent || !is_ours || field(&message, "type") != "theme" {
        return;
    }
    match field(&message, "theme").as_string().as_deref() {
        Some("dark") => Theme::Dark.apply(),
        Some("light") => Theme::Light.apply(),
        _ => return,
    }
    if host.origin.borrow().is_none() {
        host.answered(event.origin());
    }
}

fn root() -> Option<HtmlElement> {
    gloo::utils::document().document_element()?.dyn_into().ok()
}

fn field(value: &JsValue, name: &str) -> JsValue {
    if !value.is_object() {
        return JsValue::UNDEFINED;
    }
    Reflect::get(value, &name.into()).unwrap_or_default()
}

fn object<'a>(fields: impl IntoIterator<Item = (&'a str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh object takes every field.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}
