//! The visitor's own text to learn: typed, pasted, dropped or chosen. It stays on the device.

use viz::format;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::state::{Action, State};
use crate::components::Button;
use crate::files;

/// Properties of [`OwnText`].
#[derive(Properties, PartialEq)]
pub struct OwnTextProps {
    /// What the page shows.
    pub state: UseReducerHandle<State>,
    /// What the visitor did.
    pub on_action: Callback<Action>,
}

/// A text, and a button that has it learnt.
#[component]
pub fn OwnText(props: &OwnTextProps) -> Html {
    let learnt = props.state.own_text.clone();
    let text = use_state_eq(|| learnt.to_string());
    let take = {
        let text = text.clone();
        Callback::from(move |new: String| text.set(new))
    };
    let ondrop = {
        let take = take.clone();
        Callback::from(move |event: DragEvent| {
            files::read_text(files::dropped(&event), take.clone())
        })
    };
    let onfile = {
        let take = take.clone();
        Callback::from(move |event: Event| files::read_text(files::chosen(&event), take.clone()))
    };
    let oninput = take
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let learn = {
        let (text, on_action) = (text.clone(), props.on_action.clone());
        Callback::from(move |_: MouseEvent| on_action.emit(Action::Own((*text).as_str().into())))
    };
    let is_new = *text != *learnt && !text.trim().is_empty();
    html! {
        <section class="attention-own" aria-label="Your text" {ondrop}
            ondragover={Callback::from(|event: DragEvent| event.prevent_default())}>
            <label class="field">{ "Your text: a few pages are enough; it stays on this device" }
                <textarea rows="4" spellcheck="false" value={(*text).clone()} data-testid="own-text" {oninput} />
            </label>
            <div class="row">
                <label class="field">{ "or a text file" }
                    <input type="file" accept=".txt,.md,text/plain" onchange={onfile} />
                </label>
                <Button testid="learn-text" enabled={is_new} onclick={learn}>{ "Learn this text" }</Button>
                <span class="small muted num">{ amount(&text) }</span>
            </div>
        </section>
    }
}

fn amount(text: &str) -> String {
    let characters = text.chars().count() as u64;
    if characters == 0 {
        return "No text yet.".into();
    }
    format!("{} characters", format::count(characters))
}
