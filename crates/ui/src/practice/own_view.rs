//! The panel of the learner's own cases, under the verdict.

use content::EntryKind;
use judge::Status;
use protocol::python::OwnCase;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    own::{Edit, Outcome, beginning, outcome},
    session::now,
    state::{Action, Room},
};
use crate::components::{Button, Emphasis};

/// Own cases, and a button for one more.
pub fn own_cases(room: &UseReducerHandle<Room>) -> Html {
    let on_edit = {
        let dispatcher = room.dispatcher();
        Callback::from(move |edit| dispatcher.dispatch(now(Action::Own(edit))))
    };
    let add = {
        let first = beginning(&room.exercise.entry, room.run.as_ref(), room.selected);
        on_edit.reform(move |_: MouseEvent| Edit::Add(first.clone()))
    };
    let own = &room.draft.own;
    html! {
        <section class="own panel" aria-labelledby="own-cases" data-testid="own-cases">
            <header class="row spread">
                <h2 class="verdict-title" id="own-cases">{ "Your cases" }</h2>
                <Button testid="own-add" onclick={add}>{ "Add a case" }</Button>
            </header>
            if own.is_empty() {
                <p class="small pad">{ "An input that you have doubts about. It runs with the others, and is judged by what the reference gives." }</p>
            } else {
                <ul class="own-list">
                    { for own.iter().enumerate().map(|(place, case)| html! {
                        <li key={case.name.clone()} data-testid="own-case">{ entry(room, &on_edit, place, case) }</li>
                    }) }
                </ul>
            }
        </section>
    }
}

fn entry(room: &Room, on_edit: &Callback<Edit>, place: usize, case: &OwnCase) -> Html {
    let is_function = room.exercise.entry.kind == EntryKind::Function;
    let label = if is_function {
        format!("{}: arguments of {}", case.name, room.exercise.entry.name)
    } else {
        format!("{}: the construction, then a call a line", case.name)
    };
    let outcome = outcome(case, room.run.as_ref());
    let is_refused = matches!(outcome, Outcome::Refused(_)).then_some("true");
    let rows = if is_function { 1 } else { case.arguments.lines().count().clamp(2, 8) };
    let on_arguments = on_edit.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        Edit::Arguments(place, text)
    });
    let on_expected = on_edit.reform(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        Edit::Expected(place, text)
    });
    let remove = on_edit.reform(move |_: MouseEvent| Edit::Remove(place));
    html! {
        <>
            <label class="field own-arguments">{ label }
                <textarea class="code" rows={rows.to_string()} value={case.arguments.clone()} spellcheck="false" autocapitalize="off"
                    aria-invalid={is_refused} data-testid="own-arguments" oninput={on_arguments} />
            </label>
            <label class="field">{ "Expected (optional)" }
                <input type="text" class="code" value={case.expected.clone().unwrap_or_default()} spellcheck="false" autocapitalize="off"
                    autocomplete="off" data-testid="own-expected" oninput={on_expected} />
            </label>
            <Button emphasis={Emphasis::Quiet} label={format!("Remove {}", case.name)} testid="own-remove" onclick={remove}>{ "Remove" }</Button>
            <p class="own-outcome small" role="status" data-testid="own-outcome">{ in_words(&outcome) }</p>
        </>
    }
}

fn in_words(outcome: &Outcome<'_>) -> Html {
    match outcome {
        Outcome::NotRun => Html::default(),
        Outcome::Refused(why) => html! { <span class="bad">{ format!("Not run. {why}") }</span> },
        Outcome::Judged(Status::Passed) => {
            html! { <span class="good">{ "✓ passes" }</span> }
        }
        Outcome::Judged(Status::Failed) => {
            html! { <span class="bad">{ "✕ your code gives another value than the reference" }</span> }
        }
        Outcome::Judged(Status::Error) => {
            html! { <span class="bad">{ "! your code raises an error" }</span> }
        }
    }
}
