//! The worker's surroundings: messages out, messages in, the clock, a turn of the event loop.

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, Uint8Array};
use protocol::trainer::{Event, Request};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort, Performance};

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

    /// From now on tells the page of a panic before the module aborts.
    pub fn report_panics() {
        // The hook must be `Send`, so it looks the scope up again instead of holding it.
        std::panic::set_hook(Box::new(|panic| {
            if let Some(scope) = Self::current() {
                scope.emit(&Event::Panicked { message: panic.to_string() });
            }
        }));
    }

    /// Calls `hear` with every request from the page, or with why it could not be read.
    pub fn listen(&self, hear: impl Fn(Result<Request, String>) + 'static) {
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let bytes = event.data().dyn_into::<Uint8Array>();
            hear(match bytes {
                Ok(bytes) => {
                    protocol::decode_trainer(&bytes.to_vec()).map_err(|error| error.to_string())
                }
                Err(_) => Err("message without bytes".into()),
            });
        });
        self.global.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
    }
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
