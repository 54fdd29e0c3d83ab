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
    changes: Batch,
}

impl Overlay {
    /// Notes a change; a later one of the same record replaces it.
    pub(super) fn set(&mut self, store: Store, key: &str, text: Option<String>) {
        self.changes.insert((store, key.to_owned()), text);
    }

    /// The waiting change of a record: `Some(None)` if it is being removed.
    pub(super) fn get(&self, store: Store, key: &str) -> Option<Option<String>> {
        self.changes.get(&(store, key.to_owned())).cloned()
    }

    /// Everything that waits.
    pub(super) fn waiting(&self) -> Batch {
        self.changes.clone()
    }

    /// Forgets what has become durable. A record that changed again in the meantime still waits.
    pub(super) fn settle(&mut self, written: &Batch) {
        self.changes.retain(|place, text| written.get(place) != Some(text));
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
        for ((_, key), text) in self.changes.iter().filter(|((other, _), _)| *other == store) {
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
        let written = overlay.waiting();
        overlay.set(Store::Code, "iou", Some("2".into()));
        overlay.settle(&written);
        assert_eq!(overlay.get(Store::Code, "iou"), Some(Some("2".into())));
        overlay.settle(&overlay.waiting());
        assert_eq!(overlay.get(Store::Code, "iou"), None);
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
