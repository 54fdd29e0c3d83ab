//! Fetches what there is to practise: small JSON files beside the site.

use content::{Exercise, Item};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

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

/// Everything there is.
///
/// # Errors
/// [`FetchError`]
pub async fn index() -> Result<Vec<Item>, FetchError> {
    fetch("content/index.json").await
}

/// One exercise.
///
/// # Errors
/// [`FetchError::Missing`] for an unknown slug, and what fetching brings.
pub async fn exercise(slug: &str) -> Result<Exercise, FetchError> {
    let items = index().await?;
    let wanted = |item: &&Item| item.kind == content::Kind::Exercise && item.slug == slug;
    let item = items.iter().find(wanted).ok_or(FetchError::Missing)?;
    fetch(&item.path).await
}

async fn fetch<T: DeserializeOwned>(path: &str) -> Result<T, FetchError> {
    let text = fetch_text(path).await?;
    serde_json::from_str(&text).map_err(|error| FetchError::Unreadable(error.to_string()))
}

async fn fetch_text(path: &str) -> Result<String, FetchError> {
    let unreachable = |_: JsValue| FetchError::Unreachable;
    let window = web_sys::window().ok_or(FetchError::Unreachable)?;
    let address = Site::current().link(path);
    let response = JsFuture::from(window.fetch_with_str(&address)).await.map_err(unreachable)?;
    let response: Response = response.unchecked_into();
    match response.status() {
        200..=299 => {}
        404 => return Err(FetchError::Missing),
        _ => return Err(FetchError::Unreachable),
    }
    let text = JsFuture::from(response.text().map_err(unreachable)?).await.map_err(unreachable)?;
    Ok(text.as_string().unwrap_or_default())
}
