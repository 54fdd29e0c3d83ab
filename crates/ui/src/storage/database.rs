//! The records in IndexedDB: JSON text by key, one object store a [`Store`]. The schema has a
//! version, and each version a step that leads to it.

use std::{
    cell::RefCell,
    fmt,
    future::{Future, IntoFuture},
    rc::Rc,
};

use gloo::timers::callback::Timeout;
use idb::{DatabaseEvent, Event, Factory, Request, Transaction, TransactionMode};
use js_sys::ArrayBuffer;
use wasm_bindgen::{JsCast, JsValue};

use super::{
    Store,
    overlay::Batch,
    patience::{for_bytes, within},
    schema::MIGRATIONS,
};

/// Name of the database.
pub(super) const NAME: &str = "warmstart";

/// Where records go that could not be read.
pub(super) const ASIDE: &str = "aside";

/// Sound and picture of the records in [`Store::Recordings`], by the same keys. Not as blobs, which
/// WebKit cannot keep in a private window.
pub(super) const RECORDED: &str = "recorded";

/// More than the largest recording, in bytes: how long it may take to be read.
const LARGEST: u64 = 100_000_000;

/// What went wrong with storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser offers no database, or refuses it (private windows, blocked site data).
    Missing,
    /// The device has no room left for this site.
    Full,
    /// The browser does not answer: another page of the site holds the database.
    Silent,
    /// A newer version of the site has changed the database: this page must be reloaded.
    Outdated,
    /// A record could not be read and was set aside.
    Unreadable(String),
    /// Something else, in the browser's words.
    Other(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str(
                "This browser keeps nothing for this site (a private window, or site data is blocked). \
                 What you type lasts until you close this tab: copy it before you go.",
            ),
            Self::Full => f.write_str(
                "There is no room left on this device for your latest changes. They last until you \
                 close this tab: export them on the privacy page, or make room.",
            ),
            Self::Silent => f.write_str(
                "This browser's storage does not answer, so what you saved before may not be shown. \
                 Close other tabs of this site and reload; until then copy what you type.",
            ),
            Self::Outdated => f.write_str(
                "Another tab has opened a newer version of Warmstart. Reload this page to go on saving.",
            ),
            Self::Unreadable(place) => write!(
                f,
                "A saved record ({place}) could not be read. It was set aside, not deleted; everything else works.",
            ),
            Self::Other(why) => write!(
                f,
                "Saving failed ({why}). Your changes last until you close this tab: export them on the privacy page.",
            ),
        }
    }
}

/// The database, opened at first use and again after it was closed.
#[derive(Default)]
pub(super) struct Database {
    open: Rc<RefCell<Option<idb::Database>>>,
}

impl Database {
    /// Text of one record.
    pub(super) async fn get(&self, store: Store, key: &str) -> Result<Option<String>, Failure> {
        let transaction = self.begin(&[store.name()], TransactionMode::ReadOnly).await?;
        let found = object_store(&transaction, store.name())?.get(JsValue::from(key));
        let found = found.map_err(failure)?.into_future();
        let work = until_answered(transaction, async move { found.await.map_err(failure) })?;
        Ok(self.answer(for_bytes(0), work).await?.map(text))
    }

    /// Every record of a store.
    pub(super) async fn all(&self, store: Store) -> Result<Vec<(String, String)>, Failure> {
        self.texts(store.name()).await
    }

    /// What was set aside, by where and when.
    pub(super) async fn aside(&self) -> Result<Vec<(String, String)>, Failure> {
        self.texts(ASIDE).await
    }

    async fn texts(&self, name: &str) -> Result<Vec<(String, String)>, Failure> {
        let transaction = self.begin(&[name], TransactionMode::ReadOnly).await?;
        let records = object_store(&transaction, name)?;
        // Both requests are made, and both listened to, before waiting for either: a transaction
        // without requests ends, and WebKit may answer the second before the first is read.
        let keys = records.get_all_keys(None, None).map_err(failure)?.into_future();
        let values = records.get_all(None, None).map_err(failure)?.into_future();
        let both =
            async move { Ok((keys.await.map_err(failure)?, values.await.map_err(failure)?)) };
        let both = until_answered(transaction, both)?;
        let (keys, values) = self.answer(for_bytes(0), both).await?;
        Ok(keys.into_iter().map(text).zip(values.into_iter().map(text)).collect())
    }

    /// Sound and picture of a recording.
    pub(super) async fn recorded(&self, key: &str) -> Result<Option<ArrayBuffer>, Failure> {
        let transaction = self.begin(&[RECORDED], TransactionMode::ReadOnly).await?;
        let found = object_store(&transaction, RECORDED)?.get(JsValue::from(key));
        let found = found.map_err(failure)?.into_future();
        let work = until_answered(transaction, async move { found.await.map_err(failure) })?;
        let found = self.answer(for_bytes(LARGEST), work).await?;
        Ok(found.and_then(|it| it.dyn_into().ok()))
    }

    /// Writes and removes records in one transaction; a recording's sound and picture go with it.
    pub(super) async fn write(
        &self,
        batch: Batch,
        recorded: &[(String, ArrayBuffer)],
    ) -> Result<(), Failure> {
        let names: Vec<_> = Store::ALL.into_iter().map(Store::name).chain([RECORDED]).collect();
        let transaction = self.begin(&names, TransactionMode::ReadWrite).await?;
        let mut requests = Vec::new();
        for (key, buffer) in recorded {
            let media = object_store(&transaction, RECORDED)?;
            requests.push(media.put(buffer, Some(&JsValue::from(key))).map_err(failure)?);
        }
        for ((store, key), value) in batch {
            let records = object_store(&transaction, store.name())?;
            let key = JsValue::from(key);
            match value {
                Some(value) => {
                    requests.push(records.put(&value.into(), Some(&key)).map_err(failure)?);
                }
                None => {
                    if store == Store::Recordings {
                        let media = object_store(&transaction, RECORDED)?;
                        drop(media.delete(key.clone()).map_err(failure)?);
                    }
                    drop(records.delete(key).map_err(failure)?);
                }
            }
        }
        let bytes = recorded.iter().map(|(_, buffer)| u64::from(buffer.byte_length())).sum();
        self.commit(for_bytes(bytes), transaction, requests).await
    }

    /// Removes every record. The database stays: deleting it waits for every page that has it open,
    /// and WebKit never hears the end of one that was left while it wrote.
    pub(super) async fn clear(&self) -> Result<(), Failure> {
        let names = Store::ALL.map(Store::name).into_iter().chain([ASIDE, RECORDED]);
        let names: Vec<&str> = names.collect();
        let transaction = self.begin(&names, TransactionMode::ReadWrite).await?;
        let clear = |name: &&str| object_store(&transaction, name)?.clear().map_err(failure);
        let requests = names.iter().map(clear).collect::<Result<Vec<_>, _>>()?;
        self.commit(for_bytes(LARGEST), transaction, requests).await
    }

    /// Moves a record that cannot be read to where it harms nobody.
    pub(super) async fn set_aside(
        &self,
        store: Store,
        key: &str,
        value: &str,
    ) -> Result<(), Failure> {
        let names = [store.name(), ASIDE];
        let transaction = self.begin(&names, TransactionMode::ReadWrite).await?;
        let place = JsValue::from(format!("{}/{key}/{}", store.name(), js_sys::Date::now()));
        let kept = object_store(&transaction, ASIDE)?.put(&value.into(), Some(&place));
        let removed = object_store(&transaction, store.name())?.delete(JsValue::from(key));
        let requests = (kept.map_err(failure)?, removed.map_err(failure)?);
        self.commit(for_bytes(0), transaction, requests).await
    }

    /// Ends a transaction now, not when the page is next idle: WebKit freezes a page that is left,
    /// and a write that waits for a frozen page's word blocks every later page. `requests` live as
    /// long, since they own the listeners.
    async fn commit<R: 'static>(
        &self,
        limit_ms: u32,
        transaction: Transaction,
        requests: R,
    ) -> Result<(), Failure> {
        let ended = transaction.commit().map_err(failure)?.into_future();
        self.answer(limit_ms, async move {
            let result = ended.await.map_err(failure);
            drop(requests);
            if result?.is_committed() { Ok(()) } else { Err(Failure::Full) }
        })
        .await
    }

    /// What the database says, or [`Failure::Silent`]; then the next call tries another connection.
    async fn answer<T: 'static>(
        &self,
        limit_ms: u32,
        work: impl Future<Output = Result<T, Failure>> + 'static,
    ) -> Result<T, Failure> {
        let answered = within(limit_ms, work, drop).await;
        if answered.is_none() {
            self.close();
        }
        answered.unwrap_or(Err(Failure::Silent))
    }

    /// Closes the connection, so that the database can be deleted.
    pub(super) fn close(&self) {
        if let Some(database) = self.open.borrow_mut().take() {
            discard(database);
        }
    }

    async fn begin(&self, names: &[&str], mode: TransactionMode) -> Result<Transaction, Failure> {
        if let Some(database) = &*self.open.borrow() {
            // Without a wait in between: this also runs while the page is being hidden.
            return database.transaction(names, mode).map_err(failure);
        }
        let slot = Rc::clone(&self.open);
        let late = move |opened: Result<_, _>| {
            if let Ok(opened) = opened {
                keep(&slot, opened);
            }
        };
        let opened = within(for_bytes(0), open(Rc::downgrade(&self.open)), late).await;
        keep(&self.open, opened.unwrap_or(Err(Failure::Silent))?);
        let open = self.open.borrow();
        open.as_ref().ok_or(Failure::Missing)?.transaction(names, mode).map_err(failure)
    }
}

/// Keeps a connection, the first if two callers have opened one at the same time: one that nobody
/// closes would keep the database from ever being deleted.
fn keep(slot: &RefCell<Option<idb::Database>>, opened: idb::Database) {
    let mut slot = slot.borrow_mut();
    if slot.is_some() {
        discard(opened);
    } else {
        *slot = Some(opened);
    }
}

async fn open(
    slot: std::rc::Weak<RefCell<Option<idb::Database>>>,
) -> Result<idb::Database, Failure> {
    let factory = Factory::new().map_err(|_| Failure::Missing)?;
    let version = u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX);
    let mut request = factory.open(NAME, Some(version)).map_err(|_| Failure::Missing)?;
    request.on_upgrade_needed(|event| {
        let (Ok(from), Ok(database)) = (event.old_version(), event.database()) else { return };
        for migrate in MIGRATIONS.iter().skip(from as usize) {
            if migrate(&database).is_err() {
                // The version stays as it was; the next opening tries again.
                let transaction = event.target().ok().and_then(|it| it.transaction());
                drop(transaction.map(|it| it.abort()));
                return;
            }
        }
    });
    let mut database = request.await.map_err(failure)?;
    database.on_version_change(move |_| {
        if let Some(database) = slot.upgrade().and_then(|slot| slot.borrow_mut().take()) {
            discard(database);
        }
    });
    Ok(database)
}

/// Closes a connection. It owns the listener that may be calling this, so it is dropped later.
fn discard(database: idb::Database) {
    database.close();
    Timeout::new(0, move || drop(database)).forget();
}

/// What was asked of a transaction that only reads. It ends with its last answer, not when the page is
/// next idle: a page that is left while it reads would hold the database against the next, in WebKit.
fn until_answered<T>(
    transaction: Transaction,
    answer: impl Future<Output = Result<T, Failure>>,
) -> Result<impl Future<Output = Result<T, Failure>>, Failure> {
    let ended = transaction.commit().map_err(failure)?;
    Ok(async move {
        let answer = answer.await;
        drop(ended);
        answer
    })
}

fn object_store(transaction: &Transaction, name: &str) -> Result<idb::ObjectStore, Failure> {
    transaction.object_store(name).map_err(failure)
}

fn text(value: JsValue) -> String {
    value.as_string().unwrap_or_default()
}

fn failure(error: idb::Error) -> Failure {
    let words = error.to_string();
    if words.contains("QuotaExceeded") {
        Failure::Full
    } else if words.contains("VersionError") {
        Failure::Outdated
    } else if words.contains("SecurityError") {
        Failure::Missing
    } else {
        Failure::Other(words)
    }
}
