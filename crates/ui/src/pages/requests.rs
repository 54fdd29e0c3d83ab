//! Every request since the page was opened, as the browser itself recorded them.

use wasm_bindgen::JsCast;
use web_sys::PerformanceResourceTiming;
use yew::prelude::*;

use crate::{bytes::in_words, components::Button};

#[derive(Clone, PartialEq)]
struct Seen {
    path: String,
    is_foreign: bool,
    bytes: u64,
}

/// The list of requests.
#[component]
pub fn Requests() -> Html {
    let seen = use_state(read);
    let again = {
        let seen = seen.clone();
        Callback::from(move |_| seen.set(read()))
    };
    let foreign = seen.iter().filter(|one| one.is_foreign).count();
    let bytes: u64 = seen.iter().map(|one| one.bytes).sum();
    html! {
        <section class="stack" aria-label="Requests">
            <h2>{ "Requested since you opened this page" }</h2>
            <p class="num">
                { format!("{} files, {} over the network. To other sites: {foreign}.", seen.len(), in_words(bytes)) }
            </p>
            <p class="small">{ "Your browser recorded this list. Workers fetch their own files, from this site only: the policy of the page holds for them too." }</p>
            <div><Button onclick={again}>{ "Read the list again" }</Button></div>
            <div class="scroll" tabindex="0" role="region" aria-label="List of requests">
                <table class="requests num">
                    <thead><tr><th scope="col">{ "file" }</th><th scope="col">{ "over the network" }</th></tr></thead>
                    <tbody>{ for seen.iter().map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(seen: &Seen) -> Html {
    let cost = if seen.bytes == 0 { "kept on this device".into() } else { in_words(seen.bytes) };
    html! { <tr><td>{ &seen.path }</td><td>{ cost }</td></tr> }
}

fn read() -> Vec<Seen> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let (Some(performance), Ok(origin)) = (window.performance(), window.location().origin()) else {
        return Vec::new();
    };
    let entries = performance.get_entries_by_type("resource");
    let entries = entries.iter().filter_map(|it| it.dyn_into::<PerformanceResourceTiming>().ok());
    // Blobs are made by the page itself: nothing is requested.
    let requested = entries.filter(|entry| !entry.name().starts_with("blob:"));
    requested
        .map(|entry| {
            let name = entry.name();
            let inside = name.strip_prefix(&origin);
            Seen {
                is_foreign: inside.is_none(),
                path: inside.unwrap_or(&name).to_owned(),
                bytes: entry.transfer_size() as u64,
            }
        })
        .collect()
}
