//! The settings of a run, and the buttons that move it.

use protocol::attention::Config;
use viz::format;
use yew::prelude::*;

use super::{
    fragment::{NORMS, POSITIONS, SWITCH, TASKS, name_of, named},
    state::{Action, Phase, State},
    task::words,
};
use crate::components::{Button, Emphasis, NumberField, SelectField};

const RATES: [f32; 6] = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1];
const DROPOUTS: [f32; 4] = [0.0, 0.1, 0.2, 0.5];

/// Properties of [`Settings`].
#[derive(Properties, PartialEq)]
pub struct SettingsProps {
    /// What is trained now.
    pub config: Config,
    /// Other settings were chosen.
    pub on_change: Callback<Config>,
}

/// Task, size, learning rate and seed. Each change builds a new model.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let Config { task, layers, heads, width, form, learning_rate, dropout, seed, .. } =
        props.config;
    let change = |set: fn(&mut Config, String)| {
        let (config, on_change) = (props.config.clone(), props.on_change.clone());
        Callback::from(move |value: String| {
            let mut config = config.clone();
            set(&mut config, value);
            on_change.emit(config);
        })
    };
    let on_seed = {
        let (config, on_change) = (props.config.clone(), props.on_change.clone());
        Callback::from(move |seed: f64| {
            on_change.emit(Config { seed: seed as u32, ..config.clone() })
        })
    };
    let rates = with_present(&RATES, learning_rate);
    html! {
        <div class="attention-settings">
            <SelectField
                label="Task" value={name_of(&TASKS, task)} testid="task"
                options={choices(&TASKS, &TASKS.map(|(_, task)| words(task).title))}
                onchange={change(|config, value| config.task = named(&TASKS, &value).unwrap_or(config.task))}
            />
            <SelectField
                label="Layers" value={layers.to_string()} testid="layers" options={numbers(&with_present(&[1, 2, 3, 4], layers))}
                onchange={change(|config, value| config.layers = value.parse().unwrap_or(config.layers))}
            />
            <SelectField
                label="Heads a layer" value={heads.to_string()} testid="heads" options={numbers(&with_present(&[1, 2, 4, 8], heads))}
                onchange={change(|config, value| config.heads = value.parse().unwrap_or(config.heads))}
            />
            <SelectField
                label="Width" value={width.to_string()} testid="width" options={numbers(&with_present(&[16, 32, 64, 128], width))}
                onchange={change(|config, value| config.width = value.parse().unwrap_or(config.width))}
            />
            <SelectField
                label="Positions" value={name_of(&POSITIONS, form.positions)} testid="positions"
                options={choices(&POSITIONS, &["Learned", "Sines and cosines", "Turned (RoPE)", "By distance (ALiBi)", "None"])}
                onchange={change(|config, value| config.form.positions = named(&POSITIONS, &value).unwrap_or(config.form.positions))}
            />
            <SelectField
                label="Layer norm" value={name_of(&NORMS, form.norm)} testid="norm"
                options={choices(&NORMS, &["Before each part", "After each part"])}
                onchange={change(|config, value| config.form.norm = named(&NORMS, &value).unwrap_or(config.form.norm))}
            />
            <SelectField
                label="MLP" value={name_of(&SWITCH, form.has_mlp)} testid="mlp"
                options={choices(&SWITCH, &["In each block", "None"])}
                onchange={change(|config, value| config.form.has_mlp = named(&SWITCH, &value).unwrap_or(config.form.has_mlp))}
            />
            <SelectField
                label="Residual paths" value={name_of(&SWITCH, form.has_residual)} testid="residual"
                options={choices(&SWITCH, &["Around each part", "None"])}
                onchange={change(|config, value| config.form.has_residual = named(&SWITCH, &value).unwrap_or(config.form.has_residual))}
            />
            <SelectField
                label="Output weights" value={name_of(&SWITCH, form.is_tied)} testid="tied"
                options={choices(&SWITCH, &["Those of the tokens", "Their own"])}
                onchange={change(|config, value| config.form.is_tied = named(&SWITCH, &value).unwrap_or(config.form.is_tied))}
            />
            <SelectField
                label="Learning rate" value={learning_rate.to_string()} testid="learning-rate" options={numbers(&rates)}
                onchange={change(|config, value| config.learning_rate = value.parse().unwrap_or(config.learning_rate))}
            />
            <SelectField
                label="Dropout" value={dropout.to_string()} testid="dropout" options={numbers(&with_present(&DROPOUTS, dropout))}
                onchange={change(|config, value| config.dropout = value.parse().unwrap_or(config.dropout))}
            />
            <NumberField
                label="Seed" value={f64::from(seed)} min={0.0} max={f64::from(u32::MAX)} testid="seed"
                onchange={on_seed}
            />
        </div>
    }
}

/// The choices, with the present value among them even if a link brought an unusual one.
fn with_present<T: Copy + PartialOrd>(choices: &[T], present: T) -> Vec<T> {
    let mut choices = choices.to_vec();
    if !choices.contains(&present) {
        let place = choices.iter().position(|choice| *choice > present).unwrap_or(choices.len());
        choices.insert(place, present);
    }
    choices
}

/// Names in links, with words for people.
fn choices<T>(names: &[(&'static str, T)], words: &[&'static str]) -> Vec<(AttrValue, AttrValue)> {
    names.iter().zip(words).map(|((name, _), words)| ((*name).into(), (*words).into())).collect()
}

fn numbers<T: ToString>(values: &[T]) -> Vec<(AttrValue, AttrValue)> {
    values.iter().map(|value| (value.to_string().into(), value.to_string().into())).collect()
}

/// Properties of [`Transport`].
#[derive(Properties, PartialEq)]
pub struct TransportProps {
    /// What the page shows.
    pub state: UseReducerHandle<State>,
    /// What the visitor pressed.
    pub on_action: Callback<Action>,
}

/// Train or pause, one step, back to the start; and where the run stands.
#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let state = &props.state;
    let press = |action: Action| {
        let on_action = props.on_action.clone();
        Callback::from(move |_: MouseEvent| on_action.emit(action.clone()))
    };
    let is_ready = state.model.is_some() && state.frame.is_some();
    let stands = is_ready && matches!(state.phase, Phase::Paused);
    let can_rewind = is_ready && !state.is_running() && state.step() > 0;
    html! {
        <div class="attention-transport">
            if state.is_running() {
                <Button testid="pause" emphasis={Emphasis::Primary} onclick={press(Action::Pause)}>{ "Pause" }</Button>
            } else {
                <Button testid="train" emphasis={Emphasis::Primary} enabled={stands} onclick={press(Action::Train)}>{ "Train" }</Button>
            }
            <Button testid="step" enabled={stands} onclick={press(Action::StepOnce)}>{ "Step" }</Button>
            <Button testid="rewind" enabled={can_rewind} onclick={press(Action::Rewind)}>{ "Rewind" }</Button>
            <span class="small attention-status" role="status" data-testid="status">{ status_words(state) }</span>
        </div>
    }
}

/// What the run is doing, in words that change rarely.
fn status_words(state: &State) -> String {
    match &state.phase {
        Phase::Wanting => "Waiting for your text".into(),
        Phase::Fetching => "Fetching the trained model".into(),
        Phase::Preparing => "Building the model".into(),
        Phase::Paused if state.step() == 0 => "Untrained".into(),
        Phase::Paused => "Paused".into(),
        Phase::Training => "Training".into(),
        Phase::Replaying(step) => format!("Training to step {}", format::count(*step)),
        Phase::Diverged(step) => format!("Stopped at step {}", format::count(*step)),
        Phase::Lost(_) => "Stopped".into(),
    }
}

/// Properties of [`Numbers`].
#[derive(Properties, PartialEq)]
pub struct NumbersProps {
    /// What the page shows.
    pub state: UseReducerHandle<State>,
}

/// Step, loss, accuracy, speed and the weights' hash.
#[component]
pub fn Numbers(props: &NumbersProps) -> Html {
    let (Some(frame), Some(lane)) = (&props.state.frame, props.state.lane_frame()) else {
        return html! {};
    };
    let speed = if props.state.is_running() {
        format::count(frame.tokens_per_second.max(0.0).round() as u64)
    } else {
        "–".into()
    };
    html! {
        <dl class="attention-numbers num">
            <div><dt>{ "step" }</dt><dd data-testid="step-count" data-value={frame.step.to_string()}>{ format::count(frame.step) }</dd></div>
            <div><dt>{ "loss" }</dt><dd data-testid="loss" data-value={lane.loss.to_string()}>{ format::fixed(lane.loss.into(), 3) }</dd></div>
            <div><dt>{ "right" }</dt><dd data-testid="accuracy" data-value={lane.accuracy.to_string()}>{ format::percent(lane.accuracy.into()) }</dd></div>
            <div><dt>{ "tokens a second" }</dt><dd data-testid="speed">{ speed }</dd></div>
            <div><dt>{ "weights" }</dt><dd data-testid="weights-hash"><code>{ format!("{:016x}", lane.weights_hash) }</code></dd></div>
        </dl>
    }
}

#[cfg(test)]
mod tests {
    use super::with_present;

    #[test]
    fn an_unusual_value_is_offered_in_its_place() {
        assert_eq!(with_present(&[1, 2, 4], 3), [1, 2, 3, 4]);
        assert_eq!(with_present(&[1, 2, 4], 9), [1, 2, 4, 9]);
        assert_eq!(with_present(&[1, 2, 4], 2), [1, 2, 4]);
    }
}
