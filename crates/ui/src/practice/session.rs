//! What connects the room's state to the world: Python, storage, other tabs, the clock.

use std::{cell::RefCell, rc::Rc};

use content::Kind;
use gloo::timers::callback::Timeout;
use serde_json::json;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    attempt::Attempt,
    earlier::LastRun,
    editor::EditorHandle,
    read_draft,
    room::OpenedProps,
    state::{Action, At, Draft, Room},
};
use crate::{
    address, progress, script,
    site::Site,
    storage::{Change, Storage, Store},
    widget::WidgetEvent,
    worker::python::{PythonClient, PythonStatus},
};

/// Key in the settings: the engine that this device has downloaded.
const ENGINE_KEY: &str = "python";

/// Quiet time after typing until it is checked that everything is on the device.
const CONFIRM_MS: u32 = 250;

/// Deaths in a row after which no further engine is started without being asked.
const DEATHS_MAX: u32 = 2;

/// The room's state and everything that can be done with it.
#[derive(Clone, PartialEq)]
pub struct Session {
    /// The state.
    pub room: UseReducerHandle<Room>,
    /// Python.
    pub python: Rc<Engine>,
    /// The editor, once it is there.
    pub editor: EditorHandle,
    /// Shows a line in the editor.
    pub go_to: Callback<u32>,
}

/// The Python client, comparable by identity.
pub struct Engine(PythonClient);

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Session {
    /// Does this when called.
    pub fn action<T>(&self, action: Action) -> Callback<T> {
        let dispatcher = self.room.dispatcher();
        Callback::from(move |_| dispatcher.dispatch(now(action.clone())))
    }

    /// Runs what is in the editor.
    pub fn run(&self) -> Callback<()> {
        self.action(Action::Run)
    }

    /// Ends the run, at once, and starts a fresh engine.
    pub fn stop(&self) -> Callback<()> {
        let session = self.clone();
        Callback::from(move |()| {
            session.room.dispatch(now(Action::Stop));
            session.python.0.stop();
        })
    }

    /// Starts the engine, downloading it if need be.
    pub fn start_engine(&self) -> Callback<()> {
        let session = self.clone();
        Callback::from(move |()| session.python.0.start())
    }

    /// Gives up the download.
    pub fn cancel_engine(&self) -> Callback<()> {
        let session = self.clone();
        Callback::from(move |()| {
            session.room.dispatch(now(Action::Stop));
            session.python.0.switch_off();
        })
    }
}

/// An action that happens now.
pub fn now(action: Action) -> At {
    At(js_sys::Date::now(), action)
}

/// Opens a session on an exercise; it ends with the component.
#[hook]
pub fn use_session(props: &OpenedProps) -> Session {
    let room = use_reducer(|| {
        let (exercise, draft) = (props.exercise.clone(), props.draft.clone());
        let now_ms = js_sys::Date::now();
        Room::open(exercise, draft, props.record.clone(), now_ms)
            .with_earlier(props.attempt.clone(), props.last.clone())
            .with_asked(props.asked_minutes, now_ms)
    });
    use_address(&room, props.asked_minutes);
    let python = use_engine(&room);
    let editor = use_memo((), |()| EditorHandle::default());
    let go_to = {
        let editor = (*editor).clone();
        use_callback((), move |line, ()| editor.go_to(line))
    };
    use_jobs(&room, &python);
    use_saving(&room);
    use_other_tabs(&room);
    use_reports(&room, &props.on_event);
    Session { room, python, editor: (*editor).clone(), go_to }
}

/// An interview that has begun is on the device: the address asks for it no longer.
#[hook]
fn use_address(room: &UseReducerHandle<Room>, asked_minutes: Option<u16>) {
    let is_answered = asked_minutes.is_some() && room.asked_minutes.is_none();
    use_effect_with(is_answered, |is_answered| {
        if *is_answered {
            address::replace("");
        }
    });
}

#[hook]
fn use_engine(room: &UseReducerHandle<Room>) -> Rc<Engine> {
    let dispatcher = room.dispatcher();
    let python = use_memo((), move |()| {
        let hear = {
            let dispatcher = dispatcher.clone();
            Callback::from(move |event| dispatcher.dispatch(now(Action::Hear(Box::new(event)))))
        };
        let status = Callback::from(move |status| dispatcher.dispatch(now(Action::Engine(status))));
        Engine(PythonClient::new(hear, status))
    });
    {
        let python = Rc::clone(&python);
        use_effect_with((), move |()| {
            spawn_local(async move {
                if may_start_unasked().await {
                    python.0.start();
                }
            });
        });
    }
    use_engine_care(room, &python);
    python
}

/// Remembers that the engine is on the device, and replaces one that died.
#[hook]
fn use_engine_care(room: &UseReducerHandle<Room>, python: &Rc<Engine>) {
    let deaths = use_mut_ref(|| 0_u32);
    let python = Rc::clone(python);
    use_effect_with(room.engine.clone(), move |status| match status {
        PythonStatus::Ready { .. } => {
            *deaths.borrow_mut() = 0;
            let key = Site::current().engine_key();
            Storage::shared().put(Store::Settings, ENGINE_KEY, json!(key));
            script::keep("pyodide/");
            script::keep("assets/");
        }
        PythonStatus::Dead { .. } => {
            let count = deaths.replace_with(|count| *count + 1);
            if count < DEATHS_MAX {
                python.0.start();
            }
        }
        PythonStatus::Off | PythonStatus::Starting { .. } => {}
    });
}

/// Whether the engine may be started without a word: it is here already, or downloading it costs
/// this visitor little.
async fn may_start_unasked() -> bool {
    let stored = Storage::shared().get::<String>(Store::Settings, ENGINE_KEY).await;
    let is_here = stored.is_some_and(|key| key == Site::current().engine_key());
    is_here || !(super::split::is_narrow() || saves_data())
}

fn saves_data() -> bool {
    let connection = web_sys::window()
        .and_then(|window| js_sys::Reflect::get(&window.navigator(), &"connection".into()).ok());
    let field = |name: &str| {
        let connection = connection.as_ref().filter(|it| it.is_object())?;
        js_sys::Reflect::get(connection, &name.into()).ok()
    };
    field("saveData").is_some_and(|value| value.is_truthy())
        || field("type").and_then(|it| it.as_string()).is_some_and(|it| it == "cellular")
}

/// Sends each job that the run wants.
#[hook]
fn use_jobs(room: &UseReducerHandle<Room>, python: &Rc<Engine>) {
    let wanted = room.run.as_ref().filter(|run| run.is_busy()).map(|run| run.id);
    let (room, python) = (room.clone(), Rc::clone(python));
    use_effect_with(wanted, move |wanted| {
        let job = room.run.as_ref().and_then(|run| run.job(&room.exercise));
        if let (Some(id), Some(job)) = (*wanted, job) {
            python.0.run(id, job);
        }
    });
}

/// Writes the text and the record whenever they change.
#[hook]
fn use_saving(room: &UseReducerHandle<Room>) {
    let slug = room.exercise.slug.clone();
    let timer = use_mut_ref(|| None::<Timeout>);
    {
        let (slug, room) = (slug.clone(), room.clone());
        use_effect_with(room.writes, move |writes| {
            // What was only opened leaves no trace.
            if *writes == 0 {
                return;
            }
            write_draft(&slug, &room.draft);
            let (slug, dispatcher) = (slug.clone(), room.dispatcher());
            let confirm = move || {
                spawn_local(async move {
                    let storage = Storage::shared();
                    let flushed = storage.flush().await;
                    // Typed on in the meantime: the next confirmation is on its way.
                    if flushed.is_err() || !storage.is_waiting(Store::Code, &slug) {
                        dispatcher.dispatch(now(Action::Kept(flushed.is_ok())));
                    }
                });
            };
            *timer.borrow_mut() = Some(Timeout::new(CONFIRM_MS, confirm));
        });
    }
    {
        let slug = slug.clone();
        use_effect_with(room.record.clone(), move |record| {
            progress::write(Kind::Exercise, &slug, record);
        });
    }
    {
        let slug = slug.clone();
        use_effect_with(room.attempt.clone(), move |attempt| write_attempt(&slug, attempt));
    }
    use_last_run(room, slug);
}

/// Keeps the run as soon as its verdict is there, and again when mistake or growth is known. What
/// has been solved must not be lost to a tab that is closed in this instant, so nothing waits here.
#[hook]
fn use_last_run(room: &UseReducerHandle<Room>, slug: String) {
    let run = room.run.as_ref().filter(|_| room.earlier_ms.is_none());
    let stage = run.map(|run| (room.runs, run.ending.is_some(), run.stage.clone()));
    let room = room.clone();
    use_effect_with(stage, move |_| {
        let run = room.run.as_ref().filter(|_| room.earlier_ms.is_none());
        let now_ms = js_sys::Date::now();
        let last = run.and_then(|run| LastRun::of(run, room.selected, &room.exercise, now_ms));
        // Plain texts and numbers are always JSON.
        if let Some(value) = last.and_then(|last| serde_json::to_value(last).ok()) {
            Storage::shared().put(Store::Progress, &progress::last_run_key(&slug), value);
            spawn_local(async { drop(Storage::shared().flush().await) });
        }
    });
}

/// An attempt that has not begun leaves no trace.
fn write_attempt(slug: &str, attempt: &Attempt) {
    // Plain texts and numbers are always JSON.
    if *attempt != Attempt::default()
        && let Ok(value) = serde_json::to_value(attempt)
    {
        Storage::shared().put(Store::Progress, &progress::attempt_key(slug), value);
    }
}

fn write_draft(slug: &str, draft: &Draft) {
    // A record of plain texts is always JSON.
    if let Ok(value) = serde_json::to_value(draft) {
        Storage::shared().put(Store::Code, slug, value);
    }
}

/// Offers what another tab has typed.
#[hook]
fn use_other_tabs(room: &UseReducerHandle<Room>) {
    let (dispatcher, slug) = (room.dispatcher(), room.exercise.slug.clone());
    use_effect_with((), move |()| {
        let on_change = Callback::from(move |change: Change| {
            if change.store == Store::Code && change.key == slug {
                let (dispatcher, slug) = (dispatcher.clone(), slug.clone());
                spawn_local(async move {
                    if let Some(draft) = read_draft(&slug).await {
                        dispatcher.dispatch(now(Action::TypedElsewhere(draft)));
                    }
                });
            }
        });
        let subscription = Storage::shared().on_change(on_change);
        move || drop(subscription)
    });
}

/// Tells an embedding page what happens.
#[hook]
fn use_reports(room: &UseReducerHandle<Room>, on_event: &Callback<WidgetEvent>) {
    {
        let on_event = on_event.clone();
        use_effect_with((), move |()| on_event.emit(WidgetEvent::Ready));
    }
    {
        let on_event = on_event.clone();
        use_effect_with(room.runs, move |runs| {
            if *runs > 0 {
                on_event.emit(WidgetEvent::Run);
            }
        });
    }
    let ending = room.run.as_ref().and_then(|run| {
        let verdict = run.verdict();
        if room.earlier_ms.is_some() {
            return None;
        }
        Some((room.runs, run.ending?.label(), verdict.passed, verdict.total()))
    });
    let (on_event, slug) = (on_event.clone(), room.exercise.slug.clone());
    use_effect_with(ending, move |ending| {
        if let Some((_, status, passed, cases)) = ending {
            let result = json!({ "item": format!("practice/{slug}"), "status": status, "passed": passed, "cases": cases });
            on_event.emit(WidgetEvent::Result(result.to_string()));
        }
    });
}

/// The message of a dead engine, if it is dead.
pub fn death(room: &Room) -> Option<&str> {
    match &room.engine {
        PythonStatus::Dead { message } => Some(message),
        _ => None,
    }
}

/// A slot that is filled later, shared by clones.
pub type Slot<T> = Rc<RefCell<Option<T>>>;
