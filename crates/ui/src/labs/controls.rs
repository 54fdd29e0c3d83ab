//! The controls of a lane, made from what the lab declares.

use content::lab::{Control, ControlKind};
use figures::Value;
use viz::format;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::layers::Layers;
use super::own::OwnData;
use super::pad::Pad;
use super::pencil::Pencil;
use super::plan::{Change, NAMES};
use super::state::{Action, State};
use crate::components::{Button, NumberField, Segment, SelectField, SliderField};

/// Most choices that stand side by side.
const SEGMENTS_MAX: usize = 3;

/// Most letters of choices that stand side by side.
const SEGMENT_LETTERS_MAX: usize = 26;

/// Properties of [`Controls`].
#[derive(Properties, PartialEq)]
pub struct ControlsProps {
    /// The lab.
    pub state: UseReducerHandle<State>,
}

/// The controls of the lane that is shown, group by group.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let state = &props.state;
    let mut groups: Vec<&str> = Vec::new();
    for control in &state.lab.controls {
        if !groups.contains(&control.group.as_str()) {
            groups.push(&control.group);
        }
    }
    let dispatcher = state.dispatcher();
    let reset =
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Change(Change::Reset)));
    let of_lane = (state.plan.lanes.len() > 1).then(|| format!(" of {}", NAMES[state.lane]));
    html! {
        <section class="labs-controls stack" aria-label={format!("Settings{}", of_lane.unwrap_or_default())}>
            { for groups.into_iter().map(|name| group(state, name)) }
            <Button class="lab-small" testid="defaults" onclick={reset}>{ "Back to the lab's own settings" }</Button>
        </section>
    }
}

fn group(state: &UseReducerHandle<State>, name: &str) -> Html {
    let settings = state.plan.settings(state.lane);
    let needed = state
        .lab
        .controls
        .iter()
        .filter(|control| control.group == name && state.lab.is_needed(control, &settings));
    let fields: Vec<Html> = needed.map(|control| field(state, control)).collect();
    if fields.is_empty() {
        return Html::default();
    }
    html! {
        <fieldset class="labs-group stack tight">
            <legend>{ name.to_owned() }</legend>
            // A list of their own, so that every item has a key: a field that comes or goes leaves the
            // others as they are, with the focus, a choice and what was typed.
            <>{ for fields }</>
        </fieldset>
    }
}

fn field(state: &UseReducerHandle<State>, control: &Control) -> Html {
    let differs = state.plan.lanes.len() > 1
        && state.plan.differing(&state.lab).iter().any(|other| other.name == control.name);
    html! {
        <div key={control.name.clone()} class={classes!("labs-field", differs.then_some("labs-differs"))}>
            { widget(state, control) }
            if !control.help.is_empty() { <p class="small muted">{ &control.help }</p> }
            if control.name == "data" && state.lab.own.is_some() {
                <Pencil state={state.clone()} />
                <OwnData state={state.clone()} />
            }
        </div>
    }
}

fn widget(state: &UseReducerHandle<State>, control: &Control) -> Html {
    let value = state.plan.value(state.lane, control);
    let set = {
        let (dispatcher, lane, name) = (state.dispatcher(), state.lane, control.name.clone());
        Callback::from(move |value: Value| {
            let name = name.clone();
            dispatcher.dispatch(Action::Change(Change::Set { lane, name, value }));
        })
    };
    let number = if let Value::Number(number) = &value { *number } else { 0.0 };
    let testid = AttrValue::from(format!("set-{}", control.name));
    let label = AttrValue::from(control.label.clone());
    match &control.kind {
        ControlKind::Choice { options, .. } => {
            let onchange = set.reform(|word: String| Value::Word(word));
            choice(label, testid, options, &value.to_string(), onchange)
        }
        ControlKind::Scale { values, unit, .. } => {
            let picked = values.clone();
            let nearest = nearest(values, number);
            let onchange = set.reform(move |index: f64| {
                Value::Number(picked[(index as usize).min(picked.len() - 1)])
            });
            html! {
                <SliderField {label} {testid} min=0.0 max={(values.len() - 1) as f64} step=1.0
                    value={nearest as f64} shown={format!("{}{unit}", format::decimal(number))} {onchange} />
            }
        }
        ControlKind::Range { low, high, step, unit, .. } => {
            let (low, high, step) = (*low, *high, *step);
            let onchange = set.reform(move |value: f64| Value::Number(on_grid(value, low, step)));
            html! {
                <SliderField {label} {testid} min={low} max={high} {step} value={number}
                    shown={format!("{}{unit}", format::decimal(number))} {onchange} />
            }
        }
        ControlKind::Switch { .. } => switch(label, testid, number != 0.0, set),
        ControlKind::Seed { .. } => seed(label, number, &set),
        ControlKind::Text { longest, .. } => {
            text(label, testid, &value.to_string(), *longest, &set)
        }
        ControlKind::Layers { most, widest, .. } => {
            let onchange = set.reform(|units: String| Value::Word(units));
            html! { <Layers {label} value={value.to_string()} most={*most} widest={*widest} {onchange} /> }
        }
        ControlKind::Pad { side, .. } => {
            let onchange = set.reform(|pixels: String| Value::Word(pixels));
            html! { <Pad {label} {testid} side={*side} value={value.to_string()} {onchange} /> }
        }
    }
}

fn choice(
    label: AttrValue,
    testid: AttrValue,
    options: &[(String, String)],
    value: &str,
    onchange: Callback<String>,
) -> Html {
    let shown: Vec<(AttrValue, AttrValue)> =
        options.iter().map(|(value, words)| (value.clone().into(), words.clone().into())).collect();
    let letters: usize = options.iter().map(|(_, words)| words.chars().count()).sum();
    let value = AttrValue::from(value.to_owned());
    if options.len() <= SEGMENTS_MAX && letters <= SEGMENT_LETTERS_MAX {
        html! { <Segment {label} {testid} {value} choices={shown} {onchange} /> }
    } else {
        html! { <SelectField {label} {testid} {value} options={shown} {onchange} /> }
    }
}

fn switch(label: AttrValue, testid: AttrValue, is_on: bool, set: Callback<Value>) -> Html {
    let onchange = set.reform(|event: Event| {
        let is_on = event.target_unchecked_into::<HtmlInputElement>().checked();
        Value::Number(f64::from(u8::from(is_on)))
    });
    html! {
        <label class="labs-switch">
            <input type="checkbox" checked={is_on} data-testid={testid} {onchange} />
            { label }
        </label>
    }
}

fn seed(label: AttrValue, seed: f64, set: &Callback<Value>) -> Html {
    let fresh = set.reform(|_: MouseEvent| {
        // Any number will do; a short one is easier to tell somebody.
        Value::Number((js_sys::Math::random() * 10_000.0).floor())
    });
    html! {
        <div class="lab-seed">
            <NumberField {label} testid="seed-input" min=0.0 max=4_294_967_295.0 value={seed}
                onchange={set.reform(|value: f64| Value::Number(value.floor()))} />
            <Button testid="new-seed" onclick={fresh}>{ "New seed" }</Button>
        </div>
    }
}

/// A text is taken over when it is left, not with every key: it may start a run.
fn text(
    label: AttrValue,
    testid: AttrValue,
    value: &str,
    longest: usize,
    set: &Callback<Value>,
) -> Html {
    let onchange = set.reform(move |event: Event| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        Value::Word(text.chars().take(longest).collect())
    });
    let rows = if longest > 200 { "5" } else { "2" };
    html! {
        <label class="field">
            <span class="field-head">{ label }<span class="num">{ format!("up to {}", format::count(longest as u64)) }</span></span>
            <textarea {rows} maxlength={longest.to_string()} value={value.to_owned()} data-testid={testid} {onchange} />
        </label>
    }
}

/// Index of the value that is nearest.
fn nearest(values: &[f64], value: f64) -> usize {
    let distance = |index: &usize| (values[*index] - value).abs();
    (0..values.len()).min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(0)
}

/// Sliders count in binary fractions; settings are decimal, so that links stay short.
fn on_grid(value: f64, low: f64, step: f64) -> f64 {
    let steps = ((value - low) / step).round();
    ((low + steps * step) * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sliders_give_short_numbers() {
        assert_eq!(on_grid(0.30000000000000004, 0.0, 0.05), 0.3);
        assert_eq!(on_grid(7.4, 1.0, 1.0), 7.0);
        assert_eq!(nearest(&[0.01, 0.1, 1.0], 0.3), 1);
    }
}
