//! The text that the model looks at, its tokens, and what it predicts next.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Prompt`].
#[derive(Properties, PartialEq)]
pub struct PromptProps {
    /// What to type.
    pub advice: AttrValue,
    /// Most characters.
    pub longest: usize,
    /// Whether the model is still reading what was typed.
    pub is_being_read: bool,
    /// What the visitor typed.
    pub text: AttrValue,
    /// Why it cannot be looked at.
    pub refusal: Option<AttrValue>,
    /// The tokens that are looked at.
    pub tokens: Vec<String>,
    /// The likeliest next token.
    pub next: Option<String>,
    /// Other text was typed.
    pub on_type: Callback<String>,
}

/// The text field, the tokens and the prediction, from left to right.
#[component]
pub fn Prompt(props: &PromptProps) -> Html {
    let oninput = {
        let on_type = props.on_type.clone();
        Callback::from(move |event: InputEvent| {
            on_type.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let advice = match props.is_being_read {
        true => AttrValue::from("The model is reading this text."),
        false => props.advice.clone(),
    };
    html! {
        <div class="attention-prompt">
            <label class="field">
                { "Text to look at" }
                <input
                    type="text" value={&props.text} maxlength={props.longest.to_string()} {oninput}
                    autocomplete="off" autocapitalize="none" spellcheck="false"
                    aria-invalid={props.refusal.is_some().then_some("true")}
                    aria-describedby="attention-advice"
                    data-testid="prompt-input"
                />
                if let Some(refusal) = &props.refusal {
                    <span id="attention-advice" class="field-error" role="alert" data-testid="prompt-refusal">{ refusal }</span>
                } else {
                    <span id="attention-advice">{ advice }</span>
                }
            </label>
            <div class="attention-tokens">
                <span class="small">{ "Tokens, and what the model predicts next" }</span>
                <ol aria-label="Tokens">
                    { for props.tokens.iter().map(|token| html! { <li>{ token }</li> }) }
                    { for props.next.iter().map(|token| html! {
                        <li class="is-predicted"><span class="aside-text">{ "predicted next: " }</span>{ token }</li>
                    }) }
                </ol>
            </div>
        </div>
    }
}
