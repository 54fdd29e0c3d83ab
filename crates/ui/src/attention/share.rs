//! A link that replays a run: everything is in its fragment, which is never sent to a server.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::fragment::{self, Shared};
use super::task::needs_text;
use crate::{components::Button, site::Site};

/// Properties of [`Share`].
#[derive(Properties, PartialEq)]
pub struct ShareProps {
    /// What the link carries.
    pub shared: Shared,
}

/// A button that makes the link, copies it, and shows it for copying by hand.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let link = use_state_eq(|| None::<String>);
    let is_copied = use_state_eq(|| false);
    let onclick = {
        let (link, is_copied, shared) = (link.clone(), is_copied.clone(), props.shared.clone());
        Callback::from(move |_| {
            let text = address(&shared);
            let promise = gloo::utils::window().navigator().clipboard().write_text(&text);
            link.set(Some(text));
            let is_copied = is_copied.clone();
            spawn_local(async move { is_copied.set(JsFuture::from(promise).await.is_ok()) });
        })
    };
    html! {
        <div class="attention-share">
            <Button testid="share" {onclick}>{ "Make a link" }</Button>
            if let Some(link) = &*link {
                <label class="field">
                    { if *is_copied { "Copied. " } else { "" } }
                    { replays(&props.shared) }
                    <input type="text" readonly=true value={link.clone()} data-testid="share-link" />
                </label>
            }
        </div>
    }
}

/// What the link does; the visitor's own text is not in it.
fn replays(shared: &Shared) -> &'static str {
    if needs_text(shared.lanes[0].task) {
        "It replays this run to the same weights where the same text is learnt; the text stays here."
    } else {
        "It replays this run to the same weights."
    }
}

fn address(shared: &Shared) -> String {
    let origin = gloo::utils::window().location().origin().unwrap_or_default();
    format!("{origin}{}#{}", Site::current().link("attention/"), fragment::write(shared))
}
