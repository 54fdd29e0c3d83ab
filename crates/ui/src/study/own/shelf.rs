//! The records of one sort, as they are on this device: read once, written as they are typed, read
//! again when another tab writes one.

use std::{
    cell::{Ref, RefCell},
    rc::Rc,
};

use serde_json::Value;
use study::own::{self, Own, id_of, last_place};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::storage::{Change, Storage, Store};

/// Records of one sort that a page takes; the rest of an imported heap stays where it is.
pub const MOST: usize = 200;

struct Held<T> {
    all: own::Shelf<T>,
    is_read: bool,
    /// What was taken off last, for the way back.
    removed: Option<(String, T)>,
    version: u32,
}

/// All records of one sort, and what can be done with them. Changes are kept at once.
pub struct Shelf<T> {
    held: Rc<RefCell<Held<T>>>,
    version: UseStateHandle<u32>,
}

impl<T> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        Self { held: Rc::clone(&self.held), version: self.version.clone() }
    }
}

impl<T> PartialEq for Shelf<T> {
    fn eq(&self, other: &Self) -> bool {
        // The handles compare what they had when they were drawn, not what there is now.
        Rc::ptr_eq(&self.held, &other.held) && self.version == other.version
    }
}

impl<T: Own + 'static> Shelf<T> {
    /// The records by name.
    pub fn all(&self) -> Ref<'_, own::Shelf<T>> {
        Ref::map(self.held.borrow(), |held| &held.all)
    }

    /// Before they are read nothing can be written over them.
    pub fn is_read(&self) -> bool {
        self.held.borrow().is_read
    }

    /// One of them.
    pub fn get(&self, id: &str) -> Option<T> {
        self.held.borrow().all.get(id).cloned()
    }

    /// What was taken off last.
    pub fn removed(&self) -> Option<T> {
        self.held.borrow().removed.as_ref().map(|(_, record)| record.clone())
    }

    /// Changes a record.
    pub fn edit(&self, id: &str, edit: impl FnOnce(&mut T)) {
        if let Some(record) = self.held.borrow_mut().all.get_mut(id) {
            edit(record);
            write(id, record);
        }
        self.draw();
    }

    /// Puts a record behind all others, under a new name; nothing where there is no room for it.
    pub fn add(&self, mut record: T) -> Option<String> {
        if self.all().len() >= MOST {
            return None;
        }
        record.set_order(last_place(&self.all()));
        let id = new_id();
        write(&id, &record);
        self.held.borrow_mut().all.insert(id.clone(), record);
        self.draw();
        Some(id)
    }

    /// Takes a record off; [`Shelf::bring_back`] is the way back.
    pub fn remove(&self, id: &str) {
        let removed = self.held.borrow_mut().all.remove_entry(id);
        if let Some(removed) = removed {
            Storage::shared().delete(Store::Code, &key::<T>(id));
            self.held.borrow_mut().removed = Some(removed);
        }
        self.draw();
    }

    /// Puts back what was taken off last, and gives its name.
    pub fn bring_back(&self) -> Option<String> {
        let (id, record) = self.held.borrow_mut().removed.take()?;
        write(&id, &record);
        self.held.borrow_mut().all.insert(id.clone(), record);
        self.draw();
        Some(id)
    }

    /// Moves a record by one place.
    pub fn shift(&self, id: &str, is_up: bool) {
        let places = own::moved(&self.all(), id, is_up);
        for (id, place) in places {
            self.edit(&id, |record| record.set_order(place));
        }
    }

    fn draw(&self) {
        let version = {
            let mut held = self.held.borrow_mut();
            held.version = held.version.wrapping_add(1);
            held.version
        };
        self.version.set(version);
    }

    async fn read_all(self) {
        let records = Storage::shared().all(Store::Code).await;
        let read = records
            .into_iter()
            .filter_map(|(key, value)| Some((id_of::<T>(&key)?.to_owned(), T::read(&value)?)));
        let all: own::Shelf<T> = read.take(MOST).collect();
        {
            let mut held = self.held.borrow_mut();
            held.all = all;
            held.is_read = true;
        }
        self.draw();
    }

    async fn read_one(self, key: String) {
        let Some(id) = id_of::<T>(&key) else { return };
        let value = Storage::shared().get::<Value>(Store::Code, &key).await;
        {
            let mut held = self.held.borrow_mut();
            match value.as_ref().and_then(T::read) {
                Some(record) => drop(held.all.insert(id.to_owned(), record)),
                None => drop(held.all.remove(id)),
            }
        }
        self.draw();
    }
}

/// The records of one sort on this device.
#[hook]
pub fn use_shelf<T: Own + 'static>() -> Shelf<T> {
    let held = use_memo((), |()| {
        RefCell::new(Held { all: own::Shelf::new(), is_read: false, removed: None, version: 0 })
    });
    let shelf = Shelf { held, version: use_state_eq(|| 0_u32) };
    {
        let shelf = shelf.clone();
        use_effect_with((), move |()| {
            spawn_local(shelf.clone().read_all());
            let on_change = Callback::from(move |change: Change| {
                if change.store == Store::Code && id_of::<T>(&change.key).is_some() {
                    spawn_local(shelf.clone().read_one(change.key));
                }
            });
            let subscription = Storage::shared().on_change(on_change);
            move || drop(subscription)
        });
    }
    shelf
}

fn key<T: Own>(id: &str) -> String {
    format!("{}{id}", T::FOLDER)
}

fn write<T: Own>(id: &str, record: &T) {
    // Texts, names and numbers are always JSON.
    if let Ok(value) = serde_json::to_value(record) {
        Storage::shared().put(Store::Code, &key::<T>(id), value);
    }
}

/// A name that no other tab gives at the same time.
fn new_id() -> String {
    let (now, chance) = (js_sys::Date::now() as u64, js_sys::Math::random() * 65_536.0);
    format!("{now:x}-{:x}", chance as u16)
}
