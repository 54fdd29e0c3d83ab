//! The worker's surroundings: messages out, messages in, the clock, a turn of the event loop.

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, Uint8Array};
use protocol::trainer::{Event, Request};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Blob, DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort, Performance,
};

use crate::source::{Handle, Source};

/// Files that came with a request.
pub type Files = Vec<Box<dyn Source>>;

/// A dedicated worker's global scope.
#[derive(Clone)]
pub struct Scope {
    global: DedicatedWorkerGlobalScope,
    clock: Performance,
}

impl Scope {
    /// The scope that this module runs in, if it is a worker's.
    pub fn current() -> Option<Self> {
        let global = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>().ok()?;
        let clock = global.performance()?;
        Some(Self { global, clock })
    }

    /// Milliseconds since the worker started.
    pub fn now_ms(&self) -> f64 {
        self.clock.now()
    }

    /// Sends an event to the page, handing its bytes over.
    pub fn emit(&self, event: &Event) {
        let Ok(bytes) = protocol::encode_trainer(event) else {
            // Every event is made of plain sized fields; postcard refuses none of them.
            return;
        };
        let bytes = Uint8Array::from(&bytes[..]);
        let handed_over = Array::of1(&bytes.buffer());
        // Fails only for what cannot be cloned; bytes can.
        let _ = self.global.post_message_with_transfer(&bytes, &handed_over);
    }

    /// Memory that the device has, in bytes, where the browser tells (Chromium: rounded, 8 GB at most).
    pub fn device_bytes(&self) -> Option<u64> {
        let of = |holder: &JsValue, name: &str| js_sys::Reflect::get(holder, &name.into()).ok();
        let gigabytes = of(&of(&self.global, "navigator")?, "deviceMemory")?.as_f64()?;
        Some((gigabytes * f64::from(1 << 30)) as u64)
    }

    /// From now on tells the page of a panic before the module aborts.
    pub fn report_panics() {
        // The hook must be `Send`, so it looks the scope up again instead of holding it.
        std::panic::set_hook(Box::new(|panic| {
            if let Some(scope) = Self::current() {
                scope.emit(&Event::Panicked { message: panic.to_string() });
            }
        }));
    }

    /// Calls `hear` with every request from the page and the files that came with it, or with why it
    /// could not be read.
    pub fn listen(&self, hear: impl Fn(Result<(Request, Files), String>) + 'static) {
        let on_message =
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| hear(read(event)));
        self.global.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
    }
}

/// A message is a request's bytes, or a list of them and of files.
fn read(event: MessageEvent) -> Result<(Request, Files), String> {
    let parts = event.data().dyn_into::<Array>().unwrap_or_else(|data| Array::of1(&data));
    let mut parts = parts.iter();
    let bytes = parts.next().and_then(|part| part.dyn_into::<Uint8Array>().ok());
    let bytes = bytes.ok_or("message without bytes")?;
    let request = protocol::decode_trainer(&bytes.to_vec()).map_err(|error| error.to_string())?;
    let files = parts.filter_map(|part| part.dyn_into::<Blob>().ok());
    Ok((request, files.map(|file| Box::new(Handle(file)) as Box<dyn Source>).collect()))
}

/// Asks the event loop for another turn. A message port, because timers are held back to 4 ms.
///
/// Both ends of the channel are held. An end that nothing refers to may be collected, and then a run
/// stands still for good without a word; a browser that waits for its listener keeps it, but not
/// every browser does so in a worker.
pub struct Turns {
    out: MessagePort,
    _back: MessagePort,
    is_asked: Rc<Cell<bool>>,
}

impl Turns {
    /// Calls `turn` once for each [`Turns::ask`], after the messages that wait already.
    pub fn new(turn: impl Fn() + 'static) -> Option<Self> {
        let channel = MessageChannel::new().ok()?;
        let is_asked = Rc::new(Cell::new(false));
        let asked = Rc::clone(&is_asked);
        let on_turn = Closure::<dyn Fn()>::new(move || {
            asked.set(false);
            turn();
        });
        let back = channel.port1();
        back.set_onmessage(Some(on_turn.as_ref().unchecked_ref()));
        on_turn.forget();
        Some(Self { out: channel.port2(), _back: back, is_asked })
    }

    /// One more turn, unless one is on its way already: pausing and starting again at once must
    /// not leave two loops.
    pub fn ask(&self) {
        if !self.is_asked.replace(true) {
            let _ = self.out.post_message(&JsValue::NULL);
        }
    }
}
