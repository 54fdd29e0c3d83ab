//! The visitor's own notes on an exercise, behind a button.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{
    session::now,
    state::{Action, Room},
};

/// A field that is kept with the exercise.
pub fn notes(room: &UseReducerHandle<Room>) -> Html {
    let oninput = {
        let dispatcher = room.dispatcher();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            dispatcher.dispatch(now(Action::Note(text)));
        })
    };
    html! {
        <label class="field">{ "My notes, kept on this device and shown in the list" }
            <textarea rows="4" value={room.record.notes.clone()} data-testid="notes" {oninput} />
        </label>
    }
}
