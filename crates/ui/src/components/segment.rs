//! A choice of a few, all in sight.

use yew::prelude::*;

/// One choice: its value, and what it says.
pub type Choice = (AttrValue, AttrValue);

/// Properties of [`Segment`].
#[derive(Properties, PartialEq)]
pub struct SegmentProps {
    /// What is chosen.
    pub label: AttrValue,
    /// Value of the present choice.
    pub value: AttrValue,
    /// The choices.
    pub choices: Vec<Choice>,
    /// Called with the value chosen.
    pub onchange: Callback<String>,
    /// Stable name for tests.
    #[prop_or_default]
    pub testid: Option<AttrValue>,
}

/// A choice of a few, all in sight.
#[component]
pub fn Segment(props: &SegmentProps) -> Html {
    html! {
        <div class="field" role="group" aria-label={props.label.clone()} data-testid={props.testid.clone()}>
            <span aria-hidden="true">{ &props.label }</span>
            <span class="segment">
                { for props.choices.iter().map(|(value, words)| choice(props, value, words)) }
            </span>
        </div>
    }
}

fn choice(props: &SegmentProps, value: &AttrValue, words: &AttrValue) -> Html {
    let pressed = if *value == props.value { "true" } else { "false" };
    let onclick = {
        let (onchange, value) = (props.onchange.clone(), value.to_string());
        Callback::from(move |_: MouseEvent| onchange.emit(value.clone()))
    };
    html! {
        <button key={value.to_string()} type="button" aria-pressed={pressed} data-value={value.clone()} {onclick}>
            { words }
        </button>
    }
}
