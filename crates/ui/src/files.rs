//! Files that a visitor hands over. They are read here and sent nowhere.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, DragEvent, File, HtmlInputElement};
use yew::{Callback, Event, TargetCast};

/// Hands a file's text on; a file that cannot be read leaves what is there.
pub fn read_text(file: Option<File>, take: Callback<String>) {
    if let Some(file) = file {
        spawn_local(async move {
            if let Ok(text) = JsFuture::from(file.unchecked_into::<Blob>().text()).await {
                take.emit(text.as_string().unwrap_or_default());
            }
        });
    }
}

/// The first file that was dropped.
#[must_use]
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.prevent_default();
    event.data_transfer()?.files()?.get(0)
}

/// The first file that was chosen in a field.
#[must_use]
pub fn chosen(event: &Event) -> Option<File> {
    event.target_unchecked_into::<HtmlInputElement>().files()?.get(0)
}
