//! Forgets everything that this site keeps on the device: records, the Python snapshot, cached
//! files and the service worker.

use idb::Factory;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Storage, database, left, patience::within};

/// The database of the Python worker.
const SNAPSHOT_DATABASE: &str = "warmstart-python";

/// Longer than deleting takes.
const LIMIT_MS: u32 = 10_000;

/// Erases everything and gives the names of what could not be erased; empty if all is gone.
pub async fn erase_everything(storage: &Storage) -> Vec<String> {
    storage.forget_all();
    storage.inner.channel.announce_erased();
    let mut left = Vec::new();
    if storage.inner.database.clear().await.is_err() && !delete_database(database::NAME).await {
        left.push("what you typed, rated and recorded".into());
    }
    if !delete_database(SNAPSHOT_DATABASE).await {
        left.push("Python's snapshot".into());
    }
    if delete_caches().await.is_err() {
        left.push("cached files".into());
    }
    if unregister_workers().await.is_err() {
        left.push("service worker".into());
    }
    left
}

impl Storage {
    /// Drops what waits to be written, here and for the next page.
    pub(super) fn forget_all(&self) {
        self.inner.timer.take();
        self.inner.overlay.borrow_mut().clear();
        left::forget_all();
        self.inner.database.close();
    }
}

/// Whether a database is gone. One that a page has open is not deleted before that page closes it.
async fn delete_database(name: &str) -> bool {
    let Ok(Ok(request)) = Factory::new().map(|it| it.delete(name)) else { return false };
    matches!(within(LIMIT_MS, request.into_future(), drop).await, Some(Ok(_)))
}

async fn delete_caches() -> Result<(), JsValue> {
    let Some(window) = web_sys::window() else { return Ok(()) };
    // Absent where the page is served without TLS: then there is nothing to erase.
    let Ok(caches) = window.caches() else { return Ok(()) };
    let names = JsFuture::from(caches.keys()).await?;
    for name in names.unchecked_into::<Array>().iter() {
        let name = name.as_string().unwrap_or_default();
        if name.starts_with("warmstart") {
            JsFuture::from(caches.delete(&name)).await?;
        }
    }
    Ok(())
}

async fn unregister_workers() -> Result<(), JsValue> {
    let Some(window) = web_sys::window() else { return Ok(()) };
    let container = js_sys::Reflect::get(&window.navigator(), &"serviceWorker".into())?;
    let Ok(container) = container.dyn_into::<web_sys::ServiceWorkerContainer>() else {
        return Ok(());
    };
    let Ok(registration) = JsFuture::from(container.get_registration())
        .await?
        .dyn_into::<web_sys::ServiceWorkerRegistration>()
    else {
        return Ok(());
    };
    JsFuture::from(registration.unregister()?).await.map(drop)
}
