//! A row of one's own records: its name opens it in place, and it can be moved and taken off.

use study::own::Own;
use yew::prelude::*;

use super::{super::focus::Focus, shelf::Shelf};
use crate::components::{Button, Emphasis};

/// What a row is made of.
pub struct Row<'a, T> {
    /// Where it is kept.
    pub shelf: &'a Shelf<T>,
    /// Its name there.
    pub id: &'a str,
    /// What it is called.
    pub title: String,
    /// How far it is, in words.
    pub about: String,
    /// What is shown when it is open.
    pub body: Option<Html>,
    /// Called with its name, or with nothing where it is closed.
    pub on_open: &'a Callback<Option<String>>,
    /// Moves the focus.
    pub focus: &'a Focus,
}

/// The id of the button that opens a row.
pub fn opener(id: &str) -> String {
    format!("own-{id}")
}

/// The id of the button that undoes a removal.
const UNDO: &str = "own-undo";

impl<T: Own + 'static> Row<'_, T> {
    /// The row.
    pub fn show(self) -> Html {
        let is_open = self.body.is_some();
        let toggle = {
            let (id, on_open) = (self.id.to_owned(), self.on_open.clone());
            Callback::from(move |_: MouseEvent| on_open.emit((!is_open).then(|| id.clone())))
        };
        let remove = {
            let (shelf, id, focus) = (self.shelf.clone(), self.id.to_owned(), self.focus.clone());
            let on_open = self.on_open.clone();
            Callback::from(move |_: MouseEvent| {
                shelf.remove(&id);
                on_open.emit(None);
                focus.at(UNDO);
            })
        };
        let shift = |is_up: bool| {
            let (shelf, id) = (self.shelf.clone(), self.id.to_owned());
            Callback::from(move |_: MouseEvent| shelf.shift(&id, is_up))
        };
        let title = &self.title;
        html! {
            <li key={self.id.to_owned()} class="own-row" data-testid="own-row">
                <div class="own-head">
                    <button type="button" id={opener(self.id)} class="own-open" aria-expanded={is_open.to_string()} data-testid="own-open" onclick={toggle}>
                        <strong>{ title }</strong><span class="small num">{ &self.about }</span>
                    </button>
                    <span class="own-move">
                        <Button emphasis={Emphasis::Quiet} class="icon-only" testid="move-up" label={format!("Move up: {title}")} onclick={shift(true)}>{ "↑" }</Button>
                        <Button emphasis={Emphasis::Quiet} class="icon-only" testid="move-down" label={format!("Move down: {title}")} onclick={shift(false)}>{ "↓" }</Button>
                    </span>
                </div>
                if let Some(body) = self.body {
                    <div class="stack own-body">
                        { body }
                        <div class="row"><Button emphasis={Emphasis::Quiet} testid="own-remove" label={format!("Remove: {title}")} onclick={remove}>{ "Remove" }</Button></div>
                    </div>
                }
            </li>
        }
    }
}

/// What was taken off last, and the way back.
pub fn undo<T: Own + 'static>(
    shelf: &Shelf<T>,
    title: impl Fn(&T) -> String,
    focus: &Focus,
) -> Html {
    let removed = shelf.removed();
    let onclick = {
        let (shelf, focus) = (shelf.clone(), focus.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(id) = shelf.bring_back() {
                focus.at(&opener(&id));
            }
        })
    };
    html! {
        <div role="status" data-testid="own-removed">
            if let Some(record) = removed {
                <p class="row small">
                    { format!("Removed: {}.", title(&record)) }
                    <button type="button" class="button" id={UNDO} data-testid="own-undo" {onclick}>{ "Undo" }</button>
                </p>
            }
        </div>
    }
}
