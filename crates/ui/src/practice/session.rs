//! What connects the room's state to the world: Python, the address, an embedding page, the clock;
//! and `saving` to storage and other tabs.

use std::{cell::RefCell, rc::Rc};

use serde_json::json;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    editor::EditorHandle,
    room::OpenedProps,
    saving::{use_other_tabs, use_saving},
    state::{Action, At, Room},
};
use crate::{
    address, script,
    site::Site,
    storage::{Storage, Store},
    widget::WidgetEvent,
    worker::python::{PythonClient, PythonStatus},
};

/// Key in the settings: the engine that this device has downloaded.
const ENGINE_KEY: &str = "python";

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
