//! What is kept on this device: code, progress, recordings, settings. Nothing here ever leaves it.
//!
//! Writes go to memory first and reach IndexedDB a moment later, or at once when the page is being
//! left; the next page takes over what did not get there. What could not be written (no IndexedDB,
//! no room) stays in memory, is served from there, and a [`Failure`] says so. A record that cannot
//! be read is set aside, never deleted; nor is one that the device did not give when it was asked
//! for, and that would be written over.

mod base64;
mod channel;
mod database;
mod erase;
mod left;
mod lift;
mod listeners;
mod overlay;
mod patience;
mod recordings;
mod schema;
pub mod transfer;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::{events::EventListener, timers::callback::Timeout};
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::StorageEvent;
use yew::Callback;

use channel::Channel;
use database::Database;
pub use database::Failure;
pub use erase::erase_everything;
use left::Left;
use listeners::Listeners;
pub use listeners::Subscription;
use overlay::Overlay;

/// Time between a change and its write, in milliseconds: one write for a burst of keys.
const FLUSH_MS: u32 = 150;

/// Time that a tab leaves to the next page before it writes for one that was left.
const NEXT_PAGE_MS: u32 = 2_000;

/// A set of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Store {
    /// What was typed: by exercise, and below `study/` by card, case or question.
    Code,
    /// What was tried and solved, by item.
    Progress,
    /// What was rated when, by item: the study room's schedule follows from it.
    Study,
    /// What is known of each recorded answer; its sound and picture lie beside it.
    Recordings,
    /// Choices, by name.
    Settings,
}

impl Store {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Code, Self::Progress, Self::Study, Self::Recordings, Self::Settings];

    /// Its name in the database and in exported files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Progress => "progress",
            Self::Study => "study",
            Self::Recordings => "recordings",
            Self::Settings => "settings",
        }
    }

    /// The store of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|store| store.name() == name)
    }
}

/// A record that another tab has written or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// In which store.
    pub store: Store,
    /// Which record.
    pub key: String,
}

/// The storage of this page. Cheap to clone; all clones are the same.
#[derive(Clone)]
pub struct Storage {
    inner: Rc<Inner>,
}

struct Inner {
    database: Database,
    overlay: RefCell<Overlay>,
    /// Records that were asked for in vain: what is kept there is not known.
    unread: RefCell<Vec<(Store, String)>>,
    /// Everything was erased: this page writes nothing any more.
    is_erased: Cell<bool>,
    left: Left,
    timer: RefCell<Option<Timeout>>,
    channel: Channel,
    changes: Rc<Listeners<Change>>,
    failures: Rc<Listeners<Failure>>,
    last_failure: RefCell<Option<Failure>>,
}

thread_local! {
    static SHARED: Storage = Storage::open();
}

impl Storage {
    /// The storage of this page.
    #[must_use]
    pub fn shared() -> Self {
        SHARED.with(Self::clone)
    }

    /// Reads a record. `None` if there is none, or none that can be read as a `T`: that one is set
    /// aside and reported.
    pub async fn get<T: DeserializeOwned>(&self, store: Store, key: &str) -> Option<T> {
        let text = self.text(store, key).await?;
        let read = serde_json::from_str(&text).ok();
        if read.is_none() {
            self.set_aside(store, key, &text).await;
        }
        read
    }

    /// Reads a record as the JSON text that it is kept as. `None` if there is none.
    pub async fn text(&self, store: Store, key: &str) -> Option<String> {
        let waiting = || self.inner.overlay.borrow().get(store, key);
        if let Some(change) = waiting() {
            return change;
        }
        let answer = self.reported(self.inner.database.get(store, key).await);
        let place = (store, key.to_owned());
        let mut unread = self.inner.unread.borrow_mut();
        unread.retain(|it| *it != place);
        if answer.is_none() {
            unread.push(place);
        }
        let durable = answer.flatten();
        // What was changed while the database was asked is newer than its answer.
        waiting().unwrap_or(durable)
    }

    /// Writes a record. Seen by [`Storage::get`] at once, durable a moment later.
    pub fn put(&self, store: Store, key: &str, value: Value) {
        self.change(store, key, Some(value.to_string()));
    }

    /// Removes a record.
    pub fn delete(&self, store: Store, key: &str) {
        self.change(store, key, None);
    }

    /// Every record of a store, sorted by key. Records that cannot be read are left out and
    /// reported.
    pub async fn all(&self, store: Store) -> Vec<(String, Value)> {
        let durable = self.reported(self.inner.database.all(store).await).unwrap_or_default();
        let texts = self.inner.overlay.borrow().merged(store, durable);
        let mut records = Vec::with_capacity(texts.len());
        for (key, text) in texts {
            match serde_json::from_str(&text) {
                Ok(value) => records.push((key, value)),
                Err(_) => self.set_aside(store, &key, &text).await,
            }
        }
        records
    }

    /// What could not be read and was set aside, by where and when: for an export.
    pub async fn aside(&self) -> Vec<(String, String)> {
        self.reported(self.inner.database.aside().await).unwrap_or_default()
    }

    /// Writes what waits, now, and resolves when it is durable.
    ///
    /// # Errors
    /// Why it could not be written; it still waits then, and is tried again with the next change.
    pub async fn flush(&self) -> Result<(), Failure> {
        self.inner.timer.take();
        let (batch, count) = {
            let overlay = self.inner.overlay.borrow();
            (overlay.waiting(), overlay.count())
        };
        if batch.is_empty() {
            return Ok(());
        }
        let written = match self.spare_unread(&batch).await {
            Ok(()) => self.inner.database.write(batch.clone(), &[]).await,
            Err(failure) => Err(failure),
        };
        if let Err(failure) = written {
            self.report(failure.clone());
            return Err(failure);
        }
        // A write may end after the page was left, with newer changes kept for the next page.
        if self.inner.overlay.borrow_mut().settle(count) {
            self.inner.left.settle();
        }
        self.inner.channel.announce(batch.into_keys());
        Ok(())
    }

    /// Whether a record has changed since it was last durable.
    #[must_use]
    pub fn is_waiting(&self, store: Store, key: &str) -> bool {
        self.inner.overlay.borrow().get(store, key).is_some()
    }

    /// Hears what other tabs (and imports) change.
    pub fn on_change(&self, listener: Callback<Change>) -> Subscription {
        self.inner.changes.add(listener)
    }

    /// Hears what goes wrong. A failure that has happened already is told at once.
    pub fn on_failure(&self, listener: Callback<Failure>) -> Subscription {
        if let Some(failure) = self.inner.last_failure.borrow().clone() {
            listener.emit(failure);
        }
        self.inner.failures.add(listener)
    }

    fn open() -> Self {
        let changes = Rc::new(Listeners::default());
        let storage = Self {
            inner: Rc::new(Inner {
                database: Database::default(),
                overlay: RefCell::default(),
                unread: RefCell::default(),
                is_erased: Cell::default(),
                left: Left::default(),
                timer: RefCell::default(),
                channel: Channel::open(Rc::clone(&changes)),
                changes,
                failures: Rc::default(),
                last_failure: RefCell::default(),
            }),
        };
        storage.take_over();
        storage.listen();
        storage
    }

    /// Goes on with what pages that were left could not write.
    fn take_over(&self) {
        for ((store, key), text) in self.inner.left.take_over() {
            // What this page is writing itself is newer.
            if self.is_waiting(store, &key) {
                continue;
            }
            self.change(store, &key, text);
            self.inner.changes.emit(Change { store, key });
        }
    }

    /// Everything was erased: what this page still holds must not come back. A page that did not erase
    /// itself begins anew.
    fn start_anew(&self, is_other: bool) {
        self.forget_all();
        self.inner.is_erased.set(is_other);
        if let (true, Some(window)) = (is_other, web_sys::window()) {
            // A page that cannot be loaded again goes on, and writes nothing.
            let _ = window.location().reload();
        }
    }

    fn change(&self, store: Store, key: &str, text: Option<String>) {
        if self.inner.is_erased.get() {
            return;
        }
        self.inner.overlay.borrow_mut().set(store, key, text);
        let storage = self.clone();
        let flush = move || spawn_local(async move { drop(storage.flush().await) });
        // The first change of a burst starts the clock: steady typing is written all the same.
        self.inner.timer.borrow_mut().get_or_insert_with(|| Timeout::new(FLUSH_MS, flush));
    }

    /// Keeps what cannot be read where an export still finds it, and reports it.
    pub async fn set_aside(&self, store: Store, key: &str, text: &str) {
        let moved = self.inner.database.set_aside(store, key, text).await;
        if self.reported(moved).is_some() {
            self.report(Failure::Unreadable(format!("{}/{key}", store.name())));
        }
    }

    /// Sets aside what a change would replace although nobody has seen it.
    async fn spare_unread(&self, batch: &overlay::Batch) -> Result<(), Failure> {
        let unread = self.inner.unread.borrow().clone();
        for (place, text) in batch.iter().filter(|(place, _)| unread.contains(place)) {
            let (store, key) = place;
            let kept = self.inner.database.get(*store, key).await?;
            if let Some(kept) = kept.filter(|kept| Some(kept) != text.as_ref()) {
                self.inner.database.set_aside(*store, key, &kept).await?;
                self.report(Failure::Unreadable(format!("{}/{key}", store.name())));
            }
            self.inner.unread.borrow_mut().retain(|it| it != place);
        }
        Ok(())
    }

    fn reported<T>(&self, outcome: Result<T, Failure>) -> Option<T> {
        outcome.map_err(|failure| self.report(failure)).ok()
    }

    fn report(&self, failure: Failure) {
        if self.inner.last_failure.borrow().as_ref() != Some(&failure) {
            *self.inner.last_failure.borrow_mut() = Some(failure.clone());
            self.inner.failures.emit(failure);
        }
    }

    fn listen(&self) {
        let Some(window) = web_sys::window() else { return };
        let storage = self.clone();
        let on_hide = EventListener::new(&window, "pagehide", move |_| {
            storage.inner.left.keep(&storage.inner.overlay.borrow().waiting());
            let storage = storage.clone();
            spawn_local(async move { drop(storage.flush().await) });
        });
        on_hide.forget();
        let storage = self.clone();
        let on_left = EventListener::new(&window, "storage", move |event| {
            if event.dyn_ref::<StorageEvent>().is_some_and(left::is_news) {
                let storage = storage.clone();
                Timeout::new(NEXT_PAGE_MS, move || storage.take_over()).forget();
            }
        });
        on_left.forget();
    }
}
