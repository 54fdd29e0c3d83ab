//! Time: train, pause, step, one epoch, rewind; and how far the run is.

use viz::format;
use yew::prelude::*;

use super::config::{Choice, name_of, value_of};
use super::state::{Action, Phase, Speed, State};
use crate::components::{Button, Emphasis, Progress, Segment};

/// Properties of [`TimeControls`].
#[derive(Properties, PartialEq)]
pub struct TimeControlsProps {
    /// The run.
    pub state: UseReducerHandle<State>,
}

const SPEEDS: [Choice<Speed>; 3] =
    [(Speed::Slow, "slow", "slow"), (Speed::Fast, "fast", "fast"), (Speed::Full, "full", "full")];

/// Time controls.
#[component]
pub fn TimeControls(props: &TimeControlsProps) -> Html {
    let state = &props.state;
    let act = |action: Action| {
        let dispatcher = state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action.clone()))
    };
    let (is_running, can_go) = (state.is_running(), state.is_ready() && !state.has_diverged());
    // One button, so that the focus stays on it when its meaning changes.
    let (words, testid, action) = if is_running {
        ("Pause", "pause", Action::Pause)
    } else {
        ("Train", "train", Action::Train)
    };
    let dispatcher = state.dispatcher();
    let pace = Callback::from(move |name: String| {
        dispatcher.dispatch(Action::Pace(value_of(&SPEEDS, &name).unwrap_or_default()));
    });
    let speeds: Vec<(AttrValue, AttrValue)> =
        SPEEDS.iter().map(|speed| (speed.1.into(), speed.2.into())).collect();
    html! {
        <div class="lab-time">
            <div class="lab-buttons">
                <Button emphasis={Emphasis::Primary} {testid} enabled={is_running || can_go} onclick={act(action)} class="lab-train">{ words }</Button>
                <Button testid="step" enabled={can_go && !is_running} onclick={act(Action::Step)} title="One update">{ "Step" }</Button>
                <Button testid="epoch" enabled={can_go && !is_running} onclick={act(Action::Epoch)} title="One pass over the training points">{ "Epoch" }</Button>
                <Button testid="rewind" enabled={state.is_ready()} onclick={act(Action::Rewind)} title="Back to the same initial weights">{ "Rewind" }</Button>
            </div>
            <Segment label="Speed" testid="speed" value={name_of(&SPEEDS, &state.speed)} choices={speeds} onchange={pace} />
            { progress(state) }
        </div>
    }
}

fn progress(state: &State) -> Html {
    let Some(frame) = &state.frame else {
        let words = match &state.phase {
            Phase::Lost(_) => "The trainer has stopped.",
            Phase::Refused(_) => "Waiting for points.",
            _ => "Loading the trainer…",
        };
        return html! { <p class="lab-progress small num"><span data-testid="step-count" data-step="0">{ words }</span></p> };
    };
    let rate = f64::from(frame.updates_per_second);
    html! {
        <p class="lab-progress small num">
            <span data-testid="step-count" data-step={frame.step.to_string()}>{ format!("step {}", format::count(frame.step)) }</span>
            if let Phase::Replaying(target) = state.phase {
                <Progress
                    label="Replay"
                    value={frame.step as f64}
                    total={target as f64}
                    shown={format!("replaying to {}", format::count(target))}
                />
            } else if state.is_running() && rate > 0.0 && state.speed == Speed::Full {
                <span>{ format::rate(rate) }</span>
            }
            <span class="end">{ format!("epoch {}", format::count(frame.epoch as u64)) }</span>
        </p>
    }
}
