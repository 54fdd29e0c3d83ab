//! What the page's start script offers, because Rust cannot write it: loading a JavaScript module
//! by address, starting the program of a room, and asking for files to be kept for offline use.

use js_sys::Promise;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = warmstart, js_name = import, catch)]
    fn import_module(address: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = warmstart, js_name = startRoom, catch)]
    fn start_room_of(item: &str) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = warmstart, js_name = keep, catch)]
    fn keep_files(prefix: &str) -> Result<Promise, JsValue>;
}

/// Loads a module and gives its namespace.
///
/// # Errors
/// If it cannot be loaded or throws.
pub async fn import(address: &str) -> Result<JsValue, JsValue> {
    JsFuture::from(import_module(address)?).await
}

/// Starts the program that holds an item's room, once a page, and gives its module's namespace.
///
/// # Errors
/// If it cannot be loaded; the next call tries again.
pub async fn start_room(item: &str) -> Result<JsValue, JsValue> {
    JsFuture::from(start_room_of(item)?).await
}

/// Keeps the files whose path inside the site begins with `prefix` for offline use.
pub fn keep(prefix: &str) {
    if let Ok(kept) = keep_files(prefix) {
        // Where nothing can be kept (an embed, a private window), the page still works online.
        spawn_local(async move { drop(JsFuture::from(kept).await) });
    }
}
