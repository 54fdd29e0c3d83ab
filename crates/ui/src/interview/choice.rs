//! What is chosen for the next loop, kept with the settings.

use study::interview::Choice;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::storage::{Storage, Store};

/// Key in the settings.
const KEY: &str = "interview-choice";

/// The choice, and a way to change it. `None` until it is read.
#[hook]
pub fn use_choice() -> (Option<Choice>, Callback<Choice>) {
    let choice = use_state_eq(|| None::<Choice>);
    {
        let setter = choice.setter();
        use_effect_with((), move |()| {
            spawn_local(async move {
                let kept = Storage::shared().get(Store::Settings, KEY).await;
                setter.set(Some(kept.unwrap_or_default()));
            });
        });
    }
    let change = {
        let setter = choice.setter();
        use_callback((), move |next: Choice, ()| {
            // Names and texts are always JSON.
            if let Ok(value) = serde_json::to_value(&next) {
                Storage::shared().put(Store::Settings, KEY, value);
            }
            setter.set(Some(next));
        })
    };
    ((*choice).clone(), change)
}
