//! What the visitor has tried and solved, one record an item.

use std::{collections::BTreeMap, rc::Rc};

use content::{Growth, Item, Kind};
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::storage::{Change, Storage, Store};

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
    /// When every case last passed after that, in milliseconds since 1970.
    #[serde(deserialize_with = "if_readable")]
    pub solved_again_ms: Option<f64>,
    /// Runs that it took to solve it.
    pub solved_runs: u32,
    /// Cases passed in the last run.
    pub passed: usize,
    /// Cases in the last run.
    pub cases: usize,
    /// Verdicts that did not pass, until it was solved.
    pub failed_runs: u32,
    /// The slowest growing class that a run was measured as which passed every case.
    #[serde(deserialize_with = "if_readable")]
    pub best_growth: Option<Growth>,
    /// What the visitor noted about it.
    pub notes: String,
    /// Whether the reference's lines were asked for, to be put in order.
    pub lines: bool,
}

/// A field that is dropped rather than the whole record, should a later version write it otherwise.
pub(crate) fn if_readable<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
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

    /// The first line of the notes, shortened for lists; `None` without notes.
    #[must_use]
    pub fn note(&self) -> Option<String> {
        const LONGEST: usize = 100;
        let line = self.notes.lines().map(str::trim).find(|line| !line.is_empty())?;
        let is_all = line == self.notes.trim() && line.chars().count() <= LONGEST;
        let kept: String = line.chars().take(LONGEST).collect();
        Some(if is_all { kept } else { format!("{kept}…") })
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
                let lines = if self.lines { " and the reference's lines to order" } else { "" };
                let again = match self.runs.saturating_sub(self.solved_runs) {
                    0 => String::new(),
                    more => format!(", {more} more since"),
                };
                let growth = self.best_growth.map(Growth::label);
                let growth = growth.map(|it| format!(", steps grow like {it}")).unwrap_or_default();
                format!(
                    "solved in {}{again}, {hints}{lines}{growth}",
                    times(self.solved_runs, "run")
                )
            }
        }
    }
}

/// Starts of keys under which more is kept about an exercise than lists show: they need not read it.
const BESIDE: [&str; 2] = ["run/", "attempt/"];

/// Where the last run of an exercise is kept.
#[must_use]
pub fn last_run_key(slug: &str) -> String {
    format!("{}{slug}", BESIDE[0])
}

/// Where lines in order and interviews are kept.
#[must_use]
pub fn attempt_key(slug: &str) -> String {
    format!("{}{slug}", BESIDE[1])
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
    path_of(item.kind, &item.slug)
}

/// The same, where only kind and slug are known.
#[must_use]
pub fn path_of(kind: Kind, slug: &str) -> String {
    match kind {
        Kind::Exercise => format!("practice/{slug}/"),
        Kind::Lab => format!("labs/{slug}/"),
        Kind::Attention => "attention/".into(),
        Kind::Card | Kind::Design | Kind::Behavioural => format!("study/{slug}/"),
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
        let on_change = Callback::from(move |change: Change| {
            if change.store == Store::Progress {
                load.emit(());
            }
        });
        let subscription = Storage::shared().on_change(on_change);
        move || drop(subscription)
    });
    (*records).clone()
}

async fn read_all() -> Records {
    let all = Storage::shared().all(Store::Progress).await;
    let is_record = |key: &str| !BESIDE.iter().any(|beside| key.starts_with(beside));
    let records = all.into_iter().filter(|(key, _)| is_record(key));
    let mut read = Records::new();
    read.extend(
        records.filter_map(|(key, value)| Some((key, serde_json::from_value(value).ok()?))),
    );
    read
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
        record = Record { runs: 3, solved_ms: Some(2.0), solved_runs: 3, hints: 1, ..record };
        assert_eq!(record.words(), "solved in 3 runs, with 1 hint");
        record = Record { runs: 5, best_growth: Some(Growth::Linear), ..record };
        assert_eq!(
            record.words(),
            "solved in 3 runs, 2 more since, with 1 hint, steps grow like n"
        );
    }

    #[test]
    fn a_note_is_one_line() {
        let note = |notes: &str| Record { notes: notes.into(), ..Record::default() }.note();
        assert_eq!(note("  \n "), None);
        assert_eq!(note("clamp first\n").as_deref(), Some("clamp first"));
        assert_eq!(note("\nfirst\nsecond").as_deref(), Some("first…"));
        assert_eq!(note(&"é".repeat(200)).map(|it| it.chars().count()), Some(101));
    }

    #[test]
    fn records_of_older_versions_are_read() {
        let record: Record = serde_json::from_str(r#"{"runs":4,"retired":true}"#).unwrap();
        assert_eq!(record.runs, 4);
        assert_eq!(record.stage(), Stage::New);
    }

    #[test]
    fn an_unreadable_class_costs_nothing_else() {
        let read = |text: &str| serde_json::from_str::<Record>(text).unwrap();
        let newer = read(r#"{"runs":4,"best_growth":{"v":"n","e":"n^2"}}"#);
        assert_eq!((newer.runs, newer.best_growth), (4, None));
        let same = Record { best_growth: Some(Growth::Linearithmic), ..newer };
        assert_eq!(read(&serde_json::to_string(&same).unwrap()), same);
    }
}
