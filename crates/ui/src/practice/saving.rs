//! What is kept of an exercise on this device: text, record, lines and interviews, the last run; and
//! what another tab keeps of the same.

use content::Kind;
use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{
    attempt::Attempt,
    earlier::LastRun,
    read_draft,
    session::now,
    state::{Action, Draft, Room},
};
use crate::{
    progress,
    storage::{Change, Storage, Store},
};

/// Quiet time after typing until it is checked that everything is on the device.
const CONFIRM_MS: u32 = 250;

/// Writes the text and the record whenever they change.
#[hook]
pub fn use_saving(room: &UseReducerHandle<Room>) {
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
pub fn use_other_tabs(room: &UseReducerHandle<Room>) {
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
