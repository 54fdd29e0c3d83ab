//! A list of items with progress marks, and what stands in its place while there is none.

use content::{Item, Kind, Level};
use yew::prelude::*;

use crate::{
    catalogue::FetchError,
    components::{Callout, Tone},
    navigation::Link,
    progress::{self, Record, Records, Stage},
};

/// The name of a level.
pub fn level_name(level: Level) -> &'static str {
    match level {
        Level::WarmUp => "Warm-up",
        Level::Core => "Core",
        Level::Stretch => "Stretch",
    }
}

/// Properties of [`ItemList`].
#[derive(Properties, PartialEq)]
pub struct ItemListProps {
    /// What is listed.
    pub items: Vec<Item>,
    /// What the visitor has done with them.
    pub records: Records,
}

/// Items, one below the other.
#[component]
pub fn ItemList(props: &ItemListProps) -> Html {
    html! {
        <ul class="list">
            { for props.items.iter().map(|item| html! {
                <li key={item.slug.clone()}>{ entry(item, &record_of(item, &props.records)) }</li>
            }) }
        </ul>
    }
}

/// The record of an item, empty if there is none.
pub fn record_of(item: &Item, records: &Records) -> Record {
    records.get(&progress::key(item.kind, &item.slug)).cloned().unwrap_or_default()
}

fn entry(item: &Item, record: &Record) -> Html {
    let (class, mark, stage) = match record.stage() {
        Stage::New => (None, "", "new"),
        Stage::Begun => (Some("begun"), "", "begun"),
        Stage::Solved => (Some("done"), "✓", "solved"),
    };
    let words = record.words();
    html! {
        <Link to={progress::path(item)} class={classes!("item", class)}>
            <span class="done-mark" aria-hidden="true">{ mark }</span>
            <div>
                <h2>{ &item.title }<span class="aside-text">{ format!(" ({stage})") }</span></h2>
                <p>{ &item.summary }</p>
                if !words.is_empty() { <p class="small num">{ words }</p> }
                if let Some(note) = record.note() { <p class="small note">{ format!("Your note: {note}") }</p> }
            </div>
            <span class="small num meta">{ meta(item) }</span>
        </Link>
    }
}

fn meta(item: &Item) -> Html {
    let level =
        (item.kind == Kind::Exercise).then(|| html! { <>{ level_name(item.level) }<br /></> });
    html! { <>{ level }{ format!("{} min", item.minutes) }</> }
}

/// What stands in place of something that could not be fetched.
pub fn fetch_failure(error: &FetchError) -> Html {
    html! { <Callout tone={Tone::Bad} live=true title="Not loaded"><p>{ error.to_string() }</p></Callout> }
}

/// What stands there while something is being fetched.
pub fn fetching() -> Html {
    html! { <p class="muted" role="status">{ "Loading…" }</p> }
}
