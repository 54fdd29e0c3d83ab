//! Tells other tabs what was written here, and hears what they wrote.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

use super::{Change, Storage, Store, listeners::Listeners};

const NAME: &str = "warmstart-storage";

/// What is said in place of changes when everything was erased; then by which page.
const ERASED: &str = "erased ";

/// One end of the channel between tabs; silent where the browser has none.
pub(super) struct Channel {
    channel: Option<BroadcastChannel>,
    _listener: Option<EventListener>,
}

impl Channel {
    /// Joins the channel.
    pub(super) fn open(changes: Rc<Listeners<Change>>) -> Self {
        let channel = BroadcastChannel::new(NAME).ok();
        let listener = channel.as_ref().map(|channel| {
            EventListener::new(channel, "message", move |event| {
                let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
                let word = event.data().as_string();
                if let Some(page) = word.as_deref().and_then(|word| word.strip_prefix(ERASED)) {
                    // Another program of the same page has only to forget.
                    let is_other = page != this_page();
                    return Storage::shared().start_anew(is_other);
                }
                for change in read(&event.data()).unwrap_or_default() {
                    changes.emit(change);
                }
            })
        });
        Self { channel, _listener: listener }
    }

    /// Says which records have changed.
    pub(super) fn announce(&self, places: impl Iterator<Item = (Store, String)>) {
        let Some(channel) = &self.channel else { return };
        let message: Array =
            places.map(|(store, key)| JsValue::from(format!("{}/{key}", store.name()))).collect();
        // A closed channel only means that other tabs learn of it when they reload.
        let _ = channel.post_message(&message);
    }

    /// Says that everything was erased: other tabs begin anew.
    pub(super) fn announce_erased(&self) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&format!("{ERASED}{}", this_page()).into());
        }
    }
}

/// When this page began, to the microsecond: the same for all of its programs, and for no other page.
fn this_page() -> String {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map(|it| it.time_origin().to_string()).unwrap_or_default()
}

fn read(data: &JsValue) -> Option<Vec<Change>> {
    let places = data.dyn_ref::<Array>()?;
    let read_one = |place: JsValue| {
        let place = place.as_string()?;
        let (store, key) = place.split_once('/')?;
        Some(Change { store: Store::from_name(store)?, key: key.to_owned() })
    };
    Some(places.iter().filter_map(read_one).collect())
}
