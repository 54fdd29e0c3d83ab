//! The pencil's controls, where a lab declares that points are drawn: a button that begins, then the
//! tools and how many points there are; and the way back to an earlier table.

use viz::format;
use yew::prelude::*;

use super::drawing::{Stroke, Tool, blank};
use super::focus::use_refuge;
use super::state::{Action, State};
use crate::components::{Button, Segment};

/// Where the focus goes when the button that had it is gone or can no longer be used.
const REFUGE: &[&str] = &["[aria-pressed='true']", "button:enabled"];

/// Properties of [`Pencil`].
#[derive(Properties, PartialEq)]
pub struct PencilProps {
    /// The lab.
    pub state: UseReducerHandle<State>,
}

/// The pencil.
#[component]
pub fn Pencil(props: &PencilProps) -> Html {
    let state = &props.state;
    let root = use_node_ref();
    let pressed = use_refuge(&root, REFUGE);
    if state.lab.own.as_ref().is_none_or(|declared| declared.draw.is_none()) {
        return Html::default();
    }
    let dispatcher = state.dispatcher();
    let act = Callback::from(move |action| {
        pressed.emit(());
        dispatcher.dispatch(action);
    });
    let draw = act.reform(Action::Draw);
    html! {
        <div ref={root} class="lab-own stack tight">
            if state.is_own() {
                { tools(state, &draw) }
            } else {
                <Button class="lab-small" testid="edit-points" enabled={state.frame.is_some()}
                    onclick={draw.reform(|_: MouseEvent| Stroke::EditPresent)}>{ "Edit these points" }</Button>
            }
            if let Some(table) = state.aside.last() {
                <Button class="lab-small" testid="bring-back" onclick={act.reform(|_: MouseEvent| Action::BringBack)}>
                    { format!("Bring back my table of {}", format::plural(table.rows(), "row")) }
                </Button>
            }
        </div>
    }
}

fn tools(state: &State, draw: &Callback<Stroke>) -> Html {
    let names = names(state);
    let tool = match state.drawing.tool {
        Tool::Class(class) => class.to_string(),
        Tool::Erase => "erase".into(),
    };
    let choices = names.iter().enumerate();
    let choices = choices.map(|(class, name)| (class.to_string(), name.clone()));
    let choices = choices.chain([("erase".to_owned(), "Erase".to_owned())]);
    let choices = choices.map(|(value, words)| (AttrValue::from(value), AttrValue::from(words)));
    let take =
        draw.reform(|name: String| Stroke::Take(name.parse().map_or(Tool::Erase, Tool::Class)));
    let has_points = state.own.as_ref().is_some_and(|own| own.rows() > 0);
    html! {
        <>
            <p class="small muted">{ "Click or tap the map to draw. By keyboard: focus the map, move with the arrow keys, press A or B; Delete erases." }</p>
            <Segment label="Pencil" testid="pencil" value={tool} choices={choices.collect::<Vec<_>>()} onchange={take} />
            <div class="row">
                <Button class="lab-small" testid="undo" enabled={state.drawing.can_undo()} onclick={draw.reform(|_: MouseEvent| Stroke::Undo)}>{ "Undo" }</Button>
                <Button class="lab-small" testid="clear-points" enabled={has_points} onclick={draw.reform(|_: MouseEvent| Stroke::Clear)}>{ "Clear" }</Button>
            </div>
            <p class="small num" aria-live="polite" data-testid="own-count">{ counts(state, &names) }</p>
        </>
    }
}

/// Names of the classes that can be drawn.
fn names(state: &State) -> Vec<String> {
    let own = state.own.as_ref().map_or_else(Vec::new, |own| own.classes.clone());
    let letters = blank().classes.into_iter().skip(own.len());
    own.into_iter().chain(letters).collect()
}

/// How many points there are of each class, in words.
fn counts(state: &State, names: &[String]) -> String {
    let labels = state.own.as_ref().map_or(&[][..], |own| &own.labels);
    let counts = names.iter().enumerate().map(|(class, name)| {
        let count = labels.iter().filter(|label| usize::from(**label) == class).count();
        format!("{} of {name}", format::count(count as u64))
    });
    counts.collect::<Vec<_>>().join(", ")
}
