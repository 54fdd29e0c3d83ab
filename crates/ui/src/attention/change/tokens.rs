//! Other tokens in the place of those that were typed.

use std::rc::Rc;

use protocol::attention::Model;
use protocol::attention::look::Changes;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::edit::with_swap;
use crate::attention::spaces::marked;
use crate::components::{Button, NumberField, SelectField};

/// Most tokens, and most entries of the vocabulary, for which every token has a list of its own.
const LISTS: (usize, usize) = (40, 100);

/// Properties of [`Tokens`].
#[derive(Properties, PartialEq)]
pub struct TokensProps {
    /// The tokens that are looked at, swaps included.
    pub tokens: Vec<String>,
    /// The model, whose vocabulary is offered.
    pub model: Rc<Model>,
    /// The changes now.
    pub changes: Rc<Changes>,
    /// Other changes.
    pub on_change: Callback<Changes>,
}

/// A list a token; with many tokens or a large vocabulary, a place and a token to type.
#[component]
pub fn Tokens(props: &TokensProps) -> Html {
    let is_small = props.tokens.len() <= LISTS.0 && props.model.vocabulary.len() <= LISTS.1;
    html! {
        <section class="change-part" aria-label="Tokens">
            <h2>{ "Tokens" }</h2>
            <p class="small">{ "Another token at a place, while the text stays as you typed it." }</p>
            if is_small {
                <div class="change-tokens">{ for (0..props.tokens.len()).map(|place| list(props, place)) }</div>
            } else {
                <Typed tokens={props.tokens.clone()} model={Rc::clone(&props.model)}
                    changes={Rc::clone(&props.changes)} on_change={props.on_change.clone()} />
            }
        </section>
    }
}

fn list(props: &TokensProps, place: usize) -> Html {
    let swap = props.changes.swaps.iter().find(|swap| usize::from(swap.0) == place);
    let typed = [(AttrValue::from(""), AttrValue::from("as typed"))];
    let tokens = props.model.vocabulary.iter().enumerate();
    let tokens = tokens.map(|(at, token)| (at.to_string().into(), token.clone().into()));
    let options: Vec<(AttrValue, AttrValue)> = typed.into_iter().chain(tokens).collect();
    let onchange = {
        let (changes, on_change) = (Rc::clone(&props.changes), props.on_change.clone());
        Callback::from(move |value: String| {
            on_change.emit(with_swap(&changes, place as u16, value.parse().ok()));
        })
    };
    let value = swap.map(|swap| swap.1.to_string()).unwrap_or_default();
    html! {
        <div key={place} class={classes!(swap.map(|_| "is-changed"))}>
            <SelectField label={format!("{} {}", place + 1, props.tokens[place])} {value} {options} {onchange}
                testid={format!("swap-{}", place + 1)} />
        </div>
    }
}

/// Place and token to type, and the swaps that there are.
#[component]
fn Typed(props: &TokensProps) -> Html {
    let place = use_state(|| 1.0_f64);
    let text = use_state(String::new);
    let found = token_index(&props.model.vocabulary, &text);
    let oninput = {
        let text = text.clone();
        Callback::from(move |event: InputEvent| {
            text.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let emit = |place: u16, token: Option<u32>| {
        let (changes, on_change) = (Rc::clone(&props.changes), props.on_change.clone());
        Callback::from(move |_: MouseEvent| on_change.emit(with_swap(&changes, place, token)))
    };
    let last = props.tokens.len().max(1) as f64;
    let at = ((*place).min(last) as u16).saturating_sub(1);
    let onplace = Callback::from(move |value: f64| place.set(value));
    let name = |place: u16| props.tokens.get(usize::from(place)).cloned().unwrap_or_default();
    html! {
        <>
            <div class="change-weight">
                <NumberField label="Place" value={f64::from(at) + 1.0} min={1.0} max={last} onchange={onplace} />
                <label class="field">
                    { "Token" }
                    <input type="text" autocomplete="off" autocapitalize="none" spellcheck="false" {oninput} />
                    if found.is_none() && !text.is_empty() {
                        <span class="field-error" role="alert">{ format!("This model has no token “{}”. With a space before it, it may be another one.", *text) }</span>
                    }
                </label>
                <Button enabled={found.is_some()} onclick={emit(at, found)}>{ "Swap the token" }</Button>
            </div>
            <ul class="change-list">
                { for props.changes.swaps.iter().map(|swap| html! {
                    <li key={swap.0}>
                        <span>{ format!("Place {}: {}", swap.0 + 1, name(swap.0)) }</span>
                        <Button label={format!("Take back: place {}", swap.0 + 1)} onclick={emit(swap.0, None)}>{ "Take back" }</Button>
                    </li>
                }) }
            </ul>
        </>
    }
}

/// Where a token stands in the vocabulary, exactly as written: with its space, if it has one.
fn token_index(vocabulary: &[String], text: &str) -> Option<u32> {
    let text = marked(text);
    vocabulary.iter().position(|token| *token == text).map(|at| at as u32)
}

#[cfg(test)]
mod tests {
    use super::token_index;

    #[test]
    fn a_token_is_found_as_it_is_written() {
        let vocabulary = ["·", "␣the", "the"].map(String::from);
        assert_eq!(token_index(&vocabulary, "the"), Some(2));
        assert_eq!(token_index(&vocabulary, " the"), Some(1));
        assert_eq!(token_index(&vocabulary, "The"), None);
    }
}
