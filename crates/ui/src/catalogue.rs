//! Fetches what there is to practise: small JSON files beside the site.

use std::{cell::Cell, rc::Rc};

use content::{
    Card, Case, DrillQuestion, Exercise, Item, Kind, Lab, Page, Question, Track, syllabus::Section,
};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::prelude::*;

use crate::site::Site;

/// Why something could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// There is no such item.
    Missing,
    /// No connection, and not kept on the device.
    Unreachable,
    /// It came, and cannot be read: usually an old page after an update.
    Unreadable(String),
}

impl std::fmt::Display for FetchError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => f.write_str("There is nothing at this address."),
            Self::Unreachable => f.write_str(
                "This could not be loaded: there is no connection, and it is not kept on this device yet. Try again when you are online.",
            ),
            Self::Unreadable(why) => write!(
                f,
                "This was loaded but cannot be read ({why}). Reload the page: it may be older than the site.",
            ),
        }
    }
}

/// What has been fetched so far.
pub type Fetched<T> = Option<Result<Rc<T>, FetchError>>;

/// Every exercise, every lab and the attention page.
///
/// # Errors
/// [`FetchError`]
pub async fn index() -> Result<Vec<Item>, FetchError> {
    fetch(&Site::current().asset("content/rooms.json")).await
}

/// Every card, case and question.
///
/// # Errors
/// [`FetchError`]
pub async fn studies() -> Result<Vec<Item>, FetchError> {
    fetch(&Site::current().asset("content/study.json")).await
}

/// Everything there is.
///
/// # Errors
/// [`FetchError`]
pub async fn everything() -> Result<Vec<Item>, FetchError> {
    let mut items = index().await?;
    items.extend(studies().await?);
    Ok(items)
}

/// Ways through the exercises.
///
/// # Errors
/// [`FetchError`]
pub async fn tracks() -> Result<Vec<Track>, FetchError> {
    fetch(&Site::current().asset("content/tracks.json")).await
}

/// What interviewers ask, and what covers it.
///
/// # Errors
/// [`FetchError`]
pub async fn syllabus() -> Result<Vec<Section>, FetchError> {
    fetch(&Site::current().asset("content/syllabus.json")).await
}

/// What is asked about a project of the visitor's own, in the order in which it deepens.
///
/// # Errors
/// [`FetchError`]
pub async fn drill() -> Result<Vec<DrillQuestion>, FetchError> {
    fetch(&Site::current().asset("content/drill.json")).await
}

/// A page of prose, by slug: `home`, `labs/decision-boundary`.
///
/// # Errors
/// [`FetchError`]
pub async fn page(slug: &str) -> Result<Page, FetchError> {
    let site = Site::current();
    let name = format!("content/pages/{slug}.json");
    if site.has(&name) { fetch(&site.asset(&name)).await } else { Err(FetchError::Missing) }
}

/// What a lab declares.
///
/// # Errors
/// [`FetchError`]
pub async fn lab(slug: &str) -> Result<Lab, FetchError> {
    let site = Site::current();
    let name = format!("content/labs/{slug}.json");
    if site.has(&name) { fetch(&site.asset(&name)).await } else { Err(FetchError::Missing) }
}

/// One exercise.
///
/// # Errors
/// [`FetchError::Missing`] for an unknown slug, and what fetching brings.
pub async fn exercise(slug: &str) -> Result<Exercise, FetchError> {
    let items = index().await?;
    let wanted = |item: &&Item| item.kind == Kind::Exercise && item.slug == slug;
    let item = items.iter().find(wanted).ok_or(FetchError::Missing)?;
    fetch(&Site::current().link(&item.path)).await
}

/// What a page of the study room is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Studied {
    /// A theory card.
    Card(Card),
    /// A system-design case.
    Case(Case),
    /// A behavioural question.
    Question(Question),
}

/// A card, from its line in the index.
///
/// # Errors
/// [`FetchError`]
pub async fn card(item: &Item) -> Result<Card, FetchError> {
    fetch(&Site::current().link(&item.path)).await
}

/// One card, case or question; their slugs are unique together.
///
/// # Errors
/// [`FetchError::Missing`] for an unknown slug, and what fetching brings.
pub async fn studied(slug: &str) -> Result<Studied, FetchError> {
    let items = studies().await?;
    let item = items.iter().find(|item| item.slug == slug).ok_or(FetchError::Missing)?;
    let address = Site::current().link(&item.path);
    Ok(match item.kind {
        Kind::Design => Studied::Case(fetch(&address).await?),
        Kind::Behavioural => Studied::Question(fetch(&address).await?),
        _ => Studied::Card(fetch(&address).await?),
    })
}

/// All of an item that a mock round can ask.
#[derive(Clone, Debug, PartialEq)]
pub enum Whole {
    /// A coding exercise.
    Exercise(Exercise),
    /// What the study room has.
    Studied(Studied),
}

/// All of an exercise, a card, a case or a question, from its line in the index.
///
/// # Errors
/// [`FetchError::Missing`] for a lab and the attention page, and what fetching brings.
pub async fn whole(item: &Item) -> Result<Whole, FetchError> {
    let address = Site::current().link(&item.path);
    Ok(match item.kind {
        Kind::Exercise => Whole::Exercise(fetch(&address).await?),
        Kind::Card => Whole::Studied(Studied::Card(fetch(&address).await?)),
        Kind::Design => Whole::Studied(Studied::Case(fetch(&address).await?)),
        Kind::Behavioural => Whole::Studied(Studied::Question(fetch(&address).await?)),
        Kind::Lab | Kind::Attention => return Err(FetchError::Missing),
    })
}

/// Fetches when the component first appears, and again when `key` changes.
#[hook]
pub fn use_fetched<T, F>(key: AttrValue, fetch: impl FnOnce(AttrValue) -> F + 'static) -> Fetched<T>
where
    T: 'static,
    F: Future<Output = Result<T, FetchError>> + 'static,
{
    let state = use_state(|| None);
    let setter = state.setter();
    use_effect_with(key, move |key| {
        let key = key.clone();
        let current = Rc::new(Cell::new(true));
        let is_current = Rc::clone(&current);
        setter.set(None);
        spawn_local(async move {
            let fetched = fetch(key).await.map(Rc::new);
            if is_current.get() {
                setter.set(Some(fetched));
            }
        });
        move || current.set(false)
    });
    (*state).clone()
}

async fn fetch<T: DeserializeOwned>(address: &str) -> Result<T, FetchError> {
    let text = fetch_text(address).await?;
    serde_json::from_str(&text).map_err(|error| FetchError::Unreadable(error.to_string()))
}

async fn fetch_text(address: &str) -> Result<String, FetchError> {
    let unreachable = |_: JsValue| FetchError::Unreachable;
    let window = web_sys::window().ok_or(FetchError::Unreachable)?;
    let response = JsFuture::from(window.fetch_with_str(address)).await.map_err(unreachable)?;
    let response: Response = response.unchecked_into();
    match response.status() {
        200..=299 => {}
        404 => return Err(FetchError::Missing),
        _ => return Err(FetchError::Unreachable),
    }
    let text = JsFuture::from(response.text().map_err(unreachable)?).await.map_err(unreachable)?;
    Ok(text.as_string().unwrap_or_default())
}
