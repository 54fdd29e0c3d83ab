//! A round while its clock runs: what is asked on the left, notes on the right. While the clock
//! stands everything is covered.

use std::rc::Rc;

use study::interview::{Action, Candidate, RoundRun, Session, Stage};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{ask::Asked, pool::find};

/// Properties of [`RoundView`].
#[derive(Properties, PartialEq)]
pub struct RoundViewProps {
    /// The loop.
    pub session: Rc<Session>,
    /// Where the items' lines are.
    pub pool: Rc<Vec<Candidate>>,
    /// Does something in it.
    pub act: Callback<Action>,
}

/// The round.
#[component]
pub fn RoundView(props: &RoundViewProps) -> Html {
    let RoundViewProps { session, pool, act } = props;
    let Some(round) = session.round() else { return Html::default() };
    if matches!(session.stage, Stage::Paused { .. }) {
        return html! {
            <p class="interview-covered" data-testid="covered">{ "Everything is covered while the clock is stopped. Go on when you are back." }</p>
        };
    }
    let asked = |(place, task): (usize, &study::interview::Task)| {
        let item = find(pool, &task.item).cloned();
        let on_answer = act.reform(move |text: String| Action::Answer { task: place, text });
        html! { <Asked key={place} {place} task={task.clone()} {item} {on_answer} /> }
    };
    html! {
        <div class="interview-round">
            <div class="stack interview-items">{ for round.tasks.iter().enumerate().map(asked) }</div>
            { notes(round, act) }
        </div>
    }
}

/// The notes of the round, kept as they are typed.
pub fn notes(round: &RoundRun, act: &Callback<Action>) -> Html {
    let oninput = act.reform(|event: InputEvent| Action::Note {
        text: event.target_unchecked_into::<HtmlTextAreaElement>().value(),
    });
    html! {
        <aside class="interview-notes" aria-label="Notes">
            <label class="field">{ "Notes on the round" }
                <textarea rows="14" value={round.notes.clone()} data-testid="notes" {oninput} />
            </label>
            <p class="small">{ "Kept on this device as you type, and in the report." }</p>
        </aside>
    }
}
