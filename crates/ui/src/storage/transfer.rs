//! Everything as one JSON file, out and in. A file is checked as a whole before anything of it is
//! written, and then written in one transaction.
//!
//! Recordings are large, so that part of a file is never one text: it is written and read a piece at
//! a time, and the page does other things in between.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Store;

mod media;

pub use media::{Import, export, read_file};

/// Version of the file format: 2 added the part `study`, 3 the recordings.
const VERSION: u32 = 3;

/// The part with what was set aside: for people, and left alone by an import.
const ASIDE: &str = "aside";

/// Longest text that is read, in bytes, without its recordings.
const LIMIT_BYTES: usize = 20_000_000;

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    exported_at: String,
    stores: Map<String, Value>,
}

/// Records that a file holds.
type Records = Vec<(Store, String, Value)>;

/// Reads the text of a file: its records, or what is wrong with it, in words for the visitor.
fn read(text: &str) -> Result<Records, String> {
    let file: File = serde_json::from_str(text).map_err(|error| {
        format!(
            "This file is no export of Warmstart: line {}, column {} cannot be read. Nothing was changed.",
            error.line(),
            error.column()
        )
    })?;
    if file.format != "warmstart" {
        return Err("This file is no export of Warmstart. Nothing was changed.".into());
    }
    if file.version > VERSION {
        return Err(
            "This file comes from a newer version of Warmstart. Reload the page to update, then try again."
                .into(),
        );
    }
    let mut records = Vec::new();
    for (name, content) in file.stores.into_iter().filter(|(name, _)| name != ASIDE) {
        let store = Store::from_name(&name);
        let (Some(store), Value::Object(content)) = (store, content) else {
            return Err(format!("The part “{name}” cannot be read. Nothing was changed."));
        };
        records.extend(content.into_iter().map(|(key, value)| (store, key, value)));
    }
    Ok(records)
}

/// The text of a file, without recordings.
fn write(records: Records, aside: Vec<(String, String)>, exported_at: &str) -> String {
    let mut stores = Map::new();
    if !aside.is_empty() {
        let texts = aside.into_iter().map(|(place, text)| (place, Value::from(text)));
        stores.insert(ASIDE.to_owned(), Value::Object(texts.collect()));
    }
    for store in Store::ALL.into_iter().filter(|it| *it != Store::Recordings) {
        stores.insert(store.name().to_owned(), Value::Object(Map::new()));
    }
    for (store, key, value) in records {
        if let Some(Value::Object(content)) = stores.get_mut(store.name()) {
            content.insert(key, value);
        }
    }
    let file = File {
        format: "warmstart".into(),
        version: VERSION,
        exported_at: exported_at.into(),
        stores,
    };
    // A map with text keys is always JSON.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_back() {
        let records = vec![
            (Store::Code, "iou".to_owned(), Value::from("def iou(a, b): ...")),
            (Store::Settings, "theme".to_owned(), Value::from("dark")),
            (Store::Study, "card/lora".to_owned(), serde_json::json!({ "reviews": [] })),
        ];
        let aside = vec![("code/iou/1".to_owned(), "{broken".to_owned())];
        let text = write(records.clone(), aside, "2026-11-21");
        assert!(text.contains("{broken"));
        assert_eq!(read(&text), Ok(records));
    }

    #[test]
    fn files_of_the_first_version_are_read() {
        let old = r#"{"format":"warmstart","version":1,"exported_at":"","stores":{"code":{"iou":"x"},"progress":{},"settings":{}}}"#;
        assert_eq!(read(old), Ok(vec![(Store::Code, "iou".to_owned(), Value::from("x"))]));
    }

    #[test]
    fn other_files_are_refused_as_a_whole() {
        let refused = |text: &str| read(text).unwrap_err();
        assert!(refused("not json").contains("line 1"));
        assert!(
            refused(r#"{"format":"x","version":1,"exported_at":"","stores":{}}"#)
                .contains("no export")
        );
        assert!(
            refused(r#"{"format":"warmstart","version":9,"exported_at":"","stores":{}}"#)
                .contains("newer")
        );
        let half = r#"{"format":"warmstart","version":1,"exported_at":"","stores":{"code":{"a":"b"},"code2":{}}}"#;
        assert!(refused(half).contains("code2"));
        let wrong = r#"{"format":"warmstart","version":1,"exported_at":"","stores":{"code":[1]}}"#;
        assert!(refused(wrong).contains("code"));
    }
}
