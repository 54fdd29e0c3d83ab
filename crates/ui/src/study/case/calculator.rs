//! One form for every calculator: fields preset by the case, results as they are typed, formulas with
//! their sources.

use content::{Calculator, Preset, calculator::Input as Given};
use study::calculator::{Field, Input, Inputs, Shape, Trouble, Value, calculate, describe};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::{
    inline,
    words::{Action, Own},
};
use crate::components::{Button, Emphasis};

/// Properties of [`CalculatorForm`].
#[derive(Properties, PartialEq)]
pub struct CalculatorFormProps {
    /// Which, and its numbers in this case.
    pub preset: Preset,
    /// What was typed on this page: the numbers are kept with it.
    pub own: UseReducerHandle<Own>,
}

/// A calculator.
#[component]
pub fn CalculatorForm(props: &CalculatorFormProps) -> Html {
    let typed = use_state_eq(|| kept(&props.preset, &props.own));
    {
        // Once, when it is read: a field that is emptied afterwards stays empty.
        let (setter, preset, own) = (typed.setter(), props.preset.clone(), props.own.clone());
        use_effect_with(props.own.is_read, move |_| setter.set(kept(&preset, &own)));
    }
    let description = describe(props.preset.name);
    let outcome = outcome(props.preset.name, description.fields, &typed);
    let reset = {
        let (typed, preset_of, own) = (typed.clone(), props.preset.clone(), props.own.dispatcher());
        Callback::from(move |_: MouseEvent| {
            typed.set(preset(&preset_of));
            for field in describe(preset_of.name).fields {
                own.dispatch(Action::Write(name_of(preset_of.name, field), String::new()));
            }
        })
    };
    let is_changed = *typed != preset(&props.preset);
    let troubles = outcome.as_ref().err().map(Vec::as_slice).unwrap_or_default();
    html! {
        <details class="panel study-calculator" data-testid="calculator" data-name={description.name}>
            <summary><strong>{ description.title }</strong><span class="small">{ inline(&props.preset.why_html) }</span></summary>
            <div class="stack pad">
                <div class="study-fields">
                    { for description.fields.iter().enumerate().map(|(place, it)| field(it, place, &typed, (props, troubles))) }
                </div>
                { results(&outcome) }
                if is_changed { <div><Button emphasis={Emphasis::Quiet} testid="preset" onclick={reset}>{ "Back to this case's numbers" }</Button></div> }
                <ul class="small study-formulas">
                    { for description.formulas.iter().map(|it| html! { <li>{ it.text }if !it.source.is_empty() { <br />{ it.source } }</li> }) }
                </ul>
            </div>
        </details>
    }
}

/// Under which name what is typed into a field is kept.
fn name_of(calculator: Calculator, field: &Field) -> String {
    format!("calculator/{}/{}", describe(calculator).name, field.key)
}

/// What the fields hold: what was typed in an earlier visit, else the case's numbers.
fn kept(given: &Preset, own: &Own) -> Vec<String> {
    let fields = describe(given.name).fields.iter();
    let typed = fields.map(|field| own.words.text(&name_of(given.name, field)).to_owned());
    typed.zip(preset(given)).map(|(it, start)| if it.is_empty() { start } else { it }).collect()
}

/// What the fields start with, as text.
fn preset(preset: &Preset) -> Vec<String> {
    let text = |field: &Field| {
        let given = preset.inputs.iter().find(|it| it.field == field.key);
        let values =
            given.map(|it: &Given| it.values.clone()).unwrap_or_else(|| match field.shape {
                Shape::Number(value) => vec![value],
                Shape::Numbers(values) => values.to_vec(),
            });
        values.iter().map(f64::to_string).collect::<Vec<_>>().join(", ")
    };
    describe(preset.name).fields.iter().map(text).collect()
}

/// What was typed as the calculator reads it. What is no number becomes NaN, which it names.
fn read(fields: &[Field], typed: &[String]) -> Inputs {
    let number = |text: &str| text.trim().parse::<f64>().unwrap_or(f64::NAN);
    let mut inputs = Inputs::new();
    for (field, text) in fields.iter().zip(typed) {
        let input = match field.shape {
            Shape::Number(_) => Input::Number(number(text)),
            Shape::Numbers(_) => Input::Numbers(
                text.split([',', ' ', ';']).filter(|it| !it.is_empty()).map(number).collect(),
            ),
        };
        inputs.insert(field.key.to_owned(), input);
    }
    inputs
}

type Outcome = Result<Vec<Value>, Vec<Trouble>>;

fn outcome(calculator: Calculator, fields: &[Field], typed: &[String]) -> Outcome {
    calculate(calculator, &read(fields, typed))
}

fn field(
    field: &Field,
    place: usize,
    typed: &UseStateHandle<Vec<String>>,
    (props, troubles): (&CalculatorFormProps, &[Trouble]),
) -> Html {
    let trouble = troubles.iter().find(|it| it.field == field.key).map(|it| it.words.clone());
    let oninput = {
        let (typed, own) = (typed.clone(), props.own.dispatcher());
        let name = name_of(props.preset.name, field);
        Callback::from(move |event: InputEvent| {
            let mut next = (*typed).clone();
            next[place] = event.target_unchecked_into::<HtmlInputElement>().value();
            own.dispatch(Action::Write(name.clone(), next[place].clone()));
            typed.set(next);
        })
    };
    let label = match field.unit {
        "" => field.label.to_owned(),
        unit => format!("{}, {unit}", field.label),
    };
    html! {
        <label key={field.key} class="field">
            { label }
            <input type="text" inputmode="decimal" autocomplete="off" value={typed.get(place).cloned().unwrap_or_default()}
                disabled={!props.own.is_read} aria-invalid={trouble.is_some().then_some("true")} data-testid={format!("field-{}", field.key)} {oninput} />
            if let Some(words) = trouble { <span class="field-error">{ words }</span> }
        </label>
    }
}

fn results(outcome: &Outcome) -> Html {
    let row = |value: &Value| html! { <><dt>{ value.label }</dt><dd class="num">{ &value.words }</dd></> };
    html! {
        <div aria-live="polite" class="study-results" data-testid="results">
            if let Ok(values) = outcome {
                <dl>{ for values.iter().map(row) }</dl>
            } else {
                <p class="small">{ "One of the numbers cannot be used: see beside it." }</p>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(name: Calculator, inputs: &[(&str, &[f64])]) -> Preset {
        Preset {
            name,
            why_html: String::new(),
            inputs: inputs
                .iter()
                .map(|(field, values)| Given { field: (*field).into(), values: values.to_vec() })
                .collect(),
        }
    }

    #[test]
    fn a_case_s_numbers_are_the_start() {
        let preset_of = given(
            Calculator::Drift,
            &[("bins", &[2.0]), ("expected", &[0.25, 0.75]), ("actual", &[0.5, 0.5])],
        );
        let calculator = preset_of.name;
        let fields = describe(calculator).fields;
        let mut typed = preset(&preset_of);
        assert_eq!(&typed[3..], ["2", "0.25, 0.75", "0.5, 0.5"]);
        assert!(outcome(calculator, fields, &typed).is_ok());
        typed[3] = "many".into();
        let troubles = outcome(calculator, fields, &typed).unwrap_err();
        assert!(troubles.iter().any(|it| it.field == "bins"), "{troubles:?}");
    }
}
