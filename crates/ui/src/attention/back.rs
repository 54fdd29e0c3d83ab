//! Looking back: the weights of earlier steps, kept while the model learns.

use viz::format;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::{Action, State};

/// Properties of [`LookBack`].
#[derive(Properties, PartialEq)]
pub struct LookBackProps {
    /// What the page shows.
    pub state: UseReducerHandle<State>,
    /// What the visitor did.
    pub on_action: Callback<Action>,
}

/// A slider over the steps whose weights are kept; its right end is the present.
#[component]
pub fn LookBack(props: &LookBackProps) -> Html {
    let Some(frame) = &props.state.frame else { return html! {} };
    let steps: Vec<u64> =
        frame.kept_steps.iter().copied().filter(|step| *step < frame.step).collect();
    if steps.is_empty() {
        return html! {};
    }
    let back = props.state.back.and_then(|step| steps.iter().position(|kept| *kept == step));
    let words = match back {
        Some(index) => format!("step {}", format::count(steps[index])),
        None => "now".to_owned(),
    };
    let last = steps.len();
    let on_action = props.on_action.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let index = event.target_unchecked_into::<HtmlInputElement>().value_as_number() as usize;
        on_action.emit(Action::LookBack(steps.get(index).copied()));
    });
    html! {
        <label class="attention-back small num">
            <span>{ "Look back" }</span>
            <input type="range" min="0" max={last.to_string()} step="1" value={back.unwrap_or(last).to_string()}
                aria-valuetext={words.clone()} data-testid="scrub" {oninput} />
            <span class="attention-back-at">{ words }</span>
        </label>
    }
}
