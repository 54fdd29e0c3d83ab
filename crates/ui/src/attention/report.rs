//! Tells the page around the widget what happened: ready, a run, its result, an error.

use serde::Serialize;
use yew::prelude::*;

use super::{
    fragment::{TASKS, name_of},
    state::{Phase, State},
};
use crate::widget::WidgetEvent;

/// What a run came to, for the embedding page.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Outcome {
    task: &'static str,
    step: u64,
    loss: f32,
    accuracy: f32,
    weights_hash: String,
}

/// Reports each change of the run once. Of a checkpoint that is shown in its place it says nothing.
#[hook]
pub fn use_report(state: &UseReducerHandle<State>, on_event: &Callback<WidgetEvent>) {
    let state = state.training();
    let is_ready = state.frame.as_ref().is_some_and(|frame| frame.inspection.is_some());
    {
        let on_event = on_event.clone();
        use_effect_with(is_ready, move |is_ready| {
            if *is_ready {
                on_event.emit(WidgetEvent::Ready);
            }
        });
    }
    {
        let on_event = on_event.clone();
        use_effect_with(state.is_running(), move |is_running| {
            if *is_running {
                on_event.emit(WidgetEvent::Run);
            }
        });
    }
    let on_event = on_event.clone();
    let ended = ended(state);
    use_effect_with(ended, move |ended| {
        if let Some(event) = ended {
            on_event.emit(event.clone());
        }
    });
}

/// What to tell about a run that stands still after at least one step.
fn ended(state: &State) -> Option<WidgetEvent> {
    let frame = state.lane_frame().filter(|_| state.step() > 0)?;
    match &state.phase {
        Phase::Diverged(step) => Some(WidgetEvent::Error(format!("diverged at step {step}"))),
        Phase::Lost(why) => Some(WidgetEvent::Error(why.clone())),
        Phase::Paused => {
            let outcome = Outcome {
                task: name_of(&TASKS, state.config().task),
                step: state.step(),
                loss: frame.loss,
                accuracy: frame.accuracy,
                weights_hash: format!("{:016x}", frame.weights_hash),
            };
            serde_json::to_string(&outcome).ok().map(WidgetEvent::Result)
        }
        Phase::Wanting
        | Phase::Fetching
        | Phase::Preparing
        | Phase::Training
        | Phase::Replaying(_) => None,
    }
}
