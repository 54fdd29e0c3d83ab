//! The practice room: an exercise, an editor, and a verdict.
//!
//! `state` holds what happened, `run` the stages of one press of Run, `words` the sentences;
//! `session` connects them to Python and the clock, `saving` to storage. The rest draws.

mod advice;
mod attempt;
mod cases;
mod compare;
mod desk;
mod earlier;
mod editor;
mod findings;
mod follow_ups;
mod growth;
mod interview;
mod interview_view;
mod lines;
mod notes;
mod output;
mod own;
mod own_view;
mod parsons;
mod parsons_view;
mod picture;
mod pieces;
mod room;
mod run;
mod saving;
mod session;
mod split;
mod state;
mod task;
mod tools;
mod verdict;
mod words;

#[cfg(test)]
mod sample;

use content::Kind;
use serde::de::DeserializeOwned;
use yew::prelude::*;

use crate::{
    catalogue,
    components::{Callout, Tone},
    navigation::{self, Link},
    progress::{self, Record},
    storage::{Storage, Store},
    widget::{Hide, OnWidgetEvent, WidgetEvent},
};
pub use interview::{address as interview_address, asked as asked_interview};

use attempt::Attempt;
use earlier::LastRun;
use room::Opened;
use state::Draft;

/// Properties of [`ExerciseRoom`].
#[derive(Properties, PartialEq)]
pub struct ExerciseRoomProps {
    /// Which exercise.
    pub slug: AttrValue,
    /// Parts left out.
    #[prop_or_default]
    pub hide: Hide,
    /// Minutes of an interview that is to begin, where the address asks for one.
    #[prop_or_default]
    pub asked_minutes: Option<u16>,
    /// Where the widget reports to.
    #[prop_or_default]
    pub on_event: OnWidgetEvent,
}

/// An exercise with what this device knows about it.
struct Loaded {
    exercise: std::rc::Rc<content::Exercise>,
    draft: Option<Draft>,
    record: Record,
    attempt: Attempt,
    last: Option<LastRun>,
}

/// One exercise, from its address on.
#[component]
pub fn ExerciseRoom(props: &ExerciseRoomProps) -> Html {
    let loaded = catalogue::use_fetched(props.slug.clone(), load);
    match &loaded {
        None => {
            html! { <div class="page"><p class="muted" role="status">{ "Loading the exercise…" }</p></div> }
        }
        Some(Err(error)) => {
            props.on_event.emit(WidgetEvent::Error(error.to_string()));
            html! {
                <div class="page stack">
                    <h1>{ "This exercise is not here" }</h1>
                    <Callout tone={Tone::Bad} live=true><p>{ error.to_string() }</p></Callout>
                    <div><Link to="practice/" class="button">{ "All exercises" }</Link></div>
                </div>
            }
        }
        Some(Ok(loaded)) => {
            if !props.hide.header {
                navigation::set_title(&format!("{} · Warmstart", loaded.exercise.title));
            }
            html! {
                <Opened
                    exercise={loaded.exercise.clone()}
                    draft={loaded.draft.clone()}
                    record={loaded.record.clone()}
                    attempt={loaded.attempt.clone()}
                    last={loaded.last.clone()}
                    hide={props.hide}
                    asked_minutes={props.asked_minutes}
                    on_event={props.on_event.clone()}
                />
            }
        }
    }
}

async fn load(slug: AttrValue) -> Result<Loaded, catalogue::FetchError> {
    let exercise = catalogue::exercise(&slug).await?;
    let draft = read_draft(&slug).await;
    let record = progress::read(Kind::Exercise, &slug).await;
    let attempt = read_beside(&progress::attempt_key(&slug)).await.unwrap_or_default();
    let last = read_beside(&progress::last_run_key(&slug)).await;
    Ok(Loaded { exercise: exercise.into(), draft, record, attempt, last })
}

/// What is kept beside the record; if another version wrote it in another way, it is as good as
/// none.
async fn read_beside<T: DeserializeOwned>(key: &str) -> Option<T> {
    serde_json::from_str(&Storage::shared().text(Store::Progress, key).await?).ok()
}

/// The text kept on this device.
async fn read_draft(slug: &str) -> Option<Draft> {
    Storage::shared().get(Store::Code, slug).await
}
