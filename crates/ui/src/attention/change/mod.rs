//! Interventions: take a head out, set a weight, swap a token, tell other places; and what that does
//! to the answer. A weight says what was mixed, not whether it mattered: this is how to find out.

mod edit;
mod heads;
mod outcome;
mod places;
mod shuffle;
mod tokens;
mod weight;

use std::rc::Rc;

use protocol::attention::Inspection;
use protocol::attention::look::Changes;
use viz::format;
use yew::prelude::*;

use super::state::{Action, State};
use crate::components::Button;
pub use edit::count;
use heads::Heads;
use outcome::Outcome;
use places::Places;
use tokens::Tokens;
use weight::Weight;

/// Properties of [`Change`].
#[derive(Properties, PartialEq)]
pub struct ChangeProps {
    /// What the page shows.
    pub state: UseReducerHandle<State>,
    /// Layer and head in focus, from 0.
    pub head: (usize, usize),
    /// Query and key in focus, from 0.
    pub cell: (usize, usize),
    /// What the visitor did.
    pub on_action: Callback<Action>,
}

/// What can be changed, and what comes of it.
#[component]
pub fn Change(props: &ChangeProps) -> Html {
    let ChangeProps { state, head, cell, on_action } = props;
    let seen = state.frame.as_ref().and_then(|frame| frame.inspection.clone());
    let (Some(inspection), Some(model)) = (seen.map(Rc::new), &state.model) else {
        return html! { <p class="attention-waiting" role="status">{ "Waiting for the model to read your text." }</p> };
    };
    let changes = Rc::new(state.changes.clone());
    let on_change = on_action.reform(Action::Change);
    let Inspection { layers, heads, .. } = *inspection;
    let tokens = inspection.tokens.clone();
    html! {
        <div class="change" aria-busy={(inspection.changes != *changes).then_some("true")}>
            { undo(state, on_action) }
            <Outcome inspection={Rc::clone(&inspection)} />
            <Heads {layers} {heads} changes={Rc::clone(&changes)} on_change={on_change.clone()} />
            <Weight inspection={Rc::clone(&inspection)} changes={Rc::clone(&changes)} head={*head} cell={*cell}
                on_change={on_change.clone()}
                on_head={on_action.reform(|(layer, head)| Action::FocusHead(layer, head))}
                on_cell={on_action.reform(|(query, key)| Action::FocusCell(query, key))} />
            <Tokens tokens={tokens.clone()} model={Rc::clone(model)}
                changes={Rc::clone(&changes)} on_change={on_change.clone()} />
            <Places {tokens} positions={state.config().form.positions} {changes} {on_change} />
        </div>
    }
}

fn undo(state: &State, on_action: &Callback<Action>) -> Html {
    let count = count(&state.changes);
    let press = |action: Action| {
        let on_action = on_action.clone();
        Callback::from(move |_: MouseEvent| on_action.emit(action.clone()))
    };
    let words = match count {
        0 => "Nothing is changed.".to_owned(),
        _ => format!("{}.", format::plural(count, "change")),
    };
    html! {
        <div class="row change-undo">
            <p data-testid="change-count">{ words }</p>
            <Button enabled={!state.past_changes.is_empty()} onclick={press(Action::UndoChange)} testid="undo">{ "Undo last" }</Button>
            <Button enabled={count > 0} onclick={press(Action::Change(Changes::default()))} testid="undo-all">{ "Undo all" }</Button>
        </div>
    }
}
