//! What is stored and what was requested, as it is now; export, import, erase.

use yew::prelude::*;

use super::{
    requests::Requests,
    stored::{Erase, ExportButton, Import, Stored},
};
use crate::{
    catalogue,
    components::{Callout, Prose, Tone},
};

/// What happened last.
#[derive(Clone, PartialEq)]
pub struct Outcome {
    /// Whether it went well.
    pub tone: Tone,
    /// In words for the visitor.
    pub words: String,
}

impl Outcome {
    /// It went well.
    pub fn good(words: impl Into<String>) -> Self {
        Self { tone: Tone::Good, words: words.into() }
    }

    /// It did not, and nothing has changed.
    pub fn bad(words: impl Into<String>) -> Self {
        Self { tone: Tone::Bad, words: words.into() }
    }
}

/// The page about what this site keeps.
#[component]
pub fn Privacy() -> Html {
    let policy =
        catalogue::use_fetched(
            "privacy".into(),
            |slug| async move { catalogue::page(&slug).await },
        );
    let outcome = use_state(|| None::<Outcome>);
    let changed = use_state(|| 0_u32);
    let tell = {
        let (outcome, changed) = (outcome.clone(), changed.clone());
        Callback::from(move |it: Outcome| {
            outcome.set(Some(it));
            changed.set(*changed + 1);
        })
    };
    html! {
        <div class="page">
            <div class="stack tight">
                <h1>{ "Nothing leaves this device" }</h1>
                <p class="muted">{ "No accounts, no cookies, no analytics. Here is what this site keeps, and everything it has asked for since you opened it." }</p>
            </div>
            <section class="stack" aria-label="Stored on this device">
                <h2>{ "Stored on this device" }</h2>
                <Stored version={*changed} />
                <div class="row">
                    <ExportButton on_outcome={tell.clone()} />
                    <Import on_outcome={tell.clone()} />
                    <Erase on_outcome={tell} />
                </div>
                <div role="status">
                    if let Some(outcome) = &*outcome {
                        <Callout tone={outcome.tone}><p>{ &outcome.words }</p></Callout>
                    }
                </div>
            </section>
            <Requests />
            if let Some(Ok(page)) = &policy {
                <section aria-label="How it works"><Prose html={page.body_html.clone()} /></section>
            }
        </div>
    }
}
