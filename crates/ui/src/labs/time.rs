//! Time: train, pause, step, one epoch, rewind, look back; and how far the run is.

use viz::format;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::{Action, Phase, Speed, State};
use crate::components::{Button, Emphasis, Progress, Segment};

const SPEEDS: [(Speed, &str); 3] =
    [(Speed::Slow, "slow"), (Speed::Fast, "fast"), (Speed::Full, "full")];

/// Time controls.
pub fn time(state: &UseReducerHandle<State>) -> Html {
    let act = |action: Action| {
        let dispatcher = state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone()))
    };
    let (is_running, can_go) = (state.is_running(), state.is_ready() && !state.has_ended());
    // One button, so that the focus stays on it when its meaning changes.
    let (words, testid, action) = if is_running {
        ("Pause", "pause", Action::Pause)
    } else {
        ("Train", "train", Action::Train)
    };
    let dispatcher = state.dispatcher();
    let pace = Callback::from(move |name: String| {
        let speed = SPEEDS.iter().find(|speed| speed.1 == name);
        dispatcher.dispatch(Action::Pace(speed.map(|speed| speed.0).unwrap_or_default()));
    });
    let name = SPEEDS.iter().find(|speed| speed.0 == state.speed).map_or("", |speed| speed.1);
    let speeds: Vec<(AttrValue, AttrValue)> =
        SPEEDS.iter().map(|speed| (speed.1.into(), speed.1.into())).collect();
    html! {
        <div class="lab-time">
            <div class="lab-buttons">
                <Button emphasis={Emphasis::Primary} {testid} enabled={is_running || can_go} onclick={act(action)} class="lab-train">{ words }</Button>
                <Button testid="step" enabled={can_go && !is_running} onclick={act(Action::Step)} title="One update">{ "Step" }</Button>
                if state.updates_an_epoch() > 1 {
                    <Button testid="epoch" enabled={can_go && !is_running} onclick={act(Action::Epoch)} title="One pass over the training data">{ "Epoch" }</Button>
                }
                <Button testid="rewind" enabled={state.is_ready()} onclick={act(Action::Rewind)} title="Back to the same start">{ "Rewind" }</Button>
            </div>
            <Segment label="Speed" testid="speed" value={name} choices={speeds} onchange={pace} />
            { progress(state) }
            { look_back(state) }
        </div>
    }
}

fn progress(state: &State) -> Html {
    let Some(frame) = state.shown() else {
        let words = match &state.phase {
            Phase::Lost(_) => "The trainer has stopped.",
            Phase::Refused(_) => "Waiting for settings that can be run.",
            _ => "Loading the trainer…",
        };
        return html! { <p class="lab-progress small num"><span data-testid="step-count" data-step="0">{ words }</span></p> };
    };
    let rate = f64::from(state.updates_per_second);
    let epochs = state.updates_an_epoch();
    html! {
        <p class="lab-progress small num">
            <span data-testid="step-count" data-step={frame.step.to_string()}>{ format!("step {}", format::count(frame.step)) }</span>
            if let Phase::Replaying(target) = state.phase {
                <Progress label="Replay" value={frame.step as f64} total={target as f64}
                    shown={format!("replaying to {}", format::count(target))} />
            } else if state.is_running() && rate > 0.0 && state.speed == Speed::Full {
                <span>{ format::rate(rate) }</span>
            } else if frame.has_ended {
                <span>{ "nothing changes any more" }</span>
            }
            if epochs > 1 { <span class="end">{ format!("epoch {}", format::count(frame.step / epochs)) }</span> }
        </p>
    }
}

/// A slider over the recorded frames.
fn look_back(state: &UseReducerHandle<State>) -> Html {
    let last = state.record.len().saturating_sub(1);
    if last < 2 {
        return Html::default();
    }
    let index = state.looking_at.unwrap_or(last);
    let step = state.record.get(index).map_or(0, |frame| frame.step);
    let words = if state.looking_at.is_some() {
        format!("step {}", format::count(step))
    } else {
        "now".to_owned()
    };
    let dispatcher = state.dispatcher();
    let oninput = Callback::from(move |event: InputEvent| {
        let value = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
        dispatcher.dispatch(Action::Look(Some(value as usize)));
    });
    html! {
        <label class="labs-scrub small num">
            <span>{ "Look back" }</span>
            <input type="range" min="0" max={last.to_string()} step="1" value={index.to_string()}
                aria-valuetext={words.clone()} data-testid="scrub" {oninput} />
            <span class="labs-scrub-at">{ words }</span>
        </label>
    }
}
