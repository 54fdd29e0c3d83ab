//! Labelled inputs: a slider that shows its value, a number, a choice from a list.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Properties of [`SliderField`].
#[derive(Properties, PartialEq)]
pub struct SliderFieldProps {
    /// What it sets.
    pub label: AttrValue,
    /// The present value.
    pub value: f64,
    /// The least value.
    pub min: f64,
    /// The greatest value.
    pub max: f64,
    /// Distance between values.
    pub step: f64,
    /// The value in words, with its unit: shown and read aloud.
    pub shown: AttrValue,
    /// Called with each new value.
    pub onchange: Callback<f64>,
    /// Stable name for tests.
    #[prop_or_default]
    pub testid: Option<AttrValue>,
    /// Whether it can be moved.
    #[prop_or(true)]
    pub enabled: bool,
}

/// A slider with its value beside its name.
#[component]
pub fn SliderField(props: &SliderFieldProps) -> Html {
    let oninput = {
        let onchange = props.onchange.clone();
        Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            if value.is_finite() {
                onchange.emit(value);
            }
        })
    };
    html! {
        <label class="field">
            <span class="field-head">{ &props.label }<span class="num">{ &props.shown }</span></span>
            <input
                type="range"
                min={props.min.to_string()}
                max={props.max.to_string()}
                step={props.step.to_string()}
                value={props.value.to_string()}
                aria-valuetext={props.shown.clone()}
                disabled={!props.enabled}
                data-testid={props.testid.clone()}
                {oninput}
            />
        </label>
    }
}

/// Properties of [`NumberField`].
#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// What it sets.
    pub label: AttrValue,
    /// The present value.
    pub value: f64,
    /// The least value that is taken.
    pub min: f64,
    /// The greatest value that is taken.
    pub max: f64,
    /// Distance between values of the arrow keys.
    #[prop_or(1.0)]
    pub step: f64,
    /// Called with each new value within the bounds.
    pub onchange: Callback<f64>,
    /// Stable name for tests.
    #[prop_or_default]
    pub testid: Option<AttrValue>,
}

/// A number that is typed. What is out of bounds or no number is not taken, and said so.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let refused = use_state(|| false);
    let onchange = {
        let (taken, min, max) = (props.onchange.clone(), props.min, props.max);
        let refused = refused.clone();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            let fits = value.is_finite() && value >= min && value <= max;
            refused.set(!fits);
            if fits {
                taken.emit(value);
            }
        })
    };
    html! {
        <label class="field">
            { &props.label }
            <input
                type="number"
                min={props.min.to_string()}
                max={props.max.to_string()}
                step={props.step.to_string()}
                value={props.value.to_string()}
                aria-invalid={refused.then_some("true")}
                data-testid={props.testid.clone()}
                {onchange}
            />
            if *refused {
                <span class="field-error" role="alert">{ format!("A number from {} to {}.", props.min, props.max) }</span>
            }
        </label>
    }
}

/// Properties of [`SelectField`].
#[derive(Properties, PartialEq)]
pub struct SelectFieldProps {
    /// What it sets.
    pub label: AttrValue,
    /// Value of the present choice.
    pub value: AttrValue,
    /// Value and words of each choice.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// Called with the value chosen.
    pub onchange: Callback<String>,
    /// Stable name for tests.
    #[prop_or_default]
    pub testid: Option<AttrValue>,
}

/// A choice from a list.
#[component]
pub fn SelectField(props: &SelectFieldProps) -> Html {
    let onchange = {
        let chosen = props.onchange.clone();
        Callback::from(move |event: Event| {
            if let Some(select) =
                event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok())
            {
                chosen.emit(select.value());
            }
        })
    };
    html! {
        <label class="field">
            { &props.label }
            <select data-testid={props.testid.clone()} {onchange}>
                { for props.options.iter().map(|(value, words)| html! {
                    <option value={value.clone()} selected={*value == props.value}>{ words }</option>
                }) }
            </select>
        </label>
    }
}
