//! The list of a page of one's own: how many there are, a button that adds one, a row each, and what was
//! taken off last.

use figures::format::plural;
use study::own::{Own, in_order};
use yew::prelude::*;

use super::{
    super::focus::{Focus, use_focus_at},
    row::{Row, undo},
    shelf::{MOST, Shelf},
};
use crate::components::{Button, Emphasis};

/// Which record is open, and where the keyboard goes.
#[derive(Clone)]
pub struct Opened {
    id: UseStateHandle<Option<String>>,
    focus: Focus,
}

/// No record is open at first.
#[hook]
pub fn use_opened() -> Opened {
    Opened { id: use_state_eq(|| None), focus: use_focus_at() }
}

impl Opened {
    /// Whether it is this one.
    pub fn is(&self, id: &str) -> bool {
        self.id.as_deref() == Some(id)
    }

    /// Opens a record; the element of that id has the focus then.
    pub fn at(&self, id: String, element: &str) {
        self.focus.at(element);
        self.id.set(Some(id));
    }
}

/// What a list is made of.
pub struct List<'a, T> {
    /// Where the records are kept.
    pub shelf: &'a Shelf<T>,
    /// Which of them is open.
    pub opened: &'a Opened,
    /// What one is called: `story`.
    pub noun: &'static str,
    /// What stands in place of no record.
    pub empty: &'static str,
    /// What a record is called.
    pub title: fn(&T) -> String,
    /// The id of the field in which a new one begins.
    pub first_field: fn(&str) -> String,
}

impl<T: Own + Default + 'static> List<'_, T> {
    /// The list. `row` says how far a record is, and shows what is in it if it is open.
    pub fn show(self, row: impl Fn(&str, &T) -> (String, Option<Html>)) -> Html {
        let Self { shelf, opened, noun, title, .. } = self;
        let on_open = {
            let open = opened.id.clone();
            Callback::from(move |id: Option<String>| open.set(id))
        };
        let add = {
            let (shelf, opened, first_field) = (shelf.clone(), opened.clone(), self.first_field);
            Callback::from(move |_: MouseEvent| {
                if let Some(id) = shelf.add(T::default()) {
                    let field = first_field(&id);
                    opened.at(id, &field);
                }
            })
        };
        let show = |(id, it): (&String, &T)| {
            let (about, body) = row(id, it);
            let focus = &opened.focus;
            Row { shelf, id, title: title(it), about, body, on_open: &on_open, focus }.show()
        };
        let count = shelf.all().len();
        html! {
            <section class="stack" aria-labelledby="own-list">
                <div class="row spread">
                    <h2 class="study-part" id="own-list">{ plural(count, noun) }</h2>
                    <Button emphasis={Emphasis::Primary} enabled={count < MOST} testid={format!("add-{noun}")} onclick={add}>{ format!("Add a {noun}") }</Button>
                </div>
                if count == 0 {
                    <div class="empty"><p>{ self.empty }</p></div>
                }
                if count >= MOST {
                    <p class="small">{ format!("{MOST} are the most that this page holds: remove one to add another.") }</p>
                }
                <ul class="own-records">{ for in_order(&shelf.all()).into_iter().map(show) }</ul>
                { undo(shelf, title, &opened.focus) }
            </section>
        }
    }
}
