//! Changes that are not durable yet: served from here until the database has them.
//!
//! Maps are extended, not collected: collecting sorts first, and each sort is kilobytes to download.

use std::collections::BTreeMap;

use super::Store;

/// Changes by place; `None` removes the record.
pub(super) type Batch = BTreeMap<(Store, String), Option<String>>;

/// One of them. There are few at a time: a list is searched fast enough, and is small to download.
#[derive(Debug)]
struct Waiting {
    place: (Store, String),
    number: u64,
    text: Option<String>,
}

/// Changes that wait for the database.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    changes: Vec<Waiting>,
    /// Changes so far: each has its number, because the same text can be written twice with another
    /// one in between.
    count: u64,
}

impl Overlay {
    /// Notes a change; a later one of the same record replaces it.
    pub(super) fn set(&mut self, store: Store, key: &str, text: Option<String>) {
        self.count += 1;
        let place = (store, key.to_owned());
        self.changes.retain(|it| it.place != place);
        self.changes.push(Waiting { place, number: self.count, text });
    }

    /// The waiting change of a record: `Some(None)` if it is being removed.
    pub(super) fn get(&self, store: Store, key: &str) -> Option<Option<String>> {
        let is_there = |it: &&Waiting| it.place.0 == store && it.place.1 == key;
        self.changes.iter().find(is_there).map(|it| it.text.clone())
    }

    /// Everything that waits.
    pub(super) fn waiting(&self) -> Batch {
        let mut batch = Batch::new();
        batch.extend(self.changes.iter().map(|it| (it.place.clone(), it.text.clone())));
        batch
    }

    /// The number of the last change.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// Forgets what has become durable, the changes up to a number; whether nothing waits any more. A
    /// record that changed again in the meantime still waits.
    pub(super) fn settle(&mut self, count: u64) -> bool {
        self.changes.retain(|it| it.number > count);
        self.changes.is_empty()
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.changes.clear();
    }

    /// The records of a store as they are with the waiting changes.
    pub(super) fn merged(
        &self,
        store: Store,
        durable: Vec<(String, String)>,
    ) -> BTreeMap<String, String> {
        let mut records = BTreeMap::new();
        records.extend(durable);
        for change in self.changes.iter().filter(|it| it.place.0 == store) {
            let key = &change.place.1;
            match &change.text {
                Some(text) => records.insert(key.clone(), text.clone()),
                None => records.remove(key),
            };
        }
        records
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_during_a_write_still_waits() {
        let mut overlay = Overlay::default();
        overlay.set(Store::Code, "iou", Some("1".into()));
        let written = overlay.count();
        overlay.set(Store::Code, "iou", Some("2".into()));
        assert!(!overlay.settle(written));
        assert_eq!(overlay.get(Store::Code, "iou"), Some(Some("2".into())));
        assert!(overlay.settle(overlay.count()));
        assert_eq!(overlay.get(Store::Code, "iou"), None);
    }

    #[test]
    fn a_text_that_comes_back_is_written_again() {
        let mut overlay = Overlay::default();
        overlay.set(Store::Code, "iou", Some("1".into()));
        let first = overlay.count();
        overlay.set(Store::Code, "iou", Some("2".into()));
        let second = overlay.count();
        overlay.set(Store::Code, "iou", Some("1".into()));
        assert!(!overlay.settle(first) && !overlay.settle(second));
        assert_eq!(overlay.get(Store::Code, "iou"), Some(Some("1".into())));
    }

    #[test]
    fn waiting_changes_shadow_durable_records() {
        let mut overlay = Overlay::default();
        overlay.set(Store::Code, "a", Some("new".into()));
        overlay.set(Store::Code, "b", None);
        overlay.set(Store::Settings, "c", Some("elsewhere".into()));
        let durable = vec![("a".into(), "old".into()), ("b".into(), "gone".into())];
        let merged: Vec<_> = overlay.merged(Store::Code, durable).into_iter().collect();
        assert_eq!(merged, [("a".to_owned(), "new".to_owned())]);
    }
}
