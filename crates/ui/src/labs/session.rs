//! The lab's side effects: its worker, its storage, the address it was opened with, and what it
//! tells the page around it. Carries out the orders of [`State`].

use std::rc::Rc;

use content::Lab;
use protocol::trainer::Event;
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::columns;
use super::fragment::{self, Shared};
use super::plan::Plan;
use super::state::{Action, Kept, Order, Phase, State};
use crate::storage::{Storage, Store};
use crate::widget::WidgetEvent;
use crate::worker::trainer::{TrainerClient, TrainerProgram, TrainerStatus};

/// Orders kept before they are forgotten.
const OUTBOX_MAX: usize = 32;

/// A lab at work.
#[hook]
pub fn use_session(
    lab: &Rc<Lab>,
    initial: Option<String>,
    is_page: bool,
    on_event: &Callback<WidgetEvent>,
) -> UseReducerHandle<State> {
    let state = {
        let lab = Rc::clone(lab);
        use_reducer(|| State::new(lab))
    };
    use_worker(&state);
    use_opening(&state, initial, is_page);
    use_keeping(&state, is_page);
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
    let with_burn = state.lab.needs_burn;
    let program = if with_burn { TrainerProgram::WithBurn } else { TrainerProgram::Plain };
    let last = outbox.last().map_or(0, |(number, _)| *number);
    use_effect_with(last, move |&last| {
        let mut client = client.borrow_mut();
        let client = client.get_or_insert_with(|| {
            let (heard, status) = (dispatcher.clone(), dispatcher.clone());
            TrainerClient::start(
                program,
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
    if !matches!(event, Event::LabFrame { .. }) {
        dispatcher.dispatch(Action::Heard(event));
        return;
    }
    let paint = Closure::once_into_js(move || dispatcher.dispatch(Action::Heard(event)));
    if let Some(window) = web_sys::window() {
        // Without animation frames there is no picture to keep up with.
        let _ = window.request_animation_frame(paint.unchecked_ref());
    }
}

fn plan_key(lab: &Lab) -> String {
    format!("labs/{}", lab.slug)
}

fn table_key(lab: &Lab) -> String {
    format!("labs/{}/table", lab.slug)
}

/// Tables that others took the place of.
fn aside_key(lab: &Lab) -> String {
    format!("labs/{}/tables-aside", lab.slug)
}

/// Opens what the address says. Otherwise, on the lab's own page, what was run last on this device or
/// the first experiment; in a frame, one plain lane.
#[hook]
fn use_opening(state: &UseReducerHandle<State>, initial: Option<String>, is_page: bool) {
    let dispatcher = state.dispatcher();
    let lab = Rc::clone(&state.lab);
    use_effect_with(initial, move |initial| {
        let linked = fragment::decode(&lab, initial.as_deref().unwrap_or_default());
        spawn_local(async move {
            let kept = kept_tables(&lab).await;
            let (shared, notice) = match linked {
                Ok(Some(shared)) => (shared, None),
                Ok(None) if is_page => (kept_plan(&lab).await, None),
                Ok(None) => (Shared { plan: Plan::opening(&lab), step: 0, own: None }, None),
                Err(part) => {
                    let notice = format!(
                        "This link cannot be used: it says “{part}”, which is out of bounds or \
                         broken. The lab opened with its own settings instead."
                    );
                    (Shared::opening(&lab), Some(notice))
                }
            };
            dispatcher.dispatch(Action::Open(shared, kept, notice));
        });
    });
}

async fn kept_plan(lab: &Lab) -> Shared {
    let kept: Option<Value> = Storage::shared().get(Store::Settings, &plan_key(lab)).await;
    let text = kept.as_ref().and_then(Value::as_str);
    let shared = text.and_then(|text| fragment::decode(lab, text).ok().flatten());
    shared.map_or_else(|| Shared::opening(lab), |shared| Shared { step: 0, ..shared })
}

async fn kept_tables(lab: &Lab) -> Kept {
    let Some(declared) = lab.own.as_ref() else { return Kept::default() };
    let read = |kept| columns::read_kept(kept, declared).map(Rc::new);
    let storage = Storage::shared();
    let table: Option<Value> = storage.get(Store::Settings, &table_key(lab)).await;
    let aside: Option<Vec<Value>> = storage.get(Store::Settings, &aside_key(lab)).await;
    Kept {
        table: table.and_then(read),
        aside: aside.into_iter().flatten().filter_map(read).collect(),
    }
}

/// Keeps what the visitor chose. What a link brought is not theirs until they change it; then the link
/// goes from the address, so that a reload opens what they made of it. A link's points, until they are
/// drawn on, are kept with the plan only: the visitor's own table stays.
#[hook]
fn use_keeping(state: &UseReducerHandle<State>, is_page: bool) {
    let lab = Rc::clone(&state.lab);
    let kept = state
        .is_chosen
        .then(|| (state.plan.clone(), state.own.clone(), state.is_linked, state.aside.clone()));
    use_effect_with(kept, move |kept| {
        if let Some((plan, own, is_linked, aside)) = kept {
            if is_page {
                forget_link();
            }
            let storage = Storage::shared();
            let text = fragment::encode(&lab, plan, own.as_deref(), 0);
            storage.put(Store::Settings, &plan_key(&lab), text.into());
            if let Some(own) = own.as_ref().filter(|_| !is_linked) {
                // First what it takes the place of.
                let aside: Value = aside.iter().map(|it| columns::kept(it)).collect();
                storage.put(Store::Settings, &aside_key(&lab), aside);
                storage.put(Store::Settings, &table_key(&lab), columns::kept(own));
            }
        }
    });
}

fn forget_link() {
    let window = gloo::utils::window();
    if let (Ok(history), Ok(path)) = (window.history(), window.location().pathname()) {
        // Refused only for other origins.
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(&path));
    }
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
    let (Some(frame), Some(prepared)) = (&state.frame, &state.prepared) else { return "{}".into() };
    let lanes: Vec<Value> = frame
        .lanes
        .iter()
        .map(|lane| {
            let named = prepared.measures.iter().zip(&lane.values);
            let values: serde_json::Map<String, Value> =
                named.map(|(measure, value)| (measure.id.clone(), json!(value))).collect();
            json!({
                "values": values,
                "divergedAtStep": lane.diverged_at_step,
                "weightsHash": hash_text(lane.weights_hash),
            })
        })
        .collect();
    json!({
        "item": format!("labs/{}", state.lab.slug),
        "step": frame.step,
        "lanes": lanes,
        "fragment": fragment::encode(&state.lab, &state.plan, state.own.as_deref(), frame.step),
    })
    .to_string()
}

/// A hash as it is shown: sixteen hexadecimal digits.
pub fn hash_text(hash: u64) -> String {
    format!("{hash:016x}")
}
