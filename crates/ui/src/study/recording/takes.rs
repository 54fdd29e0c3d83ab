//! The takes of a question: those that are kept on this device, and those that could not be.

use std::rc::Rc;

use serde_json::Value;
use study::recording::{LONGEST_MS, Take};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag};
use yew::prelude::*;

use super::capture::{Recorded, buffer};
use crate::storage::{Change, Storage, Store};

/// A take.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Under which name.
    pub key: String,
    /// What is known of it.
    pub take: Take,
    /// Its sound and picture, where only this page has them.
    pub blob: Option<Blob>,
}

/// The takes of a question, the latest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Takes {
    /// All of them.
    pub all: Vec<Kept>,
    /// Whether they have been read from the device.
    pub is_read: bool,
    /// The take that was deleted last, with its sound and picture.
    pub deleted: Option<Kept>,
    /// What became of the last one, in words.
    pub said: String,
}

/// What can happen to them.
pub enum Happening {
    /// What the device keeps.
    Read(Vec<Kept>),
    /// A take is new, or back; with it what to say.
    Added(Kept, String),
    /// A take is gone.
    Deleted(Kept),
    /// Something to say.
    Said(String),
    /// How many words were said in a take.
    Counted(String, Option<u32>),
}

impl Reducible for Takes {
    type Action = Happening;

    fn reduce(self: Rc<Self>, happening: Happening) -> Rc<Self> {
        let mut next = (*self).clone();
        match happening {
            Happening::Read(kept) => {
                next.all
                    .retain(|it| it.blob.is_some() && kept.iter().all(|other| other.key != it.key));
                next.all.extend(kept);
                next.is_read = true;
            }
            Happening::Added(kept, said) => {
                next.deleted = next.deleted.filter(|it| it.key != kept.key);
                next.all.retain(|it| it.key != kept.key);
                next.all.push(kept);
                next.said = said;
            }
            Happening::Deleted(kept) => {
                next.all.retain(|it| it.key != kept.key);
                next.deleted = Some(kept);
                next.said = "The take was deleted.".into();
            }
            Happening::Said(said) => next.said = said,
            Happening::Counted(key, words) => {
                if let Some(kept) = next.all.iter_mut().find(|it| it.key == key) {
                    kept.take.words = words;
                }
            }
        }
        next.all.sort_by(|a, b| b.take.at_ms.total_cmp(&a.take.at_ms));
        next.into()
    }
}

/// The takes below `place`, read and followed: another tab may add some.
#[hook]
pub fn use_takes(place: &AttrValue) -> UseReducerHandle<Takes> {
    let takes = use_reducer(Takes::default);
    let dispatcher = takes.dispatcher();
    use_effect_with(place.clone(), move |place| {
        let read = {
            let place = place.clone();
            Callback::from(move |()| {
                let (place, dispatcher) = (place.clone(), dispatcher.clone());
                spawn_local(
                    async move { dispatcher.dispatch(Happening::Read(below(&place).await)) },
                );
            })
        };
        read.emit(());
        let prefix = format!("{place}/");
        let subscription = Storage::shared().on_change(Callback::from(move |change: Change| {
            if change.store == Store::Recordings && change.key.starts_with(&prefix) {
                read.emit(());
            }
        }));
        move || drop(subscription)
    });
    takes
}

async fn below(place: &str) -> Vec<Kept> {
    let prefix = format!("{place}/");
    let records = Storage::shared().all(Store::Recordings).await;
    let mine = records.into_iter().filter(|(key, _)| key.starts_with(&prefix));
    let kept =
        |(key, value): (String, Value)| Some(Kept { key, take: Take::read(&value)?, blob: None });
    mine.filter_map(kept).collect()
}

/// Keeps what was recorded. What cannot be kept stays in the page, and that is said.
pub async fn keep(place: &str, recorded: Recorded, takes: &UseReducerDispatcher<Takes>) {
    let Recorded { blob, at_ms, length_ms } = recorded;
    let Some(blob) = blob.filter(|it| it.size() > 0.0) else {
        let said = "Nothing came from the microphone. Check that it is on, then record again.";
        takes.dispatch(Happening::Said(said.into()));
        return;
    };
    let media = blob.type_();
    // The device may have slept meanwhile, and its clock gone on.
    let length_ms = length_ms.clamp(0.0, LONGEST_MS);
    let take = Take { at_ms, length_ms, media, bytes: blob.size() as u64, words: None };
    let kept = Kept { key: format!("{place}/{at_ms:.0}"), take, blob: Some(blob) };
    let said = if kept.take.length_ms >= LONGEST_MS {
        "Ten minutes are the longest take: it was stopped, and is kept on this device."
    } else {
        "The take is kept on this device."
    };
    put(kept, said, takes).await;
}

/// Brings back the take that was deleted last.
pub async fn bring_back(kept: Kept, takes: &UseReducerDispatcher<Takes>) {
    put(kept, "The take is back.", takes).await;
}

async fn put(kept: Kept, said: &str, takes: &UseReducerDispatcher<Takes>) {
    let about = serde_json::to_value(&kept.take).unwrap_or_default();
    // The browser names the type: what no import would take is not written either.
    let is_sound = Take::read(&about).is_some();
    let buffer = match &kept.blob {
        Some(blob) if is_sound => buffer(blob).await,
        _ => None,
    };
    let refused = match buffer {
        Some(buffer) => Storage::shared()
            .put_recording(&kept.key, &about, buffer)
            .await
            .err()
            .map(|it| it.to_string()),
        None if is_sound => Some("What was recorded cannot be read.".into()),
        None => Some("It is larger or of another kind than this site keeps.".into()),
    };
    let happening = match refused {
        None => Happening::Added(Kept { blob: None, ..kept }, said.into()),
        Some(why) => Happening::Added(
            kept,
            format!("This take could not be kept: download it before you leave the page. {why}"),
        ),
    };
    takes.dispatch(happening);
}

/// Sound and picture of a take.
pub async fn media(kept: &Kept) -> Option<Blob> {
    if kept.blob.is_some() {
        return kept.blob.clone();
    }
    let buffer = Storage::shared().recorded(&kept.key).await.ok()??;
    let options = BlobPropertyBag::new();
    // A type that a record from elsewhere has passed its check with.
    options.set_type(&kept.take.media);
    let parts = js_sys::Array::of1(&buffer);
    Blob::new_with_buffer_source_sequence_and_options(&parts, &options).ok()
}

/// Deletes a take, and holds on to it in case it is wanted back.
pub async fn delete(kept: Kept, takes: &UseReducerDispatcher<Takes>) {
    let blob = media(&kept).await;
    Storage::shared().delete(Store::Recordings, &kept.key);
    takes.dispatch(Happening::Deleted(Kept { blob, ..kept }));
}

/// Notes how many words were said.
pub fn count(kept: &Kept, words: Option<u32>, takes: &UseReducerDispatcher<Takes>) {
    let take = Take { words, ..kept.take.clone() };
    if let (None, Ok(about)) = (&kept.blob, serde_json::to_value(&take)) {
        Storage::shared().put(Store::Recordings, &kept.key, about);
    }
    takes.dispatch(Happening::Counted(kept.key.clone(), words));
}
