//! Writing: the model goes on with the text, token by token; what each was chosen from, and what it
//! cost with and without kept keys and values.

mod charts;
mod controls;
mod cost;
mod paper;
mod settings;

use std::rc::Rc;

use protocol::attention::writing::Ending;
use yew::prelude::*;

use super::change;
use super::state::{Action, State, Writing};
use crate::components::{Button, Emphasis};
use charts::Charts;
use controls::Controls;
use paper::Paper;
use settings::Settings;

/// Properties of [`Write`].
#[derive(Properties, PartialEq)]
pub struct WriteProps {
    /// What the page shows.
    pub state: UseReducerHandle<State>,
    /// What the visitor did.
    pub on_action: Callback<Action>,
}

/// Settings, the text as it grows, and its cost.
#[component]
pub fn Write(props: &WriteProps) -> Html {
    let WriteProps { state, on_action } = props;
    // What was written for another lane is not of this model.
    let of_lane = |writing: &&Rc<Writing>| usize::from(writing.order.lane) == state.lane;
    let writing = state.writing.as_ref().filter(of_lane);
    let settings = use_state(|| Settings::of(writing.map(|writing| &**writing)));
    let on_settings = {
        let settings = settings.clone();
        Callback::from(move |new| settings.set(new))
    };
    let config = state.config();
    html! {
        <div class="write">
            <Controls settings={*settings} on_change={on_settings} />
            { buttons(state, writing.map(|writing| &**writing), *settings, on_action) }
            if let Some(note) = note(state) {
                <p class="small">{ note }</p>
            }
            if let Some(writing) = writing {
                <Paper writing={Rc::clone(writing)} context={state.model.as_ref().map_or(0, |model| model.context)} />
                <Charts writing={Rc::clone(writing)} other={state.other_writing.clone()}
                    size={(config.layers, config.width)} on_again={on_action.reform(Action::Write)} />
            } else {
                <p class="muted">{ "Nothing is written yet. The model goes on from the text above." }</p>
            }
        </div>
    }
}

fn buttons(
    state: &State,
    writing: Option<&Writing>,
    settings: Settings,
    on_action: &Callback<Action>,
) -> Html {
    let press = |action: Action| {
        let on_action = on_action.clone();
        Callback::from(move |_: MouseEvent| on_action.emit(action.clone()))
    };
    let is_going = writing.is_some_and(|writing| writing.is_going);
    let is_ready = state.model.is_some() && state.frame.is_some();
    let can_write = is_ready && state.refusal.is_none() && !is_going;
    let end_sign = state.model.as_ref().and_then(|model| model.vocabulary.get(model.end? as usize));
    let text =
        writing.filter(|_| !is_going).map(|it| usable(it, end_sign.map_or("", String::as_str)));
    let text = text.filter(|text| *text != state.text);
    let one = settings.one_token(state.lane, &state.text, writing);
    html! {
        <div class="row write-buttons">
            <Button emphasis={Emphasis::Primary} enabled={can_write} testid="write"
                onclick={press(Action::Write(settings.order(state.lane, &state.text)))}>{ "Write" }</Button>
            <Button enabled={can_write && settings.beams == 1} testid="write-one"
                title={(settings.beams > 1).then_some("Beam search looks ahead: it does not choose one token at a time.")}
                onclick={press(Action::Write(one))}>{ "One token" }</Button>
            <Button enabled={is_going} testid="write-stop" onclick={press(Action::StopWriting)}>{ "Stop" }</Button>
            <Button enabled={text.is_some()} testid="write-use"
                onclick={press(Action::Type(text.unwrap_or_default()))}>{ "Use as the text" }</Button>
        </div>
    }
}

/// The text that was written, without the sign that ends it.
fn usable(writing: &Writing, end_sign: &str) -> String {
    let text = writing.text();
    match writing.ending() {
        Some(Ending::Finished) => text.strip_suffix(end_sign).unwrap_or(&text).to_owned(),
        _ => text,
    }
}

/// What does not count here, if it is on.
fn note(state: &State) -> Option<&'static str> {
    match (change::count(&state.changes) > 0, state.back.is_some()) {
        (false, false) => None,
        (true, false) => Some("The model writes as it learned to: your changes do not count here."),
        (false, true) => {
            Some("The model writes with its present weights, not those you look back at.")
        }
        (true, true) => Some(
            "The model writes with its present weights and as it learned to: neither your changes nor the earlier step count here.",
        ),
    }
}

#[cfg(test)]
pub(in crate::attention) mod tests {
    use super::*;
    use protocol::attention::Written;

    /// A token of an order, chosen when so many were read.
    pub fn written(number: u32, token: &str, length: u16) -> Written {
        Written {
            number,
            token: Some(token.into()),
            candidates: vec![],
            length,
            work_ms: 0.0,
            cache_bytes: 0,
            beams: vec![],
            ending: None,
        }
    }

    #[test]
    fn the_end_sign_is_not_part_of_the_text() {
        let ended = |tokens: &[&str], ending| {
            let mut writing = Writing::new(Settings::default().order(0, "ab>"));
            tokens.iter().for_each(|token| writing.hear(written(0, token, 4)));
            writing.is_going = false;
            writing.written.last_mut().expect("a token").ending = Some(ending);
            usable(&writing, "·")
        };
        assert_eq!(ended(&["b", "a", "·"], Ending::Finished), "ab>ba");
        assert_eq!(ended(&["b", "a"], Ending::Finished), "ab>ba");
        assert_eq!(ended(&["a", "·"], Ending::Enough), "ab>a·");
    }
}
