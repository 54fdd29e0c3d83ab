//! The pencil's controls, where a lab declares that points are drawn.

use viz::format;
use yew::prelude::*;

use super::drawing::{Stroke, Tool, blank};
use super::state::{Action, State};
use crate::components::{Button, Segment};

/// Begins to edit the points on screen; then the tools, and how many points there are.
pub fn pencil(state: &UseReducerHandle<State>) -> Html {
    if state.lab.own.as_ref().is_none_or(|declared| declared.draw.is_none()) {
        return Html::default();
    }
    let dispatcher = state.dispatcher();
    let draw = Callback::from(move |stroke| dispatcher.dispatch(Action::Draw(stroke)));
    if !state.is_own() {
        let edit = draw.reform(|_: MouseEvent| Stroke::EditPresent);
        return html! {
            <Button class="lab-small" testid="edit-points" enabled={state.frame.is_some()} onclick={edit}>{ "Edit these points" }</Button>
        };
    }
    let own = state.own.as_deref().cloned().unwrap_or_else(blank);
    let letters = blank().classes.into_iter().skip(own.classes.len());
    let names: Vec<String> = own.classes.iter().cloned().chain(letters).collect();
    let counts = names.iter().enumerate().map(|(class, name)| {
        let count = own.labels.iter().filter(|label| usize::from(**label) == class).count();
        format!("{} of {name}", format::count(count as u64))
    });
    let counts = counts.collect::<Vec<_>>().join(", ");
    let choices = names.iter().enumerate();
    let choices = choices.map(|(class, name)| (class.to_string(), name.clone()));
    let choices = choices.chain([("erase".to_owned(), "Erase".to_owned())]);
    let choices = choices.map(|(value, words)| (AttrValue::from(value), AttrValue::from(words)));
    let tool = match state.drawing.tool {
        Tool::Class(class) => class.to_string(),
        Tool::Erase => "erase".into(),
    };
    let take =
        draw.reform(|name: String| Stroke::Take(name.parse().map_or(Tool::Erase, Tool::Class)));
    html! {
        <div class="lab-own stack tight">
            <p class="small muted">{ "Click or tap the map to draw. By keyboard: focus the map, move with the arrow keys, press A or B; Delete erases." }</p>
            <Segment label="Pencil" testid="pencil" value={tool} choices={choices.collect::<Vec<_>>()} onchange={take} />
            <div class="row">
                <Button class="lab-small" testid="undo" enabled={state.drawing.can_undo()} onclick={draw.reform(|_: MouseEvent| Stroke::Undo)}>{ "Undo" }</Button>
                <Button class="lab-small" testid="clear-points" enabled={own.rows() > 0} onclick={draw.reform(|_: MouseEvent| Stroke::Clear)}>{ "Clear" }</Button>
            </div>
            <p class="small num" aria-live="polite" data-testid="own-count">{ counts }</p>
        </div>
    }
}
