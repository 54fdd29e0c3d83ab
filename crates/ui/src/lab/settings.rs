//! The settings: what is trained on, by what, and how.

use protocol::boundary::{Config, DataSource};
use viz::format;
use yew::prelude::*;

use super::config::{
    self, ACTIVATIONS, Change, DATA_SETS, ENGINES, LEARNING_RATES, OPTIMISERS, OWN, PENALTIES,
    name_of, nearest, own_points, value_of,
};
use super::drawing::Stroke;
use super::layers::Layers;
use super::own::OwnPoints;
use super::previews::preview;
use super::state::{Action, State};
use crate::components::{Button, NumberField, Segment, SliderField};

/// Properties of [`Settings`].
#[derive(Properties, PartialEq)]
pub struct SettingsProps {
    /// The run.
    pub state: UseReducerHandle<State>,
}

/// The settings.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let state = &props.state;
    let dispatcher = state.dispatcher();
    let change = Callback::from(move |change| dispatcher.dispatch(Action::Change(change)));
    let dispatcher = state.dispatcher();
    let edit = Callback::from(move |_: MouseEvent| {
        dispatcher.dispatch(Action::Draw(Stroke::EditPresent));
    });
    let config = &state.config;
    let is_own = own_points(config).is_some();
    html! {
        <section class="lab-settings stack" aria-label="Settings">
            { data_picker(config, &change) }
            if is_own {
                <OwnPoints state={state.clone()} />
            } else {
                { noise(config, &change) }
                <Button class="lab-small lab-edit" testid="edit-points" enabled={state.data.is_some()} onclick={edit}>{ "Edit these points" }</Button>
            }
            <Layers hidden={config.hidden.clone()} on_change={change.clone()} />
            { segment("Activation", "activation", &ACTIVATIONS, &config.activation, change.reform(Change::Activation)) }
            { segment("Optimiser", "optimiser", &OPTIMISERS, &config.optimiser, change.reform(Change::Optimiser)) }
            { listed("Learning rate", "learning-rate", &LEARNING_RATES, config.learning_rate, change.reform(Change::LearningRate)) }
            { listed("L2 penalty", "l2", &PENALTIES, config.l2, change.reform(Change::L2)) }
            { listed("L1 penalty", "l1", &PENALTIES, config.l1, change.reform(Change::L1)) }
            { batch(config, &change) }
            { split(config, &change) }
            { segment("Arithmetic", "engine", &ENGINES, &config.engine, change.reform(Change::Engine)) }
            { seed(config, &change) }
        </section>
    }
}

fn data_picker(config: &Config, change: &Callback<Change>) -> Html {
    let now = config::data_name(&config.data);
    let own = (DataSource::Own(Vec::new()), OWN.0, OWN.1);
    let choices = DATA_SETS.iter().chain(std::iter::once(&own));
    let words = choices.clone().find(|choice| choice.1 == now).map_or("", |choice| choice.2);
    html! {
        <div class="field" role="group" aria-label="Data" data-testid="data">
            <span class="field-head">{ "Data" }<span>{ words }</span></span>
            <div class="lab-data">
                { for choices.map(|(data, name, words)| {
                    let (picked, is_now) = (data.clone(), *name == now);
                    let onclick = change.reform(move |_: MouseEvent| Change::Data(picked.clone()));
                    html! {
                        <button
                            key={*name} type="button" class="lab-datum" data-value={*name}
                            aria-pressed={if is_now { "true" } else { "false" }}
                            aria-label={*words} title={*words}
                            disabled={is_now && *name == OWN.0}
                            {onclick}
                        >
                            { preview(data) }
                        </button>
                    }
                }) }
            </div>
        </div>
    }
}

fn noise(config: &Config, change: &Callback<Change>) -> Html {
    html! {
        <SliderField
            label="Noise" testid="noise" min=0.0 max=0.5 step=0.05
            value={f64::from(config.noise)} shown={format::fixed(f64::from(config.noise), 2)}
            onchange={change.reform(|value: f64| Change::Noise(hundredths(value)))}
        />
    }
}

fn batch(config: &Config, change: &Callback<Change>) -> Html {
    html! {
        <SliderField
            label="Batch" testid="batch" min=1.0 max=64.0 step=1.0
            value={f64::from(config.batch_size)} shown={format::plural(config.batch_size.into(), "point")}
            onchange={change.reform(|value: f64| Change::BatchSize(value as u16))}
        />
    }
}

fn split(config: &Config, change: &Callback<Change>) -> Html {
    html! {
        <SliderField
            label="Held out for testing" testid="split" min=0.1 max=0.9 step=0.1
            value={f64::from(config.test_share)}
            shown={format!("{}\u{a0}%", format::fixed(f64::from(config.test_share) * 100.0, 0))}
            onchange={change.reform(|value: f64| Change::TestShare(hundredths(value)))}
        />
    }
}

/// Sliders count in binary fractions; settings are decimal, so that links stay short.
fn hundredths(value: f64) -> f32 {
    ((value * 100.0).round() / 100.0) as f32
}

fn seed(config: &Config, change: &Callback<Change>) -> Html {
    let fresh = change.reform(|_: MouseEvent| {
        // Any number will do; a short one is easier to tell somebody.
        Change::Seed((js_sys::Math::random() * 10_000.0) as u32)
    });
    html! {
        <div class="lab-seed">
            <NumberField
                label="Seed" testid="seed-input" min=0.0 max=4_294_967_295.0
                value={f64::from(config.seed)}
                onchange={change.reform(|value: f64| Change::Seed(value as u32))}
            />
            <Button testid="new-seed" onclick={fresh}>{ "New seed" }</Button>
        </div>
    }
}

/// A slider over a list of values, for what spans powers of ten.
fn listed(
    label: &'static str,
    testid: &'static str,
    values: &'static [f32],
    value: f32,
    onchange: Callback<f32>,
) -> Html {
    let pick = onchange.reform(move |index: f64| values[(index as usize).min(values.len() - 1)]);
    html! {
        <SliderField
            {label} {testid} min=0.0 max={(values.len() - 1) as f64} step=1.0
            value={nearest(values, value) as f64} shown={format::decimal(f64::from(value))}
            onchange={pick}
        />
    }
}

fn segment<T: Clone + PartialEq + 'static>(
    label: &'static str,
    testid: &'static str,
    choices: &'static [config::Choice<T>],
    value: &T,
    onchange: Callback<T>,
) -> Html {
    let pick = Callback::from(move |name: String| {
        if let Some(value) = value_of(choices, &name) {
            onchange.emit(value);
        }
    });
    let shown: Vec<(AttrValue, AttrValue)> =
        choices.iter().map(|choice| (choice.1.into(), choice.2.into())).collect();
    html! {
        <Segment {label} {testid} value={name_of(choices, value)} choices={shown} onchange={pick} />
    }
}
