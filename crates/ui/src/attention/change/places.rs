//! Tokens that are told they stand elsewhere.

use std::rc::Rc;

use protocol::attention::Positions;
use protocol::attention::look::Changes;
use yew::prelude::*;

use super::edit::with_places;
use super::shuffle::shuffled;
use crate::components::Button;

/// Properties of [`Places`].
#[derive(Properties, PartialEq)]
pub struct PlacesProps {
    /// The tokens that are looked at.
    pub tokens: Vec<String>,
    /// How the model knows where tokens stand.
    pub positions: Positions,
    /// The changes now.
    pub changes: Rc<Changes>,
    /// Other changes.
    pub on_change: Callback<Changes>,
}

/// Shuffle, or back to where they stand; and where each is told it stands.
#[component]
pub fn Places(props: &PlacesProps) -> Html {
    let told = props.changes.places.as_deref();
    let emit = |places: Option<Vec<u16>>| {
        let (changes, on_change) = (Rc::clone(&props.changes), props.on_change.clone());
        Callback::from(move |_: MouseEvent| on_change.emit(with_places(&changes, places.clone())))
    };
    let natural: Vec<u16> = (0..props.tokens.len() as u16).collect();
    let next = shuffled(told.unwrap_or(&natural));
    let words = if told.is_some() { "Shuffle again" } else { "Shuffle the places" };
    html! {
        <section class="change-part" aria-label="Places">
            <h2>{ "Places" }</h2>
            <p class="small">{ lesson(props.positions) }</p>
            <div class="row">
                <Button enabled={natural.len() > 1} onclick={emit(Some(next))} testid="shuffle">{ words }</Button>
                <Button enabled={told.is_some()} onclick={emit(None)}>{ "As they stand" }</Button>
            </div>
            if let Some(told) = told {
                <ol class="change-places num" aria-label="Where each token stands, and where it is told it stands">
                    { for props.tokens.iter().zip(told).enumerate().map(|(at, (token, told))| html! {
                        <li key={at}><code>{ token }</code>{ format!(" stands at {}, told {}", at + 1, told + 1) }</li>
                    }) }
                </ol>
            }
        </section>
    }
}

/// What to expect, by how the model knows places.
fn lesson(positions: Positions) -> &'static str {
    match positions {
        Positions::None => {
            "This model is told no places, so shuffling them changes nothing. What it knows of order comes from the mask."
        }
        Positions::Distance => {
            "Each token is told another place; distances are counted between the places told. The mask stays as it is: no token sees what was typed after it."
        }
        _ => {
            "Each token is told another place than its own. The mask stays as it is: no token sees what was typed after it."
        }
    }
}
