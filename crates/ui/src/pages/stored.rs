//! What is stored, counted; and the three things to do with it: export, import, erase.

use serde_json::Value;
use study::recording::Take;
use viz::format::plural;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::privacy::Outcome;
use crate::{
    bytes::in_words,
    components::Button,
    save::save_blob,
    storage::{Storage, Store, erase_everything, transfer},
};

#[derive(Clone, PartialEq)]
struct Count {
    name: &'static str,
    records: usize,
    bytes: usize,
}

/// Properties of [`Stored`].
#[derive(Properties, PartialEq)]
pub struct StoredProps {
    /// Changes when something has been imported or erased: then everything is counted again.
    pub version: u32,
}

/// A table of what is stored.
#[component]
pub fn Stored(props: &StoredProps) -> Html {
    let counts = use_state(Vec::<Count>::new);
    let usage = use_state(|| None::<f64>);
    {
        let (counts, usage) = (counts.setter(), usage.setter());
        use_effect_with(props.version, move |_| {
            spawn_local(async move {
                counts.set(count().await);
                usage.set(estimate().await);
            });
        });
    }
    html! {
        <div class="stack tight">
            <table class="num">
                <thead><tr><th scope="col">{ "what" }</th><th scope="col">{ "records" }</th><th scope="col">{ "size" }</th></tr></thead>
                <tbody>
                    { for counts.iter().map(|it| html! {
                        <tr><td>{ it.name }</td><td>{ it.records }</td><td>{ in_words(it.bytes as u64) }</td></tr>
                    }) }
                </tbody>
            </table>
            if let Some(usage) = *usage {
                <p class="small num">{ format!("With the site's own files and Python's snapshot, this browser counts {} for this site.", in_words(usage as u64)) }</p>
            }
        </div>
    }
}

async fn count() -> Vec<Count> {
    let storage = Storage::shared();
    let mut counts = Vec::new();
    for store in Store::ALL {
        let records = storage.all(store).await;
        let name = match store {
            Store::Code => "what you typed",
            Store::Progress => "what you tried and solved",
            Store::Study => "what you rated in the study room",
            Store::Recordings => "answers you recorded",
            Store::Settings => "settings",
        };
        let text = |(key, value): &(String, Value)| key.len() + value.to_string().len();
        let media = |(_, value): &(String, Value)| match store {
            Store::Recordings => Take::read(value).map_or(0, |take| take.bytes as usize),
            _ => 0,
        };
        let bytes = records.iter().map(|it| text(it) + media(it)).sum();
        counts.push(Count { name, records: records.len(), bytes });
    }
    counts
}

async fn estimate() -> Option<f64> {
    let navigator = web_sys::window()?.navigator();
    // Absent where the page is served without TLS.
    let manager = js_sys::Reflect::get(&navigator, &JsValue::from("storage")).ok()?;
    let manager: web_sys::StorageManager = manager.dyn_into().ok()?;
    let estimate = JsFuture::from(manager.estimate().ok()?).await.ok()?;
    js_sys::Reflect::get(&estimate, &JsValue::from("usage")).ok()?.as_f64()
}

/// Properties of what can be done with stored records.
#[derive(Properties, PartialEq)]
pub struct ActionProps {
    /// Hears how it went.
    pub on_outcome: Callback<Outcome>,
}

/// Downloads everything as one file.
#[component]
pub fn ExportButton(props: &ActionProps) -> Html {
    let tell = props.on_outcome.clone();
    let onclick = Callback::from(move |_| {
        let tell = tell.clone();
        spawn_local(async move {
            tell.emit(match transfer::export(&Storage::shared()).await {
                Ok((file, missing)) => {
                    save_blob("warmstart.json", &file);
                    exported(file.size() as u64, missing)
                }
                Err(words) => Outcome::bad(words),
            });
        });
    });
    html! { <Button testid="export" {onclick}>{ "Export as a file" }</Button> }
}

/// Takes a file in.
#[component]
pub fn Import(props: &ActionProps) -> Html {
    let tell = props.on_outcome.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let file = input.files().and_then(|files| files.get(0));
        let tell = tell.clone();
        spawn_local(async move {
            if let Some(file) = file {
                tell.emit(import(&file).await);
            }
            // The same file can be chosen again.
            input.set_value("");
        });
    });
    html! {
        <label class="button file-button">
            { "Import a file" }
            <input type="file" accept=".json,application/json" data-testid="import" {onchange} />
        </label>
    }
}

async fn import(file: &File) -> Outcome {
    let transfer::Import { records, recorded } = match transfer::read_file(file).await {
        Ok(import) => import,
        Err(words) => return Outcome::bad(words),
    };
    let count = records.len();
    match Storage::shared().put_all(records, &recorded).await {
        Ok(()) => Outcome::good(format!(
            "Imported {count} records. Those of the same name were replaced."
        )),
        Err(failure) => Outcome::bad(format!("Nothing was imported. {failure}")),
    }
}

/// Erases everything, after asking.
#[component]
pub fn Erase(props: &ActionProps) -> Html {
    let asking = use_state_eq(|| false);
    let ask = |value: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(value))
    };
    let erase = {
        let (tell, asking) = (props.on_outcome.clone(), asking.clone());
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            let tell = tell.clone();
            spawn_local(
                async move { tell.emit(erased(&erase_everything(&Storage::shared()).await)) },
            );
        })
    };
    if !*asking {
        return html! { <Button testid="erase" onclick={ask(true)}>{ "Erase everything" }</Button> };
    }
    html! {
        <div class="row" role="group" aria-label="Erase everything?">
            <span class="bad">{ "This cannot be undone." }</span>
            <Button class="danger" testid="erase-confirm" onclick={erase}>{ "Erase everything now" }</Button>
            <Button onclick={ask(false)}>{ "Keep it" }</Button>
        </div>
    }
}

fn exported(bytes: u64, missing: usize) -> Outcome {
    let size = in_words(bytes);
    match missing {
        0 => Outcome::good(format!("Exported {size}.")),
        _ => Outcome::bad(format!(
            "Exported {size}, without {}: this browser does not give them. Reload, and export once more.",
            plural(missing, "recording")
        )),
    }
}

fn erased(left: &[String]) -> Outcome {
    if left.is_empty() {
        Outcome::good(
            "Everything is erased: code, progress, recordings, settings, Python's snapshot and the files kept for offline use.",
        )
    } else {
        let left = left.join(", ");
        Outcome::bad(format!(
            "Not everything could be erased: {left}. Close other tabs of this site and try again."
        ))
    }
}
