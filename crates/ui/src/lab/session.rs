//! The lab's side effects: its worker, its storage, the address it was opened with, and what it
//! tells the page around it. Carries out the orders of [`State`].

use protocol::trainer::Event;
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::config::opening;
use super::fragment::{self, Shared};
use super::state::{Action, Order, Phase, State};
use crate::storage::{Storage, Store};
use crate::widget::WidgetEvent;
use crate::worker::trainer::{TrainerClient, TrainerProgram, TrainerStatus};

/// Where the last configuration is kept.
const KEY: &str = "labs/decision-boundary";

/// Orders kept before they are forgotten.
const OUTBOX_MAX: usize = 32;

/// A lab at work.
#[hook]
pub fn use_session(
    initial: Option<String>,
    on_event: &Callback<WidgetEvent>,
) -> UseReducerHandle<State> {
    let state = use_reducer(State::default);
    use_worker(&state);
    use_opening(&state, initial);
    use_keeping(&state);
    use_reporting(&state, on_event);
    state
}

/// Starts the worker and carries out orders as they come.
#[hook]
fn use_worker(state: &UseReducerHandle<State>) {
    let client = use_mut_ref(|| None::<TrainerClient>);
    let done = use_mut_ref(|| 0u64);
    let outbox = state.outbox.clone();
    let dispatcher = state.dispatcher();
    let last = outbox.last().map_or(0, |(number, _)| *number);
    use_effect_with(last, move |&last| {
        let mut client = client.borrow_mut();
        let client = client.get_or_insert_with(|| {
            let (heard, status) = (dispatcher.clone(), dispatcher.clone());
            TrainerClient::start(
                TrainerProgram::WithBurn,
                Callback::from(move |event| hear(event, heard.clone())),
                Callback::from(move |changed| {
                    if let TrainerStatus::Dead { message } = changed {
                        status.dispatch(Action::Died(message));
                    }
                }),
            )
        });
        let before = done.replace(last);
        for (_, order) in outbox.iter().filter(|(number, _)| *number > before) {
            match order {
                Order::Restart => client.restart(),
                Order::Send(request) => client.send(request.clone()),
            }
        }
        if outbox.len() > OUTBOX_MAX {
            dispatcher.dispatch(Action::Sent(last));
        }
    });
}

/// Frames wait for the browser to be about to paint, so that no more are drawn than are seen.
fn hear(event: Event, dispatcher: UseReducerDispatcher<State>) {
    if !matches!(event, Event::BoundaryFrame { .. }) {
        dispatcher.dispatch(Action::Heard(event));
        return;
    }
    let paint = Closure::once_into_js(move || dispatcher.dispatch(Action::Heard(event)));
    if let Some(window) = web_sys::window() {
        // Without animation frames there is no picture to keep up with.
        let _ = window.request_animation_frame(paint.unchecked_ref());
    }
}

/// Opens what the address says, else what was trained last on this device, else the default.
#[hook]
fn use_opening(state: &UseReducerHandle<State>, initial: Option<String>) {
    let dispatcher = state.dispatcher();
    use_effect_with(initial, move |initial| {
        let linked = fragment::decode(initial.as_deref().unwrap_or_default());
        let dispatcher = dispatcher.clone();
        match linked {
            Ok(Some(shared)) => dispatcher.dispatch(Action::Open(shared, None)),
            Err(part) => {
                let notice = format!(
                    "This link cannot be used: it says “{part}”, which is out of bounds or broken. \
                     The lab opened with its own settings instead."
                );
                let shared = Shared { config: opening(), step: 0 };
                dispatcher.dispatch(Action::Open(shared, Some(notice)));
            }
            Ok(None) => spawn_local(async move {
                let kept = Storage::shared().get(Store::Settings, KEY).await;
                let shared = kept.as_ref().and_then(Value::as_str).and_then(read_kept);
                let shared = shared.unwrap_or(Shared { config: opening(), step: 0 });
                dispatcher.dispatch(Action::Open(shared, None));
            }),
        }
    });
}

fn read_kept(text: &str) -> Option<Shared> {
    fragment::decode(text).ok().flatten()
}

/// Keeps what the visitor chose. What a link brought is not theirs until they change it.
#[hook]
fn use_keeping(state: &UseReducerHandle<State>) {
    let kept = state.is_chosen.then(|| state.config.clone());
    use_effect_with(kept, |kept| {
        if let Some(config) = kept {
            Storage::shared().put(Store::Settings, KEY, fragment::encode(config, 0).into());
        }
    });
}

/// Tells the page around the lab what happens in it.
#[hook]
fn use_reporting(state: &UseReducerHandle<State>, on_event: &Callback<WidgetEvent>) {
    let was_running = use_mut_ref(|| false);
    let (ready, tell) = (state.frame.is_some(), on_event.clone());
    use_effect_with(ready, move |ready| {
        if *ready {
            tell.emit(WidgetEvent::Ready);
        }
    });
    let (current, tell) = (state.clone(), on_event.clone());
    use_effect_with(state.phase.clone(), move |phase| {
        let is_running = current.is_running();
        let did_run = was_running.replace(is_running);
        match phase {
            Phase::Training if !did_run => tell.emit(WidgetEvent::Run),
            Phase::Lost(why) => tell.emit(WidgetEvent::Error(why.clone())),
            Phase::Paused if did_run => tell.emit(WidgetEvent::Result(result(&current))),
            _ => {}
        }
    });
}

fn result(state: &State) -> String {
    let Some(frame) = &state.frame else { return "{}".into() };
    json!({
        "step": frame.step,
        "trainLoss": frame.train_loss,
        "testLoss": frame.test_loss,
        "testAccuracy": frame.test_accuracy,
        "divergedAtStep": frame.diverged_at_step,
        "weightsHash": hash_text(frame.weights_hash),
        "fragment": fragment::encode(&state.config, frame.step),
    })
    .to_string()
}

/// A weight hash as it is shown: sixteen hexadecimal digits.
pub fn hash_text(hash: u64) -> String {
    format!("{hash:016x}")
}
