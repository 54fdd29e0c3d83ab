//! What the visitor wrote and ticked on a page of the study room: kept on this device as it is typed.

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use serde::{Deserialize, Serialize};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::{
    progress::if_readable,
    storage::{Storage, Store},
};

/// Own words by field, and the criteria that an answer met.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// Text by the name of its field.
    #[serde(deserialize_with = "if_readable")]
    pub texts: BTreeMap<String, String>,
    /// Criteria by their text, so that a rubric that gains a line keeps its ticks.
    #[serde(deserialize_with = "if_readable")]
    pub met: BTreeSet<String>,
}

impl Words {
    /// What stands in a field.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", String::as_str)
    }
}

/// The words of one page, and whether they have been read from the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    /// What is shown.
    pub words: Words,
    /// Before it is read nothing can be typed over it.
    pub is_read: bool,
    /// Changes made on this page; nothing is written before the first.
    changes: u32,
    /// How many of them storage has been given: what it answers knows nothing of later ones.
    given: Rc<Cell<u32>>,
}

/// What can happen to them.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Read from the device, at first or because another tab wrote them.
    Read(Words),
    /// A field was typed into.
    Write(String, String),
    /// A criterion was ticked, or unticked.
    Tick(String, bool),
}

impl Reducible for Own {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        // What was kept is not known yet: a change would take the place of all of it.
        if !self.is_read && !matches!(action, Action::Read(_)) {
            return self;
        }
        let mut next = (*self).clone();
        match action {
            Action::Read(_) if self.changes > self.given.get() => return self,
            Action::Read(words) => {
                next.words = words;
                next.is_read = true;
                return next.into();
            }
            Action::Write(field, text) if text.is_empty() => drop(next.words.texts.remove(&field)),
            Action::Write(field, text) => drop(next.words.texts.insert(field, text)),
            Action::Tick(criterion, true) => drop(next.words.met.insert(criterion)),
            Action::Tick(criterion, false) => drop(next.words.met.remove(&criterion)),
        }
        next.changes += 1;
        next.into()
    }
}

/// The words of the page `slug`, read and kept.
#[hook]
pub fn use_words(slug: &str) -> UseReducerHandle<Own> {
    let own = use_reducer_eq(Own::default);
    let key = format!("study/{slug}");
    {
        let dispatcher = own.dispatcher();
        use_effect_with(key.clone(), move |key| {
            let read = {
                let key = key.clone();
                Callback::from(move |()| {
                    let (key, dispatcher) = (key.clone(), dispatcher.clone());
                    spawn_local(async move {
                        let words = Storage::shared().get(Store::Code, &key).await;
                        dispatcher.dispatch(Action::Read(words.unwrap_or_default()));
                    });
                })
            };
            read.emit(());
            let key = key.clone();
            let subscription = Storage::shared().on_change(Callback::from(
                move |change: crate::storage::Change| {
                    if change.store == Store::Code && change.key == key {
                        read.emit(());
                    }
                },
            ));
            move || drop(subscription)
        });
    }
    {
        let (words, given) = (own.words.clone(), Rc::clone(&own.given));
        use_effect_with(own.changes, move |changes| {
            given.set(*changes);
            // Texts and names are always JSON.
            if let (true, Ok(value)) = (*changes > 0, serde_json::to_value(&words)) {
                Storage::shared().put(Store::Code, &key, value);
            }
        });
    }
    own
}

/// A field for own words, with their number.
pub fn field(own: &UseReducerHandle<Own>, name: &str, label: Html, rows: u32) -> Html {
    let text = own.words.text(name).to_owned();
    let oninput = {
        let (dispatcher, name) = (own.dispatcher(), name.to_owned());
        Callback::from(move |event: InputEvent| {
            dispatcher.dispatch(Action::Write(name.clone(), typed(&event)));
        })
    };
    let area = Area {
        testid: format!("words-{name}"),
        label,
        text,
        rows,
        most: None,
        is_ready: own.is_read,
    };
    area.show(oninput)
}

/// A field for running text, with the number of its words.
pub struct Area {
    /// Stable name for tests.
    pub testid: String,
    /// What belongs there.
    pub label: Html,
    /// What stands there.
    pub text: String,
    /// Lines that are in sight.
    pub rows: u32,
    /// The most characters that it takes.
    pub most: Option<usize>,
    /// Whether what was kept has been read.
    pub is_ready: bool,
}

impl Area {
    /// The field.
    pub fn show(self, oninput: Callback<InputEvent>) -> Html {
        let Self { testid, label, text, rows, most, is_ready } = self;
        html! {
            <label class="field study-words">
                <span class="field-head"><span>{ label }</span><span class="num">{ counted(&text) }</span></span>
                <textarea rows={rows.to_string()} value={text} maxlength={most.map(|it| it.to_string())} disabled={!is_ready} data-testid={testid} {oninput} />
            </label>
        }
    }
}

/// What was typed into a field.
pub fn typed(event: &InputEvent) -> String {
    let area: HtmlTextAreaElement = event.target_unchecked_into();
    area.value()
}

/// `1 word`, `120 words`; nothing for none.
fn counted(text: &str) -> String {
    match text.split_whitespace().count() {
        0 => String::new(),
        1 => "1 word".into(),
        count => format!("{count} words"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_and_ticking_change_the_words() {
        let own = Rc::new(Own::default())
            .reduce(Action::Read(Words::default()))
            .reduce(Action::Write("data".into(), "From the device.".into()))
            .reduce(Action::Tick("Names a number.".into(), true));
        assert_eq!(own.words.text("data"), "From the device.");
        assert_eq!((own.words.met.len(), own.changes), (1, 2));
        let own = own
            .reduce(Action::Write("data".into(), String::new()))
            .reduce(Action::Tick("Names a number.".into(), false));
        assert_eq!(own.words, Words::default());
    }

    #[test]
    fn nothing_is_changed_before_it_is_read() {
        let own = Rc::new(Own::default()).reduce(Action::Write("data".into(), "Too soon.".into()));
        assert_eq!(*own, Own::default());
    }

    #[test]
    fn what_storage_was_not_given_yet_is_not_read_over() {
        let typed = Rc::new(Own::default())
            .reduce(Action::Read(Words::default()))
            .reduce(Action::Write("data".into(), "Just typed.".into()));
        let read = typed.clone().reduce(Action::Read(Words::default()));
        assert_eq!(read.words.text("data"), "Just typed.");
        typed.given.set(typed.changes);
        let read = typed.reduce(Action::Read(Words::default()));
        assert_eq!(read.words.text("data"), "");
    }

    #[test]
    fn reading_is_no_change() {
        let own = Rc::new(Own::default()).reduce(Action::Read(Words::default()));
        assert!(own.is_read);
        assert_eq!(own.changes, 0);
    }

    #[test]
    fn words_are_counted() {
        assert_eq!(counted(" \n"), "");
        assert_eq!(counted("one"), "1 word");
        assert_eq!(counted("two  words\n"), "2 words");
    }

    #[test]
    fn what_cannot_be_read_costs_nothing_else() {
        let words: Words = serde_json::from_str(r#"{"texts":{"a":"b"},"met":7}"#).unwrap();
        assert_eq!(words.text("a"), "b");
        assert!(words.met.is_empty());
    }
}
