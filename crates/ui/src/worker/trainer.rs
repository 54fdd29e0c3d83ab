//! The client of the workers that train nets and read checkpoints.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Uint8Array};
use protocol::{
    decode_trainer, encode_trainer,
    trainer::{Event, Request},
};
use wasm_bindgen::JsValue;
use web_sys::File;
use yew::Callback;

use super::blob::{Report, WatchedWorker};
use crate::site::Site;

/// How the worker is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrainerStatus {
    /// Being loaded; requests wait in a queue.
    Starting,
    /// It takes requests.
    Ready {
        /// What does the arithmetic.
        engine: String,
    },
    /// It is of no further use; [`TrainerClient::restart`] starts another one.
    Dead {
        /// Why, in words for the visitor.
        message: String,
    },
}

/// Which worker: all speak the same protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrainerProgram {
    /// The one that carries burn.
    WithBurn,
    /// The one for labs whose arithmetic is by hand: a fraction of the bytes.
    Plain,
    /// The one that opens trained models from the visitor's disk: it alone has a tokeniser.
    CheckpointReader,
}

impl TrainerProgram {
    fn name(self) -> &'static str {
        match self {
            Self::WithBurn => "trainer",
            Self::Plain => "lab-trainer",
            Self::CheckpointReader => "checkpoint-reader",
        }
    }
}

/// One worker that trains nets. One client a widget; dropping it ends the worker.
pub struct TrainerClient {
    inner: Rc<Inner>,
}

struct Inner {
    program: TrainerProgram,
    worker: RefCell<Option<WatchedWorker>>,
    status: RefCell<TrainerStatus>,
    queue: RefCell<Vec<(Request, Vec<File>)>>,
    on_event: Callback<Event>,
    on_status: Callback<TrainerStatus>,
}

impl TrainerClient {
    /// Starts a worker. `on_event` hears everything that it says except `Ready` and `Panicked`,
    /// which `on_status` hears. Neither is called before this function has returned.
    #[must_use]
    pub fn start(
        program: TrainerProgram,
        on_event: Callback<Event>,
        on_status: Callback<TrainerStatus>,
    ) -> Self {
        let client = Self {
            inner: Rc::new(Inner {
                program,
                worker: RefCell::new(None),
                status: RefCell::new(TrainerStatus::Starting),
                queue: RefCell::new(Vec::new()),
                on_event,
                on_status,
            }),
        };
        launch(&client.inner);
        client
    }

    /// Sends a request, or keeps it until the worker is ready. A dead worker hears nothing.
    pub fn send(&self, request: Request) {
        self.send_with(request, Vec::new());
    }

    /// Sends a request, and with it files: the browser hands over where they are, not what is in them.
    pub fn send_with(&self, request: Request, files: Vec<File>) {
        let status = self.inner.status.borrow().clone();
        match status {
            TrainerStatus::Starting => self.inner.queue.borrow_mut().push((request, files)),
            TrainerStatus::Ready { .. } => post(&self.inner, &request, files),
            TrainerStatus::Dead { .. } => {}
        }
    }

    /// How the worker is.
    #[must_use]
    pub fn status(&self) -> TrainerStatus {
        self.inner.status.borrow().clone()
    }

    /// Ends the worker and starts another one. The new one knows nothing: configure it again.
    pub fn restart(&self) {
        self.inner.queue.borrow_mut().clear();
        *self.inner.worker.borrow_mut() = None;
        set_status(&self.inner, TrainerStatus::Starting);
        launch(&self.inner);
    }
}

fn launch(inner: &Rc<Inner>) {
    let (site, program) = (Site::current(), inner.program.name());
    let script = format!(
        "const {{ default: init }} = await import({:?}); await init({{ module_or_path: {:?} }});",
        site.asset(&format!("{program}.js")),
        site.asset(&format!("{program}.wasm"))
    );
    let weak = Rc::downgrade(inner);
    let report = move |report| {
        if let Some(inner) = weak.upgrade() {
            hear(&inner, report);
        }
    };
    match WatchedWorker::start(&script, Rc::new(report)) {
        Ok(worker) => *inner.worker.borrow_mut() = Some(worker),
        Err(message) => {
            let inner = Rc::clone(inner);
            gloo::timers::callback::Timeout::new(0, move || die(&inner, message)).forget();
        }
    }
}

fn hear(inner: &Rc<Inner>, report: Report) {
    let data = match report {
        Report::Died(message) => return die(inner, message),
        Report::Message(data) => data,
    };
    match decode_trainer::<Event>(&Uint8Array::new(&data).to_vec()) {
        Ok(Event::Ready { engine }) => {
            set_status(inner, TrainerStatus::Ready { engine });
            let waiting = inner.queue.take();
            for (request, files) in waiting {
                post(inner, &request, files);
            }
        }
        Ok(Event::Panicked { message }) => die(inner, message),
        Ok(event) => inner.on_event.emit(event),
        Err(error) => die(inner, error.to_string()),
    }
}

fn post(inner: &Rc<Inner>, request: &Request, files: Vec<File>) {
    let sent = encode_trainer(request).map_err(|error| error.to_string()).and_then(|bytes| {
        let bytes = JsValue::from(Uint8Array::from(bytes.as_slice()));
        let message = match files.is_empty() {
            true => bytes,
            false => [bytes]
                .into_iter()
                .chain(files.into_iter().map(JsValue::from))
                .collect::<Array>()
                .into(),
        };
        inner.worker.borrow().as_ref().map_or(Ok(()), |worker| worker.post(&message))
    });
    if let Err(message) = sent {
        die(inner, message);
    }
}

fn die(inner: &Rc<Inner>, message: String) {
    // The worker may be the caller: it is dropped only when its own closure has returned.
    let dead = inner.worker.borrow_mut().take();
    gloo::timers::callback::Timeout::new(0, move || drop(dead)).forget();
    set_status(inner, TrainerStatus::Dead { message });
}

fn set_status(inner: &Rc<Inner>, status: TrainerStatus) {
    *inner.status.borrow_mut() = status.clone();
    inner.on_status.emit(status);
}
