//! A module worker started from a small blob, so that it inherits the page's policy, and watched,
//! so that its death is noticed.
//!
//! Three signs of death: an `error` event (the script failed to load, or threw), silence after the
//! start, and a released Web Lock. The worker holds a lock from its first line until it ends, for
//! whatever reason; the page waits for the same lock. Where there are no Web Locks (a page served
//! without TLS), the first two remain.
//!
//! Messages sent before the module has installed its listener would be lost, so they wait here.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};
use web_sys::{
    Blob, BlobPropertyBag, ErrorEvent, MessageEvent, Url, Worker, WorkerOptions, WorkerType,
};

/// A module that has not loaded after this long is given up, and another one started. Long, because a
/// slow connection is no failure; a script that cannot be loaded reports itself at once. Chromium now
/// and then starts a worker in a frame and never runs it.
const SILENCE_MS: u32 = 45_000;

const ALIVE: &str = "warmstart:alive";
const LOADED: &str = "warmstart:loaded";
const FAILED: &str = "warmstart:failed ";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, granted: &Function) -> Result<Promise, JsValue>;
}

thread_local! {
    static STARTED: Cell<u32> = const { Cell::new(0) };
}

/// What a watched worker reports.
pub enum Report {
    /// A message of the module.
    Message(JsValue),
    /// It is dead; said once.
    Died(String),
}

/// A running worker. Dropping it ends the worker; nothing is reported after that.
pub struct WatchedWorker {
    worker: Worker,
    script_url: String,
    state: Rc<State>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

struct State {
    lock: String,
    alive: Cell<bool>,
    loaded: Cell<bool>,
    waiting: RefCell<Vec<JsValue>>,
    silence: RefCell<Option<Timeout>>,
    report: Rc<dyn Fn(Report)>,
}

impl WatchedWorker {
    /// Starts a worker whose module body is `script`.
    ///
    /// # Errors
    /// If the browser refuses to start a worker.
    pub fn start(script: &str, report: Rc<dyn Fn(Report)>) -> Result<Self, String> {
        let lock = lock_name();
        let (worker, script_url) = start_blob(&module_text(&lock, script)).map_err(describe)?;
        let state = Rc::new(State {
            lock,
            alive: Cell::new(true),
            loaded: Cell::new(false),
            waiting: RefCell::default(),
            silence: RefCell::default(),
            report,
        });
        watch_silence(&state);
        let on_message = {
            let (state, worker) = (Rc::clone(&state), worker.clone());
            Closure::new(move |event: MessageEvent| hear(&state, &worker, event.data()))
        };
        let on_error = {
            let state = Rc::clone(&state);
            Closure::new(move |event: ErrorEvent| die(&state, error_text(&event)))
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, script_url, state, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a message, or keeps it until the module has loaded.
    ///
    /// # Errors
    /// If the browser cannot copy the message.
    pub fn post(&self, message: &JsValue) -> Result<(), String> {
        if self.state.loaded.get() {
            return self.worker.post_message(message).map_err(describe);
        }
        self.state.waiting.borrow_mut().push(message.clone());
        Ok(())
    }
}

impl Drop for WatchedWorker {
    fn drop(&mut self) {
        self.state.alive.set(false);
        self.state.silence.take();
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
        // A blob that is gone already needs no revoking.
        let _ = Url::revoke_object_url(&self.script_url);
    }
}

fn hear(state: &Rc<State>, worker: &Worker, data: JsValue) {
    if !state.alive.get() {
        return;
    }
    let text = data.as_string().unwrap_or_default();
    if text == ALIVE {
        wait_for_end(state);
    } else if text == LOADED {
        state.silence.take();
        state.loaded.set(true);
        for message in state.waiting.take() {
            if let Err(error) = worker.post_message(&message) {
                die(state, describe(error));
            }
        }
    } else if let Some(why) = text.strip_prefix(FAILED) {
        die(state, why.to_owned());
    } else {
        (state.report)(Report::Message(data));
    }
}

fn die(state: &State, message: String) {
    if state.alive.replace(false) {
        (state.report)(Report::Died(message));
    }
}

fn watch_silence(state: &Rc<State>) {
    let weak = Rc::downgrade(state);
    let give_up = move || {
        if let Some(state) = weak.upgrade() {
            die(&state, "It did not start within two minutes.".into());
        }
    };
    *state.silence.borrow_mut() = Some(Timeout::new(SILENCE_MS, give_up));
}

fn wait_for_end(state: &Rc<State>) {
    let watched = Rc::clone(state);
    let granted = Closure::once_into_js(move || die(&watched, "It ended unexpectedly.".into()));
    // Without Web Locks the other two signs of death have to do.
    let _ = request_lock(&state.lock, granted.unchecked_ref());
}

fn lock_name() -> String {
    let number = STARTED.with(|started| started.replace(started.get() + 1));
    // Two tabs must not wait for each other's workers.
    format!("warmstart-worker-{}-{}-{number}", js_sys::Date::now(), js_sys::Math::random())
}

/// The module: hold the lock, say so, then run `script`.
fn module_text(lock: &str, script: &str) -> String {
    format!(
        r#"await new Promise((held) => {{
  const hold = () => {{ held(); return new Promise(() => {{}}); }};
  try {{ navigator.locks.request({lock:?}, hold).catch(held); }} catch {{ held(); }}
}});
postMessage({ALIVE:?});
try {{
{script}
postMessage({LOADED:?});
}} catch (error) {{
  postMessage({FAILED:?} + (error?.message ?? error));
}}"#
    )
}

fn start_blob(text: &str) -> Result<(Worker, String), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Ok((Worker::new_with_options(&url, &options)?, url))
}

fn error_text(event: &ErrorEvent) -> String {
    let message = event.message();
    if message.is_empty() { "Its script could not be loaded.".into() } else { message }
}

fn describe(error: JsValue) -> String {
    js_sys::Error::from(error).message().into()
}
