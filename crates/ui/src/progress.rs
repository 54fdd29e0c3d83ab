//! What the visitor has tried and solved, one record an item.

use std::{collections::BTreeMap, rc::Rc};

use content::{Item, Kind};
use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::storage::{Storage, Store};

/// What happened with one item. Fields that an older version did not write are zero.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// When it was last opened, in milliseconds since 1970.
    pub opened_ms: f64,
    /// How often code was run.
    pub runs: u32,
    /// How many hints were taken.
    pub hints: usize,
    /// When it was first solved, in milliseconds since 1970.
    pub solved_ms: Option<f64>,
    /// Runs that it took to solve it.
    pub solved_runs: u32,
    /// Cases passed in the last run.
    pub passed: usize,
    /// Cases in the last run.
    pub cases: usize,
}

/// How far an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Never opened.
    New,
    /// Opened, or tried.
    Begun,
    /// Solved once.
    Solved,
}

impl Record {
    /// How far the item is.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if self.solved_ms.is_some() {
            Stage::Solved
        } else if self.opened_ms > 0.0 {
            Stage::Begun
        } else {
            Stage::New
        }
    }

    /// The same in words, for lists; empty for an item that was never opened.
    #[must_use]
    pub fn words(&self) -> String {
        match self.stage() {
            Stage::New => String::new(),
            Stage::Begun if self.runs == 0 => "opened, not run yet".into(),
            Stage::Begun => {
                format!(
                    "{} of {} cases pass after {}",
                    self.passed,
                    self.cases,
                    times(self.runs, "run")
                )
            }
            Stage::Solved => {
                let hints = match self.hints {
                    0 => "without hints".to_owned(),
                    1 => "with 1 hint".to_owned(),
                    many => format!("with {many} hints"),
                };
                format!("solved in {}, {hints}", times(self.solved_runs, "run"))
            }
        }
    }
}

/// Records by the item's key.
pub type Records = BTreeMap<String, Record>;

/// The key of an item: `exercise/iou`.
#[must_use]
pub fn key(kind: Kind, slug: &str) -> String {
    let kind = match kind {
        Kind::Exercise => "exercise",
        Kind::Lab => "lab",
        Kind::Attention => "attention",
        Kind::Card => "card",
        Kind::Design => "design",
        Kind::Behavioural => "behavioural",
    };
    format!("{kind}/{slug}")
}

/// Where an item lives inside the site.
#[must_use]
pub fn path(item: &Item) -> String {
    match item.kind {
        Kind::Exercise => format!("practice/{}/", item.slug),
        Kind::Lab => format!("labs/{}/", item.slug),
        Kind::Attention => "attention/".into(),
        Kind::Card | Kind::Design | Kind::Behavioural => format!("study/{}/", item.slug),
    }
}

/// Reads one record; an absent or unreadable one is empty.
pub async fn read(kind: Kind, slug: &str) -> Record {
    Storage::shared().get(Store::Progress, &key(kind, slug)).await.unwrap_or_default()
}

/// Writes one record.
pub fn write(kind: Kind, slug: &str, record: &Record) {
    // A record of plain numbers is always JSON.
    if let Ok(value) = serde_json::to_value(record) {
        Storage::shared().put(Store::Progress, &key(kind, slug), value);
    }
}

/// Every record; read again when another tab writes one. `None` until they are read.
#[hook]
pub fn use_records() -> Option<Rc<Records>> {
    let records = use_state(|| None);
    let setter = records.setter();
    use_effect_with((), move |()| {
        let load = Callback::from(move |()| {
            let setter = setter.clone();
            spawn_local(async move { setter.set(Some(Rc::new(read_all().await))) });
        });
        load.emit(());
        let on_change = load.reform(|_| ());
        let subscription = Storage::shared().on_change(on_change);
        move || drop(subscription)
    });
    (*records).clone()
}

async fn read_all() -> Records {
    let all = Storage::shared().all(Store::Progress).await;
    let read = |(key, value)| Some((key, serde_json::from_value(value).ok()?));
    all.into_iter().filter_map(read).collect()
}

fn times(number: u32, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_follow_the_stage() {
        let mut record = Record::default();
        assert_eq!(record.words(), "");
        record.opened_ms = 1.0;
        assert_eq!(record.words(), "opened, not run yet");
        record = Record { runs: 2, passed: 7, cases: 9, ..record };
        assert_eq!(record.words(), "7 of 9 cases pass after 2 runs");
        record = Record { solved_ms: Some(2.0), solved_runs: 3, hints: 1, ..record };
        assert_eq!(record.words(), "solved in 3 runs, with 1 hint");
    }

    #[test]
    fn records_of_older_versions_are_read() {
        let record: Record = serde_json::from_str(r#"{"runs":4,"retired":true}"#).unwrap();
        assert_eq!(record.runs, 4);
        assert_eq!(record.stage(), Stage::New);
    }
}
