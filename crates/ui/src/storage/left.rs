//! What a page could not yet write when it was left. A transaction that begins while a page is being
//! left may end with it (seen in WebKit on a reload), so the waiting changes are also put into
//! localStorage, which needs no answer. The next page of the site takes them over; if none is
//! opened, another tab does.

use std::cell::RefCell;

use web_sys::StorageEvent;

use super::{Store, overlay::Batch};

/// A page's key is this and a number of its own.
const PREFIX: &str = "warmstart-unsaved-";

/// A change as it is kept: store, key, text.
type Kept = (String, String, Option<String>);

/// What this page keeps for the next one, and what it has taken over from earlier ones.
pub(super) struct Left {
    key: String,
    taken: RefCell<Vec<String>>,
}

impl Default for Left {
    fn default() -> Self {
        let number = (js_sys::Math::random() * 1e15) as u64;
        Self { key: format!("{PREFIX}{number}"), taken: RefCell::default() }
    }
}

impl Left {
    /// Keeps everything that waits, as well as can be: there may be no room.
    pub(super) fn keep(&self, waiting: &Batch) {
        if let (Some(local), Ok(text)) = (local(), serde_json::to_string(&to_kept(waiting)))
            && !waiting.is_empty()
            && local.set_item(&self.key, &text).is_ok()
        {
            self.taken.take().iter().for_each(|key| forget(key));
        }
    }

    /// What pages that were left have kept. It stays there until it is [settled](Self::settle).
    pub(super) fn take_over(&self) -> Batch {
        let mut batch = Batch::new();
        for key in keys().into_iter().filter(|key| *key != self.key) {
            let text = local().and_then(|local| local.get_item(&key).ok().flatten());
            let kept = text.and_then(|text| serde_json::from_str(&text).ok());
            batch.extend(from_kept(kept.unwrap_or_default()));
            self.taken.borrow_mut().push(key);
        }
        batch
    }

    /// Everything is durable now.
    pub(super) fn settle(&self) {
        forget(&self.key);
        self.taken.take().iter().for_each(|key| forget(key));
    }
}

/// Forgets what every page kept.
pub(super) fn forget_all() {
    keys().iter().for_each(|key| forget(key));
}

fn forget(key: &str) {
    if let Some(local) = local() {
        let _ = local.remove_item(key);
    }
}

/// Whether a `storage` event says that a page has kept something.
pub(super) fn is_news(event: &StorageEvent) -> bool {
    event.new_value().is_some() && event.key().is_some_and(|key| key.starts_with(PREFIX))
}

/// Nothing where the browser keeps nothing for this site.
fn local() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn keys() -> Vec<String> {
    let Some(local) = local() else { return Vec::new() };
    let names = (0..local.length().unwrap_or(0)).filter_map(|index| local.key(index).ok()?);
    names.filter(|name| name.starts_with(PREFIX)).collect()
}

fn to_kept(batch: &Batch) -> Vec<Kept> {
    let kept = |((store, key), text): (&(Store, String), &Option<String>)| {
        (store.name().to_owned(), key.clone(), text.clone())
    };
    batch.iter().map(kept).collect()
}

fn from_kept(kept: Vec<Kept>) -> Batch {
    let change = |(store, key, text): Kept| Some(((Store::from_name(&store)?, key), text));
    let mut batch = Batch::new();
    batch.extend(kept.into_iter().filter_map(change));
    batch
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_comes_back_as_it_was_kept() {
        let batch = Batch::from([
            ((Store::Code, "iou".into()), Some("\"text\"".into())),
            ((Store::Progress, "practice/iou".into()), None),
        ]);
        assert_eq!(from_kept(to_kept(&batch)), batch);
        assert_eq!(from_kept(vec![("elsewhere".into(), "iou".into(), None)]), Batch::new());
    }
}
