//! The client of the Python worker. Stopping is ending: the worker is terminated and another one
//! starts at once, from the on-device snapshot.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::timers::callback::Timeout;
use js_sys::WebAssembly::Module;
use protocol::{
    decode_python, encode_python,
    python::{Assets, Event, Job, Request, Stage},
};
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

use super::blob::{Report, WatchedWorker};
use crate::site::Site;

/// How the engine is.
#[derive(Clone, Debug, PartialEq)]
pub enum PythonStatus {
    /// Not asked for yet: nothing has been downloaded.
    Off,
    /// On its way; jobs wait.
    Starting {
        /// What is happening.
        stage: Stage,
        /// Bytes so far.
        loaded_bytes: u64,
        /// Bytes in all.
        total_bytes: u64,
    },
    /// It takes jobs.
    Ready {
        /// Python's version.
        python: String,
        /// Whether it came from the on-device snapshot.
        warm: bool,
    },
    /// It is of no further use; [`PythonClient::start`] starts another one.
    Dead {
        /// Why, in words for the visitor.
        message: String,
    },
}

/// One Python engine. Dropping it ends the worker.
pub struct PythonClient {
    inner: Rc<Inner>,
}

struct Inner {
    worker: RefCell<Option<WatchedWorker>>,
    /// Pyodide's program, which the first worker has compiled and the next ones need not.
    compiled: RefCell<Option<Module>>,
    status: RefCell<PythonStatus>,
    /// The engine is to be replaced when its job has ended.
    is_spent: Cell<bool>,
    /// How many engines have been started. What an earlier one still says is not heard.
    launches: Cell<u32>,
    /// Jobs that have not ended, in order. An engine that is replaced may never have come to some.
    jobs: RefCell<Vec<Request>>,
    on_event: Callback<Event>,
    on_status: Callback<PythonStatus>,
}

impl PythonClient {
    /// A client whose engine is off. `on_event` hears what jobs report, `on_status` how the engine
    /// is.
    #[must_use]
    pub fn new(on_event: Callback<Event>, on_status: Callback<PythonStatus>) -> Self {
        Self {
            inner: Rc::new(Inner {
                worker: RefCell::new(None),
                compiled: RefCell::new(None),
                status: RefCell::new(PythonStatus::Off),
                is_spent: Cell::new(false),
                launches: Cell::new(0),
                jobs: RefCell::new(Vec::new()),
                on_event,
                on_status,
            }),
        }
    }

    /// Starts the engine if it is off or dead.
    pub fn start(&self) {
        let status = self.inner.status.borrow().clone();
        if matches!(status, PythonStatus::Off | PythonStatus::Dead { .. }) {
            launch(&self.inner);
        }
    }

    /// Runs a job, starting the engine if need be. Its answers carry `id`.
    pub fn run(&self, id: u32, job: Job) {
        let request = Request::Run { id, job: Box::new(job) };
        if let PythonStatus::Ready { .. } = self.status() {
            self.inner.jobs.borrow_mut().push(request.clone());
            post(&self.inner, &request);
        } else {
            self.inner.jobs.borrow_mut().push(request);
            self.start();
        }
    }

    /// Ends whatever runs, at once, and starts a fresh engine. An engine that is still on its way
    /// runs nothing yet: it only forgets what it was to run.
    pub fn stop(&self) {
        self.inner.jobs.borrow_mut().clear();
        if let PythonStatus::Ready { .. } = self.status() {
            self.inner.worker.borrow_mut().take();
            launch(&self.inner);
        }
    }

    /// Ends the engine, and gives up a download that is under way.
    pub fn switch_off(&self) {
        self.inner.jobs.borrow_mut().clear();
        self.inner.worker.borrow_mut().take();
        set_status(&self.inner, PythonStatus::Off);
    }

    /// How the engine is.
    #[must_use]
    pub fn status(&self) -> PythonStatus {
        self.inner.status.borrow().clone()
    }
}

/// Bytes of a cold start, as the build counted them.
#[must_use]
pub fn download_bytes() -> u64 {
    Site::current().number("pyodide.bytes").unwrap_or_default()
}

fn assets() -> Assets {
    let site = Site::current();
    Assets {
        pyodide: site.asset("pyodide/"),
        packages: site.asset("python.zip"),
        kernels: site.has("kernels.wasm").then(|| site.asset("kernels.wasm")),
        snapshot_key: site.engine_key(),
        total_bytes: download_bytes(),
    }
}

fn launch(inner: &Rc<Inner>) {
    inner.is_spent.set(false);
    let number = inner.launches.get() + 1;
    inner.launches.set(number);
    let total_bytes = download_bytes();
    let is_here = inner.compiled.borrow().is_some();
    let stage = if is_here { Stage::Restore } else { Stage::Download };
    set_status(inner, PythonStatus::Starting { stage, loaded_bytes: 0, total_bytes });
    let script = format!("await import({:?});", Site::current().asset("python.js"));
    let weak = Rc::downgrade(inner);
    let report = move |report| {
        if let Some(inner) = weak.upgrade().filter(|inner| inner.launches.get() == number) {
            hear(&inner, report);
        }
    };
    match WatchedWorker::start(&script, Rc::new(report)) {
        Ok(worker) => {
            *inner.worker.borrow_mut() = Some(worker);
            if let Some(module) = &*inner.compiled.borrow() {
                send(inner, module);
            }
            post(inner, &Request::Start(assets()));
        }
        Err(message) => die(inner, message),
    }
}

fn hear(inner: &Rc<Inner>, report: Report) {
    let data = match report {
        Report::Died(message) => return die(inner, message),
        Report::Message(data) => data,
    };
    let data = match data.dyn_into::<Module>() {
        Ok(module) => return *inner.compiled.borrow_mut() = Some(module),
        Err(data) => data,
    };
    match decode_python::<Event>(&data.as_string().unwrap_or_default()) {
        Ok(Event::Progress { stage, loaded_bytes, total_bytes }) => {
            set_status(inner, PythonStatus::Starting { stage, loaded_bytes, total_bytes });
        }
        Ok(Event::Ready { python, warm, .. }) => {
            set_status(inner, PythonStatus::Ready { python, warm });
            let waiting = inner.jobs.borrow().clone();
            waiting.iter().for_each(|request| post(inner, request));
        }
        Ok(Event::Crashed { message }) => die(inner, message),
        Ok(Event::Spent) => inner.is_spent.set(true),
        Ok(event) => {
            let has_ended = end_job(inner, &event);
            // First, so that the page has the verdict even if no other engine can be started.
            inner.on_event.emit(event);
            if has_ended && inner.is_spent.get() {
                drop_later(inner);
                launch(inner);
            }
        }
        Err(error) => die(inner, error.to_string()),
    }
}

/// Forgets a job if this is its last event, and says so.
fn end_job(inner: &Inner, event: &Event) -> bool {
    let (Event::Finished { id: ended, .. } | Event::Failed { id: ended, .. }) = event else {
        return false;
    };
    let goes_on = |job: &Request| !matches!(job, Request::Run { id, .. } if id == ended);
    inner.jobs.borrow_mut().retain(goes_on);
    true
}

fn post(inner: &Rc<Inner>, request: &Request) {
    match encode_python(request) {
        Ok(text) => send(inner, &JsValue::from(text)),
        Err(error) => die(inner, error.to_string()),
    }
}

fn send(inner: &Rc<Inner>, message: &JsValue) {
    let sent = inner.worker.borrow().as_ref().map_or(Ok(()), |worker| worker.post(message));
    if let Err(message) = sent {
        die(inner, message);
    }
}

fn die(inner: &Rc<Inner>, message: String) {
    drop_later(inner);
    inner.jobs.borrow_mut().clear();
    set_status(inner, PythonStatus::Dead { message });
}

/// The worker may be the caller: it is dropped only when its own closure has returned.
fn drop_later(inner: &Rc<Inner>) {
    let worker = inner.worker.borrow_mut().take();
    Timeout::new(0, move || drop(worker)).forget();
}

fn set_status(inner: &Rc<Inner>, status: PythonStatus) {
    *inner.status.borrow_mut() = status.clone();
    inner.on_status.emit(status);
}
