//! Which level the visitor prepares for: asked once, kept with the settings, changed where it matters.

use study::Seniority;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::{
    components::Segment,
    storage::{Storage, Store},
};

/// Key in the settings.
const KEY: &str = "study-level";

/// The level, and a way to change it.
#[hook]
pub fn use_level() -> (Seniority, Callback<Seniority>) {
    let level = use_state_eq(|| Seniority::Junior);
    {
        let setter = level.setter();
        use_effect_with((), move |()| {
            spawn_local(async move {
                if let Some(kept) = Storage::shared().get(Store::Settings, KEY).await {
                    setter.set(kept);
                }
            });
        });
    }
    let change = {
        let setter = level.setter();
        use_callback((), move |next: Seniority, ()| {
            // A name is always JSON.
            if let Ok(value) = serde_json::to_value(next) {
                Storage::shared().put(Store::Settings, KEY, value);
            }
            setter.set(next);
        })
    };
    (*level, change)
}

/// The choice between the two.
pub fn choice(level: Seniority, change: &Callback<Seniority>) -> Html {
    let value = match level {
        Seniority::Junior => "junior",
        Seniority::Senior => "senior",
    };
    let onchange = change.reform(|value: String| match value.as_str() {
        "senior" => Seniority::Senior,
        _ => Seniority::Junior,
    });
    let choices = [("junior", "Junior or mid"), ("senior", "Senior or staff")]
        .map(|(value, words)| (value.into(), words.into()))
        .to_vec();
    html! { <Segment label="Level" {value} {choices} {onchange} testid="level" /> }
}
