//! The file itself: recordings go into it and come out of it a piece at a time.

use js_sys::{Array, ArrayBuffer};
use serde_json::Value;
use study::recording::{MOST_BYTES, Take};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

use super::{
    super::{
        Storage, Store,
        base64::{Decoder, encode},
        lift::{Found, Lift},
        recordings::{Recorded, blob, part},
    },
    LIMIT_BYTES, Records, read, write,
};

/// Bytes of a piece: a multiple of 3, so that its text can be followed by the next.
const PIECE: u32 = 96 * 1024;
/// Largest file that is read, in bytes.
const LARGEST: f64 = 1e9;
/// How the text of a file without recordings ends, and ends with them.
const END: &str = "\n  }\n}";
const BEGIN_RECORDINGS: &str = ",\n    \"recordings\": {";

const UNREADABLE: &str = "This file could not be read. Nothing was changed.";
const NO_RECORDING: &str = "A recording in this file cannot be read. Nothing was changed.";

/// What a file holds.
pub struct Import {
    /// Records by store and key.
    pub records: Records,
    /// Sound and picture by key.
    pub recorded: Vec<(String, ArrayBuffer)>,
}

/// Writes everything into a file; beside it, how many recordings could not be read and are missing.
///
/// # Errors
/// If the browser makes no file.
pub async fn export(storage: &Storage) -> Result<(Blob, usize), String> {
    let mut records = Vec::new();
    for store in Store::ALL.into_iter().filter(|it| *it != Store::Recordings) {
        let all = storage.all(store).await;
        records.extend(all.into_iter().map(|(key, value)| (store, key, value)));
    }
    let now = js_sys::Date::new_0().to_iso_string();
    let text = write(records, storage.aside().await, &String::from(now));
    let parts = Array::new();
    parts.push(&JsValue::from(text.strip_suffix(END).unwrap_or(&text)));
    parts.push(&BEGIN_RECORDINGS.into());
    let takes = storage.all(Store::Recordings).await;
    let mut written = 0;
    for (key, about) in &takes {
        // A record without its sound would not be read again; what was typed is worth a file all the same.
        let Ok(Some(recorded)) = storage.recorded(key).await else { continue };
        let begin = if written > 0 { "," } else { "" };
        written += usize::from(add(&parts, (begin, key, about), &recorded).await.is_ok());
    }
    parts.push(&format!("\n    }}{END}").into());
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let file = Blob::new_with_str_sequence_and_options(&parts, &options)
        .map_err(|_| "This browser makes no file of that size.")?;
    Ok((file, takes.len() - written))
}

/// All of one recording, or nothing.
async fn add(
    parts: &Array,
    (begin, key, about): (&str, &str, &Value),
    recorded: &ArrayBuffer,
) -> Result<(), JsValue> {
    let about = about.to_string();
    let about = about.strip_suffix('}').unwrap_or_default();
    let media = Blob::new_with_buffer_source_sequence(&Array::of1(recorded))?;
    let mut pieces = Vec::new();
    for start in (0..recorded.byte_length()).step_by(PIECE as usize) {
        let end = start.saturating_add(PIECE).min(recorded.byte_length());
        let text = encode(&part(&media, start.into(), end.into()).await?);
        // A blob of its own, so that the text does not stay in the page's memory.
        pieces.push(Blob::new_with_str_sequence(&Array::of1(&text.into()))?);
    }
    parts.push(&format!("{begin}\n      {}: {about},\"data\":\"", Value::from(key)).into());
    for piece in pieces {
        parts.push(&piece.into());
    }
    parts.push(&"\"}".into());
    Ok(())
}

/// Reads a file. Nothing is changed; what it holds is written by [`Storage::put_all`].
///
/// # Errors
/// What is wrong with the file, in words for the visitor.
pub async fn read_file(file: &Blob) -> Result<Import, String> {
    if file.size() > LARGEST {
        return Err("This file is larger than 1 GB: it was not read.".into());
    }
    let mut lift = Lift::new(LIMIT_BYTES);
    let mut lifted = Lifted::default();
    let mut start = 0.0;
    while start < file.size() {
        let end = (start + f64::from(PIECE)).min(file.size());
        let bytes = part(file, start, end).await.map_err(|_| UNREADABLE)?;
        lift.read(&bytes, |found| lifted.take(found)).ok_or_else(|| lifted.refusal())?;
        lifted.put_away().map_err(|_| UNREADABLE)?;
        start = end;
    }
    let text = lift.end().ok_or(UNREADABLE)?;
    import(read(text.trim_start_matches('\u{feff}'))?, &lifted.all).await
}

async fn import(all: Records, media: &[Blob]) -> Result<Import, String> {
    let (mut records, mut recorded) = (Records::new(), Recorded::new());
    for (store, key, value) in all {
        if store != Store::Recordings {
            records.push((store, key, value));
            continue;
        }
        let (take, place) = described(&value).ok_or(NO_RECORDING)?;
        let blob = media.get(place).filter(|it| it.size() == take.bytes as f64);
        let blob = blob.ok_or(NO_RECORDING)?;
        let buffer = JsFuture::from(blob.array_buffer()).await.map_err(|_| UNREADABLE)?;
        // Numbers and texts are always JSON.
        records.push((store, key.clone(), serde_json::to_value(&take).unwrap_or_default()));
        recorded.push((key, buffer.unchecked_into()));
    }
    Ok(Import { records, recorded })
}

/// What is said of a recording, and which of those that were lifted it is.
fn described(value: &Value) -> Option<(Take, usize)> {
    Some((Take::read(value)?, value.get("data")?.as_str()?.parse().ok()?))
}

/// The recordings that were lifted out of a file.
#[derive(Default)]
struct Lifted {
    all: Vec<Blob>,
    pieces: Vec<Blob>,
    decoder: Decoder,
    bytes: Vec<u8>,
    size: u64,
    is_refused: bool,
}

impl Lifted {
    fn take(&mut self, found: Found<'_>) -> Option<()> {
        let before = self.bytes.len();
        let taken = match found {
            Found::Piece(text) => self.decoder.read(text, &mut self.bytes),
            Found::End => std::mem::take(&mut self.decoder).end(),
        };
        self.size += (self.bytes.len() - before) as u64;
        let taken = taken.filter(|()| self.size <= MOST_BYTES);
        self.is_refused = taken.is_none();
        taken?;
        if matches!(found, Found::End) {
            self.put_away().ok()?;
            let pieces: Array = self.pieces.drain(..).map(JsValue::from).collect();
            self.all.push(Blob::new_with_blob_sequence(&pieces).ok()?);
            self.size = 0;
        }
        Some(())
    }

    /// What has been read so far leaves the program's memory.
    fn put_away(&mut self) -> Result<(), JsValue> {
        if !self.bytes.is_empty() {
            self.pieces.push(blob(&self.bytes)?);
            self.bytes.clear();
        }
        Ok(())
    }

    fn refusal(&self) -> &'static str {
        if self.is_refused {
            NO_RECORDING
        } else {
            "This file is no export of Warmstart: without recordings it is larger than 20 MB, or nested too deep. Nothing was changed."
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn recordings_find_their_place_in_a_file() {
        let text = write(vec![(Store::Code, "iou".into(), "x".into())], Vec::new(), "2026-11-21");
        let text = text.strip_suffix(END).expect("another end").to_owned();
        let take = json!({ "at_ms": 1.0, "length_ms": 2000.0, "type": "audio/webm", "bytes": 3, "data": "0" });
        let text = format!("{text}{BEGIN_RECORDINGS}\n      \"k\": {take}\n    }}{END}");
        let records = read(&text).expect("no file");
        assert_eq!(records.len(), 2);
        let recording = records.iter().find(|it| it.0 == Store::Recordings).expect("no recording");
        let (take, place) = described(&recording.2).expect("not described");
        assert_eq!((take.bytes, place), (3, 0));
        for broken in [json!({ "data": "0" }), json!({ "type": "audio/webm" }), json!(3)] {
            assert!(described(&broken).is_none());
        }
    }
}
