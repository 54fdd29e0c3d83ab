//! Recorded answers: what is known of each is a record like others; its sound and picture lie beside
//! it, so that a list reads little.

use js_sys::{ArrayBuffer, Uint8Array};
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::{Change, Failure, Storage, Store, overlay::Batch};

/// Sound and picture by key.
pub(super) type Recorded = Vec<(String, ArrayBuffer)>;

impl Storage {
    /// Keeps a recording: all of it or, on an error, nothing.
    ///
    /// # Errors
    /// If the database refuses, for want of room perhaps.
    pub async fn put_recording(
        &self,
        key: &str,
        about: &Value,
        recorded: ArrayBuffer,
    ) -> Result<(), Failure> {
        self.flush().await?;
        let place = (Store::Recordings, key.to_owned());
        let batch = Batch::from([(place.clone(), Some(about.to_string()))]);
        self.inner.database.write(batch, &[(key.to_owned(), recorded)]).await?;
        self.inner.changes.emit(Change { store: Store::Recordings, key: key.to_owned() });
        self.inner.channel.announce(std::iter::once(place));
        Ok(())
    }

    /// Sound and picture of a recording; `None` if there is none.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn recorded(&self, key: &str) -> Result<Option<ArrayBuffer>, Failure> {
        self.inner.database.recorded(key).await
    }

    /// Replaces records and recordings in one step: either all of them or, on an error, none.
    ///
    /// # Errors
    /// If the database refuses; nothing has changed then.
    pub async fn put_all(
        &self,
        records: Vec<(Store, String, Value)>,
        recorded: &Recorded,
    ) -> Result<(), Failure> {
        self.flush().await?;
        let mut batch = Batch::new();
        for (store, key, value) in records {
            batch.insert((store, key), Some(value.to_string()));
        }
        self.inner.database.write(batch.clone(), recorded).await?;
        for (store, key) in batch.keys().cloned() {
            self.inner.changes.emit(Change { store, key });
        }
        self.inner.channel.announce(batch.into_keys());
        Ok(())
    }
}

/// A part of a blob, as bytes. The page does other things meanwhile.
pub(super) async fn part(blob: &Blob, start: f64, end: f64) -> Result<Vec<u8>, JsValue> {
    let part = blob.slice_with_f64_and_f64(start, end)?;
    let buffer = JsFuture::from(part.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// A blob of some bytes.
pub(super) fn blob(bytes: &[u8]) -> Result<Blob, JsValue> {
    Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&Uint8Array::from(bytes)))
}
