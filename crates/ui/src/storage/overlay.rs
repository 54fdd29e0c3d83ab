//! Changes that are not durable yet: served from here until the database has them.
//!
//! Maps are extended, not collected: collecting sorts first, and each sort is kilobytes to download.

use std::collections::BTreeMap;

use super::Store;

/// Changes by place; `None` removes the record.
pub(super) type Batch = BTreeMap<(Store, String), Option<String>>;

/// Changes that wait for the database.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    changes: BTreeMap<(Store, String), (u64, Option<String>)>,
    /// Changes so far: each has its number, because the same text can be written twice with another
    /// one in between.
    count: u64,
}

impl Overlay {
    /// Notes a change; a later one of the same record replaces it.
    pub(super) fn set(&mut self, store: Store, key: &str, text: Option<String>) {
        self.count += 1;
        self.changes.insert((store, key.to_owned()), (self.count, text));
    }

    /// The waiting change of a record: `Some(None)` if it is being removed.
    pub(super) fn get(&self, store: Store, key: &str) -> Option<Option<String>> {
        self.changes.get(&(store, key.to_owned())).map(|(_, text)| text.clone())
    }

    /// Everything that waits.
    pub(super) fn waiting(&self) -> Batch {
        let mut batch = Batch::new();
        batch.extend(self.changes.iter().map(|(place, (_, text))| (place.clone(), text.clone())));
        batch
    }

    /// The number of the last change.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    /// Forgets what has become durable, the changes up to a number; whether nothing waits any more. A
    /// record that changed again in the meantime still waits.
    pub(super) fn settle(&mut self, count: u64) -> bool {
        self.changes.retain(|_, (number, _)| *number > count);
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
        for ((_, key), (_, text)) in self.changes.iter().filter(|((other, _), _)| *other == store) {
            match text {
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
