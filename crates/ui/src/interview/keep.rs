//! The loop in progress as it is kept: read when the page opens and when another tab changes it,
//! written with every change.

use std::{cell::Cell, rc::Rc};

use study::interview::{Action, Session, Unreadable};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::storage::{Change, Storage, Store};

/// Key of the loop in progress.
pub const SESSION: &str = "interview/session";

/// What there is of a loop.
#[derive(Clone, Debug, PartialEq)]
pub enum Kept {
    /// Not read yet.
    Reading,
    /// No loop.
    Nothing,
    /// A record that is none; it has been put aside.
    Unreadable(Unreadable),
    /// A loop.
    There(Rc<Session>),
}

/// The loop on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// What there is.
    pub kept: Kept,
    /// Why the last thing could not be done.
    pub refused: Option<String>,
    /// Changes made on this page; nothing is written before the first.
    changes: u32,
    /// How many of them storage has been given: what it answers knows nothing of later ones.
    given: Rc<Cell<u32>>,
}

/// What can happen to it. Times are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Read from the device, at first or because another tab wrote it.
    Read(Kept),
    /// A loop was started.
    Start(Session),
    /// Time goes by. It is not written: any page that reads the record finds the same.
    Tick(u64),
    /// Something was done at a time.
    Do(Action, u64),
    /// Something could not be done.
    Refuse(String),
    /// The loop is over or thrown away.
    Leave,
}

impl Default for Running {
    fn default() -> Self {
        Self { kept: Kept::Reading, refused: None, changes: 0, given: Rc::default() }
    }
}

impl Running {
    /// The loop, where there is one.
    pub fn session(&self) -> Option<&Rc<Session>> {
        match &self.kept {
            Kept::There(session) => Some(session),
            _ => None,
        }
    }

    fn done(&mut self, action: Action) -> bool {
        let Some(session) = self.session() else { return false };
        match session.apply(action) {
            Ok(next) => {
                self.kept = Kept::There(Rc::new(next));
                self.refused = None;
                true
            }
            Err(refusal) => {
                self.refused = Some(refusal.to_string());
                false
            }
        }
    }
}

impl Reducible for Running {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut next = (*self).clone();
        match act {
            Act::Read(_) if self.changes > self.given.get() => {}
            Act::Read(kept) => {
                next.kept = kept;
                next.refused = None;
            }
            Act::Start(session) => {
                next.kept = Kept::There(Rc::new(session));
                next.refused = None;
                next.changes += 1;
            }
            Act::Tick(now_ms) => drop(next.done(Action::Tick { now_ms })),
            Act::Do(action, now_ms) => {
                // What was done after the time was up was done in a round that is over.
                next.done(Action::Tick { now_ms });
                next.changes += u32::from(next.done(action));
            }
            Act::Refuse(words) => next.refused = Some(words),
            Act::Leave => {
                next.kept = Kept::Nothing;
                next.refused = None;
                next.changes += 1;
            }
        }
        next.into()
    }
}

/// The loop, read and kept.
#[hook]
pub fn use_running() -> UseReducerHandle<Running> {
    let running = use_reducer_eq(Running::default);
    {
        let dispatcher = running.dispatcher();
        use_effect_with((), move |()| {
            let read = Callback::from(move |()| {
                let dispatcher = dispatcher.clone();
                spawn_local(async move { dispatcher.dispatch(Act::Read(read().await)) });
            });
            read.emit(());
            let subscription =
                Storage::shared().on_change(Callback::from(move |change: Change| {
                    if change.store == Store::Code && change.key == SESSION {
                        read.emit(());
                    }
                }));
            move || drop(subscription)
        });
    }
    {
        let (kept, given) = (running.kept.clone(), Rc::clone(&running.given));
        use_effect_with(running.changes, move |changes| {
            given.set(*changes);
            if *changes > 0 {
                write(&kept);
            }
        });
    }
    running
}

async fn read() -> Kept {
    let storage = Storage::shared();
    let Some(text) = storage.text(Store::Code, SESSION).await else { return Kept::Nothing };
    match Session::from_json(&text) {
        Ok(session) => Kept::There(Rc::new(session)),
        // A tab of a newer version works on it.
        Err(newer @ Unreadable::Version(_)) => Kept::Unreadable(newer),
        Err(unreadable) => {
            storage.set_aside(Store::Code, SESSION, &text).await;
            Kept::Unreadable(unreadable)
        }
    }
}

fn write(kept: &Kept) {
    match kept {
        // Plain structs, lists and numbers are always JSON.
        Kept::There(session) => {
            if let Ok(value) = serde_json::to_value(&**session) {
                Storage::shared().put(Store::Code, SESSION, value);
            }
        }
        Kept::Nothing => Storage::shared().delete(Store::Code, SESSION),
        Kept::Reading | Kept::Unreadable(_) => {}
    }
}

/// Now, in milliseconds since 1970.
pub fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}

#[cfg(test)]
mod tests {
    use study::interview::Stage;

    use super::*;

    fn session() -> Session {
        let text = r#"{"version":1,"setup":{"seniority":"junior","domain":"audio","rounds":[{"round":"theory","minutes":5}],"seed":1,"today":20000},"rounds":[{"round":"theory","minutes":5,"tasks":[],"notes":"","pauses":0,"is_over":false,"used_ms":0,"is_time_up":false}],"at":0,"stage":"ready"}"#;
        Session::from_json(text).unwrap()
    }

    #[test]
    fn reading_and_ticking_write_nothing() {
        let running = Rc::new(Running::default()).reduce(Act::Read(Kept::There(session().into())));
        assert_eq!(running.changes, 0);
        let running = running.reduce(Act::Do(Action::Begin { now_ms: 1_000 }, 1_000));
        assert_eq!(running.changes, 1);
        let running = running.reduce(Act::Tick(301_000));
        assert_eq!(running.changes, 1);
        assert_eq!(running.session().unwrap().stage, Stage::Scoring);
    }

    #[test]
    fn what_storage_was_not_given_yet_is_not_read_over() {
        let there = || Act::Read(Kept::There(session().into()));
        let typed = Rc::new(Running::default())
            .reduce(there())
            .reduce(Act::Do(Action::Begin { now_ms: 1_000 }, 1_000));
        assert_eq!(typed.clone().reduce(there()).kept, typed.kept);
        typed.given.set(typed.changes);
        assert_ne!(typed.clone().reduce(there()).kept, typed.kept);
    }

    #[test]
    fn what_is_refused_is_said_and_changes_nothing() {
        let running = Rc::new(Running::default()).reduce(Act::Start(session()));
        let refused = running.clone().reduce(Act::Do(Action::Next, 5));
        assert_eq!(refused.session(), running.session());
        assert_eq!(
            (refused.refused.as_deref(), refused.changes),
            (Some("The round has not begun."), 1)
        );
        let left = refused.reduce(Act::Leave);
        assert_eq!((&left.kept, left.changes), (&Kept::Nothing, 2));
    }
}
