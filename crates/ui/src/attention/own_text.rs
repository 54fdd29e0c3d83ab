//! The visitor's own text to learn: typed, pasted, dropped or chosen. It stays on the device.

use serde_json::json;
use viz::format;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::state::{Action, Phase, State};
use crate::components::Button;
use crate::files;
use crate::storage::{Storage, Store};

/// Where the text is kept on the device.
const KEY: &str = "attention/text";

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
    use_kept(&text, &props.state, &props.on_action);
    let take = {
        let text = text.clone();
        Callback::from(move |new: String| {
            Storage::shared().put(Store::Settings, KEY, json!(new));
            text.set(new);
        })
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

/// Fills in what was typed here before, and has it learnt if a text is what the run waits for.
#[hook]
fn use_kept(
    text: &UseStateHandle<String>,
    state: &UseReducerHandle<State>,
    on_action: &Callback<Action>,
) {
    let (text, on_action) = (text.clone(), on_action.clone());
    let is_wanted = state.phase == Phase::Wanting;
    use_effect_with((), move |()| {
        if !is_wanted {
            return;
        }
        spawn_local(async move {
            let kept: Option<String> = Storage::shared().get(Store::Settings, KEY).await;
            // What was typed meanwhile is not learnt before it is said so.
            let is_untouched = text.is_empty();
            if let Some(kept) = kept.filter(|kept| is_untouched && !kept.trim().is_empty()) {
                on_action.emit(Action::Own(kept.as_str().into()));
                text.set(kept);
            }
        });
    });
}

fn amount(text: &str) -> String {
    let characters = text.chars().count() as u64;
    if characters == 0 {
        return "No text yet.".into();
    }
    format!("{} characters", format::count(characters))
}
